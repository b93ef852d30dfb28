#pragma once

#include <QTranslator>

namespace tb {

/// Reads "%n control(s)" of the source texts as English does, where no translation is loaded: "1 control", "6
/// controls".
class EnglishPlurals final : public QTranslator
{
    Q_OBJECT

public:
    using QTranslator::QTranslator;

    bool isEmpty() const override { return false; }
    QString translate(const char *context, const char *source, const char *disambiguation, int n) const override;
};

} // namespace tb
