#include "ui/access/approvalspage.h"
#include "models/approvalmodel.h"
#include "models/peoplemodel.h"
#include "services/access/approvals.h"
#include "services/identities/identitydirectory.h"
#include "services/tenantsession/tenantsession.h"
#include "ui/access/approvallist.h"
#include "ui/access/approvalpane.h"
#include "ui/common/appcontext.h"
#include "ui/controls/banner.h"
#include "ui/controls/region.h"
#include "ui/widgets/problem.h"
#include <QHBoxLayout>
#include <QSplitter>

namespace ui {

using core::Result;
using models::ApprovalModel;

ApprovalsPage::ApprovalsPage(AppContext &app, QWidget *parent)
    : QWidget(parent), m_app(app), m_model(new ApprovalModel(this))
{
    auto *h = new QHBoxLayout(this);
    h->setContentsMargins(0, 0, 0, 0);
    auto *splitter = new QSplitter;
    splitter->setChildrenCollapsible(false);
    m_pane = new ApprovalPane(app);
    markRegion(m_pane);
    m_pane->hide();
    m_list = new ApprovalList(app, m_model);
    splitter->addWidget(m_list);
    splitter->addWidget(m_pane);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 0);
    h->addWidget(splitter);
    connect(m_pane, &ApprovalPane::decided, this, [this](const QString &text) {
        Q_EMIT m_app.notice(text);
        if (auto *w = m_app.tenantSession())
            w->approvals().poll();
        loadReviews();
    });
    connect(m_list, &ApprovalList::narrowed, this, &ApprovalsPage::refresh);
    connect(m_list, &ApprovalList::rowChosen, this, &ApprovalsPage::showDetail);
    connect(m_list, &ApprovalList::readingWanted, this, &ApprovalsPage::readAgain);
    connect(m_list, &ApprovalList::requirementsChanged, m_pane, &ApprovalPane::readEligibility);
    connect(m_list, &ApprovalList::requirementsChanged, this, &ApprovalsPage::readRequirements);
    connect(&app, &AppContext::tenantSessionChanged, this, &ApprovalsPage::openTenant);
    openTenant();
}

void ApprovalsPage::focusSearch()
{
    m_list->focusSearch();
}

void ApprovalsPage::openTenant()
{
    m_selected.clear();
    m_isRead = m_hasFailed = false;
    m_list->setIdentityIqOffered(false);
    m_summary.reset();
    m_reminder.clear();
    m_reviewsFault.clear();
    m_reviewsAt = 0;
    m_model->setRequirements({});
    m_list->banner().hide();
    m_pane->hide();
    m_model->setApprovals({});
    m_model->setReviews({});
    m_model->setStatuses({});
    if (auto *w = m_app.tenantSession()) {
        // A tenant that is still busy elsewhere goes on looking: that is not this page's.
        const auto isShown = [this, w] { return w == m_app.tenantSession(); };
        connect(&w->approvals(), &services::Approvals::changed, this, [this, isShown] {
            if (isShown())
                applyPending();
        });
        connect(&w->approvals(), &services::Approvals::failed, this, [this, isShown](const core::Error &e) {
            if (isShown())
                fail(e);
        });
        connect(w, &services::TenantSession::peopleChanged, this, [this, isShown] {
            if (isShown())
                readPeople();
        });
        if (isVisible()) {
            w->approvals().watch();
            readRequirements();
            loadReviews();
        }
    }
    Q_EMIT waitingCount(0);
    refresh();
}

void ApprovalsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (auto *w = m_app.tenantSession()) {
        w->approvals().watch();
        readRequirements();
        if (!m_isRead)
            loadReviews();
    }
}

void ApprovalsPage::applyPending()
{
    auto *w = m_app.tenantSession();
    if (!w)
        return;
    m_isRead = true;
    m_hasFailed = false;
    m_list->setIdentityIqOffered(false);
    showRemarks();
    readSummary();
    if (m_app.context().clock->now() - m_reviewsAt > 5 * core::minuteMs)
        loadReviews();
    m_model->setApprovals(w->approvals().seen());
    m_list->setCheckedAt(w->approvals().seenAt());
    readPeople();
    refresh();
}

