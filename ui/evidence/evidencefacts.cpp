#include "ui/evidence/evidencefacts.h"

#include "reports/words/terms.h"
#include "ui/common/button.h"
#include "ui/common/flowlayout.h"
#include "ui/common/inspectorform.h"
#include "ui/common/pill.h"
#include "ui/common/textstyle.h"

#include <QLabel>
#include <QLocale>
#include <QMimeDatabase>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace tb {

namespace {

constexpr int mostNeeded = 3; ///< spans or due dates named before "and n more"

/// A hairline between groups of facts.
class Divider final : public QWidget
{
public:
    explicit Divider(QWidget *parent) : QWidget(parent) { setFixedHeight(1); }

protected:
    void paintEvent(QPaintEvent *) override { QPainter(this).fillRect(rect(), theme().line); }
};

QString coversText(const EvidenceRow &row)
{
    if (row.item.coversFrom.isValid() || row.item.coversTo.isValid())
        return words::span(row.item.coversFrom, row.item.coversTo);
    QStringList dates;
    for (const QDate &day : row.item.performedOn)
        dates.append(words::date(day));
    return dates.isEmpty() ? EvidenceFacts::tr("No period or date given") : dates.join(QStringLiteral(", "));
}

QString shortened(QStringList parts)
{
    const auto more = static_cast<int>(parts.size()) - mostNeeded;
    if (more > 0)
        parts = parts.mid(0, mostNeeded) + QStringList { EvidenceFacts::tr("and %n more", nullptr, more) };
    return parts.join(QLatin1Char('\n'));
}

QString neededText(const EvidenceRow &row)
{
    QStringList parts;
    for (const QDate &due : row.due)
        parts.append(EvidenceFacts::tr("due %1").arg(words::date(due)));
    if (parts.isEmpty()) {
        for (const readiness::DaySpan &span : row.missing)
            parts.append(words::span(span.from, span.to));
    }
    return parts.isEmpty() ? EvidenceFacts::tr("Nothing now") : shortened(parts);
}

QString sizeText(const Evidence &item)
{
    const QString type = QMimeDatabase().mimeTypeForName(item.mediaType).comment();
    return type.isEmpty() ? words::bytes(item.size) : words::bytes(item.size) + QStringLiteral(" · ") + type;
}

} // namespace

QString groupedHash(const QString &sha256)
{
    QStringList groups;
    for (qsizetype at = 0; at < sha256.size(); at += 8)
        groups.append(sha256.mid(at, 8));
    return groups.join(QLatin1Char(' '));
}

EvidenceFacts::EvidenceFacts(QWidget *parent) : QWidget(parent), m_freshness(new Pill), m_origin(new QWidget)
{
    auto *state = new InspectorForm;
    auto *pillBox = new QWidget;
    auto *pillRow = new QHBoxLayout(pillBox);
    pillRow->setContentsMargins(0, 0, 0, 0);
    pillRow->addWidget(m_freshness);
    pillRow->addStretch();
    state->addFact(tr("Freshness"), pillBox);
    m_covers = addLine(state, tr("Covers"));
    m_needed = addLine(state, tr("Still needed"));
    auto *controls = new QWidget;
    m_controls = new FlowLayout(6, controls);
    state->addFact(tr("Controls"), controls);

    auto *origin = new InspectorForm;
    m_file = addLine(origin, tr("File"));
    m_size = addLine(origin, tr("Size"));
    m_added = addLine(origin, tr("Added"));
    m_source = addLine(origin, tr("Source"));
    m_hash = addLine(origin, tr("SHA-256"));
    setTextStyle(m_hash, TextStyle::Mono);
    auto *originBox = new QVBoxLayout(m_origin);
    originBox->setContentsMargins(0, 0, 0, 0);
    originBox->setSpacing(0);
    originBox->addWidget(new Divider(m_origin));
    originBox->addWidget(origin);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(new Divider(this));
    layout->addWidget(state);
    layout->addWidget(m_origin);
}

QLabel *EvidenceFacts::addLine(InspectorForm *form, const QString &label)
{
    QLabel *line = makeLabel({});
    line->setWordWrap(true);
    line->setTextInteractionFlags(Qt::TextSelectableByMouse);
    line->setAccessibleName(label);
    form->addFact(label, line);
    return line;
}

void EvidenceFacts::show(const EvidenceRow &row, const QString &addedBy)
{
    StatusLook state = look(row.state);
    if (!row.due.isEmpty())
        state.text = (row.isCollected() ? tr("%1 · by %2") : tr("%1 · since %2"))
                         .arg(state.text, QLocale().toString(row.due.first(), QStringLiteral("d MMM")));
    m_freshness->setLook(state);
    m_covers->setText(row.isCollected() ? coversText(row) : tr("Nothing collected yet"));
    m_needed->setText(neededText(row));
    showControls(row);
    m_origin->setVisible(row.isCollected());
    m_file->setText(row.item.fileName);
    m_size->setText(sizeText(row.item));
    const QString at = words::instant(row.item.receivedAt);
    m_added->setText(addedBy.isEmpty() ? at : tr("%1 by %2").arg(at, addedBy));
    m_source->setText(row.item.sourceSystem.isEmpty() ? QStringLiteral("—") : row.item.sourceSystem);
    m_hash->setText(groupedHash(row.item.sha256));
}

void EvidenceFacts::showControls(const EvidenceRow &row)
{
    while (QLayoutItem *item = m_controls->takeAt(0)) {
        item->widget()->hide(); // deleted only when the loop comes round
        item->widget()->deleteLater();
        delete item;
    }
    for (const EvidenceRow::Shown &control : row.controls) {
        QPushButton *tag = makeButton(control.code);
        tag->setToolTip(control.title);
        tag->setFixedHeight(metrics::pill());
        setTextStyle(tag, TextStyle::Small);
        connect(tag, &QPushButton::clicked, this,
                [this, id = control.id] { emit recordAsked(QStringLiteral("control"), id.value); });
        m_controls->addWidget(tag);
    }
    if (row.controls.isEmpty())
        m_controls->addWidget(makeLabel(tr("None; press Ctrl+L to link"), TextStyle::Body, Ink::Text2));
}

} // namespace tb
