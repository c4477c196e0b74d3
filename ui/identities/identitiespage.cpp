#include "ui/identities/identitiespage.h"
#include "models/peoplemodel.h"
#include "services/identities/identitydirectory.h"
#include "services/sync/syncer.h"
#include "services/tenants/vendorreach.h"
#include "services/tenantsession/tenantsession.h"
#include "ui/common/appcontext.h"
#include "ui/identities/identitiesheader.h"
#include "ui/identities/identitiestable.h"
#include "ui/identities/offlinebanner.h"
#include "ui/identities/peoplepanes.h"
#include "ui/identities/selectedpeople.h"
#include "ui/identities/selectionpane.h"
#include "ui/identities/viewsbutton.h"
#include "ui/tables/peopletable.h"
#include <QJsonDocument>
#include <QSplitter>
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
    m_offline = new OfflineBanner(app);
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
    m_table = new IdentitiesTable(app, m_model);
    m_table->offerColumns(m_header->columns());
    v->addWidget(m_table, 1);
    m_splitter->addWidget(left);
    m_panes = new PeoplePanes(app, *m_model, *m_table, *m_splitter, this);
    m_selectedPeople = new SelectedPeople(app, *m_table, *m_model, m_query, this);
    listenToParts();
    for (const auto &[timer, ms, slot] :
        {std::tuple{&m_soon, 0, &IdentitiesPage::refresh}, std::tuple{&m_countSoon, 0, &IdentitiesPage::refreshCounts},
            std::tuple{&m_rememberSoon, 500, &IdentitiesPage::remember}}) {
        timer->setSingleShot(true);
        timer->setInterval(ms);
        connect(timer, &QTimer::timeout, this, slot);
    }
    feed(*m_model, app, this, [this](int block) {
        m_panes->followMark();
        if (block == 0)
            Q_EMIT painted();
    });
    connect(&app, &AppContext::tenantSessionChanged, this, &IdentitiesPage::openTenant);
}

void IdentitiesPage::listenToParts()
{
    connect(m_table, &IdentitiesTable::orderChanged, this, &IdentitiesPage::takeOrder);
    connect(m_table, &IdentitiesTable::columnsChanged, &m_rememberSoon, qOverload<>(&QTimer::start));
    connect(m_table, &IdentitiesTable::clearingWanted, m_header, &IdentitiesHeader::clearAll);
    connect(m_table, &IdentitiesTable::retryWanted, this, &IdentitiesPage::load);
    connect(m_panes, &PeoplePanes::countChanged, this, &IdentitiesPage::refreshState);
    connect(m_panes, &PeoplePanes::changed, this, &IdentitiesPage::selectionChanged);
    connect(&m_panes->selection(), &SelectionPane::exportWanted, this, &IdentitiesPage::openExport);
    connect(&m_panes->selection(), &SelectionPane::inviteWanted, m_selectedPeople, &SelectedPeople::invite);
    connect(&m_panes->selection(), &SelectionPane::processWanted, m_selectedPeople, &SelectedPeople::process);
    connect(m_header, &IdentitiesHeader::changed, this, &IdentitiesPage::load);
    connect(m_header, &IdentitiesHeader::viewChosen, this, &IdentitiesPage::showView);
    connect(m_header, &IdentitiesHeader::exportWanted, this, &IdentitiesPage::openExport);
    connect(m_header, &IdentitiesHeader::tableWanted, m_table, &IdentitiesTable::focusFirst);
    connect(m_splitter, &QSplitter::splitterMoved, &m_rememberSoon, qOverload<>(&QTimer::start));
}

