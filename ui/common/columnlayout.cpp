#include "ui/common/columnlayout.h"

#include "ui/common/metrics.h"
#include "ui/common/recordheader.h"

#include <algorithm>

namespace tb {
namespace {
constexpr int boxWidth = 38;
} // namespace

ColumnLayout::ColumnLayout(RecordHeader &header, const QList<ColumnInfo> &columns)
    : m_header(header)
    , m_columns(columns)
{
    connect(&header, &QHeaderView::sectionResized, this, &ColumnLayout::sectionResized);
    connect(&header, &QHeaderView::sectionMoved, this, [this] {
        if (!m_fitting)
            emit changedByPerson();
    });
}

void ColumnLayout::setBoxShown(bool shown)
{
    m_boxShown = shown;
    fit(m_width);
}

bool ColumnLayout::shown(const QString &column) const
{
    const auto info
        = std::find_if(m_columns.begin(), m_columns.end(), [&column](const ColumnInfo &c) { return c.id == column; });
    return info != m_columns.end() && m_chosen.value(column, defaultShown(*info));
}

void ColumnLayout::setShown(const QString &column, bool shown)
{
    if (this->shown(column) == shown)
        return;
    m_chosen.insert(column, shown);
    fit(m_width);
    emit chosenChanged();
    emit changedByPerson();
}

QList<int> ColumnLayout::chosen() const
{
    QList<int> columns;
    for (int i = 0; i < m_columns.size(); ++i) {
        if (shown(m_columns.at(i).id))
            columns << i;
    }
    return columns;
}

int ColumnLayout::wantedWidth(int column) const
{
    const ColumnInfo &info = m_columns.at(column);
    if (info.flex)
        return metrics::scaled(info.width);
    return m_widths.value(info.id, metrics::scaled(info.width));
}

void ColumnLayout::fit(int width)
{
    m_width = width;
    if (width <= 0 || m_header.count() != m_columns.size() + 1)
        return;
    QList<int> visible = chosen();
    const auto used = [this, &visible] {
        int sum = m_boxShown ? boxWidth : 0;
        for (const int column : std::as_const(visible))
            sum += wantedWidth(column);
        return sum;
    };
    while (used() > width) { // the lowest hide order gives way first
        const auto order = [this](int column) {
            const ColumnInfo &info = m_columns.at(column);
            return info.hideOrder > 0 ? info.hideOrder : info.optional ? 1000 : 100000;
        };
        const auto next
            = std::min_element(visible.begin(), visible.end(), [&order](int a, int b) { return order(a) < order(b); });
        if (next == visible.end() || order(*next) == 100000)
            break;
        visible.erase(next);
    }
    m_fitting = true;
    const auto flexible
        = std::find_if(m_columns.cbegin(), m_columns.cend(), [](const ColumnInfo &c) { return c.flex; });
    const int least = flexible == m_columns.cend() ? 0 : metrics::scaled(flexible->width);
    const int rest = std::max(metrics::scaled(80), width - used() + least);
    m_header.setSectionHidden(0, !m_boxShown);
    m_header.resizeSection(0, boxWidth);
    for (int column = 0; column < m_columns.size(); ++column) {
        const bool in = visible.contains(column);
        m_header.setSectionHidden(column + 1, !in);
        if (in)
            m_header.resizeSection(column + 1, m_columns.at(column).flex ? rest : wantedWidth(column));
    }
    m_fitting = false;
}

void ColumnLayout::sectionResized(int section, int, int after)
{
    if (m_fitting || section == 0 || after == 0)
        return;
    const ColumnInfo &info = m_columns.at(section - 1);
    if (!info.flex)
        m_widths.insert(info.id, after);
    fit(m_width);
    emit changedByPerson();
}

QVariantMap ColumnLayout::state() const
{
    QVariantMap widths;
    for (auto it = m_widths.begin(); it != m_widths.end(); ++it)
        widths.insert(it.key(), it.value());
    QVariantMap chosen;
    for (auto it = m_chosen.begin(); it != m_chosen.end(); ++it)
        chosen.insert(it.key(), it.value());
    QStringList order;
    for (int visual = 0; visual < m_header.count(); ++visual) {
        const int section = m_header.logicalIndex(visual);
        if (section > 0)
            order << m_columns.at(section - 1).id;
    }
    return { { QStringLiteral("widths"), widths },
             { QStringLiteral("columns"), chosen },
             { QStringLiteral("order"), order } };
}

void ColumnLayout::apply(const QVariantMap &state)
{
    m_widths.clear();
    m_chosen.clear();
    const QVariantMap widths = state.value(QStringLiteral("widths")).toMap();
    for (auto it = widths.begin(); it != widths.end(); ++it)
        m_widths.insert(it.key(), std::clamp(it.value().toInt(), 28, 2000)); // settings may be edited by hand
    const QVariantMap chosen = state.value(QStringLiteral("columns")).toMap();
    for (auto it = chosen.begin(); it != chosen.end(); ++it)
        m_chosen.insert(it.key(), it.value().toBool());
    m_fitting = true;
    int place = 1;
    for (const QString &id : state.value(QStringLiteral("order")).toStringList()) {
        for (int column = 0; column < m_columns.size(); ++column) {
            if (m_columns.at(column).id == id && place < m_header.count())
                m_header.moveSection(m_header.visualIndex(column + 1), place++);
        }
    }
    m_fitting = false;
    fit(m_width);
    emit chosenChanged();
}

} // namespace tb
