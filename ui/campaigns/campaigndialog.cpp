#include "ui/campaigns/campaigndialog.h"
#include "domain/text/messages.h"
#include "services/identities/identitydirectory.h"
#include "services/recovery/recovery.h"
#include "services/reverification/campaigns.h"
#include "services/tenantsession/tenantsession.h"
#include "ui/campaigns/dryrunview.h"
#include "ui/common/appcontext.h"
#include "ui/common/theme.h"
#include "ui/controls/banner.h"
#include "ui/controls/button.h"
#include "ui/controls/label.h"
#include "ui/controls/scrolled.h"
#include <QDateTime>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace ui {

using core::Result;
using domain::Campaign;

CampaignDialog::CampaignDialog(AppContext &app, const CampaignChoice &choice, QWidget *parent)
    : Dialog(parent), m_app(app), m_choice(choice)
{
    build();
    m_form = new CampaignForm(app, choice);
    m_stack->insertWidget(0, scrolled(m_form));
    back();
}

CampaignDialog::CampaignDialog(AppContext &app, const Campaign &draft, QWidget *parent)
    : Dialog(parent), m_app(app), m_campaign(draft)
{
    build();
    m_stack->insertWidget(0, new QWidget);
    m_stack->setCurrentIndex(0);
    m_back->hide();
    m_go->hide();
    m_title->setText(draft.plan.name);
    check();
}

void CampaignDialog::build()
{
    Theme &t = m_app.theme();
    setObjectName(QStringLiteral("campaignDialog"));
    setWindowTitle(tr("Campaign"));
    resize(std::min(t.scaled(640), 1200), std::min(t.scaled(600), 780));
    connect(&m_app, &AppContext::tenantSessionChanged, this, &QDialog::reject);
    auto *v = new QVBoxLayout(this);
    v->setContentsMargins(20, 18, 20, 14);
    v->setSpacing(10);
    m_title = heading(t, {});
    m_subtitle = new Label(t, {}, 13, "text-2");
    m_subtitle->setWordWrap(true);
    v->addWidget(m_title);
    v->addWidget(m_subtitle);
    m_stack = new QStackedWidget;
    m_view = new DryRunView(m_app);
    m_stack->addWidget(scrolled(m_view));
    v->addWidget(m_stack, 1);
    m_banner = new Banner(t, false);
    v->addWidget(m_banner);
    auto *foot = new QHBoxLayout;
    m_cancel = button(t, tr("Cancel"));
    m_back = button(t, tr("Back"));
    m_go = button(t, {}, {}, "primary");
    m_go->setObjectName(QStringLiteral("campaignGo"));
    m_go->setShortcut(Qt::CTRL | Qt::Key_Return);
    foot->addStretch();
    foot->addWidget(m_cancel);
    foot->addWidget(m_back);
    foot->addWidget(m_go);
    v->addLayout(foot);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_back, &QPushButton::clicked, this, &CampaignDialog::back);
    connect(m_go, &QPushButton::clicked, this, [this] { m_stack->currentIndex() == 0 ? check() : start(); });
    connect(m_view, &DryRunView::confirmationChanged, this, &CampaignDialog::refreshGo);
}

void CampaignDialog::back()
{
    m_stack->setCurrentIndex(0);
    m_title->setText(tr("New campaign"));
    m_subtitle->setText(tr(
        "Everybody gets a link of their own, one after the other. Nothing is sent before you have seen the dry run."));
    m_back->hide();
    m_banner->hide();
    m_cancel->setText(tr("Cancel"));
    m_go->setText(tr("Dry run…"));
    setEnabledOr(m_go, {});
    if (m_campaign)
        m_form->lockPeople();
}

void CampaignDialog::refreshGo()
{
    if (m_view->isConfirmed())
        return setEnabledOr(m_go, {});
    const bool isNobody = m_campaign && m_campaign->dryRun && m_campaign->dryRun->toSend() == 0;
    setEnabledOr(m_go, isNobody ? tr("Nobody would get a link.") : tr("Type the number of people first."));
}

void CampaignDialog::setBusy(const QString &text)
{
    for (QWidget *w : {static_cast<QWidget *>(m_go), static_cast<QWidget *>(m_back), static_cast<QWidget *>(m_stack)})
        w->setEnabled(text.isEmpty());
    text.isEmpty() ? m_banner->hide() : m_banner->show(Banner::Info, text, {});
}

void CampaignDialog::show(const core::Error &e)
{
    setBusy({});
    const auto m = domain::userMessage(e, domain::Vendor::SailPoint);
    const bool isOurs = core::isOwnRefusal(e) || e.code == core::ErrorCode::Storage;
    m_banner->show(Banner::Problem, isOurs ? e.text : m.headline, isOurs ? QString() : m.advice);
    if (m_form)
        m_form->focusField(e.field);
}

