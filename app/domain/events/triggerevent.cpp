#include "domain/events/triggerevent.h"
#include "domain/access/accessname.h"
#include <QJsonArray>

namespace domain {

static constexpr qsizetype mostPeople = 50; // people: each is read before an answer
static constexpr qsizetype mostItems = 1000;
static constexpr qsizetype longest = 500;

// SailPoint's ids are 32 hexadecimal digits or UUIDs; what else stands there is not one.
static QString idFrom(const QJsonValue &v)
{
    const QString id = v.toString();
    const bool isId = !id.isEmpty() && id.size() <= 64 && std::all_of(id.begin(), id.end(), [](QChar c) {
        return c.unicode() < 128 && (c.isLetterOrNumber() || c == QLatin1Char('-') || c == QLatin1Char('_'));
    });
    return isId ? id : QString();
}

// What is cut or cannot be read is said to be: nobody may take it for "no rule matches".
static std::optional<QString> nameFrom(const QJsonValue &v)
{
    const QString name = v.toString().trimmed();
    const bool isName = v.isString() && isReadableName(name) && name.size() <= longest;
    return isName ? std::optional(name) : std::nullopt;
}

static void addItem(TriggerEvent &e, const QJsonValue &v)
{
    const auto name = nameFrom(v.toObject().value(QLatin1String("name")));
    if (!name || e.items.size() >= mostItems)
        e.isPartial = true;
    else
        e.items << *name;
}

static void addItems(TriggerEvent &e, const QJsonValue &list)
{
    const QJsonArray items = list.isObject() ? QJsonArray{list} : list.toArray();
    e.isPartial |= items.isEmpty();
    for (const auto &i : items)
        addItem(e, i);
}

static void addPerson(TriggerEvent &e, const QJsonObject &o, const char *nameKey = "name")
{
    const QString id = idFrom(o.value(QLatin1String("id")));
    const QString type = o.value(QLatin1String("type")).toString();
    const bool isKnown =
        std::any_of(e.people.begin(), e.people.end(), [&id](const EventPerson &p) { return p.id.str() == id; });
    const bool isPerson = !id.isEmpty() && (type.isEmpty() || type == QLatin1String("IDENTITY"));
    e.isPartial |= !isPerson || (!isKnown && e.people.size() >= mostPeople);
    if (isPerson && !isKnown && e.people.size() < mostPeople)
        e.people << EventPerson{core::IdentityId(id), o.value(QLatin1String(nameKey)).toString().left(200)};
}

static QJsonArray listOf(const QJsonValue &v)
{
    if (v.isArray())
        return v.toArray();
    return v.isObject() ? QJsonArray{v} : QJsonArray();
}

// An attribute's new value; nothing for what has no short text of its own.
static std::optional<QString> textOf(const QJsonValue &v)
{
    switch (v.type()) {
    case QJsonValue::Null:
    case QJsonValue::Undefined: return QString();
    case QJsonValue::Bool: return v.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    case QJsonValue::Double: return QString::number(v.toDouble(), 'g', 15);
    case QJsonValue::String: return v.toString().size() <= longest ? std::optional(v.toString()) : std::nullopt;
    default: return std::nullopt;
    }
}

static void addValue(TriggerEvent &e, const QString &name, const QJsonValue &v)
{
    const auto text = textOf(v);
    e.isPartial |= !text;
    e.values.insert(name, text.value_or(QString()));
}

static QString campaignTriggerOf(const QString &status)
{
    if (status == QLatin1String("ACTIVE"))
        return trigger::campaignActivated;
    return status == QLatin1String("COMPLETED") ? QStringLiteral("idn:campaign-ended")
                                                : QStringLiteral("idn:campaign-generated");
}

QString triggerOf(const QJsonObject &b)
{
    const QString said = b.value(QLatin1String("_metadata")).toObject().value(QLatin1String("triggerId")).toString();
    if (!said.isEmpty())
        return said.size() <= 100 ? said : QString();
    struct Shape
    {
        const char *id;
        std::initializer_list<const char *> has;
    };
    // The narrower ones first: an account's event names its identity as well.
    static const Shape shapes[] = {{"idn:account-attributes-changed", {"account", "identity", "changes"}},
        {"idn:account-correlated", {"account", "identity", "attributes"}},
        {"idn:identity-attributes-changed", {"identity", "changes"}},
        {"idn:identity-created", {"identity", "attributes"}},
        {"idn:access-request-post-approval", {"accessRequestId", "requestedItemsStatus"}},
        {"idn:access-request-pre-approval", {"accessRequestId", "requestedItems"}},
        {"idn:certification-signed-off", {"certification"}}, {"idn:post-provisioning", {"trackingNumber", "action"}},
        {"idn:account-aggregation-completed", {"source", "stats", "completed"}},
        {"idn:aggregation-accounts-collected", {"source", "status"}},
        {"idn:saved-search-complete", {"searchName", "fileName"}},
        {"idn:va-cluster-status-change", {"healthCheckResult", "application"}},
        {"idn:source-deleted", {"id", "name", "type", "deleted"}},
        {"idn:source-created", {"id", "name", "type", "created"}},
        {"idn:source-updated", {"id", "name", "type", "modified"}}};
    for (const Shape &s : shapes) {
        if (std::all_of(s.has.begin(), s.has.end(), [&b](const char *key) { return b.contains(QLatin1String(key)); }))
            return QLatin1String(s.id);
    }
    const QJsonObject campaign = b.value(QLatin1String("campaign")).toObject();
    if (campaign.isEmpty())
        return {};
    return campaignTriggerOf(campaign.value(QLatin1String("status")).toString());
}

QString completionSecret(const QJsonObject &b)
{
    return b.value(QLatin1String("_metadata")).toObject().value(QLatin1String("secret")).toString().left(500);
}

// "…/trigger-invocations/{id}/complete": the id only. Where it is completed is the tenant's own address, never this
// one.
static QString invocationOf(const QJsonObject &meta)
{
    const QStringList parts = meta.value(QLatin1String("callbackURL")).toString().split(QLatin1Char('/'));
    const qsizetype at = parts.lastIndexOf(QLatin1String("trigger-invocations"));
    const QString named = at >= 0 ? parts.value(at + 1) : QString();
    return idFrom(named.isEmpty() ? meta.value(QLatin1String("invocationId")) : QJsonValue(named));
}

std::optional<TriggerEvent> triggerEventFrom(const QJsonObject &b, const QSet<QString> &wanted)
{
    TriggerEvent e;
    e.triggerId = triggerOf(b);
    const QJsonObject meta = b.value(QLatin1String("_metadata")).toObject();
    e.asksBack = meta.value(QLatin1String("triggerType")).toString() == QLatin1String("requestResponse");
    e.mode = dispatchModeFromKey(meta.value(QLatin1String("responseMode")).toString().toLower())
                 .value_or(DispatchMode::Sync);
    e.invocation = invocationOf(meta);
    if (e.triggerId == trigger::identityCreated || e.triggerId == trigger::attributesChanged) {
        addPerson(e, b.value(QLatin1String("identity")).toObject());
        const QJsonObject attributes = b.value(QLatin1String("attributes")).toObject();
        for (auto it = attributes.begin(); it != attributes.end(); ++it) {
            if (wanted.contains(it.key()))
                addValue(e, it.key(), *it);
        }
        const QJsonArray changes = b.value(QLatin1String("changes")).toArray();
        for (const auto &v : changes) {
            const QString name = v.toObject().value(QLatin1String("attribute")).toString();
            if (wanted.contains(name))
                addValue(e, name, v.toObject().value(QLatin1String("newValue")));
        }
    } else if (b.contains(QLatin1String("accessRequestId"))) {
        e.object = idFrom(b.value(QLatin1String("accessRequestId")));
        const QJsonArray people = listOf(b.value(QLatin1String("requestedFor")));
        for (const auto &p : people)
            addPerson(e, p.toObject());
        e.isPartial |= people.isEmpty();
        addItems(e, b.value(b.contains(QLatin1String("requestedItems")) ? QLatin1String("requestedItems")
                                                                        : QLatin1String("requestedItemsStatus")));
    } else if (b.contains(QLatin1String("campaign"))) {
        const QJsonObject campaign = b.value(QLatin1String("campaign")).toObject();
        e.object = idFrom(campaign.value(QLatin1String("id")));
        addItem(e, campaign);
        addPerson(e, campaign.value(QLatin1String("campaignOwner")).toObject(), "displayName");
    }
    const bool isAboutSomebody = e.triggerId == trigger::identityCreated || e.triggerId == trigger::attributesChanged;
    if (e.triggerId.isEmpty() || (isAboutSomebody && e.people.isEmpty()))
        return std::nullopt;
    return e;
}

QJsonObject toJson(const TriggerEvent &e)
{
    QJsonArray people;
    for (const auto &p : e.people)
        people.append(QJsonObject{{QStringLiteral("id"), p.id.str()}, {QStringLiteral("name"), p.name}});
    QJsonObject values;
    for (auto it = e.values.begin(); it != e.values.end(); ++it)
        values.insert(it.key(), *it);
    return {{QStringLiteral("people"), people}, {QStringLiteral("values"), values},
        {QStringLiteral("items"), QJsonArray::fromStringList(e.items)}, {QStringLiteral("object"), e.object},
        {QStringLiteral("partial"), e.isPartial}, {QStringLiteral("asksBack"), e.asksBack},
        {QStringLiteral("mode"), dispatchModeKey(e.mode)}, {QStringLiteral("invocation"), e.invocation},
        {QStringLiteral("bytes"), e.bytes}};
}

TriggerEvent triggerEventFromJson(const QJsonObject &j)
{
    TriggerEvent e;
    const QJsonArray people = j.value(QLatin1String("people")).toArray(),
                     items = j.value(QLatin1String("items")).toArray();
    for (const auto &p : people)
        e.people << EventPerson{core::IdentityId(p.toObject().value(QLatin1String("id")).toString()),
            p.toObject().value(QLatin1String("name")).toString()};
    for (const auto &i : items)
        e.items << i.toString();
    const QJsonObject values = j.value(QLatin1String("values")).toObject();
    for (auto it = values.begin(); it != values.end(); ++it)
        e.values.insert(it.key(), it->toString());
    e.object = j.value(QLatin1String("object")).toString();
    e.isPartial = j.value(QLatin1String("partial"))
                      .toBool(true); // kept by an earlier version: nobody looked whether all of it was read
    e.asksBack = j.value(QLatin1String("asksBack")).toBool();
    e.mode = dispatchModeFromKey(j.value(QLatin1String("mode")).toString()).value_or(DispatchMode::Sync);
    e.invocation = j.value(QLatin1String("invocation")).toString();
    e.bytes = j.value(QLatin1String("bytes")).toInteger();
    return e;
}

} // namespace domain
