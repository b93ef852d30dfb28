#include "app/settingsviewstate.h"

#include "app/settings.h"

#include <QRegularExpression>

namespace tb {

namespace {

QString groupOf(const QString &view)
{
    return QStringLiteral("views/") + view;
}

/// Names of columns, orders and tabs are identifiers of ours; anything else may be a word out of the project.
bool isIdentifier(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("\\A[a-z][a-z0-9_.]{0,31}\\z"));
    return text.isEmpty() || pattern.match(text).hasMatch();
}

bool mayBeKept(const QVariant &value)
{
    switch (value.typeId()) {
    case QMetaType::Bool:
    case QMetaType::Int:
    case QMetaType::Double: return true;
    case QMetaType::QString: return isIdentifier(value.toString());
    case QMetaType::QStringList:
    case QMetaType::QVariantList: {
        const QVariantList items = value.toList();
        return std::all_of(items.cbegin(), items.cend(), mayBeKept);
    }
    case QMetaType::QVariantMap: {
        const QVariantMap items = value.toMap();
        return std::all_of(items.keyBegin(), items.keyEnd(), isIdentifier)
            && std::all_of(items.cbegin(), items.cend(), mayBeKept);
    }
    default: return false;
    }
}

} // namespace

QVariantMap SettingsViewState::load(const QString &view) const
{
    QVariantMap state = m_settings.group(groupOf(view));
    state.insert(m_content.value(view));
    return state;
}

void SettingsViewState::save(const QString &view, const QVariantMap &state)
{
    QVariantMap kept;
    QVariantMap content;
    for (auto i = state.cbegin(); i != state.cend(); ++i)
        (mayBeKept(i.value()) ? kept : content).insert(i.key(), i.value());
    m_settings.setGroup(groupOf(view), kept);
    m_content.insert(view, content);
}

} // namespace tb
