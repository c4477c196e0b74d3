#include "services/readiness/internal/sailpointtest.h"
#include "net/sailpoint/accounts.h"
#include "net/sailpoint/answers.h"
#include "net/sailpoint/identities.h"
#include "net/sailpoint/paths.h"
#include "net/sailpoint/profiles.h"
#include "services/readiness/internal/iiqprobe.h"
#include "services/readiness/testrecord.h"
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QLocale>
#include <QUuid>
#include <algorithm>

namespace services {

using core::ErrorCode;
using core::Result;

static QString sayConnectionTest(const char *text)
{
    return QCoreApplication::translate("ConnectionTest", text);
}

SailPointTest::SailPointTest(const domain::Tenant &tenant, net::Http &http, net::sailpoint::Api &api,
    std::shared_ptr<core::Clock> clock, TestRecord &record, QObject *parent)
    : QObject(parent), m_tenant(tenant), m_http(http), m_api(api), m_clock(std::move(clock)), m_record(record)
{
}

SailPointTest::~SailPointTest() = default;

void SailPointTest::run(const std::function<void()> &after)
{
    m_after = after;
    address();
}

void SailPointTest::address()
{
    net::HttpRequest r;
    r.operation = isIiq() ? QStringLiteral("/rest/ping") : QStringLiteral("/oauth/info");
    r.url = net::sailpoint::url(m_tenant.sailpointUrl, r.operation);
    r.repeatable = true;
    QElapsedTimer asked;
    asked.start();
    core::whenDone<net::HttpResponse>(m_http.send(r), this, [this, asked](const Result<net::HttpResponse> &answer) {
        if (!answer) {
            m_record.problem(TestLevel::Fail, answer.error(),
                domain::userMessage(answer.error(), domain::Vendor::SailPoint).headline, domain::Vendor::SailPoint);
            return m_after();
        }
        m_pingsAnybody = isIiq() && answer->status >= 200 && answer->status <= 299; // asked without any credential
        m_record.pass(
            m_tenant.sailpointUrl.startsWith(QLatin1String("https"))
                ? sayConnectionTest(QT_TRANSLATE_NOOP("ConnectionTest", "Address answers with a valid certificate"))
                : sayConnectionTest(QT_TRANSLATE_NOOP("ConnectionTest", "Address answers on this computer")),
            sayConnectionTest(QT_TRANSLATE_NOOP("ConnectionTest", "%1 ms")).arg(asked.elapsed()));
        credentials();
    });
}

// A table of what the server can do; people are needed, everything else can be done without.
void SailPointTest::capabilities()
{
    core::whenDone<ProbeReport>(probeIdentityIq(m_api, this, [this](const ProbeResult &r) { takeCapability(r); }), this,
        [this](const Result<ProbeReport> &report) {
            if (report) {
                m_record.report().capabilities = report->capabilities;
                m_record.report().attributes = report->attributes;
            }
            concludeCapabilities();
            m_after();
        });
}

static QString capabilityFact(domain::Capability::State state)
{
    if (state == domain::Capability::NotAllowed)
        return sayConnectionTest(QT_TRANSLATE_NOOP("ConnectionTest", "not allowed"));
    if (state == domain::Capability::Missing)
        return sayConnectionTest(QT_TRANSLATE_NOOP("ConnectionTest", "not there"));
    return sayConnectionTest(QT_TRANSLATE_NOOP("ConnectionTest", "no usable answer"));
}

void SailPointTest::takeCapability(const ProbeResult &r)
{
    const auto &c = r.capability;
    if (c.key == QLatin1String("token"))
        return;
    if (c.key == QLatin1String("ping") && c.state == domain::Capability::Answers && m_pingsAnybody)
        return m_record.notProven(domain::capabilityName(c.key),
            sayConnectionTest(QT_TRANSLATE_NOOP("ConnectionTest",
                "It answers without a sign-in as well: by it nobody's user name and password "
                "can be checked, so operators and second persons cannot sign in.")),
            domain::Vendor::SailPoint);
    if (c.state == domain::Capability::Answers)
        return m_record.pass(domain::capabilityName(c.key), c.fact);
    m_record.add({TestLevel::Warn, domain::capabilityName(c.key), capabilityFact(c.state), r.error,
        domain::Vendor::SailPoint, domain::capabilityWithout(c.key)});
}

void SailPointTest::concludeCapabilities()
{
    const auto &known = m_record.report().capabilities;
    const auto answers = [&known](const char *key) {
        return std::any_of(known.begin(), known.end(), [key](const domain::Capability &c) {
            return c.key == QLatin1String(key) && c.state == domain::Capability::Answers;
        });
    };
    if (const QString guess = domain::versionGuess(known); !guess.isEmpty())
        m_record.add({TestLevel::Warn, sayConnectionTest(QT_TRANSLATE_NOOP("ConnectionTest", "Perhaps too old")), {},
            std::nullopt, domain::Vendor::SailPoint, guess});
    if (!answers("users") && !answers("plugin-identities"))
        m_record.add({TestLevel::Fail, sayConnectionTest(QT_TRANSLATE_NOOP("ConnectionTest", "People cannot be read")),
            {}, std::nullopt, domain::Vendor::SailPoint,
            sayConnectionTest(
                QT_TRANSLATE_NOOP("ConnectionTest", "The API client's proxy user needs the right to use SCIM, or the "
                                                    "approvals plug-in has to be installed."))});
}

static QString signInFault(const core::Error &e, bool isIiq)
{
    if (e.code == ErrorCode::Unauthorized)
        return sayConnectionTest(QT_TRANSLATE_NOOP("ConnectionTest", "Client ID or secret not accepted"));
    if (e.code != ErrorCode::NotFound && e.code != ErrorCode::Protocol)
        return domain::userMessage(e, domain::Vendor::SailPoint).headline;
    return isIiq ? sayConnectionTest(
                       QT_TRANSLATE_NOOP("ConnectionTest", "This is not the address of an IdentityIQ with OAuth"))
                 : sayConnectionTest(QT_TRANSLATE_NOOP("ConnectionTest", "This is not the address of a SailPoint API"));
}

void SailPointTest::credentials()
{
    core::whenDone<net::sailpoint::TokenInfo>(
        m_api.signIn(), this, [this](const Result<net::sailpoint::TokenInfo> &info) {
            if (!info) {
                const core::Error &e = info.error();
                TestLine failed{TestLevel::Fail, signInFault(e, isIiq()), {}, e, domain::Vendor::SailPoint, {}};
                if (isIiq() && e.code == ErrorCode::NotFound)
                    failed.advice = e.text + QLatin1Char(' ') +
                                    domain::versionGuess({{QStringLiteral("token"), domain::Capability::Missing, {}}});
                m_record.add(failed);
                return m_after();
            }
            m_record.report().organisation = info->organisation;
            stranger(*info);
        });
}

// A server that gives a token to anybody did not look at the secret.
void SailPointTest::stranger(const net::sailpoint::TokenInfo &mine)
{
    const auto madeUp = core::makeSecret(QUuid::createUuid().toByteArray(QUuid::Id128));
    const auto style = isIiq() ? net::sailpoint::TokenStyle::IdentityIq : net::sailpoint::TokenStyle::Cloud;
    m_stranger = std::make_unique<net::sailpoint::Tokens>(
        m_http, net::sailpoint::TokenClient{m_tenant.sailpointUrl, QUuid::createUuid().toString(QUuid::Id128), style},
        [madeUp] { return core::ready<core::SecretPtr>(madeUp); }, m_clock);
    core::whenDone<core::SecretPtr>(m_stranger->token(), this, [this, mine](const Result<core::SecretPtr> &token) {
        const bool isRefused =
            !token && (token.error().code == ErrorCode::Unauthorized || token.error().code == ErrorCode::Forbidden);
        if (isRefused)
            m_record.pass(sayConnectionTest(QT_TRANSLATE_NOOP("ConnectionTest", "Client ID and secret accepted")),
                mine.lifetime.count() > 0
                    ? sayConnectionTest(QT_TRANSLATE_NOOP("ConnectionTest", "token for %1 minutes"))
                          .arg(mine.lifetime.count() / 60)
                    : sayConnectionTest(QT_TRANSLATE_NOOP("ConnectionTest", "how long its token lives is not said")));
        else if (token)
            m_record.notProven(
                sayConnectionTest(QT_TRANSLATE_NOOP("ConnectionTest", "Signed in; the client secret was not proven")),
                sayConnectionTest(QT_TRANSLATE_NOOP("ConnectionTest",
                    "The server gives a token to a client that nobody has as well: it does not "
                    "look at the secret. Check the address.")),
                domain::Vendor::SailPoint);
        else
            m_record.notProven(
                sayConnectionTest(QT_TRANSLATE_NOOP("ConnectionTest", "Signed in; the client secret was not proven")),
                sayConnectionTest(QT_TRANSLATE_NOOP("ConnectionTest",
                    "The comparison with a made-up client got no answer that tells. Test again in a few minutes.")),
                domain::Vendor::SailPoint, token.error());
        isIiq() ? capabilities() : anyone(mine.hasUser);
    });
}

// The cheapest call that any token may make: it tells "signed in" from "may do something".
void SailPointTest::anyone(bool hasUser)
{
    core::whenDone<core::Unit>(
        net::sailpoint::probePublicIdentities(m_api), this, [this, hasUser](const core::Status &r) {
            if (!r)
                m_record.problem(r.error().code == ErrorCode::Forbidden ? TestLevel::Warn : TestLevel::Fail, r.error(),
                    domain::userMessage(r.error(), domain::Vendor::SailPoint).headline, domain::Vendor::SailPoint);
            people(hasUser);
        });
}

void SailPointTest::people(bool hasUser)
{
    core::whenDone<qint64>(
        net::sailpoint::countIdentities(m_api, QStringLiteral("*")), this, [this, hasUser](const Result<qint64> &n) {
            if (n) {
                m_record.pass(sayConnectionTest(QT_TRANSLATE_NOOP("ConnectionTest", "Can search identities")),
                    QLocale().toString(*n));
                return onePerson(hasUser, true);
            }
            if (n.error().code == ErrorCode::Forbidden)
                m_record.problem(TestLevel::Warn, n.error(),
                    sayConnectionTest(
                        QT_TRANSLATE_NOOP("ConnectionTest", "May not search: copying people takes longer")),
                    domain::Vendor::SailPoint);
            else
                m_record.problem(TestLevel::Fail, n.error(),
                    domain::userMessage(n.error(), domain::Vendor::SailPoint).headline, domain::Vendor::SailPoint);
            onePerson(hasUser, false);
        });
}

static QString onePersonFault(const core::Error &e, bool hasUser)
{
    if (e.code != ErrorCode::Forbidden)
        return domain::userMessage(e, domain::Vendor::SailPoint).headline;
    return hasUser ? sayConnectionTest(QT_TRANSLATE_NOOP("ConnectionTest", "A scope is missing: idn:identity:read"))
                   : sayConnectionTest(QT_TRANSLATE_NOOP("ConnectionTest",
                         "This client has no user: results are read back from the search index, with its delay"));
}

void SailPointTest::onePerson(bool hasUser, bool canSearch)
{
    core::whenDone<net::sailpoint::RawPage>(net::sailpoint::listIdentities(m_api, 0, 1, {}, false, false), this,
        [this, hasUser, canSearch](const Result<net::sailpoint::RawPage> &p) {
            if (p) {
                m_record.pass(
                    sayConnectionTest(QT_TRANSLATE_NOOP("ConnectionTest", "Can read identities one by one")), {});
            } else {
                m_record.problem(canSearch ? TestLevel::Warn : TestLevel::Fail, p.error(),
                    onePersonFault(p.error(), hasUser), domain::Vendor::SailPoint);
            }
            profiles();
        });
}

void SailPointTest::profiles()
{
    core::whenDone<QList<domain::IdentityProfile>>(
        net::sailpoint::listProfiles(m_api, {}, {}), this, [this](const Result<QList<domain::IdentityProfile>> &list) {
            if (list)
                m_record.pass(sayConnectionTest(QT_TRANSLATE_NOOP("ConnectionTest", "Can read identity profiles")),
                    QLocale().toString(list->size()));
            else
                m_record.problem(TestLevel::Warn, list.error(),
                    sayConnectionTest(QT_TRANSLATE_NOOP("ConnectionTest", "May not read identity profiles")),
                    domain::Vendor::SailPoint);
            attributes();
        });
}

void SailPointTest::attributes()
{
    core::whenDone<QList<domain::IdentityAttribute>>(net::sailpoint::listIdentityAttributes(m_api), this,
        [this](const Result<QList<domain::IdentityAttribute>> &list) {
            if (!list) {
                m_record.problem(TestLevel::Warn, list.error(),
                    sayConnectionTest(QT_TRANSLATE_NOOP(
                        "ConnectionTest", "Attribute names cannot be read: the mapping is not checked")),
                    domain::Vendor::SailPoint);
            } else {
                for (const domain::IdentityAttribute &a : *list)
                    m_record.report().attributes << a.name;
                m_record.pass(sayConnectionTest(QT_TRANSLATE_NOOP("ConnectionTest", "Can read identity attributes")),
                    QLocale().toString(m_record.report().attributes.size()));
            }
            workflow();
        });
}

void SailPointTest::workflow()
{
    if (m_tenant.writeBack != domain::WriteBackStrategy::Workflow)
        return m_after();
    core::whenDone<core::Unit>(
        net::sailpoint::echoWorkflow(m_api, m_tenant.workflowId), this, [this](const core::Status &r) {
            if (r)
                m_record.pass(
                    sayConnectionTest(QT_TRANSLATE_NOOP("ConnectionTest", "The workflow answers its echo test")), {});
            else
                m_record.problem(TestLevel::Warn, r.error(),
                    sayConnectionTest(
                        QT_TRANSLATE_NOOP("ConnectionTest", "The workflow does not answer its echo test")),
                    domain::Vendor::SailPoint);
            m_after();
        });
}

} // namespace services
