#include "services/tenants/settingsfile.h"
#include "core/jsontext.h"
#include "domain/reverification/reverificationpolicy.h"
#include "domain/tenants/privacy.h"
#include "domain/tenants/tenant.h"
#include "domain/tenants/tenantevents.h"
#include "domain/text/strictjson.h"
#include "services/tenants/internal/stores.h"
#include "services/verification/verificationpolicy.h"
#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace services {

using core::Async;
using core::Result;
using core::Unit;

static QString saySettingsFile(const char *text)
{
    return QCoreApplication::translate("SettingsFile", text);
}
static QJsonObject parsed(const QString &text)
{
    return QJsonDocument::fromJson(text.toUtf8()).object();
}

// What goes into the file can be read again.
static core::Status areReadable(const domain::Tenant &t, const QString &reverification, const QString &retention)
{
    const auto policy = domain::readSetting(reverification, domain::ReverificationPolicy(),
        domain::reverificationFromJson,
        {saySettingsFile(QT_TRANSLATE_NOOP("SettingsFile", "The re-verification policy of %1")).arg(t.name),
            saySettingsFile(QT_TRANSLATE_NOOP("SettingsFile", "Re-verification, Policy, or idvctl policy set FILE"))});
    const auto kept = domain::readSetting(retention, domain::Retention(), domain::retentionFromJson,
        {saySettingsFile(QT_TRANSLATE_NOOP("SettingsFile", "What is set for keeping personal data of %1")).arg(t.name),
            saySettingsFile(QT_TRANSLATE_NOOP("SettingsFile", "Settings, Privacy, or idvctl privacy set"))});
    if (!policy)
        return policy.error();
    if (!kept)
        return kept.error();
    return core::ok();
}

SettingsFile::SettingsFile(Context &context, QObject *parent) : QObject(parent), m_context(context) {}

Async<QJsonObject> SettingsFile::exported()
{
    auto out = std::make_shared<QJsonObject>(QJsonObject{{QStringLiteral("format"), settingsFormatName()}});
    const auto policy = core::mapped<Unit, domain::VerificationPolicy>(
        readPolicy(m_context, this), this, [out](const domain::VerificationPolicy &p) -> core::Status {
            out->insert(QStringLiteral("verification"), domain::toJson(p));
            return core::ok();
        });
    const auto tenants = core::andThen<Unit>(policy, this, [this](Unit) { return m_context.ledger->tenants().all(); });
    const auto each =
        core::andThen<QList<domain::Tenant>>(tenants, this, [this, out](const QList<domain::Tenant> &all) {
            for (const auto &t : all) {
                if (!domain::isLabTenant(t.id) && !(t.problem + t.receiver.problem).isEmpty())
                    return core::ready<Unit>(
                        core::makeError(core::ErrorCode::Conflict, t.problem + t.receiver.problem));
            }
            auto list = std::make_shared<QJsonArray>();
            Async<Unit> chain = core::ready<Unit>(core::ok());
            for (const auto &t : all) {
                if (domain::isLabTenant(t.id))
                    continue; // it is made anew wherever it is opened
                chain = core::andThen<Unit>(chain, this, [this, list, t](Unit) {
                    return core::andThen<QString>(
                        m_context.ledger->settings().value(QStringLiteral("freshness:") + t.id.str()), this,
                        [this, list, t](const QString &reverification) {
                            return core::mapped<Unit, QString>(
                                m_context.ledger->settings().value(QStringLiteral("retention:") + t.id.str()), this,
                                [list, t, reverification](const QString &retention) -> core::Status {
                                    if (const auto sound = areReadable(t, reverification, retention); !sound)
                                        return sound;
                                    QJsonObject tenant = domain::tenantToJson(t);
                                    for (const char *key : {"id", "secretsMissing", "addedAt", "sailpointSecrets",
                                             "providerSecrets", "proxySecrets"})
                                        tenant.remove(QLatin1String(key));
                                    QJsonObject entry{{QStringLiteral("tenant"), tenant}};
                                    if (!reverification.isEmpty())
                                        entry.insert(QStringLiteral("freshness"), parsed(reverification));
                                    if (!retention.isEmpty())
                                        entry.insert(QStringLiteral("retention"), parsed(retention));
                                    list->append(entry);
                                    return core::ok();
                                });
                        });
                });
            }
            return core::mapped<Unit, Unit>(chain, this, [out, list](Unit) -> core::Status {
                out->insert(QStringLiteral("tenants"), *list);
                return core::ok();
            });
        });
    domain::AuditEvent a;
    a.actor = m_context.operatorName;
    a.action = QStringLiteral("settings.export");
    a.outcome = QStringLiteral("done");
    const auto noted = core::andThen<Unit>(each, this, [this, a](Unit) { return m_context.ledger->audit().append(a); });
    return core::mapped<QJsonObject, Unit>(noted, this, [out](Unit) -> Result<QJsonObject> { return *out; });
}

