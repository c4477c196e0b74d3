#include "faults/flow.h"
#include "httpd/server.h"
#include "support/registry.h"
#include <QHostAddress>

using domain::SessionState;
using faults::equals;
using faults::Flow;
using faults::saidOf;
using support::await;
using support::Product;
using support::quick;

namespace {

/// What a flow remembers between its parts.
struct Kept
{
    domain::Identity person;
    core::SessionId session;
    QString campaign, approval;
    qint64 before = 0; ///< calls that changed something in SailPoint, until the flow began
    qint64 due = -1;   ///< how many the flow makes when nothing fails
    bool isDone = false;
};

QString resultOnce(Product &p, const Kept &k)
{
    const auto s = p.session(k.session);
    if (s.state != SessionState::Verified)
        return QStringLiteral("the session is ") + domain::stateKey(s.state);
    // One result; where the provider was asked about a callback it may be noted that it agrees.
    const auto results = p.audited().count(QStringLiteral("verification.result/done"));
    return results == 1 || (results == 2 && s.source == QLatin1String("both")) ? QString()
                                                                               : equals("results recorded", results, 1);
}

} // namespace

// The n-th write, sync or lock of the ledger fails, for every n of each flow: nothing is lost, nothing is done twice,
// and the person is told what it is.
class EveryWriteOfAStart : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { faults::install(); }
    void nothingIsLostOrDoubled()
    {
        auto k = std::make_shared<Kept>();
        Flow f;
        f.name = QStringLiteral("start");
        f.options = quick("never");
        f.before = [k](Product &p) { k->person = p.somebody(); };
        f.run = [k](Product &p) {
            const auto s = p.start(k->person, p.asking());
            k->isDone = bool(s);
            return saidOf(s);
        };
        f.after = [k](Product &p) {
            if (!k->isDone)
                (void)p.start(k->person, p.asking()); // pressed again
        };
        f.judge = [k](Product &p) {
            if (const QString w = equals("links", p.links(), 1); !w.isEmpty())
                return w;
            const auto all = p.sessionsOf(k->person.id);
            if (all.size() != 1)
                return equals("sessions", all.size(), 1);
            if (all.first().providerId.isEmpty())
                return QStringLiteral("the provider's session is not known");
            return all.first().state == SessionState::Pending
                       ? QString()
                       : QStringLiteral("the session is ") + domain::stateKey(all.first().state);
        };
        faults::check(f);
    }
};
IDV_TEST(EveryWriteOfAStart)

class EveryWriteOfAResult : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { faults::install(); }
    void nothingIsLostOrDoubled()
    {
        auto k = std::make_shared<Kept>();
        Flow f;
        f.name = QStringLiteral("result and write-back");
        f.options.journey = std::chrono::milliseconds(1500); // the only query of its own comes within the first second
        f.change = [](domain::Tenant &t) { t.writeBack = domain::WriteBackStrategy::Account; };
        f.before = [k](Product &p) {
            p.askSeldom();
            const auto s = p.start();
            QVERIFY(s);
            k->session = s->id;
            QTest::qWait(1800);
            k->before = p.writes();
        };
        f.run = [k](Product &p) { return saidOf(await(p.checkNow(k->session))); };
        f.after = [k](Product &p) {
            (void)await(p.checkNow(k->session)); // asked again, as it is every while
            (void)p.ended(k->session, 5000);
            (void)QTest::qWaitFor([&] { return p.session(k->session).writeBack == QLatin1String("written"); }, 15000);
        };
        f.judge = [k](Product &p) {
            if (const QString w = resultOnce(p, *k); !w.isEmpty())
                return w;
            if (const QString w = p.session(k->session).writeBack; w != QLatin1String("written"))
                return QStringLiteral("the write-back is ") + w;
            const qint64 made = p.writes() - k->before;
            if (k->due < 0)
                k->due = made; // the first run is without a fault
            return made > 0 ? equals("calls that write", made, k->due) : QStringLiteral("nothing was written");
        };
        faults::check(f);
    }
};
IDV_TEST(EveryWriteOfAResult)

class EveryWriteOfACallback : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { faults::install(); }
    void nothingIsLostOrDoubled()
    {
        auto k = std::make_shared<Kept>();
        Flow f;
        f.name = QStringLiteral("callback");
        f.options = quick("verified");
        f.options.journey = std::chrono::milliseconds(100);
        f.options.callbackAuth = QStringLiteral("hmac");
        f.options.callbackFaults << QStringLiteral("none");
        f.change = [](domain::Tenant &t) {
            t.receiver.port = 0;
            t.receiver.startsWithTenant = true;
            t.receiver.auth = domain::CallbackAuth::Hmac;
        };
        f.before = [k](Product &p) {
            p.askSeldom();
            const auto s = p.start();
            QVERIFY(s);
            k->session = s->id;
            QTest::qWait(1300); // its own first query is over
        };
        f.run = [k](Product &p) {
            k->isDone = p.callback() == 200;
            return QString();
        };
        f.after = [k](Product &p) {
            // A sender that was not told 200 sends again; one that was never does.
            if (!k->isDone)
                (void)p.callback();
            (void)p.ended(k->session, 5000);
        };
        f.judge = [k](Product &p) { return resultOnce(p, *k); };
        faults::check(f);
    }
};
IDV_TEST(EveryWriteOfACallback)

