#include "ui/common/termtips.h"

#include <QAbstractButton>
#include <QCoreApplication>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QTabBar>
#include <QVariant>

namespace tb {
namespace {

const char *const titleProperty = "tbTermTitle";
constexpr qsizetype longestLine = 64; ///< characters; Qt breaks the lines of rich text only

QString titleOf(const QWidget &widget)
{
    const QString title = widget.property(titleProperty).toString();
    if (!title.isEmpty())
        return title;
    const auto *label = qobject_cast<const QLabel *>(&widget);
    return label && label->buddy() ? label->text() : QString();
}

QString wrapped(const QString &text)
{
    QStringList lines { {} };
    for (const QString &word : text.split(QLatin1Char(' '))) {
        if (!lines.constLast().isEmpty() && lines.constLast().size() + word.size() >= longestLine)
            lines.append(QString());
        lines.last() += (lines.constLast().isEmpty() ? QString() : QStringLiteral(" ")) + word;
    }
    return lines.join(QLatin1Char('\n'));
}

void describe(QWidget *widget, const QString &text)
{
    if (widget && widget->accessibleDescription().isEmpty())
        widget->setAccessibleDescription(text);
}

} // namespace

void setTermTitle(QWidget *widget, const QString &title)
{
    widget->setProperty(titleProperty, title);
}

TermTips::TermTips(const Glossary &glossary, QObject *parent) : QObject(parent), m_glossary(glossary)
{
    QCoreApplication::instance()->installEventFilter(this);
}

bool TermTips::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Polish || event->type() == QEvent::ToolTip) { // a chip's own tip changes in between
        if (auto *header = qobject_cast<QHeaderView *>(watched))
            explain(*header);
        else if (auto *tabs = qobject_cast<QTabBar *>(watched))
            explain(*tabs);
        else if (watched->isWidgetType())
            explain(*static_cast<QWidget *>(watched));
    }
    return QObject::eventFilter(watched, event);
}

void TermTips::explain(QWidget &widget) const
{
    const QString title = titleOf(widget);
    const CatalogTerm *term = title.isEmpty() ? nullptr : m_glossary.named(title);
    if (!term)
        return;
    const QString text = Glossary::sentence(*term);
    const QString tip = wrapped(text);
    if (widget.toolTip().isEmpty())
        widget.setToolTip(tip);
    else if (qobject_cast<QAbstractButton *>(&widget) && !widget.toolTip().endsWith(tip))
        widget.setToolTip(widget.toolTip() + QLatin1Char('\n') + tip); // what it does, then what it is about
    describe(&widget, text);
    if (const auto *label = qobject_cast<const QLabel *>(&widget))
        describe(label->buddy(), text); // the one that has the focus, so that it is read
}

void TermTips::explain(QHeaderView &header) const
{
    QAbstractItemModel *model = header.model();
    for (int section = 0; model && section < header.count(); ++section) {
        const auto data = [&](int role) { return model->headerData(section, header.orientation(), role).toString(); };
        const CatalogTerm *term = m_glossary.named(data(Qt::DisplayRole));
        if (!term)
            continue;
        const QString text = Glossary::sentence(*term);
        if (data(Qt::ToolTipRole).isEmpty())
            model->setHeaderData(section, header.orientation(), wrapped(text), Qt::ToolTipRole);
        if (data(Qt::AccessibleDescriptionRole).isEmpty())
            model->setHeaderData(section, header.orientation(), text, Qt::AccessibleDescriptionRole);
    }
}

void TermTips::explain(QTabBar &tabs) const
{
    for (int tab = 0; tab < tabs.count(); ++tab) {
        const CatalogTerm *term = m_glossary.named(tabs.tabText(tab));
        if (term && tabs.tabToolTip(tab).isEmpty())
            tabs.setTabToolTip(tab, wrapped(Glossary::sentence(*term)));
    }
}

const CatalogTerm *TermTips::termAt(const QWidget *widget) const
{
    for (; widget && !widget->isWindow(); widget = widget->parentWidget()) {
        if (const auto *tabs = qobject_cast<const QTabBar *>(widget)) {
            if (const CatalogTerm *term = m_glossary.named(tabs->tabText(tabs->currentIndex())))
                return term;
        }
        if (const CatalogTerm *term = m_glossary.named(titleOf(*widget)))
            return term;
        const QList<QLabel *> labels = widget->window()->findChildren<QLabel *>();
        for (const QLabel *label : labels) {
            if (label->buddy() != widget)
                continue;
            if (const CatalogTerm *term = m_glossary.named(titleOf(*label)))
                return term;
        }
    }
    return nullptr;
}

} // namespace tb
