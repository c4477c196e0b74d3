#include "services/readiness/connectiontest.h"
#include "net/sailpoint/accounts.h"
#include "net/sailpoint/answers.h"
#include "net/sailpoint/identities.h"
#include "net/sailpoint/paths.h"
#include "services/readiness/iiqprobe.h"
#include "services/tenants/tenantconnections.h"
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QLocale>
#include <QUuid>

namespace services {

using core::ErrorCode;
using core::Result;

QString testLevelKey(TestLevel level)
{
    switch (level) {
    case TestLevel::Pass: return QStringLiteral("pass");
    case TestLevel::Warn: return QStringLiteral("warn");
    case TestLevel::NotProven: return QStringLiteral("not-proven");
    case TestLevel::Fail: break;
    }
    return QStringLiteral("fail");
}

bool TestReport::isProven() const
{
    return isPassed() &&
           std::none_of(lines.begin(), lines.end(), [](const TestLine &l) { return l.level == TestLevel::NotProven; });
}

bool TestReport::isPassed() const
{
    return std::none_of(lines.begin(), lines.end(), [](const TestLine &l) { return l.level == TestLevel::Fail; });
}

namespace {

QString sayConnectionTest(const char *text)
{
    return QCoreApplication::translate("ConnectionTest", text);
}

// Runs its steps one after the other and deletes itself.
class Runner : public QObject
{
public:
    Runner(Context &context, const domain::Tenant &tenant, const TenantSecrets &secrets, TestParts parts,
        std::function<void(const TestLine &)> line, QObject *owner)
        : QObject(owner), m_tenant(tenant), m_parts(parts), m_line(std::move(line)),
          m_vault(context.vault, secrets, tenant.id), m_clock(context.clock)
    {
        ConnectionOptions o;
        o.dataDir = context.dataDir;
        o.deadlineCap = context.deadlineCap;
        m_http = std::make_unique<net::Http>(httpOptions(context), std::make_shared<net::NoLimiter>(), context.clock);
        m_api = std::make_unique<net::sailpoint::Api>(
            tenant, *m_http, [this] { return m_vault.read(secretname::sailpoint); }, context.clock);
        m_provider = net::makeProvider(
            tenant, *m_http, [this] { return m_vault.read(secretname::idv); }, context.clock);
        m_timer.start();
    }
    core::Async<TestReport> run()
    {
        m_parts == TestParts::Provider ? provider() : address();
        return m_promise.future();
    }

private:
    struct Given
    {
        Given(vault::Vault &v, TenantSecrets s, core::TenantId t)
            : vault(v), secrets(std::move(s)), tenant(std::move(t))
        {
        }
        core::Async<core::SecretPtr> read(const QString &name)
        {
            const core::SecretPtr &s = name == secretname::idv ? secrets.idv : secrets.sailpoint;
            return s ? core::ready<core::SecretPtr>(s) : vault.read(secretKey(tenant, name));
        }
        vault::Vault &vault;
        TenantSecrets secrets;
        core::TenantId tenant;
    };

    net::HttpOptions httpOptions(const Context &c) const
    {
        net::HttpOptions h;
        h.proxy = m_tenant.proxy;
        h.caFile = m_tenant.caFile;
        h.tries = 1;
        h.deadlineCap = c.deadlineCap.value_or(std::chrono::seconds(10));
        return h;
    }

    void add(TestLine line)
    {
        m_report.lines << line;
        if (m_line)
            m_line(line);
    }
    void pass(const QString &text, const QString &fact, domain::Vendor v = domain::Vendor::SailPoint)
    {
        add({TestLevel::Pass, text, fact, std::nullopt, v, {}});
    }
    void problem(TestLevel level, const core::Error &e, const QString &text, domain::Vendor v)
    {
        add({level, text, {}, e, v, {}});
    }
    void finish()
    {
        m_report.milliseconds = m_timer.elapsed();
        m_promise.resolve(m_report);
        deleteLater();
    }

