#include "ui/reverification/standarddialog.h"
#include "ui/common/appcontext.h"
#include "ui/common/theme.h"
#include "ui/controls/banner.h"
#include "ui/controls/button.h"
#include "ui/controls/label.h"
#include "ui/reverification/dayfield.h"
#include "ui/widgets/formbuilder.h"
#include <QFormLayout>
#include <QSpinBox>
#include <QVBoxLayout>

namespace ui {

StandardDialog::StandardDialog(AppContext &app, const domain::ReverificationInterval &rule, QWidget *parent)
    : Dialog(parent)
{
    Theme &t = app.theme();
    setObjectName(QStringLiteral("standardDialog"));
    setWindowTitle(tr("Standard"));
    connect(&app, &AppContext::tenantSessionChanged, this, &QDialog::reject);
    auto *v = new QVBoxLayout(this);
    v->setContentsMargins(20, 18, 20, 14);
    v->setSpacing(10);
    v->addWidget(heading(t, tr("Whom no rule matches")));
    auto *layout = new QFormLayout;
    FormBuilder form(t, layout);
    auto *interval = addDays(form, tr("Verify every"), 1, rule.intervalDays);
    auto *warn = addDays(form, tr("Warn before"), 0, rule.warnDays);
    auto *grace = addDays(form, tr("Grace"), 0, rule.graceDays);
    v->addLayout(layout);
    auto *banner = new Banner(t, false);
    v->addWidget(banner);
    auto *foot = new QHBoxLayout;
    auto *cancel = button(t, tr("Cancel"));
    auto *go = button(t, tr("Use"), {}, "primary");
    go->setDefault(true);
    foot->addStretch();
    foot->addWidget(cancel);
    foot->addWidget(go);
    v->addLayout(foot);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(go, &QPushButton::clicked, this, [=, this] {
        const domain::ReverificationInterval changed{interval->value(), warn->value(), grace->value()};
        if (const auto faults = domain::validate({changed, {}}); !faults.isEmpty())
            return banner->show(Banner::Problem, faults.first().text, {});
        Q_EMIT intervalAccepted(changed);
        accept();
    });
}

} // namespace ui
