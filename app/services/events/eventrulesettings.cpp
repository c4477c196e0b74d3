#include "services/events/eventrulesettings.h"
#include "domain/tenants/principal.h"
#include "domain/text/strictjson.h"
#include "services/events/proposalsteps.h"
#include "services/tenants/internal/stores.h"
#include <QCoreApplication>
#include <QJsonDocument>

namespace services {

using core::Async;
using core::Result;
using core::Unit;
using domain::EventRules;

EventRuleSettings::EventRuleSettings(core::TenantId tenant, Context &context, QObject *parent)
    : QObject(parent), m_tenant(std::move(tenant)), m_context(context)
{
}

QString EventRuleSettings::settingName() const
{
    return QStringLiteral("event-rules:") + m_tenant.str();
}

QString EventRuleSettings::releaserSetting() const
{
    return QStringLiteral("event-rules-by:") + m_tenant.str();
}

QSet<QString> EventRuleSettings::wantedAttributes() const
{
    const std::lock_guard lock(m_mutex);
    return m_wanted;
}

bool EventRuleSettings::areKnown() const
{
    const std::lock_guard lock(m_mutex);
    return m_areKnown;
}

void EventRuleSettings::read()
{
    core::whenDone<EventRules>(rules(), this, [this](const Result<EventRules> &r) {
        if (!r)
            return;
        const std::lock_guard lock(m_mutex);
        m_wanted = domain::attributesOf(*r);
        m_areKnown = true;
    });
}

Async<QString> EventRuleSettings::releaser()
{
    return m_context.ledger->settings().value(releaserSetting());
}

Async<EventRules> EventRuleSettings::rules()
{
    return core::mapped<EventRules, QString>(
        m_context.ledger->settings().value(settingName()), this, [](const QString &text) -> Result<EventRules> {
            return domain::readSetting(text, domain::usualEventRules(), domain::eventRulesFromJson,
                {sayProposals(QT_TRANSLATE_NOOP("Proposals", "What is set as rules for events")),
                    sayProposals(QT_TRANSLATE_NOOP(
                        "Proposals", "Lab, Event triggers, Rules…, or idvctl event-rules set FILE"))});
        });
}

Async<Unit> EventRuleSettings::setRules(const EventRules &wanted)
{
    if (const auto fault = domain::validate(wanted); !fault)
        return core::ready<Unit>(fault);
    // What cannot be read any more is replaced all the same.
    core::Deferred<Unit> out;
    core::whenDone<EventRules>(rules(), this, [this, wanted, out](const Result<EventRules> &before) {
        domain::AuditEvent a;
        a.actor = m_context.operatorName;
        a.action = QStringLiteral("event-rules.change");
        a.tenant = a.subject = m_tenant.str();
        a.outcome = QStringLiteral("done");
        a.data = {{QStringLiteral("before"), before ? QJsonValue(domain::toJson(*before)) : QJsonValue()},
            {QStringLiteral("after"), domain::toJson(wanted)}};
        const QString text = QString::fromUtf8(QJsonDocument(domain::toJson(wanted)).toJson(QJsonDocument::Compact));
        // Who released the rules decides about none of what they start.
        const auto kept = core::andThen<QString>(
            m_context.ledger->settings().value(domain::operatorSetting(m_tenant, m_context.operatorName)), this,
            [this, text, a](const QString &who) {
                return m_context.ledger->settings().setAll(
                    {{settingName(), text}, {releaserSetting(), who.isEmpty() ? QStringLiteral("?") : who}}, a);
            });
        core::whenDone<Unit>(kept, this, [this, out](const core::Status &r) {
            if (r) {
                read();
                Q_EMIT changed();
            }
            out.resolve(r);
        });
    });
    return out.future();
}

} // namespace services
