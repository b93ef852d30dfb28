#include "model/lint/lint.h"

#include <QRegularExpression>

namespace tb {

QString vagueWordIn(const QString &text)
{
    static const QRegularExpression vague(
        QStringLiteral("\\b(appropriate(?:ly)?|adequate(?:ly)?|periodic(?:ally)?|as (?:needed|necessary|required)|etc|"
                       "timely|regular(?:ly)?|sufficient(?:ly)?|reasonabl[ey]|if possible|where feasible)\\b"),
        QRegularExpression::CaseInsensitiveOption);
    return vague.match(text).captured(1);
}

bool mixesActivities(const QString &text)
{
    static const QRegularExpression grants(
        QStringLiteral("\\b(grants?|granted|provision(?:s|ed)|approves? (?:the )?(?:request|access))\\b"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression reviews(
        QStringLiteral(
            "\\b(reviews?|recertif(?:y|ies)) (?:all |the |every )?(?:\\w+ )?(?:access|accounts|rights|permissions)\\b"),
        QRegularExpression::CaseInsensitiveOption);
    return grants.match(text).hasMatch() && reviews.match(text).hasMatch();
}

bool reviewsAccess(const QString &text)
{
    static const QRegularExpression access(
        QStringLiteral("\\b(?:reviews?|recertif(?:y|ies)) (?:\\w+ ){0,3}(?:access|accounts?|rights|permissions)\\b"
                       "|\\b(?:access|accounts?|rights|permissions)\\b(?: \\w+){0,4} "
                       "(?:reviews?|reviewed|recertified|recertification)\\b"),
        QRegularExpression::CaseInsensitiveOption);
    return access.match(text).hasMatch();
}

} // namespace tb
