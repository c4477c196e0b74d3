#include "core/async.h"
#include "core/secret.h"
#include "support/await.h"
#include "support/registry.h"

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
        QObject living;
        bool isHeard = false;
        core::whenDone<int>(d.future(), &living, [&](const core::Result<int> &) { isHeard = true; });
        d.resolve(1);
        QTRY_VERIFY(isHeard); // who asked later has been told
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
#include "tst_asynctools.moc"
