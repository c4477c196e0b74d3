#include "domain/verification/resultevaluation.h"
#include "domain/verification/sessionlog.h"
#include "domain/verification/writeback/writeback.h"
#include "services/identities/identitydirectory.h"
#include "services/tenants/vendorreach.h"
#include "services/verification/sessionmonitor.h"
#include "services/verification/sessionstarter.h"
#include "services/verification/verifier.h"
#include "support/registry.h"
#include "support/windowbench.h"
#include "ui/common/navigator.h"
#include "ui/sessions/sessiontext.h"
#include "ui/sessions/sessiontimeline.h"
#include "ui/tenantsession/tenantsessions.h"
#include "ui/verification/sessionwindow.h"
#include <QDateTime>
#include <QLabel>
#include <QtTest>

using support::await;
using support::Bench;

class SessionTexts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyCauseToHoldHasASentence()
    {
        QSet<QString> sentences;
        for (int i = 1; i <= int(domain::ReviewReason::PassWithFailureReason); ++i)
            sentences << ui::holdSentence(domain::reviewReasonKey(domain::ReviewReason(i)));
        QVERIFY(!sentences.contains(QString()));
        QCOMPARE(sentences.size(), int(domain::ReviewReason::PassWithFailureReason));
    }
    // No sentence says "stored", "written" or "processing" of what nobody has seen; a look is said with its time.
    void aWriteBackIsSaidByWhatWasSeen_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<bool>("looked");
        QTest::addColumn<QString>("says");
        using W = domain::WriteBackState;
        QTest::newRow("waiting, not looked") << int(W::Waiting) << false << "not seen yet";
        QTest::newRow("waiting, looked") << int(W::Waiting) << true
                                         << "SailPoint has not shown the result yet (looked at ";
        QTest::newRow("asked, not looked") << int(W::Asked) << false << "not seen yet";
        QTest::newRow("asked, looked") << int(W::Asked) << true << "has not shown it yet (looked at ";
        QTest::newRow("not stored") << int(W::NotStored) << true << "did not show the result within fifteen minutes";
        QTest::newRow("read back") << int(W::Written) << false << "Written and read back";
    }
    void aWriteBackIsSaidByWhatWasSeen()
    {
        QFETCH(const int, state);
        QFETCH(const bool, looked);
        QFETCH(const QString, says);
        const auto w = domain::WriteBackState(state);
        domain::Session s;
        s.writeBack = domain::writeBackKey(w);
        const core::Instant at = 1'800'000'000'000;
        const QString text = ui::writeBackSentence(s, {}, looked ? std::optional(at) : std::nullopt);
        QVERIFY2(text.contains(says) && !text.contains(QLatin1String("%1")), qPrintable(text));
        QCOMPARE(text.contains(QDateTime::fromMSecsSinceEpoch(at).toString(QStringLiteral("HH:mm"))),
            looked && w != domain::WriteBackState::NotStored);
        domain::SessionNote note{at, QStringLiteral("write-back"), {{QStringLiteral("state"), s.writeBack}}};
        QCOMPARE(ui::timelineEntry(note).family == QLatin1String("verified"), w == domain::WriteBackState::Written);
    }
    void whatIsNotUnderstoodIsNamed()
    {
        QVERIFY(ui::unreadSentence({}).isEmpty());
        QVERIFY(ui::unreadSentence(services::WatchFault{core::ErrorCode::Timeout, {}, 1, {}}).isEmpty());
        QVERIFY(ui::unreadSentence(
            services::WatchFault{core::ErrorCode::Protocol, QStringLiteral("verified_name"), 1,
                {}}).contains(QLatin1String("verified_name")));
        QVERIFY(
            ui::unreadSentence(services::WatchFault{core::ErrorCode::Protocol, {}, 1, QStringLiteral("SENT_TO_REVIEW")})
                .contains(QLatin1String("SENT_TO_REVIEW")));
        QVERIFY(!ui::unreadSentence(services::WatchFault{core::ErrorCode::Protocol, {}, 1, {}}).isEmpty());
        const auto line = ui::timelineEntry(
            {1, QStringLiteral("unreadable-answer"), {{QStringLiteral("field"), QStringLiteral("ial_level")}}});
        QVERIFY(line.meta.contains(QLatin1String("ial_level")));
        QVERIFY(
            ui::timelineEntry({1, QStringLiteral("unknown-word"), {{QStringLiteral("word"), QStringLiteral("ODD")}}})
                .meta.contains(QLatin1String("ODD")));
    }
    void theSessionsWindowNamesIt_data()
    {
        QTest::addColumn<QString>("outcome");
        QTest::addColumn<QString>("name");
        QTest::newRow("a word") << QStringLiteral("unknown-word") << QStringLiteral("SENT_TO_REVIEW");
        QTest::newRow("a field") << QStringLiteral("two-words") << QStringLiteral("verification_status");
    }
    void theSessionsWindowNamesIt()
    {
        QFETCH(QString, outcome);
        QFETCH(QString, name);
        Bench b(30, [&outcome](lab::Options &o) {
            o.outcome = outcome;
            o.journey = std::chrono::milliseconds(300);
        });
        b.context->pollStart = std::chrono::milliseconds(200);
        b.app->tenantSessions().open(b.tenant("one"));
        auto *w = b.app->tenantSession();
        QTRY_VERIFY_WITH_TIMEOUT(await(w->directory().counts())->everyone == 30, 10000);
        domain::VerificationRequest r;
        r.reason = domain::Reason::AccountRecovery;
        r.ticket = QStringLiteral("INC1");
        r.documents = domain::documentTypes();
        r.delivery = domain::Delivery::Link;
        const auto rows = await(w->directory().quick({}, 30));
        const auto people = await(w->directory().people(*rows->rows));
        domain::Identity person;
        for (const auto &p : *people) {
            if (person.id.isEmpty() && !p.email.isEmpty() && w->verifier().starter().obstacle(p, r).isEmpty())
                person = p;
        }
        QVERIFY(!person.id.isEmpty());
        const auto s = await(w->verifier().starter().start(person, r));
        QVERIFY2(bool(s), s ? "" : qPrintable(s.error().text));
        b.app->navigator().showSession(s->id);
        auto *window = Bench::shown<ui::SessionWindow>();
        QVERIFY(window);
        const auto saysIt = [window, &name] {
            const auto labels = window->findChildren<QLabel *>();
            return std::any_of(labels.begin(), labels.end(), [&name](const QLabel *l) {
                return l->isVisible() && l->text().contains(name) && l->text().contains(QLatin1Char(' '));
            });
        };
        QTRY_VERIFY_WITH_TIMEOUT(saysIt(), 15000);
        window->close();
    }
};
IDV_TEST(SessionTexts)
#include "tst_sessiontext.moc"
