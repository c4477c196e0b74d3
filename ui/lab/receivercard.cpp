#include "ui/lab/receivercard.h"
#include "domain/tenants/address.h"
#include "domain/tenants/tenantguard.h"
#include "domain/text/messages.h"
#include "services/callbacks/callbackreceiver.h"
#include "services/tenantsession/tenantsession.h"
#include "ui/common/appcontext.h"
#include "ui/common/clipboard.h"
#include "ui/common/theme.h"
#include "ui/controls/banner.h"
#include "ui/controls/button.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/label.h"
#include "ui/controls/region.h"
#include <QVBoxLayout>

namespace ui {

using core::Result;

ReceiverCard::ReceiverCard(AppContext &app, QWidget *parent) : QFrame(parent), m_app(app)
{
    Theme &t = app.theme();
    setObjectName(QStringLiteral("card"));
    auto *v = new QVBoxLayout(this);
    v->setContentsMargins(16, 12, 16, 12);
    v->setSpacing(8);
    auto *head = new QHBoxLayout;
    head->addWidget(new Label(t, tr("Callback receiver"), 14, "text", 600));
    head->addStretch();
    m_state = new Label(t, {}, 13, "text-2", 500);
    head->addWidget(m_state);
    v->addLayout(head);
    m_banner = new Banner(t, false);
    v->addWidget(m_banner);
    auto *address = new QHBoxLayout;
    m_url = new ElidedLabel(t, 12, "text-2", 400, Qt::ElideMiddle);
    m_url->setFont(t.fixedFont());
    m_copy = button(t, {}, QStringLiteral("copy"), "flat");
    m_copy->setAccessibleName(tr("Copy address"));
    connect(m_copy, &QPushButton::clicked, this,
        [this] { copyToClipboard(m_app, m_receiving ? m_receiving->listening().url : QString(), false); });
    address->addWidget(m_url, 1);
    address->addWidget(m_copy);
    v->addLayout(address);
    m_facts = new Label(t, {}, 12, "text-3");
    m_facts->setWordWrap(true);
    v->addWidget(m_facts);
    auto *foot = new QHBoxLayout;
    m_toggle = button(t, {});
    m_toggle->setObjectName(QStringLiteral("labReceiver"));
    connect(m_toggle, &QPushButton::clicked, this, &ReceiverCard::toggle);
    auto *settings = button(t, tr("Settings…"), QStringLiteral("settings"), "flat");
    connect(settings, &QPushButton::clicked, this, &ReceiverCard::settingsWanted);
    m_count = new Label(t, {}, 12, "text-2");
    foot->addWidget(m_toggle);
    foot->addWidget(settings);
    foot->addStretch();
    v->addLayout(foot);
    v->addWidget(m_count);
    markRegion(m_toggle);
}

void ReceiverCard::follow(services::CallbackReceiver *receiving)
{
    m_receiving = receiving;
    m_banner->hide();
    if (m_receiving)
        connect(m_receiving, &services::CallbackReceiver::stateChanged, this, &ReceiverCard::refresh);
    refresh();
}

void ReceiverCard::showProblem(const QString &headline, const QString &text)
{
    m_banner->show(Banner::Problem, headline, text);
}

void ReceiverCard::refresh()
{
    const bool isOn = m_receiving && m_receiving->isListening();
    m_state->setText(isOn ? tr("Listening") : tr("Stopped"));
    m_state->setToken(isOn ? "verified" : "text-3");
    m_url->setFullText(isOn ? m_receiving->listening().url : tr("Not listening"));
    setEnabledOr(m_copy, isOn ? QString() : tr("The receiver has stopped."));
    m_toggle->setText(isOn ? tr("Stop") : tr("Start"));
    m_toggle->setIcon(m_app.theme().icon(isOn ? QStringLiteral("stop") : QStringLiteral("play")));
    setEnabledOr(m_toggle, m_receiving ? QString() : domain::noTenantText());
    QStringList facts;
    if (m_app.tenantSession()) {
        const auto &s = m_app.tenantSession()->tenant().receiver;
        facts << tr("Sign-in: %1").arg(domain::callbackAuthKey(s.auth))
              << (s.tls == domain::ReceiverTls::None ? tr("without TLS") : tr("with TLS"));
        if (isOn && !domain::isLoopbackAddress(s.address))
            facts << tr("Other computers can reach this receiver.");
    }
    m_facts->setText(facts.join(QStringLiteral(" · ")));
    QString count =
        m_receiving
            ? tr("%L1 received · %L2 refused").arg(m_receiving->counts().seen).arg(m_receiving->counts().refused)
            : QString();
    if (m_receiving && m_receiving->counts().notShown > 0)
        count += tr(" · %L1 answered and not shown").arg(m_receiving->counts().notShown);
    m_count->setText(count);
}

void ReceiverCard::toggle()
{
    if (!m_receiving)
        return;
    if (m_receiving->isListening())
        return m_receiving->stop();
    core::whenDone<services::Listening>(m_receiving->start(), this, [this](const Result<services::Listening> &l) {
        if (l)
            return m_banner->hide();
        const int port = m_app.tenantSession()->tenant().receiver.port;
        if (l.error().code != core::ErrorCode::Conflict || port == 0) {
            const auto m = domain::userMessage(l.error(), domain::Vendor::Console);
            return m_banner->show(Banner::Problem,
                l.error().code == core::ErrorCode::Usage ? l.error().text : m.headline,
                l.error().code == core::ErrorCode::Usage ? QString() : m.advice);
        }
        const int other = port % 65535 + 1;
        m_banner->show(
            Banner::Warning, tr("Port %1 is used by another program.").arg(port), {}, tr("Try %1").arg(other));
        disconnect(m_banner, &Banner::firstPressed, this, nullptr);
        connect(m_banner, &Banner::firstPressed, this, [this, other] {
            auto s = m_app.tenantSession()->tenant().receiver;
            s.port = other;
            m_app.tenantSession()->setReceiver(s);
            toggle();
        });
    });
}

} // namespace ui
