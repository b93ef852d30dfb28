#pragma once

#include <QHash>
#include <QList>

namespace tb {

/// How the box of each thing stands that some records may be linked to: checked for all of them, partly, or not. Costs
/// the links that there are, not records times things.
class LinkShare
{
public:
    /// @p linkedTo gives the keys of what the record with a key is linked to.
    template <class Key, class LinkedTo> LinkShare(const QList<Key> &records, LinkedTo linkedTo) : m_all(records.size())
    {
        for (const Key record : records) {
            for (const qint64 thing : linkedTo(record.value))
                ++m_linked[thing];
        }
    }

    Qt::CheckState of(qint64 thing) const
    {
        const qsizetype linked = m_linked.value(thing);
        return linked == 0 ? Qt::Unchecked : linked == m_all ? Qt::Checked : Qt::PartiallyChecked;
    }

private:
    QHash<qint64, qsizetype> m_linked; ///< by thing: how many of the records
    qsizetype m_all;
};

} // namespace tb
