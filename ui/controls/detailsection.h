#pragma once

#include "ui/common/cells.h"
#include "ui/common/section.h"

#include <QSet>

namespace tb {

/// Lines about related records, each with its status; click or Enter shows below it what there is to read.
class DetailSection final : public Section
{
    Q_OBJECT

public:
    struct Line
    {
        qint64 key = 0;
        QString text; ///< code and title
        StatusLook status;
        QList<std::pair<QString, QString>> facts; ///< name and text; those without text are left out
    };

    using Section::Section;

    /// Replaces the lines; those that were open stay so. @p none is said when there are none.
    void setLines(const QList<Line> &lines, const QString &none);

private:
    QWidget *widgetOf(const Line &line);

    QSet<qint64> m_open;
};

} // namespace tb
