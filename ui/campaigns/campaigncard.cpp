#include "ui/campaigns/campaigncard.h"
#include "domain/text/messages.h"
#include "domain/text/outputtext.h"
#include "services/reverification/campaigns.h"
#include "services/tenantsession/tenantsession.h"
#include "ui/audit/reportdialogs.h"
#include "ui/campaigns/campaigndialog.h"
#include "ui/campaigns/campaignpeople.h"
#include "ui/campaigns/campaignprogress.h"
#include "ui/campaigns/stopcampaigndialog.h"
#include "ui/charts/segmentbar.h"
#include "ui/common/appcontext.h"
#include "ui/common/opendialog.h"
#include "ui/common/theme.h"
#include "ui/controls/button.h"
#include "ui/controls/label.h"
#include "ui/controls/region.h"
#include <QAccessible>
#include <QDateTime>
#include <QLocale>
#include <QSpinBox>
#include <QVBoxLayout>

namespace ui {

using core::Result;
using domain::Campaign;
using domain::CampaignState;
using domain::SessionState;

CampaignCard::CampaignCard(AppContext &app, QWidget *parent) : QFrame(parent), m_app(app)
{
    Theme &t = app.theme();
    setObjectName(QStringLiteral("card"));
    auto *v = new QVBoxLayout(this);
    v->setContentsMargins(16, 12, 16, 12);
    v->setSpacing(8);
    v->addLayout(makeHead());
    m_bar = new SegmentBar(t);
    v->addWidget(m_bar);
    auto *foot = new QHBoxLayout;
    m_legend = new Label(t, {}, 13, "text-2");
    m_legend->setTextFormat(Qt::RichText);
    m_legend->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    connect(m_legend, &QLabel::linkActivated, this,
        [this](const QString &link) { showCampaignPeople(m_app, this, m_campaign, link); });
    m_line = new Label(t, {}, 13, "text-2");
    foot->addWidget(m_legend);
    foot->addStretch();
    foot->addWidget(m_line);
    v->addLayout(foot);
    m_paceSoon.setSingleShot(true);
    m_paceSoon.setInterval(600);
    connect(m_perMinute, &QSpinBox::valueChanged, &m_paceSoon, qOverload<>(&QTimer::start));
    connect(&m_paceSoon, &QTimer::timeout, this, [this] {
        if (m_app.tenantSession() && m_perMinute->value() != m_campaign.plan.perMinute)
            report(m_app.tenantSession()->campaigns().control().setPace(m_campaign.id, m_perMinute->value()));
    });
    connect(&m_second, &QTimer::timeout, this, &CampaignCard::refreshCounts);
    m_second.start(1000);
    markRegion(this);
}

QHBoxLayout *CampaignCard::makeHead()
{
    Theme &t = m_app.theme();
    auto *head = new QHBoxLayout;
    auto *names = new QVBoxLayout;
    names->setSpacing(0);
    m_name = new Label(t, {}, 14, "text", 600);
    m_facts = new Label(t, {}, 12, "text-2");
    names->addWidget(m_name);
    names->addWidget(m_facts);
    head->addLayout(names);
    head->addStretch();
    makePace();
    m_check = button(t, tr("Dry run…"), {}, "primary");
    m_evidence = button(t, tr("Evidence…"), QStringLiteral("document"));
    m_pause = button(t, {}, QStringLiteral("pause"));
    m_pause->setObjectName(QStringLiteral("campaignPause"));
    m_stop = button(t, {}, QStringLiteral("stop"));
    m_stop->setObjectName(QStringLiteral("campaignStop"));
    for (QWidget *w : {m_pace, static_cast<QWidget *>(m_evidence), static_cast<QWidget *>(m_check),
             static_cast<QWidget *>(m_pause), static_cast<QWidget *>(m_stop)})
        head->addWidget(w);
    connect(m_evidence, &QPushButton::clicked, this, [this] {
        openDialog<EvidenceDialog>(m_app, services::Evidence::Campaign, m_campaign.id, m_campaign.plan.name, window());
    });
    connect(m_pause, &QPushButton::clicked, this, &CampaignCard::pauseOrResume);
    connect(m_stop, &QPushButton::clicked, this, &CampaignCard::askToStop);
    connect(m_check, &QPushButton::clicked, this, [this] { openDialog<CampaignDialog>(m_app, m_campaign, window()); });
    return head;
}

void CampaignCard::makePace()
{
    Theme &t = m_app.theme();
    m_pace = new QWidget;
    auto *pace = new QHBoxLayout(m_pace);
    pace->setContentsMargins(0, 0, 0, 0);
    m_perMinute = new QSpinBox;
    m_perMinute->setRange(1, 120);
    m_perMinute->setAccessibleName(tr("Sending speed per minute"));
    pace->addWidget(new Label(t, tr("Send"), 13, "text-2"));
    pace->addWidget(m_perMinute);
    pace->addWidget(new Label(t, tr("a minute"), 13, "text-2"));
}

void CampaignCard::report(const core::Async<Campaign> &done)
{
    core::whenDone<Campaign>(done, this, [this](const Result<Campaign> &k) {
        if (!k)
            Q_EMIT m_app.failed(k.error(), int(domain::Vendor::Console));
    });
}

void CampaignCard::setCampaign(const Campaign &k)
{
    if (k.id != m_campaign.id) {
        m_counts = {};
        m_sentToday = 0;
        m_announced = -1;
        m_paceSoon.stop(); // a pace that was typed for another one
        const QSignalBlocker quiet(m_perMinute);
        m_perMinute->setValue(k.plan.perMinute);
    }
    m_campaign = k;
    m_name->setText(k.plan.name);
    const auto at = [](core::Instant x) {
        return QLocale().toString(QDateTime::fromMSecsSinceEpoch(x), QLocale::ShortFormat);
    };
    QStringList facts{domain::campaignStateText(k.state)};
    facts << (k.startedAt ? tr("started %1 by %2").arg(at(*k.startedAt), k.operatorName)
                          : tr("made %1 by %2").arg(at(k.createdAt), k.operatorName));
    if (k.checkedAt)
        facts << tr("dry run at %1").arg(at(*k.checkedAt));
    m_facts->setText(facts.join(QStringLiteral(" · ")));
    const bool isDraft = k.state == CampaignState::Draft, isRunning = k.state == CampaignState::Running,
               isPaused = k.state == CampaignState::Paused;
    m_pace->setVisible(isRunning || isPaused);
    if (!m_paceSoon.isActive() && !m_perMinute->hasFocus()) {
        const QSignalBlocker quiet(m_perMinute);
        m_perMinute->setValue(k.plan.perMinute);
    }
    m_check->setVisible(isDraft);
    m_evidence->setVisible(k.state == CampaignState::Done || k.state == CampaignState::Stopped);
    m_pause->setVisible(isRunning || isPaused);
    m_pause->setText(isRunning ? tr("Pause") : tr("Continue"));
    m_pause->setIcon(QIcon(m_app.theme().pixmap(isRunning ? QStringLiteral("pause") : QStringLiteral("play"), 16,
        QStringLiteral("text"), devicePixelRatioF())));
    if (isDraft)
        m_stop->setText(tr("Discard"));
    else
        m_stop->setText(isRunning || isPaused ? tr("Stop…") : tr("Cancel open links…"));
    refreshCounts();
}

void CampaignCard::refreshCounts()
{
    auto *w = m_app.tenantSession();
    if (!w || m_campaign.id.isEmpty() || !isVisible())
        return;
    core::whenDone<domain::CampaignCounts>(w->campaigns().records().counts(m_campaign.id), this,
        [this, id = m_campaign.id](const Result<domain::CampaignCounts> &n) {
            if (!n || id != m_campaign.id)
                return;
            auto *open = m_app.tenantSession();
            if (!open || m_campaign.plan.perDay == 0)
                return show(*n);
            // With a daily limit the end depends on what went out today.
            core::whenDone<qint64>(open->campaigns().records().sentToday(m_campaign), this,
                [this, id, counts = *n](const Result<qint64> &today) {
                    if (id != m_campaign.id)
                        return;
                    m_sentToday = today ? *today : 0;
                    show(counts);
                });
        });
}

void CampaignCard::show(const domain::CampaignCounts &n)
{
    m_counts = n;
    const QLocale locale;
    struct Entry
    {
        qint64 value;
        const char *token;
        QString text;
        const char *link;
    };
    const Entry entries[] = {{n.of(SessionState::Verified), "verified-solid", tr("verified"), "verified"},
        {n.of(SessionState::NeedsReview), "review-solid", tr("held"), "held"},
        {n.failed(), "failed-solid", tr("failed or not used"), "failed"},
        {n.waiting(), "pending-solid", tr("waiting"), "waiting"},
        {n.reminded, "verified-solid", tr("reminded"), "reminded"},
        {n.remindUnknown, "due-solid", tr("asked for, without an answer"), "reminded"},
        {n.toSend, "border", m_campaign.state == CampaignState::Stopped ? tr("not sent") : tr("to send"), "to-send"},
        {n.leftOut, "", tr("left out"), "left"}};
    QStringList words, legend;
    QList<SegmentBar::Part> parts;
    for (const auto &e : entries) {
        if (e.value == 0)
            continue;
        const QString text = locale.toString(e.value) + QLatin1Char(' ') + e.text;
        words << text;
        if (*e.token)
            parts.append({e.value, e.token});
        const QString square =
            *e.token ? QStringLiteral("<span style='color:%1'>■</span> ").arg(m_app.theme().color(e.token).name())
                     : QString();
        legend << square + QStringLiteral("<a style='color:%1;text-decoration:none' href='%2'>%3</a>")
                               .arg(m_app.theme().color("text-2").name(), QLatin1String(e.link), text.toHtmlEscaped());
    }
    m_bar->setParts(parts, words.join(QStringLiteral(", ")));
    m_legend->setText(legend.join(QStringLiteral(" &nbsp; &nbsp;")));
    const auto next = m_app.tenantSession() ? m_app.tenantSession()->campaigns().runner().next() : std::nullopt;
    m_line->setText(campaignProgress(m_campaign, n, m_sentToday, next, m_app.context().clock->now()));
    setAccessibleName(tr("Campaign %1, %2, %3")
                          .arg(domain::labelText(m_campaign.plan.name), domain::campaignStateText(m_campaign.state),
                              words.join(QStringLiteral(", "))));
    m_stop->setVisible(m_campaign.state == CampaignState::Draft || m_campaign.state == CampaignState::Running ||
                       m_campaign.state == CampaignState::Paused || n.waiting() > 0);
    // Every tenth, politely.
    const qint64 all = n.sent() + n.toSend;
    const int tenth = all == 0 ? -1 : int(n.sent() * 10 / all);
    if (m_campaign.state == CampaignState::Running && tenth != m_announced) {
        m_announced = tenth;
        QAccessibleEvent event(this, QAccessible::NameChanged);
        QAccessible::updateAccessibility(&event);
    }
}

void CampaignCard::pauseOrResume()
{
    auto *w = m_app.tenantSession();
    if (!w)
        return;
    if (m_campaign.state == CampaignState::Running)
        report(w->campaigns().control().pause(m_campaign.id));
    else if (m_campaign.state == CampaignState::Paused)
        report(w->campaigns().control().resume(m_campaign.id));
}

void CampaignCard::askToStop()
{
    openDialog<StopCampaignDialog>(m_app, m_campaign, m_counts, window());
}

} // namespace ui
