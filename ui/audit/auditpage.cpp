#include "ui/audit/auditpage.h"
#include "core/logfailure.h"
#include "models/auditmodel.h"
#include "services/audit/auditlog.h"
#include "services/audit/audittrail.h"
#include "services/audit/trailverdict.h"
#include "services/tenantsession/tenantsession.h"
#include "ui/audit/auditexportdialog.h"
#include "ui/audit/auditinspector.h"
#include "ui/common/appcontext.h"
#include "ui/common/opendialog.h"
#include "ui/common/theme.h"
#include "ui/controls/banner.h"
#include "ui/controls/button.h"
#include "ui/controls/label.h"
#include "ui/controls/region.h"
#include "ui/controls/searchfield.h"
#include "ui/tables/listpage.h"
#include "ui/tables/liststates.h"
#include "ui/tables/table.h"
#include <QComboBox>
#include <QDateTime>
#include <QLocale>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

namespace ui {

using core::Result;
using models::AuditModel;
using services::TrailState;

AuditPage::AuditPage(AppContext &app, QWidget *parent) : QWidget(parent), m_app(app), m_model(new AuditModel(this))
{
    Theme &t = app.theme();
    m_list = new ListPage(t,
        {tr("Audit"), tr("Person, ticket, action or entry number"), tr("Search the audit log"), {},
            std::chrono::milliseconds(200)},
        makeEntries());
    fillHead();
    m_state = new Banner(t, false);
    m_list->above().setContentsMargins(16, 0, 16, 10);
    m_list->above().addWidget(m_state);
    m_list->foot().addWidget(
        new Label(t, tr("Entries are never changed or deleted. Names can be left out of an export."), 12, "text-3"));
    auto *v = new QVBoxLayout(this);
    v->setContentsMargins(0, 0, 0, 0);
    v->addWidget(m_list);
    listen();
}

void AuditPage::fillHead()
{
    Theme &t = m_app.theme();
    QBoxLayout &head = m_list->head();
    m_period = new QComboBox;
    m_period->addItem(tr("All"), 0);
    m_period->addItem(tr("Last 24 hours"), 1);
    m_period->addItem(tr("Last 30 days"), 30);
    m_period->addItem(tr("Last 12 months"), 365);
    m_period->setAccessibleName(tr("Period"));
    head.addWidget(m_period);
    m_kind = new QComboBox;
    for (const auto &[text, start] : {std::pair{tr("Everything"), ""}, {tr("Verifications"), "verification."},
             {tr("Password resets"), "recovery."}, {tr("Campaigns"), "campaign."}, {tr("Policy"), "policy."},
             {tr("Identities"), "identity."}, {tr("Tenants"), "tenant."}, {tr("Receiver"), "receiver."}})
        m_kind->addItem(text, QString::fromLatin1(start));
    m_kind->setAccessibleName(tr("What"));
    head.addWidget(m_kind);
    head.addStretch();
    m_verify = button(t, tr("Verify chain"), QStringLiteral("shield-check"));
    auto *save = button(t, tr("Export…"), QStringLiteral("export"));
    head.addWidget(m_verify);
    head.addWidget(save);
    connect(m_period, &QComboBox::currentIndexChanged, this, &AuditPage::load);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &AuditPage::load);
    connect(m_verify, &QPushButton::clicked, this, &AuditPage::verify);
    connect(save, &QPushButton::clicked, this, &AuditPage::openExport);
}

QWidget *AuditPage::makeEntries()
{
    Theme &t = m_app.theme();
    m_table = makeTable(t, m_model, tr("Entries"), {70, 150, 140, 240, 240, 220, 120}, AuditModel::About);
    m_table->setObjectName(QStringLiteral("auditTable"));
    m_inspector = new AuditInspector(t);
    auto *splitter = new QSplitter(Qt::Vertical);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_table);
    splitter->addWidget(m_inspector);
    splitter->setStretchFactor(0, 1);
    markRegion(m_table);
    markRegion(m_inspector);
    return splitter;
}

void AuditPage::listen()
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(200);
    connect(&m_soon, &QTimer::timeout, this, &AuditPage::load);
    connect(m_list, &ListPage::narrowed, this, &AuditPage::load);
    connect(&m_list->states(), &ListStates::retryWanted, this, &AuditPage::load);
    connect(&m_list->states(), &ListStates::clearingWanted, this, &AuditPage::clearFilters);
    connect(m_state, &Banner::firstPressed, this, [this] { open(m_app.trail().state().firstBad); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &AuditPage::showEntry);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &AuditPage::showEntry);
    connect(m_model, &AuditModel::blockWanted, this, [this](quint64 generation, int block) {
        core::whenDone<QList<domain::AuditRecord>>(
            services::auditEntries(m_app.context(), m_model->sequencesOfBlock(block)), this,
            [this, generation, block](const Result<QList<domain::AuditRecord>> &r) {
                if (!r)
                    return m_model->giveUp(generation, block);
                m_model->deliver(generation, block, *r);
            });
    });
    connect(&m_app.trail(), &services::AuditTrail::changed, this, [this] {
        if (!isVisible())
            return;
        refreshState();
        if (!m_soon.isActive())
            m_soon.start();
    });
    connect(&m_app, &AppContext::tenantSessionChanged, this, [this] {
        if (isVisible())
            load();
    });
}

