#include "ui/tenants/operatordialog.h"
#include "domain/text/secrettext.h"
#include "services/recovery/recovery.h"
#include "services/tenantsession/tenantsession.h"
#include "ui/common/appcontext.h"
#include "ui/common/theme.h"
#include "ui/controls/label.h"
#include "ui/widgets/formbuilder.h"
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>

namespace ui {

using core::Result;

OperatorDialog::OperatorDialog(AppContext &app, QWidget *parent) : Dialog(parent)
{
    Theme &t = app.theme();
    setObjectName(QStringLiteral("operatorDialog"));
    setWindowTitle(tr("Operator"));
    connect(
        &app, &AppContext::tenantSessionChanged, this, &QDialog::reject); // whoever is registered is so with one tenant
    FormBuilder form(t, new QFormLayout(this));
    const bool isIq = app.tenantSession() && domain::isIdentityIq(app.tenantSession()->tenant());
    const QString what = isIq ? tr("Who sits at this computer as “%1”? Held results are decided by somebody else. User "
                                   "name and password of IdentityIQ are used once and stored nowhere.")
                              : tr("Who sits at this computer as “%1”? Held results are decided by somebody else. The "
                                   "personal access token is used once and stored nowhere.");
    auto *text = new Label(t, what.arg(app.context().operatorName), 13, "text-2");
    text->setWordWrap(true);
    form.whole(text);
    QLineEdit *id = form.line(isIq ? tr("User name") : tr("Client ID"));
    QLineEdit *secret = form.secret(isIq ? tr("Password") : tr("Client secret"));
    id->setAccessibleName(isIq ? tr("User name of the operator") : tr("Client ID of the operator"));
    secret->setAccessibleName(isIq ? tr("Password of the operator") : tr("Client secret of the operator"));
    Label *fault = form.fault();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel);
    form.whole(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [=, this, &app] {
        auto *w = app.tenantSession();
        if (!w)
            return;
        const auto idTaken = domain::takenSecret(id->accessibleName(), id->text(), domain::SecretUse::Text);
        const auto secretTaken = domain::takenSecret(secret->accessibleName(), secret->text(), domain::SecretUse::Text);
        for (const auto *taken : {&idTaken, &secretTaken}) {
            if (!*taken)
                return showFault(fault, taken->error().field + QStringLiteral(": ") + taken->error().text);
        }
        core::whenDone<QString>(w->recovery().registerOperator(*idTaken, *secretTaken), this,
            [this, secret, fault](const Result<QString> &r) {
                if (!r)
                    return showFault(fault, r.error().text);
                secret->clear();
                Q_EMIT registered(*r);
                accept();
            });
    });
}

} // namespace ui
