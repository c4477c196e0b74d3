#include "ui/profiles/profileactions.h"
#include "domain/readiness/readiness.h"
#include "domain/text/messages.h"
#include "services/operations/operationtracker.h"
#include "services/operations/profileoperations.h"
#include "services/tenantsession/tenantsession.h"
#include "ui/common/appcontext.h"
#include "ui/common/filetext.h"
#include "ui/common/infodialog.h"
#include "ui/controls/banner.h"
#include "ui/operations/operationdialog.h"
#include "ui/operations/reportoperation.h"
#include "ui/profiles/editprofiledialog.h"
#include "ui/profiles/profiledialogs.h"
#include "ui/profiles/remediationdialog.h"
#include "ui/tables/lazylist.h"
#include <QFile>
#include <QFileDialog>
#include <QJsonDocument>

namespace ui {

using core::Result;

static QString profileText(const QJsonObject &p, const char *key)
{
    return p.value(QLatin1String(key)).toString();
}

ProfileActions::ProfileActions(AppContext &app, Banner &banner, QWidget *page)
    : QObject(page), m_app(app), m_banner(banner), m_page(page)
{
}

// Where results are written: the flat-file source of the tenant, named as the profiles name it.
QString ProfileActions::sourceOfResults() const
{
    const QString id = m_app.tenantSession()->tenant().idvSourceId;
    for (const auto &p : m_profiles) {
        const auto list = p.toObject()
                              .value(QLatin1String("identityAttributeConfig"))
                              .toObject()
                              .value(QLatin1String("attributeTransforms"))
                              .toArray();
        for (const auto &t : list) {
            const QJsonObject a = t.toObject()
                                      .value(QLatin1String("transformDefinition"))
                                      .toObject()
                                      .value(QLatin1String("attributes"))
                                      .toObject();
            if (profileText(a, "sourceId") == id && !id.isEmpty())
                return profileText(a, "sourceName");
        }
    }
    return {};
}

void ProfileActions::mapAttribute(const QJsonObject &p, const domain::ReadyLine &line)
{
    if (line.state == domain::Readiness::NoAttribute)
        return createAttribute(line.attribute);
    const QString attribute = line.attribute, source = m_app.tenantSession()->tenant().idvSourceId;
    if (source.isEmpty())
        return m_banner.show(Banner::Info, tr("Which source?"),
            tr("Name the flat-file source of the results in Settings, Tenants, Write-back… first."));
    const auto patch = domain::mappingPatch(p, attribute, source, sourceOfResults());
    // Shown is exactly what is sent.
    const QString sent = QString::fromUtf8(QJsonDocument(patch).toJson());
    askOperation(m_app, m_page,
        {tr("Map %1").arg(attribute),
            tr("“%1” takes the value from the account attribute of the same name. SailPoint then wants a refresh of "
               "the profile’s identities. Sent is:")
                    .arg(profileText(p, "name")) +
                QStringLiteral("\n\n") + sent,
            tr("Map"), {}, false},
        [this, id = profileText(p, "id"), patch, modified = profileText(p, "modified")] {
            reportOperation(m_app, m_app.tenantSession()->profileOperations().updateProfile(id, patch, modified));
        });
}

// What SailPoint does not have cannot be mapped: it is created first.
void ProfileActions::createAttribute(const QString &name)
{
    services::ReadinessLine missing;
    missing.fix = services::ReadinessLine::CreateAttribute;
    missing.remediationOf = name;
    auto *d = new RemediationDialog(m_app, missing, m_page);
    d->setAttribute(Qt::WA_DeleteOnClose);
    connect(d, &RemediationDialog::fixed, this, &ProfileActions::attributeCreated);
    d->open();
}

void ProfileActions::preview(const QJsonObject &profile)
{
    auto *d = new PreviewDialog(m_app, profile, m_page);
    d->setAttribute(Qt::WA_DeleteOnClose);
    d->open();
}

void ProfileActions::exportOne(const QJsonObject &p)
{
    auto *d = new QFileDialog(m_page, tr("Export identity profile"), profileText(p, "name") + QStringLiteral(".json"),
        QStringLiteral("JSON (*.json)"));
    d->setAttribute(Qt::WA_DeleteOnClose);
    d->setAcceptMode(QFileDialog::AcceptSave);
    connect(&m_app, &AppContext::tenantSessionChanged, d, &QDialog::reject);
    d->selectFile(profileText(p, "name") + QStringLiteral(".json"));
    connect(d, &QFileDialog::fileSelected, this, [this, id = profileText(p, "id")](const QString &file) {
        core::whenDone<QJsonArray>(m_app.tenantSession()->profileOperations().exportProfiles(id), this,
            [this, file](const Result<QJsonArray> &r) {
                if (!r)
                    return Q_EMIT m_app.failed(r.error(), int(domain::Vendor::SailPoint));
                if (const auto saved = saveText(file, QJsonDocument(*r).toJson()); !saved)
                    return m_banner.show(Banner::Problem, tr("The file could not be written"), saved.error().text);
                Q_EMIT m_app.notice(tr("Exported to %1").arg(file));
            });
    });
    d->open();
}

void ProfileActions::importFile()
{
    auto *d = new QFileDialog(m_page, tr("Import identity profiles"), {}, QStringLiteral("JSON (*.json)"));
    d->setAttribute(Qt::WA_DeleteOnClose);
    d->setFileMode(QFileDialog::ExistingFile);
    connect(&m_app, &AppContext::tenantSessionChanged, d, &QDialog::reject);
    connect(d, &QFileDialog::fileSelected, this, &ProfileActions::importFrom);
    d->open();
}

void ProfileActions::importFrom(const QString &fileName)
{
    QFile file(fileName);
    QJsonParseError fault;
    const bool isOpen = file.open(QIODevice::ReadOnly) && file.size() < 64 * 1024 * 1024;
    const auto doc = QJsonDocument::fromJson(isOpen ? file.readAll() : QByteArray(), &fault);
    if (!doc.isArray()) {
        Q_EMIT importRefused();
        return m_banner.show(Banner::Problem, tr("This is no export of identity profiles"),
            isOpen && fault.error != QJsonParseError::NoError
                ? tr("%1 at byte %2").arg(fault.errorString()).arg(fault.offset)
                : tr("A list is expected."));
    }
    auto *dialog = new ImportDialog(m_app, doc.array(), m_profiles, m_page);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void ProfileActions::refreshIdentities(const QJsonObject &p)
{
    askOperation(m_app, m_page,
        {tr("Refresh identities"),
            tr("SailPoint computes the identities of “%1” anew. That can take a while.").arg(profileText(p, "name")),
            tr("Refresh"), {}, false},
        [this, id = profileText(p, "id")] {
            reportOperation(m_app, m_app.tenantSession()->profileOperations().refreshProfile(id));
        });
}

void ProfileActions::showDefaults(const QJsonObject &p)
{
    auto *d = new InfoDialog(m_app, tr("SailPoint’s default mappings for %1").arg(profileText(p, "name")), m_page);
    d->setAttribute(Qt::WA_DeleteOnClose);
    const auto read = [this, d, p] {
        d->list().setReading();
        core::whenDone<QJsonObject>(m_app.tenantSession()->profileOperations().defaultConfig(profileText(p, "id")), d,
            [d, p](const Result<QJsonObject> &r) {
                if (!r)
                    return d->list().setProblem(r.error());
                QList<std::pair<QString, QString>> rows;
                const auto changes = domain::changesOf(QJsonObject{{QStringLiteral("identityAttributeConfig"), *r}},
                    QJsonObject{{QStringLiteral("identityAttributeConfig"),
                        p.value(QLatin1String("identityAttributeConfig"))}});
                const auto list = r->value(QLatin1String("attributeTransforms")).toArray();
                for (const auto &v : list) {
                    const QString name = v.toObject().value(QLatin1String("identityAttributeName")).toString();
                    const auto own = std::find_if(changes.begin(), changes.end(),
                        [&name](const domain::ProfileChange &c) { return c.what == name; });
                    const QString from =
                        domain::mappingText(v.toObject().value(QLatin1String("transformDefinition")).toObject());
                    rows.append({name, own == changes.end()
                                           ? from
                                           : tr("%1 (this profile: %2)")
                                                 .arg(from, own->after.isEmpty() ? tr("not mapped") : own->after)});
                }
                d->list().setRows({}, rows, tr("SailPoint has no default for this source."));
            });
    };
    connect(&d->list(), &LazyList::retryWanted, d, read);
    read();
    d->open();
}

void ProfileActions::showLifecycle(const QJsonObject &p)
{
    auto *d = new InfoDialog(m_app, tr("Lifecycle states of %1").arg(profileText(p, "name")), m_page);
    d->setAttribute(Qt::WA_DeleteOnClose);
    const auto read = [this, d, p] {
        d->list().setReading();
        core::whenDone<QJsonArray>(m_app.tenantSession()->profileOperations().lifecycleStates(profileText(p, "id")), d,
            [d](const Result<QJsonArray> &r) {
                if (!r)
                    return d->list().setProblem(r.error());
                QList<std::pair<QString, QString>> rows;
                for (const auto &v : *r) {
                    const QJsonObject o = v.toObject();
                    QStringList facts{o.value(QLatin1String("enabled")).toBool() ? tr("enabled") : tr("disabled"),
                        tr("%Ln identities", nullptr, o.value(QLatin1String("identityCount")).toInt())};
                    if (const QString text = profileText(o, "description"); !text.isEmpty())
                        facts << text;
                    rows.append({profileText(o, "name"), facts.join(QStringLiteral(" · "))});
                }
                d->list().setRows(tr("They are kept in SailPoint; the console only reads them."), rows,
                    tr("This profile has no lifecycle states."));
            });
    };
    connect(&d->list(), &LazyList::retryWanted, d, read);
    read();
    d->open();
}

void ProfileActions::edit(const QJsonObject &profile)
{
    auto *d = new EditProfileDialog(m_app, profile, m_page);
    d->setAttribute(Qt::WA_DeleteOnClose);
    d->open();
}

void ProfileActions::create()
{
    auto *d = new NewProfileDialog(m_app, m_profiles, m_page);
    d->setAttribute(Qt::WA_DeleteOnClose);
    d->open();
}

void ProfileActions::remove(const QList<QJsonObject> &profiles)
{
    if (profiles.size() > 1)
        removeAll(profiles);
    else if (!profiles.isEmpty())
        removeOne(profiles.first());
}

void ProfileActions::removeAll(const QList<QJsonObject> &profiles)
{
    QStringList ids, names;
    int people = 0;
    for (const QJsonObject &p : profiles) {
        ids << profileText(p, "id");
        names << profileText(p, "name");
        people += p.value(QLatin1String("identityCount")).toInt();
    }
    askOperation(m_app, m_page,
        {tr("Delete %n identity profiles?", nullptr, int(ids.size())),
            names.join(QStringLiteral(", ")) + QStringLiteral("\n\n") +
                tr("Their %Ln identities lose their profile, and with it what it computed for them. This cannot be "
                   "taken back.",
                    nullptr, people),
            tr("Delete profiles"), QString::number(people), true},
        [this, ids] { reportOperation(m_app, m_app.tenantSession()->profileOperations().deleteProfiles(ids)); });
}

void ProfileActions::removeOne(const QJsonObject &p)
{
    const int people = p.value(QLatin1String("identityCount")).toInt();
    askOperation(m_app, m_page,
        {tr("Delete %1?").arg(profileText(p, "name")),
            tr("The identity profile is deleted in SailPoint. Its %Ln identities lose it, and with it what it computed "
               "for them. This cannot be taken back.",
                nullptr, people),
            tr("Delete profile"), profileText(p, "name"), true},
        [this, id = profileText(p, "id")] {
            reportOperation(m_app, m_app.tenantSession()->profileOperations().deleteProfiles({id}));
        });
}

} // namespace ui
