#include "domain/sync/synchealth.h"
#include "support/registry.h"
#include <QDateTime>
#include <QtTest>

using core::ErrorCode;
using domain::SyncFailure;
using domain::SyncHealth;
using domain::SyncLine;

namespace {

constexpr core::Instant now = 1'800'000'000'000;

QString clockOf(core::Instant at)
{
    return QDateTime::fromMSecsSinceEpoch(at).toString(QStringLiteral("HH:mm"));
}

SyncHealth health(core::Instant success, std::optional<ErrorCode> failed = {})
{
    SyncHealth h;
    h.state.lastSyncAt = success;
    if (failed)
        h.failure = SyncFailure{
            now - 2 * core::minuteMs, now, core::vendorError(*failed, QStringLiteral("The server answered 403."))};
    return h;
}

} // namespace

// The last success and the last failure are two facts; the failure leads.
class SyncHealthLine : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void lines_data()
    {
        QTest::addColumn<qint64>("success");
        QTest::addColumn<int>("failed"); // -1: not
        QTest::addColumn<bool>("isOffline");
        QTest::addColumn<bool>("isIiq");
        QTest::addColumn<int>("kind");
        const auto row = [](const char *name, qint64 success, int failed, bool isOffline, bool isIiq,
                             SyncLine::Kind kind) {
            QTest::newRow(name) << success << failed << isOffline << isIiq << int(kind);
        };
        row("never", 0, -1, false, false, SyncLine::Never);
        row("a minute ago", now - core::minuteMs, -1, false, false, SyncLine::Fresh);
        row("five minutes ago", now - 5 * core::minuteMs, -1, false, false, SyncLine::Old);
        row("five minutes ago, IdentityIQ", now - 5 * core::minuteMs, -1, false, true, SyncLine::Fresh);
        row("in the future", now + core::minuteMs, -1, false, false, SyncLine::Old);
        row("no answer at the moment", now - core::minuteMs, -1, true, false, SyncLine::Old);
        for (const auto code : {ErrorCode::Forbidden, ErrorCode::Unauthorized, ErrorCode::Offline, ErrorCode::Protocol,
                 ErrorCode::RateLimited, ErrorCode::Storage, ErrorCode::Internal}) {
            row(qPrintable(QStringLiteral("failed: ") + core::codeName(code)), now - core::minuteMs, int(code), false,
                false, SyncLine::Failed);
            row(qPrintable(QStringLiteral("never, failed: ") + core::codeName(code)), 0, int(code), true, false,
                SyncLine::Failed);
        }
    }
    void lines()
    {
        QFETCH(qint64, success);
        QFETCH(int, failed);
        QFETCH(bool, isOffline);
        QFETCH(bool, isIiq);
        QFETCH(int, kind);
        const auto h = health(success, failed < 0 ? std::nullopt : std::optional(ErrorCode(failed)));
        const auto l =
            domain::syncLine(h, isIiq ? domain::Product::IdentityIq : domain::Product::SecurityCloud, isOffline, now);
        QCOMPARE(int(l.kind), kind);
        QCOMPARE(l.text.startsWith(QLatin1String("Up to date")), l.kind == SyncLine::Fresh);
        QCOMPARE(
            l.text.contains(QStringLiteral("since ") + clockOf(now - 2 * core::minuteMs)), l.kind == SyncLine::Failed);
        QCOMPARE(l.copy.contains(QLatin1String("Copy from")), success > 0);
        QVERIFY(!l.text.isEmpty() && !l.copy.isEmpty());
    }
    void theFailureSaysWhat()
    {
        const auto l = domain::syncLine(
            health(now - core::minuteMs, ErrorCode::Forbidden), domain::Product::SecurityCloud, false, now);
        QVERIFY(l.text.endsWith(QLatin1String("SailPoint refused the request")));
        QVERIFY(!l.advice.isEmpty());
        SyncHealth own = health(now - core::minuteMs);
        own.failure =
            SyncFailure{now, now, core::makeError(ErrorCode::Protocol, QStringLiteral("count differs: 4 of 5"))};
        QVERIFY(domain::syncLine(own, domain::Product::SecurityCloud, false, now)
                    .text.endsWith(QLatin1String("count differs: 4 of 5")));
    }
    void itSurvivesAFile()
    {
        SyncFailure f{
            now - 5, now, core::vendorError(ErrorCode::Forbidden, QStringLiteral("The server answered 403."))};
        f.error.httpStatus = 403;
        f.error.detail = QStringLiteral("the vendor's own words stay out");
        const auto json = domain::toJson(f);
        QVERIFY(!QJsonDocument(json).toJson().contains("own words"));
        const auto read = domain::syncFailureFromJson(json);
        QVERIFY(read);
        QCOMPARE(read->since, f.since);
        QCOMPARE(read->at, f.at);
        QCOMPARE(read->error.code, ErrorCode::Forbidden);
        QCOMPARE(read->error.httpStatus, 403);
        QVERIFY(read->error.isVendors);
        QVERIFY(!domain::syncFailureFromJson({}));
        // A word of a newer version is a failure all the same.
        QCOMPARE(domain::syncFailureFromJson({{QStringLiteral("code"), QStringLiteral("newer")}})->error.code,
            ErrorCode::Internal);
    }
};
IDV_TEST(SyncHealthLine)
#include "tst_synchealth.moc"
