#include "lab/windows/labbench.h"
#include "models/requestmodel.h"
#include "support/bareapp.h"
#include "support/registry.h"
#include "support/widgethand.h"
#include "ui/lab/labcallbacks.h"
#include "ui/tenantsession/tenantsessions.h"
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTableView>

using support::controlOf;
using support::LabBench;

namespace {

/// The page of requests, with two that were refused.
struct Requests : LabBench
{
    Requests()
    {
        callbacks = page->findChild<ui::LabCallbacks *>();
        post("{\"session_id\": \"k1\"}", "Authorization: Bearer not-the-secret\r\nX-Own: needle\r\n");
        post("{\"session_id\": \"k2\"}");
        (void)QTest::qWaitFor([this] { return rows() == 2; }, 5000);
    }
    QTableView *table() const { return controlOf<QTableView>(*callbacks, "Requests"); }
    int rows() const { return table()->model()->rowCount(); }
    QString body() const { return controlOf<QPlainTextEdit>(*callbacks, "Body of the request")->toPlainText(); }
    QLineEdit *search() const { return controlOf<QLineEdit>(*callbacks, "Search in headers and body"); }
    QComboBox *kind() const { return controlOf<QComboBox>(*callbacks, "Which requests"); }
    ui::LabCallbacks *callbacks = nullptr;
};

} // namespace

class RequestsOfTheLab : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theNewestIsOnTopAndTheChosenIsInspected()
    {
        Requests d;
        QCOMPARE(d.rows(), 2);
        d.table()->selectRow(0);
        QTRY_VERIFY(d.body().contains(QLatin1String("k2")));
        d.table()->selectRow(1);
        QTRY_VERIFY(d.body().contains(QLatin1String("k1")));
    }
    void theyAreSiftedByWhatBecameOfThem_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("rows");
        QTest::newRow("all") << 0 << QString() << 2;
        QTest::newRow("taken") << 1 << QString() << 0;
        QTest::newRow("refused") << 2 << QString() << 2;
        QTest::newRow("unmatched") << 3 << QString() << 0;
        QTest::newRow("a header's value") << 0 << QStringLiteral("NEEDLE") << 1;
        QTest::newRow("of the body") << 2 << QStringLiteral(" k2 ") << 1;
        QTest::newRow("nothing") << 0 << QStringLiteral("nothing of these") << 0;
    }
    void theyAreSiftedByWhatBecameOfThem()
    {
        QFETCH(int, kind);
        QFETCH(QString, text);
        QFETCH(int, rows);
        Requests d;
        d.kind()->setCurrentIndex(kind);
        d.search()->setText(text);
        QTRY_COMPARE(d.rows(), rows);
    }
    void whatIsClearedIsGoneAndTheNextIsShown()
    {
        Requests d;
        d.table()->selectRow(0);
        d.callbacks->clear();
        QCOMPARE(d.rows(), 0);
        QVERIFY(support::says(*d.callbacks, "Select a request"));
        d.post("{\"session_id\": \"k3\"}");
        QTRY_COMPARE(d.rows(), 1);
        QTRY_VERIFY(d.body().contains(QLatin1String("k3"))); // the first is chosen
    }
    void theSearchIsGivenTheKeys()
    {
        Requests d;
        d.callbacks->focusSearch();
        QCOMPARE(d.window->focusWidget(), d.search());
    }
    void nothingOfAnotherTenantStays()
    {
        Requests d;
        d.app->tenantSessions().close();
        QTRY_COMPARE(d.rows(), 0);
        QVERIFY(support::says(*d.callbacks, "Select a request"));
        support::BareApp bare;
        ui::LabCallbacks alone(*bare.app);
        alone.show();
        alone.clear();
        QCOMPARE(controlOf<QTableView>(alone, "Requests")->model()->rowCount(), 0);
    }
};
IDV_TEST(RequestsOfTheLab)
#include "tst_labcallbacks.moc"
