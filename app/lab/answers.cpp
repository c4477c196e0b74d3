#include "lab/answers.h"
#include <QRandomGenerator>

namespace lab {

httpd::Response json(int status, const QByteArray &body)
{
    httpd::Response r;
    r.status = status;
    r.body = body;
    return r;
}

httpd::Response json(int status, const QJsonObject &body)
{
    return json(status, QJsonDocument(body).toJson(QJsonDocument::Compact));
}
httpd::Response json(int status, const QJsonArray &body)
{
    return json(status, QJsonDocument(body).toJson(QJsonDocument::Compact));
}

QByteArray randomHex(int digits)
{
    QByteArray out;
    while (out.size() < digits)
        out += QByteArray::number(QRandomGenerator::system()->generate(), 16).rightJustified(8, '0');
    return out.left(digits);
}

httpd::Response dto(int status, const QString &detailCode, const QString &text)
{
    const QJsonArray messages{QJsonObject{{QStringLiteral("locale"), QStringLiteral("en-US")},
        {QStringLiteral("localeOrigin"), QStringLiteral("DEFAULT")}, {QStringLiteral("text"), text}}};
    return json(status, QJsonObject{{QStringLiteral("detailCode"), detailCode},
                            {QStringLiteral("trackingId"), QString::fromLatin1(randomHex(32))},
                            {QStringLiteral("messages"), messages}, {QStringLiteral("causes"), messages}});
}

httpd::Response flatError(int status, const QString &error, const QString &description)
{
    QJsonObject o{{QStringLiteral("error"), error}};
    if (!description.isEmpty())
        o.insert(QStringLiteral("error_description"), description);
    return json(status, o);
}

QString queryValue(const httpd::Request &r, const QString &name)
{
    // A plus is a space in a query, as every web framework reads it.
    QByteArray query = r.query;
    query.replace('+', "%20");
    return QUrlQuery(QString::fromLatin1(query)).queryItemValue(name, QUrl::FullyDecoded);
}

} // namespace lab
