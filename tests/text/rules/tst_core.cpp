#include "core/async.h"
#include "core/secret.h"
#include "core/textfold.h"
#include "support/await.h"
#include "support/registry.h"

class TextFold : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void folds_data()
    {
        QTest::addColumn<QString>("in");
        QTest::addColumn<QString>("out");
        QTest::newRow("accents") << QStringLiteral("María-Fernanda") << QStringLiteral("maria fernanda");
        QTest::newRow("stroke letters") << QStringLiteral("Łukasz Đặng Ørsted") << QStringLiteral("lukasz dang orsted");
        QTest::newRow("sharp s") << QStringLiteral("Weiß") << QStringLiteral("weiss");
        QTest::newRow("dotted I") << QStringLiteral("İpek Işıl") << QStringLiteral("ipek isil");
        QTest::newRow("greek") << QStringLiteral("Αικατερίνη") << QStringLiteral("αικατερινη");
        QTest::newRow("cyrillic keeps its letter")
            << QStringLiteral("Юлія")
            << QStringLiteral("юлія").normalized(QString::NormalizationForm_C).replace(QChar(0x0457), QChar(0x0456));
        QTest::newRow("apostrophe joins") << QStringLiteral("O'Brien") << QStringLiteral("obrien");
        QTest::newRow("arabic untouched") << QStringLiteral("أمينة") << QStringLiteral("أمينة");
        QTest::newRow("kana width") << QStringLiteral("ﾊﾙｶ") << QStringLiteral("ハルカ");
        QTest::newRow("e-mail") << QStringLiteral("A.B@c.org") << QStringLiteral("a b c org");
        QTest::newRow("only signs") << QStringLiteral(" --- ") << QString();
    }
    void folds()
    {
        QFETCH(QString, in);
        QFETCH(QString, out);
        QCOMPARE(core::fold(in), out);
        QCOMPARE(QString::fromStdString(core::fold(std::string_view(in.toStdString()))), out);
    }
    void asciiPathEqualsUnicodePath()
    {
        for (const char *s : {"Anna Maria", "x.y-z@w", "  A  b ", "No. 12/34"})
            QCOMPARE(QString::fromStdString(core::fold(std::string_view(s))), core::fold(QString::fromLatin1(s)));
    }
};
IDV_TEST(TextFold)

class AsyncTools : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aDeadContextIsNeverCalled()
    {
        core::Deferred<int> d;
        int calls = 0;
        auto *context = new QObject;
        core::whenDone<int>(d.future(), context, [&](const core::Result<int> &) { ++calls; });
        delete context;
        d.resolve(1);
        QTest::qWait(20);
        QCOMPARE(calls, 0);
    }
    void twoReadersBothHear()
    {
        core::Deferred<int> d;
        QObject context;
        int sum = 0;
        for (int i = 0; i < 2; ++i)
            core::whenDone<int>(d.future(), &context, [&](const core::Result<int> &r) { sum += *r; });
        d.resolve(21);
        QTRY_COMPARE(sum, 42);
    }
    void aChainEndsCancelledWhenItsContextDies()
    {
        core::Deferred<int> d;
        auto *context = new QObject;
        const auto chained = core::andThen<int>(d.future(), context, [](int i) { return core::ready<int>(i); });
        delete context;
        d.resolve(1);
        const auto r = support::await(chained);
        QVERIFY(!r);
        QCOMPARE(r.error().code, core::ErrorCode::Cancelled);
    }
    void anErrorPassesThroughAChain()
    {
        QObject context;
        bool isCalled = false;
        const auto chained =
            core::andThen<int>(core::ready<int>(core::makeError(core::ErrorCode::Timeout, {})), &context, [&](int i) {
                isCalled = true;
                return core::ready<int>(i);
            });
        QCOMPARE(support::await(chained).error().code, core::ErrorCode::Timeout);
        QVERIFY(!isCalled);
    }
    void aMovedSecretIsEmpty()
    {
        core::Secret a{QByteArrayView("hunter2")};
        core::Secret b = std::move(a);
        QVERIFY(a.isEmpty()); // NOLINT: that is the point
        QCOMPARE(b.reveal(), QByteArrayView("hunter2"));
        static_assert(!std::is_copy_constructible_v<core::Secret>);
    }
};
IDV_TEST(AsyncTools)

#include "tst_core.moc"
