#pragma once

#include <QString>
#include <QVariantMap>

namespace tb {

/// Where views keep their widths, orders and choices; the application stores them in its settings, tests in memory.
class ViewState
{
public:
    virtual ~ViewState() = default;
    virtual QVariantMap load(const QString &view) const = 0; ///< empty when nothing is kept
    virtual void save(const QString &view, const QVariantMap &state) = 0;
};

} // namespace tb