Async<QList<domain::Loosening>> SettingsFile::looseningsOf(const SettingsContent &content)
{
    using All = QList<domain::Loosening>;
    auto found = std::make_shared<All>();
    core::Deferred<Unit> verified;
    if (!content.verification) {
        verified.resolve(core::ok());
    } else {
        core::whenDone<domain::VerificationPolicy>(readPolicy(m_context, this), this,
            [found, content, verified](const Result<domain::VerificationPolicy> &now) {
                if (!now && !domain::isUnreadableSetting(now.error()))
                    return verified.resolve(now.error());
                *found << domain::looseningsOf(now ? std::optional(*now) : std::nullopt, *content.verification);
                verified.resolve(core::ok());
            });
    }
    const auto tenants =
        core::andThen<Unit>(verified.future(), this, [this](Unit) { return m_context.ledger->tenants().all(); });
    return core::mapped<All, QList<domain::Tenant>>(
        tenants, this, [found, content](const QList<domain::Tenant> &known) -> Result<All> {
            for (const auto &e : content.tenants) {
                const bool isHere = std::any_of(known.begin(), known.end(),
                    [&e](const domain::Tenant &t) { return t.name.compare(e.tenant.name, Qt::CaseInsensitive) == 0; });
                if (isHere)
                    continue; // left as it is
                *found << domain::looseningsOf(e.tenant);
                if (e.reverification)
                    *found << domain::looseningsOf(e.tenant.name, *e.reverification);
                if (e.retention)
                    *found << domain::looseningsOf(e.tenant.name, *e.retention);
            }
            return *found;
        });
}

Async<QList<domain::Loosening>> SettingsFile::loosenings(const QJsonObject &file)
{
    const auto content = readSettingsFile(file);
    return content ? looseningsOf(*content) : core::ready<QList<domain::Loosening>>(content.error());
}

Async<Unit> SettingsFile::addTenant(
    const SettingsContent::Entry &entry, const QStringList &known, const std::shared_ptr<SettingsReport> &report)
{
    domain::Tenant tenant = entry.tenant;
    tenant.addedAt = m_context.clock->now();
    const QString name = tenant.name;
    if (known.contains(name, Qt::CaseInsensitive)) {
        report->skipped << name;
        return core::ready<Unit>(core::ok());
    }
    QList<core::Error> faults = domain::validate(tenant);
    if (const auto unsaid = domain::environmentFault(tenant))
        faults << *unsaid;
    if (!faults.isEmpty()) {
        report->faults << QStringLiteral("%1: %2: %3").arg(name, faults.first().field, faults.first().text);
        return core::ready<Unit>(core::ok());
    }
    const auto a = domain::tenantFromFileEvent(m_context.operatorName, tenant);
    return core::andThen<Unit>(
        m_context.ledger->tenants().add(tenant, a), this, [this, entry, report, id = tenant.id.str(), name](Unit) {
            report->added << name;
            Async<Unit> chain = core::ready<Unit>(core::ok());
            if (entry.reverification)
                chain = core::andThen<Unit>(chain, this, [this, id, p = *entry.reverification](Unit) {
                    return m_context.ledger->settings().set(
                        QStringLiteral("freshness:") + id, core::compactJson(domain::toJson(p)));
                });
            // Removal of data is never switched on by a file.
            if (entry.retention) {
                domain::Retention r = *entry.retention;
                r.isOn = false;
                chain = core::andThen<Unit>(chain, this, [this, id, r](Unit) {
                    return m_context.ledger->settings().set(
                        QStringLiteral("retention:") + id, core::compactJson(domain::toJson(r)));
                });
            }
            return chain;
        });
}

