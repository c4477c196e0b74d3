#include "ui/sessions/sessionspage.h"
#include "models/sessionmodel.h"
#include "services/tenantsession/tenantsession.h"
#include "services/verification/sessionmonitor.h"
#include "services/verification/sessions.h"
#include "services/verification/verifier.h"
#include "ui/common/appcontext.h"
#include "ui/common/navigator.h"
#include "ui/common/theme.h"
#include "ui/controls/button.h"
#include "ui/controls/chiprow.h"
#include "ui/controls/label.h"
#include "ui/controls/region.h"
#include "ui/controls/searchfield.h"
#include "ui/events/proposalscard.h"
#include "ui/sessions/sessionchips.h"
#include "ui/sessions/sessionpane.h"
#include "ui/sessions/sessionperiod.h"
#include "ui/tables/listpage.h"
#include "ui/tables/liststates.h"
#include "ui/tables/table.h"
#include <QHBoxLayout>
#include <QHeaderView>
#include <QScrollBar>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>
#include <algorithm>

namespace ui {

using core::Result;

SessionsPage::SessionsPage(AppContext &app, QWidget *parent)
    : QWidget(parent), m_app(app), m_model(new models::SessionModel(this))
{
    auto *h = new QHBoxLayout(this);
    h->setContentsMargins(0, 0, 0, 0);
    auto *splitter = new QSplitter;
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(makeList());
    m_detail = new SessionPane(m_app);
    markRegion(m_detail);
    m_detail->hide();
    splitter->addWidget(m_detail);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 0);
    h->addWidget(splitter);
    connect(&app, &AppContext::tenantSessionChanged, this, [this] {
        m_selected = {};
        m_detail->hide();
        if (auto *w = m_app.tenantSession())
            connect(&w->verifier().sessions(), &services::Sessions::listChanged, this, &SessionsPage::reload);
        reload();
    });
    connect(&m_second, &QTimer::timeout, this, [this] {
        if (!isVisible())
            return;
        m_model->setNow(m_app.context().clock->now());
        showWatch();
        m_detail->onTimer();
    });
    m_second.start(1000);
    reload();
}

SessionsPage::~SessionsPage() = default;

QWidget *SessionsPage::makeList()
{
    Theme &t = m_app.theme();
    m_list = new ListPage(t,
        {tr("Sessions"), tr("Person, ticket or session ID"), tr("Search sessions"), SessionChips::names()}, makeRows());
    m_chips = std::make_unique<SessionChips>(m_list->chips());
    m_period = new SessionPeriod(this);
    for (QWidget *w : m_period->fields())
        m_list->head().addWidget(w);
    m_list->head().addStretch();
    m_live = new Label(t, {}, 12, "verified");
    m_list->head().addWidget(m_live);
    m_list->above().addWidget(new ProposalsCard(m_app));
    connect(m_period, &SessionPeriod::changed, this, &SessionsPage::reload);
    connect(m_list, &ListPage::narrowed, this, &SessionsPage::reload);
    connect(&m_list->states(), &ListStates::retryWanted, this, &SessionsPage::reload);
    return m_list;
}

QWidget *SessionsPage::makeRows()
{
    Theme &t = m_app.theme();
    m_table = makeTable(t, m_model, tr("Sessions"), {124, 212, 160, 40, 90, 90, 160, 120}, 1);
    m_table->setObjectName(QStringLiteral("sessionTable"));
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &i) {
        if (const auto *s = m_model->session(i.row())) {
            m_selected = s->id;
            showDetail();
        }
    });
    connect(m_table, &QTableView::doubleClicked, this, [this](const QModelIndex &i) {
        if (const auto *s = m_model->session(i.row()))
            m_app.navigator().showSession(s->id);
    });
    markRegion(m_table);
    auto *listed = new QWidget;
    auto *lv = new QVBoxLayout(listed);
    lv->setContentsMargins(0, 0, 0, 0);
    lv->setSpacing(0);
    m_newer = button(t, {}, QStringLiteral("chevron-up"), "flat");
    m_newer->hide();
    connect(m_newer, &QPushButton::clicked, this, [this] {
        m_table->scrollToTop();
        reload();
    });
    lv->addWidget(m_newer, 0, Qt::AlignHCenter);
    lv->addWidget(m_table, 1);
    return listed;
}

