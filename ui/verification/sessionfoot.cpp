#include "ui/verification/sessionfoot.h"
#include "core/logfailure.h"
#include "domain/recovery/recovery.h"
#include "domain/text/messages.h"
#include "domain/verification/resultevaluation.h"
#include "domain/verification/sessionend.h"
#include "domain/verification/writeback/writeback.h"
#include "services/tenantsession/tenantsession.h"
#include "services/verification/sessioncontrol.h"
#include "services/verification/sessionmonitor.h"
#include "services/verification/sessions.h"
#include "services/verification/verifier.h"
#include "services/verification/writeback.h"
#include "ui/common/appcontext.h"
#include "ui/common/navigator.h"
#include "ui/common/opendialog.h"
#include "ui/common/theme.h"
#include "ui/controls/button.h"
#include "ui/controls/label.h"
#include "ui/recovery/reviewdialog.h"
#include "ui/sessions/sessiontext.h"
#include "ui/sessions/stopquestion.h"
#include <QAccessible>
#include <QHBoxLayout>

namespace ui {

using core::Result;
using domain::SessionState;
using domain::WriteBackState;

SessionFoot::SessionFoot(AppContext &app, const core::SessionId &id, QWidget *parent)
    : QWidget(parent), m_app(app), m_id(id)
{
    Theme &t = app.theme();
    auto *h = new QHBoxLayout(this);
    h->setContentsMargins(20, 12, 20, 12);
    m_stop = button(t, tr("Cancel verification…"), {}, "flat");
    m_hint = new Label(t, {}, 12, "text-3");
    m_hint->setWordWrap(true);
    m_check = button(t, tr("Check now"), QStringLiteral("refresh"));
    m_write = button(t, tr("Write to SailPoint"), QStringLiteral("send"), "primary");
    m_second = button(t, tr("Ask a second person…"), QStringLiteral("user"), "primary");
    m_tryAgain = button(t, tr("Try again…"), QStringLiteral("renew"), "primary");
    auto *close = button(t, tr("Close"));
    connect(close, &QPushButton::clicked, this, [this] { window()->close(); });
    connect(m_second, &QPushButton::clicked, this, &SessionFoot::askSecondPerson);
    connect(m_tryAgain, &QPushButton::clicked, this, &SessionFoot::tryAgain);
    connect(m_check, &QPushButton::clicked, this, &SessionFoot::checkNow);
    connect(m_stop, &QPushButton::clicked, this, &SessionFoot::stop);
    connect(m_write, &QPushButton::clicked, this, &SessionFoot::write);
    h->addWidget(m_stop);
    h->addWidget(m_hint, 1);
    h->addWidget(m_check);
    h->addWidget(m_write);
    h->addWidget(m_tryAgain);
    h->addWidget(m_second);
    h->addWidget(close);
}

void SessionFoot::setTenantSession(std::shared_ptr<services::TenantSession> tenantSession)
{
    m_tenantSession = std::move(tenantSession);
}

void SessionFoot::showSession(const domain::Session &s, bool isChanged)
{
    m_session = s;
    m_stop->setVisible(!domain::isTerminal(s.state));
    m_stop->setText(stopText());
    m_check->setVisible(domain::isKnownToProvider(s));
    m_second->setVisible(domain::canBeAccepted(s));
    // A held result is ended before another try, so that one session stays open at most.
    m_tryAgain->setVisible(domain::mayTryAgain(s));
    if (s.state == SessionState::Failed)
        lookForEscalation();
    showWrite();
    if (isChanged)
        m_problem.clear();
    showHint();
}

QString SessionFoot::stopText() const
{
    if (!domain::isOpen(m_session.state))
        return tr("End without a result…");
    return domain::isCancelledThere(m_session, m_tenantSession->verifier().control().canCancel())
               ? tr("Cancel verification…")
               : tr("Stop watching…");
}

void SessionFoot::lookForEscalation()
{
    core::whenDone<QList<domain::Session>>(m_tenantSession->verifier().sessions().of(m_session.request.identity), this,
        [this](const Result<QList<domain::Session>> &all) {
            if (!all || m_session.state != SessionState::Failed ||
                !domain::mustEscalate(*all, m_app.context().clock->now()))
                return;
            m_tryAgain->hide();
            m_hint->setText(
                tr("Three verifications failed within 24 hours. Stop and follow your escalation procedure."));
        });
}

void SessionFoot::showWrite()
{
    const auto w = domain::writeBackFromKey(m_session.writeBack);
    m_write->setVisible(
        domain::isMissing(w) || (w == WriteBackState::Planned && m_tenantSession->tenant().confirmWriteBack));
    m_write->setText(w == WriteBackState::Planned ? tr("Write to SailPoint") : tr("Try writing again"));
}

void SessionFoot::showHint()
{
    if (!m_problem.isEmpty())
        m_hint->setText(m_problem);
    else
        m_hint->setText(domain::isOpen(m_session.state)
                            ? QString()
                            : writeBackSentence(m_session, m_tenantSession->tenant(),
                                  m_tenantSession->verifier().writeBack().lookedAt(m_session.id)));
}

void SessionFoot::askSecondPerson()
{
    openDialog<ReviewDialog>(m_app, m_tenantSession, m_session, window());
}

void SessionFoot::tryAgain()
{
    if (m_app.tenantSession() && m_app.tenantSession()->tenant().id == m_tenantSession->tenant().id)
        m_app.navigator().verifyAgain(m_session.request);
    else
        m_hint->setText(tr("Open the tenant %1 first.").arg(m_tenantSession->tenant().name));
}

void SessionFoot::checkNow()
{
    core::whenDone<domain::Session>(m_tenantSession->verifier().monitor().check(m_id), this,
        [this](const Result<domain::Session> &r) { answered(r); });
}

void SessionFoot::stop()
{
    confirmStop(window(), m_session, m_tenantSession->verifier().control().canCancel(), [this] {
        core::whenDone<domain::Session>(m_tenantSession->verifier().control().stop(m_id, tr("Ended by the operator")),
            this, [this](const Result<domain::Session> &r) { answered(r); });
    });
}

void SessionFoot::answered(const Result<domain::Session> &r)
{
    if (r)
        m_problem.clear();
    else
        showProblem(r.error());
}

void SessionFoot::write()
{
    auto &writeBack = m_tenantSession->verifier().writeBack();
    if (domain::writeBackFromKey(m_session.writeBack) == WriteBackState::Planned)
        writeBack.advance(m_session, true);
    else
        core::logFailure(writeBack.retry(m_id), this, lcUi, "The result could not be planned to be written again.");
}

// A problem stands in the window where its button was pressed.
void SessionFoot::showProblem(const core::Error &e)
{
    m_problem = domain::inOneText(domain::userMessage(e, domain::Vendor::Provider));
    m_hint->setText(m_problem);
    QAccessible::updateAccessibility(new QAccessibleEvent(m_hint, QAccessible::Alert));
}

} // namespace ui