domain::AuditFilter AuditPage::filter() const
{
    domain::AuditFilter f;
    f.text = m_list->search().text();
    if (const int days = m_period->currentData().toInt(); days > 0)
        f.since = m_app.context().clock->now() - days * core::dayMs;
    f.actions = m_kind->currentData().toString();
    if (m_app.tenantSession())
        f.tenant = m_app.tenantSession()->tenant().id.str();
    return f;
}

void AuditPage::refresh()
{
    refreshState();
    load();
}

void AuditPage::load()
{
    const quint64 request = ++m_request;
    const auto f = filter();
    core::whenDone<AuditModel::Sequences>(
        services::auditSequences(m_app.context(), f), this, [this, request, f](const Result<AuditModel::Sequences> &s) {
            if (request != m_request)
                return;
            if (!s) {
                m_list->setCount({});
                return m_list->states().showFailed(tr("The audit log cannot be read"), s.error().text);
            }
            m_model->setSequences(*s);
            const bool isNarrowed = !f.text.trimmed().isEmpty() || f.since || !f.actions.isEmpty();
            if (!(*s)->empty())
                m_list->states().showRows();
            else if (isNarrowed)
                m_list->states().showNoMatch(
                    {QStringLiteral("audit"), tr("No entry matches."), {}, tr("Clear filters")});
            else
                m_list->states().showNothing({QStringLiteral("audit"), tr("Recording starts with the first action.")});
            m_list->setCount(tr("%Ln entries shown", nullptr, int((*s)->size())));
            if (!m_table->currentIndex().isValid() && !(*s)->empty())
                m_table->selectRow(0);
            showEntry();
        });
}

static QString trailTimeText(core::Instant at)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(at), QLocale::ShortFormat);
}

static QString signedText(const TrailState &s)
{
    if (!s.unsignedWhy.isEmpty())
        return AuditPage::tr("Not signed: %1").arg(s.unsignedWhy);
    if (s.signedUpTo > 0)
        return AuditPage::tr("Last signed %1, up to entry %2.")
            .arg(trailTimeText(s.signedAt), QLocale().toString(s.signedUpTo));
    return AuditPage::tr("Not signed yet.");
}

void AuditPage::refreshState()
{
    const TrailState &s = m_app.trail().state();
    const QLocale locale;
    m_verify->setText(s.kind == TrailState::Checking ? tr("Stop checking") : tr("Verify chain"));
    switch (s.kind) {
    case TrailState::Unchecked:
        return m_state->show(
            Banner::Info, tr("Not checked yet"), tr("Verify the chain to see whether anything was changed."));
    case TrailState::Checking:
        return m_state->show(
            Banner::Info, tr("Checking the log"), tr("%1 entries so far").arg(locale.toString(s.entries)));
    case TrailState::Broken:
        return m_state->show(Banner::Problem, tr("The log was changed after it was written"),
            s.why + QLatin1Char(' ') +
                tr("It is not repaired: export it as it is, and ask who had access to this computer."),
            tr("Show entry %1").arg(locale.toString(s.firstBad)));
    case TrailState::Whole: break;
    }
    QString text = s.entries == 0
                       ? tr("No entries yet.")
                       : services::verdictText(s) + QLatin1Char(' ') +
                             tr("From %1 to now, checked %2. Head %3.")
                                 .arg(trailTimeText(s.firstAt), trailTimeText(s.checkedAt), models::shortHash(s.head));
    text += QLatin1Char(' ') + signedText(s);
    if (!s.rowProblem.isEmpty())
        return m_state->show(
            Banner::Problem, tr("A session is not what the log recorded"), s.rowProblem + QLatin1Char(' ') + text);
    const bool isAnchored = services::verdictOf(s) == services::TrailVerdict::Anchored;
    m_state->show(isAnchored && s.unsignedWhy.isEmpty() ? Banner::Good : Banner::Warning,
        isAnchored ? tr("The log is complete and unchanged") : tr("The log hangs together, but nothing anchors it"),
        text);
}

void AuditPage::showEntry()
{
    const auto *r = m_model->record(m_table->currentIndex().row());
    m_inspector->showRecord(r, r ? m_model->record(m_model->rowOf(r->sequence + 1)) : nullptr);
}

void AuditPage::clearFilters()
{
    m_list->clearNarrowing();
    m_period->setCurrentIndex(0);
    m_kind->setCurrentIndex(0);
}

void AuditPage::open(qint64 sequence)
{
    clearFilters();
    if (const int row = m_model->rowOf(sequence); row >= 0) {
        m_table->selectRow(row);
        m_table->scrollTo(m_model->index(row, 0), QAbstractItemView::PositionAtCenter);
    }
}

void AuditPage::verify()
{
    auto &trail = m_app.trail();
    if (trail.state().kind == TrailState::Checking)
        return trail.cancel();
    // What came of it is the trail's state, which is shown.
    core::logFailure(trail.verify(), this, lcUi, "The audit log could not be proved.");
}

void AuditPage::openExport()
{
    openDialog<AuditExportDialog>(m_app, window());
}

void AuditPage::focusSearch()
{
    m_list->search().focusAll();
}

void AuditPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_app.trail().state().kind == TrailState::Unchecked)
        verify();
    refresh();
}

} // namespace ui
