#include "ui/dialogs/exemptdialog.h"
#include "services/campaigns.h"
#include "services/workspace.h"
#include "ui/desk.h"
#include "ui/theme.h"
#include "ui/widgets/parts.h"
#include <QDateEdit>
#include <QDateTime>
#include <QFormLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace ui {

using core::Result;

ExemptDialog::ExemptDialog(Desk &desk, const domain::Identity &p, QWidget *parent) : Dialog(parent), m_desk(desk), m_id(p.id)
{
    Theme &t = desk.theme();
    setObjectName(QStringLiteral("exemptDialog"));
    setWindowTitle(tr("Exempt from renewal"));
    setMinimumWidth(480);
    connect(&desk, &Desk::workspaceChanged, this, &QDialog::reject);
    auto *v = new QVBoxLayout(this);
    v->setContentsMargins(20, 18, 20, 14);
    v->setSpacing(10);
    v->addWidget(heading(t, tr("Leave %1 out of renewals?").arg(p.name)));
    auto *text = new Label(t, tr("Campaigns pass over this person until the exemption ends. They stay past due where they are; the report for auditors lists them with the reason and the name that you type, as typed by you: nobody signs in for it."), 13, "text-2");
    text->setWordWrap(true);
    v->addWidget(text);
    auto *form = new QFormLayout;
    m_reason = new QLineEdit;
    m_reason->setAccessibleName(tr("Reason"));
    m_reason->setMaxLength(500);
    m_approver = new QLineEdit;
    m_approver->setAccessibleName(tr("Allowed by, as typed"));
    m_until = new QDateEdit(QDate::currentDate().addDays(30));
    m_until->setCalendarPopup(true);
    m_until->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
    m_until->setDateRange(QDate::currentDate().addDays(1), QDate::currentDate().addDays(365));
    m_until->setAccessibleName(tr("Until"));
    form->addRow(tr("Reason"), m_reason);
    form->addRow(tr("Allowed by, as typed"), m_approver);
    form->addRow(tr("Until"), m_until);
    v->addLayout(form);
    m_banner = new Banner(t, false);
    v->addWidget(m_banner);
    auto *foot = new QHBoxLayout;
    auto *cancel = button(t, tr("Cancel"));
    auto *end = button(t, tr("End exemption"));
    auto *go = button(t, tr("Exempt"), {}, "primary");
    go->setShortcut(Qt::CTRL | Qt::Key_Return);
    end->hide();
    foot->addWidget(end);
    foot->addStretch();
    foot->addWidget(cancel);
    foot->addWidget(go);
    v->addLayout(foot);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(go, &QPushButton::clicked, this, &ExemptDialog::grant);
    connect(end, &QPushButton::clicked, this, [this] {
        if (!m_desk.workspace())
            return;
        core::whenDone<core::Unit>(m_desk.workspace()->campaigns().endExemption(m_id), this, [this](const core::Status &r) { r ? accept() : m_banner->show(Banner::Problem, r.error().text, {}); });
    });
    m_reason->setFocus();
    if (!desk.workspace())
        return;
    using Exemptions = QHash<QString, domain::Exemption>;
    core::whenDone<Exemptions>(desk.workspace()->campaigns().exemptions(), this, [this, end](const Result<Exemptions> &all) {
        const auto it = all ? all->constFind(m_id.str()) : Exemptions::const_iterator();
        if (!all || it == all->constEnd())
            return;
        m_reason->setText(it->reason);
        m_approver->setText(it->approver);
        m_until->setDate(QDateTime::fromMSecsSinceEpoch(it->until).date());
        m_banner->show(Banner::Info, tr("Exempt already, entered by %1").arg(it->operatorName), tr("Allowed by: %1").arg(domain::allowedBy(*it)));
        end->show();
    });
}

void ExemptDialog::grant()
{
    if (!m_desk.workspace())
        return;
    domain::Exemption e;
    e.identity = m_id;
    e.reason = m_reason->text();
    e.approver = m_approver->text();
    e.until = m_until->date().addDays(1).startOfDay().toMSecsSinceEpoch() - 1;
    core::whenDone<core::Unit>(m_desk.workspace()->campaigns().exempt(e), this, [this](const core::Status &r) {
        if (r)
            return accept();
        m_banner->show(Banner::Problem, r.error().text, {});
        (r.error().field == QLatin1String("approver") ? m_approver : m_reason)->setFocus();
    });
}

} // namespace ui