    void address()
    {
        net::HttpRequest r;
        r.operation = isIiq() ? QStringLiteral("/rest/ping") : QStringLiteral("/oauth/info");
        r.url = net::sailpoint::url(m_tenant.sailpointUrl, r.operation);
        r.repeatable = true;
        const qint64 before = m_timer.elapsed();
        core::whenDone<net::HttpResponse>(
            m_http->send(r), this, [this, before](const Result<net::HttpResponse> &answer) {
                if (!answer) {
                    problem(TestLevel::Fail, answer.error(),
                        domain::userMessage(answer.error(), domain::Vendor::SailPoint).headline,
                        domain::Vendor::SailPoint);
                    return m_parts == TestParts::Both ? provider() : finish();
                }
                m_pingsAnybody =
                    isIiq() && answer->status >= 200 && answer->status <= 299; // asked without any credential
                pass(m_tenant.sailpointUrl.startsWith(QLatin1String("https"))
                         ? sayConnectionTest(
                               QT_TRANSLATE_NOOP("ConnectionTest", "Address answers with a valid certificate"))
                         : sayConnectionTest(QT_TRANSLATE_NOOP("ConnectionTest", "Address answers on this computer")),
                    sayConnectionTest(QT_TRANSLATE_NOOP("ConnectionTest", "%1 ms")).arg(m_timer.elapsed() - before));
                credentials();
            });
    }

    bool isIiq() const { return domain::isIdentityIq(m_tenant); }

    // A table of what the server can do; people are needed, everything else can be done without.
    void capabilities()
    {
        const auto each = [this](const ProbeResult &r) {
            const auto &c = r.capability;
            if (c.key == QLatin1String("token"))
                return;
            if (c.key == QLatin1String("ping") && c.state == domain::Capability::Answers && m_pingsAnybody)
                return notProven(domain::capabilityName(c.key),
                    sayConnectionTest(QT_TRANSLATE_NOOP("ConnectionTest",
                        "It answers without a sign-in as well: by it nobody's user name and password "
                        "can be checked, so operators and second persons cannot sign in.")),
                    domain::Vendor::SailPoint);
            if (c.state == domain::Capability::Answers)
                return pass(domain::capabilityName(c.key), c.fact);
            TestLine l{TestLevel::Warn, domain::capabilityName(c.key),
                c.state == domain::Capability::NotAllowed
                    ? sayConnectionTest(QT_TRANSLATE_NOOP("ConnectionTest", "not allowed"))
                : c.state == domain::Capability::Missing
                    ? sayConnectionTest(QT_TRANSLATE_NOOP("ConnectionTest", "not there"))
                    : sayConnectionTest(QT_TRANSLATE_NOOP("ConnectionTest", "no usable answer")),
                r.error, domain::Vendor::SailPoint, domain::capabilityWithout(c.key)};
            add(l);
        };
        core::whenDone<ProbeReport>(
            probeIdentityIq(*m_api, this, each), this, [this](const Result<ProbeReport> &report) {
                if (report) {
                    m_report.capabilities = report->capabilities;
                    m_report.attributes = report->attributes;
                }
                const auto answers = [this](const char *key) {
                    return std::any_of(
                        m_report.capabilities.begin(), m_report.capabilities.end(), [key](const domain::Capability &c) {
                            return c.key == QLatin1String(key) && c.state == domain::Capability::Answers;
                        });
                };
                if (const QString guess = domain::versionGuess(m_report.capabilities); !guess.isEmpty())
                    add({TestLevel::Warn, sayConnectionTest(QT_TRANSLATE_NOOP("ConnectionTest", "Perhaps too old")), {},
                        std::nullopt, domain::Vendor::SailPoint, guess});
                if (!answers("users") && !answers("plugin-identities"))
                    add({TestLevel::Fail,
                        sayConnectionTest(QT_TRANSLATE_NOOP("ConnectionTest", "People cannot be read")), {},
                        std::nullopt, domain::Vendor::SailPoint,
                        sayConnectionTest(QT_TRANSLATE_NOOP("ConnectionTest",
                            "The API client's proxy user needs the right to use SCIM, or the "
                            "approvals plug-in has to be installed."))});
                m_parts == TestParts::Both ? provider() : finish();
            });
    }

    void credentials()
    {
        core::whenDone<net::sailpoint::TokenInfo>(
            m_api->signIn(), this, [this](const Result<net::sailpoint::TokenInfo> &info) {
                if (!info) {
                    const core::Error &e = info.error();
                    const QString text =
                        e.code == ErrorCode::NotFound || e.code == ErrorCode::Protocol
                            ? (isIiq() ? sayConnectionTest(QT_TRANSLATE_NOOP(
                                             "ConnectionTest", "This is not the address of an IdentityIQ with OAuth"))
                                       : sayConnectionTest(QT_TRANSLATE_NOOP(
                                             "ConnectionTest", "This is not the address of a SailPoint API")))
                        : e.code == ErrorCode::Unauthorized
                            ? sayConnectionTest(QT_TRANSLATE_NOOP("ConnectionTest", "Client ID or secret not accepted"))
                            : domain::userMessage(e, domain::Vendor::SailPoint).headline;
                    TestLine failed{TestLevel::Fail, text, {}, e, domain::Vendor::SailPoint, {}};
                    if (isIiq() && e.code == ErrorCode::NotFound)
                        failed.advice =
                            e.text + QLatin1Char(' ') +
                            domain::versionGuess({{QStringLiteral("token"), domain::Capability::Missing, {}}});
                    add(failed);
                    return m_parts == TestParts::Both ? provider() : finish();
                }
                stranger(*info);
            });
    }

