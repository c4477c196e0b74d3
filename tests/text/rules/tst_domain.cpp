#include "domain/audit/audit.h"
#include "domain/callbacks/callbackrecord.h"
#include "domain/identities/contact.h"
#include "domain/reverification/reverification.h"
#include "domain/tenants/tenant.h"
#include "domain/verification/resultevaluation.h"
#include "domain/verification/writeback.h"
#include "support/registry.h"
#include <QDateTime>
#include <QJsonArray>
#include <QRandomGenerator>
#include <QtTest>

using domain::DateQuality;
using domain::SessionEvent;
using domain::SessionState;

static const core::Instant now = 1'795'000'000'000; // 2026-11-18

class Instants : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("at");
        QTest::addColumn<QString>("quality");
        const qint64 t = 1787393700000; // 2026-08-22T10:15:00Z
        const auto row = [](const char *name, const char *text, qint64 at, const char *quality) {
            QTest::newRow(name) << QString::fromUtf8(text) << at << QString::fromLatin1(quality);
        };
        row("z", "2026-08-22T10:15:00Z", t, "exact");
        row("millis", "2026-08-22T10:15:00.123Z", t + 123, "exact");
        row("nine digits", "2026-08-22T10:15:00.123456789Z", t + 123, "exact");
        row("lower case", "2026-08-22t10:15:00z", t, "exact");
        row("offset", "2026-08-22T12:15:00+02:00", t, "exact");
        row("offset without colon", "2026-08-22T05:15:00-0500", t, "exact");
        row("space", "2026-08-22 10:15:00Z", t, "exact");
        row("leap second", "2026-08-22T10:14:60Z", t, "exact");
        row("no seconds", "2026-08-22T10:15Z", t, "exact");
        row("no zone", "2026-08-22T10:15:00", t, "zone-assumed");
        row("unknown zone", "2026-08-22T10:15:00-00:00", t, "zone-assumed");
        row("day", "2026-08-22", 1787356800000, "date-only");
        row("epoch ms", "1787393700000", t, "exact");
        row("epoch s", "1787393700", t, "exact");
        row("future", "2099-01-01T00:00:00Z", 4070908800000, "future");
        row("word", "last spring", 0, "unreadable");
        row("bad day", "2026-02-30", 0, "unreadable");
        row("bad hour", "2026-08-22T25:15:00Z", 0, "unreadable");
        row("eleven digits", "17873937000", 0, "unreadable");
        row("empty", "", 0, "absent");
        row("null word", "null", 0, "absent");
    }
    void reads()
    {
        QFETCH(QString, text);
        QFETCH(qint64, at);
        QFETCH(QString, quality);
        const auto p = domain::parseInstant(text, now);
        QCOMPARE(domain::qualityName(p.quality), quality);
        QCOMPARE(p.at.value_or(0), at);
    }
    void neverGuessesNow()
    {
        for (const char *s : {"", "x", "0", "true", "2026-13-01"})
            QVERIFY(!domain::parseInstant(QString::fromLatin1(s), now).at);
        QVERIFY(!domain::parseInstant(QJsonValue(true), now).at);
        QCOMPARE(domain::parseInstant(QJsonValue(QJsonValue::Null), now).quality, DateQuality::Absent);
        QCOMPARE(domain::parseInstant(QJsonValue(1787393700000.0), now).at.value_or(0), 1787393700000);
    }
    void theFastPathEqualsTheSlowOne()
    {
        QRandomGenerator random(7);
        for (int i = 0; i < 20000; ++i) {
            const qint64 at = qint64(random.generate64() % 4'000'000'000'000ULL);
            const QString s = domain::formatInstant(at);
            QCOMPARE(domain::parseExactUtc(s.toStdString()).value_or(-1), at);
            QCOMPARE(domain::parseInstant(s, at).at.value_or(-1), at);
        }
        for (const char *bad : {"2026-02-30T00:00:00Z", "2026-08-22T10:15:00", "2026-08-22T10:15:00.12Z",
                 "x026-08-22T10:15:00Z", "2026-08-22T24:15:00Z"})
            QVERIFY(!domain::parseExactUtc(bad));
    }
};
IDV_TEST(Instants)

