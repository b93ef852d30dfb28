#include "app/text/htmltext.h"

#include "app/text/plaintext.h"

#include <QHash>

namespace tb {

namespace {

/// Takes the markup off a page, from its beginning to its end in one go.
class Stripper
{
public:
    explicit Stripper(const QString &html) : m_html(html) { }

    QString run()
    {
        while (m_at < m_html.size()) {
            const QChar c = m_html.at(m_at);
            if (c == QLatin1Char('<'))
                skipMarkup();
            else if (c == QLatin1Char('&'))
                takeEntity();
            else {
                m_text += c;
                ++m_at;
            }
        }
        return m_text;
    }

private:
    void skipMarkup();
    void skipTag();
    void skipElement(const QString &name);
    void takeEntity();
    void skipBehind(const QString &end)
    {
        const qsizetype found = m_html.indexOf(end, m_at, Qt::CaseInsensitive);
        m_at = found < 0 ? m_html.size() : found + end.size();
    }
    bool startsHere(QLatin1String text) const { return QStringView(m_html).mid(m_at).startsWith(text); }

    const QString &m_html;
    qsizetype m_at = 0;
    QString m_text;
};

/// Elements within a line: words may go on behind them.
bool isInline(const QString &name)
{
    static const QSet<QString> names { QStringLiteral("a"),    QStringLiteral("b"),      QStringLiteral("code"),
                                       QStringLiteral("em"),   QStringLiteral("font"),   QStringLiteral("i"),
                                       QStringLiteral("mark"), QStringLiteral("small"),  QStringLiteral("span"),
                                       QStringLiteral("sub"),  QStringLiteral("strong"), QStringLiteral("u") };
    return names.contains(name);
}

void Stripper::skipMarkup()
{
    if (startsHere(QLatin1String("<!--")))
        return skipBehind(QStringLiteral("-->"));
    const QChar next = m_at + 1 < m_html.size() ? m_html.at(m_at + 1) : QChar();
    if (!next.isLetter() && next != QLatin1Char('/') && next != QLatin1Char('!') && next != QLatin1Char('?')) {
        m_text += QLatin1Char('<'); // "a < b"
        ++m_at;
        return;
    }
    skipTag();
}

void Stripper::skipTag()
{
    qsizetype end = m_at + 1;
    const bool closes = m_html.at(end) == QLatin1Char('/');
    end += closes ? 1 : 0;
    const qsizetype nameAt = end;
    while (end < m_html.size() && m_html.at(end).isLetterOrNumber())
        ++end;
    const QString name = m_html.mid(nameAt, end - nameAt).toLower();
    QChar quote;
    for (; end < m_html.size(); ++end) {
        const QChar c = m_html.at(end);
        if (!quote.isNull())
            quote = c == quote ? QChar() : quote;
        else if (c == QLatin1Char('"') || c == QLatin1Char('\''))
            quote = c;
        else if (c == QLatin1Char('>'))
            break;
    }
    m_at = std::min(end + 1, m_html.size());
    if (!isInline(name))
        m_text += QLatin1Char('\n');
    if (!closes && (name == QLatin1String("script") || name == QLatin1String("style")))
        skipElement(name);
}

void Stripper::skipElement(const QString &name)
{
    skipBehind(QStringLiteral("</") + name);
    skipBehind(QStringLiteral(">"));
}

void Stripper::takeEntity()
{
    static const QHash<QString, char16_t> names {
        { QStringLiteral("amp"), u'&' },         { QStringLiteral("lt"), u'<' },
        { QStringLiteral("gt"), u'>' },          { QStringLiteral("quot"), u'"' },
        { QStringLiteral("apos"), u'\'' },       { QStringLiteral("nbsp"), u' ' },
        { QStringLiteral("auml"), u'\u00e4' },   { QStringLiteral("ouml"), u'\u00f6' },
        { QStringLiteral("uuml"), u'\u00fc' },   { QStringLiteral("Auml"), u'\u00c4' },
        { QStringLiteral("Ouml"), u'\u00d6' },   { QStringLiteral("Uuml"), u'\u00dc' },
        { QStringLiteral("szlig"), u'\u00df' },  { QStringLiteral("eacute"), u'\u00e9' },
        { QStringLiteral("egrave"), u'\u00e8' }, { QStringLiteral("ndash"), u'\u2013' },
        { QStringLiteral("mdash"), u'\u2014' },
    };
    constexpr qsizetype longest = 10;
    // Not looked for further: a page of nothing but ampersands would be searched whole for each of them.
    const qsizetype length = QStringView(m_html).mid(m_at, longest + 1).indexOf(QLatin1Char(';'));
    const QString name = length > 0 ? m_html.mid(m_at + 1, length - 1) : QString();
    char32_t code = names.value(name, 0);
    if (name.startsWith(QLatin1Char('#'))) {
        const bool hex = name.startsWith(QLatin1String("#x"), Qt::CaseInsensitive);
        code = hex ? name.mid(2).toUInt(nullptr, 16) : name.mid(1).toUInt();
    }
    if (code == 0 || code > QChar::LastValidCodePoint || QChar::isSurrogate(code)) {
        m_text += QLatin1Char('&');
        ++m_at;
        return;
    }
    m_text += QString::fromUcs4(&code, 1);
    m_at += length + 1;
}

} // namespace

QString textOfHtml(const QString &html)
{
    return Stripper(html).run();
}

Result<TextOutcome> readHtml(QIODevice &bytes, TextTaker &taker)
{
    const QByteArray page = bytes.read(taker.limits().markup);
    if (page.size() < bytes.size())
        taker.setCut();
    QStringDecoder decoder = decoderFor(page);
    const QString html = decoder.decode(page);
    taker.add(textOfHtml(html));
    return taker.finished();
}

} // namespace tb
