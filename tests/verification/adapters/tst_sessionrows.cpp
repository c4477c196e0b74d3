#include "store/ledger/verification/sessionrows.h"
#include "support/rawledger.h"
#include "support/registry.h"

using core::ErrorCode;
using support::RawLedger;

namespace {

/// Every field that a row keeps is filled.
domain::Session whole()
{
    auto s = RawLedger::session("s1");
    s.request.ticket = QStringLiteral("INC \"1\"; --");
    s.request.requiredIal = 3;
    s.request.documents = {QStringLiteral("passport"), QStringLiteral("national_id")};
    s.request.delivery = domain::Delivery::Sms;
    s.firstName = QStringLiteral("Ana");
    s.lastName = QStringLiteral("Ñandú");
    s.sentTo = QStringLiteral("+49 ••• 12");
    s.operatorName = QStringLiteral("tester");
    s.userHash = QStringLiteral("abcd");
    s.campaign = QStringLiteral("c1");
    s.clearsVerified = true;
    s.startedBy = QStringLiteral("2c91");
    s.startedAs = domain::StartedAs::Program;
    s.writeBack = QStringLiteral("not-needed");
    return s;
}

domain::Session updated(domain::Session s)
{
    s.state = domain::SessionState::Verified;
    s.providerId = core::ProviderSessionId(QStringLiteral("k1-one"));
    s.expiresAt += 5;
    s.closedAt = RawLedger::now + 1;
    s.lastCheckedAt = RawLedger::now + 2;
    s.closingReason = QStringLiteral("a sentence");
    s.ial = 2;
    s.verifiedName = QStringLiteral("ANA NANDU");
    s.documentType = QStringLiteral("passport");
    s.completedAt = RawLedger::now + 3;
    s.writeBack = QStringLiteral("asked");
    s.writeBackDetail = QStringLiteral("1/7");
    s.writeBackAt = RawLedger::now + 4;
    s.source = QStringLiteral("both");
    s.boundAt = RawLedger::now + 5;
    s.boundHow = QStringLiteral("code");
    s.resetState = QStringLiteral("asked");
    s.resetAt = RawLedger::now + 6;
    s.resetVia = QStringLiteral("EMAIL_WORK");
    s.reviewer = QStringLiteral("2c92");
    return s;
}

void isSame(const domain::Session &a, const domain::Session &b)
{
    QCOMPARE(a.state, b.state);
    QCOMPARE(a.request.reason, b.request.reason);
    QCOMPARE(a.request.ticket, b.request.ticket);
    QCOMPARE(a.request.requiredIal, b.request.requiredIal);
    QCOMPARE(a.request.documents, b.request.documents);
    QCOMPARE(a.request.delivery, b.request.delivery);
    QCOMPARE(QStringList({a.personName, a.firstName, a.lastName, a.sentTo, a.operatorName, a.userHash, a.campaign,
                 a.startedBy, a.closingReason, a.verifiedName, a.documentType, a.writeBack, a.writeBackDetail, a.source,
                 a.boundHow, a.resetState, a.resetVia, a.reviewer}),
        QStringList({b.personName, b.firstName, b.lastName, b.sentTo, b.operatorName, b.userHash, b.campaign,
            b.startedBy, b.closingReason, b.verifiedName, b.documentType, b.writeBack, b.writeBackDetail, b.source,
            b.boundHow, b.resetState, b.resetVia, b.reviewer}));
    QCOMPARE(a.providerId.str(), b.providerId.str());
    QCOMPARE(a.createdAt, b.createdAt);
    QCOMPARE(a.expiresAt, b.expiresAt);
    QCOMPARE(a.ial, b.ial);
    QCOMPARE(a.closedAt, b.closedAt);
    QCOMPARE(a.lastCheckedAt, b.lastCheckedAt);
    QCOMPARE(a.completedAt, b.completedAt);
    QCOMPARE(a.writeBackAt, b.writeBackAt);
    QCOMPARE(a.boundAt, b.boundAt);
    QCOMPARE(a.resetAt, b.resetAt);
    QCOMPARE(a.clearsVerified, b.clearsVerified);
    QCOMPARE(a.startedAs, b.startedAs);
}

} // namespace

