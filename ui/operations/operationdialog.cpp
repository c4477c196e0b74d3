#include "ui/operations/operationdialog.h"
#include "ui/common/appcontext.h"
#include "ui/common/opendialog.h"
#include "ui/common/theme.h"
#include "ui/controls/button.h"
#include "ui/controls/label.h"
#include "ui/operations/deleteidentitydialog.h"
#include "ui/widgets/dialog.h"
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace ui {

void askOperation(AppContext &app, QWidget *parent, const OperationQuestion &q, std::function<void()> then)
{
    Theme &t = app.theme();
    auto *d = makeWindow<Dialog>(parent);
    d->setObjectName(QStringLiteral("operationQuestion"));
    d->setWindowTitle(q.title);
    d->setMinimumWidth(460);
    auto *v = new QVBoxLayout(d);
    v->setContentsMargins(20, 18, 20, 14);
    v->setSpacing(10);
    v->addWidget(heading(t, q.title));
    auto *text = new Label(t, q.text, 13, "text-2");
    text->setWordWrap(true);
    v->addWidget(text);
    auto *typed = new QLineEdit;
    typed->setAccessibleName(DeleteIdentityDialog::tr("Type “%1” to confirm").arg(q.typed));
    if (!q.typed.isEmpty()) {
        auto *ask = new Label(t, DeleteIdentityDialog::tr("Type “%1” to confirm").arg(q.typed), 13, "text");
        ask->setWordWrap(true);
        v->addWidget(ask);
        v->addWidget(typed);
    } else {
        typed->setParent(d);
        typed->hide();
    }
    auto *foot = new QHBoxLayout;
    auto *keep = button(t, DeleteIdentityDialog::tr("Cancel"));
    auto *go = button(t, q.button, {}, q.isDestructive ? "danger" : "primary");
    foot->addStretch();
    foot->addWidget(keep);
    foot->addWidget(go);
    v->addLayout(foot);
    if (q.isDestructive)
        keep->setDefault(true);
    else
        go->setDefault(true);
    const auto confirm = [go, typed, wanted = q.typed] {
        setEnabledOr(go, typed->text().trimmed() == wanted ? QString() : typed->accessibleName());
    };
    QObject::connect(typed, &QLineEdit::textChanged, go, confirm);
    confirm();
    QObject::connect(keep, &QPushButton::clicked, d, &QDialog::reject);
    QObject::connect(
        &app, &AppContext::tenantSessionChanged, d, &QDialog::reject); // the question was about that tenant
    QObject::connect(go, &QPushButton::clicked, d, [d, then = std::move(then)] {
        d->accept();
        then();
    });
    d->open();
}

} // namespace ui
