#include "model/projectreadiness.h"

#include "model/project.h"

namespace tb {

ProjectReadiness::ProjectReadiness(Project &project, QDate day, QObject *parent)
    : QObject(parent)
    , m_project(project)
    , m_feed(project.records())
{
    m_engine.reset(readinessInputs(project.records()), day);
    connect(&project, &Project::changed, this, &ProjectReadiness::follow);
}

void ProjectReadiness::setDay(QDate day)
{
    if (day == this->day())
        return;
    m_engine.setDate(day);
    emit updated({});
}

void ProjectReadiness::follow(const ChangeSet &changes)
{
    m_engine.apply(m_feed.inputChange(m_project.records(), changes));
    emit updated(changes);
}

} // namespace tb