class ReverificationStatus : public QObject
{
    Q_OBJECT
    static domain::IdvFacts facts(const char *date, const char *status = "VERIFIED")
    {
        domain::IdvFacts f;
        f.status = QString::fromLatin1(status);
        f.dateRaw = QString::fromLatin1(date);
        f.date = domain::parseInstant(f.dateRaw, now);
        return f;
    }
private Q_SLOTS:
    void exactlyOneStatusInOrder()
    {
        using S = domain::IdentityStatus;
        using O = domain::SessionOverlay;
        const domain::ReverificationInterval rule;
        const auto at = [&](const domain::IdvFacts &f, O o = {}) { return domain::statusOf(f, o, rule, now); };
        const auto good = facts("2026-06-01T00:00:00Z");
        QCOMPARE(at(good), S::Verified);
        QCOMPARE(at(good, {O::Open, now}), S::Pending);
        QCOMPARE(at(good, {O::Held, now}), S::Pending);
        QCOMPARE(at(good, {O::Failed, now}), S::Failed);
        QCOMPARE(at(good, {O::Failed, *good.date.at - 1}), S::Verified); // an older failure does not count
        QCOMPARE(at(facts("", "")), S::Never);
        QCOMPARE(at(facts("", ""), {O::Failed, 5}), S::Failed);
        QCOMPARE(at(facts("2026-06-01T00:00:00Z", "FAILED")), S::Failed);
        QCOMPARE(at(facts("", "PENDING")), S::Pending);
        QCOMPARE(at(facts("2024-06-01T00:00:00Z")), S::Overdue);
        QCOMPARE(at(facts("gibberish")), S::Overdue);
        QCOMPARE(at(facts("2099-06-01T00:00:00Z")), S::Overdue);
    }
    void equalityIsDue()
    {
        using S = domain::IdentityStatus;
        const domain::ReverificationInterval rule{10, 3, 1};
        domain::IdvFacts f = facts("2026-06-01T00:00:00Z");
        const core::Instant due = *f.date.at + 10 * core::dayMs;
        QCOMPARE(domain::statusAt(domain::StatusKind::Dated, due, due - 3 * core::dayMs, due), S::Overdue);
        QCOMPARE(domain::statusAt(domain::StatusKind::Dated, due, due - 3 * core::dayMs, due - 1), S::DueSoon);
        QCOMPARE(
            domain::statusAt(domain::StatusKind::Dated, due, due - 3 * core::dayMs, due - 3 * core::dayMs), S::DueSoon);
        QCOMPARE(domain::statusAt(domain::StatusKind::Dated, due, due - 3 * core::dayMs, due - 3 * core::dayMs - 1),
            S::Verified);
        QCOMPARE(domain::dueAt(f, rule).value_or(0), due);
    }
    void readsLevelsAndFlags()
    {
        QCOMPARE(domain::parseIal(QStringLiteral("IAL2")).value_or(0), 2);
        QCOMPARE(domain::parseIal(QStringLiteral("2.0")).value_or(0), 2);
        QVERIFY(!domain::parseIal(QStringLiteral("2.5")) && !domain::parseIal(QStringLiteral("")) &&
                !domain::parseIal(QStringLiteral("9")));
        QCOMPARE(domain::parseFlag(QStringLiteral(" TRUE ")).value_or(false), true);
        QVERIFY(!domain::parseFlag(QStringLiteral("maybe")));
    }
};
IDV_TEST(ReverificationStatus)

