#include "ui/campaigns/dryrunview.h"
#include "domain/tenants/principal.h"
#include "services/reverification/campaigns.h"
#include "services/tenantsession/tenantsession.h"
#include "ui/common/appcontext.h"
#include "ui/common/theme.h"
#include "ui/controls/button.h"
#include "ui/controls/label.h"
#include "ui/identities/namelist.h"
#include <QDateTime>
#include <QLineEdit>
#include <QLocale>
#include <QVBoxLayout>

namespace ui {

using domain::ExclusionReason;

/// Above this many people the number is typed.
static constexpr qint64 typedAbove = 500;

DryRunView::DryRunView(AppContext &app, QWidget *parent) : QWidget(parent), m_app(app)
{
    m_cards = new QVBoxLayout(this);
    m_cards->setContentsMargins(0, 0, 0, 0);
}

QVBoxLayout *DryRunView::card(const QString &title)
{
    auto *v = static_cast<QVBoxLayout *>(m_content->layout());
    if (!title.isEmpty())
        v->addWidget(new Label(m_app.theme(), title, 12, "text-2", 600));
    auto *frame = new QFrame;
    frame->setObjectName(QStringLiteral("card"));
    auto *inside = new QVBoxLayout(frame);
    inside->setContentsMargins(14, 6, 14, 6);
    inside->setSpacing(2);
    v->addWidget(frame);
    return inside;
}

void DryRunView::row(QVBoxLayout *to, const QString &icon, const char *token, const QString &number,
    const QString &text, ExclusionReason show)
{
    Theme &t = m_app.theme();
    auto *line = new QWidget;
    line->setMinimumHeight(28);
    auto *h = new QHBoxLayout(line);
    h->setContentsMargins(0, 0, 0, 0);
    h->setSpacing(10);
    auto *picture = new QLabel;
    picture->setPixmap(t.pixmap(icon, 16, QString::fromLatin1(token), devicePixelRatioF()));
    picture->setFixedWidth(20);
    auto *n = new Label(t, number, 13, "text", 600);
    n->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    n->setMinimumWidth(70);
    auto *words = new Label(t, text, 13, "text-2");
    words->setWordWrap(true);
    h->addWidget(picture);
    h->addWidget(n);
    h->addWidget(words, 1);
    if (show != ExclusionReason::Nothing) {
        auto *who = button(t, tr("Show"), {}, "flat");
        who->setAccessibleName(tr("Show: %1").arg(text));
        connect(who, &QPushButton::clicked, this, [this, text, show] {
            if (!m_app.tenantSession())
                return;
            core::whenDone<QList<domain::CampaignPerson>>(
                m_app.tenantSession()->campaigns().records().people(
                    m_campaign.id, domain::CampaignPerson::Left, show, 1'000'000),
                this, [this, text](const core::Result<QList<domain::CampaignPerson>> &people) {
                    QList<core::IdentityId> ids;
                    for (const auto &p : people ? *people : QList<domain::CampaignPerson>())
                        ids << p.identity;
                    showPeople(m_app, this, text, ids);
                });
        });
        h->addWidget(who);
    }
    to->addWidget(line);
}

// "20 min", "3 h 10 min", "23 days".
static QString duration(core::Instant ms)
{
    const qint64 minutes = (ms + core::minuteMs - 1) / core::minuteMs;
    if (minutes < 60)
        return DryRunView::tr("%1 min").arg(std::max<qint64>(1, minutes));
    if (minutes < 48 * 60)
        return DryRunView::tr("%1 h %2 min").arg(minutes / 60).arg(minutes % 60);
    return DryRunView::tr("%Ln day(s)", nullptr, int((minutes + 1439) / 1440));
}

static QString numberText(qint64 n)
{
    return QLocale().toString(n);
}

void DryRunView::setRun(const domain::Campaign &k, const QString &queuedBehind, bool isReleaserKnown)
{
    m_campaign = k;
    delete m_content;
    m_typed = nullptr;
    m_content = new QWidget;
    auto *v = new QVBoxLayout(m_content);
    v->setContentsMargins(0, 0, 0, 0);
    v->setSpacing(8);
    m_cards->addWidget(m_content);
    const domain::DryRun run = k.dryRun.value_or(domain::DryRun());
    showReached(run);
    if (run.selected > run.toSend())
        showLeftOut(run);
    auto *know = card(tr("Worth knowing"));
    showPace(know, run, queuedBehind);
    showWarnings(know, run, isReleaserKnown);
    if (run.toSend() > typedAbove || (k.plan.clearsVerified && run.toSend() > 0))
        v->addLayout(makeConfirmation(run.toSend()));
    v->addStretch();
}

void DryRunView::showReached(const domain::DryRun &run)
{
    const auto &plan = m_campaign.plan;
    auto *gets = card({});
    if (plan.isReminder()) {
        row(gets, QStringLiteral("check"), "verified", numberText(run.toSend()),
            tr("are reminded by the workflow %1, which sends no link").arg(plan.workflow));
    } else {
        row(gets, QStringLiteral("check"), "verified", numberText(run.toSend()),
            tr("get a verification link, waited for %Ln hour(s)", nullptr, plan.linkHours));
        row(gets, QStringLiteral("mail"), "text-2", numberText(run.byEmail), tr("by e-mail"));
        row(gets, QStringLiteral("phone"), "text-2", numberText(run.byPhone), tr("by text message"));
    }
}

void DryRunView::showLeftOut(const domain::DryRun &run)
{
    auto *out = card(tr("Left out"));
    for (int i = 1; i < domain::leftOutCount; ++i) {
        if (run.leftOut[size_t(i)] > 0)
            row(out, QStringLiteral("circle"), "text-3", numberText(run.leftOut[size_t(i)]),
                domain::leftOutText(ExclusionReason(i)), ExclusionReason(i));
    }
}

void DryRunView::showPace(QVBoxLayout *to, const domain::DryRun &run, const QString &queuedBehind)
{
    const auto &plan = m_campaign.plan;
    const core::Instant now = m_app.context().clock->now();
    const core::Instant takes = domain::estimatedEnd(plan, now, run.toSend(), 0) - now;
    QString pace = tr("at %1 a minute").arg(plan.perMinute);
    if (plan.perDay > 0)
        pace += QStringLiteral(", ") + tr("%L1 a day").arg(plan.perDay);
    if (plan.quietFrom != plan.quietTo)
        pace += QStringLiteral(", ") + tr("none in quiet hours");
    if (!queuedBehind.isEmpty())
        pace += QStringLiteral(", ") + tr("after “%1” has sent its last link").arg(queuedBehind);
    row(to, QStringLiteral("clock"), "text-2", duration(takes), pace);
    if (takes > 7 * core::dayMs)
        row(to, QStringLiteral("warning"), "due", {},
            tr("That is long: those who come last fall due meanwhile. Smaller campaigns, one a week, keep the list and "
               "the dry run true."));
}

void DryRunView::showWarnings(QVBoxLayout *to, const domain::DryRun &run, bool isReleaserKnown)
{
    const auto &plan = m_campaign.plan;
    if (!isReleaserKnown && !plan.isReminder())
        row(to, QStringLiteral("warning"), "due", {}, domain::unknownReleaserText());
    if (run.pastGrace > 0)
        row(to, QStringLiteral("exclaim"), "due", numberText(run.pastGrace), tr("are past their grace period"));
    if (plan.clearsVerified)
        row(to, QStringLiteral("warning"), "failed", numberText(run.toSend()),
            tr("lose idvVerified until they have renewed; access that depends on it goes with it"));
}

QHBoxLayout *DryRunView::makeConfirmation(qint64 people)
{
    auto *confirm = new QHBoxLayout;
    m_typed = new QLineEdit;
    m_typed->setMaximumWidth(120);
    m_typed->setObjectName(QStringLiteral("campaignNumber"));
    m_typed->setAccessibleName(tr("Type %1 to start").arg(people));
    connect(m_typed, &QLineEdit::textChanged, this, &DryRunView::confirmationChanged);
    confirm->addWidget(new Label(m_app.theme(), tr("Type %1 to start:").arg(people), 13, "text"));
    confirm->addWidget(m_typed);
    confirm->addStretch();
    return confirm;
}

bool DryRunView::isConfirmed() const
{
    if (!m_campaign.dryRun || m_campaign.dryRun->toSend() == 0)
        return false;
    return !m_typed || m_typed->text().trimmed() == QString::number(m_campaign.dryRun->toSend());
}

} // namespace ui
