#pragma once
#include <QByteArray>
#include <QString>
#include <QStringList>
#include <chrono>

namespace lab {

using namespace std::chrono_literals;

struct Options
{
    quint32 identities = 5000;
    quint32 seed = 1;
    quint16 port = 0; ///< SailPoint; 0 takes a free one
    quint16 idvPort = 0;
    quint16 iiqPort = 0;
    bool opensIdentityIq = false;           ///< which of the two a program's own simulated tenant is
    bool iiqPlugin = true;                  ///< the approvals plug-in is installed
    bool iiqScim = true;                    ///< its proxy user may use SCIM
    bool iiqOld = false;                    ///< answers as a version before 8.1: no ping
    bool iiqPost = false;                   ///< decisions are POSTed instead of PUT
    QString fault = QStringLiteral("none"); ///< faults() word
    /// mix, verified, failed, name-differs, level-too-low, declined, expired, never, other-user, unknown-word,
    /// two-words
    QString outcome = QStringLiteral("mix");
    std::chrono::milliseconds journey = 8s; ///< from creation to result
    std::chrono::milliseconds linkLifetime = 15min;
    std::chrono::milliseconds processing = 5s; ///< account change to identity attribute
    std::chrono::milliseconds indexLag = 30s;  ///< identity change to search
    std::chrono::seconds tokenLifetime = 749s;
    bool directPatch = false;                            ///< PATCH /identities/{id} works instead of answering 405
    bool hasUser = true;                                 ///< false: a plain API client, which may not list identities
    QStringList scopes{QStringLiteral("sp:scopes:all")}; ///< of the main client's tokens
    bool rateLimit = true;
    bool searchAllowed = true;
    QStringList
        missingAttributes; ///< lab serve --missing-attribute NAME: identity attributes that the tenant does not have
    QString callbackAuth = QStringLiteral("hmac"); ///< none, bearer, basic, header, hmac, timestamped, plain, ed25519
    QStringList callbackFaults;                    ///< "none", "duplicate", "bad-signature", "contradict", "no-nonce"
    std::chrono::seconds callbackClockOffset{0};
    std::chrono::seconds clockOffset{0}; ///< of both vendors' Date headers
    QStringList resetFaults;             ///< one-shot, of the password-reset mail: "403", "no-answer"
    QStringList rules;                   ///< faultFromText(), of both vendors; see lab/faultplan.h
    QStringList idvFaults; ///< one-shot: "create-no-answer", "create-429", "create-500", "create-refused", "status-500"
};

/// The kinds of --fault; "none" is one of them.
const QStringList &faults();

/// Of fault rules (lab/faultplan.h): what can be named of a vendor, and what can go wrong.
QStringList operationNames(const QString &vendor);
const QStringList &faultKinds();

struct Endpoints
{
    QString sailpointUrl;
    QString clientId;
    QString clientSecret;
    QString idvUrl;
    QString communityId;
    QString idvApiKey;
    QString idvSourceId;
    QString workflowId;
    QString workflowClientId;
    QString workflowClientSecret;
    QString reviewerClientId; ///< a second person's personal access token
    QString reviewerClientSecret;
    QString iiqUrl; ///< up to its context path
    QString iiqClientId;
    QString iiqClientSecret;
    QString iiqOperatorId; ///< the identity of whoever decides there
    QString iiqReviewer;   ///< user name and password of a second person there
    QString iiqReviewerPassword;
    QString iiqOperatorName; ///< and of whoever sits at the console
    QString iiqOperatorPassword;
    QString iiqWorkflow;    ///< name of the workflow that writes results
    QString callbackSecret; ///< what a receiver needs: the shared secret or the public key
};

} // namespace lab
