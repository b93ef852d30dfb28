#pragma once

#include "model/record/subject.h"

namespace tb {

/// One item of a draw with what its test showed.
struct SampledItem
{
    SampledItemId id;
    DrawId draw;
    qint64 position = 1; ///< in the population, from 1
    QString reference; ///< what the source calls the item
    QDate happenedOn;
    QString results; ///< one letter per attribute: p passed, d deviates, n not applicable, - not tested
    bool deviates = false; ///< follows from the results
    QString note;

    bool operator==(const SampledItem &) const = default;
};

template <> struct Description<SampledItem>
{
    static constexpr const char *table = "sampled_item";
    static constexpr const char *plural = "sampled_items";
    static constexpr const char *label = "reference";
    static constexpr const char *order = "position";
    static constexpr std::array fields {
        field<&SampledItem::draw>("draw_id", Required | Fixed | Stamped | Part),
        field<&SampledItem::position>("position", Required | Fixed | Stamped),
        field<&SampledItem::reference>("reference", Searched),
        field<&SampledItem::happenedOn>("happened_on"),
        field<&SampledItem::results>("results"),
        field<&SampledItem::deviates>("deviates", Fixed),
        field<&SampledItem::note>("note", Long | Searched),
    };
};

} // namespace tb
