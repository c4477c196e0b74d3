#include "cli/events/eventcommands.h"
#include "cli/operations/operationoutput.h"
#include "cli/shell/rawoutput.h"
#include "cli/shell/shell.h"
#include "domain/events/subscription.h"
#include "domain/tenants/callbackaddress.h"
#include "services/callbacks/callbackreceiver.h"
#include "services/callbacks/receiversecrets.h"
#include "services/events/triggers.h"
#include "services/tenantsession/tenantsession.h"

// idvctl trigger: SailPoint's event triggers, subscriptions and invocations.
namespace cli {

using core::Result;
using domain::Operation;
using domain::OperationKind;
using domain::Subscription;
using domain::Trigger;

static Result<domain::SubscriptionDraft> draftOf(Shell &s, const QString &trigger, const QList<Trigger> &triggers)
{
    domain::SubscriptionDraft d;
    d.triggerId = trigger;
    d.name = s.value("name");
    d.description = s.value("description");
    d.url = s.value("url");
    d.userName = s.value("user");
    d.filter = s.value("filter");
    d.isEnabled = !s.isSet("disabled");
    if (s.isSet("deadline"))
        d.deadline = s.value("deadline");
    const auto auth = domain::triggerAuthFromKey(s.isSet("auth") ? s.value("auth") : QStringLiteral("bearer"));
    const auto mode = domain::dispatchModeFromKey(s.isSet("mode") ? s.value("mode") : QStringLiteral("sync"));
    if (!auth)
        return core::fieldError(QStringLiteral("auth"), QStringLiteral("bearer, basic or none."));
    if (!mode)
        return core::fieldError(QStringLiteral("mode"), QStringLiteral("sync, async or dynamic."));
    d.auth = *auth;
    d.mode = *mode;
    QStringList known;
    for (const Trigger &t : triggers)
        known << t.id;
    d.isRequestResponse = domain::asksBack(triggers, trigger);
    if (!known.contains(trigger))
        return core::fieldError(
            QStringLiteral("trigger"), QStringLiteral("\"%1\" is no trigger of this tenant. Known: %2.")
                                           .arg(trigger, known.join(QStringLiteral(", "))));
    return d;
}

// Where this console's receiver takes events: the public address, or its own where only this computer is asked.
static QString ownUrl(const domain::Tenant &t)
{
    const auto &r = t.receiver;
    if (const QString url = domain::eventsUrl(t); !url.isEmpty())
        return url;
    if (r.port == 0)
        return {};
    return QStringLiteral("%1://%2:%3%4")
        .arg(r.tls == domain::ReceiverTls::None ? QStringLiteral("http") : QStringLiteral("https"), r.address,
            QString::number(r.port), r.eventsPath);
}

static void subscribe(Shell &s, services::TenantSession &w, const QString &trigger)
{
    const auto secrets = s.secretInput().secrets();
    if (!secrets)
        return s.fail(secrets.error());
    core::whenDone<QList<Trigger>>(
        w.triggers().triggers(), &s, [&s, &w, trigger, secret = secrets->trigger](const Result<QList<Trigger>> &all) {
            if (!all)
                return s.fail(all.error());
            auto draft = draftOf(s, trigger, *all);
            if (!draft)
                return s.fail(draft.error());
            const auto made = [&s, &w](const domain::SubscriptionDraft &d, const core::SecretPtr &with) {
                submit(s, OperationKind::CreateSubscription, {d.name},
                    [&w, d, with] { return w.triggers().subscribe(d, with); });
            };
            if (!s.isSet("own"))
                return made(*draft, secret);
            draft->url = ownUrl(w.tenant());
            if (draft->url.isEmpty())
                return s.fail(core::fieldError(
                    QStringLiteral("own"), QStringLiteral("the receiver of this tenant has no fixed address yet: give "
                                                          "it a port, or the tenant a callback address.")));
            core::whenDone<core::SecretPtr>(w.receiving().secrets().eventsToken(), &s,
                [&s, made, d = *draft](
                    const Result<core::SecretPtr> &token) { token ? made(d, *token) : s.fail(token.error()); });
        });
}

static void takeNamedFields(Shell &s, const domain::SubscriptionDraft &named, domain::SubscriptionDraft &wanted)
{
    if (s.isSet("name"))
        wanted.name = named.name;
    if (s.isSet("url"))
        wanted.url = named.url;
    if (s.isSet("filter"))
        wanted.filter = named.filter;
    if (s.isSet("auth"))
        wanted.auth = named.auth;
    if (s.isSet("user"))
        wanted.userName = named.userName;
    if (s.isSet("mode"))
        wanted.mode = named.mode;
    if (s.isSet("deadline"))
        wanted.deadline = named.deadline;
}

// What is named is changed, the rest stays; the secret too, unless address or sign-in change.
static void change(Shell &s, services::TenantSession &w, const QString &id)
{
    const auto secrets = s.secretInput().secrets();
    if (!secrets)
        return s.fail(secrets.error());
    using Subscriptions = QList<Subscription>;
    const auto both = core::andThen<QList<Trigger>>(
        w.triggers().triggers(), &s, [&s, &w, id, secret = secrets->trigger](const QList<Trigger> &triggers) {
            return core::mapped<Subscriptions, Subscriptions>(w.triggers().subscriptions(), &s,
                [&s, &w, id, secret, triggers](const Subscriptions &all) -> Result<Subscriptions> {
                    for (const Subscription &now : all) {
                        if (now.id != id)
                            continue;
                        const auto base = draftOf(s, now.triggerId, triggers);
                        if (!base)
                            return base.error();
                        auto d = domain::draftFrom(now, base->isRequestResponse);
                        takeNamedFields(s, *base, d);
                        submit(s, OperationKind::ChangeSubscription, {id},
                            [&w, now, d, secret] { return w.triggers().change(now, d, secret); });
                        return all;
                    }
                    return core::makeError(core::ErrorCode::NotFound, QStringLiteral("There is no such subscription."));
                });
        });
    core::whenDone<Subscriptions>(both, &s, [&s](const Result<Subscriptions> &r) {
        if (!r)
            s.fail(r.error());
    });
}

static Result<QJsonObject> objectIn(Shell &s, const char *option)
{
    if (!s.isSet(option))
        return QJsonObject();
    const auto doc = documentIn(s.value(option));
    if (!doc)
        return doc.error();
    if (!doc->isObject())
        return core::fieldError(QLatin1String(option), QStringLiteral("one JSON object."));
    return doc->object();
}

static void test(Shell &s, services::TenantSession &w, const QString &trigger)
{
    const auto input = objectIn(s, "input");
    if (!input)
        return s.fail(input.error());
    const auto run = [&s, &w, trigger](const QJsonObject &with) {
        core::whenDone<services::TestOutcome>(
            w.triggers().test(trigger, with, s.values("subscription"), s.isSet("yes")), &s,
            [&s](const Result<services::TestOutcome> &r) {
                if (!r)
                    return s.fail(r.error());
                QJsonObject o = operationJson(r->operation);
                QJsonArray invocations;
                for (const domain::StartedInvocation &i : r->invocations)
                    invocations.append(i.raw);
                o.insert(QStringLiteral("invocations"), invocations);
                if (s.isJson())
                    s.output().print(o);
                else
                    s.output().line(r->invocations.isEmpty()
                                        ? QStringLiteral("Nobody has subscribed: nothing was started.")
                                        : QStringLiteral("%1 invocation(s) started").arg(r->invocations.size()));
                s.finish(r->operation.state == domain::OperationState::Done ? Done : IsUnknown);
            });
    };
    if (s.isSet("input"))
        return run(*input);
    // Without one: the trigger's own example.
    core::whenDone<QList<Trigger>>(w.triggers().triggers(), &s, [&s, trigger, run](const Result<QList<Trigger>> &all) {
        if (!all)
            return s.fail(all.error());
        if (const auto known = domain::triggerById(*all, trigger))
            return run(known->exampleInput);
        s.fail(core::fieldError(
            QStringLiteral("trigger"), QStringLiteral("\"%1\" is no trigger of this tenant.").arg(trigger)));
    });
}

static void checkFilter(Shell &s, services::TenantSession &w, const QString &filter)
{
    const auto input = objectIn(s, "input");
    if (!input)
        return s.fail(input.error());
    core::whenDone<QString>(w.triggers().filterFault(*input, filter), &s, [&s](const Result<QString> &fault) {
        if (!fault)
            return s.fail(fault.error());
        if (s.isJson())
            s.output().print({{QStringLiteral("fits"), fault->isEmpty()}, {QStringLiteral("fault"), *fault}});
        else
            s.output().line(fault->isEmpty() ? QStringLiteral("The filter fits this input.") : *fault);
        s.finish(fault->isEmpty() ? Done : NotVerified);
    });
}

static void complete(Shell &s, services::TenantSession &w, const QString &id)
{
    const auto output = objectIn(s, "output");
    const auto secrets = s.secretInput().secrets();
    if (!output || !secrets)
        return s.fail(output ? secrets.error() : output.error());
    submit(s, OperationKind::CompleteInvocation, {id}, [&s, &w, id, output = *output, secret = secrets->trigger] {
        return w.triggers().complete(id, secret, output, s.value("error"));
    });
}

static void triggerCommand(Shell &s)
{
    const QString verb = s.positional().at(0), id = s.positional().value(1);
    static const QStringList without{
        QStringLiteral("list"), QStringLiteral("subscriptions"), QStringLiteral("invocations")};
    static const QStringList with{QStringLiteral("subscribe"), QStringLiteral("change"), QStringLiteral("enable"),
        QStringLiteral("disable"), QStringLiteral("delete"), QStringLiteral("validate-filter"), QStringLiteral("test"),
        QStringLiteral("complete")};
    if (!(without.contains(verb) && id.isEmpty()) && !(with.contains(verb) && !id.isEmpty()))
        return s.usage(QStringLiteral(
            "trigger: list, subscriptions, invocations [--subscription ID], subscribe TRIGGER --name N --url URL|--own "
            "[--auth bearer|basic|none] [--mode sync|async|dynamic] [--deadline PT1H] [--filter PATH], "
            "change ID [--name N] [--url URL] [--filter PATH] …, enable ID, disable ID, delete ID ID --yes, "
            "validate-filter PATH --input FILE, test TRIGGER [--input FILE] [--subscription ID]... [--yes], complete "
            "INVOCATION --output FILE."));
    if (verb == QLatin1String("delete") && !s.isSet("dry-run") && !isConfirmed(s, {id}, s.positional().mid(2)))
        return;
    s.opening().withTenantSession([&s, verb, id](services::TenantSession &w) {
        auto &triggers = w.triggers();
        if (verb == QLatin1String("list"))
            return showRaw(s, "triggers", triggers.triggers());
        if (verb == QLatin1String("subscriptions"))
            return showRaw(s, "subscriptions", triggers.subscriptions());
        if (verb == QLatin1String("invocations"))
            return showRaw(s, "invocations", triggers.invocations(s.value("subscription")));
        if (verb == QLatin1String("subscribe"))
            return subscribe(s, w, id);
        if (verb == QLatin1String("enable") || verb == QLatin1String("disable"))
            return submit(s, OperationKind::ChangeSubscription, {id},
                [&triggers, id, isOn = verb == QLatin1String("enable")] { return triggers.setEnabled(id, isOn); });
        if (verb == QLatin1String("delete"))
            return submit(
                s, OperationKind::DeleteSubscription, {id}, [&triggers, id] { return triggers.unsubscribe(id); });
        if (verb == QLatin1String("change"))
            return change(s, w, id);
        if (verb == QLatin1String("validate-filter"))
            return checkFilter(s, w, id);
        if (verb == QLatin1String("test"))
            return test(s, w, id);
        complete(s, w, id);
    });
}

void registerTriggerCommands(CommandTable &table)
{
    table.add("trigger",
        "  idvctl trigger list|subscriptions|invocations | subscribe TRIGGER --name N --url URL [--auth bearer|basic] "
        "[--mode sync|async] [--filter PATH] | change ID … | enable ID | disable ID\n"
        "                 delete ID ID --yes | validate-filter PATH --input FILE | test TRIGGER [--input FILE] "
        "[--subscription ID]... | complete INVOCATION --output FILE   --tenant NAME [--json]\n"
        "                 --own instead of --url: this console's receiver, with the token in the keychain\n",
        {{},
            QStringLiteral(
                "trigger list | subscriptions | invocations | subscribe TRIGGER --name NAME --url URL | change "
                "ID --name NAME | enable ID | disable ID | delete ID ID --yes | validate-filter PATH --input "
                "FILE | test TRIGGER [--input FILE] | complete INVOCATION --output FILE   --tenant NAME "
                "[--json]"),
            {valueOption("tenant"), valueOption("name"), valueOption("description"), valueOption("url"),
                valueOption("auth"), valueOption("user"), valueOption("mode"), valueOption("deadline"),
                valueOption("filter"), valueOption("input"), valueOption("output"), valueOption("error"),
                valueOption("subscription"), flagOption("disabled"), flagOption("own"), flagOption("dry-run"),
                flagOption("yes")},
            1, 3, triggerCommand});
}

} // namespace cli
