#pragma once

#include "model/result.h"
#include "model/store/replay.h"

#include <QObject>

class QThreadPool;

namespace tb {

class Project;

/// Checks the activity chain of a project in the background, on a connection of its own. Owned by the workspace.
class ChainCheck final : public QObject
{
    Q_OBJECT

public:
    explicit ChainCheck(QObject *parent = nullptr) : QObject(parent) { }

    void start(QThreadPool &pool, const Project &project);

signals:
    /// @p brokenAt: the first entry that does not fit; 0 when the chain is whole. @p entries: how many there are.
    void finished(qint64 brokenAt, qint64 entries);
    void failed(const tb::Error &error);
};

} // namespace tb
