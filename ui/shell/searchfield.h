#pragma once

#include <QAbstractButton>

namespace tb {

/// Looks like a search field and opens the search list; typing into it starts the search with that letter.
class SearchField final : public QAbstractButton
{
    Q_OBJECT

public:
    explicit SearchField(QWidget *parent = nullptr);
    void setPlaceholder(const QString &text);
    QSize sizeHint() const override;

signals:
    void searchAsked(const QString &start);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace tb
