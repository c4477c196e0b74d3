#include "ui/access/forwarddialog.h"
#include "ui/common/appcontext.h"
#include "ui/common/theme.h"
#include "ui/controls/button.h"
#include "ui/controls/label.h"
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace ui {

ForwardDialog::ForwardDialog(AppContext &app, QWidget *parent) : Dialog(parent)
{
    Theme &t = app.theme();
    setObjectName(QStringLiteral("forwardDialog"));
    setWindowTitle(tr("Forward"));
    setMinimumWidth(440);
    auto *v = new QVBoxLayout(this);
    v->setContentsMargins(20, 18, 20, 14);
    v->setSpacing(10);
    v->addWidget(heading(t, tr("Who decides instead of you?")));
    auto *id = new QLineEdit;
    id->setAccessibleName(tr("Identity ID of the new approver"));
    id->setPlaceholderText(tr("Identity ID; the pane of a person shows it"));
    v->addWidget(id);
    auto *foot = new QHBoxLayout;
    auto *cancel = button(t, tr("Cancel"));
    auto *go = button(t, tr("Forward"), {}, "primary");
    setEnabledOr(go, tr("Enter an identity ID first."));
    foot->addStretch();
    foot->addWidget(cancel);
    foot->addWidget(go);
    v->addLayout(foot);
    connect(id, &QLineEdit::textChanged, go, [go](const QString &text) {
        setEnabledOr(go, text.trimmed().isEmpty() ? tr("Enter an identity ID first.") : QString());
    });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(&app, &AppContext::tenantSessionChanged, this, &QDialog::reject);
    connect(go, &QPushButton::clicked, this, [this, id] {
        const QString to = id->text().trimmed();
        accept();
        Q_EMIT chosen(to);
    });
}

} // namespace ui
