#include "ui/shell/search/searchindex.h"

#include <algorithm>

namespace tb {

namespace {

constexpr int noMatch = 100;

QString joined(std::initializer_list<QString> texts)
{
    return QStringList(texts).join(QLatin1Char('\n')).toLower();
}

} // namespace

void SearchIndex::rebuild(const Records &records)
{
    m_controls.clear();
    m_evidence.clear();
    m_criteria.clear();
    for (const Control &control : records.controls.all())
        m_controls.append({ { QStringLiteral("control"), control.id.value, control.code, control.title },
                            control.code.toLower(),
                            control.title.toLower(),
                            joined({ control.description, control.notes, control.tags.join(QLatin1Char(' ')) }) });
    for (const Evidence &item : records.evidence.all())
        m_evidence.append({ { QStringLiteral("evidence"), item.id.value, item.code, item.title },
                            item.code.toLower(),
                            item.title.toLower(),
                            joined({ item.fileName, item.description, item.tags.join(QLatin1Char(' ')) }) });
    for (const Criterion &criterion : records.criteria.all())
        m_criteria.append({ { QStringLiteral("criterion"), criterion.id.value, criterion.code, criterion.title },
                            criterion.code.toLower(),
                            criterion.title.toLower(),
                            joined({ criterion.statement }) });
}

int SearchIndex::rank(const Entry &entry, const QString &whole, const QStringList &words)
{
    if (entry.code.startsWith(whole))
        return 0;
    int worst = 0;
    for (const QString &word : words) {
        const qsizetype at = entry.title.indexOf(word);
        const bool atWordStart = at == 0 || (at > 0 && !entry.title.at(at - 1).isLetterOrNumber());
        const int one = atWordStart               ? 1
            : at > 0 || entry.code.contains(word) ? 2
            : entry.other.contains(word)          ? 3
                                                  : noMatch;
        worst = std::max(worst, one);
    }
    return worst;
}

void SearchIndex::take(const Group &group, const QString &text, qsizetype most, QList<SearchHit> &found)
{
    const QString whole = text.simplified().toLower();
    const QStringList words = whole.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (words.isEmpty())
        return;
    std::vector<std::pair<int, const Entry *>> ranked;
    for (const Entry &entry : group) {
        if (const int at = rank(entry, whole, words); at < noMatch)
            ranked.emplace_back(at, &entry);
    }
    std::stable_sort(ranked.begin(), ranked.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    for (std::size_t i = 0; i < ranked.size() && i < static_cast<std::size_t>(most); ++i)
        found.append(ranked.at(i).second->hit);
}

QList<SearchHit> SearchIndex::find(const QString &text, qsizetype most) const
{
    QList<SearchHit> found;
    take(m_controls, text, most, found);
    take(m_evidence, text, most, found);
    take(m_criteria, text, most, found);
    return found;
}

QList<std::pair<qsizetype, qsizetype>> SearchIndex::matches(const QString &title, const QString &text)
{
    QList<std::pair<qsizetype, qsizetype>> places;
    const QStringList words = text.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (const QString &word : words) {
        if (const qsizetype at = title.indexOf(word, 0, Qt::CaseInsensitive); at >= 0)
            places.append({ at, word.size() });
    }
    std::sort(places.begin(), places.end());
    return places;
}

} // namespace tb
