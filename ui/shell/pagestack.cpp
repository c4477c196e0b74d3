#include "ui/shell/pagestack.h"
#include "ui/access/approvalspage.h"
#include "ui/audit/auditpage.h"
#include "ui/common/appcontext.h"
#include "ui/identities/identitiespage.h"
#include "ui/lab/labpage.h"
#include "ui/overview/overviewpage.h"
#include "ui/profiles/profilespage.h"
#include "ui/reverification/reverificationpage.h"
#include "ui/sessions/sessionspage.h"
#include "ui/settings/settingspage.h"
#include "ui/tenants/firstrunpage.h"
#include <QVBoxLayout>

namespace ui {

PageStack::PageStack(AppContext &app, QWidget *parent) : QStackedWidget(parent), m_app(app)
{
    auto *first = new FirstRunPage(app);
    m_overview = new OverviewPage(app);
    m_identities = new IdentitiesPage(app);
    m_sessions = new SessionsPage(app);
    m_renewal = new ReverificationPage(app);
    m_profiles = new ProfilesPage(app);
    m_approvalsPlace = new QWidget;
    m_labPlace = new QWidget;
    m_auditPlace = new QWidget; // their pages are made when they are first looked at
    m_settings = new SettingsPage(app);
    for (QWidget *page :
        {static_cast<QWidget *>(first), static_cast<QWidget *>(m_overview), static_cast<QWidget *>(m_identities),
            static_cast<QWidget *>(m_sessions), static_cast<QWidget *>(m_renewal), static_cast<QWidget *>(m_profiles),
            m_approvalsPlace, m_labPlace, m_auditPlace, static_cast<QWidget *>(m_settings)})
        addWidget(page);
    connect(m_sessions, &SessionsPage::pendingCount, this, [this](qint64 n) { Q_EMIT counted(Page::Sessions, n); });
    connect(
        m_identities, &IdentitiesPage::pastDueCounted, this, [this](qint64 n) { Q_EMIT counted(Page::Renewal, n); });
}

static void fill(QWidget *place, QWidget *page)
{
    auto *box = new QVBoxLayout(place);
    box->setContentsMargins(0, 0, 0, 0);
    box->addWidget(page);
}

void PageStack::makeApprovals()
{
    m_approvals = new ApprovalsPage(m_app);
    connect(m_approvals, &ApprovalsPage::waitingCount, this, [this](qint64 n) { Q_EMIT counted(Page::Approvals, n); });
    fill(m_approvalsPlace, m_approvals);
}

void PageStack::makeLab()
{
    m_lab = new LabPage(m_app);
    connect(m_lab, &LabPage::receiverSettingsWanted, this, &PageStack::receiverSettingsWanted);
    fill(m_labPlace, m_lab);
}

void PageStack::makeAudit()
{
    m_audit = new AuditPage(m_app);
    fill(m_auditPlace, m_audit);
}

void PageStack::open(Page page)
{
    if (page == Page::Approvals && !m_approvals)
        makeApprovals();
    if (page == Page::Lab && !m_lab)
        makeLab();
    if (page == Page::Audit && !m_audit)
        makeAudit();
    setCurrentIndex(int(page));
}

void PageStack::focusSearch()
{
    switch (current()) {
    case Page::Identities: return m_identities->focusSearch();
    case Page::Sessions: return m_sessions->focusSearch();
    case Page::Renewal: return m_renewal->focusSearch();
    case Page::Profiles: return m_profiles->focusSearch();
    case Page::Approvals: return m_approvals->focusSearch();
    case Page::Lab: return m_lab->focusSearch();
    case Page::Audit: return m_audit->focusSearch();
    case Page::FirstRun:
    case Page::Overview:
    case Page::Settings: break;
    }
}

} // namespace ui
