#include "domain/callbacks/requestcollection.h"
#include "core/jsonplace.h"
#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace domain {

static const QString format = QStringLiteral("idv-console-requests");
static constexpr qsizetype mostRequests = 1000;

static QString sayRequestCollection(const char *text)
{
    return QCoreApplication::translate("RequestCollection", text);
}

QByteArray bodyFromText(const QString &typed)
{
    const QByteArray text = typed.toUtf8();
    const auto document = QJsonDocument::fromJson(text);
    return document.isObject() ? document.toJson(QJsonDocument::Compact) : text;
}

SavedRequest savedFrom(const CapturedRequest &captured, const QString &trigger)
{
    const CapturedRequest r = redacted(captured, {});
    SavedRequest s;
    s.isEvent = !trigger.isEmpty();
    s.body = r.body;
    const QJsonObject o = QJsonDocument::fromJson(r.body).object();
    QStringList words;
    for (const char *key : {"session_id", "sessionId", "verification_status", "status"}) {
        if (const QString w = o.value(QLatin1String(key)).toString(); !w.isEmpty())
            words << w.left(60);
    }
    if (s.isEvent)
        s.name = trigger;
    else
        s.name = words.isEmpty() ? QString::fromLatin1(captured.method) : words.join(QLatin1Char(' '));
    return s;
}

QByteArray collectionText(const QList<SavedRequest> &requests)
{
    QJsonArray all;
    for (const SavedRequest &r : requests) {
        const auto doc = QJsonDocument::fromJson(r.body);
        QJsonObject o{{QStringLiteral("name"), r.name},
            {QStringLiteral("kind"), r.isEvent ? QStringLiteral("event") : QStringLiteral("callback")}};
        if (doc.isObject() && doc.toJson(QJsonDocument::Compact) == r.body)
            o.insert(QStringLiteral("body"), doc.object()); // to be read and changed by people
        else
            o.insert(QStringLiteral("text"), QString::fromUtf8(r.body));
        all.append(o);
    }
    return QJsonDocument(QJsonObject{{QStringLiteral("format"), format}, {QStringLiteral("requests"), all}}).toJson();
}

core::Result<QList<SavedRequest>> collectionFrom(const QByteArray &text)
{
    if (const auto fault = core::jsonFault(text))
        return core::fieldError(
            QStringLiteral("line %1, column %2").arg(fault->place.line).arg(fault->place.column), fault->text);
    const QJsonObject whole = QJsonDocument::fromJson(text).object();
    if (whole.value(QLatin1String("format")).toString() != format || !whole.value(QLatin1String("requests")).isArray())
        return core::fieldError(QStringLiteral("format"),
            sayRequestCollection(QT_TRANSLATE_NOOP("RequestCollection",
                "This is no collection of requests: “format” is “idv-console-requests”, and “requests” is a list.")));
    const QJsonArray list = whole.value(QLatin1String("requests")).toArray();
    if (list.size() > mostRequests)
        return core::fieldError(QStringLiteral("requests"),
            sayRequestCollection(QT_TRANSLATE_NOOP("RequestCollection", "At most 1,000 requests.")));
    QList<SavedRequest> all;
    for (qsizetype i = 0; i < list.size(); ++i) {
        const QJsonObject o = list.at(i).toObject();
        const QString kind = o.value(QLatin1String("kind")).toString();
        const auto wrong = [&text, i](const char *member, const QString &expected) {
            const auto place =
                core::placeOfPointer(text, QStringLiteral("/requests/%1/%2").arg(i).arg(QLatin1String(member)));
            return core::fieldError(QStringLiteral("line %1, column %2").arg(place.line).arg(place.column),
                QStringLiteral("requests[%1].%2: %3").arg(QString::number(i), QLatin1String(member), expected));
        };
        if (kind != QLatin1String("callback") && kind != QLatin1String("event"))
            return wrong("kind",
                sayRequestCollection(QT_TRANSLATE_NOOP("RequestCollection", "“callback” or “event” is expected.")));
        static const QStringList known{
            QStringLiteral("name"), QStringLiteral("kind"), QStringLiteral("body"), QStringLiteral("text")};
        const QStringList keys = o.keys();
        for (const QString &key : keys) {
            if (!known.contains(key))
                return wrong(key.toUtf8().constData(),
                    QCoreApplication::translate("StrictJson", "“%1” is not known here.").arg(key));
        }
        if (o.contains(QLatin1String("name")) && !o.value(QLatin1String("name")).isString())
            return wrong(
                "name", QCoreApplication::translate("StrictJson", "“%1” is no text.").arg(QStringLiteral("name")));
        const QJsonValue body = o.value(QLatin1String("body"));
        if (!body.isObject() && !o.value(QLatin1String("text")).isString())
            return wrong("body", sayRequestCollection(QT_TRANSLATE_NOOP("RequestCollection",
                                     "An object is expected, or “text” with what is sent as it stands.")));
        all << SavedRequest{o.value(QLatin1String("name")).toString().left(200), kind == QLatin1String("event"),
            body.isObject() ? QJsonDocument(body.toObject()).toJson(QJsonDocument::Compact)
                            : o.value(QLatin1String("text")).toString().toUtf8()};
    }
    return all;
}

} // namespace domain
