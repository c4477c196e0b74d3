#include "ui/reverification/worklist.h"
#include "models/peoplemodel.h"
#include "services/reverification/reverification.h"
#include "services/tenantsession/tenantsession.h"
#include "services/verification/storedcheck.h"
#include "ui/charts/forecastview.h"
#include "ui/common/appcontext.h"
#include "ui/common/theme.h"
#include "ui/identities/exportdialog.h"
#include "ui/tables/peopletable.h"
#include "ui/tables/table.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/parts.h"
#include <QDateTime>
#include <QHeaderView>
#include <QLineEdit>
#include <QLocale>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace ui {

using core::Result;
using domain::IdentityStatus;
using models::PeopleModel;

using domain::PastDuePart;

/// The chips of the work list; the parts of the past due stand in their own order behind all of them.
enum WorkChip {
    AllPastDue,
    FirstPart,
    DueSoon = FirstPart + domain::pastDuePartCount,
    NoContact,
    NotStored,
    ChipCount
};

QString notStoredText(const domain::StoredFacts &stored)
{
    return stored.pastDue > 0 ? WorkList::tr("of them %L1 verified here, not stored").arg(stored.pastDue) : QString();
}

QString pastDueParts(const domain::StatusCounts &c)
{
    QStringList out;
    for (int i = 0; i < domain::pastDuePartCount; ++i)
        out << QStringLiteral("%1 %2").arg(
            QLocale().toString(c.pastDue[size_t(i)]), models::pastDueText(PastDuePart(i)));
    return out.join(QStringLiteral(" · "));
}

