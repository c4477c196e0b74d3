#include "domain/identities/peopleview.h"
#include <QJsonArray>
#include <QJsonDocument>

namespace domain {

static const QStringList sortWords{QStringLiteral("name"), QStringLiteral("email"), QStringLiteral("profile"),
    QStringLiteral("lifecycle"), QStringLiteral("status"), QStringLiteral("ial"), QStringLiteral("verified"),
    QStringLiteral("due")};

QJsonObject toJson(const PeopleQuery &q)
{
    QJsonObject o{{QStringLiteral("sort"), sortWords.value(int(q.sort))}, {QStringLiteral("descending"), q.descending}};
    if (q.status)
        o.insert(QStringLiteral("status"), statusKey(*q.status));
    if (q.isAboutPastDue())
        o.insert(QStringLiteral("pastDue"), q.pastDuePart ? pastDueKey(*q.pastDuePart) : QStringLiteral("all"));
    if (q.onlyIds)
        o.insert(QStringLiteral("ids"), QJsonArray::fromStringList(*q.onlyIds));
    if (!q.filter.isEmpty())
        o.insert(QStringLiteral("filter"), toJson(q.filter));
    return o;
}

PeopleQuery queryFromJson(const QJsonObject &o)
{
    PeopleQuery q;
    const auto sort = sortWords.indexOf(o.value(QLatin1String("sort")).toString());
    q.sort = sort < 0 ? SortBy::Name : SortBy(sort);
    q.descending = o.value(QLatin1String("descending")).toBool();
    q.status = statusFromKey(o.value(QLatin1String("status")).toString());
    // A part that this version does not know is never everyone.
    q.onlyPastDue = o.contains(QLatin1String("pastDue"));
    q.pastDuePart = pastDueFromKey(o.value(QLatin1String("pastDue")).toString());
    if (o.contains(QLatin1String("ids"))) { // a list that cannot be read is nobody, never everyone
        q.onlyIds.emplace();
        const QJsonArray ids = o.value(QLatin1String("ids")).toArray();
        for (const auto &id : ids)
            *q.onlyIds << id.toString();
    }
    q.filter = filterFromJson(o.value(QLatin1String("filter")).toObject());
    return q;
}

QByteArray toJson(const QList<PeopleView> &views)
{
    QJsonArray all;
    for (const PeopleView &v : views)
        all.append(QJsonObject{{QStringLiteral("name"), v.name}, {QStringLiteral("query"), toJson(v.query)},
            {QStringLiteral("columns"), QString::fromLatin1(v.columns.toBase64())}});
    return QJsonDocument(all).toJson(QJsonDocument::Compact);
}

QList<PeopleView> viewsFromJson(const QByteArray &json)
{
    QList<PeopleView> out;
    const QJsonArray all = QJsonDocument::fromJson(json).array();
    for (const auto &v : all) {
        const QJsonObject o = v.toObject();
        if (const QString name = o.value(QLatin1String("name")).toString(); !name.isEmpty())
            out.append({name, queryFromJson(o.value(QLatin1String("query")).toObject()),
                QByteArray::fromBase64(o.value(QLatin1String("columns")).toString().toLatin1())});
    }
    return out;
}

} // namespace domain