    // A server that gives a token to anybody did not look at the secret.
    void stranger(const net::sailpoint::TokenInfo &mine)
    {
        const auto madeUp = core::makeSecret(QUuid::createUuid().toByteArray(QUuid::Id128));
        const auto style = isIiq() ? net::sailpoint::TokenStyle::IdentityIq : net::sailpoint::TokenStyle::Cloud;
        m_stranger = std::make_unique<net::sailpoint::Tokens>(
            *m_http, m_tenant.sailpointUrl, QUuid::createUuid().toString(QUuid::Id128),
            [madeUp] { return core::ready<core::SecretPtr>(madeUp); }, m_clock, nullptr, style);
        core::whenDone<core::SecretPtr>(m_stranger->token(), this, [this, mine](const Result<core::SecretPtr> &token) {
            const bool isRefused =
                !token && (token.error().code == ErrorCode::Unauthorized || token.error().code == ErrorCode::Forbidden);
            if (isRefused)
                pass(sayConnectionTest(QT_TRANSLATE_NOOP("ConnectionTest", "Client ID and secret accepted")),
                    sayConnectionTest(QT_TRANSLATE_NOOP("ConnectionTest", "token for %1 minutes"))
                        .arg(mine.lifetime.count() / 60));
            else if (token)
                notProven(sayConnectionTest(
                              QT_TRANSLATE_NOOP("ConnectionTest", "Signed in; the client secret was not proven")),
                    sayConnectionTest(QT_TRANSLATE_NOOP("ConnectionTest",
                        "The server gives a token to a client that nobody has as well: it does not "
                        "look at the secret. Check the address.")),
                    domain::Vendor::SailPoint);
            else
                notProven(sayConnectionTest(
                              QT_TRANSLATE_NOOP("ConnectionTest", "Signed in; the client secret was not proven")),
                    sayConnectionTest(QT_TRANSLATE_NOOP("ConnectionTest",
                        "The comparison with a made-up client got no answer that tells. Test again in a few minutes.")),
                    domain::Vendor::SailPoint, token.error());
            isIiq() ? capabilities() : anyone(mine.hasUser);
        });
    }

    // The cheapest call that any token may make: it tells "signed in" from "may do something".
    void anyone(bool hasUser)
    {
        core::whenDone<core::Unit>(
            net::sailpoint::probePublicIdentities(*m_api), this, [this, hasUser](const core::Status &r) {
                if (!r)
                    problem(r.error().code == ErrorCode::Forbidden ? TestLevel::Warn : TestLevel::Fail, r.error(),
                        domain::userMessage(r.error(), domain::Vendor::SailPoint).headline, domain::Vendor::SailPoint);
                people(hasUser);
            });
    }

    void people(bool hasUser)
    {
        core::whenDone<qint64>(net::sailpoint::countIdentities(*m_api, QStringLiteral("*")), this,
            [this, hasUser](const Result<qint64> &n) {
                if (n) {
                    pass(sayConnectionTest(QT_TRANSLATE_NOOP("ConnectionTest", "Can search identities")),
                        QLocale().toString(*n));
                    return onePerson(hasUser, true);
                }
                if (n.error().code == ErrorCode::Forbidden)
                    problem(TestLevel::Warn, n.error(),
                        sayConnectionTest(
                            QT_TRANSLATE_NOOP("ConnectionTest", "May not search: copying people takes longer")),
                        domain::Vendor::SailPoint);
                else
                    problem(TestLevel::Fail, n.error(),
                        domain::userMessage(n.error(), domain::Vendor::SailPoint).headline, domain::Vendor::SailPoint);
                onePerson(hasUser, false);
            });
    }

