#include "ui/reverification/worklist.h"
#include "models/peoplemodel.h"
#include "services/identities/identitydirectory.h"
#include "services/reverification/reverification.h"
#include "services/tenantsession/tenantsession.h"
#include "services/verification/storedcheck.h"
#include "ui/common/appcontext.h"
#include "ui/common/theme.h"
#include "ui/controls/label.h"
#include "ui/controls/line.h"
#include "ui/controls/scrolled.h"
#include "ui/controls/searchfield.h"
#include "ui/reverification/pastduetext.h"
#include "ui/reverification/workchips.h"
#include "ui/reverification/workselection.h"
#include "ui/reverification/workside.h"
#include "ui/reverification/worktable.h"
#include "ui/tables/liststates.h"
#include "ui/tables/peopletable.h"
#include "ui/widgets/flowlayout.h"
#include <QDateTime>
#include <QHBoxLayout>
#include <QLocale>
#include <QScrollArea>
#include <QTableView>
#include <QVBoxLayout>

namespace ui {

using core::Result;
using models::PeopleModel;

WorkList::WorkList(AppContext &app, QWidget *parent) : QWidget(parent), m_app(app), m_model(new PeopleModel(this))
{
    m_model->setCountsDays(true);
    auto *h = new QHBoxLayout(this);
    h->setContentsMargins(24, 14, 24, 16);
    h->setSpacing(12);
    h->addWidget(makeList(), 1);
    h->addWidget(makeSide());
    m_soon.setSingleShot(true);
    m_soon.setInterval(300);
    connect(&m_soon, &QTimer::timeout, this, &WorkList::refresh);
    feed(*m_model, app, this);
}

QWidget *WorkList::makeList()
{
    Theme &t = m_app.theme();
    auto *card = new QFrame;
    card->setObjectName(QStringLiteral("card"));
    auto *v = new QVBoxLayout(card);
    v->setContentsMargins(1, 0, 1, 1);
    v->setSpacing(0);
    v->addLayout(makeHead());
    m_repair = new Label(t,
        tr("Nobody knows when these people were verified. Repair in SailPoint first: set the date that idvVerifiedDate "
           "is to hold, then synchronise."),
        13, "text-2");
    m_repair->setObjectName(QStringLiteral("repairHint"));
    m_repair->setWordWrap(true);
    m_repair->setContentsMargins(12, 0, 12, 10);
    m_repair->hide();
    v->addWidget(m_repair);
    v->addWidget(line(t));
    m_table = makeWorkTable(m_app, m_model);
    m_states = new ListStates(t, m_table);
    m_states->setMinimumHeight(80); // the table scrolls; the chips above it have to be read
    connect(m_states, &ListStates::clearingWanted, this, &WorkList::showAll);
    connect(m_states, &ListStates::retryWanted, this, &WorkList::load);
    v->addWidget(m_states, 1);
    m_selection = new WorkSelection(m_app, m_table, m_model);
    connect(m_selection, &WorkSelection::campaignWanted, this, &WorkList::campaignWanted);
    v->addWidget(line(t));
    v->addWidget(m_selection);
    return card;
}

QHBoxLayout *WorkList::makeHead()
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(12, 12, 12, 12);
    auto *chips = new FlowLayout(4);
    m_chips = new WorkChips(m_app.theme(), *chips, this);
    connect(m_chips, &WorkChips::chosen, this, [this] {
        m_week = 0;
        load();
    });
    m_weekText = new Label(m_app.theme(), {}, 12, "accent-text", 500);
    chips->addWidget(m_weekText);
    row->addLayout(chips, 1);
    // Each question reads the whole order: one when the keys rest.
    m_search = new SearchField(m_app.theme(), tr("Search"), tr("Search the work list"), std::chrono::milliseconds(120));
    m_search->setFixedWidth(200);
    connect(m_search, &SearchField::searched, this, &WorkList::load);
    chips->addWidget(m_search); // in the same flow: nine chips need the width
    return row;
}

QWidget *WorkList::makeSide()
{
    m_side = new WorkSide(m_app);
    connect(m_side, &WorkSide::weekChosen, this, [this](core::Instant from) {
        m_week = m_week == from ? 0 : from;
        load();
    });
    connect(m_side, &WorkSide::policyWanted, this, &WorkList::policyWanted);
    connect(m_side, &WorkSide::reportWanted, this, &WorkList::reportWanted);
    auto *area = scrolled(m_side); // large texts need more than the window's height
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFixedWidth(std::min(m_app.theme().scaled(340), 480));
    return area;
}

void WorkList::openTenant()
{
    m_model->clear();
    m_summary.clear();
    m_stored = {};
    m_week = 0;
    m_search->clear();
    m_chips->clear();
    auto *w = m_app.tenantSession();
    if (!w)
        return;
    connect(w, &services::TenantSession::peopleChanged, this, [this] {
        if (isVisible() && !m_soon.isActive())
            m_soon.start();
    });
    connect(&w->reverification(), &services::Reverification::changed, this, &WorkList::refresh);
    refresh();
}

void WorkList::focusSearch()
{
    m_search->focusAll();
}

