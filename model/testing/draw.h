#pragma once

#include "model/record/subject.h"
#include "model/testing/testingenums.h"

namespace tb {

/// One selection of items from a frozen population. A redraw needs a reason, and every draw stays listed.
struct Draw
{
    DrawId id;
    PopulationId population;
    DrawMethod method = DrawMethod::Random;
    QString seed;
    qint64 size = 1;
    QString sizeRule;
    QDate drawnOn;
    PersonId drawnBy;
    QString populationHash; ///< as it was frozen
    QString redrawReason;
    bool superseded = false;

    bool operator==(const Draw &) const = default;
};

template <> struct Description<Draw>
{
    static constexpr const char *table = "draw";
    static constexpr const char *plural = "draws";
    static constexpr const char *label = "seed";
    static constexpr const char *order = "drawn_on";
    static constexpr std::array fields {
        field<&Draw::population>("population_id", Required | Fixed | Stamped),
        field<&Draw::method>("method", Required | Fixed | Stamped),
        field<&Draw::seed>("seed", Fixed),
        field<&Draw::size>("size", Required | Fixed | Stamped),
        field<&Draw::sizeRule>("size_rule", Fixed),
        field<&Draw::drawnOn>("drawn_on", Required | Fixed | Stamped),
        field<&Draw::drawnBy>("drawn_by_id", Fixed),
        field<&Draw::populationHash>("population_hash", Fixed),
        field<&Draw::redrawReason>("redraw_reason", Fixed | Long | Searched),
        field<&Draw::superseded>("superseded", Fixed),
    };
};

} // namespace tb
