#pragma once
#include "httpd/message.h"
#include "lab/options.h"
#include "lab/sailpoint/tenantstate.h"
#include "support/fakeclock.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

// What is sent to a part of the simulators without a socket, and what it answers.
namespace support {

constexpr core::Instant labNow = 1'800'000'000'000;

inline httpd::Request asked(const char *method, const QJsonValue &body = {}, QList<httpd::Header> headers = {})
{
    httpd::Request r;
    r.method = method;
    r.headers = std::move(headers);
    if (body.isObject())
        r.body = QJsonDocument(body.toObject()).toJson(QJsonDocument::Compact);
    else if (body.isArray())
        r.body = QJsonDocument(body.toArray()).toJson(QJsonDocument::Compact);
    return r;
}
/// The query as it stands in an address.
inline httpd::Request questioned(const char *query)
{
    httpd::Request r;
    r.method = "GET";
    r.query = QByteArray(query);
    return r;
}
inline QJsonObject objectOf(const httpd::Response &r)
{
    return QJsonDocument::fromJson(r.body).object();
}
inline QJsonArray arrayOf(const httpd::Response &r)
{
    return QJsonDocument::fromJson(r.body).array();
}
inline QString textOf(const QJsonValue &object, const char *key)
{
    return object.toObject().value(QLatin1String(key)).toString();
}
inline httpd::Header patchType()
{
    return {"Content-Type", "application/json-patch+json"};
}
inline httpd::Header experimental()
{
    return {"X-SailPoint-Experimental", "true"};
}

/// What the parts of a simulated tenant share, at a time that stands.
struct LabParts
{
    explicit LabParts(const std::function<void(lab::Options &)> &change = {}) : options(made(change))
    {
        ends.clientId = QStringLiteral("client");
        ends.clientSecret = QStringLiteral("secret");
        ends.communityId = QStringLiteral("community");
        ends.idvApiKey = QStringLiteral("api-key");
        ends.idvSourceId = QStringLiteral("idv-source");
        ends.workflowId = QStringLiteral("result-workflow");
        ends.workflowClientId = QStringLiteral("workflow-client");
        ends.workflowClientSecret = QStringLiteral("workflow-secret");
        ends.reviewerClientId = QStringLiteral("reviewer");
        ends.reviewerClientSecret = QStringLiteral("reviewer-secret");
        ends.iiqClientId = QStringLiteral("iiq-client");
        ends.iiqClientSecret = QStringLiteral("iiq-secret");
        ends.iiqOperatorId = QStringLiteral("2c918084600000000000000000000001");
        ends.iiqOperatorName = QStringLiteral("operator");
        ends.iiqOperatorPassword = QStringLiteral("operator-password");
        ends.iiqReviewer = QStringLiteral("somebody");
        ends.iiqReviewerPassword = QStringLiteral("password");
        ends.iiqWorkflow = QStringLiteral("IDV Write Back");
    }
    static lab::Options made(const std::function<void(lab::Options &)> &change)
    {
        lab::Options o;
        o.identities = 120;
        o.rateLimit = false;
        o.outcome = QStringLiteral("verified");
        if (change)
            change(o);
        return o;
    }
    QByteArray idOf(quint32 position) const { return lab::People::idOf(position, options.seed); }
    /// Until what was accepted is done.
    void process() { clock->advance(options.processing.count() + 1); }

    lab::Options options;
    lab::Endpoints ends;
    std::shared_ptr<FakeClock> clock = std::make_shared<FakeClock>(labNow);
};

} // namespace support
