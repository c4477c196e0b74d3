#include "domain/events/eventrule.h"
#include "domain/access/accessname.h"
#include "domain/text/strictjson.h"
#include <QCoreApplication>
#include <QJsonArray>

namespace domain {

static QString sayEventRules(const char *text)
{
    return QCoreApplication::translate("EventRules", text);
}

const QStringList &ruleTriggers()
{
    static const QStringList all{trigger::identityCreated, trigger::attributesChanged, trigger::accessRequested,
        trigger::accessDecided, trigger::campaignActivated};
    return all;
}

EventRules usualEventRules()
{
    EventRules all;
    const auto add = [&all](const char *name, const QString &triggerId, Reason reason) -> EventRule & {
        all.rules << EventRule{sayEventRules(name), true, triggerId, {}, {}, {}, reason, 2, Delivery::Email, false};
        return all.rules.last();
    };
    auto &external =
        add(QT_TRANSLATE_NOOP("EventRules", "New non-employee"), trigger::identityCreated, Reason::NonEmployee);
    external.attribute = QStringLiteral("employeeType");
    external.value = QStringLiteral("contractor");
    add(QT_TRANSLATE_NOOP("EventRules", "New person"), trigger::identityCreated, Reason::Onboarding);
    add(QT_TRANSLATE_NOOP("EventRules", "Privileged access"), trigger::accessRequested, Reason::PrivilegedAccess).item =
        QStringLiteral("admin");
    add(QT_TRANSLATE_NOOP("EventRules", "Access review begins: whoever runs it"), trigger::campaignActivated,
        Reason::Periodic);
    return all;
}

core::Status validate(const EventRules &all)
{
    const auto fault = [](const QString &rule, const char *field, const char *text) {
        return core::fieldError(
            QLatin1String(field), (rule.isEmpty() ? QString() : rule + QStringLiteral(": ")) + sayEventRules(text));
    };
    if (all.rules.size() > 50)
        return fault({}, "rules", QT_TRANSLATE_NOOP("EventRules", "At most 50 rules."));
    if (all.startsAnHour < 1 || all.startsAnHour > 500)
        return fault({}, "starts",
            QT_TRANSLATE_NOOP("EventRules", "Between 1 and 500 verifications an hour start by themselves."));
    QSet<QString> names;
    for (const EventRule &r : all.rules) {
        if (r.name.trimmed().isEmpty() || r.name.size() > 80 || names.contains(r.name.trimmed()))
            return fault(r.name, "name",
                QT_TRANSLATE_NOOP("EventRules", "A rule has a name of its own, at most 80 characters."));
        names << r.name.trimmed();
        if (!ruleTriggers().contains(r.triggerId))
            return fault(r.name, "trigger", QT_TRANSLATE_NOOP("EventRules", "There are no rules for this trigger."));
        const bool hasAttributes = r.triggerId == trigger::identityCreated || r.triggerId == trigger::attributesChanged;
        if (!hasAttributes && !r.attribute.isEmpty())
            return fault(r.name, "attribute",
                QT_TRANSLATE_NOOP("EventRules", "Only new and changed identities bring attributes."));
        if (hasAttributes && !r.item.isEmpty())
            return fault(
                r.name, "item", QT_TRANSLATE_NOOP("EventRules", "A new or changed identity asks for no access."));
        if (r.attribute.isEmpty() && !r.value.isEmpty())
            return fault(r.name, "attribute",
                QT_TRANSLATE_NOOP("EventRules", "Name the attribute that has to have this value."));
        // Every change of anybody would ask for a verification.
        if (r.triggerId == trigger::attributesChanged && r.attribute.isEmpty())
            return fault(
                r.name, "attribute", QT_TRANSLATE_NOOP("EventRules", "Name the attribute whose change matters."));
        if (r.requiredIal < 1 || r.requiredIal > 2)
            return fault(r.name, "ial", QT_TRANSLATE_NOOP("EventRules", "The assurance level is 1 or 2."));
        if (r.startsItself && r.delivery == Delivery::Link)
            return fault(r.name, "delivery",
                QT_TRANSLATE_NOOP("EventRules",
                    "What starts by itself is sent by text message or e-mail: nobody is there to show a code."));
        if (r.reason == Reason::AccountRecovery)
            return fault(r.name, "reason",
                QT_TRANSLATE_NOOP("EventRules", "Account recovery begins with a caller, never with an event."));
    }
    return core::ok();
}

QJsonObject toJson(const EventRules &all)
{
    QJsonArray rules;
    for (const EventRule &r : all.rules)
        rules.append(QJsonObject{{QStringLiteral("name"), r.name}, {QStringLiteral("on"), r.isOn},
            {QStringLiteral("trigger"), r.triggerId}, {QStringLiteral("attribute"), r.attribute},
            {QStringLiteral("value"), r.value}, {QStringLiteral("item"), r.item},
            {QStringLiteral("reason"), reasonKey(r.reason)}, {QStringLiteral("ial"), r.requiredIal},
            {QStringLiteral("delivery"), deliveryKey(r.delivery)}, {QStringLiteral("starts"), r.startsItself}});
    return {{QStringLiteral("rules"), rules}, {QStringLiteral("approver"), all.approver},
        {QStringLiteral("startsAnHour"), all.startsAnHour}};
}

core::Result<EventRules> eventRulesFromJson(const QJsonObject &j)
{
    static const QStringList reasons{QStringLiteral("onboarding"), QStringLiteral("privileged-access"),
        QStringLiteral("periodic"), QStringLiteral("non-employee")};
    StrictObject whole(j);
    EventRules all;
    whole.need("rules");
    whole.text("approver", all.approver);
    whole.number("startsAnHour", all.startsAnHour);
    for (StrictObject &o : whole.objects("rules")) {
        EventRule r;
        for (const char *key : {"name", "trigger", "reason"})
            o.need(key);
        o.text("name", r.name);
        o.flag("on", r.isOn);
        o.text("trigger", r.triggerId);
        o.text("attribute", r.attribute);
        o.text("value", r.value);
        o.text("item", r.item);
        o.word<Reason>("reason", r.reason, reasonFromKey, reasons);
        o.number("ial", r.requiredIal);
        o.word<Delivery>("delivery", r.delivery, deliveryFromKey,
            {QStringLiteral("sms"), QStringLiteral("email"), QStringLiteral("link")});
        o.flag("starts", r.startsItself);
        all.rules << r;
    }
    if (const auto read = whole.status(); !read)
        return read.error();
    if (const auto r = validate(all); !r)
        return r.error();
    return all;
}

// What could not be read may be what the rule is about.
static bool concerns(const EventRule &r, const TriggerEvent &e)
{
    if (!r.isOn || r.triggerId != e.triggerId)
        return false;
    if (e.isPartial)
        return true;
    if (!r.attribute.isEmpty() && !e.values.contains(r.attribute))
        return false;
    if (!r.value.isEmpty() && !isSameAccessName(e.values.value(r.attribute), r.value))
        return false;
    return r.item.isEmpty() ||
           std::any_of(e.items.begin(), e.items.end(), [&r](const QString &i) { return holdsAccessName(i, r.item); });
}

std::optional<EventRule> ruleFor(const EventRules &all, const TriggerEvent &e)
{
    const auto found =
        std::find_if(all.rules.begin(), all.rules.end(), [&e](const EventRule &r) { return concerns(r, e); });
    if (found == all.rules.end())
        return std::nullopt;
    if (!e.isPartial)
        return *found;
    // Any of them may be meant: the first, at the highest level that one of them asks for, and never by itself.
    EventRule strictest = *found;
    for (const EventRule &r : all.rules) {
        if (concerns(r, e))
            strictest.requiredIal = std::max(strictest.requiredIal, r.requiredIal);
    }
    strictest.startsItself = false;
    return strictest;
}

QSet<QString> attributesOf(const EventRules &all)
{
    QSet<QString> names;
    for (const EventRule &r : all.rules) {
        if (!r.attribute.isEmpty())
            names << r.attribute;
    }
    return names;
}

} // namespace domain
