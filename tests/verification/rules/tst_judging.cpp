#include "domain/callbacks/callbackrecord.h"
#include "domain/verification/resultevaluation.h"
#include "support/registry.h"
#include <QtTest>

using domain::DateQuality;
using domain::SessionEvent;
using domain::SessionState;

class Judging : public QObject
{
    Q_OBJECT
    static constexpr core::Instant now = 1'795'000'000'000; // 2026-11-18
    static domain::Session session()
    {
        domain::Session s;
        s.personName = QStringLiteral("Ana Ruiz");
        s.firstName = QStringLiteral("Ana");
        s.lastName = QStringLiteral("Ruiz");
        s.providerId = core::ProviderSessionId(QStringLiteral("k1"));
        s.createdAt = now - 60000;
        s.request.requiredIal = 2;
        s.request.documents = {QStringLiteral("passport")};
        return s;
    }
    static domain::ProviderResult pass()
    {
        domain::ProviderResult r;
        r.status = domain::ProviderStatus::Passed;
        r.session = core::ProviderSessionId(QStringLiteral("k1"));
        r.ial = 2;
        r.verifiedName = QStringLiteral("ANA RUIZ");
        r.documentType = QStringLiteral("passport");
        r.completedAt = {now - 1000, DateQuality::Exact};
        return r;
    }
    static QString cause(const std::function<void(domain::ProviderResult &, domain::Session &)> &change)
    {
        auto r = pass();
        auto s = session();
        change(r, s);
        return domain::reviewReasonKey(domain::evaluateResult(r, s, now).cause);
    }
private Q_SLOTS:
    void aWholePassPasses() { QCOMPARE(domain::evaluateResult(pass(), session(), now).event, SessionEvent::Pass); }
    void everyMissingConditionHolds()
    {
        QCOMPARE(cause([](auto &r, auto &) { r.ial = 1; }), QStringLiteral("level-too-low"));
        QCOMPARE(cause([](auto &r, auto &) { r.ial.reset(); }), QStringLiteral("level-missing"));
        QCOMPARE(cause([](auto &r, auto &) { r.documentType = QStringLiteral("library_card"); }),
            QStringLiteral("document-not-allowed"));
        QCOMPARE(cause([](auto &r, auto &) { r.completedAt = {}; }), QStringLiteral("completed-at-missing"));
        QCOMPARE(cause([](auto &r, auto &) { r.completedAt.at = now + 6 * core::minuteMs; }),
            QStringLiteral("completed-at-implausible"));
        QCOMPARE(cause([](auto &r, auto &s) { r.completedAt.at = s.createdAt - 6 * core::minuteMs; }),
            QStringLiteral("completed-at-implausible"));
        QCOMPARE(cause([](auto &r, auto &) { r.verifiedName = QStringLiteral("Anna Ruiz"); }),
            QStringLiteral("name-differs"));
        QCOMPARE(cause([](auto &r, auto &) { r.verifiedName.clear(); }), QStringLiteral("name-missing"));
        QCOMPARE(cause([](auto &r, auto &) { r.session = core::ProviderSessionId(QStringLiteral("k2")); }),
            QStringLiteral("other-session"));
        const auto name = [](auto &r, auto &s, const char *theirs) {
            s.userHash = domain::userDigest(QStringLiteral("Ana.Ruiz@halden.example"));
            r.userHash = domain::userDigest(QString::fromLatin1(theirs));
        };
        QCOMPARE(cause([&](auto &r, auto &s) { name(r, s, "eve@halden.example"); }), QStringLiteral("other-person"));
        QCOMPARE(cause([&](auto &r, auto &s) { name(r, s, " ana.ruiz@HALDEN.example"); }), QString());
        QCOMPARE(cause([&](auto &r, auto &s) { name(r, s, ""); }), QString());
        QVERIFY(domain::onlyNewSessionHelps(domain::ReviewReason::OtherPerson));
        QCOMPARE(cause([](auto &r, auto &) { r.session = {}; }), QStringLiteral("other-session"));
        QCOMPARE(cause([](auto &, auto &s) { s.providerId = {}; }), QStringLiteral("other-session"));
        QCOMPARE(cause([](auto &r, auto &) { r.failureReason = QStringLiteral("SPOOF_DETECTED"); }),
            QStringLiteral("pass-with-failure-reason"));
        QCOMPARE(cause([](auto &r, auto &) { r.failureReason = QStringLiteral(" "); }), QString());
    }
    void anAccountIsNeverRecoveredAtTheLowestLevel()
    {
        // As a row may say that somebody wrote by hand, or an older console.
        const auto lowest = [](auto &r, auto &s) {
            r.ial = 1;
            s.request.requiredIal = 1;
            s.request.reason = domain::Reason::Periodic;
        };
        QCOMPARE(cause(lowest), QString());
        QCOMPARE(cause([&](auto &r, auto &s) {
            lowest(r, s);
            s.request.reason = domain::Reason::AccountRecovery;
        }),
            QStringLiteral("level-too-low"));
        domain::Session s = session();
        s.state = SessionState::NeedsReview;
        s.closingReason = domain::reviewReasonKey(domain::ReviewReason::NameDiffers);
        s.source = domain::sourceStatusQuery;
        s.documentType = QStringLiteral("passport");
        s.completedAt = now - 1000;
        s.ial = s.request.requiredIal = 1;
        s.request.reason = domain::Reason::Periodic;
        QVERIFY(domain::canBeAccepted(s));
        s.request.reason = domain::Reason::AccountRecovery;
        QVERIFY(!domain::canBeAccepted(s));
        s.ial = 2;
        QVERIFY(domain::canBeAccepted(s));
    }
    void everyReviewReasonHasItsKey()
    {
        QSet<QString> keys;
        for (int i = 1; i <= int(domain::ReviewReason::PassWithFailureReason); ++i) {
            const auto c = domain::ReviewReason(i);
            QVERIFY(!domain::reviewReasonKey(c).isEmpty());
            QCOMPARE(domain::reviewReasonFromKey(domain::reviewReasonKey(c)), c);
            keys << domain::reviewReasonKey(c);
        }
        QCOMPARE(keys.size(), int(domain::ReviewReason::PassWithFailureReason));
        QCOMPARE(domain::reviewReasonFromKey(QStringLiteral("nothing of ours")), domain::ReviewReason::None);
    }
    void aPassWithAFailureReasonIsNobodysToAccept()
    {
        domain::Session s = session();
        s.state = SessionState::NeedsReview;
        s.ial = 2;
        s.documentType = QStringLiteral("passport");
        s.completedAt = now;
        s.source = QStringLiteral("status-query");
        s.closingReason = domain::reviewReasonKey(domain::ReviewReason::NameDiffers);
        QVERIFY(domain::canBeAccepted(s));
        s.closingReason = domain::reviewReasonKey(domain::ReviewReason::PassWithFailureReason);
        QVERIFY(!domain::canBeAccepted(s) && domain::onlyNewSessionHelps(domain::ReviewReason::PassWithFailureReason));
    }
    void agreedDifferencesAreLeftToAPerson()
    {
        auto r = pass();
        r.verifiedName = QStringLiteral("RUIZ, ANA");
        QCOMPARE(domain::evaluateResult(r, session(), now).cause, domain::ReviewReason::None);
        QCOMPARE(domain::evaluateResult(r, session(), now, {QStringLiteral("order")}).cause,
            domain::ReviewReason::NameDiffers);
        QCOMPARE(
            domain::evaluateResult(r, session(), now, {QStringLiteral("accents")}).cause, domain::ReviewReason::None);
        r.verifiedName = QStringLiteral("EVA STONE"); // an agreement never lets another name pass
        QCOMPARE(domain::evaluateResult(r, session(), now, {QStringLiteral("order")}).cause,
            domain::ReviewReason::NameDiffers);
    }
    void aCallbackThatWasPutAsideFitsOnlyItsSession_data()
    {
        QTest::addColumn<QString>("known");
        QTest::addColumn<SessionState>("state");
        QTest::addColumn<QString>("user");
        QTest::addColumn<QString>("entryState");
        QTest::addColumn<bool>("fits");
        const QString aside = QStringLiteral("quarantined"), ana = QStringLiteral("ana");
        QTest::newRow("the same id") << "k1" << SessionState::Pending << QString() << aside << true;
        QTest::newRow("the same id, closed") << "k1" << SessionState::Expired << QString() << aside << true;
        QTest::newRow("another id") << "k2" << SessionState::Pending << ana << aside << false;
        QTest::newRow("the same id, another user")
            << "k1" << SessionState::Pending << QStringLiteral("eve") << aside << false;
        QTest::newRow("unanswered start, same user") << "" << SessionState::LaunchUnknown << ana << aside << true;
        QTest::newRow("unanswered start, no user") << "" << SessionState::LaunchUnknown << QString() << aside << false;
        QTest::newRow("unanswered start, another user")
            << "" << SessionState::LaunchUnknown << QStringLiteral("eve") << aside << false;
        QTest::newRow("refused start") << "" << SessionState::LaunchFailed << ana << aside << false;
        QTest::newRow("applied already") << "k1" << SessionState::Pending << ana << QStringLiteral("applied") << false;
        QTest::newRow("dismissed") << "k1" << SessionState::Pending << ana << QStringLiteral("dismissed") << false;
    }
    void aCallbackThatWasPutAsideFitsOnlyItsSession()
    {
        QFETCH(QString, known);
        QFETCH(SessionState, state);
        QFETCH(QString, user);
        QFETCH(QString, entryState);
        QFETCH(bool, fits);
        domain::Session s = session();
        s.providerId = core::ProviderSessionId(known);
        s.state = state;
        s.userHash = domain::userDigest(QStringLiteral("ana"));
        domain::InboxEntry e;
        e.state = entryState;
        e.callback.result = pass();
        e.callback.result.userHash = domain::userDigest(user);
        QCOMPARE(domain::assignmentFault(e, s) == nullptr, fits);
    }
    // What an older version stored under a word that it read more freely.
    void aStoredWordIsReadAgain_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<int>("status");
        using P = domain::ProviderStatus;
        QTest::newRow("the very word") << QStringLiteral("VERIFIED") << int(P::Passed);
        QTest::newRow("a sign more") << QStringLiteral("!VERIFIED") << int(P::Unknown);
        QTest::newRow("another word") << QStringLiteral("FAILED") << int(P::Unknown);
        QTest::newRow("none") << QString() << int(P::Unknown);
    }
    void aStoredWordIsReadAgain()
    {
        QFETCH(QString, word);
        auto r = pass();
        r.statusWord = word;
        auto stored = domain::resultToJson(r);
        stored.remove(QStringLiteral("meaning")); // of a version that read words more freely, and had no others
        const auto back = domain::resultFromJson(stored);
        QTEST(int(back.status), "status");
        QCOMPARE(back.statusWord, word);
        QCOMPARE(back.ial, r.ial);
        QCOMPARE(int(back.completedAt.quality), int(DateQuality::Exact));
        auto json = domain::resultToJson(r);
        json.insert(QStringLiteral("completedQuality"), 99);
        QCOMPARE(int(domain::resultFromJson(json).completedAt.quality), int(DateQuality::Future));
    }
    void aNameNeverRescuesAFailure()
    {
        auto r = pass();
        r.status = domain::ProviderStatus::Failed;
        QCOMPARE(domain::evaluateResult(r, session(), now).event, SessionEvent::ProviderFailed);
    }
    void onlyExactWordsCount_data()
    {
        using P = domain::ProviderStatus;
        QTest::addColumn<QString>("word");
        QTest::addColumn<int>("status");
        const auto row = [](const char *word, P status) {
            QTest::newRow(*word ? word : "nothing") << QString::fromUtf8(word) << int(status);
        };
        for (const char *w : {"VERIFIED", "verified", "Verified", " VERIFIED ", "passed", "PASSED"})
            row(w, P::Passed);
        for (const char *w : {"pending", "CREATED", "sent", "opened", "Started", "In Progress", "IN_PROGRESS",
                 "in-progress", "InProgress", "processing", "submitted"})
            row(w, P::InProgress);
        row("failed", P::Failed);
        row("Declined", P::Declined);
        row("ABANDONED", P::Abandoned);
        row("expired", P::Expired);
        row("cancelled", P::Cancelled);
        row("CANCELED", P::Cancelled);
        // A sign more is another word; "Completed" says nothing about pass or fail.
        for (const char *w : {"!VERIFIED", "VERIFIED?", "VERIFIED!", "VERIFIED.", "-VERIFIED", "VERIFIED-", "VERIFIED_",
                 "_VERIFIED", "(VERIFIED)", "\"VERIFIED\"", "VERI FIED", "VERI_FIED", "V.E.R.I.F.I.E.D", "NOT VERIFIED",
                 "NOT_VERIFIED", "UNVERIFIED", "VERIFIED, NOT", "VERIFIED\u200b", "\u200bVERIFIED", "VERIFI\u0116D",
                 "\uff36ERIFIED", "pa\u017f\u017fed", "VER\u0130FIED", "in  progress", "in.progress", "in_progress_",
                 "FAILED?", "fail-ed", "PENDING...", "Completed", "Kyc Expired", "", " ", "0", "true"})
            row(w, P::Unknown);
    }
    void onlyExactWordsCount()
    {
        QFETCH(QString, word);
        QTEST(int(domain::providerStatus(word)), "status");
    }
    void anUnknownWordMovesNothing()
    {
        using P = domain::ProviderStatus;
        domain::ProviderResult r = pass();
        r.status = P::Unknown;
        QCOMPARE(domain::evaluateResult(r, session(), now).event, SessionEvent::StillOpen);
    }
};
IDV_TEST(Judging)
#include "tst_judging.moc"
