#include "ui/lab/invocationscard.h"
#include "domain/events/subscription.h"
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
    core::whenDone<QJsonArray>(w->triggers().invocations(), this, [this, w](const Result<QJsonArray> &all) {
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

QString InvocationsCard::resultText(const QJsonObject &invocation, const QString &state)
{
    if (state == QLatin1String("completed"))
        return tr("Completed");
    if (state != QLatin1String("failed"))
        return tr("In progress");
    const QString error = invocation.value(QLatin1String("completeInvocationInput"))
                              .toObject()
                              .value(QLatin1String("localizedError"))
                              .toObject()
                              .value(QLatin1String("message"))
                              .toString();
    return tr("Failed: %1").arg(error);
}

static const char *invocationToken(const QString &state)
{
    if (state == QLatin1String("completed"))
        return "verified";
    return state == QLatin1String("failed") ? "failed" : "pending";
}

void InvocationsCard::show(const QJsonArray &all)
{
    m_log->setRowCount(0);
    bool isOpen = false;
    QHash<QString, QString> last;
    for (const auto &v : all) {
        const QJsonObject i = v.toObject();
        const QString state = domain::invocationState(i);
        const QDateTime created =
            QDateTime::fromString(i.value(QLatin1String("created")).toString(), Qt::ISODateWithMs);
        // Looked after while it is fresh; what takes hours is seen with Refresh.
        isOpen |= state == QLatin1String("in-progress") && isVisible() &&
                  created.msecsTo(QDateTime::currentDateTimeUtc()) < 2 * core::minuteMs;
        const QString result = resultText(i, state);
        const QString at = created.toLocalTime().toString(QStringLiteral("HH:mm:ss"));
        const QString cells[] = {at, i.value(QLatin1String("subscriptionName")).toString(),
            i.value(QLatin1String("type")).toString() == QLatin1String("TEST") ? tr("Test") : tr("Real"), result};
        if (!last.contains(i.value(QLatin1String("subscriptionId")).toString()))
            last.insert(i.value(QLatin1String("subscriptionId")).toString(), at + QStringLiteral(" · ") + result);
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
