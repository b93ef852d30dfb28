#include "model/catalog/jsonguard.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QStringDecoder>
#include <QStringList>

#include <optional>

namespace tb {

namespace {

/// One open object or array on the way to the byte being looked at.
struct Frame
{
    bool object = false;
    bool nameExpected = false; ///< in an object: the next string is a name
    QSet<QString> names;
    QString name; ///< the field being read
    QString key; ///< the value of "key", once seen
    qsizetype index = 0; ///< in an array
};

/// The state machine over the bytes; lives for one call of guardJson().
class Walker
{
public:
    Walker(QByteArrayView json, QString file, const JsonLimits &limits)
        : m_json(json)
        , m_file(std::move(file))
        , m_limits(limits)
    { }
    Status walk();

private:
    std::optional<Error> step(char c);
    std::optional<Error> open(bool object);
    std::optional<Error> string();
    std::optional<Error> takeName(const QString &name);
    void next();
    Error refuse(const QString &why) const;
    QString place() const;

    QByteArrayView m_json;
    QString m_file;
    JsonLimits m_limits;
    QList<Frame> m_frames;
    qsizetype m_at = 0;
};

QString decoded(QByteArrayView token)
{
    if (!token.contains('\\'))
        return QString::fromUtf8(token);
    const QByteArray list = QByteArrayLiteral("[\"") + token.toByteArray() + QByteArrayLiteral("\"]");
    return QJsonDocument::fromJson(list).array().at(0).toString();
}

Status Walker::walk()
{
    for (m_at = 0; m_at < m_json.size(); ++m_at) {
        if (auto error = step(m_json.at(m_at)))
            return *error;
    }
    return Ok {};
}

std::optional<Error> Walker::step(char c)
{
    switch (c) {
    case '{':
    case '[': return open(c == '{');
    case '}':
    case ']':
        if (!m_frames.isEmpty())
            m_frames.removeLast();
        return {};
    case ',': next(); return {};
    case ':':
        if (!m_frames.isEmpty())
            m_frames.last().nameExpected = false;
        return {};
    case '"': return string();
    default: return {};
    }
}

std::optional<Error> Walker::open(bool object)
{
    if (m_frames.size() >= m_limits.depth)
        return refuse(QStringLiteral("nested deeper than %1 levels").arg(m_limits.depth));
    m_frames.append(Frame { .object = object, .nameExpected = object, .names = {}, .name = {}, .key = {} });
    return {};
}

void Walker::next()
{
    if (m_frames.isEmpty())
        return;
    Frame &frame = m_frames.last();
    frame.nameExpected = frame.object;
    ++frame.index;
}

std::optional<Error> Walker::string()
{
    const qsizetype from = ++m_at;
    while (m_at < m_json.size() && m_json.at(m_at) != '"') {
        m_at += m_json.at(m_at) == '\\' ? 2 : 1;
        if (m_at - from > m_limits.stringBytes)
            return refuse(QStringLiteral("text longer than %1 bytes").arg(m_limits.stringBytes));
    }
    if (m_frames.isEmpty() || !m_frames.last().object || m_at >= m_json.size())
        return {};
    const QString text = decoded(m_json.sliced(from, m_at - from));
    Frame &frame = m_frames.last();
    if (frame.nameExpected)
        return takeName(text);
    if (frame.name == QLatin1String("key"))
        frame.key = text;
    return {};
}

std::optional<Error> Walker::takeName(const QString &name)
{
    Frame &frame = m_frames.last();
    frame.name = name;
    if (frame.names.contains(name))
        return refuse(QStringLiteral("the name is given twice"));
    frame.names.insert(name);
    return {};
}

Error Walker::refuse(const QString &why) const
{
    return Error { Error::Kind::Invalid, place(), why };
}

QString Walker::place() const
{
    // Frame 0 is the file, 1 the list of entries, 2 the entry, and what follows is the field.
    QStringList parts { m_file };
    if (m_frames.size() > 2) {
        const Frame &entry = m_frames.at(2);
        parts << (entry.key.isEmpty() ? QStringLiteral("#%1").arg(m_frames.at(1).index + 1) : entry.key);
    }
    const Frame *field = m_frames.size() > 2 ? &m_frames.at(2) : m_frames.isEmpty() ? nullptr : &m_frames.first();
    if (field && !field->name.isEmpty())
        parts << field->name.left(64);
    return parts.join(QStringLiteral(": "));
}

} // namespace

bool isUtf8(QByteArrayView bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder(bytes);
    return !decoder.hasError() && !text.contains(QChar::Null);
}

Status guardJson(QByteArrayView json, const QString &file, const JsonLimits &limits)
{
    Walker walker(json, file, limits);
    if (Status status = walker.walk(); !status)
        return status;
    if (json.size() > limits.fileBytes)
        return Error { Error::Kind::Invalid, file, QStringLiteral("larger than %1 bytes").arg(limits.fileBytes) };
    if (!isUtf8(json))
        return Error { Error::Kind::Invalid, file, QStringLiteral("not UTF-8 text") };
    return Ok {};
}

} // namespace tb
