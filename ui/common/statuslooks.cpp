#include "ui/common/statuslooks.h"

#include "reports/evaluated.h"
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

Shape shapeOf(Conclusion conclusion)
{
    switch (conclusion) {
    case Conclusion::Open: return { Glyph::HalfRing, Tone::Info };
    case Conclusion::Passed: return { Glyph::TickDisc, Tone::Ok };
    case Conclusion::Exception: return { Glyph::Triangle, Tone::Bad };
    case Conclusion::NoOccurrence: return { Glyph::SlashRing, Tone::Neutral };
    case Conclusion::Unable: return { Glyph::Octagon, Tone::Bad };
    }
    Q_UNREACHABLE();
}

Shape shapeOf(FindingState state)
{
    switch (state) {
    case FindingState::Open: return { Glyph::DashedRing, Tone::Neutral };
    case FindingState::InRemediation: return { Glyph::HalfRing, Tone::Info };
    case FindingState::RiskAccepted: return { Glyph::SlashRing, Tone::Neutral };
    case FindingState::Closed: return { Glyph::TickDisc, Tone::Ok };
    }
    Q_UNREACHABLE();
}

Shape shapeOf(Severity severity)
{
    switch (severity) {
    case Severity::Critical: return { Glyph::Octagon, Tone::Bad };
    case Severity::High: return { Glyph::Triangle, Tone::Bad };
    case Severity::Medium: return { Glyph::Diamond, Tone::Warn };
    case Severity::Low: return { Glyph::HollowTriangle, Tone::Neutral };
    }
    Q_UNREACHABLE();
}

Shape shapeOf(VersionState state)
{
    switch (state) {
    case VersionState::Draft: return { Glyph::HalfRing, Tone::Info };
    case VersionState::InReview: return { Glyph::ThreeQuarterRing, Tone::Review };
    case VersionState::Approved: return { Glyph::TickDisc, Tone::Ok };
    case VersionState::Superseded: return { Glyph::SlashRing, Tone::Neutral };
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

StatusLook look(Conclusion conclusion)
{
    return lookOf(conclusion);
}

StatusLook look(FindingState state)
{
    return lookOf(state);
}

StatusLook look(Severity severity)
{
    return lookOf(severity);
}

StatusLook look(VersionState state)
{
    return lookOf(state);
}

StatusLook look(const readiness::ControlResult &result)
{
    const Shape shape = shapeOf(result.state);
    return { shape.glyph, shape.tone, statusText(result) };
}

StatusLook exceptionLook()
{
    return { Glyph::Triangle, Tone::Bad, words::term(Conclusion::Exception) };
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
