#include "ui/lab/invocationscard.h"
#include "services/events/triggers.h"
#include "services/tenantsession/tenantsession.h"
#include "ui/common/appcontext.h"
#include "ui/common/theme.h"
#include "ui/controls/label.h"
#include "ui/tables/table.h"
#include <QDateTime>
#include <QHeaderView>
#include <QTableWidget>
#include <QVBoxLayout>

namespace ui {

using core::Result;
using domain::Invocation;
using domain::InvocationState;

InvocationsCard::InvocationsCard(AppContext &app, QWidget *parent) : QFrame(parent), m_app(app)
{
    Theme &t = app.theme();
    setObjectName(QStringLiteral("card"));
    auto *v = new QVBoxLayout(this);
    v->setContentsMargins(14, 10, 14, 10);
    v->setSpacing(6);
    auto *head = new QHBoxLayout;
    head->addWidget(new Label(t, tr("Recent invocations"), 14, "text", 600));
    head->addStretch();
    head->addWidget(new Label(t, tr("last 24 hours, failures 48"), 12, "text-3"));
    v->addLayout(head);
    m_log = plainTable({tr("Time"), tr("Subscription"), tr("Kind"), tr("Result")}, tr("Invocations"));
    m_log->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
    m_log->setColumnWidth(0, t.scaled(90));
    m_log->setColumnWidth(2, t.scaled(60));
    m_log->setColumnWidth(3, t.scaled(190));
    v->addWidget(m_log, 1);
    m_state = new Label(t, {}, 12, "text-3");
    v->addWidget(m_state);
    m_again.setInterval(2000); // while something is on its way
    connect(&m_again, &QTimer::timeout, this, &InvocationsCard::load);
}

void InvocationsCard::clear()
{
    m_again.stop();
    m_log->setRowCount(0);
}

void InvocationsCard::setState(const QString &text)
{
    m_state->setText(text);
}

void InvocationsCard::load()
{
    auto *w = m_app.tenantSession();
    if (!w)
        return;
    using Invocations = QList<Invocation>;
    core::whenDone<Invocations>(w->triggers().invocations(), this, [this, w](const Result<Invocations> &all) {
        if (m_app.tenantSession() != w)
            return;
        if (!all) {
            m_again.stop();
            m_state->setText(tr("The invocations cannot be read now."));
            return;
        }
        show(*all);
    });
}

QString InvocationsCard::typeText(const Invocation &invocation)
{
    if (invocation.type == domain::InvocationType::Test)
        return tr("Test");
    return invocation.type || invocation.typeWord.isEmpty() ? tr("Real") : invocation.typeWord;
}

QString InvocationsCard::resultText(const Invocation &invocation)
{
    switch (domain::invocationState(invocation)) {
    case InvocationState::InProgress: return tr("In progress");
    case InvocationState::Completed: return tr("Completed");
    case InvocationState::Failed: break;
    }
    return tr("Failed: %1").arg(invocation.error);
}

static const char *invocationToken(InvocationState state)
{
    if (state == InvocationState::Completed)
        return "verified";
    return state == InvocationState::Failed ? "failed" : "pending";
}

// Looked after while it is fresh; what takes hours is seen with Refresh.
static bool isInvocationFresh(const Invocation &invocation)
{
    return !invocation.created || QDateTime::currentMSecsSinceEpoch() - *invocation.created < 2 * core::minuteMs;
}

void InvocationsCard::show(const QList<Invocation> &all)
{
    m_log->setRowCount(0);
    bool isOpen = false;
    QHash<QString, QString> last;
    for (const Invocation &i : all) {
        const InvocationState state = domain::invocationState(i);
        isOpen |= state == InvocationState::InProgress && isVisible() && isInvocationFresh(i);
        const QString result = resultText(i);
        const QString at =
            i.created ? QDateTime::fromMSecsSinceEpoch(*i.created).toString(QStringLiteral("HH:mm:ss")) : QString();
        const QString cells[] = {at, i.subscriptionName, typeText(i), result};
        if (!last.contains(i.subscriptionId))
            last.insert(i.subscriptionId, at + QStringLiteral(" · ") + result);
        const int row = m_log->rowCount();
        m_log->insertRow(row);
        for (int c = 0; c < 4; ++c)
            m_log->setItem(row, c, cellItem(cells[c]));
        m_log->item(row, 3)->setForeground(m_app.theme().color(invocationToken(state)));
    }
    Q_EMIT loaded(last);
    m_state->setText(all.isEmpty() ? tr("Nothing was invoked in this time.") : QString());
    isOpen ? m_again.start() : m_again.stop();
}

} // namespace ui
