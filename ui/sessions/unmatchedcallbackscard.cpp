#include "ui/sessions/unmatchedcallbackscard.h"
#include "models/sessionmodel.h"
#include "services/callbacks/unmatchedcallbacks.h"
#include "services/tenantsession/tenantsession.h"
#include "ui/common/appcontext.h"
#include "ui/common/navigator.h"
#include "ui/common/opendialog.h"
#include "ui/common/theme.h"
#include "ui/controls/button.h"
#include "ui/controls/label.h"
#include "ui/sessions/reasonquestion.h"
#include "ui/tables/table.h"
#include "ui/widgets/dialog.h"
#include <QDateTime>
#include <QDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QListWidget>
#include <QTableWidget>
#include <QVBoxLayout>

namespace ui {

using core::Result;
using domain::InboxEntry;

UnmatchedCallbacksCard::UnmatchedCallbacksCard(AppContext &app, QWidget *parent) : QWidget(parent), m_app(app)
{
    Theme &t = app.theme();
    auto *v = new QVBoxLayout(this);
    v->setContentsMargins(0, 0, 0, 0);
    v->setSpacing(6);
    auto *h = new QHBoxLayout;
    m_title = new Label(t, {}, 12, "text-3", 600);
    m_assign = button(t, tr("Assign to a session…"), QStringLiteral("inbox"));
    m_dismiss = button(t, tr("Dismiss…"), QStringLiteral("trash"));
    h->addWidget(m_title);
    h->addStretch();
    h->addWidget(m_assign);
    h->addWidget(m_dismiss);
    v->addLayout(h);
    m_table = plainTable(
        {tr("Time"), tr("From"), tr("It says"), tr("Why unmatched"), tr("Session")}, tr("Unmatched callbacks"));
    m_table->setObjectName(QStringLiteral("unmatchedCallbacks"));
    m_table->setFixedHeight(132);
    m_table->horizontalHeader()->setSectionResizeMode(3, QHeaderView::Stretch);
    m_table->setColumnWidth(4, 190);
    v->addWidget(m_table);
    const auto enable = [this] {
        m_assign->setEnabled(chosen());
        m_dismiss->setEnabled(chosen());
    };
    connect(m_table, &QTableWidget::itemSelectionChanged, this, enable);
    connect(m_assign, &QPushButton::clicked, this, &UnmatchedCallbacksCard::assignToSession);
    connect(m_dismiss, &QPushButton::clicked, this, &UnmatchedCallbacksCard::dismiss);
    connect(&app, &AppContext::tenantSessionChanged, this, &UnmatchedCallbacksCard::follow);
    enable();
    follow();
}

void UnmatchedCallbacksCard::follow()
{
    show({});
    m_isLoading = false;
    if (auto *w = m_app.tenantSession()) {
        connect(&w->unmatchedCallbacks(), &services::UnmatchedCallbacks::changed, this, &UnmatchedCallbacksCard::load);
        load();
    }
}

// One read at a time: a flood of callbacks is one change.
void UnmatchedCallbacksCard::load()
{
    auto *w = m_app.tenantSession();
    if (!w)
        return;
    m_isStale = m_isLoading;
    if (std::exchange(m_isLoading, true))
        return;
    core::whenDone<QList<InboxEntry>>(
        w->unmatchedCallbacks().entries(), this, [this](const Result<QList<InboxEntry>> &r) {
            m_isLoading = false;
            if (r)
                show(*r);
            else
                Q_EMIT failed(r.error());
            if (std::exchange(m_isStale, false))
                load();
        });
}

void UnmatchedCallbacksCard::show(const QList<InboxEntry> &entries)
{
    const auto *before = chosen();
    const qint64 kept = before ? before->sequence : -1;
    m_entries = entries;
    m_table->setRowCount(int(entries.size()));
    for (int i = 0; i < entries.size(); ++i) {
        const InboxEntry &e = entries.at(i);
        const QString why = e.nonce == domain::NonceMatch::Wrong ? tr("Its one-time value is not this session's")
                                                                 : tr("It carries no one-time value of a session here");
        const QStringList cells{
            QDateTime::fromMSecsSinceEpoch(e.callback.at).toString(QStringLiteral("dd.MM. HH:mm:ss")), e.callback.peer,
            e.callback.result.statusWord, why, e.callback.result.session.str()};
        for (int c = 0; c < cells.size(); ++c)
            m_table->setItem(i, c, cellItem(cells.at(c)));
        if (e.sequence == kept)
            m_table->setCurrentItem(m_table->item(i, 0)); // selectRow() finds no column when mirrored
    }
    m_title->setText(tr("Unmatched: %L1").arg(entries.size()));
    setVisible(!entries.isEmpty());
}

const InboxEntry *UnmatchedCallbacksCard::chosen() const
{
    const auto rows = m_table->selectionModel()->selectedRows();
    return rows.isEmpty() || rows.first().row() >= m_entries.size() ? nullptr : &m_entries.at(rows.first().row());
}

void UnmatchedCallbacksCard::assignToSession()
{
    const auto *entry = chosen();
    if (!entry || !m_app.tenantSession())
        return;
    core::whenDone<QList<domain::Session>>(m_app.tenantSession()->unmatchedCallbacks().candidates(*entry), this,
        [this, entry = *entry](const Result<QList<domain::Session>> &fit) {
            if (fit)
                choose(entry, *fit);
            else
                Q_EMIT failed(fit.error());
        });
}

void UnmatchedCallbacksCard::choose(const InboxEntry &entry, const QList<domain::Session> &candidates)
{
    Theme &t = m_app.theme();
    auto *d = makeWindow<Dialog>(this);
    d->setWindowTitle(tr("Assign to a session"));
    d->setMinimumWidth(480);
    auto *v = new QVBoxLayout(d);
    v->setContentsMargins(20, 18, 20, 14);
    v->addWidget(heading(
        t, candidates.isEmpty() ? tr("No session fits this callback") : tr("Which session does it belong to?")));
    auto *text = new Label(t,
        candidates.isEmpty()
            ? tr("A callback can be assigned only to a session that the provider knows by the same id, or whose start "
                 "was not answered and whose user it names. Dismiss it, or start a new verification.")
            : tr("It never decides: the console asks the provider for the status at once, and that answer counts."),
        13, "text-2");
    text->setWordWrap(true);
    v->addWidget(text);
    auto *list = new QListWidget;
    list->setAccessibleName(tr("Sessions that fit"));
    for (const auto &s : candidates) {
        auto *item =
            listItem(QStringLiteral("%1  ·  %2  ·  %3")
                         .arg(s.personName, models::sessionStateText(s.state),
                             QDateTime::fromMSecsSinceEpoch(s.createdAt).toString(QStringLiteral("dd.MM. HH:mm"))));
        item->setData(Qt::UserRole, s.id.str());
        list->addItem(item);
    }
    list->setVisible(!candidates.isEmpty());
    list->setCurrentRow(0);
    v->addWidget(list);
    auto *foot = new QHBoxLayout;
    auto *close = button(t, candidates.isEmpty() ? tr("Close") : tr("Cancel"));
    auto *hand = button(t, tr("Assign and ask"), QStringLiteral("check"), "primary");
    hand->setVisible(!candidates.isEmpty());
    foot->addStretch();
    foot->addWidget(close);
    foot->addWidget(hand);
    v->addLayout(foot);
    connect(close, &QPushButton::clicked, d, &QDialog::reject);
    connect(hand, &QPushButton::clicked, this, [this, d, list, seq = entry.sequence] {
        if (!list->currentItem() || !m_app.tenantSession())
            return;
        const core::SessionId id(list->currentItem()->data(Qt::UserRole).toString());
        core::whenDone<domain::Session>(m_app.tenantSession()->unmatchedCallbacks().assignToSession(seq, id), this,
            [this, id](const Result<domain::Session> &r) {
                if (!r)
                    return Q_EMIT failed(r.error());
                m_app.navigator().showSession(id);
            });
        d->accept();
    });
    d->open();
}

void UnmatchedCallbacksCard::dismiss()
{
    const auto *entry = chosen();
    if (!entry)
        return;
    const ReasonQuestion q{tr("Dismiss the callback"),
        tr("It is never applied to a session. Who dismissed it, and why, is kept in the audit log."),
        tr("Why (optional)"), tr("Dismiss")};
    askReason(m_app, this, q, [this, seq = entry->sequence](const QString &why) {
        if (!m_app.tenantSession())
            return;
        core::whenDone<core::Unit>(
            m_app.tenantSession()->unmatchedCallbacks().dismiss(seq, why), this, [this](const core::Status &r) {
                if (!r)
                    Q_EMIT failed(r.error());
            });
    });
}

} // namespace ui
