#pragma once
#include "core/clock.h"
#include "httpd/message.h"
#include "lab/events/workflowmachine.h"
#include "lab/options.h"
#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>
#include <functional>
#include <memory>

namespace lab {

/// The simulated tenant's workflows and their executions.
class Workflows
{
public:
    /// `ends` outlives it. `effect`: what the result workflow does with its input when it runs.
    Workflows(const Options &options, const Endpoints &ends, std::shared_ptr<core::Clock> clock,
        std::function<void(const QJsonObject &)> effect);
    /// Of /workflows.
    httpd::Response handle(const QByteArray &method, const QStringList &rest, const httpd::Request &r);
    /// Of /workflows, what a workflow that was made here is: it begins switched off.
    httpd::Response create(const QJsonObject &body);
    /// Of /workflow-executions.
    httpd::Response executions(const QByteArray &method, const QStringList &rest);

    /// Something happened in the tenant: workflows that begin by it run.
    void raise(const QString &triggerId, const QJsonObject &input);
    bool listens() const;
    /// A client that was handed out for one of them.
    bool isClient(const QString &id, const QString &secret) const;

private:
    struct Execution
    {
        QString id, workflow;
        QJsonObject input;
        core::Instant startedAt = 0;
        bool isCancelled = false;
        bool isRun = false;        ///< by its steps, not by the clock
        core::Instant endedAt = 0; ///< of such a one
        bool isSuccess = false;
        QJsonArray events;
    };
    httpd::Response one(const QByteArray &method, const QStringList &rest, const httpd::Request &r);
    httpd::Response change(QJsonObject &workflow, const httpd::Request &r);
    httpd::Response remove(const QString &id);
    httpd::Response makeClient(const QJsonObject &workflow);
    httpd::Response listExecutions(const QString &id) const;
    httpd::Response execute(const QStringList &rest, const QJsonObject &input);
    bool isOver(const Execution &e) const;
    QJsonObject find(const QString &id) const;
    QString run(const QString &workflow, const QJsonObject &input);
    QJsonObject shown(const Execution &e) const;
    QJsonArray history(const Execution &e) const;

    Options m_options;
    const Endpoints &m_ends;
    std::shared_ptr<core::Clock> m_clock;
    std::function<void(const QJsonObject &)> m_effect;
    QList<QJsonObject> m_workflows;
    QList<Execution> m_executions;
    QHash<QString, QString> m_clients; ///< and their secrets
    WorkflowMachine m_machine;
};

} // namespace lab
