#include "ui/operations/operationlist.h"
#include "services/operations/operationtracker.h"
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
using domain::Operation;

OperationList::OperationList(AppContext &app, QWidget *parent) : Dialog(parent), m_app(app)
{
    Theme &t = app.theme();
    setObjectName(QStringLiteral("taskList"));
    setWindowTitle(tr("Operations"));
    resize(980, 420);
    auto *v = new QVBoxLayout(this);
    v->setContentsMargins(16, 14, 16, 14);
    v->addWidget(heading(t, tr("Operations")));
    m_empty = new Label(t, tr("Nothing yet."), 13, "text-2");
    v->addWidget(m_empty);
    m_table = plainTable(
        {tr("Time"), tr("What"), tr("For"), tr("State"), tr("SailPoint’s task"), tr("By")}, tr("Operations"));
    m_table->horizontalHeader()->setSectionResizeMode(3, QHeaderView::Stretch);
    m_table->setColumnWidth(0, 116);
    m_table->setColumnWidth(1, 180);
    m_table->setColumnWidth(2, 120);
    m_table->setColumnWidth(4, 130);
    m_table->setColumnWidth(5, 80);
    v->addWidget(m_table, 1);
    if (auto *w = app.tenantSession())
        connect(&w->operations(), &services::OperationTracker::changed, this, &OperationList::load);
    connect(&app, &AppContext::tenantSessionChanged, this, &QDialog::close);
    load();
}

QString OperationList::subjectsText(const Operation &o)
{
    if (o.subjects.isEmpty())
        return tr("all that match");
    return o.subjects.size() == 1 ? o.subjects.first() : QLocale().toString(o.subjects.size());
}

void OperationList::load()
{
    if (!m_app.tenantSession())
        return;
    core::whenDone<QList<Operation>>(
        m_app.tenantSession()->operations().list(), this, [this](const Result<QList<Operation>> &all) {
            if (!all) {
                m_empty->setText(all.error().text);
                return m_empty->show();
            }
            m_empty->setVisible(all->isEmpty());
            m_table->setVisible(!all->isEmpty());
            m_table->setRowCount(int(all->size()));
            for (int i = 0; i < all->size(); ++i) {
                const Operation &o = all->at(i);
                QString state = domain::operationStateText(o.state);
                if (o.state == domain::OperationState::Running && o.percent >= 0)
                    state += QStringLiteral(" · %1 %").arg(o.percent);
                if (!o.text.isEmpty())
                    state += QStringLiteral(" · ") + o.text;
                const QStringList cells{
                    QDateTime::fromMSecsSinceEpoch(o.createdAt).toString(QStringLiteral("dd.MM. HH:mm:ss")),
                    domain::operationText(o.kind), subjectsText(o), state, o.taskId, o.operatorName};
                for (int c = 0; c < cells.size(); ++c) {
                    auto *item = cellItem(cells.at(c));
                    item->setToolTip(item->text());
                    m_table->setItem(i, c, item);
                }
            }
        });
}

} // namespace ui