// Their status is the local copy's; a decision reads the person from SailPoint once more.
void ApprovalsPage::readPeople()
{
    auto *w = m_app.tenantSession();
    if (!w || !m_isRead || w->approvals().seen().isEmpty())
        return;
    QStringList ids;
    for (const auto &a : w->approvals().seen())
        ids << a.forId.str();
    ids.removeDuplicates();
    using Rows = std::shared_ptr<const domain::RowIds>;
    const auto people = core::andThen<Rows>(w->directory().rowsOf(ids), w, [w](const Rows &rows) {
        domain::RowIds known;
        for (const qint32 rid : *rows) {
            if (rid != 0)
                known.push_back(rid);
        }
        return w->directory().people(known);
    });
    core::whenDone<QList<domain::Identity>>(people, this, [this, w](const Result<QList<domain::Identity>> &all) {
        if (w != m_app.tenantSession() || !all)
            return;
        QHash<QString, QString> chips;
        const auto now = m_app.context().clock->now();
        for (const auto &p : *all)
            chips.insert(p.id.str(), models::chipKey(p.kind, domain::statusAt(p.kind, p.due, p.warnAt, now)));
        const auto *chosen = m_model->approval(m_model->rowOf(m_selected));
        const QString person = chosen ? chosen->forId.str() : QString();
        const bool isNews = !person.isEmpty() && m_model->status(person) != chips.value(person);
        m_model->setStatuses(chips);
        refresh();
        if (isNews) // verified meanwhile, for example
            m_pane->readEligibility();
    });
}

void ApprovalsPage::readRequirements()
{
    if (auto *w = m_app.tenantSession()) {
        core::whenDone<domain::AccessRequirements>(w->approvals().requirementsTable().requirements(), this,
            [this, w](const Result<domain::AccessRequirements> &r) {
                if (!r || w != m_app.tenantSession())
                    return;
                m_model->setRequirements(*r);
                refresh();
            });
    }
}

void ApprovalsPage::readSummary()
{
    auto *w = m_app.tenantSession();
    using Summary = std::optional<domain::ApprovalSummary>;
    core::whenDone<Summary>(w->approvals().summary(), this, [this, w](const Result<Summary> &s) {
        if (!s || w != m_app.tenantSession())
            return;
        m_summary = *s;
        refresh();
    });
}

// What is to be known beside the list, one after the other in importance.
void ApprovalsPage::showRemarks()
{
    auto *w = m_app.tenantSession();
    const QString remark = w ? w->approvals().remark() : QString();
    if (!m_reviewsFault.isEmpty())
        m_list->banner().show(Banner::Warning, tr("The access reviews cannot be read"), m_reviewsFault);
    else if (!m_reminder.isEmpty() || !remark.isEmpty())
        m_list->banner().show(
            Banner::Warning, m_reminder.isEmpty() ? remark : m_reminder, m_reminder.isEmpty() ? QString() : remark);
    else
        m_list->banner().hide();
}

void ApprovalsPage::readAgain()
{
    if (auto *w = m_app.tenantSession()) {
        w->approvals().refresh();
        loadReviews();
    }
}

void ApprovalsPage::loadReviews()
{
    auto *w = m_app.tenantSession();
    if (!w)
        return;
    m_reviewsAt = m_app.context().clock->now();
    core::whenDone<QList<domain::AccessReview>>(
        w->approvals().accessReviews().reviews(), this, [this, w](const Result<QList<domain::AccessReview>> &all) {
            if (w != m_app.tenantSession())
                return;
            m_reviewsFault = all ? QString() : all.error().text;
            if (!all)
                return m_hasFailed ? void() : showRemarks();
            m_model->setReviews(*all);
            m_reminder = domain::reviewReminder(*all, m_app.context().clock->now());
            if (!m_hasFailed)
                showRemarks();
            refresh();
        });
}

void ApprovalsPage::fail(const core::Error &e)
{
    m_hasFailed = true;
    showProblem(m_list->banner(), e, domain::Vendor::SailPoint);
    m_list->setIdentityIqOffered(m_app.tenantSession() && domain::isIdentityIq(m_app.tenantSession()->tenant()));
    refresh();
}

void ApprovalsPage::refresh()
{
    m_list->refresh({m_isRead, m_hasFailed, m_summary});
    if (m_isRead)
        Q_EMIT waitingCount(m_model->count(ApprovalModel::Requests));
    // What was looked at stays in view while the list is read anew; what was decided leaves.
    const int row = m_selected.isEmpty() ? -1 : m_model->rowOf(m_selected);
    if (row >= 0)
        m_list->selectRow(row);
    else
        m_pane->hide();
    if (row >= 0)
        showDetail();
}

void ApprovalsPage::showDetail()
{
    const int row = m_list->currentRow();
    if (const auto *a = m_model->approval(row)) {
        m_selected = a->id;
        m_pane->show(*a);
        m_pane->setVisible(true);
    } else if (const auto *r = m_model->review(row)) {
        m_selected = r->id;
        m_pane->show(*r);
        m_pane->setVisible(true);
    }
}

} // namespace ui
