#include "ui/identities/identitiespage.h"
#include "domain/text/messages.h"
#include "models/peoplemodel.h"
#include "services/sync/syncer.h"
#include "services/tenantsession/tenantsession.h"
#include "ui/common/appcontext.h"
#include "ui/common/theme.h"
#include "ui/identities/detailpane.h"
#include "ui/identities/identitiesheader.h"
#include "ui/identities/personmenu.h"
#include "ui/identities/selectionpane.h"
#include "ui/tables/peopletable.h"
#include "ui/widgets/parts.h"
#include <QDateTime>
#include <QLineEdit>
#include <QLocale>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace ui {

using core::Result;
using domain::IdentityStatus;

IdentitiesPage::IdentitiesPage(AppContext &app, QWidget *parent)
    : QWidget(parent), m_app(app), m_model(new models::PeopleModel(this))
{
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    m_offline = new Banner(app.theme(), true);
    connect(m_offline, &Banner::firstPressed, this, [this] {
        if (m_app.tenantSession()) {
            m_app.tenantSession()->checkReach();
            m_app.synchronise(false);
        }
    });
    connect(m_offline, &Banner::secondPressed, &app, &AppContext::offlineDetailsWanted);
    whole->addWidget(m_offline);
    m_splitter = new QSplitter(Qt::Horizontal);
    m_splitter->setChildrenCollapsible(false);
    whole->addWidget(m_splitter, 1);
    auto *left = new QWidget;
    auto *v = new QVBoxLayout(left);
    v->setContentsMargins(0, 0, 0, 0);
    v->setSpacing(0);
    m_header = new IdentitiesHeader(app, [this] { return present(); });
    v->addWidget(m_header);
    makeTable(v);
    makeColumnMenu();
    m_splitter->addWidget(left);
    m_pane = new DetailPane(app);
    m_selection = new SelectionPane(app);
    for (QWidget *pane : {static_cast<QWidget *>(m_pane), static_cast<QWidget *>(m_selection)}) {
        markRegion(pane);
        pane->hide();
        m_splitter->addWidget(pane);
    }
    m_splitter->setStretchFactor(0, 1);
    for (const int pane : {1, 2})
        m_splitter->setStretchFactor(pane, 0);
    connect(m_pane, &DetailPane::closeWanted, this, &IdentitiesPage::closeDetails);
    connect(m_selection, &SelectionPane::closeWanted, this, &IdentitiesPage::closeDetails);
    connect(m_selection, &SelectionPane::allWanted, m_table, &QTableView::selectAll);
    connect(m_selection, &SelectionPane::exportWanted, this, &IdentitiesPage::openExport);
    connect(m_selection, &SelectionPane::inviteWanted, this, [this] {
        onSelected(1000, tr("SailPoint invites at most 1,000 people at once."),
            [this](const QList<core::IdentityId> &ids) { invitePeople(m_app, this, ids); });
    });
    connect(m_selection, &SelectionPane::processWanted, this, [this] {
        onSelected(10'000,
            tr("At most 10,000 people are processed at once. SailPoint processes everyone by itself twice a day."),
            [this](const QList<core::IdentityId> &ids) { processPeople(m_app, this, ids); });
    });
    connect(m_header, &IdentitiesHeader::changed, this, &IdentitiesPage::load);
    connect(m_header, &IdentitiesHeader::viewChosen, this, &IdentitiesPage::showView);
    connect(m_header, &IdentitiesHeader::exportWanted, this, &IdentitiesPage::openExport);
    connect(m_header, &IdentitiesHeader::tableWanted, this, [this] {
        m_table->setFocus();
        if (m_model->rowCount() > 0)
            m_table->setCurrentIndex(m_model->index(0, 0)); // selectRow() finds no column in a right-to-left layout
    });

    for (const auto &[timer, ms, slot] :
        {std::tuple{&m_soon, 0, &IdentitiesPage::refresh}, std::tuple{&m_countSoon, 0, &IdentitiesPage::refreshCounts},
            std::tuple{&m_rememberSoon, 500, &IdentitiesPage::remember}}) {
        timer->setSingleShot(true);
        timer->setInterval(ms);
        connect(timer, &QTimer::timeout, this, slot);
    }
    connect(m_splitter, &QSplitter::splitterMoved, &m_rememberSoon, qOverload<>(&QTimer::start));
    feed(*m_model, app, this, [this](int block) {
        selectionMoved();
        if (block == 0)
            Q_EMIT painted();
    });
    connect(&app, &AppContext::tenantSessionChanged, this, &IdentitiesPage::openTenant);
}

