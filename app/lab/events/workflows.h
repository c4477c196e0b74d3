#pragma once
#include "core/clock.h"
#include "httpd/message.h"
#include "lab/options.h"
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
    /// `effect`: what the result workflow does with its input when it runs.
    Workflows(const Options &options, const Endpoints &ends, std::shared_ptr<core::Clock> clock,
        std::function<void(const QJsonObject &)> effect);
    /// Of /workflows.
    httpd::Response handle(const QByteArray &method, const QStringList &rest, const httpd::Request &r);
    /// Of /workflow-executions.
    httpd::Response executions(const QByteArray &method, const QStringList &rest);

private:
    struct Execution
    {
        QString id, workflow;
        QJsonObject input;
        core::Instant startedAt = 0;
        bool isCancelled = false;
    };
    QJsonObject find(const QString &id) const;
    QString run(const QString &workflow, const QJsonObject &input);
    QJsonObject shown(const Execution &e) const;
    QJsonArray history(const Execution &e) const;

    Options m_options;
    Endpoints m_ends;
    std::shared_ptr<core::Clock> m_clock;
    std::function<void(const QJsonObject &)> m_effect;
    QList<QJsonObject> m_workflows;
    QList<Execution> m_executions;
};

} // namespace lab
