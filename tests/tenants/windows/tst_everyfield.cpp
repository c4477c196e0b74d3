#include "domain/tenants/tenantedit.h"
#include "services/verification/sessioncontrol.h"
#include "services/verification/sessionstarter.h"
#include "services/verification/verifier.h"
#include "support/openbench.h"
#include "support/registry.h"
#include "support/widgethand.h"
#include "ui/controls/banner.h"
#include "ui/settings/tenantactions.h"
#include "ui/tenants/tenanteditdialog.h"
#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QMessageBox>
#include <QtTest>

using domain::Tenant;
using support::await;

namespace {

struct Editing : support::OpenBench
{
    Tenant kept() { return await(tenants->list())->value(0); }
    ui::TenantEditDialog *edit()
    {
        actions->edit(kept());
        const auto all = page.findChildren<ui::TenantEditDialog *>();
        return all.isEmpty() ? nullptr : all.last();
    }
    qint64 copied() { return people().size(); }
    qsizetype log() { return await(ledger->audit().records(1, 10000))->size(); }
    QWidget page;
    ui::Banner *banner = new ui::Banner(theme, false, &page);
    ui::TenantActions *actions = new ui::TenantActions(*app, *banner, &page);
};

QLineEdit *field(QWidget &d, const char *name)
{
    return d.findChild<QLineEdit *>(QStringLiteral("field-") + QLatin1String(name));
}

using Change = std::function<void(Editing &, QWidget &)>;

Change typed(const char *name, const char *text)
{
    return [name, text](Editing &, QWidget &d) { field(d, name)->setText(QString::fromLatin1(text)); };
}

Change chosen(const char *box, int index)
{
    return [box, index](Editing &, QWidget &d) { support::controlOf<QComboBox>(d, box)->setCurrentIndex(index); };
}

/// The simulator under its other name: another address.
QString byName(const QString &url)
{
    return QString(url).replace(QLatin1String("127.0.0.1"), QLatin1String("localhost"));
}

struct Row
{
    const char *name;
    const char *members; ///< that differ, as the dialog and the log name them
    Change change;
};

QList<Row> rowsOfSailPoint()
{
    return {
        {"name", "name", typed("name", "Renamed")},
        {"address", "sailpointUrl",
            [](Editing &e, QWidget &d) {
                field(d, "sailpoint-url")->setText(byName(e.kept().sailpointUrl));
                field(d, "client-secret")->setText(e.simulator->endpoints().clientSecret);
            }},
        {"client", "clientId",
            [](Editing &e, QWidget &d) {
                field(d, "client-id")->setText(e.simulator->endpoints().reviewerClientId);
                field(d, "client-secret")->setText(e.simulator->endpoints().reviewerClientSecret);
            }},
        {"path style", "pathStyle,pathsInUse",
            [](Editing &, QWidget &d) {
                auto *box = support::controlOf<QComboBox>(d, "API paths");
                box->setCurrentIndex(box->findData(QStringLiteral("v1")));
            }},
        {"proxy", "proxy", typed("proxy", "http://proxy.acme.example:8080")},
        {"a proxy that asks", "proxySignsIn",
            [](Editing &, QWidget &d) {
                d.findChild<QCheckBox *>(QStringLiteral("proxySignsIn"))->setChecked(true);
                field(d, "proxy-user")->setText(QStringLiteral("ada"));
                field(d, "proxy-password")->setText(QStringLiteral("a proxy's password"));
            }},
        {"authority", "caFile",
            [](Editing &e, QWidget &d) {
                QFile f(e.dir.filePath(QStringLiteral("ca.pem")));
                QVERIFY(f.open(QIODevice::WriteOnly) &&
                        f.write("-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n") > 0);
                f.close();
                field(d, "ca")->setText(f.fileName());
            }},
        {"time zone", "timeZone", typed("time-zone", "Europe/Oslo")},
        // It is on this computer: what it is, is asked.
        {"a tunnel", "environment,tunnel", chosen("Environment", int(domain::Environment::Sandbox))},
    };
}

QList<Row> rowsOfTheProvider()
{
    return {
        {"provider's address", "idvUrl",
            [](Editing &e, QWidget &d) {
                field(d, "idv-url")->setText(byName(e.kept().idvUrl));
                field(d, "api-key")->setText(e.simulator->endpoints().idvApiKey);
            }},
        {"callback address", "callbackBaseUrl", typed("callback-base-url", "https://relay.acme.example/a")},
        {"status path", "provider.statusPath",
            typed("status-path", "/api/v1/community/{communityId}/idv/session/{sessionId}?a=b")},
        {"session path", "provider.createPath",
            typed("session-path", "/api/v1/community/{communityId}/idv/session?a=b")},
        {"mapping", "map.idvStatus",
            [](Editing &, QWidget &d) {
                support::controlOf<QLineEdit>(d, "idvStatus")->setText(QStringLiteral("idvState"));
                d.findChild<QLineEdit *>(QStringLiteral("editReason"))->setText(QStringLiteral("as in AD"));
            }},
        {"write-back", "writeBack", chosen("Write-back", 2)},
        {"source", "idvSourceId", typed("idv-source", "another-source")},
    };
}

} // namespace

