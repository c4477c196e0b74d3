#include "gui/program.h"
#include "assembly/bootstrap.h"
#include "assembly/console.h"
#include "assembly/labhost.h"
#include "gui/consolelab.h"
#include "gui/shots.h"
#include "gui/singleinstance.h"
#include "lab/options.h"
#include "models/masking.h"
#include "services/audit/audittrail.h"
#include "services/tenants/tenants.h"
#include "ui/common/appcontext.h"
#include "ui/common/navigator.h"
#include "ui/common/theme.h"
#include "ui/shell/mainwindow.h"
#include "ui/tenantsession/tenantsessions.h"
#include "ui/widgets/plaintexts.h"
#include <QApplication>
#include <QCommandLineParser>
#include <QLibraryInfo>
#include <QMessageBox>
#include <QSettings>
#include <QTimeZone>
#include <QTimer>
#include <QTranslator>
#include <csignal>
#include <cstdio>

namespace assembly {

using core::Result;

static void installTranslators(QApplication &application, const QString &language)
{
    const QLocale locale = language.isEmpty() ? QLocale() : QLocale(language);
    QLocale::setDefault(locale);
    auto *qt = new QTranslator(&application);
    if (qt->load(
            locale, QStringLiteral("qtbase"), QStringLiteral("_"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QApplication::installTranslator(qt);
    auto *ours = new QTranslator(&application);
    const QString file = locale.language() == QLocale::German ? QStringLiteral(":/i18n/idv-console_de.qm")
                                                              : QStringLiteral(":/i18n/idv-console_en.qm");
    if (ours->load(file))
        QApplication::installTranslator(ours);
}

static lab::Options labOptions(const QCommandLineParser &p)
{
    lab::Options o;
    if (p.isSet(QStringLiteral("lab-identities")))
        o.identities = std::min(1'000'000u, p.value(QStringLiteral("lab-identities")).toUInt());
    if (p.isSet(QStringLiteral("lab-outcome")))
        o.outcome = p.value(QStringLiteral("lab-outcome"));
    if (p.isSet(QStringLiteral("lab-journey-ms")))
        o.journey = std::chrono::milliseconds(p.value(QStringLiteral("lab-journey-ms")).toInt());
    if (p.isSet(QStringLiteral("lab-callback-fault")))
        o.callbackFaults = p.value(QStringLiteral("lab-callback-fault")).split(QLatin1Char(','));
    if (p.isSet(QStringLiteral("lab-processing-ms")))
        o.processing = std::chrono::milliseconds(p.value(QStringLiteral("lab-processing-ms")).toInt());
    o.opensIdentityIq = p.value(QStringLiteral("lab-product")) == QLatin1String("identityiq");
    return o;
}

static QCommandLineOption option(const char *name, const char *what = nullptr)
{
    return what ? QCommandLineOption(QLatin1String(name), {}, QLatin1String(what))
                : QCommandLineOption(QLatin1String(name));
}

static void readOptions(QCommandLineParser &parser, const QApplication &application)
{
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({option("data-dir", "DIR"), option("lab"), option("shots", "DIR"), option("lab-identities", "N"),
        option("lab-outcome", "WORD"), option("lab-product", "PRODUCT"), option("lab-journey-ms", "MS"),
        option("lab-processing-ms", "MS"), option("lab-callback-fault", "WORD"), option("theme", "NAME"),
        option("language", "CODE"), option("time-start")});
    parser.process(application);
}

// Before the first local time is asked for: everything that is shown follows.
static void useTimeZone(const QSettings &settings)
{
    if (const QByteArray zone = settings.value(QStringLiteral("timeZone")).toByteArray();
        QTimeZone::isTimeZoneIdAvailable(zone))
        qputenv("TZ", zone);
}

static ui::ThemeChoice chosenTheme(const QString &given, const QSettings &settings)
{
    if (given == QLatin1String("dark"))
        return ui::ThemeChoice::Dark;
    if (given == QLatin1String("light"))
        return ui::ThemeChoice::Light;
    return ui::ThemeChoice(settings.value(QStringLiteral("theme")).toInt());
}

static void dress(ui::Theme &theme, const QString &given, const QSettings &settings)
{
    theme.setDensity(ui::Density(settings.value(QStringLiteral("density")).toInt()));
    theme.setTextScale(settings.value(QStringLiteral("textScale"), 100).toInt());
    theme.setStill(settings.value(QStringLiteral("still")).toBool());
    theme.apply(chosenTheme(given, settings));
}

// The one that was open last, else the first that can be read.
static void openTenant(ui::AppContext &app, Console &c)
{
    core::whenDone<QList<domain::Tenant>>(c.tenants().list(), &app, [&app](const Result<QList<domain::Tenant>> &all) {
        if (!all || all->isEmpty())
            return;
        const QString last = app.settings().value(QStringLiteral("lastTenant")).toString();
        for (const auto &t : *all) {
            if (t.id.str() == last && !domain::isLabTenant(t.id) && t.problem.isEmpty())
                return app.tenantSessions().open(t);
        }
        for (const auto &t : *all) {
            if (!domain::isLabTenant(t.id) && t.problem.isEmpty())
                return app.tenantSessions().open(t);
        }
    });
}

static int drawShots(ui::AppContext &app, ui::MainWindow &window, Console &c, const QString &folder)
{
    Shots shots(app, window, c, folder);
    shots.run();
    return QApplication::exec();
}

// What is measured is the list of people, whatever page was left open.
static void measureStart(ui::AppContext &app, ui::MainWindow &window)
{
    timeStart(window);
    QObject::connect(&app, &ui::AppContext::tenantSessionChanged, &window,
        [&window] { window.showPage(ui::MainWindow::Identities); });
}

static int showWindow(QApplication &application, const QCommandLineParser &parser, Console &c, SingleInstance &instance)
{
    const QString settingsFile = c.context().dataDir + QStringLiteral("/settings.ini");
    QSettings early(settingsFile, QSettings::IniFormat);
    useTimeZone(early);
    installTranslators(application, parser.isSet(QStringLiteral("language"))
                                        ? parser.value(QStringLiteral("language"))
                                        : early.value(QStringLiteral("language")).toString());
    ui::Theme theme;
    dress(theme, parser.value(QStringLiteral("theme")), early);

    ConsoleLab lab(c.lab(), labOptions(parser), c.context().dataDir + QStringLiteral("/scenarios"));
    ui::AppContext app(theme, c.context(), c.tenants(), settingsFile);
    models::setMasked(early.value(QStringLiteral("privacy/mask")).toBool());
    // The window first: proving the log reads all of it.
    QTimer::singleShot(std::chrono::seconds(2), &app, [&app] { app.trail().watch(); });
    app.setLab(&lab);
    ui::MainWindow window(app);
    instance.raised = [&window] {
        window.show();
        window.raise();
        window.activateWindow();
    };
    if (parser.isSet(QStringLiteral("shots")))
        return drawShots(app, window, c, parser.value(QStringLiteral("shots")));
    if (parser.isSet(QStringLiteral("time-start")))
        measureStart(app, window);
    window.show();
    if (parser.isSet(QStringLiteral("lab")))
        app.navigator().openLab();
    else
        openTenant(app, c);
    return QApplication::exec();
}

int runProgram(QApplication &application)
{
    QCommandLineParser parser;
    readOptions(parser, application);
    std::signal(SIGTERM, [](int) { QMetaObject::invokeMethod(qApp, &QCoreApplication::quit, Qt::QueuedConnection); });

    ui::keepTextsPlain();
    const auto folder = dataFolder(parser.value(QStringLiteral("data-dir")));
    if (!folder) {
        QMessageBox::critical(nullptr, QStringLiteral("IDV Console"), folder.error().text);
        return 1;
    }
    const bool isShots = parser.isSet(QStringLiteral("shots"));
    SingleInstance instance(*folder);
    if (!instance.isFirst() && !isShots) {
        std::fputs("IDV Console is open with this data folder already; its window was raised.\n", stderr);
        return 0;
    }
    ConsoleOptions o;
    o.dataDir = *folder;
    o.fallsBackToMemory = true;
    o.useKeychain = !isShots;
    auto console = Console::open(o);
    if (!console) {
        QMessageBox::critical(nullptr, QStringLiteral("IDV Console"), console.error().text);
        return 1;
    }
    return showWindow(application, parser, **console, instance);
}

} // namespace assembly
