#include "ui/verification/sessionlink.h"
#include "domain/verification/resending.h"
#include "services/tenants/vendorreach.h"
#include "services/tenantsession/tenantsession.h"
#include "services/verification/invitationlinks.h"
#include "services/verification/sessioncontrol.h"
#include "services/verification/verifier.h"
#include "ui/charts/timeline.h"
#include "ui/common/appcontext.h"
#include "ui/common/clipboard.h"
#include "ui/common/theme.h"
#include "ui/controls/button.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/label.h"
#include "ui/sessions/sessiontext.h"
#include <QHBoxLayout>
#include <QVBoxLayout>
#include <algorithm>

namespace ui {

SessionLink::SessionLink(AppContext &app, const core::SessionId &id, QWidget *parent)
    : QWidget(parent), m_app(app), m_id(id)
{
    Theme &t = app.theme();
    auto *v = new QVBoxLayout(this);
    v->setContentsMargins(20, 20, 20, 12);
    m_qr = new QrView(t);
    v->addWidget(m_qr, 0, Qt::AlignHCenter);
    m_link = new ElidedLabel(t, 12, "text-2", 400, Qt::ElideMiddle);
    m_link->setFont(t.fixedFont());
    v->addWidget(m_link);
    auto *row = new QHBoxLayout;
    m_copy = button(t, tr("Copy link"), QStringLiteral("copy"));
    m_again = button(t, tr("Send again"), QStringLiteral("send"));
    row->addWidget(m_copy);
    row->addWidget(m_again);
    v->addLayout(row);
    m_hint = new Label(t, {}, 12, "text-3");
    m_hint->setWordWrap(true);
    v->addWidget(m_hint);
    v->addStretch();
    connect(m_copy, &QPushButton::clicked, this,
        [this] { copyToClipboard(m_app, m_tenantSession->verifier().links().of(m_id), true); });
    connect(m_again, &QPushButton::clicked, this, &SessionLink::sendAgain);
}

void SessionLink::setTenantSession(std::shared_ptr<services::TenantSession> tenantSession)
{
    m_tenantSession = std::move(tenantSession);
}

void SessionLink::showSession(const domain::Session &s)
{
    m_session = s;
    auto &verifier = m_tenantSession->verifier();
    const QString link = verifier.links().of(s.id);
    m_qr->setText(link);
    m_qr->setAccessibleName(tr("QR code for the link %1").arg(link));
    m_link->setText(link);
    QString obstacle;
    if (link.isEmpty())
        obstacle = domain::isOpen(s.state) ? tr("The link is not known at the moment.") : tr("It is over.");
    setEnabledOr(m_copy, obstacle);
    m_again->setVisible(domain::isResendOffered(s, verifier.control().canSendAgain()));
}

void SessionLink::holdBack(core::Instant until)
{
    m_againAt = std::max(m_againAt, until);
}

bool SessionLink::isDrawn() const
{
    return m_qr->isDrawn();
}

void SessionLink::sendAgain()
{
    // Not known before the answer: the service keeps the pause, whatever stands on the button.
    m_againAt = m_app.context().clock->now() + domain::resendPause;
    m_againSaid.clear();
    Q_EMIT askedAgain();
    core::whenDone<core::Unit>(
        m_tenantSession->verifier().control().sendAgain(m_id), this, [this](const core::Status &r) {
            m_againSaid = r ? tr("Asked the provider to send the link again") : sendAgainProblem(r.error());
            if (!r)
                m_againAt = m_app.context().clock->now() +
                            r.error().retryAfter.value_or(std::chrono::seconds(0)).count() * core::secondMs;
            Q_EMIT answered();
        });
}

void SessionLink::refresh(core::Instant now)
{
    showAgain(now);
    const bool isLinkUnknown =
        domain::isOpen(m_session.state) && m_tenantSession->verifier().links().of(m_id).isEmpty();
    const QString hint = isLinkUnknown ? tr("The link is kept in memory only. After a restart it comes back when the "
                                            "provider's status answer carries it.")
                                       : QString();
    m_hint->setText(m_againSaid.isEmpty() ? hint : m_againSaid);
}

void SessionLink::showAgain(core::Instant now)
{
    const qint64 left = domain::secondsUntil(m_againAt, now);
    m_again->setText(left > 0 ? tr("Again in %1 s").arg(left) : tr("Send again"));
    setEnabledOr(m_again, left > 0 ? tr("The link was asked for a moment ago.") : QString());
}

} // namespace ui
