#pragma once
#include "core/clock.h"
#include "httpd/message.h"
#include <QHash>
#include <QJsonObject>
#include <QStringList>
#include <chrono>
#include <memory>

namespace lab {

/// The tasks that run in the simulated tenant: each takes the processing time. Thread: the lab's.
class Tasks
{
public:
    Tasks(std::chrono::milliseconds processing, std::shared_ptr<core::Clock> clock);
    /// The id of the new task.
    QString start(const QString &name);
    /// The same, as the calls answer that show less of a task.
    QJsonObject startSimplified(const QString &name);
    QJsonObject shown(const QString &id) const;
    /// Of /task-status; `rest`: the path behind it.
    httpd::Response status(const QStringList &rest) const;

private:
    struct Task
    {
        core::Instant startedAt;
        QString name;
    };
    std::chrono::milliseconds m_processing;
    std::shared_ptr<core::Clock> m_clock;
    QHash<QString, Task> m_tasks;
};

} // namespace lab