void IdentitiesPage::openTenant()
{
    ++m_request;
    m_selected = {};
    m_keptSelection.clear();
    m_pane->hide();
    m_selection->hide();
    m_pane->forget();
    Q_EMIT selectionChanged();
    m_counts = {};
    m_sync = {};
    m_header->setCounts({});
    m_model->clear();
    recall();
    auto *w = m_app.tenantSession();
    if (!w)
        return;
    // Many pages arrive during a first copy: one look a second is enough.
    connect(w, &services::TenantSession::peopleChanged, this, [this] {
        if (!m_soon.isActive())
            m_soon.start(400);
    });
    connect(w, &services::TenantSession::linksChanged, this, &IdentitiesPage::refreshState);
    connect(&w->syncer(), &services::Syncer::ended, this, [this] { m_soon.start(0); });
    connect(&w->syncer(), &services::Syncer::progress, this, [this](qint64, qint64) { refreshState(); });
    load();
    refreshCounts();
}

void IdentitiesPage::load()
{
    auto *w = m_app.tenantSession();
    if (!w)
        return;
    m_query.text = m_header->text();
    m_query.status = m_header->status();
    m_query.filter = m_header->filter();
    m_rememberSoon.start();
    m_isLoading = true;
    const quint64 request = ++m_request;
    // First what fits on the screen, then the whole order behind it.
    core::whenDone<domain::PeopleResult>(
        w->quick(m_query), this, [this, request](const Result<domain::PeopleResult> &r) {
            if (request != m_request)
                return;
            m_problem = r ? QString() : r.error().text;
            if (!r) {
                refreshState();
                return;
            }
            loaded(*r, true);
            if (r->isComplete || !m_app.tenantSession())
                return;
            core::whenDone<domain::PeopleResult>(
                m_app.tenantSession()->all(m_query), this, [this, request](const Result<domain::PeopleResult> &all) {
                    if (all && request == m_request)
                        loaded(*all, false);
                });
        });
}

void IdentitiesPage::loaded(const domain::PeopleResult &result, bool isQuick)
{
    m_isLoading = false;
    if (!m_app.tenantSession())
        return;
    const bool wasLonger = isQuick && !result.isComplete && m_model->rowCount() > int(result.rows->size());
    if (wasLonger && m_query.text.isEmpty())
        return; // the whole order is on its way; do not shrink the table meanwhile
    m_model->setResult(result, m_app.context().clock->now());
    refreshState();
}

void IdentitiesPage::refresh()
{
    load();
    if (!m_countSoon.isActive())
        m_countSoon.start(600);
}

void IdentitiesPage::refreshCounts()
{
    if (!m_app.tenantSession())
        return;
    core::whenDone<domain::StatusCounts>(
        m_app.tenantSession()->counts(), this, [this](const Result<domain::StatusCounts> &c) {
            if (!c)
                return;
            m_counts = *c;
            m_header->setCounts(*c);
            Q_EMIT pastDueCounted(c->allPastDue());
            refreshState();
        });
    core::whenDone<domain::SyncHealth>(
        m_app.tenantSession()->syncHealth(), this, [this](const Result<domain::SyncHealth> &h) {
            m_sync = h ? *h : domain::SyncHealth();
            refreshOffline();
        });
}

