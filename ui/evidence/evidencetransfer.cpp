// How files come into the evidence pane and how copies leave it.
#include "model/commands.h"
#include "model/evidence/privatefolder.h"
#include "reports/words/errors.h"
#include "reports/words/intake.h"
#include "reports/words/terms.h"
#include "ui/common/button.h"
#include "ui/common/chipbar.h"
#include "ui/common/dropzone.h"
#include "ui/common/problemstrip.h"
#include "ui/common/progressstrip.h"
#include "ui/common/prompts.h"
#include "ui/common/recordtable.h"
#include "ui/common/recordview.h"
#include "ui/evidence/evidenceinspector.h"
#include "ui/evidence/evidenceintake.h"
#include "ui/evidence/evidencepane.h"
#include "ui/evidence/noticestrip.h"
#include "ui/evidence/relationdialog.h"

#include <QApplication>
#include <QClipboard>
#include <QDropEvent>
#include <QImage>
#include <QMimeData>
#include <QPushButton>

namespace tb {

namespace {
constexpr int showOpeningAfterMs = 600; ///< most files are there at once, and a strip would only flash

/// Programs and scripts run when "opened": a file that somebody sent must not.
bool runsWhenOpened(const Evidence &item)
{
    static const QStringList types { QStringLiteral("executable"),    QStringLiteral("x-sharedlib"),
                                     QStringLiteral("x-shellscript"), QStringLiteral("x-desktop"),
                                     QStringLiteral("x-msdownload"),  QStringLiteral("x-ms-dos"),
                                     QStringLiteral("x-msi"),         QStringLiteral("x-perl"),
                                     QStringLiteral("x-python"),      QStringLiteral("java-archive"),
                                     QStringLiteral("x-bat"),         QStringLiteral("portable-executable") };
    return std::any_of(types.begin(), types.end(), [&](const QString &type) { return item.mediaType.contains(type); });
}

} // namespace

void EvidencePane::setupDropZone()
{
    m_drop->setObjectName(QStringLiteral("dropZone"));
    QPushButton *paste = makeButton(tr("Paste"), ButtonRole::Standard);
    paste->setToolTip(tr("Paste a picture or files (Ctrl+V)"));
    QPushButton *browse = makeButton(tr("Browse…"), ButtonRole::Standard);
    m_dropButtons = { paste, browse };
    for (QPushButton *button : std::as_const(m_dropButtons))
        m_drop->addButton(button);
    connect(paste, &QPushButton::clicked, this, &EvidencePane::paste);
    connect(browse, &QPushButton::clicked, this, &EvidencePane::addFiles);
}

/// The one-line zone has no room for the frames of its buttons.
void EvidencePane::setDropCompact(bool compact)
{
    m_drop->setCompact(compact);
    for (QPushButton *button : std::as_const(m_dropButtons))
        setButtonRole(button, compact ? ButtonRole::Quiet : ButtonRole::Standard);
}

void EvidencePane::dragEnterEvent(QDragEnterEvent *event)
{
    DropZone::takeCopies(event);
}

void EvidencePane::dropEvent(QDropEvent *event)
{
    if (DropZone::takeCopies(event))
        dropOn(DropZone::filesOf(event->mimeData()), 0, DropZone::remoteOf(event->mimeData()));
}

/// On an item: asks what the files are to it. On missing evidence, or beside the rows: nothing to ask.
void EvidencePane::dropOn(const QStringList &paths, qint64 row, int remote)
{
    if (context().readOnly)
        return;
    const EvidenceRow *on = m_rows.find(row);
    if (on && !on->isCollected())
        return takeFiles(paths, on->controls.first().id, remote);
    AttachRequest request;
    request.paths = paths;
    if (!on)
        return take(request, remote);
    QList<ControlId> controls;
    for (const EvidenceRow::Shown &control : on->controls)
        controls.append(control.id);
    auto *dialog = new RelationDialog(on->item, static_cast<int>(paths.size()), this);
    const auto attach = [this, request, controls, remote, item = on->item.id](Relation relation) {
        AttachRequest related = request;
        related.relation = relation;
        related.precedent = relation == Relation::None ? EvidenceId {} : item;
        related.controls = controls;
        take(related, remote);
    };
    connect(dialog, &RelationDialog::chosen, this, attach);
    dialog->open();
}

void EvidencePane::takeFiles(const QStringList &paths, ControlId control, int remote)
{
    AttachRequest request;
    request.paths = paths;
    if (control)
        request.controls = { control };
    take(request, remote);
}

void EvidencePane::take(const AttachRequest &request, int remote)
{
    if (context().readOnly || request.paths.isEmpty())
        return;
    AttachRequest dated = request;
    dated.collectedOn = context().today();
    problem().clear();
    if (!m_intake->isBusy())
        m_place = place();
    m_intake->take(dated, remote);
}

bool EvidencePane::isBusy() const
{
    return m_intake->isBusy();
}

void EvidencePane::finishIntake(const Result<AttachResult> &result, int remote)
{
    if (!result) {
        if (result.error().kind == Error::Kind::Cancelled)
            context().toast(tr("Adding files was cancelled; nothing was added."), 0);
        return complain(result.error());
    }
    const AttachResult &done = result.value();
    sayTaken(done, remote);
    if (isWaitedFor())
        showTaken(done);
    offerPeriods(done);
}

void EvidencePane::sayTaken(const AttachResult &done, int remote)
{
    if (done.refused.isEmpty() && remote == 0)
        return context().toast(words::intakeSentence(done, controlOf(done)), done.changes.seq);
    QString sentence = words::intakeSentence(done);
    QStringList details { words::intakeDetails(done) };
    if (remote > 0) {
        sentence += QStringLiteral(", ")
            + (remote == 1 ? tr("1 on another computer left out")
                           : tr("%n on other computers left out", nullptr, remote));
        details.append(tr("Copy what is on another computer to this one, then add it."));
    }
    details.removeAll(QString());
    problem().setProblem(sentence, {}, details.join(QLatin1Char('\n')));
    if (!isVisible())
        context().toast(sentence, done.changes.seq); // dropped on a control, whose pane has no such strip
}

/// Code of the one control that all new items are linked to; empty when there is none or more.
QString EvidencePane::controlOf(const AttachResult &result) const
{
    const Records &records = context().project.records();
    QList<qint64> common;
    for (const AttachResult::Added &added : result.added) {
        const QList<qint64> controls = records.evidenceControls.rightsOf(added.id.value);
        if (controls.size() != 1 || (!common.isEmpty() && common != controls))
            return {};
        common = controls;
    }
    const Control *control = common.isEmpty() ? nullptr : records.controls.find({ common.first() });
    return control ? control->code : QString();
}

EvidencePane::Place EvidencePane::place()
{
    const QList<qint64> selected = table().selectedIds();
    return { table().currentId(), QSet<qint64>(selected.begin(), selected.end()), chips().chips(), chips().text() };
}

/// Whether the person who added files did nothing else since; whoever went on working keeps their place.
bool EvidencePane::isWaitedFor()
{
    const QWidget *focus = QApplication::focusWidget();
    const bool busy = table().view()->isEditing() || QApplication::activePopupWidget()
        || QApplication::activeModalWidget() || (focus && m_inspector->isAncestorOf(focus));
    return !busy && place() == whatIsLeftOf(m_place);
}

/// @p before without the rows that are there no more: what was missing until these files came.
EvidencePane::Place EvidencePane::whatIsLeftOf(Place before)
{
    const auto gone = [this](qint64 row) { return row != 0 && !m_rows.find(row); };
    if (gone(before.current))
        before.current = table().currentId(); // which the table chose
    before.selected.removeIf(gone);
    return before;
}

/// What came in stays selected, so that dates, owner and controls can be given to all of it at once.
void EvidencePane::showTaken(const AttachResult &done)
{
    QList<qint64> ids;
    for (const AttachResult::Added &item : done.added)
        ids.append(item.id.value);
    if (ids.isEmpty() && done.duplicates.size() == 1)
        ids.append(done.duplicates.first().existing.value);
    if (ids.isEmpty() || !showRecord(QStringLiteral("evidence"), ids.first()))
        return;
    table().setSelectedIds(ids);
    m_place = place(); // moving there was not the person's doing
}

/// File names often say which quarter they are about. Offered, since only a person knows.
void EvidencePane::offerPeriods(const AttachResult &result)
{
    m_offered.clear();
    for (const AttachResult::Added &added : result.added) {
        const Evidence *item = context().project.records().evidence.find(added.id);
        if (added.suggested && item && item->performedOn.isEmpty() && !item->coversFrom.isValid())
            m_offered.append(added);
    }
    if (m_offered.isEmpty())
        return;
    const guess::Period first = *m_offered.first().suggested;
    const int count = static_cast<int>(m_offered.size());
    const QString sentence = count == 1
        ? tr("1 file name says which days the file is about: %1.")
        : tr("%n file names say which days the files are about, such as %1.", nullptr, count);
    m_notice->offer(sentence.arg(words::span(first.from, first.to)),
                    count == 1 ? tr("Use as its dates") : tr("Use as their dates"));
}

void EvidencePane::usePeriods()
{
    QList<Evidence> dated;
    for (const AttachResult::Added &offered : std::as_const(m_offered)) {
        const Evidence *item = context().project.records().evidence.find(offered.id);
        if (!item)
            continue;
        dated.append(*item);
        if (offered.suggested->from == offered.suggested->to) {
            dated.last().performedOn = { offered.suggested->from };
        } else {
            dated.last().coversFrom = offered.suggested->from;
            dated.last().coversTo = offered.suggested->to;
        }
    }
    m_offered.clear();
    if (!dated.isEmpty())
        report(saveRecords(context().project, dated), true);
}

void EvidencePane::addFiles()
{
    context().prompts.openFiles(this, { tr("Add files as evidence"), {}, {}, {} },
                                [this](const QStringList &paths) { dropOn(paths, 0); });
}

void EvidencePane::addFolder()
{
    context().prompts.openFolder(this, { tr("Add a folder as evidence"), {}, {}, {} },
                                 [this](const QString &path) { dropOn({ path }, 0); });
}

void EvidencePane::paste()
{
    const QMimeData *copied = QApplication::clipboard()->mimeData();
    if (context().readOnly || !copied)
        return;
    if (const QStringList paths = DropZone::filesOf(copied); !paths.isEmpty())
        return dropOn(paths, 0, DropZone::remoteOf(copied));
    const QImage image = copied->hasImage() ? qvariant_cast<QImage>(copied->imageData()) : QImage();
    if (image.isNull()) {
        problem().setProblem(tr("The clipboard holds neither files nor a picture."));
        return;
    }
    AttachRequest request;
    request.collectedOn = context().today();
    problem().clear();
    if (!m_intake->isBusy())
        m_place = place();
    // No date in the name: it would be offered as the day of the evidence, and it is only the day of pasting.
    m_intake->takeImage(image, tr("Pasted picture") + QStringLiteral(".png"), request);
}

void EvidencePane::replaceFile()
{
    const QList<EvidenceId> ids = acting();
    if (ids.size() != 1)
        return;
    context().prompts.openFiles(this, { tr("Replace by this file"), {}, {}, {} },
                                [this, row = ids.first().value](const QStringList &paths) { dropOn(paths, row); });
}

void EvidencePane::saveCopies()
{
    const QList<Evidence> items = actingItems();
    if (!items.isEmpty())
        context().whenPlainIsFine([this, items] { extractTo({}, items); });
}

/// One item under a name that the person chooses, several into a folder.
void EvidencePane::extractTo(const QString &target, const QList<Evidence> &items)
{
    const bool one = items.size() == 1;
    if (target.isEmpty()) {
        const auto again = [this, items](const QString &path) { extractTo(path, items); };
        if (one)
            context().prompts.saveFile(this, { tr("Save a copy"), {}, items.first().fileName, {} }, again);
        else
            context().prompts.openFolder(this, { tr("Save copies into"), {}, {}, {} }, again);
        return;
    }
    startWork<Extraction>(
        one ? tr("Saving 1 copy…") : tr("Saving %n copies…", nullptr, static_cast<int>(items.size())),
        [storage = &context().project.storage(), items, target, one](JobControl &control) -> Result<Extraction> {
            if (!one)
                return extractAll(*storage, items, target, control);
            const Status done = tb::extractTo(*storage, items.first(), target, control);
            return done ? Result<Extraction>(Extraction { { target }, {}, {} }) : Result<Extraction>(done.error());
        },
        [this](const Result<Extraction> &done) { finishExtraction(done); });
}

void EvidencePane::finishExtraction(const Result<Extraction> &done)
{
    if (!done)
        return complain(done.error());
    const Extraction &written = done.value();
    QStringList lines;
    for (const Extraction::Failure &failure : written.failures)
        lines.append(failure.code + QStringLiteral(": ") + words::sentence(failure.error));
    const int empty = static_cast<int>(written.without.size());
    if (empty > 0)
        lines.append(empty == 1 ? tr("1 item has no content: a link, or what was erased")
                                : tr("%n items have no content: links and what was erased", nullptr, empty));
    const int saved = static_cast<int>(written.paths.size());
    const QString sentence = saved == 1 ? tr("1 copy saved") : tr("%n copies saved", nullptr, saved);
    if (lines.isEmpty())
        context().toast(sentence, 0);
    else
        problem().setProblem(sentence + tr(", not all that were asked for"), {}, lines.join(QLatin1Char('\n')));
}

void EvidencePane::openExternally()
{
    const EvidenceRow *row = m_rows.find(table().currentId());
    if (!row || !row->isCollected() || m_opening.contains(row->item.id.value))
        return;
    if (runsWhenOpened(row->item)) {
        problem().setProblem(tr("“%1” is a program or script: opening would run it. Save a copy to look at it.")
                                 .arg(row->item.fileName));
        return;
    }
    if (!m_private) {
        auto made = PrivateFolder::make();
        if (!made)
            return complain(made.error());
        m_private = std::move(made).value();
    }
    const auto path = m_private->pathFor(row->item.fileName);
    if (!path)
        return complain(path.error());
    const qint64 id = row->item.id.value;
    m_opening.insert(id);
    startWork<QString>(
        tr("Opening “%1”…").arg(row->item.fileName),
        [storage = &context().project.storage(), item = row->item, to = path.value(),
         folder = m_private](JobControl &job) {
            const Status done = tb::extractTo(*storage, item, to, job);
            if (done)
                QFile::setPermissions(to,
                                      QFile::ReadOwner); // the copy is wiped: nobody should write their work into it
            return done ? Result<QString>(to) : Result<QString>(done.error());
        },
        [this, id](const Result<QString> &written) {
            m_opening.remove(id);
            open(written);
        },
        showOpeningAfterMs);
}

void EvidencePane::open(const Result<QString> &path)
{
    if (!path)
        return complain(path.error());
    if (!m_opener(path.value()))
        problem().setProblem(tr("No program on this computer opens this type of file."));
}

} // namespace tb
