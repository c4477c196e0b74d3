#include "assembly/console.h"
#include "assembly/labhost.h"
#include "cli/lab/labcommands.h"
#include "cli/lab/laboptions.h"
#include "cli/shell/shell.h"
#include "core/async.h"
#include "services/identities/identitydirectory.h"
#include "services/sync/syncer.h"
#include "services/tenants/vendorreach.h"
#include "services/tenantsession/tenantsession.h"
#include "services/verification/sessionmonitor.h"
#include "services/verification/sessions.h"
#include "services/verification/sessionstarter.h"
#include "services/verification/verifier.h"
#include <QTimer>

// idvctl demo: the main job against the simulators.
namespace cli {

using core::Result;
using core::Unit;
using domain::Session;

namespace {

// The main job against the simulators, told line by line.
class Demo : public QObject
{
public:
    Demo(Shell &shell, lab::Options options) : QObject(&shell), m_shell(shell), m_options(std::move(options)) {}

    void run()
    {
        m_shell.output().line(QStringLiteral(
            "1  Starting the simulated SailPoint tenant and the simulated IDV provider, on this computer only"));
        core::whenDone<domain::Tenant>(
            m_shell.opening().console().lab().start(m_options), this, [this](const Result<domain::Tenant> &t) {
                if (!t)
                    return m_shell.fail(t.error());
                auto w = services::TenantSession::open(*t, m_shell.opening().console().context());
                if (!w)
                    return m_shell.fail(w.error());
                m_tenantSession = *std::move(w);
                m_shell.output().line(QStringLiteral("2  Synchronising people"));
                QObject::connect(
                    &m_tenantSession->syncer(), &services::Syncer::progress, this, [this](qint64 n, qint64 of) {
                        m_shell.output().progress(QStringLiteral("   %1 of %2").arg(n).arg(of));
                    });
                core::whenDone<services::SyncResult>(
                    m_tenantSession->syncer().run({true, false}), this, [this](const Result<services::SyncResult> &r) {
                        if (!r)
                            return m_shell.fail(r.error());
                        m_shell.output().line(QStringLiteral("   %1 invented people, %2 requests, %3 s%4")
                                                  .arg(r->identities)
                                                  .arg(r->requests)
                                                  .arg(r->seconds, 0, 'f', 1)
                                                  .arg(r->isResumed ? QStringLiteral(", resumed") : QString()));
                        // The demonstration goes on without the index.
                        core::whenDone<Unit>(
                            m_tenantSession->syncer().buildSearch(), this, [this](const core::Status &) { find(); });
                    });
            });
    }

private:
    void find()
    {
        domain::PeopleQuery q;
        q.text = QStringLiteral("ec");
        q.status = domain::IdentityStatus::Never;
        const auto people = core::andThen<domain::PeopleResult>(m_tenantSession->directory().quick(q, 40), this,
            [this](const domain::PeopleResult &r) { return m_tenantSession->directory().people(*r.rows); });
        core::whenDone<QList<domain::Identity>>(people, this, [this](const Result<QList<domain::Identity>> &list) {
            if (!list || list->isEmpty())
                return m_shell.fail(core::makeError(
                    core::ErrorCode::NotFound, QStringLiteral("Nobody never verified matches \"ec\".")));
            m_shell.output().line(QStringLiteral("3  Finding a person by two letters: \"ec\", never verified"));
            for (const auto &p : list->mid(0, 5))
                m_shell.output().line(QStringLiteral("   %1  %2").arg(p.name, p.email));
            verify(*list, 0);
        });
    }

    void verify(const QList<domain::Identity> &people, int at)
    {
        domain::VerificationRequest r;
        r.reason = domain::Reason::AccountRecovery;
        r.ticket = QStringLiteral("INC0000001");
        r.documents = domain::documentTypes();
        r.delivery = domain::Delivery::Link;
        if (at >= people.size())
            return m_shell.fail(
                core::makeError(core::ErrorCode::NotFound, QStringLiteral("None of them can be verified.")));
        const auto &person = people.at(at);
        if (!m_tenantSession->verifier().starter().obstacle(person, r).isEmpty())
            return verify(people, at + 1);
        m_shell.output().line(
            QStringLiteral("4  Starting a verification of %1 (account recovery, INC0000001, IAL2)").arg(person.name));
        m_tenantSession->verifier().monitor().watch();
        core::whenDone<Session>(
            m_tenantSession->verifier().starter().start(person, r), this, [this](const Result<Session> &s) {
                if (!s)
                    return m_shell.fail(s.error());
                m_shell.output().line(
                    QStringLiteral("   %1; the simulated person takes a few seconds").arg(domain::stateKey(s->state)));
                m_last = s->state;
                watch(s->id);
            });
    }

    void watch(const core::SessionId &id)
    {
        core::whenDone<Session>(
            m_tenantSession->verifier().sessions().session(id), this, [this, id](const Result<Session> &s) {
                if (!s)
                    return m_shell.fail(s.error());
                if (s->state != m_last) {
                    m_last = s->state;
                    m_shell.output().line(
                        QStringLiteral("5  Result: %1%2")
                            .arg(domain::stateKey(s->state), s->ial ? QStringLiteral(" at IAL%1, %2, %3")
                                                                          .arg(*s->ial)
                                                                          .arg(s->documentType, s->verifiedName)
                                                                    : QString()));
                }
                if (s->writeBack != m_lastWrite) {
                    m_lastWrite = s->writeBack;
                    if (!domain::isOpen(s->state))
                        m_shell.output().line(
                            QStringLiteral("6  Write-back: %1 %2").arg(s->writeBack, s->writeBackDetail));
                }
                if (!domain::isOpen(s->state) &&
                    (s->writeBack == QLatin1String("written") || s->writeBack == QLatin1String("failed") ||
                        s->writeBack == QLatin1String("not-stored") || s->writeBack == QLatin1String("not-needed"))) {
                    m_shell.output().line(
                        s->state == domain::SessionState::Verified && s->writeBack == QLatin1String("written")
                            ? QStringLiteral("7  SailPoint shows the result: the person is verified")
                            : QStringLiteral("7  Ended without a verified, written result"));
                    return m_shell.finish(s->state == domain::SessionState::Verified ? Done : NotVerified);
                }
                QTimer::singleShot(300, this, [this, id] { watch(id); });
            });
    }

    Shell &m_shell;
    lab::Options m_options;
    std::unique_ptr<services::TenantSession> m_tenantSession;
    domain::SessionState m_last = domain::SessionState::Launching;
    QString m_lastWrite;
};

} // namespace

static void demoCommand(Shell &s)
{
    auto options = labOptions(s);
    if (!options)
        return s.fail(options.error());
    if (const auto opened = s.opening().openConsole(); !opened)
        return s.fail(opened.error());
    if (!s.isSet("outcome"))
        options->outcome = QStringLiteral("verified");
    (new Demo(s, *options))->run();
}

void registerDemoCommands(CommandTable &table)
{
    table.add("demo", "  idvctl demo [--identities N]        the main job against the simulators, line by line\n",
        {{}, QStringLiteral("demo [--identities N]"), labOptionList(), 0, 0, demoCommand});
}

} // namespace cli
