#include "ui/pages/identitiespage.h"
#include "domain/messages.h"
#include "models/peoplemodel.h"
#include "services/syncer.h"
#include "services/workspace.h"
#include "ui/desk.h"
#include "ui/pages/detailpane.h"
#include "ui/theme.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/table.h"
#include <QDateTime>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QLocale>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace ui {

using core::Result;
using domain::IdentityStatus;

static const std::array<std::optional<IdentityStatus>, 7> chipOrder{std::nullopt, IdentityStatus::Verified, IdentityStatus::DueSoon, IdentityStatus::Overdue,
                                                                    IdentityStatus::Pending, IdentityStatus::Failed, IdentityStatus::Never};

IdentitiesPage::IdentitiesPage(Desk &desk, QWidget *parent) : QWidget(parent), m_desk(desk), m_model(new models::PeopleModel(this))
{
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    m_offline = new Banner(desk.theme(), true);
    connect(m_offline, &Banner::firstPressed, this, [this] {
        if (m_desk.workspace()) {
            m_desk.workspace()->checkReach();
            m_desk.synchronise(false);
        }
    });
    whole->addWidget(m_offline);
    m_splitter = new QSplitter(Qt::Horizontal);
    m_splitter->setChildrenCollapsible(false);
    whole->addWidget(m_splitter, 1);
    auto *left = new QWidget;
    auto *v = new QVBoxLayout(left);
    v->setContentsMargins(0, 0, 0, 0);
    v->setSpacing(0);
    makeHeader(v);
    makeTable(v);
    m_splitter->addWidget(left);
    m_pane = new DetailPane(desk);
    markRegion(m_pane);
    m_pane->hide();
    connect(m_pane, &DetailPane::closeWanted, this, &IdentitiesPage::closeDetails);
    m_splitter->addWidget(m_pane);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);

    m_typing.setSingleShot(true);
    m_typing.setInterval(60);
    connect(&m_typing, &QTimer::timeout, this, &IdentitiesPage::load);
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &IdentitiesPage::refresh);
    m_countSoon.setSingleShot(true);
    connect(&m_countSoon, &QTimer::timeout, this, &IdentitiesPage::refreshCounts);

    connect(m_model, &models::PeopleModel::blockWanted, this, [this](quint64 generation, int block) {
        if (!m_desk.workspace())
            return;
        core::whenDone<QList<domain::Identity>>(m_desk.workspace()->people(m_model->rowsOfBlock(block)), this, [this, generation, block](const Result<QList<domain::Identity>> &people) {
            if (!people)
                return;
            m_model->deliver(generation, block, *people);
            selectionMoved();
            if (block == 0)
                Q_EMIT painted();
        });
    });
    connect(&desk, &Desk::workspaceChanged, this, [this] {
        ++m_request;
        m_selected = {};
        m_pane->hide();
        m_pane->forget();
        Q_EMIT selectionChanged();
        m_search->clear();
        m_query = {};
        m_chips.first()->setChecked(true);
        m_counts = {};
        m_model->clear();
        if (auto *w = m_desk.workspace()) {
            // Many pages arrive during a first copy: one look a second is enough.
            connect(w, &services::Workspace::peopleChanged, this, [this] {
                if (!m_soon.isActive())
                    m_soon.start(400);
            });
            connect(w, &services::Workspace::linksChanged, this, &IdentitiesPage::refreshState);
            connect(&w->syncer(), &services::Syncer::ended, this, [this] { m_soon.start(0); });
            connect(&w->syncer(), &services::Syncer::progress, this, [this](qint64, qint64) { refreshState(); });
            load();
            refreshCounts();
        }
    });
}

void IdentitiesPage::makeHeader(QVBoxLayout *v)
{
    Theme &t = m_desk.theme();
    auto *h = new QHBoxLayout;
    h->setContentsMargins(16, 14, 16, 10);
    h->setSpacing(8);
    h->addWidget(new Label(t, tr("Identities"), 20, "text", 600));
    h->addSpacing(12);
    m_search = new QLineEdit;
    m_search->setObjectName(QStringLiteral("identitySearch"));
    m_search->setPlaceholderText(tr("Name, e-mail or employee number"));
    m_search->setAccessibleName(tr("Search identities"));
    m_search->setClearButtonEnabled(true);
    m_search->setMinimumWidth(220);
    m_search->setMaximumWidth(320);
    m_search->addAction(t.icon(QStringLiteral("search"), QStringLiteral("text-3")), QLineEdit::LeadingPosition);
    m_search->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, [this] { m_typing.start(); });
    markRegion(m_search);
    h->addWidget(m_search, 1);
    h->addStretch();
    auto *sync = button(t, tr("Synchronise"), QStringLiteral("refresh"), "flat");
    connect(sync, &QPushButton::clicked, this, [this] { m_desk.synchronise(false); });
    h->addWidget(sync);
    v->addLayout(h);
    auto *c = new QHBoxLayout;
    c->setContentsMargins(16, 0, 16, 12);
    c->setSpacing(6);
    const QStringList names{tr("Everyone"), tr("Verified"), tr("Due soon"), tr("Overdue"), tr("Pending"), tr("Failed"), tr("Never verified")};
    for (int i = 0; i < names.size(); ++i) {
        auto *chip = new FilterChip(t, names.at(i));
        chip->setAutoExclusive(true);
        chip->setCount(std::nullopt);
        connect(chip, &FilterChip::toggled, this, [this, i](bool isOn) {
            if (isOn) {
                m_query.status = chipOrder[size_t(i)];
                load();
            }
        });
        m_chips << chip;
        if (i == 0)
            markRegion(chip);
        c->addWidget(chip);
    }
    m_chips.first()->setChecked(true);
    c->addStretch();
    v->addLayout(c);
}

