#pragma once

#include "model/search/textsource.h"

namespace tb {

/// How much of a file is looked at. Files come from anybody: each limit is far above what an honest one needs.
struct TextLimits
{
    qint64 characters = 32 << 20; ///< of text; what is beyond is not searched
    qint64 unpacked = 256 << 20; ///< bytes out of a zip
    qint64 markup = 32 << 20; ///< bytes of an HTML file
    qint64 token = 4 << 20; ///< bytes of XML without a tag's end
    int entries = 20'000; ///< of a zip
    int depth = 256; ///< elements within one another
    int pages = 10'000;
};

/// Hands text on until the limit is reached, the job cancelled, or the sink has had enough.
class TextTaker
{
public:
    TextTaker(const TextSink &sink, JobControl &job, const TextLimits &limits)
        : m_sink(sink)
        , m_job(job)
        , m_limits(limits)
    { }

    /// False when nothing more is wanted: return finished() then.
    bool add(QStringView text)
    {
        const qint64 room = m_limits.characters - m_characters;
        if (!goesOn())
            return false;
        m_status = m_sink(text.left(std::min<qint64>(text.size(), room)));
        m_characters += text.size();
        return goesOn();
    }
    /// To be asked wherever reading takes long without giving text.
    bool goesOn()
    {
        if (m_status && m_job.cancelled())
            m_status = Error { Error::Kind::Cancelled };
        return m_status && m_characters <= m_limits.characters;
    }
    const TextLimits &limits() const { return m_limits; }

    /// What it came to when nothing was wrong with the file.
    Result<TextOutcome> finished() const
    {
        if (!m_status)
            return m_status.error();
        const bool cut = m_isCut || m_characters > m_limits.characters;
        return TextOutcome { cut ? TextOutcome::Kind::Cut : TextOutcome::Kind::Whole, {} };
    }
    /// What it came to when @p cause is wrong with the file.
    Result<TextOutcome> refused(const QString &cause) const
    {
        return m_status ? Result<TextOutcome>(TextOutcome { TextOutcome::Kind::Refused, cause }) : m_status.error();
    }
    void setCut() { m_isCut = true; }

private:
    const TextSink &m_sink;
    JobControl &m_job;
    const TextLimits m_limits;
    qint64 m_characters = 0;
    bool m_isCut = false;
    Status m_status = Ok {};
};

} // namespace tb