class RowsOfSessions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void oneIsReadAsItWasWritten()
    {
        RawLedger l;
        const auto first = whole();
        QVERIFY(store::sql::insertSession(l.connection(), first, QStringLiteral("aa11")));
        auto back = store::sql::readSession(l.connection(), first.id);
        QVERIFY(back);
        isSame(*back, first);
        QVERIFY(back->hasNonce);
        QCOMPARE(back->version, 0);
        const auto later = updated(*back);
        QVERIFY(store::sql::updateSession(l.connection(), later));
        back = store::sql::readSession(l.connection(), first.id);
        isSame(*back, later);
        QCOMPARE(back->version, 1);
    }
    void oneWithoutAnythingHasNothing()
    {
        RawLedger l;
        QVERIFY(store::sql::insertSession(l.connection(), RawLedger::session("s1"), {}));
        const auto back = store::sql::readSession(l.connection(), core::SessionId(QStringLiteral("s1")));
        QVERIFY(!back->hasNonce && !back->ial && !back->closedAt && !back->completedAt && !back->boundAt);
        QVERIFY(back->campaign.isEmpty() && back->verifiedName.isEmpty());
        QCOMPARE(back->startedAs, domain::StartedAs::Unknown);
    }
    void whoeverKnewAnOlderRowChangesNothing()
    {
        RawLedger l;
        QVERIFY(store::sql::insertSession(l.connection(), RawLedger::session("s1"), {}));
        const auto old = *store::sql::readSession(l.connection(), core::SessionId(QStringLiteral("s1")));
        QVERIFY(store::sql::updateSession(l.connection(), updated(old)));
        auto other = old;
        other.state = domain::SessionState::Cancelled;
        const auto r = store::sql::updateSession(l.connection(), other);
        QVERIFY(!r);
        QCOMPARE(r.error().code, ErrorCode::Conflict);
        QCOMPARE(store::sql::readSession(l.connection(), old.id)->state, domain::SessionState::Verified);
    }
    void everyStateReasonAndWayComesBack()
    {
        RawLedger l;
        for (int i = 0; i < domain::sessionStateCount; ++i) {
            auto s =
                RawLedger::session(qPrintable(QStringLiteral("s%1").arg(i)), qPrintable(QStringLiteral("p%1").arg(i)));
            s.state = domain::SessionState(i);
            s.request.reason = domain::Reason(i % domain::reasonCount);
            s.request.delivery = domain::Delivery(i % 3);
            QVERIFY(store::sql::insertSession(l.connection(), s, {}));
            const auto back = store::sql::readSession(l.connection(), s.id);
            QVERIFY2(back && back->state == s.state && back->request.reason == s.request.reason &&
                         back->request.delivery == s.request.delivery,
                qPrintable(s.id.str()));
        }
    }
    void aWordThatIsNotKnownMakesTheRowUnreadable_data()
    {
        QTest::addColumn<QString>("column");
        QTest::newRow("state") << QStringLiteral("state");
        QTest::newRow("reason") << QStringLiteral("reason");
        QTest::newRow("delivery") << QStringLiteral("delivery");
    }
    void aWordThatIsNotKnownMakesTheRowUnreadable()
    {
        QFETCH(QString, column);
        RawLedger l;
        QVERIFY(store::sql::insertSession(l.connection(), RawLedger::session("s1"), {}));
        l.run(QStringLiteral("UPDATE session SET %1 = 'of a later version'").arg(column));
        const auto r = store::sql::readSession(l.connection(), core::SessionId(QStringLiteral("s1")));
        QVERIFY(!r);
        QCOMPARE(r.error().code, ErrorCode::Storage);
        QCOMPARE(r.error().detail, QStringLiteral("s1"));
    }
    void oneThatIsNotThereIsNotFound()
    {
        RawLedger l;
        QCOMPARE(store::sql::readSession(l.connection(), core::SessionId(QStringLiteral("none"))).error().code,
            ErrorCode::NotFound);
    }
    void aNameThatComesLateIsRemovedInItsTimeToo()
    {
        RawLedger l;
        QVERIFY(store::sql::insertSession(l.connection(), RawLedger::session("s1"), {}));
        l.run(QStringLiteral("UPDATE session SET redacted_at = 5"));
        auto s = *store::sql::readSession(l.connection(), core::SessionId(QStringLiteral("s1")));
        QVERIFY(store::sql::updateSession(l.connection(), s));
        QCOMPARE(l.value(QStringLiteral("SELECT redacted_at FROM session")).toInt(), 5);
        s = *store::sql::readSession(l.connection(), s.id);
        s.verifiedName = QStringLiteral("ANA NANDU");
        QVERIFY(store::sql::updateSession(l.connection(), s));
        QVERIFY(l.value(QStringLiteral("SELECT redacted_at FROM session")).isNull());
    }
    void notesStandInTheirOrder()
    {
        RawLedger l;
        const core::SessionId one(QStringLiteral("s1")), other(QStringLiteral("s2"));
        QVERIFY(store::sql::insertSession(l.connection(), RawLedger::session("s1", "p1"), {}));
        QVERIFY(store::sql::insertSession(l.connection(), RawLedger::session("s2", "p2"), {}));
        const QJsonObject detail{{QStringLiteral("word"), QStringLiteral("“quoted”")}};
        QVERIFY(store::sql::appendNote(l.connection(), one, {9, QStringLiteral("created"), detail}));
        QVERIFY(store::sql::appendNote(l.connection(), other, {1, QStringLiteral("created"), {}}));
        QVERIFY(store::sql::appendNote(l.connection(), one, {3, QStringLiteral("sent"), {}}));
        const auto notes = store::sql::readNotes(l.connection(), one);
        QCOMPARE(notes->size(), 2);
        QCOMPARE(notes->first().kind, QStringLiteral("created"));
        QCOMPARE(notes->first().detail, detail);
        QCOMPARE(notes->last().at, 3);
        QVERIFY(store::sql::readNotes(l.connection(), core::SessionId(QStringLiteral("none")))->isEmpty());
    }
};
IDV_TEST(RowsOfSessions)
#include "tst_sessionrows.moc"
