#pragma once

#include <QElapsedTimer>
#include <QWidget>

class QLabel;

namespace tb {

/// Long work at the bottom of a pane: what is done, how far, about how long still, and Cancel; a 3 px bar below.
/// Joins Job::progressed to setProgress.
class ProgressStrip : public QWidget
{
    Q_OBJECT

public:
    explicit ProgressStrip(QWidget *parent = nullptr);

    void start(const QString &text); ///< shows itself
    void finish();
    QString remaining() const; ///< "About 20 s"; empty until it can be estimated

public slots:
    void setProgress(int permille, const QString &what);

signals:
    void cancelled();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *m_text; // child
    QLabel *m_remaining; // child
    QString m_title;
    int m_permille = 0;
    QElapsedTimer m_since;
};

/// "About 20 s", "About 3 min" for @p milliseconds of @p permille done; empty while too little is known.
QString remainingTime(qint64 milliseconds, int permille);

} // namespace tb
