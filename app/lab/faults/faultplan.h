#pragma once
#include "core/clock.h"
#include "core/result.h"
#include "httpd/message.h"
#include "lab/options.h"
#include <QHash>
#include <QJsonArray>
#include <QList>
#include <QRandomGenerator>
#include <QString>
#include <functional>
#include <memory>

namespace lab {

/// One thing that goes wrong on purpose. Text form: "provider:create:status=503,times=2", see faultFromText().
struct FaultRule
{
    QString vendor;    ///< "sailpoint", "identityiq" or "provider"
    QString operation; ///< a name of operationNames(), "*", or "GET /v2024/identities*"
    QString kind;      ///< status, latency, reset, cut-body, truncate, drip, no-answer, budget
    int value = 0;     ///< status code, milliseconds, or calls in ten seconds
    int percent = 100; ///< how many of the calls it hits
    int times = -1;    ///< how often it still hits; -1: always
};

/// Usage with a sentence that says what is expected.
core::Result<FaultRule> faultFromText(const QString &text);
core::Result<QList<FaultRule>> faultsFromJson(const QJsonArray &list);
QJsonArray toJson(const QList<FaultRule> &rules);

/// The rules of one vendor, applied around its answers. Thread: the lab's.
class FaultPlan
{
public:
    FaultPlan(QString vendor, std::shared_ptr<core::Clock> clock)
        : m_vendor(std::move(vendor)), m_clock(std::move(clock))
    {
    }
    /// Takes those of this vendor.
    void set(const QList<FaultRule> &rules);
    const QList<FaultRule> &rules() const { return m_rules; }
    /// `answer` is not asked where a fault comes before it: the call then has no effect.
    httpd::Response apply(const httpd::Request &request, const std::function<httpd::Response()> &answer);

private:
    bool hits(FaultRule &rule, const httpd::Request &request);
    QString m_vendor;
    std::shared_ptr<core::Clock> m_clock;
    QList<FaultRule> m_rules;
    QHash<int, QList<core::Instant>> m_spent; ///< calls of the last ten seconds, by rule
    QRandomGenerator m_dice{20260101};        ///< the same calls are hit in every run
};

} // namespace lab
