#pragma once

#include "ui/shell/passphrase/passphrasestrength.h"

#include <QWidget>

namespace tb {

/// Four bars, a word and the estimate: how strong the passphrase is.
class StrengthMeter final : public QWidget
{
    Q_OBJECT

public:
    explicit StrengthMeter(QWidget *parent = nullptr);
    void setStrength(const PassphraseStrength &strength);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    PassphraseStrength m_strength;
    QString m_word;
    QString m_estimate;
};

} // namespace tb