void IdentitiesPage::makeTable(QVBoxLayout *v)
{
    Theme &t = m_desk.theme();
    v->addWidget(line(t));
    m_stack = new QStackedWidget;
    m_table = ui::makeTable(t, m_model, tr("Identities"), {186, 168, 94, 92, 130, 40, 94, 94}, 0);
    m_table->setObjectName(QStringLiteral("identityTable"));
    auto *header = m_table->horizontalHeader();
    header->setSortIndicatorShown(true);
    header->setSectionsClickable(true);
    header->setSortIndicator(0, Qt::AscendingOrder);
    connect(header, &QHeaderView::sortIndicatorChanged, this, [this](int column, Qt::SortOrder order) {
        m_query.sort = domain::SortBy(column);
        m_query.descending = order == Qt::DescendingOrder;
        m_sorted->setText(tr("Sorted by %1").arg(m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().toLower()));
        load();
    });
    markRegion(m_table);
    m_stack->addWidget(m_table);
    m_empty = new EmptyState(t);
    connect(m_empty, &EmptyState::activated, this, [this] {
        m_search->clear();
        m_chips.first()->setChecked(true);
    });
    m_stack->addWidget(m_empty);
    v->addWidget(m_stack, 1);
    v->addWidget(line(t));
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(16, 5, 16, 5);
    m_count = new Label(t, {}, 12, "text-3");
    m_sorted = new Label(t, tr("Sorted by %1").arg(tr("name")), 12, "text-3");
    foot->addWidget(m_count);
    foot->addStretch();
    foot->addWidget(m_sorted);
    v->addLayout(foot);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &now) { openRow(now.row()); });
    // A row that was chosen before its block was there.
    connect(m_model, &QAbstractItemModel::dataChanged, this, [this] {
        if (m_awaitedRow >= 0)
            openRow(m_awaitedRow);
    });
    connect(m_table, &QTableView::doubleClicked, this, [this](const QModelIndex &i) {
        if (const auto *p = m_model->person(i.row()))
            m_desk.verify(p->id);
    });
}

void IdentitiesPage::openRow(int row)
{
    const auto *p = row >= 0 ? m_model->person(row) : nullptr;
    m_awaitedRow = p ? -1 : row;
    if (!p)
        return;
    m_selected = p->id;
    m_pane->show(*p);
    m_pane->QWidget::show();
    Q_EMIT selectionChanged();
}

bool IdentitiesPage::eventFilter(QObject *o, QEvent *e)
{
    // Down leaves the search for the first row.
    if (o == m_search && e->type() == QEvent::KeyPress) {
        const auto *k = static_cast<QKeyEvent *>(e);
        if (k->key() == Qt::Key_Down || k->key() == Qt::Key_Return) {
            m_table->setFocus();
            if (m_model->rowCount() > 0)
                m_table->setCurrentIndex(m_model->index(0, 0)); // selectRow() finds no column in a right-to-left layout
            return true;
        }
    }
    return QWidget::eventFilter(o, e);
}

void IdentitiesPage::load()
{
    auto *w = m_desk.workspace();
    if (!w)
        return;
    m_query.text = m_search->text();
    m_isLoading = true;
    const quint64 request = ++m_request;
    // First what fits on the screen, then the whole order behind it.
    core::whenDone<domain::PeopleResult>(w->quick(m_query), this, [this, request](const Result<domain::PeopleResult> &r) {
        if (request != m_request)
            return;
        m_problem = r ? QString() : r.error().text;
        if (!r) {
            refreshState();
            return;
        }
        loaded(*r, request, true);
        if (r->isComplete || !m_desk.workspace())
            return;
        core::whenDone<domain::PeopleResult>(m_desk.workspace()->all(m_query), this, [this, request](const Result<domain::PeopleResult> &all) {
            if (all && request == m_request)
                loaded(*all, request, false);
        });
    });
}

