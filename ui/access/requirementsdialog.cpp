#include "ui/access/requirementsdialog.h"
#include "services/access/approvals.h"
#include "services/tenantsession/tenantsession.h"
#include "ui/common/appcontext.h"
#include "ui/common/theme.h"
#include "ui/controls/banner.h"
#include "ui/controls/button.h"
#include "ui/controls/label.h"
#include "ui/tables/table.h"
#include "ui/widgets/formbuilder.h"
#include "ui/widgets/problem.h"
#include "ui/widgets/wrapping.h"
#include <QFormLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QSpinBox>
#include <QTableWidget>
#include <QVBoxLayout>

namespace ui {

using core::Result;
using domain::AccessRequirement;

RequirementsDialog::RequirementsDialog(AppContext &app, QWidget *parent) : Dialog(parent), m_app(app)
{
    Theme &t = app.theme();
    setObjectName(QStringLiteral("requirementsDialog"));
    setWindowTitle(tr("Requirements"));
    resize(std::min(t.scaled(620), 1240), std::min(t.scaled(480), 760));
    connect(&app, &AppContext::tenantSessionChanged, this, &QDialog::reject);
    auto *v = new QVBoxLayout(this);
    v->setContentsMargins(20, 18, 20, 14);
    v->setSpacing(10);
    v->addWidget(heading(t, tr("What people need before they get some access")));
    auto *what = new Label(t,
        tr("A table of this console: SailPoint has none. The strictest line that matches counts; until it is met, a "
           "request cannot be approved here."),
        13, "text-2");
    what->setWordWrap(true);
    v->addWidget(what);
    m_banner = new Banner(t, false);
    v->addWidget(m_banner);
    m_table = plainTable({tr("Access"), tr("Assurance level"), tr("Not older than")}, tr("Requirements"));
    m_table->setObjectName(QStringLiteral("requirementTable"));
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_table->setColumnWidth(1, t.scaled(130));
    m_table->setColumnWidth(2, t.scaled(150));
    v->addWidget(m_table, 1);
    v->addLayout(makeForm());
    v->addLayout(makeFoot());
    connect(m_table, &QTableWidget::currentCellChanged, this, &RequirementsDialog::showOne);
    show(-1);
    read();
}

QFormLayout *RequirementsDialog::makeForm()
{
    auto *layout = new QFormLayout;
    FormBuilder form(m_app.theme(), layout);
    m_access = form.line(tr("Access"), {}, QStringLiteral("requirementAccess"));
    m_access->setPlaceholderText(tr("Part of its name, or its ID"));
    m_ial = form.add(tr("Assurance level"), new ComboBox);
    m_ial->addItems({QStringLiteral("IAL1"), QStringLiteral("IAL2")});
    m_days = form.number(tr("Not older than"), 0, 1095, tr(" days"));
    m_days->setSpecialValueText(tr("As the policy says"));
    connect(m_access, &QLineEdit::textChanged, this, &RequirementsDialog::takeOne);
    connect(m_ial, &QComboBox::currentIndexChanged, this, &RequirementsDialog::takeOne);
    connect(m_days, &QSpinBox::valueChanged, this, &RequirementsDialog::takeOne);
    return layout;
}

QBoxLayout *RequirementsDialog::makeFoot()
{
    Theme &t = m_app.theme();
    auto *foot = new QHBoxLayout;
    auto *add = button(t, tr("Add"), QStringLiteral("plus"));
    add->setObjectName(QStringLiteral("addRequirement"));
    m_remove = button(t, tr("Remove"), {}, "dangertext");
    m_why = new Label(t, {}, 12, "text-3");
    m_why->setWordWrap(true);
    auto *cancel = button(t, tr("Cancel"));
    m_save = button(t, tr("Save"), {}, "primary");
    m_save->setObjectName(QStringLiteral("saveRequirements"));
    m_save->setShortcut(Qt::CTRL | Qt::Key_Return);
    foot->addWidget(add);
    foot->addWidget(m_remove);
    foot->addWidget(m_why, 1);
    foot->addWidget(cancel);
    foot->addWidget(m_save);
    connect(add, &QPushButton::clicked, this, &RequirementsDialog::addOne);
    connect(m_remove, &QPushButton::clicked, this, &RequirementsDialog::removeOne);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &RequirementsDialog::save);
    return foot;
}

