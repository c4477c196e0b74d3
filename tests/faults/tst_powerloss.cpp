#include "faults/flow.h"
#include "httpd/server.h"
#include "support/registry.h"
#include <QHostAddress>

using domain::SessionState;
using support::await;
using support::Product;
using support::quick;

// The power goes in the moment in which a provider is asked: what was synced by then knows of it.
class PowerLoss : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { faults::install(); }
    void theIntentIsOnTheDiskBeforeAnythingLeaves()
    {
        int asked = 0;
        QStringList wrong;
        httpd::Server provider([&](const httpd::Request &r) {
            httpd::Response answer;
            if (r.method != "POST") {
                answer.status = 404;
                return answer;
            }
            ++asked;
            const auto disk = faults::durable();
            QTemporaryDir folder;
            for (const QString &path : std::as_const(m_own)) { // not those that are opened below
                QFile f(folder.filePath(QFileInfo(path).fileName()));
                if (f.open(QIODevice::WriteOnly))
                    f.write(disk.value(path));
            }
            const auto ledger = store::Ledger::open(
                folder.filePath(QStringLiteral("ledger.db")), std::make_shared<core::SystemClock>());
            if (!ledger) {
                wrong << ledger.error().text + ledger.error().detail;
                return answer;
            }
            domain::SessionFilter all;
            all.tenant = m_tenant;
            const auto sessions = *await((*ledger)->sessions().list(all));
            if (sessions.size() != asked || sessions.first().state != SessionState::Launching)
                wrong << QStringLiteral("asked %1 times, %2 on the disk").arg(asked).arg(sessions.size());
            if (*await((*ledger)->audit().verify()) != 0)
                wrong << QStringLiteral("the log on the disk is not whole");
            answer.status = 201;
            answer.body = QStringLiteral(
                "{\"session_id\":\"ps-%1\",\"invitation_url\":\"https://idv.example/v/an-invented-token-%1\"}")
                              .arg(asked, 8, 10, QLatin1Char('0'))
                              .toUtf8();
            answer.contentType = "application/json";
            return answer;
        });
        const quint16 port = *provider.listen(QHostAddress::LocalHost, 0);
        Product p(
            quick("never"), [port](domain::Tenant &t) { t.idvUrl = QStringLiteral("http://127.0.0.1:%1").arg(port); });
        m_tenant = p.settings().id;
        m_own = faults::durable().keys();
        QVERIFY(m_own.size() >= 2); // the ledger and its log
        p.askSeldom();
        for (int i = 0; i < 3; ++i) {
            const auto s = p.start();
            QVERIFY2(bool(s), s ? "" : qPrintable(s.error().text));
        }
        QCOMPARE(asked, 3);
        support::Tally::of().count(QStringLiteral("start"), QStringLiteral("power loss"));
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
    }

private:
    core::TenantId m_tenant;
    QStringList m_own;
};
IDV_TEST(PowerLoss)
#include "tst_powerloss.moc"
