#include "domain/readiness/readiness.h"
#include "net/iiq/scim.h"
#include "services/readiness/readiness.h"
#include "services/tenants/tenantconnections.h"
#include <QCoreApplication>

// The readiness of an IdentityIQ tenant: what its server can do was said by the connection's lines; then the
// attributes.
namespace services {

using core::Result;

static QString sayReadinessCheck(const char *text)
{
    return QCoreApplication::translate("ReadinessCheck", text);
}

void ReadinessCheck::identityIq()
{
    core::whenDone<QStringList>(
        net::iiq::userAttributes(m_connections.api), this, [this](const Result<QStringList> &known) {
            if (!known) {
                addError("attributes", known.error(),
                    sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "Identity attributes")),
                    sayReadinessCheck(
                        QT_TRANSLATE_NOOP("ReadinessCheck", "Whether results can be stored is not known.")));
                return values();
            }
            for (int i = 0; i < domain::idvFieldCount; ++i) {
                const QString name = m_connections.tenant.map.name(domain::Field(i));
                const bool isThere = known->contains(name);
                add("attributes", isThere ? TestLevel::Pass : TestLevel::Fail,
                    sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "Identity attribute %1")).arg(name),
                    isThere ? sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "exists"))
                            : sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "does not exist")),
                    isThere ? QString()
                            : sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck",
                                  "Add it in IdentityIQ as an extended identity attribute of type text.")));
            }
            values();
        });
}

void ReadinessCheck::writeBackIq()
{
    const auto &t = m_connections.tenant;
    const auto after = [this] { clocks(); };
    if (t.writeBack == domain::WriteBackStrategy::None) {
        add("write-back", TestLevel::Warn,
            sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "The console writes no results")), {},
            sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "SailPoint or the provider has to write them.")));
        return after();
    }
    const bool isWorkflow = t.writeBack == domain::WriteBackStrategy::Workflow;
    const auto asked = isWorkflow ? net::iiq::probeWorkflows(m_connections.api)
                                  : core::mapped<core::Unit, QJsonObject>(net::iiq::scimConfig(m_connections.api), this,
                                        [](const QJsonObject &) { return core::ok(); });
    const QString what =
        isWorkflow
            ? sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "Workflow %1")).arg(t.workflowId)
            : sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "Results replace the person's record (SCIM)"));
    core::whenDone<core::Unit>(asked, this, [this, what, after](const core::Status &r) {
        if (r)
            add("write-back", TestLevel::Pass, what,
                sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "the service answers; not tried")));
        else
            addError("write-back", r.error(), what,
                sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "Results cannot be written.")));
        after();
    });
}

} // namespace services
