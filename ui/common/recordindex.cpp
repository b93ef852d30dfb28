#include "ui/common/recordindex.h"

#include <QDateTime>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string_view>

namespace tb {

QString naturalKey(const QString &text)
{
    constexpr qsizetype digits = 12;
    QString key;
    key.reserve(text.size() + digits);
    for (qsizetype i = 0; i < text.size();) {
        if (!text.at(i).isDigit()) {
            key += text.at(i++).toLower();
            continue;
        }
        qsizetype end = i;
        while (end < text.size() && text.at(end).isDigit())
            ++end;
        key += QString(std::max<qsizetype>(0, digits - (end - i)), u'0');
        key += QStringView(text).mid(i, end - i);
        i = end;
    }
    return key;
}

RecordIndex::RecordIndex(const RecordSource &source) : m_source(source)
{
    m_searched.resize(source.columns().size());
    std::iota(m_searched.begin(), m_searched.end(), 0);
    rebuild();
}

RecordIndex::SortKey RecordIndex::keyOf(const QVariant &value)
{
    if (!value.isValid() || value.isNull())
        return {};
    switch (value.typeId()) {
    case QMetaType::QDate: {
        const QDate date = value.toDate();
        return date.isValid() ? SortKey { 0, static_cast<double>(date.toJulianDay()), {} } : SortKey {};
    }
    case QMetaType::QDateTime: return { 0, static_cast<double>(value.toDateTime().toMSecsSinceEpoch()), {} };
    case QMetaType::QString: {
        const QString text = value.toString();
        return text.isEmpty() ? SortKey {} : SortKey { 1, 0, naturalKey(text) };
    }
    default: return { 0, value.toDouble(), {} };
    }
}

int RecordIndex::compare(const SortKey &a, const SortKey &b)
{
    if (a.kind != b.kind)
        return a.kind < b.kind ? -1 : 1;
    if (a.kind == 1)
        return a.text.compare(b.text);
    return a.number < b.number ? -1 : a.number > b.number ? 1 : 0;
}

void RecordIndex::resize()
{
    const qsizetype size = m_source.slotCount();
    m_haystacks.resize(size);
    m_sortKeys.resize(size);
    m_memberships.resize(size);
    m_chipsPass.resize(size);
}

void RecordIndex::dropCaches(int slot)
{
    m_haystacks[slot] = QByteArray();
    m_sortKeys[slot] = keyOf(m_source.sortKey(slot, m_sortColumn));
    m_memberships[slot].clear();
    m_chipsPass.setBit(slot, passesChips(slot));
}

void RecordIndex::rebuild()
{
    m_haystacks.clear();
    m_gathered = 0;
    m_memberships.clear();
    m_keys.clear();
    m_keyPositions.clear();
    resize();
    judgeChips();
    order();
    filter(false);
}

void RecordIndex::touch(const QList<int> &touched)
{
    resize();
    for (const int slot : touched)
        dropCaches(slot);
    const QSet<int> dirty(touched.begin(), touched.end());
    m_order.removeIf([&dirty](int slot) { return dirty.contains(slot); });
    const auto before = [this](int a, int b) {
        const int difference = compare(m_sortKeys.at(a), m_sortKeys.at(b));
        const bool known = m_sortKeys.at(a).kind != 2 && m_sortKeys.at(b).kind != 2;
        const bool down = m_sortOrder == Qt::DescendingOrder && known; // what has no value stays last either way
        return difference == 0 ? a < b : down ? difference > 0 : difference < 0;
    };
    for (const int slot : dirty) {
        if (m_source.alive(slot))
            m_order.insert(std::lower_bound(m_order.begin(), m_order.end(), slot, before), slot);
    }
    m_total = static_cast<int>(m_order.size());
    filter(false);
}

void RecordIndex::order()
{
    m_order.clear();
    for (int slot = 0; slot < m_source.slotCount(); ++slot) {
        if (!m_source.alive(slot))
            continue;
        m_order << slot;
        m_sortKeys[slot] = keyOf(m_source.sortKey(slot, m_sortColumn));
    }
    m_total = static_cast<int>(m_order.size());
    const bool down = m_sortOrder == Qt::DescendingOrder;
    std::stable_sort(m_order.begin(), m_order.end(), [this, down](int a, int b) {
        const SortKey &x = m_sortKeys.at(a);
        const SortKey &y = m_sortKeys.at(b);
        const bool known = x.kind != 2 && y.kind != 2;
        return down && known ? compare(y, x) < 0 : compare(x, y) < 0;
    });
}

const QByteArray &RecordIndex::haystack(int slot)
{
    QByteArray &text = m_haystacks[slot];
    if (text.isNull()) {
        ++m_haystacksBuilt;
        text = QByteArrayLiteral("\n");
        for (const int column : std::as_const(m_searched)) {
            if (m_source.columns().at(column).filterable)
                text += m_source.text(slot, column).toLower().toUtf8() + '\n';
        }
    }
    return text;
}

bool RecordIndex::gather(int most)
{
    for (; m_gathered < m_haystacks.size() && most > 0; ++m_gathered) {
        if (m_source.alive(m_gathered) && m_haystacks.at(m_gathered).isNull()) {
            haystack(m_gathered);
            --most;
        }
    }
    return m_gathered < m_haystacks.size();
}

const QList<int> &RecordIndex::groupsOf(int slot)
{
    QList<int> &positions = m_memberships[slot];
    if (!positions.isEmpty())
        return positions;
    QList<GroupKey> keys = m_source.groupKeys(slot, m_grouping);
    if (keys.isEmpty())
        keys << GroupKey {}; // a record without a group stays visible, in a last group without a name
    for (const GroupKey &key : std::as_const(keys)) {
        auto found = m_keyPositions.find(key.id);
        if (found == m_keyPositions.end()) {
            found = m_keyPositions.insert(key.id, static_cast<int>(m_keys.size()));
            m_keys << key;
        }
        if (!positions.contains(*found))
            positions << *found;
    }
    return positions;
}

bool RecordIndex::passesChips(int slot) const
{
    return std::all_of(m_chips.begin(), m_chips.end(), [this, slot](const Chip &chip) {
        const QList<FilterInfo> &fields = m_source.filters();
        const auto field
            = std::find_if(fields.begin(), fields.end(), [&chip](const FilterInfo &f) { return f.id == chip.field; });
        if (field == fields.end() || chip.values.isEmpty())
            return true;
        const QStringList values = m_source.filterValues(slot, static_cast<int>(field - fields.begin()));
        return std::any_of(values.begin(), values.end(), [&chip](const QString &v) { return chip.values.contains(v); });
    });
}

void RecordIndex::judgeChips()
{
    m_chipsPass.fill(true);
    if (m_chips.isEmpty())
        return;
    for (int slot = 0; slot < m_source.slotCount(); ++slot)
        m_chipsPass.setBit(slot, m_source.alive(slot) && passesChips(slot));
}

bool RecordIndex::passesText(int slot, const QList<QByteArray> &words)
{
    if (words.isEmpty())
        return true;
    ++m_haystacksSearched;
    const QByteArray &bytes = haystack(slot);
    const std::string_view text(bytes.constData(), static_cast<std::size_t>(bytes.size()));
    return std::all_of(words.begin(), words.end(), [text](const QByteArray &word) {
        return text.find(word.constData(), 0, static_cast<std::size_t>(word.size())) != std::string_view::npos;
    });
}

void RecordIndex::filter(bool narrowing)
{
    QList<QByteArray> words;
    for (const QString &word : m_text.split(u' ', Qt::SkipEmptyParts))
        words << word.toUtf8();
    const QList<int> candidates = narrowing ? m_passing : m_order;
    m_passing.clear();
    m_passing.reserve(candidates.size());
    for (const int slot : candidates) {
        if (m_chipsPass.testBit(slot) && passesText(slot, words))
            m_passing << slot;
    }
    layOut();
}

void RecordIndex::layOut()
{
    m_groups.clear();
    if (!grouped()) {
        Group all;
        all.rows.reserve(m_passing.size());
        for (const int slot : std::as_const(m_passing))
            all.rows << Row { slot, false };
        m_groups << all;
        return;
    }
    for (const int slot : std::as_const(m_passing))
        groupsOf(slot); // may meet new keys, so before the buckets are laid out
    QList<int> sorted(m_keys.size());
    std::iota(sorted.begin(), sorted.end(), 0);
    std::stable_sort(sorted.begin(), sorted.end(), [this](int a, int b) {
        const GroupKey &x = m_keys.at(a);
        const GroupKey &y = m_keys.at(b);
        if (x.id.isEmpty() != y.id.isEmpty())
            return y.id.isEmpty(); // the unnamed group last
        return compare(keyOf(x.order.isValid() ? x.order : QVariant(x.id)),
                       keyOf(y.order.isValid() ? y.order : QVariant(y.id)))
            < 0;
    });
    QList<int> place(m_keys.size());
    QList<Group> all(m_keys.size());
    for (int i = 0; i < sorted.size(); ++i) {
        place[sorted.at(i)] = i;
        all[i].key = m_keys.at(sorted.at(i));
    }
    for (const int slot : std::as_const(m_passing)) {
        const QList<int> &keys = groupsOf(slot);
        const auto earlier = [&place](int a, int b) { return place.at(a) < place.at(b); };
        const int first = *std::min_element(keys.begin(), keys.end(), earlier);
        all[place.at(first)].rows << Row { slot, false };
        for (qsizetype i = 0; !m_showOnce && i < keys.size(); ++i) {
            if (keys.at(i) != first)
                all[place.at(keys.at(i))].rows << Row { slot, true };
        }
    }
    for (Group &group : all) {
        if (!group.rows.isEmpty())
            m_groups << std::move(group);
    }
}

void RecordIndex::setText(const QString &text)
{
    const QString lowered = text.simplified().toLower();
    if (lowered == m_text)
        return;
    // Typing on can only narrow what is shown, unless a space starts a new word: that narrows as well.
    const bool narrowing = !m_text.isEmpty() && lowered.startsWith(m_text);
    m_text = lowered;
    filter(narrowing);
}

void RecordIndex::setChips(const QList<Chip> &chips)
{
    m_chips = chips;
    judgeChips();
    filter(false);
}

void RecordIndex::setSort(int column, Qt::SortOrder order)
{
    m_sortColumn = column;
    m_sortOrder = order;
    this->order();
    filter(false);
}

void RecordIndex::setGrouping(int grouping)
{
    m_grouping = grouping;
    m_memberships.fill({});
    m_keys.clear();
    m_keyPositions.clear();
    layOut();
}

void RecordIndex::setShowOnce(bool once)
{
    m_showOnce = once;
    layOut();
}

void RecordIndex::setSearched(const QList<int> &columns)
{
    if (columns == m_searched)
        return;
    m_searched = columns;
    m_haystacks.fill(QByteArray());
    m_gathered = 0;
    if (!m_text.isEmpty())
        filter(false);
}

} // namespace tb
