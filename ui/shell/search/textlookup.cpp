#include "ui/shell/search/textlookup.h"

#include "model/job.h"
#include "model/search/search.h"
#include "model/store/projectstorage.h"

namespace tb {

namespace {
constexpr int pause = 120; ///< milliseconds without a key stroke
constexpr qsizetype shortest = 2;
using Snippets = QList<std::pair<qint64, QString>>;
} // namespace

TextLookup::TextLookup(Project &project, QThreadPool &pool, QObject *parent)
    : QObject(parent)
    , m_project(project)
    , m_pool(pool)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);
    connect(&m_pause, &QTimer::timeout, this, &TextLookup::start);
}

void TextLookup::ask(const QString &text)
{
    stop();
    m_text = text;
    if (text.trimmed().size() >= shortest)
        m_pause.start();
}

void TextLookup::stop()
{
    m_pause.stop();
    m_text.clear();
}

void TextLookup::start()
{
    if (m_job)
        return m_pause.start(); // one at a time: a slow answer must not make a queue of key strokes
    // The storage outlives this object, whose end the closing of the project waits for.
    ProjectStorage *storage = &m_project.storage();
    m_job = Job::start<Snippets>(
        m_pool, this,
        [storage, text = m_text](JobControl &) -> Result<Snippets> {
            const auto answer = searchTexts(*storage, text, most);
            if (!answer)
                return answer.error();
            Snippets snippets;
            for (const IndexHit &hit : answer.value().hits)
                snippets.append({ hit.id, hit.snippet.text });
            return snippets;
        },
        [this, text = m_text](const Result<Snippets> &snippets) {
            if (snippets && text == m_text) // otherwise it answers what nobody asks any more
                emit found(text, named(snippets.value()));
        });
}

QList<TextHit> TextLookup::named(const Snippets &snippets) const
{
    QList<TextHit> hits;
    for (const auto &[id, snippet] : snippets) {
        if (const Evidence *item = m_project.records().evidence.find(EvidenceId { id }); item && hits.size() < most)
            hits.append({ id, item->code, snippet });
    }
    return hits;
}

} // namespace tb
