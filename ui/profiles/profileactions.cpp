#include "domain/readiness/readiness.h"
#include "domain/text/messages.h"
#include "services/operations/operations.h"
#include "services/tenantsession/tenantsession.h"
#include "ui/common/appcontext.h"
#include "ui/common/filetext.h"
#include "ui/common/infodialog.h"
#include "ui/identities/personmenu.h"
#include "ui/operations/operationdialog.h"
#include "ui/profiles/profiledialogs.h"
#include "ui/profiles/profilespage.h"
#include "ui/profiles/remediationdialog.h"
#include "ui/tables/lazylist.h"
#include "ui/tables/table.h"
#include "ui/widgets/parts.h"
#include <QFile>
#include <QFileDialog>
#include <QJsonDocument>
#include <QListWidget>
#include <QTableWidget>

// What can be done on the Profiles page.
namespace ui {

using core::Result;

static QString textOf(const QJsonObject &p, const char *key)
{
    return p.value(QLatin1String(key)).toString();
}

// Where results are written: the flat-file source of the tenant, named as the profiles name it.
QString ProfilesPage::sourceOfResults() const
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
            if (textOf(a, "sourceId") == id && !id.isEmpty())
                return textOf(a, "sourceName");
        }
    }
    return {};
}

void ProfilesPage::mapAttribute()
{
    const auto rows = m_ready->selectionModel()->selectedRows();
    if (rows.isEmpty() || !m_app.tenantSession())
        return;
    const QJsonObject p = current();
    const auto lines = domain::readinessOf(p, m_attributes, m_app.tenantSession()->tenant().map);
    const domain::ReadyLine line = lines.value(rows.first().row());
    if (line.state == domain::Readiness::NoAttribute) {
        // What SailPoint does not have cannot be mapped: it is created first.
        services::ReadinessLine missing;
        missing.fix = services::ReadinessLine::CreateAttribute;
        missing.remediationOf = line.attribute;
        auto *d = new RemediationDialog(m_app, missing, this);
        d->setAttribute(Qt::WA_DeleteOnClose);
        connect(d, &RemediationDialog::fixed, this, &ProfilesPage::load);
        return d->open();
    }
    const QString attribute = line.attribute, source = m_app.tenantSession()->tenant().idvSourceId;
    if (source.isEmpty())
        return m_banner->show(Banner::Info, tr("Which source?"),
            tr("Name the flat-file source of the results in Settings, Tenants, Write-back… first."));
    const auto patch = domain::mappingPatch(p, attribute, source, sourceOfResults());
    // Shown is exactly what is sent.
    const QString sent = QString::fromUtf8(QJsonDocument(patch).toJson());
    askOperation(m_app, this,
        {tr("Map %1").arg(attribute),
            tr("“%1” takes the value from the account attribute of the same name. SailPoint then wants a refresh of "
               "the profile’s identities. Sent is:")
                    .arg(textOf(p, "name")) +
                QStringLiteral("\n\n") + sent,
            tr("Map"), {}, false},
        [this, id = textOf(p, "id"), patch, modified = textOf(p, "modified")] {
            m_app.report(m_app.tenantSession()->operations().updateProfile(id, patch, modified));
        });
}

void ProfilesPage::preview()
{
    auto *d = new PreviewDialog(m_app, current(), this);
    d->setAttribute(Qt::WA_DeleteOnClose);
    d->open();
}

void ProfilesPage::exportOne()
{
    const QJsonObject p = current();
    auto *d = new QFileDialog(this, tr("Export identity profile"), textOf(p, "name") + QStringLiteral(".json"),
        QStringLiteral("JSON (*.json)"));
    d->setAttribute(Qt::WA_DeleteOnClose);
    d->setAcceptMode(QFileDialog::AcceptSave);
    connect(&m_app, &AppContext::tenantSessionChanged, d, &QDialog::reject);
    d->selectFile(textOf(p, "name") + QStringLiteral(".json"));
    connect(d, &QFileDialog::fileSelected, this, [this, id = textOf(p, "id")](const QString &file) {
        core::whenDone<QJsonArray>(
            m_app.tenantSession()->operations().exportProfiles(id), this, [this, file](const Result<QJsonArray> &r) {
                if (!r)
                    return Q_EMIT m_app.failed(r.error(), int(domain::Vendor::SailPoint));
                if (const auto saved = saveText(file, QJsonDocument(*r).toJson()); !saved)
                    return m_banner->show(Banner::Problem, tr("The file could not be written"), saved.error().text);
                Q_EMIT m_app.notice(tr("Exported to %1").arg(file));
            });
    });
    d->open();
}

