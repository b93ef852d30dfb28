#pragma once

#include "model/id.h"

#include <QStringList>
#include <QWidget>

namespace tb {

/// The group of the rail that a pane stands in.
enum class RailGroup { Top, Prepare, AuditWork, Record };

/// One place of the window, named as the rail shows it. Built with a PaneContext when a project opens and destroyed
/// when it closes or locks. A pane shows and asks; it changes records only through commands of the model.
///
/// Its commands are its actions (QWidget::addAction) with text, icon, shortcut and, where a shortcut must not act
/// outside the pane, Qt::WidgetWithChildrenShortcut. The command list (Ctrl+K, ">") and the shortcut list show them
/// from there.
class Pane : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    virtual QString id() const = 0; ///< stable, for settings: "controls"
    virtual QString title() const = 0; ///< "Control matrix"
    virtual QString iconName() const = 0; ///< of the bundled icons
    virtual RailGroup group() const { return RailGroup::Prepare; }
    /// Items that need someone now; never a total. Emit badgeChanged() when it differs.
    virtual int badge() const { return 0; }

    /// The pane has become the visible one.
    virtual void opened() { }
    /// Another pane, the lock or the end is about to take its place: commit open editors, close popups.
    virtual void closed() { }
    virtual bool hasUnsaved() const { return false; } ///< something typed was refused, or is still being typed
    virtual bool isBusy() const { return false; } ///< closing would stop work that somebody waits for

    /// Whether records of @p table are shown here; the first pane of the rail that says so gets showRecord().
    virtual bool shows(const QString &table) const = 0;
    /// Makes record @p id current and visible, filters lifted where they hide it; false when it is not there.
    virtual bool showRecord(const QString &table, qint64 id) = 0;

    /// Takes files in as evidence of a control and says that @p remote more were left out; the pane that shows evidence
    /// does, the others are never asked.
    virtual void takeFiles(const QStringList &paths, ControlId control, int remote = 0);

    /// Puts @p text in the pane's filter field ("Filter the matrix by …" of the search).
    virtual void setFilterText(const QString &text);
    /// Ctrl+F.
    virtual void focusFilter() { }
    /// What short messages float over, so that they hide nothing that stands below it; by default the pane itself.
    virtual QWidget *toastGround() { return this; }
    /// Where F6 stops inside the pane, in order; by default the pane itself.
    virtual QList<QWidget *> regions();
    /// F9; a pane without an inspector does nothing.
    virtual void toggleInspector() { }

    /// Left of the status bar: "31 shown · 4 selected". Emit statusChanged() when either text differs.
    virtual QString statusText() const { return {}; }
    /// Beside it: key hints of the focused widget, "Space toggles · F2 edits cell".
    virtual QString keyHints() const { return {}; }

signals:
    void badgeChanged();
    void statusChanged();
    /// Files were dropped on a control, and @p remote more that are on other computers; the window hands them to the
    /// pane that takes files.
    void filesOffered(const QStringList &paths, tb::ControlId control, int remote);
};

} // namespace tb
