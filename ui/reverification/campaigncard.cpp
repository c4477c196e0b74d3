#include "ui/reverification/campaigncard.h"
#include "domain/text/messages.h"
#include "domain/text/outputtext.h"
#include "services/reverification/campaigns.h"
#include "services/tenantsession/tenantsession.h"
#include "services/verification/verifier.h"
#include "ui/audit/reportdialogs.h"
#include "ui/charts/segmentbar.h"
#include "ui/common/appcontext.h"
#include "ui/common/theme.h"
#include "ui/identities/namelist.h"
#include "ui/reverification/campaigndialog.h"
#include "ui/reverification/stopcampaigndialog.h"
#include "ui/widgets/parts.h"
#include <QAccessible>
#include <QDateTime>
#include <QLocale>
#include <QSpinBox>
#include <QVBoxLayout>

namespace ui {

using core::Result;
using domain::Campaign;
using domain::CampaignState;
using domain::ExclusionReason;
using domain::SessionState;

CampaignCard::CampaignCard(AppContext &app, QWidget *parent) : QFrame(parent), m_app(app)
{
    Theme &t = app.theme();
    setObjectName(QStringLiteral("card"));
    auto *v = new QVBoxLayout(this);
    v->setContentsMargins(16, 12, 16, 12);
    v->setSpacing(8);
    auto *head = new QHBoxLayout;
    auto *names = new QVBoxLayout;
    names->setSpacing(0);
    m_name = new Label(t, {}, 14, "text", 600);
    m_facts = new Label(t, {}, 12, "text-2");
    names->addWidget(m_name);
    names->addWidget(m_facts);
    head->addLayout(names);
    head->addStretch();
    m_pace = new QWidget;
    auto *pace = new QHBoxLayout(m_pace);
    pace->setContentsMargins(0, 0, 0, 0);
    m_perMinute = new QSpinBox;
    m_perMinute->setRange(1, 120);
    m_perMinute->setAccessibleName(tr("Sending speed per minute"));
    pace->addWidget(new Label(t, tr("Send"), 13, "text-2"));
    pace->addWidget(m_perMinute);
    pace->addWidget(new Label(t, tr("a minute"), 13, "text-2"));
    m_check = button(t, tr("Dry run…"), {}, "primary");
    m_evidence = button(t, tr("Evidence…"), QStringLiteral("document"));
    connect(m_evidence, &QPushButton::clicked, this, [this] {
        auto *d =
            new EvidenceDialog(m_app, services::Evidence::Campaign, m_campaign.id, m_campaign.plan.name, window());
        d->setAttribute(Qt::WA_DeleteOnClose);
        d->open();
    });
    m_pause = button(t, {}, QStringLiteral("pause"));
    m_pause->setObjectName(QStringLiteral("campaignPause"));
    m_stop = button(t, {}, QStringLiteral("stop"));
    m_stop->setObjectName(QStringLiteral("campaignStop"));
    for (QWidget *w : {m_pace, static_cast<QWidget *>(m_evidence), static_cast<QWidget *>(m_check),
             static_cast<QWidget *>(m_pause), static_cast<QWidget *>(m_stop)})
        head->addWidget(w);
    v->addLayout(head);
    m_bar = new SegmentBar(t);
    v->addWidget(m_bar);
    auto *foot = new QHBoxLayout;
    m_legend = new Label(t, {}, 13, "text-2");
    m_legend->setTextFormat(Qt::RichText);
    m_legend->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    connect(m_legend, &QLabel::linkActivated, this, &CampaignCard::showPeople);
    m_line = new Label(t, {}, 13, "text-2");
    foot->addWidget(m_legend);
    foot->addStretch();
    foot->addWidget(m_line);
    v->addLayout(foot);
    connect(m_pause, &QPushButton::clicked, this, &CampaignCard::pauseOrResume);
    connect(m_stop, &QPushButton::clicked, this, &CampaignCard::askToStop);
    connect(m_check, &QPushButton::clicked, this, [this] {
        auto *d = new CampaignDialog(m_app, m_campaign, window());
        d->setAttribute(Qt::WA_DeleteOnClose);
        d->open();
    });
    m_paceSoon.setSingleShot(true);
    m_paceSoon.setInterval(600);
    connect(m_perMinute, &QSpinBox::valueChanged, &m_paceSoon, qOverload<>(&QTimer::start));
    connect(&m_paceSoon, &QTimer::timeout, this, [this] {
        if (m_app.tenantSession() && m_perMinute->value() != m_campaign.plan.perMinute)
            report(m_app.tenantSession()->campaigns().setPace(m_campaign.id, m_perMinute->value()));
    });
    connect(&m_second, &QTimer::timeout, this, &CampaignCard::refreshCounts);
    m_second.start(1000);
    markRegion(this);
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
    m_stop->setText(isDraft ? tr("Discard") : isRunning || isPaused ? tr("Stop…") : tr("Cancel open links…"));
    refreshCounts();
}

void CampaignCard::refreshCounts()
{
    auto *w = m_app.tenantSession();
    if (!w || m_campaign.id.isEmpty() || !isVisible())
        return;
    core::whenDone<domain::CampaignCounts>(w->campaigns().counts(m_campaign.id), this,
        [this, id = m_campaign.id](const Result<domain::CampaignCounts> &n) {
            if (!n || id != m_campaign.id)
                return;
            auto *open = m_app.tenantSession();
            if (!open || m_campaign.plan.perDay == 0)
                return show(*n);
            // With a daily limit the end depends on what went out today.
            core::whenDone<qint64>(
                open->campaigns().sentToday(m_campaign), this, [this, id, counts = *n](const Result<qint64> &today) {
                    if (id != m_campaign.id)
                        return;
                    m_sentToday = today ? *today : 0;
                    show(counts);
                });
        });
}

QString CampaignCard::stateLine(const domain::CampaignCounts &n) const
{
    const QLocale locale;
    const qint64 all = n.sent() + n.toSend;
    const QString progress = tr("%1 of %2 sent").arg(locale.toString(n.sent()), locale.toString(all));
    const core::Instant now = m_app.context().clock->now();
    const auto clock = [&](core::Instant at) {
        const QDateTime t = QDateTime::fromMSecsSinceEpoch(at);
        return t.date() == QDateTime::fromMSecsSinceEpoch(now).date() ? t.toString(QStringLiteral("HH:mm:ss"))
                                                                      : locale.toString(t, QLocale::ShortFormat);
    };
    switch (m_campaign.state) {
    case CampaignState::Draft: return m_campaign.checkedAt ? QString() : tr("Nothing was tried or sent yet.");
    case CampaignState::Paused:
        return m_campaign.why.isEmpty() ? progress : m_campaign.why + QStringLiteral(" · ") + progress;
    case CampaignState::Running: break;
    default: return progress;
    }
    if (m_campaign.waitsUntil > now)
        return progress + QStringLiteral(" · ") +
               (m_campaign.waitsFor == QLatin1String("provider")
                       ? tr("waiting until %1, asked by 1Kosmos").arg(clock(m_campaign.waitsUntil))
                       : tr("waiting until %1, asked by SailPoint").arg(clock(m_campaign.waitsUntil)));
    const auto next = m_app.tenantSession() ? m_app.tenantSession()->campaigns().next() : std::nullopt;
    if (next && next->why == domain::SendTime::QuietHours)
        return progress + QStringLiteral(" · ") + tr("quiet hours until %1").arg(clock(next->at));
    if (next && next->why == domain::SendTime::DayIsFull)
        return progress + QStringLiteral(" · ") + tr("today’s limit is reached; goes on at %1").arg(clock(next->at));
    const qint64 minutes =
        (domain::estimatedEnd(m_campaign.plan, now, n.toSend, m_sentToday) - now + core::minuteMs - 1) / core::minuteMs;
    return progress + QStringLiteral(" · ") +
           (n.toSend == 0 ? tr("finishing")
                          : tr("about %Ln minute(s) left", nullptr, int(std::max<qint64>(1, minutes))));
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
    m_line->setText(stateLine(n));
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

void CampaignCard::showPeople(const QString &link)
{
    auto *w = m_app.tenantSession();
    if (!w)
        return;
    const QString title = m_campaign.plan.name;
    if (link == QLatin1String("left") || link == QLatin1String("to-send") || link == QLatin1String("reminded")) {
        const auto state = link == QLatin1String("left")       ? domain::CampaignPerson::Left
                           : link == QLatin1String("reminded") ? domain::CampaignPerson::Started
                                                               : domain::CampaignPerson::ToSend;
        core::whenDone<QList<domain::CampaignPerson>>(
            w->campaigns().people(m_campaign.id, state, ExclusionReason::Nothing, 1001), this,
            [this, title](const Result<QList<domain::CampaignPerson>> &people) {
                QList<core::IdentityId> ids;
                for (const auto &p : people ? *people : QList<domain::CampaignPerson>())
                    ids << p.identity;
                ui::showPeople(m_app, this, title, ids);
            });
        return;
    }
    domain::SessionFilter f;
    f.campaign = m_campaign.id;
    if (link == QLatin1String("verified"))
        f.states = {SessionState::Verified};
    else if (link == QLatin1String("held"))
        f.states = {SessionState::NeedsReview};
    else if (link == QLatin1String("failed"))
        f.states = {SessionState::Failed, SessionState::Declined, SessionState::Abandoned, SessionState::Expired,
            SessionState::Cancelled};
    else
        f.states = {
            SessionState::Launching, SessionState::LaunchUnknown, SessionState::Pending, SessionState::Provisional};
    f.limit = 1001;
    core::whenDone<QList<domain::Session>>(
        w->verifier().sessions(f), this, [this, title](const Result<QList<domain::Session>> &sessions) {
            QList<core::IdentityId> ids;
            for (const auto &s : sessions ? *sessions : QList<domain::Session>())
                ids << s.request.identity;
            ui::showPeople(m_app, this, title, ids);
        });
}

void CampaignCard::pauseOrResume()
{
    auto *w = m_app.tenantSession();
    if (!w)
        return;
    if (m_campaign.state == CampaignState::Running)
        report(w->campaigns().pause(m_campaign.id));
    else if (m_campaign.state == CampaignState::Paused)
        report(w->campaigns().resume(m_campaign.id));
}

void CampaignCard::askToStop()
{
    auto *d = new StopCampaignDialog(m_app, m_campaign, m_counts, window());
    d->setAttribute(Qt::WA_DeleteOnClose);
    d->open();
}

} // namespace ui
