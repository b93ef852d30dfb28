#include "model/catalog/catalogid.h"
#include "model/making/libraryfamilies.h"
#include "model/people/role.h"
#include "model/policies/policy.h"
#include "model/policies/policyparameter.h"
#include "model/policies/policyrequirement.h"
#include "model/policies/policyversion.h"
#include "model/record/rank.h"

namespace tb {

namespace {

Role roleFrom(const CatalogRole &entry)
{
    auto role = recordFrom<Role>(entry.origin);
    role.key = entry.key;
    role.title = entry.title;
    role.description = entry.description;
    return role;
}

PolicyParameter parameterFrom(const CatalogParameter &entry)
{
    auto parameter = recordFrom<PolicyParameter>(entry.origin);
    parameter.key = entry.key;
    parameter.title = entry.title;
    parameter.value = entry.defaultValue;
    parameter.unit = entry.unit;
    parameter.unitOfOne = entry.unitOfOne;
    parameter.integer = entry.integer;
    return parameter;
}

/// Months between reviews as the library proposes them; the parameter's value says them in the text.
qint64 reviewMonths(const CatalogPolicy &entry, const QList<CatalogParameter> &parameters)
{
    for (const CatalogParameter &parameter : parameters) {
        if (parameter.key == entry.reviewCycleParameter)
            return parameter.defaultValue.toLongLong();
    }
    return Policy {}.reviewMonths;
}

Policy policyFrom(const CatalogPolicy &entry, qint64 months, int position)
{
    auto policy = recordFrom<Policy>(entry.origin);
    policy.code = entry.code;
    policy.title = entry.title;
    policy.summary = entry.summary;
    policy.reviewMonths = months;
    policy.rank = rankAt(position);
    return policy;
}

PolicyVersion firstVersion(const CatalogPolicy &entry)
{
    PolicyVersion version;
    version.id.value = catalogId(QStringLiteral("policy-versions"), entry.key);
    version.policy.value = entry.origin.id();
    version.body = entry.body;
    return version;
}

PolicyRequirement requirementFrom(const CatalogPolicy &policy, const CatalogRequirement &entry, int position)
{
    PolicyRequirement requirement;
    requirement.id.value = requirementId(policy, entry);
    requirement.policy.value = policy.origin.id();
    requirement.number = entry.number;
    requirement.title = entry.title;
    requirement.rank = rankAt(position);
    return requirement;
}

} // namespace

qint64 requirementId(const CatalogPolicy &policy, const CatalogRequirement &requirement)
{
    return catalogId(QStringLiteral("policy-requirements"), policy.key + QLatin1Char('/') + requirement.number);
}

void writePolicies(LibraryWriter &writer, const CatalogPolicies &library)
{
    for (const CatalogRole &entry : library.roles)
        writer.add(roleFrom(entry));
    for (const CatalogParameter &entry : library.parameters)
        writer.add(parameterFrom(entry));
    int position = 0;
    int number = 0;
    for (const CatalogPolicy &entry : library.policies) {
        writer.add(policyFrom(entry, reviewMonths(entry, library.parameters), position++));
        writer.add(firstVersion(entry));
        for (const CatalogRequirement &requirement : entry.requirements)
            writer.add(requirementFrom(entry, requirement, number++));
    }
}

} // namespace tb
