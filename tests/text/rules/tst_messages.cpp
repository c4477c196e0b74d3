#include "domain/text/messages.h"
#include "support/registry.h"
#include <QtTest>

using core::ErrorCode;
using domain::Vendor;

// Whose word an error is, and whose name stands above it.
class Messages : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whoSaysIt_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<bool>("isOwnWhenOurs"); // made by a check of the console
        const auto row = [](ErrorCode c, bool isOwn) {
            QTest::newRow(qPrintable(core::codeName(c))) << int(c) << isOwn;
        };
        row(ErrorCode::Offline, false);
        row(ErrorCode::Timeout, false);
        row(ErrorCode::Certificate, false);
        row(ErrorCode::Unauthorized, true);
        row(ErrorCode::Forbidden, true);
        row(ErrorCode::NotFound, true);
        row(ErrorCode::Conflict, true);
        row(ErrorCode::RateLimited, true);
        row(ErrorCode::Rejected, true);
        row(ErrorCode::Server, false);
        row(ErrorCode::Protocol, true);
        row(ErrorCode::Storage, false);
        row(ErrorCode::VaultUnavailable, false);
        row(ErrorCode::Cancelled, false);
        row(ErrorCode::Usage, true);
        row(ErrorCode::Internal, false);
    }
    void whoSaysIt()
    {
        QFETCH(int, code);
        QFETCH(bool, isOwnWhenOurs);
        const QString ours = QStringLiteral("The link was sent a moment ago. It can be sent again in 23 s.");
        const core::Error own = core::makeError(ErrorCode(code), ours);
        QCOMPARE(core::isOwnRefusal(own), isOwnWhenOurs);
        for (const Vendor v : {Vendor::SailPoint, Vendor::Provider, Vendor::Console}) {
            const auto m = domain::userMessage(own, v);
            QCOMPARE(m.headline == ours, isOwnWhenOurs);
            if (isOwnWhenOurs)
                QVERIFY(m.advice.isEmpty());
        }
        // The same code from a vendor: by the mark, and by the answer's number where the mark was lost.
        core::Error marked = core::vendorError(ErrorCode(code), QStringLiteral("The server answered 400."));
        core::Error numbered = core::makeError(ErrorCode(code), QStringLiteral("The server answered 400."));
        numbered.httpStatus = 400;
        for (const auto &e : {marked, numbered}) {
            QVERIFY(!core::isOwnRefusal(e));
            if (ErrorCode(code) != ErrorCode::Usage) // a vendor never brings one
                QVERIFY(domain::userMessage(e, Vendor::Provider).headline != e.text);
        }
    }
    void theWaitThatWeAskForIsNotTheVendors()
    {
        core::Error e = core::makeError(ErrorCode::RateLimited, QStringLiteral("It can be sent again in 23 s."));
        e.retryAfter = std::chrono::seconds(23);
        QCOMPARE(domain::userMessage(e, Vendor::Provider).headline, e.text);
        e.isVendors = true;
        QCOMPARE(domain::userMessage(e, Vendor::Provider).headline, QStringLiteral("1Kosmos asked us to wait"));
    }
    void withoutATextTheCodeSpeaks()
    {
        QCOMPARE(domain::userMessage(core::makeError(ErrorCode::NotFound, {}), Vendor::Console).headline,
            QStringLiteral("IDV Console does not know this address or person"));
    }
    void headlineAndAdviceAreOneText()
    {
        QCOMPARE(domain::inOneText({QStringLiteral("A moment ago."), {}}), QStringLiteral("A moment ago."));
        QCOMPARE(domain::inOneText({QStringLiteral("No answer"), QStringLiteral("Wait.")}),
            QStringLiteral("No answer. Wait."));
        QCOMPARE(
            domain::inOneText({QStringLiteral("Wrong."), QStringLiteral("Wait.")}), QStringLiteral("Wrong. Wait."));
    }
};
IDV_TEST(Messages)
#include "tst_messages.moc"
