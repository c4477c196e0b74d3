#include "support/bareapp.h"
#include "support/registry.h"
#include "support/widgethand.h"
#include "ui/common/savedialog.h"
#include <QFile>
#include <QFormLayout>
#include <QLineEdit>
#include <QProgressBar>
#include <QtTest>

using services::ExportReport;
using support::says;
using ui::SaveDialog;

namespace {

struct Saving : support::BareApp
{
    Saving()
    {
        app->settings().setValue(QStringLiteral("export/folder"), dir.path());
        dialog.setFileName(QStringLiteral("people"), QStringLiteral("csv"));
        dialog.onSave([this](const QString &to) {
            paths << to;
            return SaveDialog::Job{job.future(), [this] { return done; }, [this] { ++cancelled; }, total};
        });
    }
    QString path() const { return file()->text(); }
    QLineEdit *file() const { return support::controlOf<QLineEdit>(dialog, "File"); }
    QPushButton *go() const { return dialog.findChild<QPushButton *>(QStringLiteral("saveGo")); }
    QStringList paths;
    core::Deferred<ExportReport> job;
    qint64 done = 0, total = 0;
    int cancelled = 0;
    SaveDialog dialog{*app, QStringLiteral("Export"), QStringLiteral("What it holds"), nullptr};
};

} // namespace

class SavingAFile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theFolderOfTheLastTimeIsOffered()
    {
        Saving d;
        QCOMPARE(d.path(), d.dir.filePath(QStringLiteral("people.csv")));
        d.dialog.setFileName(QStringLiteral("another"), QStringLiteral("json")); // a later call: the ending only
        QCOMPARE(d.path(), d.dir.filePath(QStringLiteral("people.json")));
    }
    void whatStandsAgainstTheFileIsSaid_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("isOffered");
        QTest::addColumn<QString>("hint");
        QTest::newRow("a new one") << QStringLiteral("new.csv") << true << QString();
        QTest::newRow("one that exists") << QStringLiteral("old.csv") << true << QStringLiteral("will be replaced");
        QTest::newRow("a folder") << QStringLiteral(".") << false << QStringLiteral("Name a file");
        QTest::newRow("in no folder") << QStringLiteral("none/new.csv") << false << QStringLiteral("does not exist");
    }
    void whatStandsAgainstTheFileIsSaid()
    {
        QFETCH(QString, name);
        QFETCH(QString, hint);
        Saving d;
        QFile old(d.dir.filePath(QStringLiteral("old.csv")));
        QVERIFY(old.open(QIODevice::WriteOnly));
        old.close();
        d.file()->setText(d.dir.filePath(name));
        QTEST(d.go()->isEnabled(), "isOffered");
        QVERIFY(hint.isEmpty() || says(d.dialog, hint));
        QCOMPARE(d.go()->toolTip().isEmpty(), d.go()->isEnabled());
    }
    void whatIsWrittenIsNamedWithItsHash()
    {
        Saving d;
        d.total = 10;
        d.dialog.epilogue = [] { return QStringLiteral("Keep it safe."); };
        d.dialog.show();
        d.go()->click();
        QCOMPARE(d.paths, QStringList{d.path()});
        QVERIFY(!d.go()->isEnabled() && !d.file()->isEnabled());
        QVERIFY(support::buttonOf(d.dialog, "Stop"));
        d.done = 4;
        QTRY_VERIFY(says(d.dialog, "4 of 10"));
        QCOMPARE(d.dialog.findChild<QProgressBar *>()->value(), 4);
        d.job.resolve(ExportReport{d.path(), 10, "abcdef"});
        QTRY_VERIFY(says(d.dialog, "people.csv was written"));
        QVERIFY(says(d.dialog, "SHA-256 abcdef") && says(d.dialog, "Keep it safe."));
        QVERIFY(!d.go()->isVisibleTo(&d.dialog) && support::buttonOf(d.dialog, "Close"));
        d.dialog.reject();
        QVERIFY(!d.dialog.isVisible());
    }
    void stoppingIsAskedForAndNotAFault()
    {
        Saving d;
        d.dialog.show();
        d.go()->click();
        d.dialog.reject();
        QVERIFY(d.dialog.isVisible()); // until it is known what became of it
        QCOMPARE(d.cancelled, 1);
        d.job.resolve(core::makeError(core::ErrorCode::Cancelled, QStringLiteral("x")));
        QTRY_VERIFY(says(d.dialog, "Stopped"));
        QVERIFY(says(d.dialog, "No file was written."));
        QVERIFY(d.go()->isVisibleTo(&d.dialog) && d.go()->isEnabled());
    }
    void aFaultCanBeTriedAgain()
    {
        Saving d;
        d.dialog.show();
        d.go()->click();
        d.job.resolve(core::makeError(core::ErrorCode::Storage, QStringLiteral("The disk is full.")));
        QTRY_VERIFY(says(d.dialog, "The disk is full."));
        d.job = core::Deferred<ExportReport>();
        d.go()->click();
        QCOMPARE(d.paths.size(), 2);
        d.job.resolve(ExportReport{d.path(), 1, "00"});
        QTRY_VERIFY(says(d.dialog, "was written"));
    }
    void whatCannotBeStoppedSaysSo()
    {
        Saving d;
        d.dialog.onSave([&d](const QString &) { return SaveDialog::Job{d.job.future()}; });
        d.dialog.setGoText(QStringLiteral("Begin"));
        QCOMPARE(d.go()->text(), QStringLiteral("Begin"));
        d.dialog.show();
        d.go()->click();
        auto *stop = support::buttonOf(d.dialog, "Stop");
        QVERIFY(stop && !stop->isEnabled() && !stop->toolTip().isEmpty());
        d.dialog.reject();
        QVERIFY(d.dialog.isVisible());
    }
    void anotherTenantAbandonsIt()
    {
        Saving d;
        d.dialog.show();
        d.go()->click();
        Q_EMIT d.app->tenantSessionChanged();
        QCOMPARE(d.cancelled, 1);
        QVERIFY(!d.dialog.isVisible());
    }
};
IDV_TEST(SavingAFile)
#include "tst_savedialog.moc"
