#include "services/tenants/settingsformat.h"
#include "domain/text/strictjson.h"
#include <QCoreApplication>
#include <QJsonArray>
#include <QUuid>

namespace services {

using core::Result;

static QString saySettingsFile(const char *text)
{
    return QCoreApplication::translate("SettingsFile", text);
}

QString settingsFormatName()
{
    return QStringLiteral("idv-console-settings/1");
}

// The fault of a part, at its place in the file.
static core::Error within(const QString &part, core::Error e)
{
    e.code = core::ErrorCode::Usage;
    e.field = e.field.isEmpty() ? part : part + QLatin1Char('.') + e.field;
    return e;
}

static QJsonObject objectAt(domain::StrictObject &o, const char *key)
{
    const QJsonValue v = o.take(key);
    if (!v.isUndefined() && !v.isObject())
        o.fault(core::fieldError(o.place(QLatin1String(key)),
            QCoreApplication::translate("StrictJson", "“%1” is no object.").arg(o.place(QLatin1String(key)))));
    return v.toObject();
}

static Result<SettingsContent::Entry> entryFrom(domain::StrictObject &o)
{
    SettingsContent::Entry entry;
    const bool hasReverification = o.has("freshness"), hasRetention = o.has("retention");
    QJsonObject json = objectAt(o, "tenant");
    const QJsonObject reverification = objectAt(o, "freshness"), retention = objectAt(o, "retention");
    const QString where = o.place({}).chopped(1) + QLatin1Char('.');
    json.insert(QStringLiteral("id"), QUuid::createUuid().toString(QUuid::WithoutBraces));
    json.insert(QStringLiteral("secretsMissing"), true);
    json.remove(QStringLiteral("addedAt"));
    const auto tenant = domain::tenantFromJson(json);
    if (!tenant)
        return within(where + QStringLiteral("tenant"), tenant.error());
    if (!tenant->receiver.problem.isEmpty())
        return within(
            where + QStringLiteral("tenant.receiver"), domain::receiverFromJson(tenant->receiver.stored).error());
    entry.tenant = *tenant;
    if (hasReverification) {
        const auto policy = domain::reverificationFromJson(reverification);
        if (!policy)
            return within(where + QStringLiteral("freshness"), policy.error());
        entry.reverification = *policy;
    }
    if (hasRetention) {
        const auto kept = domain::retentionFromJson(retention);
        if (!kept)
            return within(where + QStringLiteral("retention"), kept.error());
        entry.retention = *kept;
    }
    return entry;
}

core::Result<SettingsContent> readSettingsFile(const QJsonObject &file)
{
    if (file.value(QLatin1String("format")).toString() != settingsFormatName())
        return core::fieldError(
            QStringLiteral("file"), saySettingsFile(QT_TRANSLATE_NOOP("SettingsFile",
                                        "This is no settings file of IDV Console, or one of a newer version.")));
    domain::StrictObject o(file);
    SettingsContent content;
    o.take("format");
    objectAt(o, "general"); // preferences of the window, each with a default
    const bool hasVerification = o.has("verification");
    const QJsonObject verification = objectAt(o, "verification");
    std::optional<core::Error> fault;
    for (domain::StrictObject &part : o.objects("tenants")) {
        const auto entry = entryFrom(part);
        if (entry)
            content.tenants << *entry;
        else if (!fault)
            fault = entry.error();
    }
    if (const auto read = o.status(); !read)
        return read.error();
    if (fault)
        return *fault;
    if (hasVerification) {
        const auto policy = domain::policyFromJson(verification);
        if (!policy)
            return within(QStringLiteral("verification"), policy.error());
        content.verification = *policy;
    }
    return content;
}

} // namespace services
