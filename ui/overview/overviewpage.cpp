#include "ui/overview/overviewpage.h"
#include "services/audit/audittrail.h"
#include "services/identities/identitydirectory.h"
#include "services/reverification/campaigns.h"
#include "services/reverification/reverification.h"
#include "services/tenantsession/tenantsession.h"
#include "services/verification/sessions.h"
#include "services/verification/storedcheck.h"
#include "services/verification/verifier.h"
#include "ui/charts/donutview.h"
#include "ui/charts/forecastview.h"
#include "ui/common/appcontext.h"
#include "ui/common/theme.h"
#include "ui/controls/button.h"
#include "ui/controls/label.h"
#include "ui/controls/region.h"
#include "ui/identities/activitycard.h"
#include "ui/overview/forecastcard.h"
#include "ui/overview/healthcard.h"
#include "ui/overview/needscard.h"
#include "ui/overview/statustiles.h"
#include "ui/reverification/pastduetext.h"
#include "ui/tenantsession/tenantsessions.h"
#include <QDateTime>
#include <QLocale>
#include <QScrollArea>
#include <QVBoxLayout>

namespace ui {

using core::Result;
using domain::IdentityStatus;

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
    makeHead(*v);
    m_tiles = new StatusTiles(t);
    connect(m_tiles, &StatusTiles::statusWanted, this, &OverviewPage::statusWanted);
    connect(m_tiles, &StatusTiles::pastDueWanted, this, &OverviewPage::pastDueWanted);
    markRegion(m_tiles);
    v->addWidget(m_tiles);
    m_needs = new NeedsCard(app);
    connect(m_needs, &NeedsCard::sessionsWanted, this, &OverviewPage::sessionsWanted);
    connect(m_needs, &NeedsCard::campaignsWanted, this, &OverviewPage::campaignsWanted);
    connect(m_needs, &NeedsCard::auditWanted, this, &OverviewPage::auditWanted);
    v->addWidget(m_needs);
    v->addLayout(makeCards());
    v->addStretch();
    m_soon.setSingleShot(true);
    m_soon.setInterval(1000); // each look counts everybody
    connect(&m_soon, &QTimer::timeout, this, &OverviewPage::refresh);
    connect(&app, &AppContext::tenantSessionChanged, this, &OverviewPage::openTenant);
    connect(&app.tenantSessions(), &TenantSessions::campaignsChanged, this, &OverviewPage::refreshNeeds);
    connect(&app.trail(), &services::AuditTrail::changed, this, [this] { refreshNeeds(); });
}

void OverviewPage::makeHead(QVBoxLayout &page)
{
    Theme &t = m_app.theme();
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
        m_app.tenantSessions().synchronise(false);
        m_health->check();
        refresh();
    });
    connect(report, &QPushButton::clicked, this, &OverviewPage::reportWanted);
    connect(verify, &QPushButton::clicked, this, &OverviewPage::verifyWanted);
    QHBoxLayout *actions = t.textScale() >= 150 ? new QHBoxLayout : head;
    for (auto *b : {again, report, verify})
        actions->addWidget(b);
    page.addLayout(head);
    if (actions != head)
        page.addLayout(actions);
}

QGridLayout *OverviewPage::makeCards()
{
    auto *grid = new QGridLayout;
    grid->setSpacing(12);
    m_activity = new ActivityCard(m_app);
    m_health = new HealthCard(m_app);
    connect(m_activity, &ActivityCard::allWanted, this, &OverviewPage::auditWanted);
    connect(m_health, &HealthCard::detailsWanted, this, &OverviewPage::readinessWanted);
    m_forecast = new ForecastCard(m_app);
    connect(m_forecast, &ForecastCard::weekWanted, this, &OverviewPage::weekWanted);
    grid->addWidget(m_forecast, 0, 0);
    const bool isLarge = m_app.theme().textScale() >= 150; // one below the other
    grid->addWidget(makeStatus(), isLarge ? 1 : 0, isLarge ? 0 : 1);
    grid->addWidget(m_activity, isLarge ? 2 : 1, 0);
    grid->addWidget(m_health, isLarge ? 3 : 1, isLarge ? 0 : 1);
    grid->setColumnStretch(0, 5);
    if (!isLarge)
        grid->setColumnStretch(1, 3);
    return grid;
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
    m_tiles->clear();
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
    connect(&w->verifier().sessions(), &services::Sessions::listChanged, this, soon);
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
    core::whenDone<domain::StatusCounts>(
        w->directory().counts(), this, [this, isStill](const Result<domain::StatusCounts> &c) {
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
        w->verifier().sessions().summary(), this, [this, isStill](const Result<domain::SessionSummary> &s) {
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
    m_tiles->showStatuses(*m_counts, m_summary, m_app.tenantSession()->reverification().policy());
    m_tiles->showPastDue(*m_counts, m_stored ? notStoredText(*m_stored) : QString(), m_pastGrace);
    m_facts->setText(QLocale().toString(QDate::currentDate(), QLocale::LongFormat) + QStringLiteral(" · ") +
                     tr("%Ln identities in scope", nullptr, int(m_counts->everyone)));
    QList<DonutView::Part> parts;
    for (const IdentityStatus s : {IdentityStatus::Verified, IdentityStatus::DueSoon, IdentityStatus::Overdue,
             IdentityStatus::Pending, IdentityStatus::Failed, IdentityStatus::Never})
        parts.append({statusName(s), QByteArray(statusChip(s)) + "-solid", m_counts->byStatus[size_t(s)]});
    m_donut->setParts(parts, tr("in scope"));
}

void OverviewPage::refreshNeeds()
{
    m_needs->refresh(m_summary, m_stored);
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
    m_tiles->arrange(width());
}

} // namespace ui
