#include "gui/shots.h"
#include "assembly/console.h"
#include "assembly/labhost.h"
#include "domain/text/outputtext.h"
#include "services/identities/identitydirectory.h"
#include "services/tenantsession/tenantsession.h"
#include "services/verification/sessionstarter.h"
#include "services/verification/verifier.h"
#include "ui/campaigns/campaigndialog.h"
#include "ui/common/appcontext.h"
#include "ui/common/navigator.h"
#include "ui/common/theme.h"
#include "ui/identities/identitiespage.h"
#include "ui/identities/quickfind.h"
#include "ui/lab/labpage.h"
#include "ui/reverification/reverificationpage.h"
#include "ui/settings/settingspage.h"
#include "ui/shell/mainwindow.h"
#include "ui/tenants/wizard/tenantwizard.h"
#include "ui/verification/sessionwindow.h"
#include "ui/verification/verifydialog.h"
#include <QApplication>
#include <QDir>
#include <QFile>
#include <QPushButton>
#include <QTableView>
#include <QTimer>
#include <QWindow>
#include <cstdio>

namespace assembly {

using core::Result;

Shots::Shots(ui::AppContext &app, ui::MainWindow &window, Console &console, QString folder)
    : m_app(app), m_window(window), m_console(console), m_folder(std::move(folder))
{
    QDir().mkpath(m_folder);
}

void Shots::step(int ms, std::function<void()> what)
{
    m_steps.append({ms, std::move(what)});
}

void Shots::grab(QWidget *widget, const QString &name)
{
    if (!widget) {
        std::fprintf(stderr, "shots: %s was not there\n", qUtf8Printable(domain::terminalText(name)));
        return;
    }
    const QString file =
        QStringLiteral("%1/%2-%3.png")
            .arg(m_folder, name, m_app.theme().isDark() ? QStringLiteral("dark") : QStringLiteral("light"));
    widget->grab().save(file);
    std::fprintf(stdout, "%s\n", qUtf8Printable(domain::terminalText(file)));
}

template <class W>
static W *openOne()
{
    for (QWidget *w : QApplication::topLevelWidgets()) {
        if (auto *wanted = qobject_cast<W *>(w); wanted && wanted->isVisible())
            return wanted;
    }
    return nullptr;
}

static void pressInCampaign(const char *name)
{
    if (auto *d = openOne<ui::CampaignDialog>()) {
        if (auto *b = d->findChild<QPushButton *>(QLatin1String(name)))
            b->click();
    }
}

template <class W>
void Shots::grabOne(int ms, const QString &name)
{
    step(ms, [this, name] { grab(openOne<W>(), name); });
}

void Shots::grabWindow(int ms, const QString &name)
{
    step(ms, [this, name] { grab(&m_window, name); });
}

void Shots::drawWizard()
{
    grabWindow(300, QStringLiteral("15-first-run"));
    step(50, [this] { m_app.navigator().addTenant(); });
    grabOne<ui::TenantWizard>(300, QStringLiteral("09-add-tenant-1"));
    for (int i = 1; i < 3; ++i) {
        step(50, [i] {
            if (auto *w = openOne<ui::TenantWizard>())
                w->showStep(i);
        });
        grabOne<ui::TenantWizard>(200, QStringLiteral("09-add-tenant-%1").arg(i + 1));
    }
    step(50, [] {
        if (auto *w = openOne<ui::TenantWizard>())
            w->reject();
    });
}

void Shots::drawPeople()
{
    step(50, [this] { m_app.navigator().openLab(); });
    grabWindow(3500, QStringLiteral("01-overview"));
    step(50, [this] { m_window.showPage(ui::MainWindow::Identities); });
    step(1500, [this] {
        if (auto *table = m_window.findChild<QTableView *>(QStringLiteral("identityTable")))
            table->setCurrentIndex(table->model()->index(7, 0));
    });
    grabWindow(700, QStringLiteral("02-identities"));
    step(50, [this] { m_window.quickFind(QStringLiteral("eche")); });
    grabOne<ui::QuickFind>(600, QStringLiteral("13-quick-find"));
    step(50, [] {
        if (auto *f = openOne<ui::QuickFind>())
            f->reject();
    });
}

void Shots::drawVerification()
{
    step(50, [this] { m_app.navigator().verify(m_window.identities().current()); });
    grabOne<ui::VerifyDialog>(500, QStringLiteral("03-verify-dialog"));
    step(50, [this] {
        if (auto *d = openOne<ui::VerifyDialog>()) {
            d->reject();
        }
        domain::VerificationRequest r;
        r.reason = domain::Reason::AccountRecovery;
        r.ticket = QStringLiteral("INC0481127");
        r.documents = domain::documentTypes();
        r.delivery = domain::Delivery::Link;
        auto *w = m_app.tenantSession();
        const auto started = core::andThen<domain::Identity>(w->directory().person(m_window.identities().current()),
            this, [w, r](const domain::Identity &p) { return w->verifier().starter().start(p, r); });
        core::whenDone<domain::Session>(started, this, [this](const Result<domain::Session> &s) {
            if (s)
                m_app.navigator().showSession(s->id);
            else
                m_app.navigator().showSession(core::SessionId(s.error().detail));
        });
    });
    grabOne<ui::SessionWindow>(1500, QStringLiteral("04-live-session-waiting"));
    grabOne<ui::SessionWindow>(9000, QStringLiteral("04-live-session-verified"));
}

void Shots::drawSessions()
{
    step(50, [this] { m_window.showPage(ui::MainWindow::Sessions); });
    step(400, [this] {
        for (auto *table : m_window.findChildren<QTableView *>()) {
            if (table->isVisible() && table->model()->rowCount() > 0)
                table->setCurrentIndex(table->model()->index(0, 0));
        }
    });
    grabWindow(500, QStringLiteral("05-sessions"));
}

void Shots::drawReverification()
{
    step(50, [this] { m_window.showPage(ui::MainWindow::Renewal); });
    grabWindow(900, QStringLiteral("06-reverification"));
    step(50, [this] {
        if (auto *page = m_window.findChild<ui::ReverificationPage *>())
            page->newCampaign();
    });
    grabOne<ui::CampaignDialog>(400, QStringLiteral("06-campaign"));
    step(50, [] { pressInCampaign("campaignGo"); });
    grabOne<ui::CampaignDialog>(4000, QStringLiteral("06-dry-run"));
    step(50, [] { pressInCampaign("campaignGo"); });
    grabWindow(9000, QStringLiteral("06-campaign-running"));
    step(50, [this] {
        if (auto *page = m_window.findChild<ui::ReverificationPage *>())
            page->showCampaigns();
    });
    grabWindow(400, QStringLiteral("06-campaigns"));
    step(50, [this] { Q_EMIT m_app.navigator().policyWanted(); });
    grabWindow(900, QStringLiteral("06-reverification-policy"));
}

void Shots::drawPages()
{
    step(50, [this] { m_window.showPage(ui::MainWindow::Lab); });
    grabWindow(900, QStringLiteral("08-lab"));
    step(50, [this] { m_window.labPage()->showTab(1); });
    grabWindow(900, QStringLiteral("08-lab-triggers"));
    step(50, [this] { m_window.labPage()->showTab(2); });
    grabWindow(900, QStringLiteral("08-lab-workflows"));
    step(50, [this] { m_window.showPage(ui::MainWindow::Audit); });
    grabWindow(1200, QStringLiteral("11-audit"));
    step(50, [this] { m_window.showPage(ui::MainWindow::Profiles); });
    grabWindow(900, QStringLiteral("07-profiles"));
    step(50, [this] {
        m_window.showPage(ui::MainWindow::Settings);
        m_window.settingsPage().showTenants();
    });
    grabWindow(500, QStringLiteral("12-settings"));
    step(50, [this] { m_window.settingsPage().showReceiver(); });
    grabWindow(300, QStringLiteral("12-settings-receiver"));
    step(50, [] {
        for (QWidget *w : QApplication::topLevelWidgets()) {
            if (qobject_cast<ui::SessionWindow *>(w))
                w->close();
        }
    });
}

void Shots::script()
{
    drawWizard();
    drawPeople();
    drawVerification();
    drawSessions();
    drawReverification();
    drawPages();
}

void Shots::run()
{
    m_window.resize(1440, 900);
    m_window.show();
    // The theme given on the command line; the caller runs once per theme and scale.
    script();
    next();
}

void Shots::next()
{
    if (m_steps.isEmpty()) {
        QApplication::quit();
        return;
    }
    const auto [ms, what] = m_steps.takeFirst();
    QTimer::singleShot(ms, this, [this, what = what] {
        what();
        next();
    });
}

namespace {

qint64 sinceProcessStart()
{
    QFile stat(QStringLiteral("/proc/self/stat"));
    if (!stat.open(QIODevice::ReadOnly))
        return -1;
    const QList<QByteArray> fields = stat.readAll().split(' ');
    const double ticks = fields.value(21).toDouble();
    timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now);
    return qint64(double(now.tv_sec) * 1000 + double(now.tv_nsec) / 1e6 - ticks * 1000 / double(sysconf(_SC_CLK_TCK)));
}

class PaintWatch : public QObject
{
public:
    using QObject::QObject;
    bool eventFilter(QObject *, QEvent *e) override
    {
        if (e->type() == QEvent::Expose && !m_isMapped) {
            m_isMapped = true;
            std::printf("mapped_ms %lld\n", static_cast<long long>(sinceProcessStart()));
            std::fflush(stdout);
        }
        return false;
    }

private:
    bool m_isMapped = false;
};

} // namespace

void timeStart(ui::MainWindow &window)
{
    window.winId();
    window.windowHandle()->installEventFilter(new PaintWatch(&window));
    auto *once = new QObject(&window);
    QObject::connect(&window.identities(), &ui::IdentitiesPage::painted, once, [once] {
        QTimer::singleShot(0, [] {
            std::printf("rows_ms %lld\n", static_cast<long long>(sinceProcessStart()));
            std::fflush(stdout);
        });
        once->deleteLater();
    });
    QTimer::singleShot(3000, &window, [] {
        QFile statm(QStringLiteral("/proc/self/statm"));
        if (statm.open(QIODevice::ReadOnly))
            std::printf("resident_mb %lld\n", static_cast<long long>(statm.readAll().split(' ').value(1).toLongLong() *
                                                                     sysconf(_SC_PAGESIZE) / 1024 / 1024));
        std::fflush(stdout);
        QApplication::quit();
    });
}

} // namespace assembly
