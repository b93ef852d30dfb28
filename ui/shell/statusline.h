#pragma once

#include "ui/common/theme.h"
#include "ui/shell/chaincheck.h"

#include <QWidget>

namespace tb {

/// The bar at the bottom: what is shown and selected, key hints, the state of the activity chain, the file's name.
class StatusLine final : public QWidget
{
    Q_OBJECT

public:
    using Chain = ChainCheck::State;

    explicit StatusLine(QWidget *parent = nullptr);

    void setPaneText(const QString &status, const QString &hints);
    /// @p entry: how many entries there are, or where the chain is broken; 0 with Broken: records differ from the log.
    void setChain(Chain chain, qint64 entry);
    void setFile(const QString &name, bool readOnly);
    Chain chain() const { return m_chain; }
    QString chainText() const;
    QSize sizeHint() const override;

signals:
    void chainClicked(bool broken, qint64 entry);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QRect chainRect() const;
    void describe();

    QString m_status;
    QString m_hints;
    QString m_file;
    Chain m_chain = Chain::Unknown;
    qint64 m_entry = 0;
    bool m_readOnly = false;
};

} // namespace tb
