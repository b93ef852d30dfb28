#pragma once

#include <QAbstractButton>

namespace tb {

/// Who is acting: initials, name and role at the bottom of the rail. A click lists the people to choose from.
class ActorButton final : public QAbstractButton
{
    Q_OBJECT

public:
    explicit ActorButton(QWidget *parent = nullptr);

    void setActor(const QString &name, const QString &role);
    void setCollapsed(bool collapsed);
    QSize sizeHint() const override;

    static QString initials(const QString &name);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_role;
    bool m_collapsed = false;
};

} // namespace tb
