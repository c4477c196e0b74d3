#include "ui/settings/secretsdialog.h"
#include "domain/text/secrettext.h"
#include "ui/common/theme.h"
#include "ui/controls/label.h"
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>

namespace ui {

SecretsDialog::SecretsDialog(Theme &theme, const QString &tenantName, QWidget *parent) : Dialog(parent)
{
    setWindowTitle(tr("Replace secrets of %1").arg(tenantName));
    auto *form = new QFormLayout(this);
    m_secret = new QLineEdit;
    m_key = new QLineEdit;
    m_secret->setEchoMode(QLineEdit::Password);
    m_key->setEchoMode(QLineEdit::Password);
    form->addRow(new Label(theme,
        tr("What stays empty is kept. The new ones are tested first; the old ones stay until the test passes."), 12,
        "text-2"));
    form->addRow(tr("Client secret"), m_secret);
    form->addRow(tr("API key"), m_key);
    m_fault = new Label(theme, {}, 12, "failed");
    m_fault->setWordWrap(true);
    form->addRow(m_fault);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    auto *save = buttons->addButton(tr("Test and replace"), QDialogButtonBox::AcceptRole);
    form->addRow(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(save, &QPushButton::clicked, this, &SecretsDialog::take);
}

void SecretsDialog::take()
{
    const auto secretTaken = domain::takenSecret(tr("Client secret"), m_secret->text(), domain::SecretUse::Text);
    const auto keyTaken = domain::takenSecret(tr("API key"), m_key->text(), domain::SecretUse::Key);
    for (const auto *taken : {&secretTaken, &keyTaken}) {
        if (!*taken)
            return m_fault->setText(taken->error().field + QStringLiteral(": ") + taken->error().text);
    }
    services::TenantSecrets secrets;
    secrets.sailpoint = *secretTaken;
    secrets.idv = *keyTaken;
    accept();
    if (secrets.sailpoint || secrets.idv)
        Q_EMIT chosen(secrets);
}

} // namespace ui
