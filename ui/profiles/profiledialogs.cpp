#include "ui/profiles/profiledialogs.h"
#include "domain/readiness/readiness.h"
#include "domain/text/messages.h"
#include "services/identities/identitydirectory.h"
#include "services/operations/operationtracker.h"
#include "services/operations/profileoperations.h"
#include "services/tenantsession/tenantsession.h"
#include "ui/common/appcontext.h"
#include "ui/common/theme.h"
#include "ui/controls/banner.h"
#include "ui/controls/button.h"
#include "ui/controls/label.h"
#include "ui/operations/reportoperation.h"
#include "ui/tables/table.h"
#include "ui/widgets/formbuilder.h"
#include "ui/widgets/problem.h"
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QTableWidget>
#include <QVBoxLayout>

namespace ui {

using core::Result;

static void say(Banner *banner, const core::Error &e)
{
    showProblem(*banner, e, domain::Vendor::SailPoint, true);
}

static QTableWidget *sideBySide(const QString &name, const QStringList &heads)
{
    auto *t = plainTable(heads, name);
    for (int c = 1; c < heads.size(); ++c)
        t->horizontalHeader()->setSectionResizeMode(c, QHeaderView::Stretch);
    t->setColumnWidth(0, 190);
    return t;
}

static void addRow(QTableWidget *t, const QStringList &cells, bool isChanged)
{
    const int row = t->rowCount();
    t->insertRow(row);
    for (int c = 0; c < cells.size(); ++c) {
        auto *item = cellItem(cells.at(c));
        item->setToolTip(item->text());
        QFont f = t->font();
        f.setBold(isChanged);
        item->setFont(f);
        t->setItem(row, c, item);
    }
}

PreviewDialog::PreviewDialog(AppContext &app, const domain::IdentityProfile &profile, QWidget *parent)
    : Dialog(parent), m_app(app), m_profile(profile)
{
    Theme &t = app.theme();
    setObjectName(QStringLiteral("previewDialog"));
    setWindowTitle(tr("Preview"));
    resize(720, 520);
    connect(&app, &AppContext::tenantSessionChanged, this, &QDialog::reject);
    auto *v = new QVBoxLayout(this);
    v->setContentsMargins(20, 18, 20, 14);
    v->addWidget(heading(t, tr("What “%1” makes of a person").arg(profile.name)));
    auto *row = new QHBoxLayout;
    m_person = new QLineEdit;
    m_person->setPlaceholderText(tr("Name, e-mail or employee number"));
    m_person->setAccessibleName(tr("Person to preview"));
    auto *go = button(t, tr("Preview"), QStringLiteral("eye"), "primary");
    go->setDefault(true);
    connect(go, &QPushButton::clicked, this, &PreviewDialog::find);
    row->addWidget(m_person, 1);
    row->addWidget(go);
    v->addLayout(row);
    m_who = new Label(t, tr("Nothing is saved."), 12, "text-3");
    v->addWidget(m_who);
    m_banner = new Banner(t, false);
    v->addWidget(m_banner);
    m_table = sideBySide(tr("Values side by side"), {tr("Attribute"), tr("Now"), tr("With this profile")});
    v->addWidget(m_table, 1);
    m_person->setFocus();
}

void PreviewDialog::find()
{
    auto *w = m_app.tenantSession();
    if (!w || m_person->text().trimmed().isEmpty())
        return;
    domain::PeopleQuery q;
    q.text = m_person->text().trimmed();
    const auto people = core::andThen<domain::PeopleResult>(w->directory().quick(q, 1), this,
        [w = m_app.shareTenantSession()](const domain::PeopleResult &r) { return w->directory().people(*r.rows); });
    core::whenDone<QList<domain::Identity>>(
        people, this, [this, w = m_app.shareTenantSession()](const Result<QList<domain::Identity>> &found) {
            if (!found)
                return say(m_banner, found.error());
            if (found->isEmpty())
                return m_banner->show(Banner::Info, tr("No one matches."), {});
            const auto &p = found->first();
            m_who->setText(tr("%1 · Nothing is saved.").arg(p.name));
            core::whenDone<domain::IdentityPreview>(w->profileOperations().preview(p.id, m_profile.config), this,
                [this](const Result<domain::IdentityPreview> &r) {
                    if (!r)
                        return say(m_banner, r.error());
                    showLines(r->lines);
                });
        });
}

void PreviewDialog::showLines(const QList<domain::PreviewLine> &lines)
{
    m_banner->hide();
    m_table->setRowCount(0);
    for (const domain::PreviewLine &line : lines) {
        const QString then = line.fault.value_or(line.then);
        addRow(m_table, {line.name, line.now, then}, line.now != then);
    }
}

// A profile that is to be created is compared with nothing.
static domain::IdentityProfile profileOfName(const QList<domain::IdentityProfile> &all, const QString &name)
{
    domain::IdentityProfile found;
    for (const domain::IdentityProfile &p : all) {
        if (p.name == name)
            found = p;
    }
    return found;
}

ImportDialog::ImportDialog(AppContext &app, const QList<domain::ExportedProfile> &objects,
    const QList<domain::IdentityProfile> &present, QWidget *parent)
    : Dialog(parent), m_app(app), m_objects(objects)
{
    Theme &t = app.theme();
    setObjectName(QStringLiteral("importDialog"));
    setWindowTitle(tr("Import identity profiles"));
    resize(820, 520);
    connect(&app, &AppContext::tenantSessionChanged, this, &QDialog::reject);
    auto *v = new QVBoxLayout(this);
    v->setContentsMargins(20, 18, 20, 14);
    v->addWidget(heading(t, tr("What the import would change")));
    auto *table = sideBySide(tr("Changes side by side"), {tr("What"), tr("Now"), tr("In the file")});
    int changes = 0;
    for (const domain::ExportedProfile &o : objects) {
        const domain::IdentityProfile before = profileOfName(present, o.profile.name);
        const auto list = domain::changesOf(before, o.profile);
        addRow(table,
            {o.profile.name, before.raw.isEmpty() ? tr("(is created)") : QString(),
                list.isEmpty() ? tr("no difference") : QString()},
            true);
        for (const auto &c : list)
            addRow(table,
                {QStringLiteral("    ") + c.what, c.before.isEmpty() ? QStringLiteral("–") : c.before,
                    c.after.isEmpty() ? QStringLiteral("–") : c.after},
                false);
        changes += int(list.size());
    }
    v->addWidget(table, 1);
    auto *note = new Label(t, tr("What is overwritten is saved to the data folder first."), 12, "text-3");
    v->addWidget(note);
    m_banner = new Banner(t, false);
    v->addWidget(m_banner);
    auto *foot = new QHBoxLayout;
    auto *close = button(t, tr("Close"));
    m_import = button(t, tr("Import"), QStringLiteral("import"), "primary");
    setEnabledOr(m_import, changes > 0 ? QString() : tr("There is no difference."));
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_import, &QPushButton::clicked, this, &ImportDialog::run);
    foot->addStretch();
    foot->addWidget(close);
    foot->addWidget(m_import);
    v->addLayout(foot);
}

