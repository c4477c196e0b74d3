#include "lab/events/triggerkinds.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <algorithm>

namespace lab {

const QList<TriggerKind> &triggerKinds()
{
    static const QList<TriggerKind> kinds{
        {"idn:access-request-dynamic-approver", "Access Request Dynamic Approver", true,
            R"({"accessRequestId":"4b4d982dddff4267ab12f0f1e72b5a6d",)"
            R"("requestedFor":{"id":"2c91808b6ef1d43e016efba0ce470906","name":"Ed Engineer","type":"IDENTITY"},)"
            R"("requestedItems":[{"id":"2c91808b6ef1d43e016efba0ce470906","name":"Engineering Access",)"
            R"("description":"Access to engineering database","type":"ACCESS_PROFILE","operation":"Add",)"
            R"("comment":"William needs this access to do his job."}],)"
            R"("requestedBy":{"id":"2c91808b6ef1d43e016efba0ce470909","name":"Adam Admin","type":"IDENTITY"}})",
            R"({"id":"2c91808b6ef1d43e016efba0ce470906","name":"Ed Engineer","type":"IDENTITY"})"},
        {"idn:access-request-pre-approval", "Access Request Submitted", true,
            R"({"accessRequestId":"4b4d982dddff4267ab12f0f1e72b5a6d",)"
            R"("requestedFor":[{"id":"2c91808b6ef1d43e016efba0ce470906","name":"Ed Engineer","type":"IDENTITY"}],)"
            R"("requestedItems":[{"id":"2c91808b6ef1d43e016efba0ce470906","name":"Engineering Access",)"
            R"("type":"ACCESS_PROFILE","operation":"Add"}],"requestedBy":{"id":"2c91808b6ef1d43e016efba0ce470909",)"
            R"("name":"Adam Admin","type":"IDENTITY"}})",
            R"({"approved":true,"comment":"This access was approved.",)"
            R"("approver":"AcmeCorpExternalIntegrationService"})"},
        {"idn:access-request-post-approval", "Access Request Decision", false,
            R"({"accessRequestId":"4b4d982dddff4267ab12f0f1e72b5a6d",)"
            R"("requestedFor":{"id":"2c91808b6ef1d43e016efba0ce470906","name":"Ed Engineer","type":"IDENTITY"},)"
            R"("requestedItemsStatus":[],"requestedBy":{"id":"2c91808b6ef1d43e016efba0ce470909",)"
            R"("name":"Adam Admin","type":"IDENTITY"}})",
            nullptr},
        {"idn:campaign-activated", "Campaign Activated", false,
            R"({"campaign":{"id":"2c91808576f886190176f88caf0d0067","name":"Manager Access Campaign",)"
            R"("description":"A review","created":"2026-02-16T03:04:45.815Z","deadline":"2026-03-16T03:04:45.815Z",)"
            R"("type":"MANAGER","status":"ACTIVE","campaignOwner":{"id":"37f080867702c1910177031320c40n27",)"
            R"("displayName":"Ed Engineer","email":"ed@halden.example"}}})",
            nullptr},
        {"idn:campaign-ended", "Campaign Ended", false,
            R"({"campaign":{"id":"2c91808576f886190176f88caf0d0067","name":"Manager Access Campaign",)"
            R"("status":"COMPLETED"}})",
            nullptr},
        {"idn:identity-attributes-changed", "Identity Attributes Changed", false,
            R"({"identity":{"id":"2c91808568c529c60168cca6f90c1313","name":"William Wilson","type":"IDENTITY"},)"
            R"("changes":[{"attribute":"idvStatus","oldValue":"PENDING","newValue":"VERIFIED"}]})",
            nullptr},
        {"idn:identity-created", "Identity Created", false,
            R"({"identity":{"id":"2c91808568c529c60168cca6f90c1313","name":"William Wilson","type":"IDENTITY"},)"
            R"("attributes":{"firstname":"John"}})",
            nullptr},
        {"idn:post-provisioning", "Provisioning Completed", false,
            R"({"trackingNumber":"4b4d982dddff4267ab12f0f1e72b5a6d","action":"IdentityRefresh"})", nullptr},
        {"idn:source-updated", "Source Updated", false,
            R"({"id":"2c9180866166b5b0016167c32ef31a66","name":"HR","type":"DelimitedFile"})", nullptr},
    };
    return kinds;
}

const TriggerKind *triggerKind(const QString &id)
{
    for (const TriggerKind &k : triggerKinds()) {
        if (id == QLatin1String(k.id))
            return &k;
    }
    return nullptr;
}

QJsonValue parsedOf(const char *json)
{
    return json ? QJsonValue(QJsonDocument::fromJson(json).object()) : QJsonValue();
}

bool filterFits(const QString &filter, const QJsonObject &input)
{
    if (filter.isEmpty())
        return true;
    static const QRegularExpression form(QStringLiteral(R"(^\$(?:\.(\w+))?\[\?\(?(.+?)\)?\]$)"));
    const auto m = form.match(filter);
    if (!m.hasMatch())
        return filter == QLatin1String("$");
    QList<QJsonObject> candidates;
    const QJsonValue under = m.captured(1).isEmpty() ? QJsonValue(input) : input.value(m.captured(1));
    const QJsonArray list = under.isArray() ? under.toArray() : QJsonArray{under};
    for (const auto &v : list)
        candidates << v.toObject();
    static const QRegularExpression predicate(QStringLiteral(R"re([@$]\.(\w+)\s*(==|!=)\s*["']([^"']*)["'])re"));
    return std::any_of(candidates.begin(), candidates.end(), [&](const QJsonObject &o) {
        auto it = predicate.globalMatch(m.captured(2));
        bool isGood = it.hasNext();
        while (it.hasNext()) {
            const auto p = it.next();
            isGood &= (o.value(p.captured(1)).toString() == p.captured(3)) == (p.captured(2) == QLatin1String("=="));
        }
        return isGood;
    });
}

bool isJsonPath(const QString &filter)
{
    if (!filter.startsWith(QLatin1Char('$')))
        return false;
    QString open;
    for (const QChar c : filter) {
        if (c == QLatin1Char('[') || c == QLatin1Char('('))
            open += c;
        else if (c == QLatin1Char(']') || c == QLatin1Char(')')) {
            if (open.isEmpty() || open.back() != (c == QLatin1Char(']') ? QLatin1Char('[') : QLatin1Char('(')))
                return false;
            open.chop(1);
        }
    }
    return open.isEmpty();
}

} // namespace lab