class StateMachine : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyStateMeetsEveryEvent()
    {
        // One line a state, one letter an event, in the order of SessionEvent: the word's first letter of the state it
        // moves to (P pending, V verified, F failed, D declined, A abandoned, E expired, C cancelled, H held, L launch
        // failed, U unknown, O provisional), = repeat, - late, ! dispute, . illegal.
        const QHash<SessionState, const char *> table{{SessionState::Launching, "PLUP.............."},
            {SessionState::LaunchUnknown, "PL=PC.OVHFDAEECC.."}, {SessionState::Pending, "=..=.=OVHFDAEECC.."},
            {SessionState::Provisional, "=..=.==VH!!!!H!C.."}, {SessionState::NeedsReview, ".....-===!!!!=!CVF"},
            {SessionState::LaunchFailed, "...-.--!!!!!---..."}, {SessionState::Verified, "...-.-==!!!!---..."},
            {SessionState::Failed, "...-.--!!=!!---..."}, {SessionState::Declined, "...-.--!!!=!---..."},
            {SessionState::Abandoned, "...-.--!!!!=---..."}, {SessionState::Expired, "...-.--!!!!!==-..."},
            {SessionState::Cancelled, "...-.--!!!!!--=..."}};
        const QByteArray letters("?ULPOHVFDAEC");
        for (int s = 0; s < domain::sessionStateCount; ++s) {
            QByteArray expected(table.value(SessionState(s)));
            QCOMPARE(expected.size(), domain::sessionEventCount);
            // OperatorStopped is late after an end, and a repeat of Cancelled.
            if (domain::isTerminal(SessionState(s)))
                expected[int(SessionEvent::OperatorStopped)] = SessionState(s) == SessionState::Cancelled ? '=' : '-';
            for (int e = 0; e < domain::sessionEventCount; ++e) {
                const auto t = domain::next(SessionState(s), SessionEvent(e));
                char got = '.';
                switch (t.kind) {
                case domain::Transition::Move:
                    got = t.to == SessionState::LaunchUnknown  ? 'U'
                          : t.to == SessionState::LaunchFailed ? 'L'
                                                               : letters.at(int(t.to));
                    break;
                case domain::Transition::Repeat: got = '='; break;
                case domain::Transition::Late: got = '-'; break;
                case domain::Transition::Dispute: got = '!'; break;
                case domain::Transition::Illegal: got = '.'; break;
                }
                QVERIFY2(got == expected.at(e), qPrintable(QStringLiteral("%1 x %2: got %3, expected %4")
                                                               .arg(domain::stateKey(SessionState(s)))
                                                               .arg(e)
                                                               .arg(QLatin1Char(got))
                                                               .arg(QLatin1Char(expected.at(e)))));
            }
        }
    }
    void aTerminalResultIsNeverReplaced()
    {
        for (int s = 0; s < domain::sessionStateCount; ++s) {
            if (!domain::isTerminal(SessionState(s)))
                continue;
            for (int e = 0; e < domain::sessionEventCount; ++e) {
                const auto t = domain::next(SessionState(s), SessionEvent(e));
                QVERIFY(t.kind != domain::Transition::Move);
                if (t.kind == domain::Transition::Dispute)
                    QCOMPARE(t.to, SessionState::NeedsReview);
            }
        }
    }
};
IDV_TEST(StateMachine)

class Judging : public QObject
{
    Q_OBJECT
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
        const auto back = domain::resultFromJson(domain::resultToJson(r));
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

class WriteBackPlans : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theOutcomeTable()
    {
        domain::Tenant t;
        domain::Session s;
        s.providerId = core::ProviderSessionId(QStringLiteral("k1"));
        s.state = SessionState::Verified;
        s.ial = 2;
        s.verifiedName = QStringLiteral("ANA RUIZ");
        s.documentType = QStringLiteral("passport");
        s.completedAt = 1787393700000;
        const auto plan = domain::planFor(s, t);
        QCOMPARE(plan.writes.size(), 7);
        for (const auto &w : plan.writes) {
            if (w.field == domain::Field::IdvVerifiedDate)
                QCOMPARE(w.value, QStringLiteral("2026-08-22T10:15:00.000Z"));
        }
        s.state = SessionState::Failed;
        QStringList names;
        for (const auto &w : domain::planFor(s, t).writes)
            names << w.attribute;
        QCOMPARE(names, QStringList({QStringLiteral("idvStatus"), QStringLiteral("idvSessionId")}));
        t.failedClearsVerified = true;
        QCOMPARE(domain::planFor(s, t).writes.size(), 3);
        for (const auto &w : domain::planFor(s, t).writes)
            QVERIFY(w.field != domain::Field::IdvVerifiedDate);
        for (const auto state : {SessionState::NeedsReview, SessionState::Expired, SessionState::Cancelled,
                 SessionState::Declined, SessionState::LaunchUnknown}) {
            s.state = state;
            QVERIFY(domain::planFor(s, t).isEmpty());
        }
        s.state = SessionState::Pending;
        QVERIFY(domain::planFor(s, t).isEmpty());
        t.writesPending = true;
        QCOMPARE(domain::planFor(s, t).writes.size(), 1);
    }
    void noConstantStandsForAMissingFact()
    {
        domain::Session s;
        s.state = SessionState::Verified;
        for (const auto &w : domain::planFor(s, {}).writes)
            QVERIFY(w.field == domain::Field::IdvVerified || w.field == domain::Field::IdvStatus);
    }
};
IDV_TEST(WriteBackPlans)