// Every field of a tenant is changed in its window, one after the other; copy, history and log go on.
class EveryFieldOfATenant : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void itIsChangedAndTheHistoryStays()
    {
        Editing e;
        domain::VerificationRequest r;
        r.reason = domain::Reason::Periodic;
        r.documents = domain::documentTypes();
        r.delivery = domain::Delivery::Link;
        auto &starter = e.session().verifier().starter();
        const auto people = e.people();
        const auto who =
            std::find_if(people.begin(), people.end(), [&](const auto &p) { return starter.obstacle(p, r).isEmpty(); });
        QVERIFY(who != people.end());
        const auto session = await(starter.start(*who, r));
        QVERIFY(session);
        QVERIFY(await(e.session().verifier().control().stop(session->id, QStringLiteral("a test"))));
        for (const Row &row : rowsOfSailPoint() + rowsOfTheProvider())
            changeOne(e, row);
        QCOMPARE(e.copied(), qint64(people.size()));
        const auto kept = await(e.ledger->sessions().session(session->id));
        QVERIFY(kept && kept->tenant == e.kept().id);
        QCOMPARE(*await(e.ledger->audit().verify()), 0); // the chain holds
    }

private:
    static void changeOne(Editing &e, const Row &row)
    {
        const Tenant before = e.kept();
        const qsizetype recorded = e.log();
        auto *dialog = e.edit();
        QVERIFY2(dialog, row.name);
        row.change(e, *dialog);
        auto *save = support::buttonOf(*dialog, "Test and save");
        QVERIFY2(save && save->isEnabled(), row.name);
        QPointer<QWidget> open(dialog);
        save->click();
        if (auto *asked = dialog->findChild<QMessageBox *>(QStringLiteral("whereQuestion")))
            asked->findChild<QPushButton *>(QStringLiteral("isTunnel"))->click();
        const bool isSaved = QTest::qWaitFor([&] { return !open || !open->isVisible(); }, 30000);
        QVERIFY2(isSaved, qPrintable(QString::fromLatin1(row.name) + QStringLiteral(": ") +
                                     (open ? support::textsOf(*open).join(QLatin1Char('|')) : QString())));
        QStringList members;
        for (const auto &c : domain::changesBetween(before, e.kept()))
            members << c.member;
        QCOMPARE(members.join(QLatin1Char(',')), QString::fromLatin1(row.members));
        QVERIFY2(e.log() > recorded, row.name);
        QTRY_VERIFY2(e.app->tenantSession() && domain::changesBetween(e.session().tenant(), e.kept()).isEmpty(),
            row.name); // what is open goes on with it
    }
};
IDV_TEST(EveryFieldOfATenant)
#include "tst_everyfield.moc"
