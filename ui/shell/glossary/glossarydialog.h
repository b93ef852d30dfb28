#pragma once

#include <QDialog>

class QLabel;
class QListWidget;
class QPushButton;

namespace tb {

class FilterLine;
class Glossary;
class TermView;
class ViewState;

/// The library's terms in a window beside the work: a list to search, definitions, and links from term to term.
class GlossaryDialog final : public QDialog
{
    Q_OBJECT

public:
    /// @p glossary and @p state must outlive the dialog; @p state keeps its size.
    GlossaryDialog(const Glossary &glossary, ViewState &state, QWidget *parent = nullptr);

    /// Shows the term @p key, lifting a search that hides it; an unknown key changes nothing.
    void showTerm(const QString &key);
    QString term() const; ///< key of the shown term; empty while the search finds none

protected:
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *makeList();
    QWidget *makeFooter();
    void restoreSize();
    void fill();
    void select(const QString &key);
    void showCurrent();
    void follow(const QString &key);
    void goBack();

    const Glossary &m_glossary;
    ViewState &m_state;
    FilterLine *m_search; // children
    QListWidget *m_list;
    QLabel *m_count;
    TermView *m_view;
    QPushButton *m_back;
    QStringList m_trail; ///< keys of the terms whose links were followed
};

} // namespace tb
