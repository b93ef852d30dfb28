#pragma once

#include <QWidget>

class QLabel;

namespace tb {

struct CatalogTerm;
class FlowLayout;
class Glossary;

/// One term with what it means and links to the terms beside it.
class TermView final : public QWidget
{
    Q_OBJECT

public:
    explicit TermView(const Glossary &glossary, QWidget *parent = nullptr); ///< @p glossary must outlive this

    void show(const CatalogTerm &term);
    /// Says that no term has @p text in it.
    void showNothing(const QString &text);
    QList<QWidget *> links() const; ///< in reading order

signals:
    void termAsked(const QString &key); ///< a link was followed

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void setLinks(const QList<const CatalogTerm *> &terms);

    const Glossary &m_glossary;
    QLabel *m_heading; // children
    QLabel *m_definition;
    QLabel *m_seeAlso;
    QWidget *m_links;
    FlowLayout *m_flow;
};

} // namespace tb
