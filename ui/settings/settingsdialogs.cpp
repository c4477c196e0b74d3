#include "ui/settings/settingsdialogs.h"
#include "domain/text/messages.h"
#include "domain/text/strictjson.h"
#include "models/masking.h"
#include "services/tenants/settingsfile.h"
#include "services/tenants/tenants.h"
#include "ui/common/appcontext.h"
#include "ui/common/askfile.h"
#include "ui/common/filetext.h"
#include "ui/common/theme.h"
#include "ui/identities/namelist.h"
#include "ui/operations/operationdialog.h"
#include "ui/verification/currentpolicy.h"
#include <QCoreApplication>
#include <QFile>
#include <QFileDialog>
#include <QJsonDocument>

namespace ui {

using core::Result;

static QString saySettingsDialogs(const char *text)
{
    return QCoreApplication::translate("SettingsDialogs", text);
}
/// What this computer's user chose; not of a tenant.
static const QStringList generalKeys{QStringLiteral("theme"), QStringLiteral("density"), QStringLiteral("language"),
    QStringLiteral("notifications"), QStringLiteral("privacy/mask")};

static QFileDialog *chooser(QWidget *parent, const QString &title, bool isSave)
{
    return askFile(parent, {title, saySettingsDialogs(QT_TRANSLATE_NOOP("SettingsDialogs", "Settings (*.json)")), {},
                               isSave, QStringLiteral("json")});
}

void exportSettings(AppContext &app, QWidget *parent)
{
    auto *d = chooser(
        parent, saySettingsDialogs(QT_TRANSLATE_NOOP("SettingsDialogs", "Export settings, without secrets")), true);
    auto *file = new services::SettingsFile(app.context(), d);
    d->setAttribute(Qt::WA_DeleteOnClose, false);
    QObject::connect(d, &QFileDialog::fileSelected, d, [&app, d, file](const QString &path) {
        core::whenDone<QJsonObject>(file->exported(), d, [&app, d, path](const Result<QJsonObject> &o) {
            d->deleteLater();
            if (!o)
                return Q_EMIT app.failed(o.error(), int(domain::Vendor::Console));
            QJsonObject all = *o, general;
            for (const QString &key : generalKeys) {
                if (app.settings().contains(key))
                    general.insert(key, QJsonValue::fromVariant(app.settings().value(key)));
            }
            all.insert(QStringLiteral("general"), general);
            if (const auto r = saveText(path, QJsonDocument(all).toJson()); !r)
                return Q_EMIT app.failed(r.error(), int(domain::Vendor::Console));
            Q_EMIT app.notice(
                saySettingsDialogs(QT_TRANSLATE_NOOP("SettingsDialogs", "Settings written, without secrets")));
        });
    });
    QObject::connect(d, &QFileDialog::rejected, d, &QObject::deleteLater);
}

static void take(AppContext &app, QWidget *parent, const QJsonObject &given, const QStringList &allowed)
{
    auto *file = new services::SettingsFile(app.context(), &app);
    core::whenDone<services::SettingsReport>(
        file->import(given, allowed), &app, [&app, parent, file, given](const Result<services::SettingsReport> &r) {
            file->deleteLater();
            if (!r)
                return Q_EMIT app.warned(r.error().text, {});
            const QJsonObject general = given.value(QLatin1String("general")).toObject();
            for (const QString &key : generalKeys) {
                if (general.contains(key))
                    app.settings().setValue(key, general.value(key).toVariant());
            }
            models::setMasked(app.settings().value(QStringLiteral("privacy/mask")).toBool());
            app.theme().setDensity(Density(app.settings().value(QStringLiteral("density")).toInt()));
            app.theme().apply(ThemeChoice(app.settings().value(QStringLiteral("theme")).toInt()));
            app.policy().reload();
            Q_EMIT app.tenants().changed();
            QStringList lines;
            for (const QString &n : r->added)
                lines << saySettingsDialogs(
                    QT_TRANSLATE_NOOP("SettingsDialogs", "%1: added. Enter its secrets in Settings, Tenants."))
                             .arg(n);
            for (const QString &n : r->skipped)
                lines << saySettingsDialogs(QT_TRANSLATE_NOOP("SettingsDialogs", "%1: here already, left as it is."))
                             .arg(n);
            for (const QString &n : r->faults)
                lines << saySettingsDialogs(QT_TRANSLATE_NOOP("SettingsDialogs", "Not taken: %1")).arg(n);
            showList(app, parent, saySettingsDialogs(QT_TRANSLATE_NOOP("SettingsDialogs", "Settings imported")), lines);
        });
}

// What becomes more permissive is named and asked about before anything of the file is taken.
static void importFrom(AppContext &app, QWidget *parent, const QString &path)
{
    QFile in(path);
    const auto given = domain::strictDocument(
        in.open(QIODevice::ReadOnly) && in.size() < 16 * 1024 * 1024 ? in.readAll() : QByteArray());
    if (!given)
        return Q_EMIT app.warned(
            saySettingsDialogs(QT_TRANSLATE_NOOP("SettingsDialogs", "%1 cannot be read as settings.")).arg(path),
            given.error().text);
    auto *file = new services::SettingsFile(app.context(), &app);
    core::whenDone<QList<domain::Loosening>>(file->loosenings(*given), &app,
        [&app, parent, file, given = *given](const Result<QList<domain::Loosening>> &found) {
            file->deleteLater();
            if (!found)
                return Q_EMIT app.warned(found.error().text, found.error().field);
            if (found->isEmpty())
                return take(app, parent, given, {});
            QStringList names, lines;
            for (const auto &l : *found) {
                names << l.name;
                lines << QStringLiteral("%1: %2").arg(l.name, l.text);
            }
            const OperationQuestion question{
                saySettingsDialogs(QT_TRANSLATE_NOOP("SettingsDialogs", "Make this more permissive?")),
                lines.join(QLatin1Char('\n')),
                saySettingsDialogs(QT_TRANSLATE_NOOP("SettingsDialogs", "Import all the same")), {}, true};
            askOperation(app, parent, question, [&app, parent, given, names] { take(app, parent, given, names); });
        });
}

void importSettings(AppContext &app, QWidget *parent)
{
    auto *d = chooser(parent, saySettingsDialogs(QT_TRANSLATE_NOOP("SettingsDialogs", "Import settings")), false);
    QObject::connect(
        d, &QFileDialog::fileSelected, parent, [&app, parent](const QString &path) { importFrom(app, parent, path); });
}

} // namespace ui
