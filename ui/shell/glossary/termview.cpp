#include "ui/shell/glossary/termview.h"

#include "ui/common/flowlayout.h"
#include "ui/common/glossary.h"
#include "ui/common/textstyle.h"
#include "ui/shell/linkbutton.h"

#include <QKeyEvent>
#include <QLabel>
#include <QVBoxLayout>

namespace tb {

TermView::TermView(const Glossary &glossary, QWidget *parent)
    : QWidget(parent)
    , m_glossary(glossary)
    , m_heading(makeLabel({}, TextStyle::RecordTitle))
    , m_definition(makeLabel({}))
    , m_seeAlso(makeLabel(tr("See also"), TextStyle::SmallMedium, Ink::Text2))
    , m_links(new QWidget)
    , m_flow(new FlowLayout(16, m_links))
{
    m_heading->setObjectName(QStringLiteral("term"));
    m_definition->setObjectName(QStringLiteral("definition"));
    m_heading->setWordWrap(true);
    m_definition->setWordWrap(true);
    m_definition->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(8);
    layout->addWidget(m_heading);
    layout->addWidget(m_definition);
    layout->addSpacing(12);
    layout->addWidget(m_seeAlso);
    layout->addWidget(m_links);
    layout->addStretch(1);
}

void TermView::show(const CatalogTerm &term)
{
    m_heading->setText(Glossary::heading(term));
    m_definition->setText(term.definition);
    setLinks(m_glossary.related(term));
}

void TermView::showNothing(const QString &text)
{
    m_heading->setText(tr("No term"));
    m_definition->setText(tr("Neither a term nor a definition has “%1” in it.").arg(text));
    setLinks({});
}

void TermView::setLinks(const QList<const CatalogTerm *> &terms)
{
    while (QLayoutItem *item = m_flow->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // it may be the one that was clicked
        delete item;
    }
    for (const CatalogTerm *term : terms) {
        auto *link = new LinkButton(Glossary::heading(*term), m_links);
        link->setObjectName(term->key);
        link->setAccessibleDescription(term->definition);
        m_flow->addWidget(link);
        link->show();
        connect(link, &LinkButton::clicked, this, [this, key = term->key] { emit termAsked(key); });
    }
    m_seeAlso->setVisible(!terms.isEmpty());
    m_links->setVisible(!terms.isEmpty());
}

QList<QWidget *> TermView::links() const
{
    QList<QWidget *> all;
    for (int at = 0; at < m_flow->count(); ++at)
        all.append(m_flow->itemAt(at)->widget());
    return all;
}

void TermView::keyPressEvent(QKeyEvent *event)
{
    // A link is followed by Enter as on a page; a button of Qt's hears only Space.
    auto *link = qobject_cast<LinkButton *>(focusWidget());
    if (link && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter))
        link->click();
    else
        QWidget::keyPressEvent(event);
}

} // namespace tb
