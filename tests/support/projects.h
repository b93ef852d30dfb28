#pragma once

#include "model/commands.h"
#include "tests/support/plainstorage.h"

#include <QTemporaryDir>

namespace tb {

/// A small project in a folder of its own that goes with it.
struct TestProject
{
    QTemporaryDir folder;
    std::unique_ptr<Project> project = reopened();

    /// The project as the next session would find it.
    std::unique_ptr<Project> reopened() const
    {
        auto loaded
            = Project::load(PlainStorage::at(folder.filePath(QStringLiteral("project.db"))), QStringLiteral("Ana"));
        if (!loaded)
            qFatal("test project: %s", qPrintable(loaded.error().detail));
        return std::move(loaded).value();
    }
    void reopen()
    {
        project.reset();
        project = reopened();
    }

    ControlId addControl(const QString &code, const QString &title = QStringLiteral("A control"))
    {
        Control control;
        control.code = code;
        control.title = title;
        control.frequency = Frequency::Quarterly;
        const auto id = createRecord(*project, control);
        return id ? id.value() : ControlId {};
    }
    EvidenceId addEvidence(const QString &code, const QString &title = QStringLiteral("A file"))
    {
        Evidence evidence;
        evidence.code = code;
        evidence.title = title;
        const auto id = createRecord(*project, evidence);
        return id ? id.value() : EvidenceId {};
    }
    PersonId addPerson(const QString &name)
    {
        const auto id = personNamed(*project, name);
        return id ? id.value() : PersonId {};
    }
    CriterionId addCriterion(const QString &code, const QString &title = QStringLiteral("A criterion"))
    {
        if (project->records().frameworks.all().isEmpty()) {
            Framework framework;
            framework.code = QStringLiteral("TSC");
            framework.title = QStringLiteral("Trust services criteria");
            static_cast<void>(createRecord(*project, framework));
        }
        Criterion criterion;
        criterion.framework = project->records().frameworks.all().first().id;
        criterion.code = code;
        criterion.series = code.section(QLatin1Char('.'), 0, 0);
        criterion.title = title;
        const auto id = createRecord(*project, criterion);
        return id ? id.value() : CriterionId {};
    }
    const Control &control(ControlId id) const { return *project->records().controls.find(id); }
};

} // namespace tb
