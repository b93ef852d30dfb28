#pragma once

#include "ui/shell/pane.h"

#include <QStackedWidget>

#include <functional>

namespace tb {

class Banner;
class ProblemStrip;
class ProgressStrip;
class Toast;

/// The place of the panes with what may lie around the visible one: a banner, a problem, progress, a toast.
class PaneArea final : public QWidget
{
    Q_OBJECT

public:
    explicit PaneArea(QWidget *parent = nullptr);

    void add(Pane *pane); ///< takes ownership
    const QList<Pane *> &panes() const { return m_panes; }
    Pane *pane(const QString &id) const;
    Pane *current() const;
    /// Closes the pane shown and opens @p next.
    void open(Pane *next);

    void showBanner(const QString &text); ///< stays as long as the project is open
    void showNotice(const QString &text); ///< in the same place, until it is dismissed
    void showToast(const QString &text, const QString &action, std::function<void()> run);
    void addStrip(QWidget *strip); ///< at the bottom; takes ownership
    ProblemStrip &problem() { return *m_problem; }
    ProgressStrip &progress() { return *m_progress; }
    Toast &toast() { return *m_toast; }

private:
    QList<Pane *> m_panes;
    QStackedWidget *m_stack; // children
    Banner *m_banner;
    ProblemStrip *m_problem;
    ProgressStrip *m_progress;
    Toast *m_toast;
    std::function<void()> m_toastAction;
};

} // namespace tb