    void onePerson(bool hasUser, bool canSearch)
    {
        core::whenDone<net::sailpoint::RawPage>(net::sailpoint::listIdentities(*m_api, 0, 1, {}, false, false), this,
            [this, hasUser, canSearch](const Result<net::sailpoint::RawPage> &p) {
                if (p) {
                    pass(sayConnectionTest(QT_TRANSLATE_NOOP("ConnectionTest", "Can read identities one by one")), {});
                } else {
                    const QString text = !hasUser && p.error().code == ErrorCode::Forbidden
                                             ? sayConnectionTest(QT_TRANSLATE_NOOP("ConnectionTest",
                                                   "This client has no user: results are read back "
                                                   "from the search index, with its delay"))
                                         : p.error().code == ErrorCode::Forbidden
                                             ? sayConnectionTest(QT_TRANSLATE_NOOP(
                                                   "ConnectionTest", "A scope is missing: idn:identity:read"))
                                             : domain::userMessage(p.error(), domain::Vendor::SailPoint).headline;
                    problem(canSearch ? TestLevel::Warn : TestLevel::Fail, p.error(), text, domain::Vendor::SailPoint);
                }
                profiles();
            });
    }

    void profiles()
    {
        core::whenDone<QJsonArray>(
            net::sailpoint::listIdentityProfiles(*m_api), this, [this](const Result<QJsonArray> &list) {
                if (list)
                    pass(sayConnectionTest(QT_TRANSLATE_NOOP("ConnectionTest", "Can read identity profiles")),
                        QLocale().toString(list->size()));
                else
                    problem(TestLevel::Warn, list.error(),
                        sayConnectionTest(QT_TRANSLATE_NOOP("ConnectionTest", "May not read identity profiles")),
                        domain::Vendor::SailPoint);
                attributes();
            });
    }

    void attributes()
    {
        core::whenDone<QJsonArray>(
            net::sailpoint::listIdentityAttributes(*m_api), this, [this](const Result<QJsonArray> &list) {
                if (!list) {
                    problem(TestLevel::Warn, list.error(),
                        sayConnectionTest(QT_TRANSLATE_NOOP(
                            "ConnectionTest", "Attribute names cannot be read: the mapping is not checked")),
                        domain::Vendor::SailPoint);
                } else {
                    for (const auto &a : *list)
                        m_report.attributes << a.toObject().value(QLatin1String("name")).toString();
                    pass(sayConnectionTest(QT_TRANSLATE_NOOP("ConnectionTest", "Can read identity attributes")),
                        QLocale().toString(m_report.attributes.size()));
                }
                workflow();
            });
    }

    void workflow()
    {
        const auto after = [this] { m_parts == TestParts::Both ? provider() : finish(); };
        if (m_tenant.writeBack != domain::WriteBackStrategy::Workflow)
            return after();
        core::whenDone<core::Unit>(
            net::sailpoint::echoWorkflow(*m_api, m_tenant.workflowId), this, [this, after](const core::Status &r) {
                if (r)
                    pass(sayConnectionTest(QT_TRANSLATE_NOOP("ConnectionTest", "The workflow answers its echo test")),
                        {});
                else
                    problem(TestLevel::Warn, r.error(),
                        sayConnectionTest(
                            QT_TRANSLATE_NOOP("ConnectionTest", "The workflow does not answer its echo test")),
                        domain::Vendor::SailPoint);
                after();
            });
    }

    void notProven(const QString &text, const QString &advice, domain::Vendor v,
        const std::optional<core::Error> &e = std::nullopt)
    {
        add({TestLevel::NotProven, text, {}, e, v, advice});
    }

    void provider()
    {
        const auto &profile = m_tenant.provider;
        if (profile.kind == domain::ProviderKind::Bearer && profile.statusPath.isEmpty()) {
            notProven(
                sayConnectionTest(QT_TRANSLATE_NOOP("ConnectionTest", "1Kosmos was not asked: the key was not proven")),
                sayConnectionTest(
                    QT_TRANSLATE_NOOP("ConnectionTest", "The provider's profile has no status query. The first "
                                                        "verification shows whether the key is accepted.")),
                domain::Vendor::Provider);
            return finish();
        }
        const core::ProviderSessionId nobody(QUuid::createUuid().toString(QUuid::WithoutBraces));
        const qint64 before = m_timer.elapsed();
        core::whenDone<net::Probed>(
            m_provider->probe(nobody), this, [this, nobody, before](const Result<net::Probed> &mine) {
                if (!mine) {
                    problem(TestLevel::Fail, mine.error(),
                        domain::userMessage(mine.error(), domain::Vendor::Provider).headline, domain::Vendor::Provider);
                    return finish();
                }
                const QString took =
                    sayConnectionTest(QT_TRANSLATE_NOOP("ConnectionTest", "%1 ms")).arg(m_timer.elapsed() - before);
                if (!domain::needsComparison(mine->seen)) {
                    showKey(*mine, std::nullopt, took);
                    return finish();
                }
                // The same question with a key that nobody has: an answer that stays the same did not look at the key.
                const auto madeUp = core::makeSecret(QUuid::createUuid().toByteArray(QUuid::Id128));
                core::whenDone<net::Probed>(m_provider->probe(nobody, madeUp), this,
                    [this, mine = *mine, took](const Result<net::Probed> &control) {
                        showKey(mine, control ? std::optional(control->seen) : std::nullopt, took);
                        finish();
                    });
            });
    }

