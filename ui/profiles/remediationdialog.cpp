#include "ui/profiles/remediationdialog.h"
#include "domain/profiles/profilepatch.h"
#include "domain/profiles/workflowfiles.h"
#include "domain/readiness/readiness.h"
#include "domain/text/messages.h"
#include "services/operations/operationtracker.h"
#include "services/operations/profileoperations.h"
#include "services/tenantsession/tenantsession.h"
#include "ui/common/appcontext.h"
#include "ui/common/askfile.h"
#include "ui/common/filetext.h"
#include "ui/common/opendialog.h"
#include "ui/common/theme.h"
#include "ui/controls/banner.h"
#include "ui/controls/button.h"
#include "ui/controls/label.h"
#include "ui/operations/reportoperation.h"
#include "ui/person/personmenu.h"
#include "ui/profiles/profiledialogs.h"
#include <QFileDialog>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace ui {

using core::Result;
using services::ReadinessLine;

static QString remedyTitle(const ReadinessLine &line)
{
    switch (line.fix) {
    case ReadinessLine::CreateAttribute:
        return RemediationDialog::tr("Create identity attribute %1").arg(line.remediationOf);
    case ReadinessLine::MapProfile: return RemediationDialog::tr("Map the missing attributes");
    case ReadinessLine::SaveWorkflow:
    case ReadinessLine::None: break;
    }
    return RemediationDialog::tr("A workflow that writes results");
}

RemediationDialog::RemediationDialog(AppContext &app, const ReadinessLine &line, QWidget *parent)
    : Dialog(parent), m_app(app), m_line(line)
{
    Theme &t = app.theme();
    setObjectName(QStringLiteral("fixDialog"));
    resize(720, 520);
    connect(&app, &AppContext::tenantSessionChanged, this, &QDialog::reject);
    const QString title = remedyTitle(line);
    setWindowTitle(title);
    auto *v = new QVBoxLayout(this);
    v->setContentsMargins(20, 18, 20, 14);
    v->setSpacing(10);
    v->addWidget(heading(t, title));
    m_text = new Label(t, {}, 13, "text-2");
    m_text->setWordWrap(true);
    v->addWidget(m_text);
    m_sent = new QPlainTextEdit;
    m_sent->setReadOnly(true);
    m_sent->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_sent->setLayoutDirection(Qt::LeftToRight);
    m_sent->setAccessibleName(tr("What is sent"));
    v->addWidget(m_sent, 1);
    m_banner = new Banner(t, false);
    v->addWidget(m_banner);
    m_why = new Label(t, {}, 12, "text-3");
    v->addWidget(m_why);
    v->addLayout(makeFoot());
    offerFix();
}

QBoxLayout *RemediationDialog::makeFoot()
{
    Theme &t = m_app.theme();
    auto *foot = new QHBoxLayout;
    m_preview = button(t, tr("Preview…"), QStringLiteral("eye"));
    m_preview->hide();
    auto *cancel = button(t, tr("Cancel"));
    m_go = button(t, tr("Map"), {}, "primary");
    m_go->setEnabled(false);
    m_go->setShortcut(Qt::CTRL | Qt::Key_Return);
    foot->addWidget(m_preview);
    foot->addStretch();
    foot->addWidget(cancel);
    foot->addWidget(m_go);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_preview, &QPushButton::clicked, this, [this] { openDialog<PreviewDialog>(m_app, m_mapped, this); });
    return foot;
}

void RemediationDialog::offerFix()
{
    auto *w = m_app.tenantSession();
    if (!w)
        return;
    switch (m_line.fix) {
    case ReadinessLine::CreateAttribute: offerAttribute(); break;
    case ReadinessLine::MapProfile: readProfile(m_line.remediationOf); break;
    case ReadinessLine::SaveWorkflow: offerWorkflow(w->tenant()); break;
    case ReadinessLine::None: break;
    }
}

void RemediationDialog::offerWorkflow(const domain::Tenant &tenant)
{
    const auto file = domain::workflowFileText(domain::WorkflowFile::Result, tenant);
    offer(tr("Save it, then import it in SailPoint under Workflows. Enter the OAuth client of its HTTP steps there, "
             "enable it, and enter its ID in Settings, Tenants, Write-back… It writes to people who have an account in "
             "the source of results."),
        file ? QString::fromUtf8(*file) : QString(), tr("Save…"), {});
    if (!file)
        refuse(file.error().text);
    connect(m_go, &QPushButton::clicked, this, &RemediationDialog::saveWorkflow);
}

