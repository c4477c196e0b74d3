#include "services/readiness/writebackcheck.h"
#include "net/iiq/scim.h"
#include "net/sailpoint/accounts.h"
#include "net/sailpoint/events/workflows.h"
#include "net/sailpoint/probes.h"
#include "services/readiness/readinesstext.h"
#include "services/tenants/internal/tenantconnections.h"

namespace services {

using core::Result;

WriteBackCheck::~WriteBackCheck() = default;

void WriteBackCheck::ask()
{
    const auto &t = m_connections.tenant;
    if (domain::isIdentityIq(t))
        iiq();
    else if (t.writeBack == domain::WriteBackStrategy::Account)
        account();
    else if (t.writeBack == domain::WriteBackStrategy::Workflow)
        workflow();
    else
        other();
}

void WriteBackCheck::account()
{
    core::whenDone<domain::Source>(net::sailpoint::getSource(m_connections.api, m_connections.tenant.idvSourceId), this,
        [this](const Result<domain::Source> &s) {
            if (!s)
                m_record.addError("write-back", s.error(),
                    sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "Flat-file source of the results")),
                    sayReadinessCheck(
                        QT_TRANSLATE_NOOP("ReadinessCheck", "Check its ID in Settings, Tenants, Write-back…")));
            else
                addSource(*s);
            end();
        });
}

static TestLevel sourceLevel(bool isFlat, bool isAuthoritative)
{
    if (!isFlat)
        return TestLevel::Fail;
    return isAuthoritative ? TestLevel::Warn : TestLevel::Pass;
}

static QString sourceAdvice(bool isFlat, bool isAuthoritative)
{
    if (!isFlat)
        return sayReadinessCheck(
            QT_TRANSLATE_NOOP("ReadinessCheck", "SailPoint takes attribute changes on delimited-file sources only."));
    if (!isAuthoritative)
        return {};
    return sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "It is authoritative: the next aggregation "
                                                                 "overwrites the results. Use a source of its own."));
}

void WriteBackCheck::addSource(const domain::Source &source)
{
    const bool isFlat = domain::isDelimitedFile(source);
    m_record.add("write-back", sourceLevel(isFlat, source.isAuthoritative),
        sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "Results go to the source %1")).arg(source.name),
        source.type, sourceAdvice(isFlat, source.isAuthoritative));
}

void WriteBackCheck::workflow()
{
    core::whenDone<domain::Workflow>(net::sailpoint::workflow(m_connections.api, m_connections.tenant.workflowId), this,
        [this](const Result<domain::Workflow> &w) {
            if (w) {
                addWorkflow(*w);
            } else {
                m_record.setRemediation(ReadinessLine::SaveWorkflow);
                m_record.addError("write-back", w.error(),
                    sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "Workflow of the results")),
                    sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "Whether it is enabled is not known.")));
            }
            echo();
        });
}

void WriteBackCheck::addWorkflow(const domain::Workflow &workflow)
{
    const bool isOn = workflow.isEnabled == true;
    m_record.add("write-back", isOn ? TestLevel::Pass : TestLevel::Fail,
        sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "Workflow %1")).arg(workflow.name),
        isOn ? sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "enabled"))
             : sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "disabled")),
        isOn ? QString()
             : sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck",
                   "Enable it in SailPoint; a disabled workflow takes the result and does nothing.")));
}

void WriteBackCheck::echo()
{
    core::whenDone<core::Unit>(net::sailpoint::echoWorkflow(m_connections.api, m_connections.tenant.workflowId), this,
        [this](const core::Status &answered) {
            if (answered)
                m_record.add("write-back", TestLevel::Pass,
                    sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "The workflow's echo test answers")),
                    sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "nothing was run")));
            else
                m_record.addError("write-back", answered.error(),
                    sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "Echo test of the workflow")),
                    sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "Results cannot be written through it.")));
            end();
        });
}

void WriteBackCheck::other()
{
    const bool isDirectPatch = m_connections.tenant.writeBack == domain::WriteBackStrategy::DirectPatch;
    m_record.add("write-back", TestLevel::Warn,
        isDirectPatch ? sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "Results go by a PATCH of the identity"))
                      : sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "The console writes no results")),
        {},
        isDirectPatch
            ? sayReadinessCheck(
                  QT_TRANSLATE_NOOP("ReadinessCheck", "No published version of SailPoint's API has this call. Choose "
                                                      "another way in Settings, Tenants, Write-back…"))
            : sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "SailPoint or the provider has to write them.")));
    end();
}

void WriteBackCheck::iiq()
{
    const auto &t = m_connections.tenant;
    if (t.writeBack == domain::WriteBackStrategy::None) {
        m_record.add("write-back", TestLevel::Warn,
            sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "The console writes no results")), {},
            sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "SailPoint or the provider has to write them.")));
        return end();
    }
    const bool isWorkflow = t.writeBack == domain::WriteBackStrategy::Workflow;
    const auto asked =
        isWorkflow ? net::iiq::probeWorkflows(m_connections.api) : net::iiq::probeScim(m_connections.api);
    const QString what =
        isWorkflow
            ? sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "Workflow %1")).arg(t.workflowId)
            : sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "Results replace the person's record (SCIM)"));
    core::whenDone<core::Unit>(asked, this, [this, what](const core::Status &r) {
        if (r)
            m_record.add("write-back", TestLevel::Pass, what,
                sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "the service answers; not tried")));
        else
            m_record.addError("write-back", r.error(), what,
                sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "Results cannot be written.")));
        end();
    });
}

} // namespace services
