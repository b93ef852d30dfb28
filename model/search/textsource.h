#pragma once

#include "model/job.h"
#include "model/result.h"

#include <QIODevice>
#include <QStringView>

namespace tb {

/// A stored file whose text is wanted, as its evidence calls it.
struct TextFile
{
    QString name;
    QString mediaType;
};

/// What reading the text of a file came to.
struct TextOutcome
{
    enum class Kind {
        Whole,
        Cut, ///< only the beginning: the file has more text than the limit
        NoText, ///< a picture, or of a kind that is not read
        Refused, ///< damaged, locked by a password, or made to do harm
    };
    Kind kind = Kind::Whole;
    QString detail = {}; ///< untranslated cause of Refused
};

/// Takes text in order; what it returns ends the reading when it is an Error.
using TextSink = std::function<Status(QStringView)>;

/// Reads text out of files of the kinds that it knows. Filled in above the model, which knows no PDF.
class TextSource
{
public:
    virtual ~TextSource() = default;

    /// Raised when the same bytes give other text than before: everything is then read again.
    virtual int version() const = 0;
    /// Passes the text of @p bytes (random access, open) to @p sink, the same for the same bytes. Any thread. An Error
    /// is only what @p sink returned, or Cancelled: files are somebody else's, and what is wrong with one is an
    /// outcome.
    virtual Result<TextOutcome> read(const TextFile &file, QIODevice &bytes, JobControl &job, const TextSink &sink) = 0;
};

} // namespace tb