void RemediationDialog::offerAttribute()
{
    const domain::IdentityAttribute attribute = domain::textAttribute(m_line.remediationOf);
    offer(tr("SailPoint gets a new identity attribute of type text. Nobody has a value until it is mapped. Sent is:"),
        domain::indented(attribute), tr("Create"), domain::Right::ChangeAttributes);
    connect(m_go, &QPushButton::clicked, this,
        [this, attribute] { submit(m_app.tenantSession()->profileOperations().createAttribute(attribute)); });
}

void RemediationDialog::offer(
    const QString &text, const QString &sent, const QString &button, std::optional<domain::Right> right)
{
    m_offered = sent;
    m_text->setText(text);
    m_sent->setPlainText(sent);
    m_go->setText(button);
    refuse(right ? sailpointObstacle(m_app, right) : QString());
}

void RemediationDialog::refuse(const QString &why)
{
    m_go->setEnabled(why.isEmpty());
    m_why->setText(why);
    m_why->setVisible(!why.isEmpty());
}

// The profile as it is now: what is shown is what is sent, and what is sent fits only to it.
void RemediationDialog::readProfile(const QString &id)
{
    using Attributes = QList<domain::IdentityAttribute>;
    m_text->setText(tr("Reading the identity profile…"));
    auto *w = m_app.tenantSession();
    const auto both = core::andThen<Attributes>(
        w->profileOperations().identityAttributes(), this, [this, id](const Attributes &known) {
            return core::mapped<Attributes, domain::IdentityProfile>(
                m_app.tenantSession()->profileOperations().profile(id), this,
                [this, known](const domain::IdentityProfile &p) -> Result<Attributes> {
                    m_profile = p;
                    return known;
                });
        });
    core::whenDone<Attributes>(both, this, [this](const Result<Attributes> &known) {
        if (!known) {
            const auto m = domain::userMessage(known.error(), domain::Vendor::SailPoint);
            m_text->setText({});
            return m_banner->show(Banner::Problem, m.headline, m.advice);
        }
        readSource(*known);
    });
}

void RemediationDialog::readSource(const QList<domain::IdentityAttribute> &known)
{
    const auto &t = m_app.tenantSession()->tenant();
    if (t.idvSourceId.isEmpty()) {
        m_text->setText({});
        return m_banner->show(Banner::Info, tr("Which source?"),
            tr("Name the flat-file source of the results in Settings, Tenants, Write-back… first."));
    }
    QStringList missing;
    for (const auto &l : domain::readinessOf(m_profile, known, t.map)) {
        if (l.state == domain::Readiness::NotMapped)
            missing << l.attribute;
    }
    core::whenDone<domain::Source>(m_app.tenantSession()->profileOperations().source(t.idvSourceId), this,
        [this, missing, id = t.idvSourceId](
            const Result<domain::Source> &source) { offerMappings(missing, id, source ? source->name : QString()); });
}

void RemediationDialog::offerMappings(const QStringList &missing, const QString &sourceId, const QString &sourceName)
{
    const auto patch = domain::mappingsPatch(m_profile, missing, sourceId, sourceName);
    m_mapped = domain::withMappings(m_profile, missing, sourceId, sourceName);
    offer(tr("“%1” takes each value from the account attribute of the same name in the source %2. "
             "SailPoint then wants a refresh of the profile’s identities. Sent is:")
              .arg(m_profile.name, sourceName.isEmpty() ? sourceId : sourceName),
        domain::indented(patch), tr("Map"), domain::Right::ChangeProfiles);
    m_preview->setVisible(true);
    connect(m_go, &QPushButton::clicked, this, [this, patch] {
        submit(m_app.tenantSession()->profileOperations().updateProfile(m_profile.id, patch, m_profile.modified));
    });
}

void RemediationDialog::submit(const core::Async<domain::Operation> &operation)
{
    m_go->setEnabled(false);
    core::whenDone<domain::Operation>(operation, this, [this](const Result<domain::Operation> &o) {
        if (!o) {
            const auto m = domain::userMessage(o.error(), domain::Vendor::SailPoint);
            return m_banner->show(Banner::Problem, m.headline, m.advice);
        }
        reportOperation(m_app, core::ready<domain::Operation>(*o));
        accept();
        Q_EMIT fixed();
    });
}

void RemediationDialog::saveWorkflow()
{
    const FileQuestion question{
        tr("Save workflow"), QStringLiteral("JSON (*.json)"), QStringLiteral("idv-results.json"), true};
    connect(askFile(this, question), &QFileDialog::fileSelected, this, [this](const QString &name) {
        const auto r = saveText(name, m_offered.toUtf8());
        m_banner->show(r ? Banner::Good : Banner::Problem, r ? tr("Saved") : tr("The file could not be written"),
            r ? name : r.error().text);
    });
}

} // namespace ui