void RequirementsDialog::addOne()
{
    m_now.all << AccessRequirement{};
    show(int(m_now.all.size()) - 1);
    m_access->setFocus();
}

void RequirementsDialog::removeOne()
{
    const int at = m_table->currentRow();
    if (at < 0)
        return;
    m_now.all.removeAt(at);
    show(std::min(at, int(m_now.all.size()) - 1));
}

void RequirementsDialog::read()
{
    if (!m_app.tenantSession())
        return;
    core::whenDone<domain::AccessRequirements>(m_app.tenantSession()->approvals().requirementsTable().requirements(),
        this, [this](const Result<domain::AccessRequirements> &r) {
            if (!r) {
                m_isUnreadable = true;
                m_banner->show(
                    Banner::Problem, tr("What is stored cannot be read; saving replaces it"), r.error().text);
                return refresh();
            }
            m_now = m_stored = *r;
            show(m_now.all.isEmpty() ? -1 : 0);
        });
}

void RequirementsDialog::show(int current)
{
    m_isFilling = true;
    m_table->setRowCount(int(m_now.all.size()));
    for (int i = 0; i < m_now.all.size(); ++i) {
        const auto &r = m_now.all.at(i);
        const QString cells[] = {r.access, QStringLiteral("IAL%1").arg(r.requiredIal),
            r.notOlderThanDays > 0 ? tr("%Ln day(s)", nullptr, r.notOlderThanDays) : tr("As the policy says")};
        for (int c = 0; c < 3; ++c)
            m_table->setItem(i, c, cellItem(cells[c]));
    }
    m_isFilling = false;
    m_table->setCurrentCell(current, 0);
    showOne();
}

void RequirementsDialog::showOne()
{
    if (m_isFilling)
        return;
    const int at = m_table->currentRow();
    const auto r = at >= 0 && at < m_now.all.size() ? m_now.all.at(at) : AccessRequirement();
    m_isFilling = true;
    m_access->setText(r.access);
    m_ial->setCurrentIndex(r.requiredIal - 1);
    m_days->setValue(r.notOlderThanDays);
    m_isFilling = false;
    refresh();
}

void RequirementsDialog::takeOne()
{
    const int at = m_table->currentRow();
    if (m_isFilling || at < 0 || at >= m_now.all.size())
        return;
    m_now.all[at] = {m_access->text().trimmed(), m_ial->currentIndex() + 1, m_days->value()};
    m_table->item(at, 0)->setText(m_access->text().trimmed());
    m_table->item(at, 1)->setText(m_ial->currentText());
    m_table->item(at, 2)->setText(
        m_days->value() > 0 ? tr("%Ln day(s)", nullptr, m_days->value()) : tr("As the policy says"));
    refresh();
}

void RequirementsDialog::refresh()
{
    const QString none = m_table->currentRow() >= 0 ? QString() : tr("Add or select a line first.");
    for (QWidget *w : {static_cast<QWidget *>(m_access), static_cast<QWidget *>(m_ial), static_cast<QWidget *>(m_days),
             static_cast<QWidget *>(m_remove)})
        setEnabledOr(w, none);
    const auto fault = domain::validate(m_now);
    m_why->setText(fault ? QString() : fault.error().text);
    m_why->setToken(fault ? "text-3" : "failed");
    const bool isUnchanged = m_now == m_stored && !m_isUnreadable;
    if (!fault)
        setEnabledOr(m_save, fault.error().text);
    else
        setEnabledOr(m_save, isUnchanged ? tr("Nothing was changed.") : QString());
}

void RequirementsDialog::save()
{
    if (!m_app.tenantSession())
        return;
    core::whenDone<core::Unit>(m_app.tenantSession()->approvals().requirementsTable().setRequirements(m_now), this,
        [this](const core::Status &r) {
            if (!r)
                return showProblem(*m_banner, r.error(), domain::Vendor::Console);
            accept();
        });
}

} // namespace ui
