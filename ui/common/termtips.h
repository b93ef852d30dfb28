#pragma once

#include "ui/common/glossary.h"

#include <QObject>

class QHeaderView;
class QTabBar;
class QWidget;

namespace tb {

/// Says that @p widget is titled @p title, so that TermTips can explain the term in it. The kit calls it where it makes
/// labels of fields and headings; a label with a buddy and a table's header need it not.
void setTermTitle(QWidget *widget, const QString &title);

/// Explains the terms that the window's titles name, as tool tips and to screen readers. It looks at every widget once,
/// before it first shows, so that no pane lists its terms. One for the application, owned by app; GUI thread.
/// What already has a tool tip or description keeps it; a button's own tip is followed by the term.
class TermTips final : public QObject
{
    Q_OBJECT

public:
    /// @p glossary must outlive this.
    explicit TermTips(const Glossary &glossary, QObject *parent = nullptr);

    /// The term that @p widget or its label names, or else what it stands in; null when nothing does.
    const CatalogTerm *termAt(const QWidget *widget) const;

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void explain(QWidget &widget) const;
    void explain(QHeaderView &header) const;
    void explain(QTabBar &tabs) const;

    const Glossary &m_glossary;
};

} // namespace tb