void WorkList::showWeek(core::Instant from)
{
    m_week = from;
    load();
}

void WorkList::showPastDue()
{
    m_week = 0;
    m_search->clear();
    if (m_chips->current() == WorkChips::AllPastDue)
        return load();
    m_chips->choose(WorkChips::AllPastDue); // loads
}

void WorkList::refresh()
{
    load();
    refreshCounts();
    m_side->refresh();
}

void WorkList::load()
{
    auto *w = m_app.tenantSession();
    if (!w)
        return;
    if (m_chips->current() != WorkChips::NotStored || m_week > 0)
        return loadPeople();
    // Who they are is looked up anew each time: the copy may have been read since.
    core::whenDone<domain::StoredFacts>(
        w->stored().facts(), this, [this, request = ++m_request, w](const Result<domain::StoredFacts> &r) {
            if (request != m_request || m_app.tenantSession() != w)
                return;
            if (!r)
                return showProblem(r.error());
            m_stored = *r;
            loadPeople();
        });
}

void WorkList::showProblem(const core::Error &e)
{
    m_states->showFailed(tr("The local copy cannot be read"), e.text);
}

void WorkList::loadPeople()
{
    auto *w = m_app.tenantSession();
    if (!w)
        return;
    domain::PeopleQuery q = WorkChips::query(m_chips->current(), m_stored.pastDueIds());
    q.text = m_search->text();
    m_weekText->setText({});
    if (m_week > 0) {
        // A bar of the chart: whoever falls due in that week, whatever the chip.
        q.status.reset();
        q.onlyPastDue = false;
        q.pastDuePart.reset();
        q.onlyIds.reset();
        q.filter = {};
        q.filter.dueFrom = m_week;
        q.filter.dueBefore = QDateTime::fromMSecsSinceEpoch(m_week).addDays(7).toMSecsSinceEpoch();
        m_weekText->setText(
            tr("Week of %1")
                .arg(QLocale().toString(QDateTime::fromMSecsSinceEpoch(m_week).date(), QLocale::ShortFormat)));
    }
    m_selection->setQuery(q);
    m_repair->setVisible(q.pastDuePart == domain::PastDuePart::DateUnusable);
    const quint64 request = ++m_request;
    core::whenDone<domain::PeopleResult>(
        w->directory().all(q), this, [this, request, q](const Result<domain::PeopleResult> &r) {
            if (request != m_request || !m_app.tenantSession())
                return;
            if (!r)
                return showProblem(r.error());
            m_model->setResult(*r, m_app.context().clock->now());
            if (m_model->rowCount() == 0)
                showNobody(!q.text.trimmed().isEmpty() || m_week > 0);
            else
                m_states->showRows();
            m_selection->refresh();
        });
}

void WorkList::showNobody(bool isNarrowed)
{
    if (isNarrowed)
        return m_states->showNoMatch({QStringLiteral("calendar"), tr("No one matches."), {}, tr("Show all")});
    m_states->showNothing({QStringLiteral("calendar"),
        m_chips->current() == WorkChips::AllPastDue ? tr("Nobody is past due.") : tr("Nobody is in this list.")});
}

void WorkList::showAll()
{
    m_week = 0;
    m_search->clear();
    load();
}

void WorkList::refreshCounts()
{
    auto *w = m_app.tenantSession();
    if (!w)
        return;
    core::whenDone<domain::StatusCounts>(w->directory().counts(), this, [this](const Result<domain::StatusCounts> &c) {
        if (c)
            showCounts(*c);
    });
    core::whenDone<domain::StoredFacts>(w->stored().facts(), this, [this, w](const Result<domain::StoredFacts> &r) {
        if (!r || m_app.tenantSession() != w)
            return;
        m_stored = *r;
        m_chips->setCount(WorkChips::NotStored, r->pastDue);
        tellSummary();
    });
    core::whenDone<domain::PeopleResult>(w->directory().all(WorkChips::query(WorkChips::NoContact, {})), this,
        [this](const Result<domain::PeopleResult> &r) {
            if (r)
                m_chips->setCount(WorkChips::NoContact, qint64(r->rows->size()));
        });
}

void WorkList::showCounts(const domain::StatusCounts &c)
{
    m_chips->setCounts(c);
    const qint64 dueSoon = c.byStatus[size_t(domain::IdentityStatus::DueSoon)];
    m_summary = tr("%L1 past due · %L2 due soon").arg(c.allPastDue()).arg(dueSoon);
    if (c.pastDueExempt > 0 || c.pastDueInactive > 0)
        m_summary += QStringLiteral(" · ") +
                     tr("of the past due %L1 exempt, %L2 inactive").arg(c.pastDueExempt).arg(c.pastDueInactive);
    tellSummary();
}

void WorkList::tellSummary()
{
    if (m_summary.isEmpty()) // still counting
        return;
    const QString stored = notStoredText(m_stored);
    Q_EMIT summaryChanged(stored.isEmpty() ? m_summary : m_summary + QStringLiteral(" · ") + stored);
}

CampaignChoice WorkList::choice() const
{
    return m_selection->choice();
}

} // namespace ui
