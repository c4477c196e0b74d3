#include "net/sailpoint/calls.h"
#include "net/sailpoint/answers.h"
#include <QUrl>

namespace net::sailpoint {

core::Result<Accepted> accepted(const HttpResponse &r)
{
    if (r.status < 200 || r.status > 299)
        return errorFrom(r);
    const QJsonValue id = QJsonDocument::fromJson(r.body).object().value(QLatin1String("id"));
    return Accepted{id.isDouble() ? QString::number(id.toInteger()) : id.toString().left(200),
        QString::fromLatin1(r.header("SLPT-Request-ID")), true};
}

Call bodyCall(const char *method, const QString &service, const QString &rest, const QJsonDocument &body)
{
    Call c;
    c.method = method;
    c.service = service;
    c.rest = rest;
    c.operation = service + rest;
    c.contentType = "application/json";
    c.body = body.toJson(QJsonDocument::Compact);
    return c;
}

Call readCall(const QString &service, const QString &rest, const QString &operation, const QByteArray &query)
{
    Call c;
    c.service = service;
    c.rest = rest;
    c.operation = operation;
    c.query = query;
    c.repeatable = true;
    return c;
}

QString idSegment(const QString &id)
{
    return QLatin1Char('/') + QString::fromLatin1(QUrl::toPercentEncoding(id));
}

} // namespace net::sailpoint
