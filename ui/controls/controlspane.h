#pragma once

#include "ui/controls/controlrow.h"
#include "ui/shell/recordpane.h"

namespace tb {

class ControlInspector;

/// The control matrix: every control under its criteria, with filter, bulk edit and the inspector.
class ControlsPane final : public RecordPane
{
    Q_OBJECT

public:
    explicit ControlsPane(const PaneContext &context, QWidget *parent = nullptr);

    QString id() const override { return QStringLiteral("controls"); }
    QString title() const override { return tr("Control matrix"); }
    QString iconName() const override { return QStringLiteral("table-2"); }
    bool shows(const QString &table) const override;
    bool showRecord(const QString &table, qint64 id) override;

protected:
    QString countText(int shown, int total) const override;
    QString rowHints() const override;
    void showCurrent() override;

private:
    void setupTable();
    void setupActions();
    void setupConnections();
    /// A menu that sets @p field of the controls that are acting when it opens; it marks what they have now, or says
    /// that they differ.
    QMenu *choiceMenu(const QString &field, std::function<QList<Choice>()> choices);
    QMenu *statusMenu();
    void fillChoices(QMenu &menu, const QString &field, const QList<Choice> &choices);
    /// What all of @p ids have in @p field; nothing when they differ.
    std::optional<QVariant> shared(const QString &field, const QList<ControlId> &ids) const;

    void refresh(const ChangeSet &changes);
    QList<ControlId> acting() const; ///< the selection, else the current row

    void editCell(qint64 id, const QString &column, const QVariant &value);
    void editField(const QString &field, const QVariant &value);
    void setField(ControlId id, const QString &field, const QVariant &value);
    void setOn(const QList<ControlId> &ids, const QString &field, const QVariant &value);
    void setStatus(const QString &choice, const QList<ControlId> &ids);
    void askNotApplicable(const QList<ControlId> &ids);
    void signOffAs(const QList<ControlId> &ids);
    void createControl();
    void duplicateControl();
    void deleteControls();
    void linkCriteria();
    void linkPoints();
    void linkSystems();
    void linkPolicies();
    void linkEvidence();
    template <class R, class Name>
    void linkTo(const QString &title, const LinkSpec &link, const LinkMap &pairs, const QList<R> &records, Name name);
    void noteDecision(int rule);
    void editDecision(ControlDecisionId id);
    void removeDecision(ControlDecisionId id);
    void askDecision(const ControlDecision &draft);
    void askDueDate();
    void askTag();
    void showMenu(const QPoint &at);

    TableRecords<ControlRow> &m_rows;
    ControlParts m_parts;
    ControlInspector *m_inspector; // child
    QList<QAction *> m_editing; ///< in the order of the context menu
};

} // namespace tb
