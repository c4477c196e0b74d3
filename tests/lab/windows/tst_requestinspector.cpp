#include "support/bareapp.h"
#include "support/registry.h"
#include "support/widgethand.h"
#include "ui/lab/requestinspector.h"
#include <QClipboard>
#include <QGuiApplication>
#include <QPlainTextEdit>
#include <QTabBar>
#include <QTableWidget>
#include <QtTest>

using domain::CallbackVerdict;
using services::ReceivedLine;
using support::buttonOf;
using support::controlOf;

namespace {

const QString here = QStringLiteral("http://127.0.0.1:9/idv/callback");

ReceivedLine line(CallbackVerdict verdict, bool isKept = true)
{
    ReceivedLine l;
    l.number = 7;
    l.verdict = verdict;
    l.status = 401;
    l.microseconds = 1500;
    l.bytes = 20;
    l.peer = QStringLiteral("127.0.0.1");
    if (isKept) {
        domain::CapturedRequest r;
        r.method = "POST";
        r.target = "/idv/callback?n=one-time-value";
        r.headers = {{"Authorization", "Bearer the-secret"}, {"X-Own", "mine"}};
        r.body = R"({"session_id":"k1"})";
        r.status = 401;
        r.answer = {{"Retry-After", "3"}};
        l.capture = std::make_shared<domain::CapturedRequest>(r);
    }
    return l;
}

struct Inspected : support::BareApp
{
    Inspected() { settings.auth = domain::CallbackAuth::Bearer; }
    void show(const ReceivedLine &l, const QString &url = here) { inspector.show(l, settings, url); }
    QTabBar *tabs() const { return inspector.findChild<QTabBar *>(); }
    QString body() const { return controlOf<QPlainTextEdit>(inspector, "Body of the request")->toPlainText(); }
    QTableWidget *headers() const { return controlOf<QTableWidget>(inspector, "Headers"); }
    QTableWidget *checks() const { return controlOf<QTableWidget>(inspector, "Checks"); }
    domain::ReceiverSettings settings;
    ui::RequestInspector inspector{*app};
};

} // namespace

class InspectingARequest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void withoutARequestNothingCanBeDone()
    {
        Inspected d;
        QVERIFY(!d.tabs()->isEnabled());
        QVERIFY(support::says(d.inspector, "Select a request"));
        for (const char *name : {"As sent", "Copy as curl", "Send again"})
            QVERIFY2(!buttonOf(d.inspector, name)->isEnabled(), name);
        d.show(line(CallbackVerdict::Unauthorized));
        QVERIFY(d.tabs()->isEnabled());
        d.inspector.clear();
        QVERIFY(!d.tabs()->isEnabled() && !buttonOf(d.inspector, "Send again")->isEnabled());
    }
    void itIsShownWithoutItsSecrets()
    {
        Inspected d;
        d.show(line(CallbackVerdict::Unauthorized));
        QVERIFY(d.body().contains(QLatin1String("\"session_id\": \"k1\""))); // formatted
        buttonOf(d.inspector, "As sent")->setChecked(true);
        QCOMPARE(d.body(), QStringLiteral("{\"session_id\":\"k1\"}"));
        QCOMPARE(d.headers()->rowCount(), 2);
        QVERIFY(!d.headers()->item(0, 1)->text().contains(QLatin1String("the-secret")));
        QCOMPARE(d.headers()->item(1, 1)->text(), QStringLiteral("mine"));
        buttonOf(d.inspector, "Copy as curl")->click();
        const QString copied = QGuiApplication::clipboard()->text();
        QVERIFY(copied.startsWith(QLatin1String("curl -X POST")));
        QVERIFY(!copied.contains(QLatin1String("the-secret")) && !copied.contains(QLatin1String("one-time-value")));
    }
    void eachCheckSaysHowFarItCame()
    {
        Inspected d;
        const auto wrong = line(CallbackVerdict::Unauthorized);
        d.show(wrong);
        const auto expected = domain::checksOf(wrong.verdict, d.settings);
        QCOMPARE(d.checks()->rowCount(), int(expected.size()));
        int good = 0;
        for (int i = 0; i < expected.size(); ++i) {
            QCOMPARE(d.checks()->item(i, 0)->text(), expected.at(i).name);
            good += expected.at(i).state == domain::CallbackCheck::Passed ? 1 : 0;
        }
        QCOMPARE(d.checks()->item(2, 1)->text(), QStringLiteral("failed"));
        QCOMPARE(d.checks()->item(3, 1)->text(), QStringLiteral("not reached"));
        QCOMPARE(d.tabs()->tabText(2), QStringLiteral("Checks %1 of 6").arg(good));
        d.show(line(CallbackVerdict::Stored));
        QCOMPARE(d.tabs()->tabText(2), QStringLiteral("Checks 6 of 6")); // what is not asked for counts as good
        QCOMPARE(d.checks()->item(3, 1)->text(), QStringLiteral("not asked for"));
    }
    void theAnswerIsWhole()
    {
        Inspected d;
        d.show(line(CallbackVerdict::Unauthorized));
        d.tabs()->setCurrentIndex(3);
        QVERIFY(support::says(d.inspector, "HTTP 401, no body, after 1.5 ms"));
        QVERIFY(support::says(d.inspector, "Retry-After: 3"));
        QVERIFY(support::says(d.inspector, "From 127.0.0.1, 20 bytes"));
        QVERIFY(!buttonOf(d.inspector, "As sent")->isVisibleTo(&d.inspector));
        d.tabs()->setCurrentIndex(0);
        QVERIFY(buttonOf(d.inspector, "As sent")->isVisibleTo(&d.inspector));
    }
    void whatIsNotKeptCannotBeSentAgain()
    {
        Inspected d;
        d.show(line(CallbackVerdict::Unauthorized, false));
        QVERIFY(support::says(d.inspector, "nobody's data"));
        QVERIFY(!buttonOf(d.inspector, "Send again")->isEnabled());
        QVERIFY(d.checks()->rowCount() > 0); // why it was refused is known all the same
        d.show(line(CallbackVerdict::Unauthorized), {});
        QCOMPARE(buttonOf(d.inspector, "Send again")->toolTip(), QStringLiteral("The receiver has stopped."));
        d.show(line(CallbackVerdict::Unauthorized));
        QSignalSpy wanted(&d.inspector, &ui::RequestInspector::sendAgainWanted);
        buttonOf(d.inspector, "Send again")->click();
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.first().first().toULongLong(), quint64(7));
    }
};
IDV_TEST(InspectingARequest)
#include "tst_requestinspector.moc"
