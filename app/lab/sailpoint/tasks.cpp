#include "lab/sailpoint/tasks.h"
#include "lab/answers.h"
#include "lab/sailpoint/people.h"
#include <QDateTime>
#include <algorithm>
#include <utility>

namespace lab {

using httpd::Response;

Tasks::Tasks(std::chrono::milliseconds processing, std::shared_ptr<core::Clock> clock)
    : m_processing(processing), m_clock(std::move(clock))
{
}

QString Tasks::start(const QString &name)
{
    const QString id = QString::fromLatin1(randomHex(32));
    m_tasks.insert(id, {m_clock->now(), name});
    return id;
}

QJsonObject Tasks::startSimplified(const QString &name)
{
    // The published description says date-time, its example is of Java's making; here the latter.
    const QString at = QDateTime::fromMSecsSinceEpoch(m_clock->now(), Qt::UTC)
                           .toString(QStringLiteral("yyyy-MM-dd'T'HH:mm:ss.zzz'Z'"));
    return {{QStringLiteral("id"), start(name)}, {QStringLiteral("name"), name}, {QStringLiteral("description"), name},
        {QStringLiteral("launcher"), QStringLiteral("svc.idv")}, {QStringLiteral("launched"), at}};
}

Response Tasks::status(const QStringList &rest) const
{
    if (rest.isEmpty()) {
        QJsonArray finished;
        for (auto it = m_tasks.begin(); it != m_tasks.end(); ++it) {
            if (const QJsonObject task = shown(it.key()); !task.value(QLatin1String("completed")).isNull())
                finished.append(task);
        }
        return json(200, finished);
    }
    if (!m_tasks.contains(rest.value(0)))
        return dto(404, QStringLiteral("404 Not found"), QStringLiteral("The task is not known."));
    return json(200, shown(rest.at(0)));
}

QJsonObject Tasks::shown(const QString &id) const
{
    const Task task = m_tasks.value(id);
    const core::Instant end = task.startedAt + m_processing.count();
    const bool isDone = m_clock->now() >= end;
    const int percent =
        isDone ? 100 : int((m_clock->now() - task.startedAt) * 100 / std::max<qint64>(1, m_processing.count()));
    QJsonObject o{{QStringLiteral("id"), id}, {QStringLiteral("type"), QStringLiteral("QUARTZ")},
        {QStringLiteral("uniqueName"), task.name}, {QStringLiteral("description"), task.name},
        {QStringLiteral("launcher"), QStringLiteral("svc.idv")},
        {QStringLiteral("created"), QString::fromLatin1(isoTime(task.startedAt))},
        {QStringLiteral("percentComplete"), percent}, {QStringLiteral("messages"), QJsonArray{}},
        {QStringLiteral("returns"), QJsonArray{}}, {QStringLiteral("attributes"), QJsonObject{}}};
    o.insert(QStringLiteral("completionStatus"), isDone ? QJsonValue(QStringLiteral("SUCCESS")) : QJsonValue());
    o.insert(QStringLiteral("completed"), isDone ? QJsonValue(QString::fromLatin1(isoTime(end))) : QJsonValue());
    return o;
}

} // namespace lab
