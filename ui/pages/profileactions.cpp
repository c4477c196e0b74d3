#include "domain/readiness.h"
#include "domain/messages.h"
#include "services/operations.h"
#include "services/workspace.h"
#include "ui/desk.h"
#include "ui/dialogs/operationdialog.h"
#include "ui/dialogs/profiledialogs.h"
#include "ui/pages/profilespage.h"
#include "ui/widgets/parts.h"
#include <QFile>
#include <QFileDialog>
#include <QJsonDocument>
#include <QListWidget>
#include <QSaveFile>
#include <QTableWidget>

// What can be done on the Profiles page.
namespace ui {

using core::Result;

static QString textOf(const QJsonObject &p, const char *key) { return p.value(QLatin1String(key)).toString(); }

// Where results are written: the flat-file source of the tenant, named as the profiles name it.
QString ProfilesPage::sourceOfResults() const
{
    const QString id = m_desk.workspace()->tenant().idvSourceId;
    for (const auto &p : m_profiles) {
        const auto list = p.toObject().value(QLatin1String("identityAttributeConfig")).toObject().value(QLatin1String("attributeTransforms")).toArray();
        for (const auto &t : list) {
            const QJsonObject a = t.toObject().value(QLatin1String("transformDefinition")).toObject().value(QLatin1String("attributes")).toObject();
            if (textOf(a, "sourceId") == id && !id.isEmpty())
                return textOf(a, "sourceName");
        }
    }
    return {};
}

void ProfilesPage::mapAttribute()
{
    const auto rows = m_ready->selectionModel()->selectedRows();
    if (rows.isEmpty() || !m_desk.workspace())
        return;
    const QJsonObject p = current();
    const QString attribute = m_ready->item(rows.first().row(), 0)->text(), source = m_desk.workspace()->tenant().idvSourceId;
    if (source.isEmpty())
        return m_banner->show(Banner::Info, tr("Which source?"), tr("Name the flat-file source of the results in Settings, Tenants, Write-back… first."));
    const auto patch = domain::mappingPatch(p, attribute, source, sourceOfResults());
    // Shown is exactly what is sent.
    const QString sent = QString::fromUtf8(QJsonDocument(patch).toJson());
    askOperation(m_desk, this, {tr("Map %1").arg(attribute), tr("“%1” takes the value from the account attribute of the same name. SailPoint then wants a refresh of the profile’s identities. Sent is:").arg(textOf(p, "name")) + QStringLiteral("\n\n") + sent, tr("Map"), {}, false},
                 [this, id = textOf(p, "id"), patch, modified = textOf(p, "modified")] { m_desk.report(m_desk.workspace()->operations().updateProfile(id, patch, modified)); });
}

void ProfilesPage::preview()
{
    auto *d = new PreviewDialog(m_desk, current(), this);
    d->setAttribute(Qt::WA_DeleteOnClose);
    d->open();
}

void ProfilesPage::exportOne()
{
    const QJsonObject p = current();
    auto *d = new QFileDialog(this, tr("Export identity profile"), textOf(p, "name") + QStringLiteral(".json"), QStringLiteral("JSON (*.json)"));
    d->setAttribute(Qt::WA_DeleteOnClose);
    d->setAcceptMode(QFileDialog::AcceptSave);
    connect(&m_desk, &Desk::workspaceChanged, d, &QDialog::reject);
    d->selectFile(textOf(p, "name") + QStringLiteral(".json"));
    connect(d, &QFileDialog::fileSelected, this, [this, id = textOf(p, "id")](const QString &file) {
        core::whenDone<QJsonArray>(m_desk.workspace()->operations().exportProfiles(id), this, [this, file](const Result<QJsonArray> &r) {
            if (!r)
                return Q_EMIT m_desk.failed(r.error(), int(domain::Vendor::SailPoint));
            QSaveFile out(file);
            if (!out.open(QIODevice::WriteOnly) || out.write(QJsonDocument(*r).toJson()) < 0 || !out.commit())
                return m_banner->show(Banner::Problem, tr("The file could not be written"), file);
            Q_EMIT m_desk.notice(tr("Exported to %1").arg(file));
        });
    });
    d->open();
}

void ProfilesPage::importFile()
{
    auto *d = new QFileDialog(this, tr("Import identity profiles"), {}, QStringLiteral("JSON (*.json)"));
    d->setAttribute(Qt::WA_DeleteOnClose);
    d->setFileMode(QFileDialog::ExistingFile);
    connect(&m_desk, &Desk::workspaceChanged, d, &QDialog::reject);
    connect(d, &QFileDialog::fileSelected, this, [this](const QString &name) {
        QFile file(name);
        QJsonParseError fault;
        const bool isOpen = file.open(QIODevice::ReadOnly) && file.size() < 64 * 1024 * 1024;
        const auto doc = QJsonDocument::fromJson(isOpen ? file.readAll() : QByteArray(), &fault);
        if (!doc.isArray()) {
            m_stack->setCurrentIndex(0);
            return m_banner->show(Banner::Problem, tr("This is no export of identity profiles"), isOpen && fault.error != QJsonParseError::NoError ? tr("%1 at byte %2").arg(fault.errorString()).arg(fault.offset) : tr("A list is expected."));
        }
        auto *dialog = new ImportDialog(m_desk, doc.array(), m_profiles, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
    d->open();
}

void ProfilesPage::refreshIdentities()
{
    const QJsonObject p = current();
    askOperation(m_desk, this, {tr("Refresh identities"), tr("SailPoint computes the identities of “%1” anew. That can take a while.").arg(textOf(p, "name")), tr("Refresh"), {}, false},
                 [this, id = textOf(p, "id")] { m_desk.report(m_desk.workspace()->operations().refreshProfile(id)); });
}

void ProfilesPage::create()
{
    auto *d = new NewProfileDialog(m_desk, m_profiles, this);
    d->setAttribute(Qt::WA_DeleteOnClose);
    d->open();
}

void ProfilesPage::remove()
{
    const QJsonObject p = current();
    const int people = p.value(QLatin1String("identityCount")).toInt();
    askOperation(m_desk, this, {tr("Delete %1?").arg(textOf(p, "name")), tr("The identity profile is deleted in SailPoint. Its %Ln identities lose it, and with it what it computed for them. This cannot be taken back.", nullptr, people), tr("Delete profile"), textOf(p, "name"), true},
                 [this, id = textOf(p, "id")] { m_desk.report(m_desk.workspace()->operations().deleteProfiles({id})); });
}

} // namespace ui