void ProfilesPage::importFile()
{
    auto *d = new QFileDialog(this, tr("Import identity profiles"), {}, QStringLiteral("JSON (*.json)"));
    d->setAttribute(Qt::WA_DeleteOnClose);
    d->setFileMode(QFileDialog::ExistingFile);
    connect(&m_app, &AppContext::tenantSessionChanged, d, &QDialog::reject);
    connect(d, &QFileDialog::fileSelected, this, [this](const QString &name) {
        QFile file(name);
        QJsonParseError fault;
        const bool isOpen = file.open(QIODevice::ReadOnly) && file.size() < 64 * 1024 * 1024;
        const auto doc = QJsonDocument::fromJson(isOpen ? file.readAll() : QByteArray(), &fault);
        if (!doc.isArray()) {
            m_stack->setCurrentIndex(0);
            return m_banner->show(Banner::Problem, tr("This is no export of identity profiles"),
                isOpen && fault.error != QJsonParseError::NoError
                    ? tr("%1 at byte %2").arg(fault.errorString()).arg(fault.offset)
                    : tr("A list is expected."));
        }
        auto *dialog = new ImportDialog(m_app, doc.array(), m_profiles, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
    d->open();
}

void ProfilesPage::refreshIdentities()
{
    const QJsonObject p = current();
    askOperation(m_app, this,
        {tr("Refresh identities"),
            tr("SailPoint computes the identities of “%1” anew. That can take a while.").arg(textOf(p, "name")),
            tr("Refresh"), {}, false},
        [this, id = textOf(p, "id")] { m_app.report(m_app.tenantSession()->operations().refreshProfile(id)); });
}

QList<QJsonObject> ProfilesPage::selected() const
{
    QList<QJsonObject> out;
    const auto rows = m_list->selectionModel()->selectedRows();
    for (const auto &i : rows)
        out << m_profiles.at(i.row()).toObject();
    return out;
}

// Every button that is disabled has its reason in a line beside it.
void ProfilesPage::refreshRights()
{
    using domain::Right;
    const QString change = sailpointObstacle(m_app, Right::ChangeProfiles),
                  import = sailpointObstacle(m_app, Right::ImportProfiles);
    for (QPushButton *b : {m_fresh, m_delete, m_edit, m_preview})
        setEnabledOr(b, change);
    setEnabledOr(m_import, import);
    m_importWhy->setText(import.isEmpty() ? QString() : tr("Import: %1").arg(import));
    m_importWhy->setVisible(!import.isEmpty());
    const bool isNeeded = current().value(QLatin1String("identityRefreshRequired")).toBool();
    setEnabledOr(m_refresh, !change.isEmpty() ? change
                            : isNeeded        ? QString()
                                              : tr("SailPoint asks for no refresh of this profile."));
    if (!change.isEmpty())
        m_refreshWhy->setText(tr("Changing and previewing: %1").arg(change));
    m_delete->setText(selected().size() > 1 ? tr("Delete %n…", nullptr, int(selected().size())) : tr("Delete…"));
}

// Of whoever was verified last, by the local copy.
void ProfilesPage::readLatest(const QString &profile)
{
    domain::PeopleQuery q;
    q.filter.profiles = {profile};
    q.sort = domain::SortBy::VerifiedOn;
    q.descending = true;
    auto w = m_app.shareTenantSession();
    const auto people = core::andThen<domain::PeopleResult>(
        w->quick(q, 1), this, [w](const domain::PeopleResult &r) { return w->people(*r.rows); });
    core::whenDone<QList<domain::Identity>>(
        people, this, [this, profile](const Result<QList<domain::Identity>> &found) {
            if (!found || found->isEmpty() || textOf(current(), "name") != profile || !found->first().idv.date.at)
                return;
            const auto &idv = found->first().idv;
            const QStringList values{idv.verifiedRaw, idv.status, idv.ialRaw, idv.verifiedName, idv.documentType,
                idv.sessionId, idv.dateRaw};
            for (int i = 0; i < std::min(int(values.size()), m_ready->rowCount()); ++i) {
                auto *item = cellItem(values.at(i).isEmpty() ? QStringLiteral("–") : values.at(i));
                item->setToolTip(item->text());
                m_ready->setItem(i, 4, item);
            }
        });
}

void ProfilesPage::showDefaults()
{
    const QJsonObject p = current();
    auto *d = new InfoDialog(m_app, tr("SailPoint’s default mappings for %1").arg(textOf(p, "name")), this);
    d->setAttribute(Qt::WA_DeleteOnClose);
    const auto read = [this, d, p] {
        d->list().setReading();
        core::whenDone<QJsonObject>(m_app.tenantSession()->operations().defaultConfig(textOf(p, "id")), d,
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

void ProfilesPage::showLifecycle()
{
    const QJsonObject p = current();
    auto *d = new InfoDialog(m_app, tr("Lifecycle states of %1").arg(textOf(p, "name")), this);
    d->setAttribute(Qt::WA_DeleteOnClose);
    const auto read = [this, d, p] {
        d->list().setReading();
        core::whenDone<QJsonArray>(
            m_app.tenantSession()->operations().lifecycleStates(textOf(p, "id")), d, [d](const Result<QJsonArray> &r) {
                if (!r)
                    return d->list().setProblem(r.error());
                QList<std::pair<QString, QString>> rows;
                for (const auto &v : *r) {
                    const QJsonObject o = v.toObject();
                    QStringList facts{o.value(QLatin1String("enabled")).toBool() ? tr("enabled") : tr("disabled"),
                        tr("%Ln identities", nullptr, o.value(QLatin1String("identityCount")).toInt())};
                    if (const QString text = textOf(o, "description"); !text.isEmpty())
                        facts << text;
                    rows.append({textOf(o, "name"), facts.join(QStringLiteral(" · "))});
                }
                d->list().setRows(tr("They are kept in SailPoint; the console only reads them."), rows,
                    tr("This profile has no lifecycle states."));
            });
    };
    connect(&d->list(), &LazyList::retryWanted, d, read);
    read();
    d->open();
}

void ProfilesPage::edit()
{
    auto *d = new EditProfileDialog(m_app, current(), this);
    d->setAttribute(Qt::WA_DeleteOnClose);
    d->open();
}

void ProfilesPage::create()
{
    auto *d = new NewProfileDialog(m_app, m_profiles, this);
    d->setAttribute(Qt::WA_DeleteOnClose);
    d->open();
}

void ProfilesPage::remove()
{
    const auto all = selected();
    if (all.size() > 1) {
        QStringList ids, names;
        int people = 0;
        for (const QJsonObject &p : all) {
            ids << textOf(p, "id");
            names << textOf(p, "name");
            people += p.value(QLatin1String("identityCount")).toInt();
        }
        return askOperation(m_app, this,
            {tr("Delete %n identity profiles?", nullptr, int(ids.size())),
                names.join(QStringLiteral(", ")) + QStringLiteral("\n\n") +
                    tr("Their %Ln identities lose their profile, and with it what it computed for them. This cannot be "
                       "taken back.",
                        nullptr, people),
                tr("Delete profiles"), QString::number(people), true},
            [this, ids] { m_app.report(m_app.tenantSession()->operations().deleteProfiles(ids)); });
    }
    const QJsonObject p = current();
    const int people = p.value(QLatin1String("identityCount")).toInt();
    askOperation(m_app, this,
        {tr("Delete %1?").arg(textOf(p, "name")),
            tr("The identity profile is deleted in SailPoint. Its %Ln identities lose it, and with it what it computed "
               "for them. This cannot be taken back.",
                nullptr, people),
            tr("Delete profile"), textOf(p, "name"), true},
        [this, id = textOf(p, "id")] { m_app.report(m_app.tenantSession()->operations().deleteProfiles({id})); });
}

} // namespace ui
