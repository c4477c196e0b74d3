#include "services/readiness/internal/iiqprobe.h"
#include "net/iiq/plugin.h"
#include "net/iiq/scim.h"
#include <QLocale>
#include <QObject>

namespace services {

using core::Async;
using core::Result;
using domain::Capability;

namespace {

// A page for people, or a refusal in HTML, comes from an address that is not the one that was meant.
Capability::State stateOf(const core::Error &e)
{
    switch (e.code) {
    case core::ErrorCode::Forbidden:
    case core::ErrorCode::Unauthorized: return Capability::NotAllowed;
    case core::ErrorCode::NotFound:
    case core::ErrorCode::Protocol: return Capability::Missing;
    default: return Capability::Unknown;
    }
}

// Runs its questions one after the other and deletes itself.
class Prober : public QObject
{
public:
    using Question = std::function<Async<QString>()>;
    Prober(net::sailpoint::Api &api, QObject *owner, std::function<void(const ProbeResult &)> each)
        : QObject(owner), m_api(api), m_each(std::move(each))
    {
        const auto silent = [this](const Async<core::Unit> &asked) {
            return core::mapped<QString, core::Unit>(
                asked, this, [](core::Unit) -> Result<QString> { return QString(); });
        };
        using net::iiq::PluginType;
        const auto listed = [this, silent](PluginType type, const QString &filter = {}) {
            return silent(net::iiq::probeList(m_api, type, {filter, 0, 1}));
        };
        m_questions = {{"ping", [this, silent] { return silent(net::iiq::ping(m_api)); }},
            {"scim", [this, silent] { return silent(net::iiq::probeScim(m_api)); }},
            {"users",
                [this] {
                    return core::mapped<QString, net::sailpoint::RawPage>(net::iiq::listUsers(m_api, 0, 1, {}), this,
                        [](const net::sailpoint::RawPage &p) -> Result<QString> {
                            return QLocale().toString(p.total.value_or(0));
                        });
                }},
            {"workflows", [this, silent] { return silent(net::iiq::probeWorkflows(m_api)); }},
            {"plugin-identities", [listed] { return listed(PluginType::Identity, domain::iiqActive()); }},
            {"plugin-work-items", [listed] { return listed(PluginType::WorkItem); }},
            {"plugin-requests", [listed] { return listed(PluginType::IdentityRequest); }},
            {"plugin-reviews", [listed] { return listed(PluginType::CertificationEntity); }}};
    }
    Async<ProbeReport> run()
    {
        core::whenDone<net::sailpoint::TokenInfo>(
            m_api.signIn(), this, [this](const Result<net::sailpoint::TokenInfo> &info) {
                note({{QStringLiteral("token"), info ? Capability::Answers : stateOf(info.error()), {}},
                    info ? std::nullopt : std::optional(info.error())});
                info ? ask() : finish();
            });
        return m_promise.future();
    }

private:
    void note(const ProbeResult &r)
    {
        m_report.capabilities << r.capability;
        if (m_each)
            m_each(r);
    }
    void ask()
    {
        if (m_at == m_questions.size())
            return attributes();
        const auto &[key, question] = m_questions.at(m_at++);
        core::whenDone<QString>(question(), this, [this, name = QString::fromLatin1(key)](const Result<QString> &fact) {
            note({{name, fact ? Capability::Answers : stateOf(fact.error()), fact ? *fact : QString()},
                fact ? std::nullopt : std::optional(fact.error())});
            ask();
        });
    }
    void attributes()
    {
        core::whenDone<QStringList>(net::iiq::userAttributes(m_api), this, [this](const Result<QStringList> &names) {
            if (names)
                m_report.attributes = *names;
            finish();
        });
    }
    void finish()
    {
        m_promise.resolve(m_report);
        deleteLater();
    }

    net::sailpoint::Api &m_api;
    std::function<void(const ProbeResult &)> m_each;
    QList<std::pair<const char *, Question>> m_questions;
    qsizetype m_at = 0;
    ProbeReport m_report;
    core::Deferred<ProbeReport> m_promise;
};

} // namespace

Async<ProbeReport> probeIdentityIq(
    net::sailpoint::Api &api, QObject *owner, std::function<void(const ProbeResult &)> each)
{
    return (new Prober(api, owner, std::move(each)))->run();
}

} // namespace services
