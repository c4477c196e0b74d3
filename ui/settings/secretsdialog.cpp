#include "ui/settings/secretsdialog.h"
#include "domain/text/secrettext.h"
#include "ui/common/theme.h"
#include "ui/controls/label.h"
#include "ui/widgets/formbuilder.h"
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>

namespace ui {

SecretsDialog::SecretsDialog(Theme &theme, const QString &tenantName, QWidget *parent) : Dialog(parent)
{
    setWindowTitle(tr("Replace secrets of %1").arg(tenantName));
    FormBuilder form(theme, new QFormLayout(this));
    form.whole(new Label(theme,
        tr("What stays empty is kept. The new ones are tested first; the old ones stay until the test passes."), 12,
        "text-2"));
    m_secret = form.secret(tr("Client secret"));
    m_key = form.secret(tr("API key"));
    m_fault = form.fault();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    auto *save = buttons->addButton(tr("Test and replace"), QDialogButtonBox::AcceptRole);
    form.whole(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(save, &QPushButton::clicked, this, &SecretsDialog::take);
}

void SecretsDialog::take()
{
    const auto secretTaken = domain::takenSecret(tr("Client secret"), m_secret->text(), domain::SecretUse::Text);
    const auto keyTaken = domain::takenSecret(tr("API key"), m_key->text(), domain::SecretUse::Key);
    for (const auto *taken : {&secretTaken, &keyTaken}) {
        if (!*taken)
            return showFault(m_fault, taken->error().field + QStringLiteral(": ") + taken->error().text);
    }
    services::TenantSecrets secrets;
    secrets.sailpoint = *secretTaken;
    secrets.idv = *keyTaken;
    accept();
    if (secrets.sailpoint || secrets.idv)
        Q_EMIT chosen(secrets);
}

} // namespace ui
