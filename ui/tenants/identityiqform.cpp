#include "ui/tenants/identityiqform.h"
#include "ui/common/theme.h"
#include "ui/controls/label.h"
#include "ui/controls/scrolled.h"
#include "ui/widgets/formbuilder.h"
#include "ui/widgets/hintededit.h"
#include "ui/widgets/wrapping.h"
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace ui {

IdentityIqForm::IdentityIqForm(Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    auto *form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    FormBuilder rows(theme, form);
    field(form, QStringLiteral("plugin-url"), tr("Plug-in address"),
        tr("Of the approvals plug-in; empty: the server’s own address"));
    field(form, QStringLiteral("operator-id"), tr("Your IdentityIQ ID"),
        tr("The identity that decides here; without it nothing can be decided"));
    m_method = rows.add(tr("Decisions are sent by"), new ComboBox);
    m_method->addItem(QStringLiteral("PUT"), int(domain::WorkItemMethod::Put));
    m_method->addItem(QStringLiteral("POST"), int(domain::WorkItemMethod::Post));
    field(form, QStringLiteral("approved-state"), tr("State that approves"), {});
    field(form, QStringLiteral("denied-state"), tr("State that denies"),
        tr("As your plug-in calls it, often Rejected; empty: denying is off"));
    field(form, QStringLiteral("signed-state"), tr("State that signs off"),
        tr("Of access reviews; empty: signing off is off"));
    m_others = new CheckBox(tr("May decide in the name of other approvers"));
    m_others->setObjectName(QStringLiteral("decidesForOthers"));
    m_others->setToolTip(
        tr("IdentityIQ then shows the other person as the one who decided; the audit log here shows you."));
    rows.whole(m_others);
}

void IdentityIqForm::field(QFormLayout *form, const QString &name, const QString &label, const QString &help)
{
    auto *line = new HintedEdit(m_theme, name, label, help);
    line->addTo(form);
    m_lines.insert(name, line);
}

void IdentityIqForm::clearFaults()
{
    for (HintedEdit *line : std::as_const(m_lines))
        line->clearFault();
}

bool IdentityIqForm::showFault(const core::Error &fault)
{
    HintedEdit *line = m_lines.value(fault.field);
    if (!line)
        return false;
    line->showFault(fault.text);
    line->edit()->setFocus();
    return true;
}

void IdentityIqForm::setSettings(const domain::IdentityIqSettings &s)
{
    for (const auto &[name, value] : {std::pair{"plugin-url", s.pluginUrl}, std::pair{"operator-id", s.operatorId},
             std::pair{"approved-state", s.approvedState}, std::pair{"denied-state", s.deniedState},
             std::pair{"signed-state", s.signedState}})
        m_lines[QLatin1String(name)]->edit()->setText(value);
    m_method->setCurrentIndex(m_method->findData(int(s.method)));
    m_others->setChecked(s.decidesForOthers);
}

domain::IdentityIqSettings IdentityIqForm::settings() const
{
    const auto text = [this](const char *name) { return m_lines.value(QLatin1String(name))->edit()->text().trimmed(); };
    domain::IdentityIqSettings s;
    s.pluginUrl = text("plugin-url");
    while (s.pluginUrl.endsWith(QLatin1Char('/')))
        s.pluginUrl.chop(1);
    s.operatorId = text("operator-id");
    s.approvedState = text("approved-state");
    s.deniedState = text("denied-state");
    s.signedState = text("signed-state");
    s.method = domain::WorkItemMethod(m_method->currentData().toInt());
    s.decidesForOthers = m_others->isChecked();
    return s;
}

IdentityIqDialog::IdentityIqDialog(Theme &theme, const domain::Tenant &tenant, QWidget *parent) : Dialog(parent)
{
    setWindowTitle(tr("Approvals of %1").arg(tenant.name));
    setObjectName(QStringLiteral("identityIqDialog"));
    setMinimumWidth(520);
    auto *v = new QVBoxLayout(this);
    v->setContentsMargins(20, 18, 20, 14);
    v->setSpacing(12);
    auto *text =
        new Label(theme, tr("How work items and access reviews of IdentityIQ are decided from here."), 13, "text-2");
    text->setWordWrap(true);
    v->addWidget(text);
    auto *form = new IdentityIqForm(theme);
    form->setSettings(tenant.identityIq);
    auto *inner = new QWidget;
    auto *iv = new QVBoxLayout(inner);
    iv->setContentsMargins(0, 0, 0, 0);
    iv->addWidget(form);
    v->addWidget(scrolled(inner), 1);
    resize(std::min(theme.scaled(560), 1200), std::min(theme.scaled(560), 760));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel);
    v->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this, form, tenant] {
        domain::Tenant changed = tenant;
        changed.identityIq = form->settings();
        form->clearFaults();
        for (const auto &fault : domain::validate(changed.identityIq, changed.sailpointUrl)) {
            if (form->showFault(fault))
                return;
        }
        accept();
        Q_EMIT chosen(changed);
    });
}

} // namespace ui
