#include "ui/tenants/results/resultmappingdialog.h"
#include "core/clock.h"
#include "domain/tenants/tenantedit.h"
#include "ui/common/theme.h"
#include "ui/controls/button.h"
#include "ui/controls/label.h"
#include "ui/tenants/results/resultmappingform.h"
#include "ui/tenants/results/resultsamplebox.h"
#include "ui/widgets/formbuilder.h"
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace ui {

ResultMappingDialog::ResultMappingDialog(
    Theme &theme, std::shared_ptr<core::Clock> clock, const domain::Tenant &tenant, QWidget *parent)
    : Dialog(parent), m_theme(theme), m_tenant(tenant), m_profile(tenant.provider),
      m_form(new ResultMappingForm(theme)), m_sample(new ResultSampleBox(theme, std::move(clock)))
{
    setObjectName(QStringLiteral("resultMappingDialog"));
    setWindowTitle(tr("Results of %1").arg(tenant.name));
    setMinimumWidth(1080);
    auto *rows = new QFormLayout(this);
    FormBuilder form(theme, rows);
    auto *about = new Label(theme,
        tr("Where the provider’s messages hold a result, and what its words mean. Places are JSON pointers such as "
           "/data/status; several, with commas between them, are tried in this order."),
        13, "text-2");
    about->setWordWrap(true);
    form.whole(about);
    auto *both = new QWidget;
    auto *h = new QHBoxLayout(both);
    h->setContentsMargins(0, 0, 0, 0);
    h->setSpacing(20);
    auto *left = new QVBoxLayout;
    left->addWidget(makePresets());
    left->addWidget(m_form);
    left->addStretch(1);
    h->addLayout(left, 1);
    h->addWidget(m_sample, 1);
    form.whole(both);
    m_others = new Label(theme, {}, 13, "text");
    m_others->setObjectName(QStringLiteral("proposedPlaces"));
    m_others->setWordWrap(true);
    m_others->hide();
    form.whole(m_others);
    m_reason = form.line(tr("Reason"), {}, QStringLiteral("resultReason"));
    m_reason->setPlaceholderText(tr("Recorded in the audit log"));
    m_fault = form.fault(QStringLiteral("resultFault"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel);
    form.whole(buttons);
    m_form->setAnswersFixed(tenant.provider.kind == domain::ProviderKind::DocuVerify);
    m_form->load(tenant.provider.results);
    connect(m_form, &ResultMappingForm::changed, this, &ResultMappingDialog::refresh);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, &ResultMappingDialog::save);
    refresh();
}

QWidget *ResultMappingDialog::makePresets()
{
    auto *row = new QWidget;
    auto *h = new QHBoxLayout(row);
    h->setContentsMargins(0, 0, 0, 0);
    h->addWidget(new Label(m_theme, tr("Fill the places:"), 12, "text-2"));
    const std::pair<QString, QString> presets[] = {{QStringLiteral("guide"), tr("The guide’s contract")},
        {QStringLiteral("data"), tr("All under /data")}, {QStringLiteral("result"), tr("All under /result")}};
    for (const auto &[name, text] : presets) {
        QPushButton *b = button(m_theme, text);
        b->setObjectName(QStringLiteral("resultPreset-") + name);
        connect(b, &QPushButton::clicked, this, [this, preset = name] { takePreset(preset); });
        h->addWidget(b);
    }
    h->addStretch(1);
    return row;
}

void ResultMappingDialog::takePreset(const QString &name)
{
    const auto now = m_form->mapping();
    if (!now)
        return showFault(m_fault, now.error().text);
    if (const auto preset = domain::resultPreset(name, *now))
        m_form->load(*preset);
}

void ResultMappingDialog::refresh()
{
    showFault(m_fault, {});
    const auto mapping = m_form->mapping();
    if (!mapping)
        return m_sample->setFault(mapping.error().text);
    domain::ProviderProfile profile = m_profile;
    profile.results = *mapping;
    m_sample->setProfile(profile);
}

void ResultMappingDialog::save()
{
    const auto mapping = m_form->mapping();
    if (!mapping)
        return showFault(m_fault, mapping.error().text);
    domain::Tenant changed = m_tenant;
    changed.provider = m_profile;
    changed.provider.results = *mapping;
    const QString reason = m_reason->text().trimmed();
    domain::TenantEditGiven given;
    given.reason = reason;
    if (const auto faults = domain::editFaults(m_tenant, changed, given); !faults.isEmpty())
        return showFault(m_fault, faults.first().text);
    setEnabled(false); // a second press would edit what the first one has changed
    Q_EMIT chosen(changed, reason);
}

void ResultMappingDialog::propose(const QList<domain::MappingProposal> &proposals)
{
    if (const auto put = domain::applyProposals(m_profile, proposals); !put)
        return showFault(m_fault, put.error().text);
    m_form->load(m_profile.results);
    QStringList others; // they have no field here, and nothing is stored unseen
    if (m_profile.sessionIdAt != m_tenant.provider.sessionIdAt)
        others << tr("the session’s ID at %1").arg(m_profile.sessionIdAt.first());
    if (m_profile.invitationAt != m_tenant.provider.invitationAt)
        others << tr("the invitation link at %1").arg(m_profile.invitationAt.first());
    m_others->setText(tr("Saved with it: %1").arg(others.join(QStringLiteral(", "))));
    m_others->setVisible(!others.isEmpty());
    for (const domain::MappingProposal &p : proposals) {
        if (p.needsMeaning())
            m_form->askMeaning(p.option, p.value);
    }
    refresh();
}

void ResultMappingDialog::showFailure(const QString &text)
{
    setEnabled(true);
    m_reason->setFocus();
    showFault(m_fault, text);
}

} // namespace ui
