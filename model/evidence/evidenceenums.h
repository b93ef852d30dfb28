#pragma once

#include "model/record/words.h"

namespace tb {

enum class EvidenceKind { Document, Screenshot, Export, Log, Configuration, Ticket, Interview, Link };
template <> struct Words<EvidenceKind>
{
    static constexpr std::array all { "document",      "screenshot", "export",    "log",
                                      "configuration", "ticket",     "interview", "link" };
};

enum class Sensitivity { Public, Internal, Confidential, Restricted };
template <> struct Words<Sensitivity>
{
    static constexpr std::array all { "public", "internal", "confidential", "restricted" };
};

} // namespace tb
