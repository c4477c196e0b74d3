#pragma once
#include "core/clock.h"
#include "lab/options.h"
#include <QJsonArray>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <functional>
#include <memory>

namespace lab {

/// Runs the steps of a stored workflow against the simulators, as SailPoint would against the world: HTTP requests,
/// choices, mails (which are noted and not sent). What whoever builds a workflow types into it after its import (a
/// client, a key) is what these simulators know. Thread: the lab's.
class WorkflowMachine : public QObject
{
public:
    /// `ends` outlives it, and is looked at when a step runs: addresses are known once the simulators listen.
    WorkflowMachine(const Endpoints &ends, std::shared_ptr<core::Clock> clock);
    /// Called once: whether it came to its success, and the history as the API tells it.
    using Done = std::function<void(bool isSuccess, const QJsonArray &events)>;
    void run(const QJsonObject &definition, const QJsonObject &trigger, Done done);

private:
    struct Run;
    void take(const std::shared_ptr<Run> &run, const QString &step);
    void choose(const std::shared_ptr<Run> &run, const QString &name, const QJsonObject &step);
    void act(const std::shared_ptr<Run> &run, const QString &name, const QJsonObject &step);
    void ask(const std::shared_ptr<Run> &run, const QString &name, const QJsonObject &step, const QByteArray &token);
    void end(const std::shared_ptr<Run> &run, bool isSuccess, const QString &why);
    void note(Run &run, const char *type, const QString &step, const QString &what = {});

    const Endpoints &m_ends;
    std::shared_ptr<core::Clock> m_clock;
    QNetworkAccessManager m_net;
};

} // namespace lab
