#pragma once

#include "app/text/texttaker.h"

namespace tb {

/// Reads text out of PDF, HTML, docx, xlsx, and whatever is text itself. Nothing is written to disk.
class FileTextSource final : public TextSource
{
public:
    explicit FileTextSource(const TextLimits &limits = {}) : m_limits(limits) { }

    int version() const override { return 1; }
    Result<TextOutcome> read(const TextFile &file, QIODevice &bytes, JobControl &job, const TextSink &sink) override;

private:
    const TextLimits m_limits;
};

} // namespace tb
