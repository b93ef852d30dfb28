#include "ui/common/statuslooks.h"

#include "reports/words/terms.h"

namespace tb {

namespace {

struct Shape
{
    Glyph glyph;
    Tone tone;
};

Shape shapeOf(ControlState state)
{
    switch (state) {
    case ControlState::NotApplicable: return { Glyph::SlashRing, Tone::Neutral };
    case ControlState::Gap: return { Glyph::Triangle, Tone::Bad };
    case ControlState::NotStarted: return { Glyph::DashedRing, Tone::Neutral };
    case ControlState::InProgress: return { Glyph::HalfRing, Tone::Info };
    case ControlState::InReview: return { Glyph::ThreeQuarterRing, Tone::Review };
    case ControlState::Ready: return { Glyph::TickDisc, Tone::Ok };
    }
    Q_UNREACHABLE();
}

Shape shapeOf(Freshness freshness)
{
    switch (freshness) {
    case Freshness::Current: return { Glyph::TickDisc, Tone::Ok };
    case Freshness::DueSoon: return { Glyph::Clock, Tone::Warn };
    case Freshness::Stale: return { Glyph::Octagon, Tone::Bad };
    case Freshness::PeriodGap: return { Glyph::BrokenBar, Tone::Bad };
    case Freshness::NotCollected: return { Glyph::DashedRing, Tone::Neutral };
    }
    Q_UNREACHABLE();
}

Shape shapeOf(WorkStatus status)
{
    switch (status) {
    case WorkStatus::NotStarted: return { Glyph::DashedRing, Tone::Neutral };
    case WorkStatus::InProgress: return { Glyph::HalfRing, Tone::Info };
    case WorkStatus::Implemented: return { Glyph::ThreeQuarterRing, Tone::Review };
    case WorkStatus::NotApplicable: return { Glyph::SlashRing, Tone::Neutral };
    }
    Q_UNREACHABLE();
}

template <class Status> StatusLook lookOf(Status status)
{
    const Shape shape = shapeOf(status);
    return { shape.glyph, shape.tone, words::term(status) };
}

} // namespace

StatusLook look(ControlState state)
{
    return lookOf(state);
}

StatusLook look(Freshness freshness)
{
    return lookOf(freshness);
}

StatusLook look(WorkStatus status)
{
    return lookOf(status);
}

TonePartList barOf(const readiness::StateCounts &counts)
{
    TonePartList parts;
    for (const ControlState state : { ControlState::Ready, ControlState::InReview, ControlState::InProgress,
                                      ControlState::Gap, ControlState::NotStarted })
        parts.append({ counts.of(state), shapeOf(state).tone });
    return parts;
}

} // namespace tb