void ImportDialog::run()
{
    if (!m_app.tenantSession())
        return;
    setEnabledOr(m_import, tr("It is being imported."));
    core::whenDone<services::ImportOutcome>(m_app.tenantSession()->profileOperations().importProfiles(m_objects), this,
        [this](const Result<services::ImportOutcome> &r) {
            if (!r) {
                setEnabledOr(m_import, {});
                return say(m_banner, r.error());
            }
            const QString saved =
                r->backup.isEmpty() ? tr("Nothing was overwritten.") : tr("What stood there before: %1").arg(r->backup);
            if (r->operation.state == domain::OperationState::Unknown)
                m_banner->show(Banner::Warning, domain::operationStateText(r->operation.state), saved);
            else if (!r->faults.isEmpty())
                m_banner->show(Banner::Problem, tr("SailPoint took the file, but not all of it"),
                    r->faults.join(QLatin1Char('\n')) + QLatin1Char('\n') + saved);
            else
                m_banner->show(Banner::Good, tr("Imported: %1").arg(r->imported.join(QStringLiteral(", "))), saved);
        });
}

NewProfileDialog::NewProfileDialog(AppContext &app, const QList<domain::IdentityProfile> &present, QWidget *parent)
    : Dialog(parent), m_app(app)
{
    Theme &t = app.theme();
    setObjectName(QStringLiteral("newProfile"));
    setWindowTitle(tr("New identity profile"));
    setMinimumWidth(520);
    connect(&app, &AppContext::tenantSessionChanged, this, &QDialog::reject);
    auto *layout = new QFormLayout(this);
    FormBuilder form(t, layout);
    m_name = form.line(tr("Name"));
    m_description = form.line(tr("Description"));
    m_source = form.add(tr("Authoritative source (name or ID)"), new QComboBox);
    m_source->setEditable(true);
    m_source->setInsertPolicy(QComboBox::NoInsert); // what is typed is looked for, not offered
    QStringList known;
    for (const domain::IdentityProfile &p : present) {
        if (!known.contains(p.source.id)) {
            m_source->addItem(p.source.name);
            m_sources << p.source;
        }
        known << p.source.id;
    }
    m_banner = new Banner(t, false);
    form.whole(m_banner);
    auto *foot = new QHBoxLayout;
    auto *cancel = button(t, tr("Cancel"));
    m_create = button(t, tr("Create"), QStringLiteral("plus"), "primary");
    m_create->setDefault(true);
    foot->addStretch();
    foot->addWidget(cancel);
    foot->addWidget(m_create);
    layout->addRow(foot);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_create, &QPushButton::clicked, this, &NewProfileDialog::run);
}

void NewProfileDialog::run()
{
    if (!m_app.tenantSession())
        return;
    const int at = m_source->findText(m_source->currentText());
    const auto source = at >= 0 ? m_sources.value(at) : domain::sourceById(m_source->currentText().trimmed());
    const auto profile = domain::newProfile(m_name->text().trimmed(), source, m_description->text().trimmed());
    setEnabledOr(m_create, tr("It is being created."));
    core::whenDone<domain::Operation>(m_app.tenantSession()->profileOperations().createProfile(profile), this,
        [this](const Result<domain::Operation> &o) {
            setEnabledOr(m_create, {});
            if (!o)
                return say(m_banner, o.error());
            reportOperation(m_app, core::ready<domain::Operation>(*o));
            accept();
        });
}

} // namespace ui