static QString named(const QList<domain::Loosening> &all)
{
    QStringList lines;
    for (const auto &l : all)
        lines << QStringLiteral("%1: %2").arg(l.name, l.text);
    return lines.join(QLatin1Char('\n'));
}

Async<SettingsReport> SettingsFile::import(const QJsonObject &file, const QStringList &allowed)
{
    const auto content = readSettingsFile(file);
    if (!content)
        return core::ready<SettingsReport>(content.error());
    return core::andThen<QList<domain::Loosening>>(
        looseningsOf(*content), this, [this, content = *content, allowed](const QList<domain::Loosening> &found) {
            const auto gap = domain::gapOf(found, allowed);
            if (!gap.unknown.isEmpty())
                return core::ready<SettingsReport>(core::fieldError(QStringLiteral("allow"),
                    saySettingsFile(QT_TRANSLATE_NOOP("SettingsFile", "Nothing of this file is called %1."))
                        .arg(gap.unknown.join(QStringLiteral(", ")))));
            if (!gap.unnamed.isEmpty()) {
                const QString text = saySettingsFile(
                    QT_TRANSLATE_NOOP("SettingsFile", "This file makes something more permissive. Nothing was "
                                                      "imported; allow each by its name (--allow NAME):"));
                return core::ready<SettingsReport>(
                    core::fieldError(QStringLiteral("allow"), text + QLatin1Char('\n') + named(gap.unnamed)));
            }
            QStringList names;
            for (const auto &l : found)
                names << l.name;
            return take(content, names);
        });
}

Async<SettingsReport> SettingsFile::take(const SettingsContent &content, const QStringList &allowed)
{
    auto report = std::make_shared<SettingsReport>();
    domain::AuditEvent a;
    a.actor = m_context.operatorName;
    a.action = QStringLiteral("settings.import");
    a.outcome = QStringLiteral("intent");
    a.data = {{QStringLiteral("allowed"), allowed.join(QStringLiteral(", "))}};
    const auto known = core::andThen<Unit>(
        m_context.ledger->audit().append(a), this, [this](Unit) { return m_context.ledger->tenants().all(); });
    const auto done =
        core::andThen<QList<domain::Tenant>>(known, this, [this, content, report](const QList<domain::Tenant> &all) {
            QStringList names;
            for (const auto &t : all)
                names << t.name;
            Async<Unit> chain = core::ready<Unit>(core::ok());
            if (content.verification) {
                report->hasVerification = true;
                chain = storePolicy(m_context, *content.verification);
            }
            for (const auto &entry : content.tenants)
                chain = core::andThen<Unit>(
                    chain, this, [this, entry, names, report](Unit) { return addTenant(entry, names, report); });
            return chain;
        });
    a.outcome = QStringLiteral("done");
    const auto noted = core::andThen<Unit>(done, this, [this, a, report](Unit) {
        domain::AuditEvent end = a;
        end.data.insert(QStringLiteral("tenants"), report->added.size());
        end.data.insert(QStringLiteral("faults"), report->faults.size());
        return m_context.ledger->audit().append(end);
    });
    return core::mapped<SettingsReport, Unit>(
        noted, this, [report](Unit) -> Result<SettingsReport> { return *report; });
}

} // namespace services
