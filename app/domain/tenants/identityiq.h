#pragma once
#include "core/error.h"
#include "core/result.h"
#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <QUrl>

// What is particular about SailPoint IdentityIQ 8.1 and later, on the customer's own server.
namespace domain {

/// How decisions about work items are asked for. Documents name PUT and show POST: it is said, never tried in turn.
enum class WorkItemMethod { Put, Post };
QString workItemMethodKey(WorkItemMethod m); ///< "put", "post"
std::optional<WorkItemMethod> workItemMethodFromKey(const QString &key);

struct IdentityIqSettings
{
    QString pluginUrl; ///< of the approvals plug-in; empty: the server's own address, as its maker shows
    WorkItemMethod method = WorkItemMethod::Put;
    QString approvedState = QStringLiteral("Finished");
    QString deniedState;           ///< no document names it; empty: denying is off
    QString signedState;           ///< the same of signing an access review off
    QString operatorId;            ///< the IdentityIQ id of whoever decides here; empty: nothing can be decided
    bool decidesForOthers = false; ///< may complete items of other approvers in their name
    friend bool operator==(const IdentityIqSettings &, const IdentityIqSettings &) = default;
};
QJsonObject toJson(const IdentityIqSettings &settings);
core::Result<IdentityIqSettings> identityIqFromJson(const QJsonObject &json);
/// `base` is the tenant's address; bearer tokens go to the plug-in, so it has to be the same server.
QList<core::Error> validate(const IdentityIqSettings &settings, const QString &base);

/// "https://iq.example:8443/identityiq/home.jsf" -> "https://iq.example:8443/identityiq". A bare host gets
/// "/identityiq"; another context path ("/iiq/home.jsf") is kept up to its page. Empty when it is no address.
QString identityIqBase(const QString &pasted);
/// Where the plug-in answers: as set, or the server's address without its context path.
QString pluginBase(const IdentityIqSettings &settings, const QString &base);

// Filters. IdentityIQ's own language and SCIM's: values go in as literals, never as they were typed.
QString scimEquals(const QString &attribute, const QString &value);
/// meta.lastModified at or after an instant, UTC ms.
QString scimModifiedSince(qint64 at);
QString iiqActive();                 ///< active == true
QString iiqModifiedSince(qint64 at); ///< modified>=DATE$…
QString iiqEquals(const QString &property, const QString &value);

/// One thing that a server can do, and what the console cannot without it.
struct Capability
{
    enum State { Answers, NotAllowed, Missing, Unknown };
    QString key; ///< "token", "ping", "scim", "users", "workflows", "plugin-identities", …
    State state = Unknown;
    QString fact; ///< "12,480 people"
    friend bool operator==(const Capability &, const Capability &) = default;
};
QString capabilityStateKey(Capability::State s); ///< "answers", "not-allowed", "missing", "unknown"
/// What it is and what is off without it, translated.
QString capabilityName(const QString &key);
QString capabilityWithout(const QString &key);
/// IdentityIQ does not tell its version. A sentence when what answers suggests one before 8.1, said as a guess; else
/// empty.
QString versionGuess(const QList<Capability> &capabilities);

} // namespace domain
