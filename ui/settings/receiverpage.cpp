#include "ui/settings/receiverpage.h"
#include "domain/tenants/tenantguard.h"
#include "domain/text/messages.h"
#include "services/callbacks/receiversecrets.h"
#include "services/tenants/tenants.h"
#include "services/tenantsession/tenantsession.h"
#include "ui/common/appcontext.h"
#include "ui/common/clipboard.h"
#include "ui/common/theme.h"
#include "ui/controls/banner.h"
#include "ui/controls/button.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/label.h"
#include "ui/sessions/unmatchedcallbackscard.h"
#include "ui/settings/receiverform.h"
#include "ui/tables/table.h"
#include <QDateTime>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QTableWidget>
#include <QVBoxLayout>

namespace ui {

using core::Result;
using core::Unit;

ReceiverPage::ReceiverPage(AppContext &app, QWidget *parent) : QWidget(parent), m_app(app)
{
    Theme &t = app.theme();
    auto *v = new QVBoxLayout(this);
    v->setContentsMargins(24, 18, 24, 16);
    v->setSpacing(12);
    auto *h = new QHBoxLayout;
    h->addWidget(new Label(t, tr("Callback receiver"), 18, "text", 600));
    h->addStretch();
    m_reset = button(t, tr("Reset this page"));
    m_reset->setObjectName(QStringLiteral("resetReceiver"));
    connect(m_reset, &QPushButton::clicked, this, &ReceiverPage::reset);
    h->addWidget(m_reset);
    m_toggle = button(t, tr("Start"), QStringLiteral("play"), "primary");
    m_toggle->setObjectName(QStringLiteral("receiverToggle"));
    connect(m_toggle, &QPushButton::clicked, this, &ReceiverPage::toggle);
    h->addWidget(m_toggle);
    v->addLayout(h);
    m_banner = new Banner(t, false);
    v->addWidget(m_banner);
    auto *urlRow = new QHBoxLayout;
    m_state = new Label(t, {}, 13, "text-2", 500);
    m_url = new ElidedLabel(t, 12, "text-2", 400, Qt::ElideMiddle);
    m_url->setFont(t.fixedFont());
    m_copy = button(t, tr("Copy address"), QStringLiteral("copy"));
    connect(m_copy, &QPushButton::clicked, this,
        [this] { copyToClipboard(m_app, m_receiving ? m_receiving->listening().url : QString(), false); });
    urlRow->addWidget(m_state);
    urlRow->addWidget(m_url, 1);
    urlRow->addWidget(m_copy);
    v->addLayout(urlRow);
    m_fingerprint = new Label(t, {}, 12, "text-3");
    m_fingerprint->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_fingerprint->setWordWrap(true);
    v->addWidget(m_fingerprint);
    m_form = new ReceiverForm(t);
    connect(m_form, &ReceiverForm::boxClicked, this, [this] { save(false); });
    connect(m_form, &ReceiverForm::secondSecretWanted, this, &ReceiverPage::newSecret);
    connect(m_form, &ReceiverForm::tokenWanted, this, &ReceiverPage::copyToken);
    v->addWidget(m_form);
    auto *aside = new UnmatchedCallbacksCard(app);
    connect(aside, &UnmatchedCallbacksCard::failed, this, [this](const core::Error &e) {
        const auto m = domain::userMessage(e, domain::Vendor::Console);
        const bool isOurs = core::isOwnRefusal(e);
        m_banner->show(
            Banner::Problem, isOurs ? tr("The callback stays where it is") : m.headline, isOurs ? e.text : m.advice);
    });
    v->addWidget(aside);
    v->addWidget(new Label(t, tr("Requests"), 12, "text-3", 600));
    m_lines = plainTable(
        {tr("Time"), tr("From"), tr("Code"), tr("What became of it"), tr("Session or trigger")}, tr("Requests"));
    m_lines->horizontalHeader()->setSectionResizeMode(3, QHeaderView::Stretch);
    m_lines->setColumnWidth(4, 190);
    v->addWidget(m_lines, 1);
    m_empty = new Label(t, tr("No requests yet."), 13, "text-3");
    v->addWidget(m_empty, 1, Qt::AlignTop);
    connect(&app, &AppContext::tenantSessionChanged, this, &ReceiverPage::follow);
    follow();
}

void ReceiverPage::follow()
{
    auto *w = m_app.tenantSession();
    m_receiving = w ? &w->receiving() : nullptr;
    m_lines->setRowCount(0);
    m_banner->hide();
    if (m_receiving) {
        connect(m_receiving, &services::CallbackReceiver::stateChanged, this, &ReceiverPage::refresh);
        connect(m_receiving, &services::CallbackReceiver::received, this, &ReceiverPage::addLine);
        for (auto it = m_receiving->lines().rbegin(); it != m_receiving->lines().rend(); ++it)
            addLine(*it);
    }
    m_form->load(w ? w->tenant().receiver : domain::ReceiverSettings());
    refresh();
}

// Everything but the secret, which stays in the keychain: senders know it.
void ReceiverPage::reset()
{
    m_form->load({});
    if (m_app.tenantSession() && !m_app.tenantSession()->tenant().receiver.problem.isEmpty()) {
        auto fresh = m_app.tenantSession()->tenant().receiver;
        fresh.problem.clear(); // a person says that what cannot be read goes
        fresh.stored = {};
        m_app.tenantSession()->setReceiver(fresh);
    }
    save(false);
}

void ReceiverPage::refresh()
{
    const bool isOn = m_receiving && m_receiving->isListening();
    m_form->setEnabled(m_receiving && !isOn); // fields are locked while it listens
    const QString noTenant = m_receiving ? QString() : domain::noTenantText();
    setEnabledOr(m_toggle, noTenant);
    setEnabledOr(m_reset, isOn ? tr("Stop the receiver first.") : noTenant);
    m_toggle->setText(isOn ? tr("Stop") : tr("Start"));
    if (!m_receiving)
        m_state->setText(domain::noTenantText());
    else
        m_state->setText(isOn ? tr("Listening on") : tr("Not running."));
    m_state->setToken(isOn ? "verified" : "text-2");
    m_url->setFullText(isOn ? m_receiving->listening().url : QString());
    m_copy->setVisible(isOn);
    const QString print = isOn ? m_receiving->listening().fingerprint : QString();
    m_fingerprint->setText(print.isEmpty() ? QString() : tr("Certificate SHA-256: %1").arg(print));
    m_fingerprint->setVisible(!print.isEmpty());
    if (!isOn)
        m_banner->hide();
    m_empty->setVisible(m_lines->rowCount() == 0);
    m_lines->setVisible(m_lines->rowCount() > 0);
    if (isOn && !domain::isLoopback(QUrl(m_receiving->listening().url)))
        m_banner->show(Banner::Warning, tr("Other computers can reach this receiver."),
            tr("Senders have to sign in, and the connection is encrypted."));
}

void ReceiverPage::showError(const core::Error &e)
{
    const auto m = domain::userMessage(e, domain::Vendor::Console);
    m_banner->show(Banner::Problem, core::isOwnRefusal(e) ? tr("The receiver did not start") : m.headline,
        e.text.isEmpty() ? m.advice : e.text);
}

void ReceiverPage::save(bool thenStart)
{
    if (!m_receiving)
        return;
    const domain::Tenant seen = m_app.tenantSession()->tenant();
    domain::Tenant changed = seen;
    if (!changed.receiver.problem.isEmpty())
        return showError(core::conflict(core::ErrorReason::UnreadableSetting, changed.receiver.problem));
    changed.receiver = m_form->settings(changed.receiver);
    if (const auto faults = domain::validate(changed.receiver); !faults.isEmpty())
        return showError(faults.first());
    const auto secret = m_form->takeSecret();
    if (!secret)
        return showError(secret.error());
    // The settings first: where somebody else changed them meanwhile, the secret stays as it is, too.
    const auto updated = m_app.tenants().update(seen, changed, QStringLiteral("tenant.receiver"));
    const auto stored = core::andThen<domain::Tenant>(updated, this, [this, secret = *secret](const domain::Tenant &) {
        return secret ? m_receiving->secrets().set(secret) : core::ready<Unit>(core::ok());
    });
    core::whenDone<Unit>(stored, this, [this, changed, thenStart](const core::Status &r) {
        if (!r)
            return showError(r.error());
        m_banner->hide();
        m_app.tenantSession()->setReceiver(changed.receiver);
        if (!thenStart)
            return;
        core::whenDone<services::Listening>(m_receiving->start(), this, [this](const Result<services::Listening> &l) {
            if (!l)
                showError(l.error());
        });
    });
}

void ReceiverPage::toggle()
{
    if (m_receiving && m_receiving->isListening())
        m_receiving->stop();
    else
        save(true);
}

// Rotation: the second secret works beside the first until it takes its place.
void ReceiverPage::newSecret()
{
    if (!m_receiving)
        return;
    core::whenDone<core::SecretPtr>(m_receiving->secrets().makeNext(), this, [this](const Result<core::SecretPtr> &s) {
        if (!s)
            return showError(s.error());
        copyToClipboard(m_app, QString::fromUtf8((*s)->reveal().toByteArray()), true);
        m_banner->show(Banner::Info, tr("A second secret works beside the first"),
            tr("It is in the clipboard for one minute and is not shown. Give it to the sender, then press “Use the "
               "second only”."),
            tr("Use the second only"));
        disconnect(m_banner, &Banner::firstPressed, this, nullptr);
        connect(m_banner, &Banner::firstPressed, this, [this] {
            core::whenDone<Unit>(m_receiving->secrets().makeNextCurrent(), this, [this](const core::Status &r) {
                if (!r)
                    return showError(r.error());
                m_banner->show(Banner::Good, tr("Only the new secret is accepted from the next start on"), {});
            });
        });
    });
}

// SailPoint needs it once, in the subscription.
void ReceiverPage::copyToken()
{
    if (!m_receiving)
        return;
    core::whenDone<core::SecretPtr>(
        m_receiving->secrets().eventsToken(), this, [this](const Result<core::SecretPtr> &s) {
            if (!s)
                return showError(s.error());
            copyToClipboard(m_app, QString::fromUtf8((*s)->reveal().toByteArray()), true);
            m_banner->show(Banner::Info, tr("The token is in the clipboard for one minute"),
                tr("It is not shown. Subscriptions that are made in the Lab take it by themselves."));
        });
}

void ReceiverPage::addLine(const services::ReceivedLine &l)
{
    m_lines->insertRow(0);
    const QStringList cells{QDateTime::fromMSecsSinceEpoch(l.at).toString(QStringLiteral("HH:mm:ss.zzz")), l.peer,
        QString::number(l.status), domain::callbackVerdictText(l.verdict),
        l.trigger.isEmpty() ? l.providerSession : l.trigger};
    for (int i = 0; i < cells.size(); ++i)
        m_lines->setItem(0, i, cellItem(cells.at(i)));
    while (m_lines->rowCount() > 200)
        m_lines->removeRow(m_lines->rowCount() - 1);
    m_empty->hide();
    m_lines->show();
}

} // namespace ui
