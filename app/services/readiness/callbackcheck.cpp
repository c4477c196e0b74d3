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

CallbackCheck::~CallbackCheck() = default;

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
    if (!domain::callbackGoesToSailPoint(m_connections.tenant)) {
        const QString url = domain::callbackUrl(m_connections.tenant);
        m_record.add("callback", TestLevel::Pass,
            sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "SailPoint needs no OAuth client for the provider")),
            url.isEmpty()
                ? sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "no callback address; status queries decide"))
                : sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "callbacks go to %1")).arg(url));
        return end();
    }
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
