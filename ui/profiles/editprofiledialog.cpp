#include "ui/profiles/editprofiledialog.h"
#include "domain/text/messages.h"
#include "services/operations/operationtracker.h"
#include "services/operations/profileoperations.h"
#include "services/tenantsession/tenantsession.h"
#include "ui/common/appcontext.h"
#include "ui/common/theme.h"
#include "ui/controls/banner.h"
#include "ui/controls/button.h"
#include "ui/controls/label.h"
#include "ui/operations/reportoperation.h"
#include "ui/widgets/formbuilder.h"
#include <QFontDatabase>
#include <QFormLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSpinBox>

namespace ui {

using core::Result;

EditProfileDialog::EditProfileDialog(AppContext &app, const domain::IdentityProfile &profile, QWidget *parent)
    : Dialog(parent), m_app(app), m_profile(profile)
{
    Theme &t = app.theme();
    setObjectName(QStringLiteral("editProfileDialog"));
    const QString title = tr("Edit %1").arg(profile.name);
    setWindowTitle(title);
    resize(620, 460);
    connect(&app, &AppContext::tenantSessionChanged, this, &QDialog::reject);
    auto *v = new QVBoxLayout(this);
    v->setContentsMargins(20, 18, 20, 14);
    v->setSpacing(10);
    v->addWidget(heading(t, title));
    auto *layout = new QFormLayout;
    FormBuilder form(t, layout);
    m_name = form.line(tr("Name"), profile.name);
    m_description = form.line(tr("Description"), profile.description);
    m_priority = form.number(tr("Priority"), 0, 1'000'000);
    m_priority->setValue(profile.priority.value_or(0));
    m_shownPriority = m_priority->value();
    v->addLayout(layout);
    v->addWidget(new Label(t, tr("Sent is:"), 12, "text-3"));
    m_sent = new QPlainTextEdit;
    m_sent->setReadOnly(true);
    m_sent->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_sent->setLayoutDirection(Qt::LeftToRight);
    m_sent->setAccessibleName(tr("What is sent"));
    v->addWidget(m_sent, 1);
    m_banner = new Banner(t, false);
    v->addWidget(m_banner);
    auto *foot = new QHBoxLayout;
    auto *cancel = button(t, tr("Cancel"));
    m_save = button(t, tr("Save"), {}, "primary");
    m_save->setShortcut(Qt::CTRL | Qt::Key_Return);
    foot->addStretch();
    foot->addWidget(cancel);
    foot->addWidget(m_save);
    v->addLayout(foot);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &EditProfileDialog::run);
    connect(m_name, &QLineEdit::textChanged, this, &EditProfileDialog::refresh);
    connect(m_description, &QLineEdit::textChanged, this, &EditProfileDialog::refresh);
    connect(m_priority, &QSpinBox::valueChanged, this, &EditProfileDialog::refresh);
    refresh();
}

domain::ProfilePatch EditProfileDialog::patch() const
{
    // What could not be read, or is beyond the field, is shown as another number: untouched, it is not sent.
    const auto priority =
        m_priority->value() == m_shownPriority ? std::nullopt : std::optional<int>(m_priority->value());
    return domain::editPatch(m_profile, {m_name->text().trimmed(), m_description->text().trimmed(), priority});
}

void EditProfileDialog::refresh()
{
    const domain::ProfilePatch p = patch();
    m_sent->setPlainText(p.isEmpty() ? tr("Nothing is changed yet.") : domain::indented(p));
    if (m_name->text().trimmed().isEmpty())
        setEnabledOr(m_save, tr("A profile has a name."));
    else
        setEnabledOr(m_save, p.isEmpty() ? tr("Nothing is changed yet.") : QString());
}

void EditProfileDialog::run()
{
    setEnabledOr(m_save, tr("It is being saved."));
    core::whenDone<domain::Operation>(
        m_app.tenantSession()->profileOperations().updateProfile(m_profile.id, patch(), m_profile.modified), this,
        [this](const Result<domain::Operation> &o) {
            if (o) {
                reportOperation(m_app, core::ready<domain::Operation>(*o));
                return accept();
            }
            const auto m = domain::userMessage(o.error(), domain::Vendor::SailPoint);
            m_banner->show(Banner::Problem, m.headline, m.advice);
            refresh();
        });
}

} // namespace ui
