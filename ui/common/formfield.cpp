#include "ui/common/formfield.h"

#include "ui/common/glyphicon.h"
#include "ui/common/iconlabel.h"
#include "ui/common/textstyle.h"

#include <QDropEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace tb {

namespace {

/// Files on their way over a field: the pane below takes them, the field would write down where they are.
bool bringsFiles(const QEvent &event)
{
    const bool dragged
        = event.type() == QEvent::DragEnter || event.type() == QEvent::DragMove || event.type() == QEvent::Drop;
    return dragged && static_cast<const QDropEvent &>(event).mimeData()->hasUrls();
}

} // namespace

FormField::FormField(const QString &id, QWidget *editor, QWidget *parent)
    : QWidget(parent)
    , m_id(id)
    , m_editor(editor)
    , m_problem(makeLabel({}, TextStyle::Small, Ink::Bad, this))
    , m_problemRow(new QWidget(this))
    , m_body(new QVBoxLayout(this))
{
    setObjectName(id);
    m_body->setContentsMargins(0, 0, 0, 0);
    m_body->setSpacing(4);
    m_body->addWidget(editor);
    auto *row = new QHBoxLayout(m_problemRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    row->addWidget(new IconLabel(glyphIcon({ Glyph::Octagon, Tone::Bad, {} }), 12, m_problemRow), 0, Qt::AlignTop);
    row->addWidget(m_problem, 1);
    m_problem->setWordWrap(true);
    m_body->addWidget(m_problemRow);
    m_problemRow->hide();
    setFocusProxy(editor);
    watch();
}

/// The editor, and the part of it that hears of what is dragged over it.
void FormField::watch()
{
    m_editor->installEventFilter(this);
    if (const auto *area = qobject_cast<QAbstractScrollArea *>(m_editor))
        area->viewport()->installEventFilter(this);
    const QList<QLineEdit *> lines = m_editor->findChildren<QLineEdit *>();
    for (QLineEdit *line : lines)
        line->installEventFilter(this);
}

void FormField::setValue(const QVariant &value)
{
    const bool kept = isDirty() && (m_editor->hasFocus() || !problem().isEmpty());
    m_stored = value;
    if (!kept)
        showStored();
}

void FormField::reset(const QVariant &value)
{
    m_stored = value;
    showStored();
}

void FormField::showStored()
{
    display(m_stored);
    m_shown = value();
    mark(false);
}

void FormField::refuse(const QString &reason)
{
    m_problem->setText(reason);
    mark(true);
}

void FormField::accept()
{
    m_stored = m_shown = value();
    mark(false);
}

QString FormField::problem() const
{
    return m_problemRow->isHidden() ? QString() : m_problem->text();
}

void FormField::mark(bool wrong)
{
    m_problemRow->setVisible(wrong);
    if (!m_editor->property("tbError").toBool())
        m_description = m_editor->accessibleDescription();
    m_editor->setProperty("tbError", wrong);
    m_editor->setAccessibleDescription(wrong ? m_problem->text() : m_description);
    m_editor->update();
}

void FormField::commit()
{
    if (isDirty())
        emit committed(m_id, value());
}

bool FormField::eventFilter(QObject *watched, QEvent *event)
{
    if (bringsFiles(*event)) {
        event->ignore();
        return true;
    }
    if (watched != m_editor)
        return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::FocusOut) {
        const auto reason = static_cast<QFocusEvent *>(event)->reason();
        if (reason != Qt::PopupFocusReason && reason != Qt::ActiveWindowFocusReason)
            commit();
    }
    if (event->type() == QEvent::Wheel && !qobject_cast<QPlainTextEdit *>(m_editor)) {
        event->ignore(); // a page that scrolls must not change what it scrolls past
        return true;
    }
    if (event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        const bool commits = enter && key->modifiers().testFlag(Qt::ControlModifier);
        const bool restores = key->key() == Qt::Key_Escape && (isDirty() || !problem().isEmpty());
        if (!commits && !restores)
            return QWidget::eventFilter(watched, event);
        event->accept();
        if (event->type() == QEvent::ShortcutOverride)
            return true;
        commits ? commit() : showStored();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace tb
