#include "services/readiness/callbackcheck.h"
#include "domain/readiness/diagnosis.h"
#include "domain/text/instant.h"
#include "net/sailpoint/probes.h"
#include "services/readiness/readinesstext.h"
#include "services/tenants/tenantconnections.h"
#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QLocale>
#include <QUrl>
#include <limits>

namespace services {

using core::Result;

CallbackCheck::~CallbackCheck() = default;

// The name, and how long what the provider holds is good for: the token itself is not here to be asked.
static QString clientFact(const QJsonObject &client)
{
    QString fact = client.value(QLatin1String("name")).toString();
    if (const int seconds = client.value(QLatin1String("accessTokenValiditySeconds")).toInt(); seconds > 0)
        fact += QStringLiteral(" · ") +
                (seconds >= 2 * 86400
                        ? sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "its tokens end after %1 days"))
                              .arg(seconds / 86400)
                        : sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "its tokens end after %1 minutes"))
                              .arg(seconds / 60));
    if (const auto used =
            domain::parseInstant(client.value(QLatin1String("lastUsed")), std::numeric_limits<qint64>::max());
        used.at)
        fact += QStringLiteral(" · ") +
                sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "last used %1"))
                    .arg(QLocale().toString(QDateTime::fromMSecsSinceEpoch(*used.at).date(), QLocale::ShortFormat));
    return fact;
}

void CallbackCheck::ask()
{
    if (!domain::callbackGoesToSailPoint(m_connections.tenant)) {
        const QString &base = m_connections.tenant.callbackBaseUrl;
        m_record.add("callback", TestLevel::Pass,
            sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "SailPoint needs no OAuth client for the provider")),
            base.isEmpty()
                ? sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "no callback address; status queries decide"))
                : sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "callbacks go to %1")).arg(QUrl(base).host()));
        return end();
    }
    core::whenDone<QJsonArray>(
        net::sailpoint::oauthClients(m_connections.api), this, [this](const Result<QJsonArray> &clients) {
            if (!clients) {
                m_record.addError("callback", clients.error(),
                    sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "OAuth clients")),
                    sayReadinessCheck(
                        QT_TRANSLATE_NOOP("ReadinessCheck", "Whether the provider can call SailPoint is not known.")));
                return end();
            }
            const QJsonObject *found = nullptr;
            QList<QJsonObject> all;
            for (const auto &v : *clients)
                all << v.toObject();
            for (const auto &c : std::as_const(all)) {
                if (c.value(QLatin1String("enabled")).toBool() &&
                    c.value(QLatin1String("scope")).toArray().contains(QStringLiteral("sp:workflow-execute:external")))
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
