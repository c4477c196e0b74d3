#include "services/settingsfile.h"
#include "domain/freshnesspolicy.h"
#include "domain/privacy.h"
#include "domain/tenant.h"
#include "services/policy.h"
#include "store/ledger/ledger.h"
#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QUuid>

namespace services {

using core::Async;
using core::Result;
using core::Unit;

static const QString formatName = QStringLiteral("idv-console-settings/1");
static QString say(const char *text) { return QCoreApplication::translate("SettingsFile", text); }
static QString compact(const QJsonObject &o) { return QString::fromUtf8(QJsonDocument(o).toJson(QJsonDocument::Compact)); }
static QJsonObject parsed(const QString &text) { return QJsonDocument::fromJson(text.toUtf8()).object(); }

SettingsFile::SettingsFile(Context &context, QObject *parent) : QObject(parent), m_context(context) {}

Async<QJsonObject> SettingsFile::exported()
{
    auto out = std::make_shared<QJsonObject>(QJsonObject{{QStringLiteral("format"), formatName}});
    const auto policy = core::mapped<Unit, domain::VerificationPolicy>(readPolicy(m_context, this), this, [out](const domain::VerificationPolicy &p) -> core::Status {
        out->insert(QStringLiteral("verification"), domain::toJson(p));
        return core::ok();
    });
    const auto tenants = core::andThen<Unit>(policy, this, [this](Unit) { return m_context.ledger.tenants(); });
    const auto each = core::andThen<QList<domain::Tenant>>(tenants, this, [this, out](const QList<domain::Tenant> &all) {
        auto list = std::make_shared<QJsonArray>();
        Async<Unit> chain = core::ready<Unit>(core::ok());
        for (const auto &t : all) {
            if (t.id.str() == QLatin1String("lab"))
                continue; // it is made anew wherever it is opened
            chain = core::andThen<Unit>(chain, this, [this, list, t](Unit) {
                return core::andThen<QString>(m_context.ledger.setting(QStringLiteral("freshness:") + t.id.str()), this, [this, list, t](const QString &freshness) {
                    return core::mapped<Unit, QString>(m_context.ledger.setting(QStringLiteral("retention:") + t.id.str()), this, [list, t, freshness](const QString &retention) -> core::Status {
                        QJsonObject tenant = domain::tenantToJson(t);
                        for (const char *key : {"id", "secretsMissing", "addedAt"})
                            tenant.remove(QLatin1String(key));
                        QJsonObject entry{{QStringLiteral("tenant"), tenant}};
                        if (!freshness.isEmpty())
                            entry.insert(QStringLiteral("freshness"), parsed(freshness));
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
    const auto noted = core::andThen<Unit>(each, this, [this, a](Unit) { return m_context.ledger.audit(a); });
    return core::mapped<QJsonObject, Unit>(noted, this, [out](Unit) -> Result<QJsonObject> { return *out; });
}

Async<Unit> SettingsFile::addTenant(const QJsonObject &entry, const QStringList &known, const std::shared_ptr<SettingsReport> &report)
{
    QJsonObject json = entry.value(QLatin1String("tenant")).toObject();
    json.insert(QStringLiteral("id"), QUuid::createUuid().toString(QUuid::WithoutBraces));
    json.insert(QStringLiteral("secretsMissing"), true);
    json.insert(QStringLiteral("addedAt"), m_context.clock->now());
    const QString name = json.value(QLatin1String("name")).toString();
    const auto tenant = domain::tenantFromJson(json);
    if (!tenant) {
        report->faults << QStringLiteral("%1: %2").arg(name, tenant.error().text);
        return core::ready<Unit>(core::ok());
    }
    if (known.contains(name, Qt::CaseInsensitive)) {
        report->skipped << name;
        return core::ready<Unit>(core::ok());
    }
    if (const auto faults = domain::validate(*tenant); !faults.isEmpty()) {
        report->faults << QStringLiteral("%1: %2: %3").arg(name, faults.first().field, faults.first().text);
        return core::ready<Unit>(core::ok());
    }
    domain::AuditEvent a;
    a.actor = m_context.operatorName;
    a.action = QStringLiteral("tenant.add");
    a.tenant = a.subject = tenant->id.str();
    a.outcome = QStringLiteral("done");
    a.data = {{QStringLiteral("name"), name}, {QStringLiteral("from"), QStringLiteral("settings file")}};
    return core::andThen<Unit>(m_context.ledger.addTenant(*tenant, a), this, [this, entry, report, id = tenant->id.str(), name](Unit) {
        report->added << name;
        Async<Unit> chain = core::ready<Unit>(core::ok());
        const QJsonObject freshness = entry.value(QLatin1String("freshness")).toObject(), retention = entry.value(QLatin1String("retention")).toObject();
        if (!freshness.isEmpty()) {
            if (const auto policy = domain::freshnessFromJson(freshness); policy)
                chain = core::andThen<Unit>(chain, this, [this, id, freshness](Unit) { return m_context.ledger.setSetting(QStringLiteral("freshness:") + id, compact(freshness)); });
            else
                report->faults << QStringLiteral("%1: %2").arg(name, policy.error().text);
        }
        // Removal of data is never switched on by a file.
        if (!retention.isEmpty()) {
            domain::Retention r = domain::retentionFromJson(retention);
            r.isOn = false;
            chain = core::andThen<Unit>(chain, this, [this, id, r](Unit) { return m_context.ledger.setSetting(QStringLiteral("retention:") + id, compact(domain::toJson(r))); });
        }
        return chain;
    });
}

Async<SettingsReport> SettingsFile::import(const QJsonObject &file)
{
    if (file.value(QLatin1String("format")).toString() != formatName)
        return core::ready<SettingsReport>(core::fieldError(QStringLiteral("file"), say(QT_TRANSLATE_NOOP("SettingsFile", "This is no settings file of IDV Console, or one of a newer version."))));
    auto report = std::make_shared<SettingsReport>();
    domain::AuditEvent a;
    a.actor = m_context.operatorName;
    a.action = QStringLiteral("settings.import");
    a.outcome = QStringLiteral("intent");
    const auto known = core::andThen<Unit>(m_context.ledger.audit(a), this, [this](Unit) { return m_context.ledger.tenants(); });
    const auto done = core::andThen<QList<domain::Tenant>>(known, this, [this, file, report](const QList<domain::Tenant> &all) {
        QStringList names;
        for (const auto &t : all)
            names << t.name;
        Async<Unit> chain = core::ready<Unit>(core::ok());
        const QJsonObject verification = file.value(QLatin1String("verification")).toObject();
        if (!verification.isEmpty()) {
            const auto policy = domain::policyFromJson(verification);
            if (const auto fault = domain::validate(policy); fault) {
                report->hasVerification = true;
                chain = storePolicy(m_context, policy);
            } else {
                report->faults << fault.error().text;
            }
        }
        const QJsonArray tenants = file.value(QLatin1String("tenants")).toArray();
        for (const auto &v : tenants)
            chain = core::andThen<Unit>(chain, this, [this, entry = v.toObject(), names, report](Unit) { return addTenant(entry, names, report); });
        return chain;
    });
    a.outcome = QStringLiteral("done");
    const auto noted = core::andThen<Unit>(done, this, [this, a, report](Unit) {
        domain::AuditEvent end = a;
        end.data = {{QStringLiteral("tenants"), report->added.size()}, {QStringLiteral("faults"), report->faults.size()}};
        return m_context.ledger.audit(end);
    });
    return core::mapped<SettingsReport, Unit>(noted, this, [report](Unit) -> Result<SettingsReport> { return *report; });
}

} // namespace services
