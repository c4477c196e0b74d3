#include "gui/program.h"
#include "assembly/bootstrap.h"
#include "assembly/console.h"
#include "assembly/labhost.h"
#include "assembly/scenariorunner.h"
#include "gui/shots.h"
#include "gui/singleinstance.h"
#include "lab/options.h"
#include "models/masking.h"
#include "services/audit/audittrail.h"
#include "services/tenants/tenants.h"
#include "ui/common/appcontext.h"
#include "ui/common/theme.h"
#include "ui/shell/mainwindow.h"
#include "ui/widgets/plaintexts.h"
#include <QApplication>
#include <QCommandLineParser>
#include <QLibraryInfo>
#include <QMessageBox>
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

int runProgram(QApplication &application)
{
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addVersionOption();
    const auto option = [](const char *name, const char *what = nullptr) {
        return what ? QCommandLineOption(QLatin1String(name), {}, QLatin1String(what))
                    : QCommandLineOption(QLatin1String(name));
    };
    parser.addOptions({option("data-dir", "DIR"), option("lab"), option("shots", "DIR"), option("lab-identities", "N"),
        option("lab-outcome", "WORD"), option("lab-product", "PRODUCT"), option("lab-journey-ms", "MS"),
        option("lab-processing-ms", "MS"), option("lab-callback-fault", "WORD"), option("theme", "NAME"),
        option("language", "CODE"), option("time-start")});
    parser.process(application);
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
    Console &c = **console;
    const QString settingsFile = *folder + QStringLiteral("/settings.ini");
    QSettings early(settingsFile, QSettings::IniFormat);
    // Before the first local time is asked for: everything that is shown follows.
    if (const QByteArray zone = early.value(QStringLiteral("timeZone")).toByteArray();
        QTimeZone::isTimeZoneIdAvailable(zone))
        qputenv("TZ", zone);
    installTranslators(application, parser.isSet(QStringLiteral("language"))
                                        ? parser.value(QStringLiteral("language"))
                                        : early.value(QStringLiteral("language")).toString());
    ui::Theme theme;
    const QString wanted = parser.value(QStringLiteral("theme"));
    theme.setDensity(ui::Density(early.value(QStringLiteral("density")).toInt()));
    theme.setTextScale(early.value(QStringLiteral("textScale"), 100).toInt());
    theme.setStill(early.value(QStringLiteral("still")).toBool());
    theme.apply(wanted == QLatin1String("dark")    ? ui::ThemeChoice::Dark
                : wanted == QLatin1String("light") ? ui::ThemeChoice::Light
                                                   : ui::ThemeChoice(early.value(QStringLiteral("theme")).toInt()));

    ui::AppContext app(theme, c.context(), c.tenants(), settingsFile);
    models::setMasked(early.value(QStringLiteral("privacy/mask")).toBool());
    // The window first: proving the log reads all of it.
    QTimer::singleShot(std::chrono::seconds(2), &app, [&app] { app.trail().watch(); });
    const lab::Options lab = labOptions(parser);
    app.startLab = [&c, lab] { return c.lab().start(lab); };
    const QString ownScenarios = *folder + QStringLiteral("/scenarios");
    app.scenarios = [ownScenarios] { return readScenarios(ownScenarios).scenarios; };
    ScenarioRunner runner;
    app.runScenario = [&runner](const domain::Scenario &s) { return runner.run(s); };
    app.labFaults = {lab::operationNames(QStringLiteral("sailpoint")),
        lab::operationNames(QStringLiteral("identityiq")), lab::operationNames(QStringLiteral("provider")),
        lab::faultKinds(), {}, [&c](const QStringList &rules) { return c.lab().setFaults(rules); }};
    app.simulatedReviewer = [&c] { return c.lab().reviewer(); };
    ui::MainWindow window(app);
    instance.raised = [&window] {
        window.show();
        window.raise();
        window.activateWindow();
    };
    std::unique_ptr<Shots> shots;
    if (isShots) {
        shots = std::make_unique<Shots>(app, window, c, parser.value(QStringLiteral("shots")));
        shots->run();
        return QApplication::exec();
    }
    if (parser.isSet(QStringLiteral("time-start"))) {
        timeStart(window);
        // What is measured is the list of people, whatever page was left open.
        QObject::connect(&app, &ui::AppContext::tenantSessionChanged, &window,
            [&window] { window.showPage(ui::MainWindow::Identities); });
    }
    window.show();
    if (parser.isSet(QStringLiteral("lab"))) {
        app.openLab();
    } else {
        core::whenDone<QList<domain::Tenant>>(
            c.tenants().list(), &app, [&app](const Result<QList<domain::Tenant>> &all) {
                if (!all || all->isEmpty())
                    return;
                const QString last = app.settings().value(QStringLiteral("lastTenant")).toString();
                for (const auto &t : *all) {
                    if (t.id.str() == last && last != QLatin1String("lab") && t.problem.isEmpty())
                        return app.open(t);
                }
                for (const auto &t : *all) {
                    if (t.id.str() != QLatin1String("lab") && t.problem.isEmpty())
                        return app.open(t);
                }
            });
    }
    return QApplication::exec();
}

} // namespace assembly