void CampaignDialog::check()
{
    auto *w = m_app.tenantSession();
    if (!w)
        return;
    setBusy(tr("Reading what changed in SailPoint. Nothing is sent."));
    if (m_campaign && !m_form)
        return core::whenDone<Campaign>(
            w->campaigns().dryRun().run(m_campaign->id), this, [this](const Result<Campaign> &k) { tried(k); });
    if (m_campaign) {
        const auto run = core::andThen<Campaign>(w->campaigns().drafts().change(m_campaign->id, m_form->plan()), this,
            [this](const Campaign &k) { return m_app.tenantSession()->campaigns().dryRun().run(k.id); });
        return core::whenDone<Campaign>(run, this, [this](const Result<Campaign> &k) { tried(k); });
    }
    if (m_form->who() == CampaignForm::File)
        return checkWith(m_form->listed());
    if (m_form->who() == CampaignForm::Matching && !m_choice.left)
        return checkWith(QStringList());
    if (m_form->who() == CampaignForm::Matching)
        return core::whenDone<QList<core::IdentityId>>(
            w->directory().idsOf(m_choice.left, 10'000), this, [this](const Result<QList<core::IdentityId>> &ids) {
                if (!ids)
                    return show(ids.error());
                QStringList people;
                for (const auto &id : *ids)
                    people << id.str();
                m_form->setExceptions(people);
                checkWith(QStringList());
            });
    core::whenDone<QList<core::IdentityId>>(
        w->directory().idsOf(m_choice.selected, 1'000'000), this, [this](const Result<QList<core::IdentityId>> &ids) {
            if (!ids)
                return show(ids.error());
            QStringList people;
            for (const auto &id : *ids)
                people << id.str();
            checkWith(people);
        });
}

void CampaignDialog::checkWith(const Result<QStringList> &people)
{
    const auto plan = m_form->plan();
    if (plan.isList && people->isEmpty())
        return show(core::fieldError(QStringLiteral("file"), tr("Choose a file first, or other people.")));
    const auto made = m_app.tenantSession()->campaigns().drafts().create(plan, *people);
    core::whenDone<Campaign>(made, this, [this](const Result<Campaign> &k) {
        if (!k)
            return show(k.error());
        m_campaign = *k;
        core::whenDone<Campaign>(m_app.tenantSession()->campaigns().dryRun().run(k->id), this,
            [this](const Result<Campaign> &checked) { tried(checked); });
    });
}

void CampaignDialog::tried(const Result<Campaign> &k)
{
    if (!k)
        return show(k.error());
    m_campaign = *k;
    if (!m_app.tenantSession())
        return;
    // What cannot be read is not known.
    core::whenDone<QString>(m_app.tenantSession()->recovery().operatorIdentity(), this,
        [this](const Result<QString> &who) { compare(who && !who->isEmpty()); });
}

void CampaignDialog::compare(bool isReleaserKnown)
{
    auto *w = m_app.tenantSession();
    if (!w)
        return;
    core::whenDone<QList<Campaign>>(
        w->campaigns().records().all(), this, [this, isReleaserKnown](const Result<QList<Campaign>> &all) {
            QString before;
            for (const auto &other : all ? *all : QList<Campaign>()) {
                if (other.state == domain::CampaignState::Running)
                    before = other.plan.name;
            }
            setBusy({});
            m_title->setText(tr("Nothing has been sent yet"));
            m_subtitle->setText(
                tr("This is what “%1” would do now. Checked at %2; everybody is read from SailPoint once more right "
                   "before their link.")
                    .arg(m_campaign->plan.name,
                        QDateTime::fromMSecsSinceEpoch(*m_campaign->checkedAt).toString(QStringLiteral("HH:mm:ss"))));
            m_view->setRun(*m_campaign, before, isReleaserKnown);
            m_stack->setCurrentIndex(1);
            m_back->setVisible(m_form);
            m_go->show();
            m_go->setText(tr("Start campaign"));
            m_cancel->setText(tr("Keep as draft"));
            refreshGo();
            if (m_campaign->dryRun->toSend() == 0)
                m_banner->show(Banner::Warning, tr("Nobody would get a link."), {});
        });
}

void CampaignDialog::start()
{
    auto *w = m_app.tenantSession();
    if (!w || !m_view->isConfirmed())
        return;
    setBusy(tr("Starting…"));
    core::whenDone<Campaign>(w->campaigns().control().start(m_campaign->id, m_campaign->dryRun->toSend()), this,
        [this](const Result<Campaign> &k) {
            if (!k)
                return show(k.error());
            Q_EMIT started(k->id);
            accept();
        });
}

} // namespace ui
