#pragma once

#include "model/record/subject.h"

namespace tb {

/// A section of the system description (DC 1 to DC 9).
struct DescriptionSection
{
    DescriptionSectionId id;
    QString code; ///< "DC 3"
    QString title;
    QString body; ///< Markdown with live fields
    QString guidance;
    bool done = false;
    QString rank;
    QString originKey;
    QString originHash;
    qint64 originVersion = 0;

    bool operator==(const DescriptionSection &) const = default;
};

template <> struct Description<DescriptionSection>
{
    static constexpr const char *table = "description_section";
    static constexpr const char *plural = "description_sections";
    static constexpr const char *label = "code";
    static constexpr const char *order = "rank";
    static constexpr std::array fields {
        field<&DescriptionSection::code>("code", Required | Unique | Searched),
        field<&DescriptionSection::title>("title", Required | Searched),
        field<&DescriptionSection::body>("body", Long | Searched),
        field<&DescriptionSection::guidance>("guidance", Fixed | Long),
        field<&DescriptionSection::done>("done"),
        field<&DescriptionSection::rank>("rank", Fixed),
        field<&DescriptionSection::originKey>("origin_key", Fixed),
        field<&DescriptionSection::originHash>("origin_hash", Fixed),
        field<&DescriptionSection::originVersion>("origin_version", Fixed),
    };
};

} // namespace tb
