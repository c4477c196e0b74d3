#include "ui/tenants/providerdialog.h"
#include "models/sessionmodel.h"
#include "ui/common/theme.h"
#include "ui/controls/label.h"
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSpinBox>

namespace ui {

using domain::ProviderKind;
using domain::ProviderProfile;

static QStringList listOf(const QString &text)
{
    return text.simplified().split(QRegularExpression(QStringLiteral("[,\\s]+")), Qt::SkipEmptyParts);
}

QLineEdit *ProviderDialog::field(const char *name, const QString &label)
{
    auto *e = new QLineEdit;
    e->setObjectName(QStringLiteral("provider-") + QLatin1String(name));
    e->setAccessibleName(label);
    e->setFont(m_theme.fixedFont());
    m_form->addRow(new Label(m_theme, label, 13, "text-2"), e);
    m_fields.insert(name, e);
    return e;
}

ProviderDialog::ProviderDialog(Theme &theme, const domain::Tenant &tenant, QWidget *parent)
    : Dialog(parent), m_theme(theme), m_tenant(tenant)
{
    setWindowTitle(tr("Provider of %1").arg(tenant.name));
    setObjectName(QStringLiteral("providerDialog"));
    setMinimumWidth(660);
    m_form = new QFormLayout(this);
    m_form->setVerticalSpacing(8);
    m_kind = new QComboBox;
    m_kind->setAccessibleName(tr("Kind"));
    m_kind->addItem(tr("Session API with a bearer key"), int(ProviderKind::Bearer));
    m_kind->addItem(tr("BlockID DocuVerify"), int(ProviderKind::DocuVerify));
    m_form->addRow(new Label(theme, tr("Kind"), 13, "text-2"), m_kind);
    const QString optional = tr("Empty: the provider has no such call");
    field("create", tr("Path to create"));
    field("status", tr("Path of the status"))->setPlaceholderText(optional);
    field("cancel", tr("Path to cancel"))->setPlaceholderText(optional);
    field("resend", tr("Path to send again"))->setPlaceholderText(optional);
    field("session-id-at", tr("Session ID is found at"));
    field("invitation-at", tr("Link is found at"));
    field("expires-at", tr("Expiry is found at"));
    field("dvc-id", tr("DVC ID"));
    field("tenant-tag", tr("Tenant tag"));
    m_curve = new QComboBox;
    m_curve->setAccessibleName(tr("Curve"));
    m_curve->addItems({QStringLiteral("secp256k1"), QStringLiteral("P-256")});
    m_form->addRow(new Label(theme, tr("Curve"), 13, "text-2"), m_curve);
    for (const QString &document : domain::documentTypes())
        field(("word-" + document.toLatin1()).constData(), tr("Its word for: %1").arg(models::documentText(document)));
    m_minutes = new QSpinBox;
    m_minutes->setAccessibleName(tr("A link lives for"));
    m_minutes->setRange(1, 1440);
    m_minutes->setSuffix(tr(" minutes"));
    m_form->addRow(new Label(theme, tr("A link lives for"), 13, "text-2"), m_minutes);
    auto *hint = new Label(theme,
        tr("Paths may contain {communityId} and {sessionId}. Several places, separated by commas, are tried in this "
           "order (JSON pointers such as /session_id). An expiry in the provider's answer goes before the minutes."),
        12, "text-3");
    hint->setWordWrap(true);
    m_form->addRow(hint);
    m_fault = new Label(theme, {}, 12, "failed");
    m_fault->setWordWrap(true);
    m_fault->hide();
    m_form->addRow(m_fault);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel);
    auto *preset = buttons->addButton(tr("Fill with the preset"), QDialogButtonBox::ResetRole);
    m_form->addRow(buttons);
    connect(preset, &QPushButton::clicked, this, [this] {
        ProviderProfile fresh;
        fresh.kind = ProviderKind(m_kind->currentData().toInt());
        fresh.dvcId = m_fields.value("dvc-id")->text().trimmed();
        fill(fresh);
    });
    connect(m_kind, &QComboBox::currentIndexChanged, this, &ProviderDialog::refresh);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, &ProviderDialog::save);
    fill(tenant.provider);
}

void ProviderDialog::fill(const ProviderProfile &p)
{
    m_kind->setCurrentIndex(m_kind->findData(int(p.kind)));
    const auto put = [this](const char *name, const QString &text) { m_fields.value(name)->setText(text); };
    put("create", p.createPath);
    put("status", p.statusPath);
    put("cancel", p.cancelPath);
    put("resend", p.resendPath);
    put("session-id-at", p.sessionIdAt.join(QStringLiteral(", ")));
    put("invitation-at", p.invitationAt.join(QStringLiteral(", ")));
    put("expires-at", p.expiresAt.join(QStringLiteral(", ")));
    put("dvc-id", p.dvcId);
    put("tenant-tag", p.tenantTag);
    m_curve->setCurrentText(p.curve);
    for (const QString &document : domain::documentTypes())
        m_fields.value("word-" + document.toLatin1())->setText(p.documentWords.value(document));
    m_minutes->setValue(p.linkLifetimeMinutes);
    refresh();
}

ProviderProfile ProviderDialog::profile() const
{
    ProviderProfile p = m_tenant.provider;
    const auto text = [this](const char *name) { return m_fields.value(name)->text().trimmed(); };
    p.kind = ProviderKind(m_kind->currentData().toInt());
    p.createPath = text("create");
    p.statusPath = text("status");
    p.cancelPath = text("cancel");
    p.resendPath = text("resend");
    p.sessionIdAt = listOf(text("session-id-at"));
    p.invitationAt = listOf(text("invitation-at"));
    p.expiresAt = listOf(text("expires-at"));
    p.dvcId = text("dvc-id");
    p.tenantTag = text("tenant-tag");
    p.curve = m_curve->currentText();
    p.documentWords.clear();
    for (const QString &document : domain::documentTypes()) {
        if (const QString word = m_fields.value("word-" + document.toLatin1())->text().trimmed(); !word.isEmpty())
            p.documentWords.insert(document, word);
    }
    p.linkLifetimeMinutes = m_minutes->value();
    return p;
}

void ProviderDialog::refresh()
{
    const bool isDocuVerify = ProviderKind(m_kind->currentData().toInt()) == ProviderKind::DocuVerify;
    const auto show = [this](QWidget *w, bool isOn) {
        w->setVisible(isOn);
        m_form->labelForField(w)->setVisible(isOn);
    };
    for (auto it = m_fields.begin(); it != m_fields.end(); ++it)
        show(*it, (it.key() == "dvc-id" || it.key() == "tenant-tag" || it.key().startsWith("word-")) == isDocuVerify);
    show(m_curve, isDocuVerify);
}

void ProviderDialog::save()
{
    domain::Tenant changed = m_tenant;
    changed.provider = profile();
    if (const auto faults = domain::validate(changed); !faults.isEmpty()) {
        m_fault->setText(faults.first().text);
        m_fault->show();
        return;
    }
    accept();
    Q_EMIT chosen(changed);
}

} // namespace ui
