#include "ui/evidence/evidencepreview.h"

#include "model/evidence/extract.h"
#include "reports/words/errors.h"
#include "ui/common/button.h"
#include "ui/common/emptystate.h"
#include "ui/common/textstyle.h"
#include "ui/evidence/pagedesk.h"

#include <QAbstractTableModel>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

namespace tb {

namespace {

constexpr int deskHeight = 330;
constexpr double zoomStep = 1.5;
constexpr double mostZoom = 5;
constexpr int sayAfterMs = 300; ///< of loading

/// The rows of a delimited file; the first is the header.
class GridModel final : public QAbstractTableModel
{
public:
    GridModel(QList<QStringList> rows, QObject *parent) : QAbstractTableModel(parent), m_rows(std::move(rows))
    {
        for (const QStringList &row : m_rows)
            m_columns = std::max(m_columns, static_cast<int>(row.size()));
    }
    int rowCount(const QModelIndex &parent) const override
    {
        return parent.isValid() ? 0 : std::max(0, static_cast<int>(m_rows.size()) - 1);
    }
    int columnCount(const QModelIndex &parent) const override { return parent.isValid() ? 0 : m_columns; }
    QVariant data(const QModelIndex &index, int role) const override
    {
        return role == Qt::DisplayRole ? QVariant(m_rows.at(index.row() + 1).value(index.column())) : QVariant();
    }
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        if (role != Qt::DisplayRole)
            return {};
        return orientation == Qt::Vertical ? QVariant(section + 2) : QVariant(m_rows.constFirst().value(section));
    }

private:
    QList<QStringList> m_rows;
    int m_columns = 0;
};

} // namespace

EvidencePreview::EvidencePreview(ProjectStorage &storage, QThreadPool &jobs, QWidget *parent)
    : QWidget(parent)
    , m_storage(storage)
    , m_jobs(jobs)
    , m_page(makeLabel({}, TextStyle::Small, Ink::Text2, this))
    , m_previous(makeIconButton(QStringLiteral("chevron-up"), tr("Previous page"), {}, this))
    , m_next(makeIconButton(QStringLiteral("chevron-down"), tr("Next page"), {}, this))
    , m_closer(makeIconButton(QStringLiteral("zoom-in"), tr("Zoom in"), {}, this))
    , m_farther(makeIconButton(QStringLiteral("zoom-out"), tr("Zoom out"), {}, this))
    , m_open(makeIconButton(QStringLiteral("external-link"), tr("Open with another program"), {}, this))
    , m_save(nullptr)
    , m_pages(new QStackedWidget(this))
    , m_words(new EmptyState)
    , m_desk(new PageDesk)
    , m_text(new QPlainTextEdit)
    , m_grid(new QTableView)
{
    m_text->setObjectName(QStringLiteral("previewText"));
    m_text->setReadOnly(true);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setAccessibleName(tr("Preview"));
    setTextStyle(m_text, TextStyle::Mono);
    m_grid->setObjectName(QStringLiteral("previewGrid"));
    m_grid->setFrameShape(QFrame::NoFrame);
    m_grid->setAccessibleName(tr("Preview"));
    m_grid->verticalHeader()->setDefaultSectionSize(metrics::control() - 4);
    setTextStyle(m_grid, TextStyle::Small);
    for (QWidget *page : std::initializer_list<QWidget *> { m_words, m_desk, m_text, m_grid })
        m_pages->addWidget(page);
    m_pages->setMinimumHeight(metrics::scaled(deskHeight));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeBar());
    layout->addWidget(m_pages);
    showBar();
}

QWidget *EvidencePreview::makeBar()
{
    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(16, 3, 8, 3);
    row->setSpacing(2);
    QPushButton *save = makeButton(tr("Save a copy…"), ButtonRole::Quiet, QStringLiteral("download"));
    save->setObjectName(QStringLiteral("saveCopy"));
    m_save = save;
    row->addWidget(m_page);
    row->addStretch();
    for (QWidget *button : std::initializer_list<QWidget *> { m_previous, m_next, m_farther, m_closer, m_open, save })
        row->addWidget(button);
    connect(m_previous, &QToolButton::clicked, this, [this] { turnTo(m_content.page - 1); });
    connect(m_next, &QToolButton::clicked, this, [this] { turnTo(m_content.page + 1); });
    connect(m_closer, &QToolButton::clicked, this, [this] { zoomBy(1); });
    connect(m_farther, &QToolButton::clicked, this, [this] { zoomBy(-1); });
    connect(m_open, &QToolButton::clicked, this, &EvidencePreview::openAsked);
    connect(save, &QPushButton::clicked, this, &EvidencePreview::saveAsked);
    return bar;
}

void EvidencePreview::say(const QString &iconName, const QString &title, const QString &sentence)
{
    m_words->setContent(iconName, title, sentence);
    m_pages->setCurrentWidget(m_words);
}

void EvidencePreview::show(const Evidence &item)
{
    const bool same = item.id == m_item.id && item.sha256 == m_item.sha256 && item.erasedAt == m_item.erasedAt;
    m_item = item;
    if (same)
        return;
    start();
}