    void showKey(const net::Probed &mine, const std::optional<domain::KeyAnswer> &control, const QString &took)
    {
        constexpr auto v = domain::Vendor::Provider;
        const QString first = sayConnectionTest(
            QT_TRANSLATE_NOOP("ConnectionTest", "The first verification shows whether the key is accepted. Check the "
                                                "address and the paths of the profile before it."));
        TestLine failed{TestLevel::Fail, {}, {}, mine.error, v, {}};
        switch (domain::keyProof(mine.seen, control)) {
        case domain::KeyProof::Accepted:
            return add({TestLevel::Pass,
                sayConnectionTest(QT_TRANSLATE_NOOP("ConnectionTest", "1Kosmos answers and accepts the API key")), took,
                std::nullopt, v,
                sayConnectionTest(QT_TRANSLATE_NOOP("ConnectionTest",
                    "Whether the paths of the profile are right shows with the first verification."))});
        case domain::KeyProof::NotProven:
            return notProven(sayConnectionTest(QT_TRANSLATE_NOOP(
                                 "ConnectionTest", "The address answers; the API key was not proven")),
                sayConnectionTest(
                    QT_TRANSLATE_NOOP("ConnectionTest",
                        "A made-up key gets the same answer (%1), so this may be another server or path."))
                        .arg(mine.seen.status) +
                    QLatin1Char(' ') + first,
                v);
        case domain::KeyProof::NotCompared:
            return notProven(sayConnectionTest(QT_TRANSLATE_NOOP(
                                 "ConnectionTest", "The address answers; the API key was not proven")),
                sayConnectionTest(QT_TRANSLATE_NOOP("ConnectionTest",
                    "The comparison with a made-up key got no answer that tells. Test again in a few minutes.")) +
                    QLatin1Char(' ') + first,
                v);
        case domain::KeyProof::NotJson:
            return notProven(sayConnectionTest(QT_TRANSLATE_NOOP(
                                 "ConnectionTest", "The API key makes a difference, but the answer is no JSON")),
                sayConnectionTest(QT_TRANSLATE_NOOP("ConnectionTest",
                                      "The server answers %1 without JSON: the status path may be wrong."))
                        .arg(mine.seen.status) +
                    QLatin1Char(' ') + first,
                v);
        case domain::KeyProof::Refused:
            failed.text = sayConnectionTest(QT_TRANSLATE_NOOP("ConnectionTest", "API key not accepted"));
            break;
        case domain::KeyProof::Elsewhere:
            failed.text = sayConnectionTest(
                QT_TRANSLATE_NOOP("ConnectionTest", "The address sends elsewhere: it is not the API's"));
            failed.error->code = ErrorCode::Protocol;
            break;
        case domain::KeyProof::Page:
            failed.text =
                sayConnectionTest(QT_TRANSLATE_NOOP("ConnectionTest", "A page for people answers, not the API"));
            failed.advice = sayConnectionTest(
                QT_TRANSLATE_NOOP("ConnectionTest",
                    "The server answers %1 with HTML. Check the address and the paths of the profile."))
                                .arg(mine.seen.status);
            failed.error->code = ErrorCode::Protocol;
            break;
        case domain::KeyProof::Other: failed.text = domain::userMessage(mine.error, v).headline; break;
        }
        add(failed);
    }

    domain::Tenant m_tenant;
    TestParts m_parts;
    std::function<void(const TestLine &)> m_line;
    Given m_vault;
    std::unique_ptr<net::Http> m_http;
    std::unique_ptr<net::sailpoint::Api> m_api;
    std::unique_ptr<net::Provider> m_provider;
    core::Deferred<TestReport> m_promise;
    std::unique_ptr<net::sailpoint::Tokens> m_stranger;
    std::shared_ptr<core::Clock> m_clock;
    bool m_pingsAnybody = false;
    TestReport m_report;
    QElapsedTimer m_timer;
};

} // namespace

core::Async<TestReport> testConnection(Context &context, const domain::Tenant &tenant, const TenantSecrets &secrets,
    TestParts parts, std::function<void(const TestLine &)> line, QObject *owner)
{
    return (new Runner(context, tenant, secrets, parts, std::move(line), owner))->run();
}

} // namespace services
