#include "ui/overview/overviewpage.h"
#include "services/audit/audittrail.h"
#include "services/audit/trailverdict.h"
#include "services/reverification/campaigns.h"
#include "services/reverification/reverification.h"
#include "services/tenantsession/tenantsession.h"
#include "services/verification/storedcheck.h"
#include "services/verification/verifier.h"
#include "ui/charts/donutview.h"
#include "ui/charts/forecastview.h"
#include "ui/charts/tile.h"
#include "ui/common/appcontext.h"
#include "ui/common/theme.h"
#include "ui/identities/activitycard.h"
#include "ui/identities/driftdialog.h"
#include "ui/overview/forecastcard.h"
#include "ui/overview/healthcard.h"
#include "ui/reverification/worklist.h"
#include "ui/widgets/parts.h"
#include <QDateTime>
#include <QLocale>
#include <QScrollArea>
#include <QVBoxLayout>

namespace ui {

using core::Result;
using domain::IdentityStatus;

/// The order of the tiles and of the legend.
static constexpr std::array order{IdentityStatus::Verified, IdentityStatus::Pending, IdentityStatus::Failed,
    IdentityStatus::Never, IdentityStatus::DueSoon, IdentityStatus::Overdue};
static const char *chipOf(IdentityStatus s)
{
    switch (s) {
    case IdentityStatus::Verified: return "verified";
    case IdentityStatus::Pending: return "pending";
    case IdentityStatus::Failed: return "failed";
    case IdentityStatus::Never: return "never";
    case IdentityStatus::DueSoon: return "due";
    case IdentityStatus::Overdue: return "overdue";
    }
    return "never";
}

static QString nameOf(IdentityStatus s)
{
    switch (s) {
    case IdentityStatus::Verified: return OverviewPage::tr("Verified");
    case IdentityStatus::Pending: return OverviewPage::tr("Pending");
    case IdentityStatus::Failed: return OverviewPage::tr("Failed");
    case IdentityStatus::Never: return OverviewPage::tr("Never verified");
    case IdentityStatus::DueSoon: return OverviewPage::tr("Due soon");
    case IdentityStatus::Overdue: return OverviewPage::tr("Overdue");
    }
    return {};
}

OverviewPage::OverviewPage(AppContext &app, QWidget *parent) : QWidget(parent), m_app(app)
{
    Theme &t = app.theme();
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto *page = new QWidget;
    auto *area = new QScrollArea;
    area->setWidget(page);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->viewport()->setAutoFillBackground(false);
    page->setAutoFillBackground(false);
    outer->addWidget(area);
    auto *v = new QVBoxLayout(page);
    v->setContentsMargins(24, 14, 24, 16);
    v->setSpacing(12);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(new Label(t, tr("Overview"), 20, "text", 600));
    m_facts = new Label(t, {}, 13, "text-2");
    head->addWidget(m_facts);
    head->addStretch();
    auto *again = button(t, tr("Refresh"), QStringLiteral("refresh"), "flat");
    auto *report = button(t, tr("Export report…"), QStringLiteral("export"));
    auto *verify = button(t, tr("Verify identity…"), QStringLiteral("verify"), "primary");
    connect(again, &QPushButton::clicked, this, [this] {
        m_app.synchronise(false);
        m_health->check();
        refresh();
    });
    connect(report, &QPushButton::clicked, this, &OverviewPage::reportWanted);
    connect(verify, &QPushButton::clicked, this, &OverviewPage::verifyWanted);
    QHBoxLayout *actions = t.textScale() >= 150 ? new QHBoxLayout : head;
    for (auto *b : {again, report, verify})
        actions->addWidget(b);
    v->addLayout(head);
    if (actions != head)
        v->addLayout(actions);
    v->addWidget(makeTiles());
    m_needs = new QFrame;
    m_needs->setObjectName(QStringLiteral("card"));
    auto *needs = new QHBoxLayout(m_needs);
    needs->setContentsMargins(16, 8, 16, 8);
    needs->setSpacing(20);
    needs->addWidget(new Label(t, tr("Needs a person"), 13, "text", 600));
    m_needsText = new Label(t, {}, 13, "text-2");
    m_needsText->setTextFormat(Qt::RichText);
    m_needsText->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    m_needsText->setWordWrap(true);
    m_needsText->setAccessibleName(tr("Needs a person"));
    connect(m_needsText, &QLabel::linkActivated, this, [this](const QString &link) {
        if (link == QLatin1String("held") || link == QLatin1String("failed"))
            Q_EMIT sessionsWanted(link == QLatin1String("held"));
        else if (link == QLatin1String("campaigns"))
            Q_EMIT campaignsWanted();
        else if (link == QLatin1String("differences"))
            showDifferences(m_app, window());
        else
            Q_EMIT auditWanted();
    });
    needs->addWidget(m_needsText, 1);
    m_needs->hide();
    markRegion(m_needs);
    v->addWidget(m_needs);
    m_grid = new QGridLayout;
    m_grid->setSpacing(12);
    m_activity = new ActivityCard(app);
    m_health = new HealthCard(app);
    connect(m_activity, &ActivityCard::allWanted, this, &OverviewPage::auditWanted);
    connect(m_health, &HealthCard::detailsWanted, this, &OverviewPage::readinessWanted);
    m_forecast = new ForecastCard(app);
    connect(m_forecast, &ForecastCard::weekWanted, this, &OverviewPage::weekWanted);
    m_grid->addWidget(m_forecast, 0, 0);
    const bool isLarge = t.textScale() >= 150; // one below the other
    m_grid->addWidget(makeStatus(), isLarge ? 1 : 0, isLarge ? 0 : 1);
    m_grid->addWidget(m_activity, isLarge ? 2 : 1, 0);
    m_grid->addWidget(m_health, isLarge ? 3 : 1, isLarge ? 0 : 1);
    m_grid->setColumnStretch(0, 5);
    if (!isLarge)
        m_grid->setColumnStretch(1, 3);
    v->addLayout(m_grid);
    v->addStretch();
    m_soon.setSingleShot(true);
    m_soon.setInterval(1000); // each look counts everybody
    connect(&m_soon, &QTimer::timeout, this, &OverviewPage::refresh);
    connect(&app, &AppContext::tenantSessionChanged, this, &OverviewPage::openTenant);
    connect(&app, &AppContext::campaignsChanged, this, &OverviewPage::refreshNeeds);
    connect(&app.trail(), &services::AuditTrail::changed, this, [this] { refreshNeeds(); });
}

QWidget *OverviewPage::makeTiles()
{
    auto *tiles = new QWidget;
    tiles->setAccessibleName(tr("Status tiles"));
    m_tileGrid = new QGridLayout(tiles);
    m_tileGrid->setContentsMargins(0, 0, 0, 0);
    m_tileGrid->setSpacing(12);
    for (const IdentityStatus s : order) {
        auto *tile = new Tile(m_app.theme(), QString::fromLatin1(chipOf(s)), nameOf(s));
        connect(tile, &QAbstractButton::clicked, this, [this, s] { Q_EMIT statusWanted(s); });
        m_tiles[size_t(s)] = tile;
    }
    m_pastDue = new Tile(m_app.theme(), QStringLiteral("overdue"), tr("Past due"));
    m_pastDue->setObjectName(QStringLiteral("pastDueTile"));
    connect(m_pastDue, &QAbstractButton::clicked, this, &OverviewPage::pastDueWanted);
    markRegion(tiles);
    return tiles;
}

QWidget *OverviewPage::makeStatus()
{
    Theme &t = m_app.theme();
    auto *card = new QFrame;
    card->setObjectName(QStringLiteral("card"));
    auto *v = new QVBoxLayout(card);
    v->setContentsMargins(16, 12, 16, 12);
    v->addWidget(new Label(t, tr("Status today"), 14, "text", 600));
    m_donut = new DonutView(t);
    m_donut->setAccessibleName(tr("Status today, chart"));
    v->addWidget(m_donut);
    v->addStretch();
    return card;
}

void OverviewPage::openTenant()
{
    m_counts.reset();
    m_stored.reset();
    m_summary = {};
    for (Tile *tile : m_tiles)
        tile->setValue({}, {});
    m_pastDue->setValue({}, {});
    m_facts->clear();
    m_forecast->clear();
    auto *w = m_app.tenantSession();
    if (!w)
        return;
    const auto soon = [this] {
        if (isVisible() && !m_soon.isActive())
            m_soon.start();
    };
    connect(w, &services::TenantSession::peopleChanged, this, soon);
    connect(&w->verifier(), &services::Verifier::sessionsChanged, this, soon);
    connect(&w->reverification(), &services::Reverification::changed, this, soon);
    if (isVisible())
        refresh();
}

void OverviewPage::refresh()
{
    auto *w = m_app.tenantSession();
    if (!w)
        return;
    const auto isStill = [this, w] { return m_app.tenantSession() == w; };
    core::whenDone<domain::StatusCounts>(w->counts(), this, [this, isStill](const Result<domain::StatusCounts> &c) {
        if (!c || !isStill())
            return;
        m_counts = *c;
        refreshTiles();
    });
    core::whenDone<domain::StoredFacts>(
        w->stored().facts(), this, [this, isStill](const Result<domain::StoredFacts> &r) {
            if (!isStill())
                return;
            m_stored = r ? std::optional(*r) : std::nullopt;
            refreshTiles();
            refreshNeeds();
            m_health->setStored(m_stored);
        });
    core::whenDone<domain::Outlook>(w->reverification().preview(w->reverification().policy()), this,
        [this, isStill](const Result<domain::Outlook> &o) {
            if (!o || !isStill())
                return;
            m_pastGrace = o->pastGrace;
            m_forecast->setWeeks(o->weeks);
            refreshTiles();
        });
    core::whenDone<domain::SessionSummary>(
        w->verifier().summary(), this, [this, isStill](const Result<domain::SessionSummary> &s) {
            if (!s || !isStill())
                return;
            m_summary = *s;
            refreshTiles();
            refreshNeeds();
            m_health->refresh(m_summary);
        });
    m_activity->refresh();
}

void OverviewPage::refreshTiles()
{
    if (!m_counts || !m_app.tenantSession())
        return;
    const QLocale locale;
    const auto of = [this](IdentityStatus s) { return m_counts->byStatus[size_t(s)]; };
    const auto tile = [&](IdentityStatus s, const QString &meta) { m_tiles[size_t(s)]->setValue(of(s), meta); };
    const qint64 all = m_counts->everyone;
    const auto &policy = m_app.tenantSession()->reverification().policy();
    tile(IdentityStatus::Verified,
        all == 0 ? QString()
                 : tr("%1 % of all in scope")
                       .arg(locale.toString(100.0 * double(of(IdentityStatus::Verified)) / double(all), 'f', 1)));
    tile(IdentityStatus::Pending,
        tr("%1 renewals · %2 others")
            .arg(locale.toString(m_summary.openRenewals),
                locale.toString(std::max<qint64>(0, of(IdentityStatus::Pending) - m_summary.openRenewals))));
    tile(IdentityStatus::Failed, tr("%1 in the last 24 hours").arg(locale.toString(m_summary.failedLately)));
    tile(IdentityStatus::Never, tr("no verification on record"));
    tile(IdentityStatus::DueSoon, policy.rules.isEmpty() ? tr("within %Ln day(s)", nullptr, policy.standard.warnDays)
                                                         : tr("as the policy warns"));
    const auto reason = [&](domain::OverdueReason r) { return m_counts->byReason[size_t(r)]; };
    const qint64 voided = reason(domain::OverdueReason::Reset) + reason(domain::OverdueReason::Withdrawn);
    tile(IdentityStatus::Overdue, tr("%1 reset or withdrawn").arg(locale.toString(voided)));
    // Links that are open, results that are held and tries that failed do not lower it.
    const QString grace = tr("%1 past their grace period").arg(locale.toString(m_pastGrace));
    const QString stored = m_stored ? notStoredText(*m_stored) : QString();
    m_pastDue->setValue(m_counts->allPastDue(), stored.isEmpty() ? grace : stored);
    m_pastDue->setToolTip(stored.isEmpty()
                              ? pastDueParts(*m_counts)
                              : QStringList{pastDueParts(*m_counts), stored, grace}.join(QLatin1Char('\n')));
    m_facts->setText(locale.toString(QDate::currentDate(), QLocale::LongFormat) + QStringLiteral(" · ") +
                     tr("%Ln identities in scope", nullptr, int(all)));
    QList<DonutView::Part> parts;
    for (const IdentityStatus s : {IdentityStatus::Verified, IdentityStatus::DueSoon, IdentityStatus::Overdue,
             IdentityStatus::Pending, IdentityStatus::Failed, IdentityStatus::Never})
        parts.append({nameOf(s), QByteArray(chipOf(s)) + "-solid", of(s)});
    m_donut->setParts(parts, tr("in scope"));
}

void OverviewPage::refreshNeeds()
{
    QStringList lines;
    const QString colour = m_app.theme().color("accent").name();
    const auto add = [&](const QString &text, const QString &action, const char *link) {
        lines << text.toHtmlEscaped() +
                     QStringLiteral("&nbsp; <a style='color:%1;text-decoration:none' href='%2'>%3</a>")
                         .arg(colour, QLatin1String(link), action.toHtmlEscaped());
    };
    if (m_app.trail().state().kind == services::TrailState::Broken)
        add(tr("The audit log was changed after it was written"), tr("Show"), "audit");
    if (services::verdictOf(m_app.trail().state()) == services::TrailVerdict::RowsDiffer)
        add(tr("A session is not what the audit log recorded"), tr("Show"), "audit");
    if (m_summary.held > 0)
        add(tr("%Ln result(s) held", nullptr, int(m_summary.held)), tr("Review"), "held");
    if (m_summary.unknown > 0)
        add(tr("%Ln start(s) without an answer", nullptr, int(m_summary.unknown)), tr("Look"), "failed");
    if (m_stored && !m_stored->notStored.isEmpty())
        add(tr("%Ln verified here, not stored", nullptr, int(m_stored->notStored.size())), tr("Differences"),
            "differences");
    if (m_summary.failedLately > 0)
        add(tr("%Ln failed in the last 24 hours", nullptr, int(m_summary.failedLately)), tr("Open"), "failed");
    const auto paused = std::count_if(m_app.campaigns().begin(), m_app.campaigns().end(),
        [](const domain::Campaign &k) { return k.state == domain::CampaignState::Paused; });
    if (paused > 0)
        add(tr("%Ln campaign(s) paused", nullptr, int(paused)), tr("Continue"), "campaigns");
    m_needs->setVisible(!lines.isEmpty() && m_app.tenantSession());
    m_needsText->setText(lines.join(QStringLiteral(" &nbsp;&nbsp;&nbsp; ")));
}

void OverviewPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    // Not on the way to another page.
    QTimer::singleShot(0, this, [this] {
        if (!isVisible())
            return;
        refresh();
        m_health->checkIfOld();
    });
}

void OverviewPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    // Seven in a row, or four, before a number would be cut.
    const int across = width() < 7 * (m_tiles[0]->sizeHint().width() + 12) + 48 ? 4 : 7;
    const bool isSet = m_tileGrid->count() > 0 && m_tileGrid->property("across").toInt() == across;
    if (isSet)
        return;
    m_tileGrid->setProperty("across", across);
    for (size_t i = 0; i < order.size(); ++i)
        m_tileGrid->addWidget(m_tiles[size_t(order[i])], int(i) / across, int(i) % across);
    m_tileGrid->addWidget(m_pastDue, int(order.size()) / across, int(order.size()) % across);
}

} // namespace ui
