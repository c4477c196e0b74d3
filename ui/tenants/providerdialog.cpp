#include "ui/tenants/providerdialog.h"
#include "models/sessionmodel.h"
#include "ui/common/theme.h"
#include "ui/controls/label.h"
#include "ui/widgets/formbuilder.h"
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

ProviderDialog::ProviderDialog(Theme &theme, const domain::Tenant &tenant, QWidget *parent)
    : Dialog(parent), m_theme(theme), m_tenant(tenant)
{
    setWindowTitle(tr("Provider of %1").arg(tenant.name));
    setObjectName(QStringLiteral("providerDialog"));
    setMinimumWidth(660);
    FormBuilder form(theme, m_form = new QFormLayout(this), FormBuilder::Look::Page);
    m_form->setRowWrapPolicy(QFormLayout::DontWrapRows); // sixteen rows: with more lines it does not fit
    const auto field = [&](const char *name, const QString &label) {
        QLineEdit *line = form.line(label, {}, QStringLiteral("provider-") + QLatin1String(name));
        line->setFont(theme.fixedFont());
        m_fields.insert(name, line);
        return line;
    };
    m_kind = form.add(tr("Kind"), new QComboBox);
    m_kind->addItem(tr("Session API with a bearer key"), int(ProviderKind::Bearer));
    m_kind->addItem(tr("BlockID DocuVerify"), int(ProviderKind::DocuVerify));
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
    m_curve = form.add(tr("Curve"), new QComboBox);
    m_curve->addItems({QStringLiteral("secp256k1"), QStringLiteral("P-256")});
    for (const QString &document : domain::documentTypes())
        field(("word-" + document.toLatin1()).constData(), tr("Its word for: %1").arg(models::documentText(document)));
    m_minutes = form.number(tr("A link lives for"), 1, 1440, tr(" minutes"));
    auto *hint = new Label(theme,
        tr("Paths may contain {communityId} and {sessionId}. Several places, separated by commas, are tried in this "
           "order (JSON pointers such as /session_id). An expiry in the provider's answer goes before the minutes."),
        12, "text-3");
    hint->setWordWrap(true);
    form.whole(hint);
    m_fault = form.fault();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel);
    auto *preset = buttons->addButton(tr("Fill with the preset"), QDialogButtonBox::ResetRole);
    form.whole(buttons);
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
    for (auto it = m_fields.begin(); it != m_fields.end(); ++it)
        setRowShown(m_form, *it,
            (it.key() == "dvc-id" || it.key() == "tenant-tag" || it.key().startsWith("word-")) == isDocuVerify);
    setRowShown(m_form, m_curve, isDocuVerify);
}

void ProviderDialog::save()
{
    domain::Tenant changed = m_tenant;
    changed.provider = profile();
    if (const auto faults = domain::validate(changed); !faults.isEmpty())
        return showFault(m_fault, faults.first().text);
    accept();
    Q_EMIT chosen(changed);
}

} // namespace ui