void IdentitiesPage::openTenant()
{
    ++m_request;
    m_panes->forget();
    m_counts = {};
    m_offline->setSync({});
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
    connect(&w->reach(), &services::VendorReach::changed, this, &IdentitiesPage::refreshState);
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
        w->directory().quick(m_query), this, [this, request](const Result<domain::PeopleResult> &r) {
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
            core::whenDone<domain::PeopleResult>(m_app.tenantSession()->directory().all(m_query), this,
                [this, request](const Result<domain::PeopleResult> &all) {
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
        m_app.tenantSession()->directory().counts(), this, [this](const Result<domain::StatusCounts> &c) {
            if (!c)
                return;
            m_counts = *c;
            m_header->setCounts(*c);
            Q_EMIT pastDueCounted(c->allPastDue());
            refreshState();
        });
    core::whenDone<domain::SyncHealth>(
        m_app.tenantSession()->syncer().health(), this, [this](const Result<domain::SyncHealth> &h) {
            m_offline->setSync(h ? *h : domain::SyncHealth());
            m_offline->refreshState();
        });
}

void IdentitiesPage::refreshState()
{
    auto *w = m_app.tenantSession();
    if (!w)
        return;
    m_offline->refreshState();
    m_table->refresh({m_query, m_problem, m_isLoading, w->syncer().isRunning(), m_counts.everyone});
    m_panes->refresh();
}

void IdentitiesPage::openPerson(const core::IdentityId &id)
{
    if (!m_app.tenantSession())
        return;
    m_panes->expect(id);
    core::whenDone<domain::Identity>(
        m_app.tenantSession()->directory().person(id), this, [this](const Result<domain::Identity> &p) {
            if (!p)
                return;
            m_panes->showPerson(*p);
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
    return m_panes->current();
}
const domain::Identity *IdentitiesPage::currentPerson() const
{
    return m_panes->currentPerson();
}

void IdentitiesPage::closeDetails()
{
    m_panes->close();
}

void IdentitiesPage::openExport()
{
    m_selectedPeople->openExport();
}

void IdentitiesPage::takeOrder(domain::SortBy sort, bool isDescending)
{
    const bool isSame = m_query.sort == sort && m_query.descending == isDescending;
    m_query.sort = sort;
    m_query.descending = isDescending;
    if (!isSame && !m_isRecalling)
        load();
}

domain::PeopleView IdentitiesPage::present() const
{
    return {{}, m_query, m_table->columns()};
}

void IdentitiesPage::showView(const domain::PeopleView &view)
{
    m_isRecalling = true;
    m_table->setColumns(view.columns);
    m_query.sort = view.query.sort;
    m_query.descending = view.query.descending;
    m_table->setOrder(m_query.sort, m_query.descending);
    m_isRecalling = false;
    m_header->setNarrowing(view.query.status, view.query.filter);
}

// Per tenant: filter, status, order, columns, the pane's width. Never what is typed or selected.
void IdentitiesPage::remember()
{
    if (m_tenant.isEmpty())
        return;
    QSettings &s = m_app.settings();
    s.setValue(peopleSetting(m_tenant, "query"), QJsonDocument(domain::toJson(m_query)).toJson(QJsonDocument::Compact));
    s.setValue(peopleSetting(m_tenant, "columns"), m_table->columns());
    s.setValue(peopleSetting(m_tenant, "panes"), m_splitter->saveState());
}

void IdentitiesPage::recall()
{
    if (m_rememberSoon.isActive())
        remember(); // the last tenant's
    m_rememberSoon.stop();
    m_tenant = m_app.tenantSession() ? m_app.tenantSession()->tenant().id : core::TenantId();
    const QSignalBlocker quiet(m_header); // the page loads once, after this
    m_header->clearAll();
    m_query = {};
    const QSettings &s = m_app.settings();
    const auto query = domain::queryFromJson(
        QJsonDocument::fromJson(s.value(peopleSetting(m_tenant, "query")).toByteArray()).object());
    showView({{}, query, s.value(peopleSetting(m_tenant, "columns"), m_table->usualColumns()).toByteArray()});
    m_splitter->restoreState(s.value(peopleSetting(m_tenant, "panes")).toByteArray());
}

} // namespace ui
