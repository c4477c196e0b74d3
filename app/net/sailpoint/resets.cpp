#include "net/sailpoint/resets.h"
#include "net/sailpoint/answers.h"
#include <QJsonDocument>
#include <QJsonObject>

namespace net::sailpoint {

core::Async<core::Unit> sendAccountReset(
    Api &api, const core::IdentityId &id, const QString &via, const QString &sourceName)
{
    Call c;
    c.method = "POST";
    c.service = QStringLiteral("/identities");
    c.rest = QLatin1Char('/') + QString::fromLatin1(QUrl::toPercentEncoding(id.str())) +
             QStringLiteral("/verification/account/send");
    c.operation = QStringLiteral("/identities/{id}/verification/account/send");
    c.contentType = "application/json";
    c.body = QJsonDocument(
        QJsonObject{{QStringLiteral("sourceName"), sourceName.isEmpty() ? QJsonValue() : QJsonValue(sourceName)},
            {QStringLiteral("via"), via}})
                 .toJson(QJsonDocument::Compact);
    return core::mapped<core::Unit, HttpResponse>(api.send(c), &api, [](const HttpResponse &r) -> core::Status {
        if (r.status < 200 || r.status > 299)
            return errorFrom(r);
        return core::ok();
    });
}

} // namespace net::sailpoint