class EveryWriteOfAReview : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { faults::install(); }
    void nothingIsLostOrDoubled()
    {
        auto k = std::make_shared<Kept>();
        Flow f;
        f.name = QStringLiteral("review");
        f.options = quick("name-differs");
        f.options.journey = std::chrono::milliseconds(100);
        f.before = [k](Product &p) {
            const auto s = p.start();
            QVERIFY(s);
            k->session = s->id;
            QTRY_COMPARE(p.session(s->id).state, SessionState::NeedsReview);
        };
        f.run = [k](Product &p) {
            const auto r = p.review(k->session);
            k->isDone = bool(r);
            return saidOf(r);
        };
        f.after = [k](Product &p) {
            if (!k->isDone)
                (void)p.review(k->session);
        };
        f.judge = [k](Product &p) {
            const auto s = p.session(k->session);
            if (s.state != SessionState::Verified)
                return QStringLiteral("the session is ") + domain::stateKey(s.state);
            return equals("decisions recorded", p.audited().count(QStringLiteral("verification.review/done")), 1);
        };
        faults::check(f);
    }
};
IDV_TEST(EveryWriteOfAReview)

class EveryWriteOfAReset : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { faults::install(); }
    void nothingIsLostOrDoubled()
    {
        auto k = std::make_shared<Kept>();
        Flow f;
        f.name = QStringLiteral("reset mail");
        f.options.journey = std::chrono::milliseconds(100);
        f.before = [k](Product &p) {
            const auto s = p.verified();
            k->session = s.id;
            QCOMPARE(s.state, SessionState::Verified);
            const auto bound = p.bind(s.id);
            QVERIFY2(bool(bound), qPrintable(saidOf(bound)));
        };
        f.run = [k](Product &p) {
            const auto r = p.sendReset(k->session);
            k->isDone = bool(r);
            return saidOf(r);
        };
        f.after = [k](Product &p) {
            if (!k->isDone && p.mails() == 0)
                (void)p.sendReset(k->session);
        };
        f.judge = [k](Product &p) {
            if (const QString w = equals("mails", p.mails(), 1); !w.isEmpty())
                return w;
            return p.session(k->session).resetState.isEmpty() ? QStringLiteral("the session does not know of the mail")
                                                              : QString();
        };
        faults::check(f);
    }
};
IDV_TEST(EveryWriteOfAReset)

class EveryWriteOfACampaign : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { faults::install(); }
    void nothingIsLostOrDoubled()
    {
        auto k = std::make_shared<Kept>();
        Flow f;
        f.name = QStringLiteral("campaign");
        f.options = quick("never");
        f.options.identities = 400;
        f.run = [k](Product &p) {
            k->campaign = p.startCampaign(3, 120).id;
            return QString(); // what creates it says it; here it is begun anew
        };
        f.after = [k](Product &p) {
            if (k->campaign.isEmpty())
                k->campaign = p.startCampaign(3, 120).id;
            (void)QTest::qWaitFor(
                [&] {
                    if (p.campaign(k->campaign).state == domain::CampaignState::Paused)
                        p.resumeCampaign(k->campaign); // a person presses “Continue”
                    return p.links() >= 3;
                },
                20000);
            (void)QTest::qWaitFor([&] { return p.openWithProvider() >= 3; }, 10000);
        };
        f.judge = [](Product &p) {
            if (const QString w = equals("links", p.links(), 3); !w.isEmpty())
                return w;
            return equals("sessions with the provider's id", p.openWithProvider(), 3);
        };
        faults::check(f);
    }
};
IDV_TEST(EveryWriteOfACampaign)

// Opening: a full disk, a disk error or somebody who holds the ledger says nothing about the file.
class EveryWriteOfAnOpening : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { faults::install(); }
    void nothingIsCalledDamaged()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("ledger.db"));
        const auto clock = std::make_shared<core::SystemClock>();
        QStringList wrong;
        int refused = 0;
        for (const faults::Kind kind : {faults::Kind::Full, faults::Kind::Broken}) {
            for (int n = 1; n < 400; ++n) {
                QFile::remove(path);
                faults::arm(kind, n, 60'000);
                const auto ledger = store::Ledger::open(path, clock);
                const bool failed = faults::hasFailed();
                faults::disarm();
                if (!failed)
                    break; // that was all
                if (ledger)
                    continue;
                ++refused;
                if (const QString w = faults::faultOfWords(kind, ledger.error().text); !w.isEmpty())
                    wrong << QStringLiteral("%1 at %2: %3").arg(faults::kindName(kind)).arg(n).arg(w);
                if (const auto again = store::Ledger::open(path, clock); !again)
                    wrong << QStringLiteral("%1 at %2: the next program cannot open it: %3")
                                 .arg(faults::kindName(kind))
                                 .arg(n)
                                 .arg(again.error().text);
                n += support::isThorough() ? 0 : 6;
            }
        }
        QVERIFY(refused > 10);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
    }
};
IDV_TEST(EveryWriteOfAnOpening)

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
            const auto sessions = *await((*ledger)->sessions(all));
            if (sessions.size() != asked || sessions.first().state != SessionState::Launching)
                wrong << QStringLiteral("asked %1 times, %2 on the disk").arg(asked).arg(sessions.size());
            if (*await((*ledger)->verifyAudit()) != 0)
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
#include "tst_everywrite.moc"