void IdentitiesPage::loaded(const domain::PeopleResult &result, quint64, bool isQuick)
{
    m_isLoading = false;
    if (!m_desk.workspace())
        return;
    const bool wasLonger = isQuick && !result.isComplete && m_model->rowCount() > int(result.rows->size());
    if (wasLonger && m_query.text.isEmpty())
        return; // the whole order is on its way; do not shrink the table meanwhile
    m_model->setResult(result, m_desk.workspace()->tenant().freshness, m_desk.context().clock->now());
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
    if (!m_desk.workspace())
        return;
    core::whenDone<domain::StatusCounts>(m_desk.workspace()->counts(), this, [this](const Result<domain::StatusCounts> &c) {
        if (!c)
            return;
        m_counts = *c;
        for (int i = 0; i < m_chips.size(); ++i)
            m_chips.at(i)->setCount(chipOrder[size_t(i)] ? c->byStatus[size_t(*chipOrder[size_t(i)])] : c->everyone);
        refreshState();
    });
}

void IdentitiesPage::refreshState()
{
    auto *w = m_desk.workspace();
    if (!w)
        return;
    const auto &link = w->sailpointLink();
    const bool isOffline = link.reach == services::Reach::Offline;
    if (isOffline)
        m_offline->show(Banner::Info, tr("Working offline since %1").arg(QDateTime::fromMSecsSinceEpoch(link.offlineSince).toString(QStringLiteral("HH:mm"))),
                        tr("You see the local copy. Searching works; verification and other changes wait until SailPoint answers."), tr("Try now"));
    else
        m_offline->hide();
    const int rows = m_model->rowCount();
    const bool isSyncing = w->syncer().isRunning();
    const bool isFiltered = !m_query.text.trimmed().isEmpty() || m_query.status;
    if (!m_problem.isEmpty())
        m_empty->setContent(QStringLiteral("warning"), tr("The local copy cannot be read"), m_problem);
    else if (rows == 0 && isFiltered)
        m_empty->setContent(QStringLiteral("search"), m_query.text.trimmed().isEmpty() ? tr("No one has this status.") : tr("No one matches “%1”.").arg(m_query.text.trimmed()), tr("Check the spelling, or search without filters."), tr("Clear filters"));
    else if (rows == 0)
        m_empty->setContent(QStringLiteral("identities"), tr("No identities yet"), isSyncing ? tr("The first synchronisation is running.") : tr("The tenant holds no identities, or the first synchronisation has not run."));
    m_stack->setCurrentIndex(rows == 0 && !m_isLoading ? 1 : 0);
    QString count = tr("%Ln identities", nullptr, rows);
    if (!m_model->isComplete())
        count = tr("%L1 and more").arg(rows);
    else if (isSyncing && !isFiltered && m_counts.everyone == 0)
        count = tr("%L1 so far").arg(rows);
    m_count->setText(count);
    m_table->setAccessibleDescription(count);
    m_pane->refreshHeader();
}

void IdentitiesPage::selectionMoved()
{
    if (m_selected.isEmpty())
        return;
    const int row = m_model->rowOf(m_selected);
    if (row < 0)
        return;
    if (m_table->currentIndex().row() != row) {
        const QSignalBlocker quiet(m_table->selectionModel());
        m_table->setCurrentIndex(m_model->index(row, 0));
        m_table->viewport()->update();
    }
    if (const auto *p = m_model->person(row); p && !m_pane->isHidden())
        m_pane->show(*p);
}

void IdentitiesPage::openPerson(const core::IdentityId &id)
{
    if (!m_desk.workspace())
        return;
    m_selected = id;
    core::whenDone<domain::Identity>(m_desk.workspace()->person(id), this, [this](const Result<domain::Identity> &p) {
        if (!p)
            return;
        m_pane->show(*p);
        m_pane->QWidget::show();
        m_search->setText(p->email.isEmpty() ? p->name : p->email);
        Q_EMIT selectionChanged();
    });
}

void IdentitiesPage::setStatusFilter(std::optional<IdentityStatus> status)
{
    for (int i = 0; i < m_chips.size(); ++i) {
        if (chipOrder[size_t(i)] == status)
            m_chips.at(i)->setChecked(true);
    }
}

void IdentitiesPage::focusSearch()
{
    m_search->setFocus();
    m_search->selectAll();
}

core::IdentityId IdentitiesPage::current() const { return m_pane->isHidden() ? core::IdentityId() : m_selected; }

void IdentitiesPage::closeDetails()
{
    m_pane->hide();
    m_selected = {};
    m_table->setCurrentIndex({});
    m_table->clearSelection();
    m_table->setFocus();
    Q_EMIT selectionChanged();
}

} // namespace ui
