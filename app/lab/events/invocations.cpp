#include "lab/events/invocations.h"
#include "lab/answers.h"
#include "lab/sailpoint/people.h"
#include <QUuid>
#include <algorithm>
#include <utility>

namespace lab {

using httpd::Response;

Invocations::Invocations(std::shared_ptr<core::Clock> clock) : m_clock(std::move(clock)) {}

Invocations::Begun Invocations::begin(
    const QJsonObject &subscription, const QJsonObject &input, const QJsonObject &content, bool isTest)
{
    const Begun begun{
        QUuid::createUuid().toString(QUuid::WithoutBraces), QUuid::createUuid().toString(QUuid::WithoutBraces)};
    const QJsonValue trigger = subscription.value(QLatin1String("triggerId"));
    m_all << QJsonObject{{QStringLiteral("id"), begun.id}, {QStringLiteral("triggerId"), trigger},
        {QStringLiteral("subscriptionName"), subscription.value(QLatin1String("name"))},
        {QStringLiteral("subscriptionId"), subscription.value(QLatin1String("id"))},
        {QStringLiteral("type"), isTest ? QStringLiteral("TEST") : QStringLiteral("REAL_TIME")},
        {QStringLiteral("created"), QString::fromLatin1(isoTime(m_clock->now()))},
        {QStringLiteral("startInvocationInput"),
            QJsonObject{{QStringLiteral("triggerId"), trigger}, {QStringLiteral("input"), input},
                {QStringLiteral("contentJson"), content}}},
        {QStringLiteral("_secret"), begun.secret}};
    while (m_all.size() > 2000)
        m_all.removeFirst();
    return begun;
}

QJsonArray Invocations::shown() const
{
    QJsonArray all;
    for (auto it = m_all.crbegin(); it != m_all.crend(); ++it) {
        QJsonObject one = *it;
        one.remove(QStringLiteral("_secret"));
        all.append(one);
    }
    return all;
}

void Invocations::end(const QString &invocation, const QJsonValue &output, const QString &error)
{
    for (auto &i : m_all) {
        if (i.value(QLatin1String("id")).toString() != invocation)
            continue;
        i.insert(QStringLiteral("completed"), QString::fromLatin1(isoTime(m_clock->now())));
        if (!output.isNull() || !error.isEmpty())
            i.insert(QStringLiteral("completeInvocationInput"),
                QJsonObject{
                    {QStringLiteral("localizedError"),
                        error.isEmpty() ? QJsonValue()
                                        : QJsonValue(QJsonObject{{QStringLiteral("locale"), QStringLiteral("en")},
                                              {QStringLiteral("message"), error}})},
                    {QStringLiteral("output"), error.isEmpty() ? output : QJsonValue()}});
    }
}

Response Invocations::complete(const QString &id, const QJsonObject &body)
{
    const auto it = std::find_if(m_all.begin(), m_all.end(),
        [&id](const QJsonObject &i) { return i.value(QLatin1String("id")).toString() == id; });
    if (it == m_all.end() || it->value(QLatin1String("_secret")) != body.value(QLatin1String("secret")))
        return dto(404, QStringLiteral("404 Not found"),
            QStringLiteral("The invocation is not known, or the secret is not its."));
    if (it->contains(QLatin1String("completed")))
        return dto(
            400, QStringLiteral("400.1 Bad request content"), QStringLiteral("The invocation was completed before."));
    end(id, body.value(QLatin1String("output")), body.value(QLatin1String("error")).toString());
    Response done;
    done.status = 204;
    return done;
}

} // namespace lab