void EvidencePreview::start()
{
    ++m_asked;
    if (m_job)
        m_job->cancel();
    drop(); // nobody may take the last item's page for this one's
    m_desk->setZoom(1);
    showBar();
    if (previewKind(m_item) == PreviewContent::Kind::None)
        return take(Result<PreviewContent>(PreviewContent {}));
    const int width = m_desk->wantedWidth();
    m_loading = true;
    QTimer::singleShot(sayAfterMs, this, [this, asked = m_asked] { sayLoading(asked); });
    m_job = Job::start<PreviewContent>(
        m_jobs, this,
        [storage = &m_storage, item = m_item, width](JobControl &job) {
            return loadPreview(*storage, item, width, job);
        },
        [this, asked = m_asked](Result<PreviewContent> content) {
            if (asked == m_asked)
                take(content);
        });
}

/// An empty desk is quieter than a word that comes and goes; what takes longer is told.
void EvidencePreview::sayLoading(quint64 asked)
{
    if (m_loading && asked == m_asked)
        say(QStringLiteral("file-clock"), tr("Loading…"), {});
}

void EvidencePreview::take(const Result<PreviewContent> &content)
{
    m_loading = false;
    if (content)
        display(content.value());
    else if (content.error().kind != Error::Kind::Cancelled)
        say(QStringLiteral("circle-alert"), tr("This file cannot be shown"), words::sentence(content.error()));
}

void EvidencePreview::display(const PreviewContent &content)
{
    using Kind = PreviewContent::Kind;
    m_content = content;
    switch (content.kind) {
    case Kind::None:
        say(QStringLiteral("eye-off"), m_item.erasedAt.isValid() ? tr("Erased") : tr("No preview for this type"),
            content.reason.isEmpty() ? tr("Save a copy to look at it in another program.") : content.reason);
        break;
    case Kind::Image:
    case Kind::Pdf:
        m_desk->setImage(content.image, content.kind == Kind::Pdf);
        m_pages->setCurrentWidget(m_desk);
        break;
    case Kind::Text:
        m_text->setPlainText(content.text);
        m_pages->setCurrentWidget(m_text);
        break;
    case Kind::Grid: {
        QAbstractItemModel *old = m_grid->model();
        m_grid->setModel(new GridModel(content.rows, m_grid));
        delete old;
        m_grid->resizeColumnsToContents();
        m_pages->setCurrentWidget(m_grid);
        break;
    }
    }
    showBar();
}

void EvidencePreview::turnTo(int page)
{
    if (m_content.kind != PreviewContent::Kind::Pdf || page < 0 || page >= m_content.pages)
        return;
    ++m_asked;
    if (m_job)
        m_job->cancel();
    m_job = Job::start<PreviewContent>(
        m_jobs, this,
        [document = m_content.document, page, width = m_desk->wantedWidth()](JobControl &) {
            return Result<PreviewContent>(renderPage(document, page, width));
        },
        [this, asked = m_asked](Result<PreviewContent> content) {
            if (asked == m_asked)
                take(content);
        });
}

void EvidencePreview::zoomBy(int step)
{
    const double factor = step > 0 ? m_desk->zoom() * zoomStep : m_desk->zoom() / zoomStep;
    m_desk->setZoom(std::clamp(factor, 1.0, mostZoom));
    showBar();
    turnTo(m_content.page); // a page is drawn again at the new size, so that its letters stay sharp
}

void EvidencePreview::showBar()
{
    using Kind = PreviewContent::Kind;
    const Kind kind = m_content.kind;
    const bool hasBytes = !m_item.sha256.isEmpty() && !m_item.erasedAt.isValid();
    const bool zooms = kind == Kind::Pdf || kind == Kind::Image;
    switch (kind) {
    case Kind::Pdf: m_page->setText(tr("Page %1 of %2").arg(m_content.page + 1).arg(m_content.pages)); break;
    case Kind::Text: m_page->setText(m_content.isWhole ? QString() : tr("The beginning")); break;
    case Kind::Grid:
        m_page->setText(m_content.isWhole
                            ? tr("%n row(s)", nullptr, static_cast<int>(m_content.rows.size()) - 1)
                            : tr("First %n row(s)", nullptr, static_cast<int>(m_content.rows.size()) - 1));
        break;
    case Kind::Image:
    case Kind::None: m_page->clear(); break;
    }
    for (QToolButton *button : { m_previous, m_next })
        button->setVisible(kind == Kind::Pdf && m_content.pages > 1);
    m_previous->setEnabled(m_content.page > 0);
    m_next->setEnabled(m_content.page + 1 < m_content.pages);
    for (QToolButton *button : { m_closer, m_farther })
        button->setVisible(zooms);
    m_closer->setEnabled(m_desk->zoom() < mostZoom);
    m_farther->setEnabled(m_desk->zoom() > 1);
    m_open->setEnabled(hasBytes);
    m_save->setEnabled(hasBytes);
}

void EvidencePreview::clear(const QString &title, const QString &sentence)
{
    release();
    say(QStringLiteral("file-clock"), title, sentence);
}

void EvidencePreview::release()
{
    ++m_asked;
    if (m_job)
        m_job->cancel();
    m_loading = false;
    m_item = {};
    drop();
    showBar();
}

void EvidencePreview::drop()
{
    m_content = {};
    m_desk->setImage({}, false);
    m_text->clear();
    QAbstractItemModel *old = m_grid->model();
    m_grid->setModel(nullptr);
    delete old;
    m_pages->setCurrentWidget(m_desk);
}

} // namespace tb
