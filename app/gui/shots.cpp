#include "gui/shots.h"
#include "assembly/console.h"
#include "assembly/labhost.h"
#include "domain/text/outputtext.h"
#include "services/tenantsession/tenantsession.h"
#include "services/verification/verifier.h"
#include "ui/common/appcontext.h"
#include "ui/common/theme.h"
#include "ui/identities/identitiespage.h"
#include "ui/identities/quickfind.h"
#include "ui/lab/labpage.h"
#include "ui/reverification/campaigndialog.h"
#include "ui/reverification/reverificationpage.h"
#include "ui/sessions/sessionwindow.h"
#include "ui/sessions/verifydialog.h"
#include "ui/settings/settingspage.h"
#include "ui/shell/mainwindow.h"
#include "ui/tenants/tenantwizard.h"
#include <QApplication>
#include <QDir>
#include <QFile>
#include <QPushButton>
#include <QTableView>
#include <QTimer>
#include <cstdio>
#include <unistd.h>

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

void Shots::script()
{
    using ui::MainWindow;
    const auto both = [this](int ms, const std::function<QWidget *()> &what, const QString &name) {
        step(ms, [this, what, name] { grab(what(), name); });
    };
    const auto window = [this]() -> QWidget * { return &m_window; };
    both(300, window, QStringLiteral("15-first-run"));
    step(50, [this] { m_app.addTenant(); });
    both(
        300, [] { return openOne<ui::TenantWizard>(); }, QStringLiteral("09-add-tenant-1"));
    for (int i = 1; i < 3; ++i) {
        step(50, [i] {
            if (auto *w = openOne<ui::TenantWizard>())
                w->showStep(i);
        });
        both(
            200, [] { return openOne<ui::TenantWizard>(); }, QStringLiteral("09-add-tenant-%1").arg(i + 1));
    }
    step(50, [] {
        if (auto *w = openOne<ui::TenantWizard>())
            w->reject();
    });
    step(50, [this] { m_app.openLab(); });
    both(3500, window, QStringLiteral("01-overview"));
    step(50, [this] { m_window.showPage(MainWindow::Identities); });
    step(1500, [this] {
        if (auto *table = m_window.findChild<QTableView *>(QStringLiteral("identityTable")))
            table->setCurrentIndex(table->model()->index(7, 0));
    });
    both(700, window, QStringLiteral("02-identities"));
    step(50, [this] { m_window.quickFind(QStringLiteral("eche")); });
    both(
        600, [] { return openOne<ui::QuickFind>(); }, QStringLiteral("13-quick-find"));
    step(50, [] {
        if (auto *f = openOne<ui::QuickFind>())
            f->reject();
    });
    step(50, [this] { m_app.verify(m_window.identities().current()); });
    both(
        500, [] { return openOne<ui::VerifyDialog>(); }, QStringLiteral("03-verify-dialog"));
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
        const auto started = core::andThen<domain::Identity>(w->person(m_window.identities().current()), this,
            [w, r](const domain::Identity &p) { return w->verifier().start(p, r); });
        core::whenDone<domain::Session>(started, this, [this](const Result<domain::Session> &s) {
            if (s)
                m_app.showSession(s->id);
            else
                m_app.showSession(core::SessionId(s.error().detail));
        });
    });
    both(
        1500, [] { return openOne<ui::SessionWindow>(); }, QStringLiteral("04-live-session-waiting"));
    both(
        9000, [] { return openOne<ui::SessionWindow>(); }, QStringLiteral("04-live-session-verified"));
    step(50, [this] { m_window.showPage(MainWindow::Sessions); });
    step(400, [this] {
        for (auto *table : m_window.findChildren<QTableView *>()) {
            if (table->isVisible() && table->model()->rowCount() > 0)
                table->setCurrentIndex(table->model()->index(0, 0));
        }
    });
    both(500, window, QStringLiteral("05-sessions"));
    step(50, [this] { m_window.showPage(MainWindow::Renewal); });
    both(900, window, QStringLiteral("06-reverification"));
    const auto press = [](const char *name) {
        if (auto *d = openOne<ui::CampaignDialog>()) {
            if (auto *b = d->findChild<QPushButton *>(QLatin1String(name)))
                b->click();
        }
    };
    step(50, [this] {
        if (auto *page = m_window.findChild<ui::ReverificationPage *>())
            page->newCampaign();
    });
    both(
        400, [] { return openOne<ui::CampaignDialog>(); }, QStringLiteral("06-campaign"));
    step(50, [press] { press("campaignGo"); });
    both(
        4000, [] { return openOne<ui::CampaignDialog>(); }, QStringLiteral("06-dry-run"));
    step(50, [press] { press("campaignGo"); });
    both(9000, window, QStringLiteral("06-campaign-running"));
    step(50, [this] {
        if (auto *page = m_window.findChild<ui::ReverificationPage *>())
            page->showCampaigns();
    });
    both(400, window, QStringLiteral("06-campaigns"));
    step(50, [this] { Q_EMIT m_app.policyWanted(); });
    both(900, window, QStringLiteral("06-reverification-policy"));
    step(50, [this] { m_window.showPage(MainWindow::Lab); });
    both(900, window, QStringLiteral("08-lab"));
    step(50, [this] { m_window.labPage()->showTab(1); });
    both(900, window, QStringLiteral("08-lab-triggers"));
    step(50, [this] { m_window.labPage()->showTab(2); });
    both(900, window, QStringLiteral("08-lab-workflows"));
    step(50, [this] { m_window.showPage(MainWindow::Audit); });
    both(1200, window, QStringLiteral("11-audit"));
    step(50, [this] { m_window.showPage(MainWindow::Profiles); });
    both(900, window, QStringLiteral("07-profiles"));
    step(50, [this] {
        m_window.showPage(MainWindow::Settings);
        m_window.settingsPage().showTenants();
    });
    both(500, window, QStringLiteral("12-settings"));
    step(50, [this] { m_window.settingsPage().showReceiver(); });
    both(300, window, QStringLiteral("12-settings-receiver"));
    step(50, [] {
        for (QWidget *w : QApplication::topLevelWidgets()) {
            if (qobject_cast<ui::SessionWindow *>(w))
                w->close();
        }
    });
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
