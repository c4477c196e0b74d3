#include "services/readiness/callbackcheck.h"
#include "domain/readiness/diagnosis.h"
#include "domain/tenants/callbackaddress.h"
#include "net/sailpoint/probes.h"
#include "services/readiness/readinesstext.h"
#include "services/tenants/internal/tenantconnections.h"
#include <QDateTime>
#include <QLocale>
#include <QUrl>

namespace services {

using core::Result;

CallbackCheck::CallbackCheck(
    TenantConnections &connections, Context &context, TenantSession &tenantSession, ReadinessRecord &record)
    : ReadinessPart(connections, tenantSession, record), m_context(context)
{
}

CallbackCheck::~CallbackCheck() = default;

static QString probeText()
{
    return sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "A probe to the callback address"));
}

// The name, and how long what the provider holds is good for: the token itself is not here to be asked.
static QString clientFact(const domain::OauthClient &client)
{
    QString fact = client.name;
    if (const int seconds = client.tokenSeconds; seconds > 0)
        fact += QStringLiteral(" · ") +
                (seconds >= 2 * 86400
                        ? sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "its tokens end after %1 days"))
                              .arg(seconds / 86400)
                        : sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "its tokens end after %1 minutes"))
                              .arg(seconds / 60));
    if (client.lastUsed)
        fact +=
            QStringLiteral(" · ") +
            sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "last used %1"))
                .arg(QLocale().toString(QDateTime::fromMSecsSinceEpoch(*client.lastUsed).date(), QLocale::ShortFormat));
    return fact;
}

void CallbackCheck::ask()
{
    const domain::Tenant &tenant = m_connections.tenant;
    if (domain::callbackGoesToSailPoint(tenant))
        return askSailPoint();
    const QString url = domain::callbackUrl(tenant);
    m_record.add("callback", TestLevel::Pass,
        sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "SailPoint needs no OAuth client for the provider")),
        url.isEmpty()
            ? sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "no callback address; status queries decide"))
            : sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "callbacks go to %1")).arg(url));
    url.isEmpty() ? end() : askReceiver();
}

void CallbackCheck::askReceiver()
{
    m_probe = std::make_unique<CallbackProbe>(
        m_context, m_connections.tenant, m_context.deadlineCap.value_or(std::chrono::seconds(10)));
    core::whenDone<ProbeOutcome>(m_probe->run(), this, [this](const Result<ProbeOutcome> &outcome) {
        if (outcome)
            tell(*outcome);
        else
            m_record.addError("callback", outcome.error(), probeText(),
                sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "Whether callbacks arrive is not known.")));
        end();
    });
}

static QString unsignedText(const ProbeOutcome &o)
{
    if (o.keyError)
        return sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck",
                                     "Whether the signature comes along was not tried, because the key could not be "
                                     "used: %1"))
            .arg(o.keyError->text);
    return sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck",
        "Whether what proves the sender comes along was not tried: a key that travels with the "
        "message is not sent to try it, and another's signing key is not here."));
}

void CallbackCheck::tell(const ProbeOutcome &o)
{
    if (o.isArrived && (!o.isSigned || o.isProven)) {
        const QString fact = sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "it came through in %1 ms"));
        return m_record.add("callback", o.isSigned ? TestLevel::Pass : TestLevel::NotProven, probeText(),
            fact.arg(o.took.count()), o.isSigned ? QString() : unsignedText(o));
    }
    if (o.isOvertaken)
        return m_record.add("callback", TestLevel::NotProven, probeText(),
            sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "another check sent a probe at the same time")),
            sayReadinessCheck(QT_TRANSLATE_NOOP(
                "ReadinessCheck", "Whether this one came through is not known. Check again in a few seconds.")));
    if (o.isArrived)
        return m_record.add("callback", TestLevel::Fail, probeText(),
            sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "it came through without its signature")),
            sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck",
                "What stands between changes the body, or leaves out the headers of the signature: the provider's "
                "messages would be refused.")));
    if (o.error)
        return m_record.add("callback", TestLevel::Fail, probeText(), o.error->text,
            sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck",
                "Seen from here nobody answers at the callback address. Check it, the relay and its certificate.")));
    m_record.add("callback", TestLevel::Fail, probeText(),
        sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "answered %1, and nothing came to a receiver of ours"))
            .arg(o.status),
        sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck",
            "Is the receiver running (Settings, Callback receiver; idvctl receive), and does this address lead to "
            "it?")));
}

void CallbackCheck::askSailPoint()
{
    using Clients = QList<domain::OauthClient>;
    core::whenDone<Clients>(
        net::sailpoint::oauthClients(m_connections.api), this, [this](const Result<Clients> &clients) {
            if (!clients) {
                m_record.addError("callback", clients.error(),
                    sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "OAuth clients")),
                    sayReadinessCheck(
                        QT_TRANSLATE_NOOP("ReadinessCheck", "Whether the provider can call SailPoint is not known.")));
                return end();
            }
            const domain::OauthClient *found = nullptr;
            for (const auto &c : *clients) {
                if (c.isEnabled && c.scopes.contains(QStringLiteral("sp:workflow-execute:external")))
                    found = &c;
            }
            m_record.add("callback", found ? TestLevel::Pass : TestLevel::Fail,
                sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "OAuth client for the provider's callback")),
                found ? clientFact(*found)
                      : sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "none has sp:workflow-execute:external")),
                found ? QString()
                      : sayReadinessCheck(
                            QT_TRANSLATE_NOOP("ReadinessCheck", "Create one at the workflow's external trigger in "
                                                                "SailPoint, and give its token to the provider.")));
            end();
        });
}

} // namespace services
