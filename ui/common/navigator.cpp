#include "ui/common/navigator.h"
#include "core/logfailure.h"
#include "domain/events/eventrule.h"
#include "domain/text/messages.h"
#include "services/callbacks/callbackreceiver.h"
#include "services/events/proposals.h"
#include "services/identities/identitydirectory.h"
#include "services/tenantsession/tenantsession.h"
#include "ui/common/appcontext.h"
#include "ui/common/opendialog.h"
#include "ui/lab/labcontrol.h"
#include "ui/tenants/wizard/tenantwizard.h"
#include "ui/tenantsession/tenantsessions.h"
#include "ui/verification/sessionwindow.h"
#include "ui/verification/verifydialog.h"

namespace ui {

using core::Result;

Navigator::Navigator(AppContext &app) : m_app(app) {}

Navigator::~Navigator()
{
    for (const auto &w : std::as_const(m_windows))
        delete w.data();
}

void Navigator::verify(const core::IdentityId &id)
{
    openVerify(id, std::nullopt);
}
void Navigator::verifyAgain(const domain::VerificationRequest &request)
{
    openVerify(request.identity, request);
}

void Navigator::verifyProposal(const domain::Proposal &p)
{
    auto *w = m_app.tenantSession();
    if (!w)
        return;
    core::whenDone<domain::Identity>(
        w->directory().refresh(p.identity), w, [this, w, p](const Result<domain::Identity> &person) {
            if (m_app.tenantSession() != w)
                return;
            if (!person && person.error().code == core::ErrorCode::NotFound)
                return Q_EMIT m_app.warned(tr("SailPoint does not show this person"),
                    tr("They may appear within some minutes, or were deleted. The proposal stays."));
            openVerify(p.identity, domain::requestFor(p), p.id);
        });
}

void Navigator::openVerify(
    const core::IdentityId &id, const std::optional<domain::VerificationRequest> &filled, const QString &proposal)
{
    auto *w = m_app.tenantSession();
    if (!w)
        return;
    if (w->receiving().isAsleep())
        m_app.tenantSessions().startReceiver();
    core::whenDone<domain::Identity>(
        w->directory().person(id), w, [this, w, filled, proposal](const Result<domain::Identity> &p) {
            if (m_app.tenantSession() != w)
                return;
            if (!p) {
                Q_EMIT m_app.failed(p.error(), int(domain::Vendor::Console));
                return;
            }
            auto *dialog = makeWindow<VerifyDialog>(m_app, *p, m_parent);
            if (filled)
                dialog->fill(*filled);
            connect(dialog, &VerifyDialog::started, this, &Navigator::showSession);
            if (!proposal.isEmpty())
                connect(dialog, &VerifyDialog::started, w, [w, proposal](const core::SessionId &session) {
                    core::logFailure(w->proposals().begun(proposal, session), w, lcUi,
                        "That a proposal led to a verification could not be noted.");
                });
            dialog->open();
        });
}

void Navigator::showSession(const core::SessionId &id)
{
    QPointer<SessionWindow> &window = m_windows[id.str()];
    if (!window) {
        window = makeWindow<SessionWindow>(m_app, id);
        window->show();
        return;
    }
    window->show();
    window->raise();
    window->activateWindow();
}

void Navigator::closeSessionsOf(const core::TenantId &id)
{
    for (const auto &w : std::as_const(m_windows)) {
        if (w && w->tenant() == id)
            delete w.data();
    }
}

void Navigator::addTenant()
{
    auto *wizard = openDialog<TenantWizard>(m_app, m_parent);
    connect(wizard, &TenantWizard::tenantAdded, &m_app.tenantSessions(), &TenantSessions::open);
}

void Navigator::openLab()
{
    if (!m_app.lab())
        return;
    core::whenDone<domain::Tenant>(m_app.lab()->start(), this, [this](const Result<domain::Tenant> &t) {
        if (!t)
            Q_EMIT m_app.failed(t.error(), int(domain::Vendor::Console));
        else
            m_app.tenantSessions().open(*t);
    });
}

} // namespace ui