static const QList<int> shownColumns{PeopleModel::Name, PeopleModel::Policy, PeopleModel::VerifiedOn, PeopleModel::Due,
    PeopleModel::Status, PeopleModel::GraceEnds, PeopleModel::Contact};

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
    // Each question reads the whole order: one when the keys rest.
    m_typing.setSingleShot(true);
    m_typing.setInterval(120);
    connect(&m_typing, &QTimer::timeout, this, &WorkList::load);
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
    auto *row = new QHBoxLayout;
    row->setContentsMargins(12, 12, 12, 12);
    auto *chips = new FlowLayout(4);
    QStringList names{tr("Past due")};
    for (int i = 0; i < domain::pastDuePartCount; ++i)
        names << models::pastDueText(PastDuePart(i));
    names << tr("Due soon") << tr("No contact") << tr("Not stored");
    Q_ASSERT(names.size() == ChipCount);
    for (int i = 0; i < names.size(); ++i) {
        auto *chip = new FilterChip(t, names.at(i));
        chip->setAutoExclusive(true);
        chip->setCount(std::nullopt);
        connect(chip, &FilterChip::toggled, this, [this, i](bool isOn) {
            if (isOn && std::exchange(m_chip, i) != i) {
                m_week = 0;
                load();
            }
        });
        m_chips << chip;
        chips->addWidget(chip);
    }
    m_chips.at(NotStored)->setToolTip(tr("Verified here, and SailPoint does not show it"));
    markRegion(m_chips.first());
    m_chips.first()->setChecked(true);
    m_weekText = new Label(t, {}, 12, "accent-text", 500);
    chips->addWidget(m_weekText);
    row->addLayout(chips, 1);
    m_search = new QLineEdit;
    m_search->setPlaceholderText(tr("Search"));
    m_search->setAccessibleName(tr("Search the work list"));
    m_search->setClearButtonEnabled(true);
    m_search->setFixedWidth(200);
    connect(m_search, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    chips->addWidget(m_search); // in the same flow: nine chips need the width
    v->addLayout(row);
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
    m_stack = new QStackedWidget;
    m_table = makeTable(t, m_model, tr("Work list"), {200}, PeopleModel::Name);
    m_table->setObjectName(QStringLiteral("workTable"));
    m_table->setSelectionMode(QTableView::ExtendedSelection);
    for (int c = 0; c < PeopleModel::ColumnCount; ++c)
        m_table->setColumnHidden(c, !shownColumns.contains(c));
    for (const auto &[column, width] : {std::pair{PeopleModel::Policy, 110}, std::pair{PeopleModel::VerifiedOn, 96},
             std::pair{PeopleModel::Due, 96}, std::pair{PeopleModel::Status, 164},
             std::pair{PeopleModel::GraceEnds, 112}, std::pair{PeopleModel::Contact, 110}})
        m_table->setColumnWidth(column, width);
    auto *header = m_table->horizontalHeader();
    for (int at = 0; at < shownColumns.size(); ++at)
        header->moveSection(header->visualIndex(shownColumns.at(at)), at);
    connect(m_table, &QTableView::doubleClicked, this, [this](const QModelIndex &i) {
        if (const auto *p = m_model->person(i.row()))
            Q_EMIT m_app.personWanted(p->id);
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &WorkList::refreshSelection);
    connect(m_model, &QAbstractItemModel::modelReset, this, &WorkList::refreshSelection);
    markRegion(m_table);
    m_stack->setMinimumHeight(80); // the table scrolls; the chips above it have to be read
    m_stack->addWidget(m_table);
    m_empty = new EmptyState(t);
    connect(m_empty, &EmptyState::activated, this, [this] {
        m_week = 0;
        m_search->clear();
        load();
    });
    m_stack->addWidget(m_empty);
    v->addWidget(m_stack, 1);
    m_bar = new QWidget;
    auto *bar = new QHBoxLayout(m_bar);
    bar->setContentsMargins(12, 8, 12, 8);
    auto *left = new FlowLayout(6);
    bar->addLayout(left, 1);
    m_selected = new Label(t, {}, 13, "text", 600);
    m_selected->setObjectName(QStringLiteral("workSelection"));
    auto *all = button(t, tr("Select all"), {}, "flat");
    auto *none = button(t, tr("Clear"), {}, "flat");
    auto *save = button(t, tr("Export…"), QStringLiteral("export"));
    save->setObjectName(QStringLiteral("workExport"));
    connect(all, &QPushButton::clicked, m_table, &QTableView::selectAll);
    connect(none, &QPushButton::clicked, m_table, &QTableView::clearSelection);
    connect(save, &QPushButton::clicked, this, &WorkList::openExport);
    auto *start = button(t, tr("Start campaign…"), QStringLiteral("renew"), "primary");
    start->setObjectName(QStringLiteral("workCampaign"));
    connect(start, &QPushButton::clicked, this, &WorkList::campaignWanted);
    left->addWidget(m_selected);
    left->addWidget(all);
    left->addWidget(none);
    bar->addWidget(save);
    bar->addWidget(start);
    v->addWidget(line(t));
    v->addWidget(m_bar);
    return card;
}

QWidget *WorkList::makeSide()
{
    Theme &t = m_app.theme();
    auto *side = new QWidget;
    auto *v = new QVBoxLayout(side);
    v->setContentsMargins(0, 0, 0, 0);
    v->setSpacing(12);
    const auto card = [&](const QString &title, const QString &right) {
        auto *c = new QFrame;
        c->setObjectName(QStringLiteral("card"));
        auto *cv = new QVBoxLayout(c);
        cv->setContentsMargins(16, 12, 16, 12);
        auto *head = new QHBoxLayout;
        head->addWidget(new Label(t, title, 14, "text", 600));
        head->addStretch();
        if (!right.isEmpty())
            head->addWidget(new Label(t, right, 12, "text-3"));
        cv->addLayout(head);
        v->addWidget(c);
        return std::pair(cv, head);
    };
    const auto [due, dueHead] = card(tr("Falling due"), tr("next 12 weeks"));
    m_forecast = new ForecastView(t);
    m_forecast->setAccessibleName(tr("Falling due, chart"));
    connect(m_forecast, &ForecastView::chosen, this, [this](core::Instant from) {
        m_week = m_week == from ? 0 : from;
        load();
    });
    markRegion(m_forecast);
    due->addWidget(m_forecast);
    const auto [policy, policyHead] = card(tr("Policy"), {});
    auto *edit = button(t, tr("Edit…"), {}, "flat");
    edit->setAccessibleName(tr("Edit the policy"));
    connect(edit, &QPushButton::clicked, this, &WorkList::policyWanted);
    policyHead->addWidget(edit);
    m_rules = new Label(t, {}, 13, "text-2");
    m_rules->setWordWrap(true);
    policy->addWidget(m_rules);
    const auto [report, reportHead] = card(tr("Report for auditors"), {});
    auto *what =
        new Label(t, tr("Coverage, who is past due, campaigns and proof that the log is unchanged."), 13, "text-2");
    what->setWordWrap(true);
    report->addWidget(what);
    auto *make = button(t, tr("Create report…"), QStringLiteral("document"));
    connect(make, &QPushButton::clicked, this, &WorkList::reportWanted);
    report->addWidget(make, 0, Qt::AlignLeft);
    v->addStretch();
    auto *area = scrolled(side); // large texts need more than the window's height
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFixedWidth(std::min(t.scaled(340), 480));
    return area;
}

void WorkList::openTenant()
{
    m_model->clear();
    m_summary.clear();
    m_stored = {};
    m_week = 0;
    m_search->clear();
    for (auto *c : std::as_const(m_chips))
        c->setCount(std::nullopt);
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
    m_search->setFocus();
    m_search->selectAll();
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
    if (m_chip == AllPastDue)
        return load();
    m_chips.at(AllPastDue)->setChecked(true); // loads
}

domain::PeopleQuery WorkList::queryOf(int chip) const
{
    domain::PeopleQuery q;
    q.sort = domain::SortBy::Due;
    if (chip == DueSoon) {
        q.status = IdentityStatus::DueSoon;
        return q;
    }
    q.onlyPastDue = true;
    if (chip >= FirstPart && chip < DueSoon)
        q.pastDuePart = PastDuePart(chip - FirstPart);
    if (chip == NoContact)
        q.filter.contact = domain::ContactFilter::None;
    if (chip == NotStored)
        q.onlyIds = m_stored.pastDueIds();
    return q;
}

void WorkList::refresh()
{
    load();
    refreshSide();
}

void WorkList::load()
{
    auto *w = m_app.tenantSession();
    if (!w)
        return;
    if (m_chip != NotStored || m_week > 0)
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
    m_empty->setContent(QStringLiteral("warning"), tr("The local copy cannot be read"), e.text, tr("Try again"));
    m_stack->setCurrentIndex(1);
}

void WorkList::loadPeople()
{
    auto *w = m_app.tenantSession();
    if (!w)
        return;
    domain::PeopleQuery q = queryOf(m_chip);
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
    m_shown = q;
    m_repair->setVisible(q.pastDuePart == PastDuePart::DateUnusable);
    const quint64 request = ++m_request;
    core::whenDone<domain::PeopleResult>(w->all(q), this, [this, request, q](const Result<domain::PeopleResult> &r) {
        if (request != m_request || !m_app.tenantSession())
            return;
        if (!r)
            return showProblem(r.error());
        m_model->setResult(*r, m_app.context().clock->now());
        const bool isNarrowed = !q.text.trimmed().isEmpty() || m_week > 0;
        if (m_model->rowCount() == 0)
            m_empty->setContent(QStringLiteral("calendar"),
                isNarrowed             ? tr("No one matches.")
                : m_chip == AllPastDue ? tr("Nobody is past due.")
                                       : tr("Nobody is in this list."),
                {}, isNarrowed ? tr("Show all") : QString());
        m_stack->setCurrentIndex(m_model->rowCount() == 0 ? 1 : 0);
        refreshSelection();
    });
}

void WorkList::refreshSide()
{
    auto *w = m_app.tenantSession();
    if (!w)
        return;
    core::whenDone<domain::StatusCounts>(w->counts(), this, [this](const Result<domain::StatusCounts> &c) {
        if (!c)
            return;
        const auto of = [&c](IdentityStatus s) { return c->byStatus[size_t(s)]; };
        m_chips.at(AllPastDue)->setCount(c->allPastDue());
        for (int i = 0; i < domain::pastDuePartCount; ++i)
            m_chips.at(FirstPart + i)->setCount(c->pastDue[size_t(i)]);
        m_chips.at(DueSoon)->setCount(of(IdentityStatus::DueSoon));
        QString summary = tr("%L1 past due · %L2 due soon").arg(c->allPastDue()).arg(of(IdentityStatus::DueSoon));
        if (c->pastDueExempt > 0 || c->pastDueInactive > 0)
            summary += QStringLiteral(" · ") +
                       tr("of the past due %L1 exempt, %L2 inactive").arg(c->pastDueExempt).arg(c->pastDueInactive);
        m_summary = summary;
        tellSummary();
    });
    core::whenDone<domain::StoredFacts>(w->stored().facts(), this, [this, w](const Result<domain::StoredFacts> &r) {
        if (!r || m_app.tenantSession() != w)
            return;
        m_stored = *r;
        m_chips.at(NotStored)->setCount(r->pastDue);
        tellSummary();
    });
    core::whenDone<domain::PeopleResult>(
        w->all(queryOf(NoContact)), this, [this](const Result<domain::PeopleResult> &r) {
            if (r)
                m_chips.at(NoContact)->setCount(qint64(r->rows->size()));
        });
    core::whenDone<QList<domain::WeekLoad>>(
        w->reverification().forecast(), this, [this](const Result<QList<domain::WeekLoad>> &weeks) {
            QList<ForecastView::Bar> bars;
            for (const auto &x : weeks ? *weeks : QList<domain::WeekLoad>())
                bars.append({x.from, x.due - x.highRisk, x.highRisk});
            m_forecast->setBars(bars, tr("high risk"));
            m_forecast->setCapacity(
                m_app.tenantSession()
                    ? m_app.settings()
                          .value(QStringLiteral("capacity/") + m_app.tenantSession()->tenant().id.str(), 0)
                          .toLongLong()
                    : 0);
        });
    QStringList lines;
    const auto &policy = w->reverification().policy();
    for (const auto &r : policy.rules)
        lines << QStringLiteral("%1: %2").arg(
            r.name + (r.isHighRisk ? QStringLiteral(" (%1)").arg(tr("high risk")) : QString()),
            tr("%n day(s)", nullptr, r.rule.intervalDays));
    lines << QStringLiteral("%1: %2").arg(tr("Standard"), tr("%n day(s)", nullptr, policy.standard.intervalDays));
    lines << QString()
          << tr("Warn %1 days before · grace %2 days").arg(policy.standard.warnDays).arg(policy.standard.graceDays);
    m_rules->setText(lines.join(QLatin1Char('\n')));
}

void WorkList::tellSummary()
{
    if (m_summary.isEmpty()) // still counting
        return;
    const QString stored = notStoredText(m_stored);
    Q_EMIT summaryChanged(stored.isEmpty() ? m_summary : m_summary + QStringLiteral(" · ") + stored);
}

void WorkList::refreshSelection()
{
    const qint64 n = selectedCount(*m_table);
    m_selected->setText(
        n > 0 ? tr("%L1 of %L2 selected").arg(n).arg(m_model->rowCount()) : tr("%L1 people").arg(m_model->rowCount()));
}

CampaignChoice WorkList::choice() const
{
    const auto selected = selectedRows(*m_table, *m_model);
    // Everybody chosen is the list itself, found anew at the dry run.
    const qint64 left = m_model->rowCount() - qint64(selected->size());
    const bool isAll = left == 0 && m_shown.text.trimmed().isEmpty();
    CampaignChoice choice{m_shown, m_model->rowCount(), selected->empty() || isAll ? nullptr : selected, nullptr};
    // All but a few: the list, and the few as exceptions. Who comes to be due until the dry run is in it too.
    if (left > 0 && left <= 1000 && left < m_model->rowCount() / 2 && m_shown.text.trimmed().isEmpty())
        choice.left = unselectedRows(*m_table, *m_model);
    return choice;
}

void WorkList::openExport()
{
    if (!m_app.tenantSession())
        return;
    const auto selected = selectedRows(*m_table, *m_model);
    std::vector<domain::PeopleColumn> columns;
    for (const int c : shownColumns)
        columns.push_back(models::exportColumn(c));
    auto *d =
        new ExportDialog(m_app, {m_shown, m_model->rowCount(), selected->empty() ? nullptr : selected, columns}, this);
    d->setAttribute(Qt::WA_DeleteOnClose);
    d->open();
}

} // namespace ui
