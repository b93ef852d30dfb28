#include "reports/words/livetext.h"

#include "model/catalog/catalogpolicies.h"
#include "reports/words/terms.h"
#include "reports/words/tr.h"

#include <array>

namespace tb::words {

namespace {

using Lines = QStringList;

QString markdownList(const Lines &lines)
{
    return lines.isEmpty() ? QString() : QStringLiteral("- ") + lines.join(QLatin1String("\n- "));
}

QString joined(const QString &name, const QString &more)
{
    return more.isEmpty() ? name : QStringLiteral("%1: %2").arg(name, more);
}

template <class R, class Keep, class Line> QString listOfLines(const RecordList<R> &list, Keep keep, Line line)
{
    Lines lines;
    for (const R &record : list.all()) {
        if (keep(record))
            lines.append(line(record));
    }
    return markdownList(lines);
}

template <SystemKind Kind> QString systems(const Records &records)
{
    return listOfLines(
        records.systems, [](const System &system) { return system.inScope && system.kind == Kind; },
        [](const System &system) { return joined(system.name, system.product); });
}

template <CommitmentKind Kind> QString commitments(const Records &records)
{
    return listOfLines(
        records.commitments, [](const Commitment &commitment) { return commitment.kind == Kind; },
        [](const Commitment &commitment) { return joined(commitment.code, commitment.text); });
}

template <class Event> QString disclosed(const RecordList<Event> &events)
{
    return listOfLines(
        events, [](const Event &event) { return event.disclosed; },
        [](const Event &event) { return joined(date(event.happenedOn), event.title); });
}

QString locations(const Records &records)
{
    return listOfLines(
        records.locations, [](const Location &location) { return location.inScope; },
        [](const Location &location) { return joined(location.name, location.address); });
}

QString subserviceOrganisations(const Records &records)
{
    return listOfLines(
        records.vendors, [](const Vendor &vendor) { return vendor.subservice != SubserviceMethod::None; },
        [](const Vendor &vendor) {
            return QStringLiteral("%1 (%2)").arg(joined(vendor.name, vendor.service), term(vendor.subservice));
        });
}

QString csocs(const Records &records)
{
    return listOfLines(
        records.csocs, [](const Csoc &) { return true; },
        [&](const Csoc &csoc) {
            const Vendor *vendor = records.vendors.find(csoc.vendor);
            return joined(vendor ? vendor->name : csoc.code, csoc.text);
        });
}

QString cuecs(const Records &records)
{
    return listOfLines(
        records.userControls, [](const UserControl &control) { return control.complementary; },
        [](const UserControl &control) { return joined(control.code, control.text); });
}

QString policies(const Records &records)
{
    return listOfLines(
        records.policies, [](const Policy &policy) { return !policy.retiredOn.isValid(); },
        [](const Policy &policy) { return joined(policy.code, policy.title); });
}

QString notRelevant(const Records &records)
{
    return listOfLines(
        records.criteria, [](const Criterion &criterion) { return criterion.notRelevant; },
        [](const Criterion &criterion) { return joined(criterion.code, criterion.notRelevantReason); });
}

QString controlRevisions(const Records &records)
{
    return listOfLines(
        records.controlRevisions, [](const ControlRevision &) { return true; },
        [&](const ControlRevision &revision) {
            const Control *control = records.controls.find(revision.control);
            return joined(control ? control->code : QString(),
                          Say::tr("changed on %1").arg(date(revision.to.addDays(1))));
        });
}

QString criteriaControls(const Records &records)
{
    return listOfLines(
        records.criteria,
        [&](const Criterion &criterion) {
            return !criterion.notRelevant && !records.controlCriteria.leftsOf(criterion.id.value).isEmpty();
        },
        [&](const Criterion &criterion) {
            QStringList codes;
            for (const qint64 key : records.controlCriteria.leftsOf(criterion.id.value)) {
                if (const Control *control = records.controls.find({ key }))
                    codes.append(control->code);
            }
            codes.sort();
            return joined(criterion.code, codes.join(QLatin1String(", ")));
        });
}

struct ListField
{
    const char *name;
    QString (*text)(const Records &);
};

constexpr std::array listFields {
    ListField { "commitments", commitments<CommitmentKind::ServiceCommitment> },
    ListField { "requirements", commitments<CommitmentKind::SystemRequirement> },
    ListField { "infrastructure", systems<SystemKind::Infrastructure> },
    ListField { "software", systems<SystemKind::Software> },
    ListField { "data", systems<SystemKind::Data> },
    ListField { "locations", locations },
    ListField { "incidents_disclosed", [](const Records &records) { return disclosed(records.incidents); } },
    ListField { "significant_changes", [](const Records &records) { return disclosed(records.significantChanges); } },
    ListField { "subservice_organisations", subserviceOrganisations },
    ListField { "csocs", csocs },
    ListField { "cuecs", cuecs },
    ListField { "policies", policies },
    ListField { "not_relevant", notRelevant },
    ListField { "control_revisions", controlRevisions },
    ListField { "criteria_controls", criteriaControls },
};

QString windowText(const Engagement &engagement)
{
    return engagement.reportType == ReportType::TypeTwo ? span(engagement.from, engagement.to)
                                                        : longDate(engagement.asOf);
}

QString categoriesText(const Engagement &engagement)
{
    QStringList shown;
    for (const QString &word : engagement.categories)
        shown.append(term(word));
    return list(shown);
}

QString roleText(const Records &records, const QString &key, RolesAs roles)
{
    for (const Role &role : records.roles.all()) {
        if (role.key == key)
            return roles == RolesAs::Titles ? role.title : records.personName(role.holder);
    }
    return {};
}

QString parameterText(const Records &records, const QString &key)
{
    for (const PolicyParameter &parameter : records.policyParameters.all()) {
        if (parameter.key == key && !parameter.value.isEmpty())
            return withUnit(parameter.value, parameter.unit, parameter.unitOfOne);
    }
    return {};
}

QString controlText(const Records &records, const QString &code)
{
    const auto &all = records.controls.all();
    const bool known
        = std::any_of(all.cbegin(), all.cend(), [&](const Control &control) { return control.code == code; });
    return known ? code : QString();
}

QString listText(const Records &records, const QString &name)
{
    const auto found = std::find_if(listFields.cbegin(), listFields.cend(),
                                    [&](const ListField &field) { return name == QLatin1String(field.name); });
    return found == listFields.cend() ? QString() : found->text(records);
}

QString valueOf(const Records &records, const QString &field, RolesAs roles)
{
    const Engagement &engagement = records.engagement();
    const QString kind = field.section(QLatin1Char(':'), 0, 0);
    const QString key = field.section(QLatin1Char(':'), 1);
    if (kind == QLatin1String("organisation"))
        return engagement.organisation;
    if (kind == QLatin1String("service"))
        return engagement.service;
    if (kind == QLatin1String("window"))
        return windowText(engagement);
    if (kind == QLatin1String("categories"))
        return categoriesText(engagement);
    if (kind == QLatin1String("role"))
        return roleText(records, key, roles);
    if (kind == QLatin1String("param"))
        return parameterText(records, key);
    if (kind == QLatin1String("control"))
        return controlText(records, key);
    return kind == QLatin1String("list") ? listText(records, key) : QString();
}

} // namespace

LiveText liveText(const QString &markdown, const Records &records, RolesAs roles)
{
    LiveText live;
    qsizetype done = 0;
    for (qsizetype from = markdown.indexOf(QLatin1String("{{")); from >= 0;
         from = markdown.indexOf(QLatin1String("{{"), done)) {
        const qsizetype to = markdown.indexOf(QLatin1String("}}"), from);
        if (to < 0)
            break;
        const QString field = markdown.mid(from + 2, to - from - 2).trimmed();
        const QString value = valueOf(records, field, roles);
        if (value.isEmpty() && !live.missing.contains(field))
            live.missing.append(field);
        live.text += markdown.mid(done, from - done);
        live.text += value.isEmpty() ? markdown.mid(from, to + 2 - from) : value;
        done = to + 2;
    }
    live.text += markdown.mid(done);
    return live;
}

} // namespace tb::words