class Tenants_ : public QObject
{
    Q_OBJECT
    static domain::Tenant good()
    {
        domain::Tenant t;
        t.name = QStringLiteral("Acme");
        t.sailpointUrl = QStringLiteral("https://acme.api.identitynow.com");
        t.clientId = QStringLiteral("b61429f5a84c4f4f9f3b3f9e8e6b1c52");
        t.idvUrl = QStringLiteral("https://acme.1kosmos.net");
        t.communityId = QStringLiteral("5f3d");
        return t;
    }
private Q_SLOTS:
    void aGoodTenantHasNoFault() { QVERIFY(domain::validate(good()).isEmpty()); }
    void everyFaultNamesItsField_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("value");
        const auto row = [](const char *name, const char *field, const char *value) {
            QTest::newRow(name) << QString::fromLatin1(field) << QString::fromLatin1(value);
        };
        row("no name", "name", " ");
        row("placeholder url", "sailpoint-url", "https://[tenant].api.identitynow.com");
        row("change me", "sailpoint-url", "https://CHANGE_ME.api.identitynow.com");
        row("plain http", "sailpoint-url", "http://acme.api.identitynow.com");
        row("ftp", "sailpoint-url", "ftp://acme.api.identitynow.com");
        row("no scheme", "sailpoint-url", "acme.api.identitynow.com");
        row("user info", "sailpoint-url", "https://a:b@acme.api.identitynow.com");
        row("query", "sailpoint-url", "https://acme.api.identitynow.com?x=1");
        row("browser address", "sailpoint-url", "https://acme.identitynow.com");
        row("no client", "client-id", "");
        row("placeholder client", "client-id", "CHANGE_ME");
        row("idv http", "idv-url", "http://acme.1kosmos.net");
        row("no community", "community", "");
        row("placeholder community", "community", "[communityId]");
        row("session path", "session-path", "api/v1");
        row("status path", "status-path", "/api/v1/x");
        row("client with a header", "client-id", "abc\r\nX-Injected: yes");
        row("community with a line", "community", "5f3d\n5f3e");
        row("name with a bell", "name", "Ac\ame");
        row("path with a line end", "session-path", "/api/v1\r\nX-Injected: yes");
        row("path with a hidden line end", "session-path", "/api/v1%0d%0aX-Injected:yes");
        row("path upwards", "status-path", "/api/../{sessionId}");
        row("path upwards, encoded", "status-path", "/api/%2e%2E/{sessionId}");
        row("path with a fragment", "status-path", "/api/#{sessionId}");
        row("path of another host", "session-path", "//elsewhere.example/api");
        row("path beyond ASCII", "session-path", "/api/\xE9");
        row("tag with a line end", "tenant-tag", "blue\r\nX-Injected: yes");
        row("tag beyond ASCII", "tenant-tag", "\xE9");
        row("proxy with a line", "proxy", "http://proxy.example:8080\r\nX: y");
        row("callback", "callback-base-url", "http://relay.example");
        row("proxy", "proxy", "proxy.example:8080");
        row("proxy password", "proxy", "http://a:b@proxy.example:8080");
        row("ca", "ca", "/no/such/file.pem");
    }
    void everyFaultNamesItsField()
    {
        QFETCH(QString, field);
        QFETCH(QString, value);
        auto t = good();
        const QHash<QString, QString *> where{{QStringLiteral("name"), &t.name},
            {QStringLiteral("sailpoint-url"), &t.sailpointUrl}, {QStringLiteral("client-id"), &t.clientId},
            {QStringLiteral("idv-url"), &t.idvUrl}, {QStringLiteral("community"), &t.communityId},
            {QStringLiteral("session-path"), &t.provider.createPath},
            {QStringLiteral("status-path"), &t.provider.statusPath},
            {QStringLiteral("callback-base-url"), &t.callbackBaseUrl}, {QStringLiteral("proxy"), &t.proxy},
            {QStringLiteral("ca"), &t.caFile}, {QStringLiteral("tenant-tag"), &t.provider.tenantTag}};
        *where.value(field) = value;
        const auto faults = domain::validate(t);
        QCOMPARE(faults.size(), 1);
        QCOMPARE(faults.first().field, field);
        QVERIFY(faults.first().text.size() > 15);
    }
    void ordinaryPathsAndTagsAreTaken()
    {
        auto t = good();
        t.provider.createPath = QStringLiteral("/api/v2/{communityId}/sessions?kind=idv&x=%20");
        t.provider.statusPath = QStringLiteral("/api/v2/{communityId}/sessions/{sessionId}");
        t.provider.tenantTag = QStringLiteral("blue team/1");
        QVERIFY(domain::validate(t).isEmpty());
    }
    void loopbackMayBePlain()
    {
        auto t = good();
        t.sailpointUrl = QStringLiteral("http://127.0.0.1:4010");
        t.idvUrl = QStringLiteral("http://localhost:4011");
        QVERIFY(domain::validate(t).isEmpty());
        QVERIFY(!domain::isLoopback(QUrl(QStringLiteral("http://127.0.0.1.evil.example"))));
        QVERIFY(!domain::isLoopback(QUrl(QStringLiteral("http://localhost.evil.example"))));
    }
    void strategiesAskForWhatTheyNeed()
    {
        auto t = good();
        t.writeBack = domain::WriteBackStrategy::Account;
        QCOMPARE(domain::validate(t).first().field, QStringLiteral("idv-source"));
        t.writeBack = domain::WriteBackStrategy::Workflow;
        QCOMPARE(domain::validate(t).first().field, QStringLiteral("workflow-id"));
    }
    void survivesItsJson()
    {
        auto t = good();
        t.id = core::TenantId(QStringLiteral("x"));
        t.map.set(domain::Field::IdvIal, QStringLiteral("myIal"));
        t.provider.cancelPath = QStringLiteral("/c/{sessionId}");
        t.reverification.intervalDays = 90;
        const auto back = domain::tenantFromJson(domain::tenantToJson(t));
        QVERIFY(back);
        QCOMPARE(domain::tenantToJson(*back), domain::tenantToJson(t));
    }
    void aMappingIsChecked()
    {
        QVERIFY(!domain::AttributeMap::fromJson({{QStringLiteral("idvStatus"), QStringLiteral("a b")}}));
        QVERIFY(!domain::AttributeMap::fromJson({{QStringLiteral("nonsense"), QStringLiteral("a")}}));
        QVERIFY(!domain::AttributeMap::fromJson({{QStringLiteral("idvStatus"), QStringLiteral("idvIAL")}}));
        QVERIFY(bool(domain::AttributeMap::fromJson({{QStringLiteral("mobile"), QStringLiteral("cell")}})));
    }
};
IDV_TEST(Tenants_)

