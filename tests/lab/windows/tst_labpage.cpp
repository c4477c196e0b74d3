#include "lab/windows/labbench.h"
#include "models/requestmodel.h"
#include "services/callbacks/callbackreceiver.h"
#include "services/identities/identitydirectory.h"
#include "services/verification/sessionstarter.h"
#include "services/verification/verifier.h"
#include "support/owntime.h"
#include "support/registry.h"
#include "ui/lab/collectiondialog.h"
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QTableWidget>
#include <QTcpSocket>
#include <atomic>
#include <thread>

using support::await;
using support::LabBench;

class LabWindow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aRequestIsInspectedWithoutItsSecrets()
    {
        LabBench b;
        QVERIFY(b.page);
        QVERIFY(b.post("{\"session_id\": \"k1\", \"verification_status\": \"VERIFIED\"}").startsWith("HTTP/1.1 401"));
        auto *table = b.named<QTableView>("Requests");
        QTRY_COMPARE(table->model()->rowCount(), 1);
        QCOMPARE(
            table->model()->index(0, models::RequestModel::Verdict).data().toString(), QStringLiteral("No sign-in"));
        auto *body = b.named<QPlainTextEdit>("Body of the request");
        QTRY_VERIFY(body->toPlainText().contains(QLatin1String("    \"session_id\": \"k1\"")));
        auto *headers = b.named<QTableWidget>("Headers");
        QString all;
        for (int i = 0; i < headers->rowCount(); ++i)
            all += headers->item(i, 0)->text() + QLatin1Char(' ') + headers->item(i, 1)->text() + QLatin1Char('\n');
        QVERIFY2(all.contains(QString::fromUtf8("Bearer •••")) && !all.contains(QLatin1String("not-the-secret")),
            qPrintable(all));
        auto *checks = b.named<QTableWidget>("Checks");
        QCOMPARE(checks->item(2, 1)->text(), QStringLiteral("failed"));
        QCOMPARE(checks->item(3, 1)->text(), QStringLiteral("not reached"));
        QTest::mouseClick(b.button("Copy as curl"), Qt::LeftButton);
        const QString curl = QGuiApplication::clipboard()->text();
        QVERIFY2(curl.startsWith(QLatin1String("curl -X POST")) && !curl.contains(QLatin1String("not-the-secret")) &&
                     !curl.contains(QLatin1String("one-time-value")),
            qPrintable(curl));
    }
    void aCallbackSentAgainIsADuplicate()
    {
        LabBench b;
        const auto people = await(
            b.app->tenantSession()->directory().people(*await(b.app->tenantSession()->directory().all({}))->rows));
        domain::VerificationRequest r;
        r.reason = domain::Reason::Periodic;
        r.documents = domain::documentTypes();
        auto &verifier = b.app->tenantSession()->verifier();
        for (const auto &p : *people) {
            if (verifier.starter().obstacle(p, r).isEmpty()) {
                QVERIFY(await(verifier.starter().start(p, r)));
                break;
            }
        }
        auto *table = b.named<QTableView>("Requests");
        QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 1, 8000);
        QTRY_VERIFY(b.button("Send again") && b.button("Send again")->isEnabled());
        QTest::mouseClick(b.button("Send again"), Qt::LeftButton);
        QTRY_COMPARE(table->model()->rowCount(), 2);
        QCOMPARE(
            table->model()->index(0, models::RequestModel::Verdict).data().toString(), QStringLiteral("Duplicate"));
    }
    void aCollectionIsSentSignedAnew()
    {
        LabBench b;
        QVERIFY(b.post("{\"session_id\": \"k1\", \"verification_status\": \"VERIFIED\"}").startsWith("HTTP/1.1 401"));
        QTRY_COMPARE(b.app->tenantSession()->receiving().counts().seen, 1);
        const auto before = b.app->tenantSession()->receiving().counts().seen;
        QList<domain::SavedRequest> shown;
        for (const auto &l : b.app->tenantSession()->receiving().lines())
            shown << domain::savedFrom(*l.capture, l.trigger);
        auto *d = new ui::CollectionDialog(*b.app, shown, b.window.get());
        d->open();
        const auto push = [d](const char *name) {
            auto *button = d->findChild<QPushButton *>(QString::fromLatin1(name));
            return button && button->isEnabled() ? (button->click(), true) : false;
        };
        QVERIFY(push("addShown"));
        auto *list = d->findChild<QListWidget *>(QStringLiteral("collectionList"));
        QCOMPARE(list->count(), int(shown.size()));
        // Changed and sent: it signs in (the proof is fresh), and belongs to no session.
        d->findChild<QPlainTextEdit *>(QStringLiteral("collectionBody"))
            ->setPlainText(QStringLiteral("{\"session_id\": \"made-up\", \"verification_status\": \"VERIFIED\"}"));
        QVERIFY(push("sendRequest"));
        QTRY_COMPARE(b.app->tenantSession()->receiving().counts().seen, before + 1);
        QCOMPARE(b.app->tenantSession()->receiving().lines().front().verdict, domain::CallbackVerdict::Unmatched);
        // Of a body that cannot be used the inspector names the field.
        d->findChild<QPlainTextEdit *>(QStringLiteral("collectionBody"))
            ->setPlainText(QStringLiteral("{\"session_id\": \"made-up\", \"verification_status\": 7}"));
        QVERIFY(QTest::qWaitFor([&push] { return push("sendRequest"); }, 5000));
        QTRY_COMPARE(b.app->tenantSession()->receiving().counts().seen, before + 2);
        QCOMPARE(b.app->tenantSession()->receiving().lines().front().verdict, domain::CallbackVerdict::BadSchema);
        QCOMPARE(b.app->tenantSession()->receiving().lines().front().field, QStringLiteral("verification_status"));
        auto *table = b.named<QTableView>("Requests");
        QTRY_COMPARE(table->model()->rowCount(), int(before) + 2);
        table->selectRow(0);
        auto *checks = b.named<QTableWidget>("Checks");
        QTRY_COMPARE(checks->item(4, 1)->text(), QStringLiteral("failed"));
        QVERIFY2(checks->item(4, 2)->text().contains(QLatin1String("verification_status")),
            qPrintable(checks->item(4, 2)->text()));
        // What is no JSON is sent as it stands and refused as that, not for its signature.
        d->findChild<QPlainTextEdit *>(QStringLiteral("collectionBody"))->setPlainText(QStringLiteral("{ broken"));
        QVERIFY(QTest::qWaitFor([&push] { return push("sendRequest"); }, 5000));
        QTRY_COMPARE(b.app->tenantSession()->receiving().counts().seen, before + 3);
        QCOMPARE(b.app->tenantSession()->receiving().lines().front().verdict, domain::CallbackVerdict::BadBody);
        QVERIFY(b.app->tenantSession()->receiving().lines().front().field.isEmpty());
        const QString file = b.dir.filePath(QStringLiteral("collection.json"));
        QFile out(file);
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(domain::collectionText({{QStringLiteral("one"), false, "{}"}, {QStringLiteral("two"), true, "{}"}}));
        out.close();
        d->load(file);
        QCOMPARE(list->count(), 2);
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write("{ \"format\": 1 }");
        out.close();
        d->load(file);
        QCOMPARE(list->count(), 2); // what is there stays
        delete d;
    }
    void aFloodNeitherFreezesNorFills()
    {
        LabBench b;
        auto &receiving = b.app->tenantSession()->receiving();
        // What a flood leaves behind, without the sockets: the list's own work.
        auto *table = b.named<QTableView>("Requests");
        models::RequestModel model;
        QList<models::RequestRow> many;
        for (quint64 n = 30'000; n > 0; --n)
            many.append({n, b.clock->now(), domain::CallbackVerdict::TooMany, 429, 20, QStringLiteral("127.0.0.1")});
        support::OwnTime t;
        model.prepend(many);
        QCOMPARE(model.rowCount(), models::RequestModel::mostRows);
        QCOMPARE(model.newest(), quint64(30'000));
        QVERIFY2(t.elapsed() < 100, qPrintable(QString::number(t.elapsed())));
        for (int i = 0; i < 300; ++i)
            b.post("{}");
        QTRY_COMPARE(receiving.counts().seen, 300);
        QTRY_COMPARE(table->model()->rowCount(), 300);
        QVERIFY(receiving.lines().front().number == 300 && receiving.lines().back().number == 1);
        QTest::mouseClick(b.button("Clear list"), Qt::LeftButton);
        QCOMPARE(table->model()->rowCount(), 0);
        b.post("{}");
        QTRY_COMPARE(table->model()->rowCount(), 1);
    }
    void theWindowAnswersWhileRequestsPourIn()
    {
        LabBench b;
        auto &receiving = b.app->tenantSession()->receiving();
        std::atomic<bool> isOver{false};
        std::atomic<qint64> answered{0};
        const auto pour = [&, host = b.url.host(), port = quint16(b.url.port())] {
            QTcpSocket s;
            s.connectToHost(host, port);
            if (!s.waitForConnected(2000))
                return;
            const QByteArray request("POST /idv/callback HTTP/1.1\r\nHost: x\r\nContent-Type: "
                                     "application/json\r\nContent-Length: 2\r\n\r\n{}");
            while (!isOver) {
                s.write(request);
                if (!s.waitForReadyRead(2000))
                    return;
                answered += s.readAll().count("HTTP/1.1 ");
            }
        };
        std::vector<std::thread> senders;
        for (int i = 0; i < 4; ++i)
            senders.emplace_back(pour);
        qint64 longest = 0;
        support::OwnTime gap;
        QElapsedTimer all;
        all.start();
        QTimer beat;
        connect(&beat, &QTimer::timeout, this, [&] { longest = std::max(longest, gap.restart()); });
        beat.start(5);
        const auto resident = [] {
            QFile f(QStringLiteral("/proc/self/statm"));
            return f.open(QIODevice::ReadOnly) ? f.readAll().split(' ').value(1).toLongLong() * 4 / 1024 : 0;
        };
        const qint64 before = resident();
        // A minute when it is asked for; three seconds tell a regression.
        const int span = std::max(3, qEnvironmentVariableIntValue("IDV_FLOOD_SECONDS")) * 1000;
        while (all.elapsed() < span)
            QTest::qWait(20);
        isOver = true;
        for (auto &t : senders)
            t.join();
        qInfo("%lld requests a second, the window's longest pause %lld ms, %lld not shown, %lld MB more than before",
            answered * 1000 / all.elapsed(), longest, receiving.counts().notShown, resident() - before);
        QVERIFY2(resident() - before < 64, qPrintable(QString::number(resident() - before)));
        QVERIFY2(answered > 3000, qPrintable(QString::number(answered)));
        QVERIFY2(longest < 250, qPrintable(QString::number(longest)));
        QTRY_VERIFY(
            receiving.counts().seen + receiving.counts().notShown >= answered); // everything is counted, shown or not
        QVERIFY(receiving.lines().size() <= 10'000);
        auto *table = b.named<QTableView>("Requests");
        QTRY_VERIFY(table->model()->rowCount() > 0 && table->model()->rowCount() <= models::RequestModel::mostRows);
    }
    void requestsAreSearchedAndSifted()
    {
        LabBench b;
        b.post("{\"session_id\": \"needle\"}");
        b.post("{\"session_id\": \"hay\"}");
        auto *table = b.named<QTableView>("Requests");
        QTRY_COMPARE(table->model()->rowCount(), 2);
        b.named<QLineEdit>("Search in headers and body")->setText(QStringLiteral("needle"));
        QTRY_COMPARE(table->model()->rowCount(), 1);
        b.named<QLineEdit>("Search in headers and body")->clear();
        QTRY_COMPARE(table->model()->rowCount(), 2);
        b.named<QComboBox>("Which requests")->setCurrentIndex(1); // taken: none
        QTRY_COMPARE(table->model()->rowCount(), 0);
    }
};
IDV_TEST(LabWindow)
#include "tst_labpage.moc"
