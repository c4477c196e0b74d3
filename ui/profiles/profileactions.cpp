#include "ui/profiles/profileactions.h"
#include "domain/readiness/readiness.h"
#include "domain/text/messages.h"
#include "services/operations/operationtracker.h"
#include "services/operations/profilefile.h"
#include "services/operations/profileoperations.h"
#include "services/tenantsession/tenantsession.h"
#include "ui/common/appcontext.h"
#include "ui/common/askfile.h"
#include "ui/common/filetext.h"
#include "ui/common/infodialog.h"
#include "ui/common/opendialog.h"
#include "ui/controls/banner.h"
#include "ui/operations/operationdialog.h"
#include "ui/operations/reportoperation.h"
#include "ui/profiles/editprofiledialog.h"
#include "ui/profiles/identitycounttext.h"
#include "ui/profiles/profiledialogs.h"
#include "ui/profiles/remediationdialog.h"
#include "ui/tables/lazylist.h"
#include <QFile>
#include <QFileDialog>

namespace ui {

using core::Result;

ProfileActions::ProfileActions(AppContext &app, Banner &banner, QWidget *page)
    : QObject(page), m_app(app), m_banner(banner), m_page(page)
{
}

void ProfileActions::mapAttribute(const domain::IdentityProfile &p, const domain::ReadyLine &line)
{
    if (line.state == domain::Readiness::NoAttribute)
        return createAttribute(line.attribute);
    const QString attribute = line.attribute, source = m_app.tenantSession()->tenant().idvSourceId;
    if (source.isEmpty())
        return m_banner.show(Banner::Info, tr("Which source?"),
            tr("Name the flat-file source of the results in Settings, Tenants, Write-back… first."));
    const auto patch = domain::mappingPatch(p, attribute, source, domain::sourceNameIn(m_profiles, source));
    // Shown is exactly what is sent.
    askOperation(m_app, m_page,
        {tr("Map %1").arg(attribute),
            tr("“%1” takes the value from the account attribute of the same name. SailPoint then wants a refresh of "
               "the profile’s identities. Sent is:")
                    .arg(p.name) +
                QStringLiteral("\n\n") + domain::indented(patch),
            tr("Map"), {}, false},
        [this, id = p.id, patch, modified = p.modified] {
            reportOperation(m_app, m_app.tenantSession()->profileOperations().updateProfile(id, patch, modified));
        });
}

// What SailPoint does not have cannot be mapped: it is created first.
void ProfileActions::createAttribute(const QString &name)
{
    services::ReadinessLine missing;
    missing.fix = services::ReadinessLine::CreateAttribute;
    missing.remediationOf = name;
    auto *d = openDialog<RemediationDialog>(m_app, missing, m_page);
    connect(d, &RemediationDialog::fixed, this, &ProfileActions::attributeCreated);
}

void ProfileActions::preview(const domain::IdentityProfile &profile)
{
    openDialog<PreviewDialog>(m_app, profile, m_page);
}

void ProfileActions::exportOne(const domain::IdentityProfile &p)
{
    auto *d = askFile(m_page,
        {tr("Export identity profile"), QStringLiteral("JSON (*.json)"), p.name + QStringLiteral(".json"), true});
    connect(&m_app, &AppContext::tenantSessionChanged, d, &QDialog::reject);
    connect(d, &QFileDialog::fileSelected, this, [this, id = p.id](const QString &file) {
        core::whenDone<QList<domain::ExportedProfile>>(m_app.tenantSession()->profileOperations().exportProfiles(id),
            this, [this, file](const Result<QList<domain::ExportedProfile>> &r) {
                if (!r)
                    return Q_EMIT m_app.failed(r.error(), int(domain::Vendor::SailPoint));
                if (const auto saved = saveText(file, services::profileFileText(*r)); !saved)
                    return m_banner.show(Banner::Problem, tr("The file could not be written"), saved.error().text);
                Q_EMIT m_app.notice(tr("Exported to %1").arg(file));
            });
    });
}

void ProfileActions::importFile()
{
    auto *d = askFile(m_page, {tr("Import identity profiles"), QStringLiteral("JSON (*.json)")});
    connect(&m_app, &AppContext::tenantSessionChanged, d, &QDialog::reject);
    connect(d, &QFileDialog::fileSelected, this, &ProfileActions::importFrom);
}

void ProfileActions::importFrom(const QString &fileName)
{
    QFile file(fileName);
    const bool isOpen = file.open(QIODevice::ReadOnly) && file.size() < 64 * 1024 * 1024;
    const auto read = services::readProfileFile(isOpen ? file.readAll() : QByteArray());
    if (!read.isList) {
        Q_EMIT importRefused();
        return m_banner.show(Banner::Problem, tr("This is no export of identity profiles"),
            isOpen && !read.fault.isEmpty() ? tr("%1 at byte %2").arg(read.fault).arg(read.faultAt)
                                            : tr("A list is expected."));
    }
    openDialog<ImportDialog>(m_app, read.profiles, m_profiles, m_page);
}

void ProfileActions::refreshIdentities(const domain::IdentityProfile &p)
{
    askOperation(m_app, m_page,
        {tr("Refresh identities"),
            tr("SailPoint computes the identities of “%1” anew. That can take a while.").arg(p.name), tr("Refresh"), {},
            false},
        [this, id = p.id] { reportOperation(m_app, m_app.tenantSession()->profileOperations().refreshProfile(id)); });
}

// SailPoint's default for each attribute, and what the profile has in its place.
static QList<std::pair<QString, QString>> defaultRows(
    const domain::AttributeConfig &defaults, const domain::AttributeConfig &own)
{
    QList<std::pair<QString, QString>> rows;
    const auto changes = domain::mappingChanges(defaults, own);
    for (const domain::AttributeTransform &t : defaults.transforms) {
        const auto change = std::find_if(
            changes.begin(), changes.end(), [&t](const domain::ProfileChange &c) { return c.what == t.target; });
        const QString from = domain::mappingText(t);
        rows.append({t.target,
            change == changes.end()
                ? from
                : ProfileActions::tr("%1 (this profile: %2)")
                      .arg(from, change->after.isEmpty() ? ProfileActions::tr("not mapped") : change->after)});
    }
    return rows;
}

void ProfileActions::showDefaults(const domain::IdentityProfile &p)
{
    auto *d = makeWindow<InfoDialog>(m_app, tr("SailPoint’s default mappings for %1").arg(p.name), m_page);
    const auto read = [this, d, p] {
        d->list().setReading();
        core::whenDone<domain::AttributeConfig>(m_app.tenantSession()->profileOperations().defaultConfig(p.id), d,
            [d, p](const Result<domain::AttributeConfig> &r) {
                if (!r)
                    return d->list().setProblem(r.error());
                d->list().setRows({}, defaultRows(*r, p.config), tr("SailPoint has no default for this source."));
            });
    };
    connect(&d->list(), &LazyList::retryWanted, d, read);
    read();
    d->open();
}

static QList<std::pair<QString, QString>> lifecycleRows(const QList<domain::LifecycleState> &states)
{
    QList<std::pair<QString, QString>> rows;
    for (const domain::LifecycleState &s : states) {
        QStringList facts;
        if (s.isEnabled)
            facts << (*s.isEnabled ? ProfileActions::tr("enabled") : ProfileActions::tr("disabled"));
        facts << identityCountText(s.identityCount);
        if (!s.description.isEmpty())
            facts << s.description;
        rows.append({s.name, facts.join(QStringLiteral(" · "))});
    }
    return rows;
}

void ProfileActions::showLifecycle(const domain::IdentityProfile &p)
{
    using States = QList<domain::LifecycleState>;
    auto *d = makeWindow<InfoDialog>(m_app, tr("Lifecycle states of %1").arg(p.name), m_page);
    const auto read = [this, d, p] {
        d->list().setReading();
        core::whenDone<States>(
            m_app.tenantSession()->profileOperations().lifecycleStates(p.id), d, [d](const Result<States> &r) {
                if (!r)
                    return d->list().setProblem(r.error());
                d->list().setRows(tr("They are kept in SailPoint; the console only reads them."), lifecycleRows(*r),
                    tr("This profile has no lifecycle states."));
            });
    };
    connect(&d->list(), &LazyList::retryWanted, d, read);
    read();
    d->open();
}

void ProfileActions::edit(const domain::IdentityProfile &profile)
{
    openDialog<EditProfileDialog>(m_app, profile, m_page);
}

void ProfileActions::create()
{
    openDialog<NewProfileDialog>(m_app, m_profiles, m_page);
}

void ProfileActions::remove(const QList<domain::IdentityProfile> &profiles)
{
    if (profiles.size() > 1)
        removeAll(profiles);
    else if (!profiles.isEmpty())
        removeOne(profiles.first());
}

void ProfileActions::removeAll(const QList<domain::IdentityProfile> &profiles)
{
    QStringList ids, names;
    std::optional<int> people = 0;
    for (const domain::IdentityProfile &p : profiles) {
        ids << p.id;
        names << p.name;
        people = people && p.identityCount ? std::optional(*people + *p.identityCount) : std::nullopt;
    }
    const QString what = people
                             ? tr("Their %Ln identities lose their profile, and with it what it computed for them. "
                                  "This cannot be taken back.",
                                   nullptr, *people)
                             : tr("SailPoint does not say how many identities lose their profile, and with it what it "
                                  "computed for them. This cannot be taken back.");
    askOperation(m_app, m_page,
        {tr("Delete %n identity profiles?", nullptr, int(ids.size())),
            names.join(QStringLiteral(", ")) + QStringLiteral("\n\n") + what, tr("Delete profiles"),
            people ? QString::number(*people) : names.first(), true},
        [this, ids] { reportOperation(m_app, m_app.tenantSession()->profileOperations().deleteProfiles(ids)); });
}

void ProfileActions::removeOne(const domain::IdentityProfile &p)
{
    const QString what =
        p.identityCount
            ? tr("The identity profile is deleted in SailPoint. Its %Ln identities lose it, and with it what "
                 "it computed for them. This cannot be taken back.",
                  nullptr, *p.identityCount)
            : tr("The identity profile is deleted in SailPoint. How many identities lose it, SailPoint does "
                 "not say; with it goes what it computed for them. This cannot be taken back.");
    askOperation(m_app, m_page, {tr("Delete %1?").arg(p.name), what, tr("Delete profile"), p.name, true},
        [this, id = p.id] { reportOperation(m_app, m_app.tenantSession()->profileOperations().deleteProfiles({id})); });
}

} // namespace ui
