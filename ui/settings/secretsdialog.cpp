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

SecretsDialog::SecretsDialog(Theme &theme, const domain::Tenant &tenant, QWidget *parent) : Dialog(parent)
{
    setWindowTitle(tr("Replace secrets of %1").arg(tenant.name));
    FormBuilder form(theme, new QFormLayout(this));
    form.whole(new Label(theme,
        tr("What stays empty is kept. The new ones are tested first; the old ones stay until the test passes."), 12,
        "text-2"));
    m_secret = form.secret(tr("Client secret"));
    m_key = form.secret(tr("API key"));
    if (tenant.proxySignsIn) {
        m_proxyUser = form.line(tr("Proxy user"));
        m_proxyPassword = form.secret(tr("Proxy password"));
    }
    m_fault = form.fault();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    auto *save = buttons->addButton(tr("Test and replace"), QDialogButtonBox::AcceptRole);
    form.whole(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(save, &QPushButton::clicked, this, &SecretsDialog::take);
}

void SecretsDialog::take()
{
    using domain::SecretUse;
    struct Field
    {
        QString name;
        const QLineEdit *edit;
        SecretUse use;
        core::SecretPtr services::TenantSecrets::*to;
    };
    QList<Field> fields{{tr("Client secret"), m_secret, SecretUse::Text, &services::TenantSecrets::sailpoint},
        {tr("API key"), m_key, SecretUse::Key, &services::TenantSecrets::idv}};
    if (m_proxyUser)
        fields << Field{tr("Proxy user"), m_proxyUser, SecretUse::Text, &services::TenantSecrets::proxyUser}
               << Field{
                      tr("Proxy password"), m_proxyPassword, SecretUse::Text, &services::TenantSecrets::proxyPassword};
    services::TenantSecrets secrets;
    bool isAnyGiven = false;
    for (const Field &f : std::as_const(fields)) {
        const auto taken = domain::takenSecret(f.name, f.edit->text(), f.use);
        if (!taken)
            return showFault(m_fault, taken.error().field + QStringLiteral(": ") + taken.error().text);
        secrets.*f.to = *taken;
        isAnyGiven = isAnyGiven || *taken;
    }
    accept();
    if (isAnyGiven)
        Q_EMIT chosen(secrets);
}

} // namespace ui