void SessionsPage::focusSearch()
{
    m_list->search().focusAll();
}

void SessionsPage::reload()
{
    auto *w = m_app.tenantSession();
    const quint64 request = ++m_request;
    if (!w) {
        m_open.clear();
        showSessions({});
        showWatch();
        return;
    }
    domain::SessionFilter f;
    m_period->apply(f, m_app.context().clock->now());
    f.text = m_list->search().text();
    core::whenDone<QList<domain::Session>>(
        w->verifier().sessions().list(f), this, [this, request](const Result<QList<domain::Session>> &list) {
            if (request != m_request)
                return;
            if (list) {
                m_open = *list;
                m_open.removeIf([](const domain::Session &s) { return !domain::isOpen(s.state); });
                showSessions(*list);
                showWatch();
                return;
            }
            m_open.clear();
            showWatch();
            m_list->setCount({});
            m_list->states().showFailed(tr("The sessions cannot be read"), list.error().text);
        });
}

void SessionsPage::showSessions(const QList<domain::Session> &sessions)
{
    QList<domain::Session> shown = m_chips->sorted(sessions);
    Q_EMIT pendingCount(m_chips->pending());
    // Rows do not jump under somebody who reads further down: newcomers wait above.
    int waiting = 0;
    if (m_table->verticalScrollBar()->value() > 0 && m_model->rowCount() > 0) {
        const core::Instant newest = m_model->session(0)->createdAt;
        waiting =
            int(std::count_if(shown.begin(), shown.end(), [newest](const auto &s) { return s.createdAt > newest; }));
        shown.erase(
            std::remove_if(shown.begin(), shown.end(), [newest](const auto &s) { return s.createdAt > newest; }),
            shown.end());
    }
    m_newer->setVisible(waiting > 0);
    m_newer->setText(tr("%n new", nullptr, waiting));
    m_model->setSessions(shown, m_app.context().clock->now());
    if (!shown.isEmpty())
        m_list->states().showRows();
    else if (m_list->isNarrowed())
        m_list->states().showNoMatch({QStringLiteral("search"), tr("No session matches."),
            tr("Choose another period, or search without filters."), tr("Clear filters")});
    else
        m_list->states().showNothing(
            {QStringLiteral("sessions"), tr("No sessions yet"), tr("Start one from Identities or with Ctrl+K.")});
    m_list->setCount(tr("%Ln session(s)", nullptr, int(shown.size())));
    if (!m_selected.isEmpty() && m_model->rowOf(m_selected) >= 0) {
        const QSignalBlocker quiet(m_table->selectionModel());
        m_table->setCurrentIndex(m_model->index(m_model->rowOf(m_selected), 0));
        showDetail();
    }
}

// Live is what was answered a moment ago. Without an open session nothing is asked, and nothing is claimed.
void SessionsPage::showWatch()
{
    auto *w = m_app.tenantSession();
    QHash<QString, domain::Watch> all;
    for (const auto &s : std::as_const(m_open)) {
        if (w)
            all.insert(s.id.str(), w->verifier().monitor().watchOf(s));
    }
    m_model->setWatches(all);
    const domain::Watch worst = domain::worstOf(all.values());
    const bool isLost = worst.state == domain::WatchState::NotChecked;
    if (isLost)
        m_live->setText(QStringLiteral("○ ") + domain::notCheckedText(worst, m_app.context().clock->now()));
    else
        m_live->setText(worst.state == domain::WatchState::Live ? tr("● Live") : QString());
    m_live->setToken(isLost ? "due" : "verified");
    m_live->setToolTip(domain::notCheckedReason(worst));
}

void SessionsPage::showDetail()
{
    const auto *s = m_model->session(m_model->rowOf(m_selected));
    if (s && m_app.tenantSession())
        m_detail->show(*s);
}

void SessionsPage::showOnly(domain::SessionState state)
{
    m_chips->choose(state);
}

} // namespace ui
