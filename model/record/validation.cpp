#include "model/record/validation.h"

#include "model/result.h"

namespace tb {

namespace {

bool isForbiddenControl(QChar c, bool paragraphs)
{
    if (c == QLatin1Char('\n') || c == QLatin1Char('\t') || c == QLatin1Char('\r'))
        return !paragraphs;
    return c.category() == QChar::Other_Control;
}

bool hasUnpairedSurrogate(const QString &text)
{
    for (int i = 0; i < text.size(); ++i) {
        if (text.at(i).isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate())
            ++i;
        else if (text.at(i).isSurrogate())
            return true;
    }
    return false;
}

} // namespace

QList<FieldProblem> checkText(const FieldSpec &described, const QString &value)
{
    using Code = FieldProblem::Code;
    const QString name = described.nameString();
    const QString excerpt = value.left(40);
    const bool paragraphs = described.has(Long);
    QList<FieldProblem> problems;
    if (described.has(Required) && value.trimmed().isEmpty())
        problems.append({ name, Code::Required, {} });
    if (value.size() > (paragraphs ? longestText : longestLine))
        problems.append({ name, Code::TooLong, excerpt });
    if (std::any_of(value.cbegin(), value.cend(), [&](QChar c) { return isForbiddenControl(c, paragraphs); }))
        problems.append({ name, Code::ControlCharacter, excerpt });
    if (hasUnpairedSurrogate(value))
        problems.append({ name, Code::BrokenText, {} });
    return problems;
}

Error unknownRecord(qint64 id, const QString &field)
{
    const QString key = QString::number(id);
    return { Error::Kind::NotFound, key, {}, { { field, FieldProblem::Code::UnknownRecord, key } } };
}

Status asStatus(const QString &subject, QList<FieldProblem> problems)
{
    if (problems.isEmpty())
        return Ok {};
    return Error { Error::Kind::Invalid, subject, {}, std::move(problems) };
}

} // namespace tb