void IdentitiesPage::refreshOffline()
{
    auto *w = m_app.tenantSession();
    if (!w)
        return m_offline->hide();
    const bool isOffline = w->sailpointLink().reach == services::Reach::Offline;
    const auto line = domain::syncLine(m_sync, w->tenant().product, isOffline, m_app.context().clock->now());
    const auto clock = [](core::Instant at) {
        return QDateTime::fromMSecsSinceEpoch(at).toString(QStringLiteral("HH:mm"));
    };
    const QString copy = m_sync.state.lastSyncAt > 0
                             ? tr("You see the copy from %1.").arg(clock(m_sync.state.lastSyncAt))
                             : tr("You see what was copied so far.");
    if (isOffline) {
        m_offline->show(Banner::Info, tr("Working offline since %1").arg(clock(w->sailpointLink().offlineSince)),
            copy + QLatin1Char(' ') +
                tr("Searching and exporting work; verification and other changes wait until SailPoint answers."),
            tr("Try now"), tr("Details"));
        return;
    }
    if (line.kind != domain::SyncLine::Failed)
        return m_offline->hide();
    m_offline->show(Banner::Warning, line.text, copy + QLatin1Char(' ') + line.advice, tr("Try now"), tr("Details"));
}

QString IdentitiesPage::emptyTitle() const
{
    const QString text = m_query.text.trimmed();
    if (!text.isEmpty())
        return tr("No one matches “%1”.").arg(text);
    return m_query.filter.isEmpty() ? tr("No one has this status.") : tr("No one matches these filters.");
}

void IdentitiesPage::refreshState()
{
    auto *w = m_app.tenantSession();
    if (!w)
        return;
    refreshOffline();
    const int rows = m_model->rowCount();
    const bool isSyncing = w->syncer().isRunning();
    const bool isFiltered = !m_query.text.trimmed().isEmpty() || m_query.status || !m_query.filter.isEmpty();
    if (!m_problem.isEmpty())
        m_empty->setContent(QStringLiteral("warning"), tr("The local copy cannot be read"), m_problem);
    else if (rows == 0 && isFiltered)
        m_empty->setContent(QStringLiteral("search"), emptyTitle(),
            tr("Check the spelling, or search without filters."), tr("Clear filters"));
    else if (rows == 0)
        m_empty->setContent(QStringLiteral("identities"), tr("No identities yet"),
            isSyncing ? tr("The first synchronisation is running.")
                      : tr("The tenant holds no identities, or the first synchronisation has not run."));
    m_stack->setCurrentIndex(rows == 0 && !m_isLoading ? 1 : 0);
    QString count = tr("%Ln identities", nullptr, rows);
    if (!m_model->isComplete())
        count = tr("%L1 and more").arg(rows);
    else if (isSyncing && !isFiltered && m_counts.everyone == 0)
        count = tr("%L1 so far").arg(rows);
    if (const qint64 selected = selectedCount(*m_table); selected > 0)
        count += QStringLiteral("     ") + tr("%L1 selected").arg(selected);
    m_count->setText(count);
    m_table->setAccessibleDescription(count);
    m_pane->refreshHeader();
    if (!m_selection->isHidden())
        m_selection->setCount(selectedCount(*m_table), rows);
}

void IdentitiesPage::openPerson(const core::IdentityId &id)
{
    if (!m_app.tenantSession())
        return;
    m_selected = id;
    core::whenDone<domain::Identity>(
        m_app.tenantSession()->person(id), this, [this](const Result<domain::Identity> &p) {
            if (!p)
                return;
            m_selection->hide();
            m_pane->show(*p);
            m_pane->QWidget::show();
            m_header->setNarrowing({}, {});
            m_header->setText(p->email.isEmpty() ? p->name : p->email);
            Q_EMIT selectionChanged();
        });
}

void IdentitiesPage::setStatusFilter(std::optional<IdentityStatus> status)
{
    m_header->setNarrowing(status, m_header->filter());
}
void IdentitiesPage::focusSearch()
{
    m_header->focusSearch();
}
void IdentitiesPage::openFilter()
{
    m_header->openFilter();
}
core::IdentityId IdentitiesPage::current() const
{
    return m_pane->isHidden() ? core::IdentityId() : m_selected;
}
const domain::Identity *IdentitiesPage::currentPerson() const
{
    return m_pane->isHidden() ? nullptr : &m_pane->person();
}

void IdentitiesPage::closeDetails()
{
    m_pane->hide();
    m_selection->hide();
    m_selected = {};
    m_table->setCurrentIndex({});
    m_table->clearSelection();
    m_table->setFocus();
    Q_EMIT selectionChanged();
}

} // namespace ui