class AuditChain : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void canonicalFormIsRfc8785()
    {
        const QJsonObject o{{QStringLiteral("b"), 1},
            {QStringLiteral("a"), QJsonArray{true, QJsonValue(), QStringLiteral("\u20ac\n\"\\\u0001")}},
            {QStringLiteral("\u00f6"), -5}};
        const auto c = domain::canonicalJson(o);
        QVERIFY(c);
        QCOMPARE(*c, QByteArray("{\"a\":[true,null,\"\xe2\x82\xac\\n\\\"\\\\\\u0001\"],\"b\":1,\"\xc3\xb6\":-5}"));
        QVERIFY(!domain::canonicalJson({{QStringLiteral("x"), 1.5}}));
    }
    void removingAPersonalValueKeepsTheHash()
    {
        domain::AuditRecord r;
        r.sequence = 1;
        r.previous = domain::firstPreviousHash();
        r.event.action = QStringLiteral("x");
        r.event.personal << domain::personal(QStringLiteral("name"), QStringLiteral("Ana"));
        const auto h = domain::auditHash(r);
        QVERIFY(h);
        QVERIFY(!h->isEmpty());
        auto other = r;
        other.event.personal[0].value = QStringLiteral("Bea");
        QVERIFY(*domain::auditHash(other) != *h);
        // Two people of one name do not share a digest.
        QVERIFY(domain::personalDigest(domain::personal(QStringLiteral("name"), QStringLiteral("Ana"))) !=
                domain::personalDigest(r.event.personal[0]));
    }
};
IDV_TEST(AuditChain)

class Contacts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void masks()
    {
        QCOMPARE(domain::maskPhone(QStringLiteral("+34 600 123 417")), QStringLiteral("+34 ••• ••3 417"));
        QCOMPARE(domain::maskEmail(QStringLiteral("mfernanda@hv.example")), QStringLiteral("m•••a@hv.example"));
        QVERIFY(domain::maskPhone(QStringLiteral("call me")).isEmpty());
        QVERIFY(domain::maskEmail(QStringLiteral("nobody")).isEmpty());
        QCOMPARE(domain::e164(QStringLiteral("+34 (600) 123-417")), QStringLiteral("+34600123417"));
        QVERIFY(domain::e164(QStringLiteral("600123417")).isEmpty());
        QVERIFY(domain::e164(QStringLiteral("+٣٤600123417")).isEmpty());
    }
};
IDV_TEST(Contacts)

#include "tst_domain.moc"
