#include "domain/rehearsal/seenmessage.h"
#include "support/registry.h"
#include <QJsonDocument>
#include <QtTest>

using domain::MessageKind;
using domain::ResultField;

class MessagesSeen : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void onlyWordsOfAKindAreKept_data()
    {
        QTest::addColumn<QString>("member");
        QTest::addColumn<QString>("value");
        QTest::addColumn<bool>("isKept");
        const auto row = [](const char *member, const char *value, bool kept) {
            QTest::addRow("%s = %s", member, value) << QString::fromUtf8(member) << QString::fromUtf8(value) << kept;
        };
        row("/status", "APPROVED", true);
        row("/verificationStatus", "in review", true);
        row("/data/decision", "accept", true);
        row("/ial", "IAL2", true);
        row("/assurance_level", "http://idmanagement.gov/ns/assurance/ial/2", true);
        row("/document_type", "Driver License", true);
        row("/evidence/docType", "Führerschein", true);
        row("/type", "passport", true);
        // What may name a person, or was never asked for.
        row("/verified_name", "Ann Example", false);
        row("/document_number", "CXT", false);
        row("/documentHolder", "Anna Muster", false);
        row("/documentId", "LXT", false);
        row("/document_type", "L01X00T47", false);
        row("/status", "ann@example.com", false);
        row("/state", "+49 170 1234567", false);
        row("/address/state", "Bavaria", false);
        row("/user/type", "Ann", false);
        row("/statusMessage", "Name Anna Muster does not match", false);
        row("/decisionReason", "Anna Muster", false);
        row("/result", "Name Anna Muster does not match", false);
        row("/status_url", "https", false);
        row("/comment", "fine", false);
        row("/ial", "IAL 27", false);
        row("/status", "", false);
        row("/status", "a\nb", false);
    }
    void onlyWordsOfAKindAreKept()
    {
        QFETCH(QString, member);
        QFETCH(QString, value);
        QFETCH(bool, isKept);
        QCOMPARE(domain::mayKeepWord(member, value), isKept);
    }
    void aMessageIsKnownByItsForm()
    {
        const auto o = QJsonDocument::fromJson(R"({
            "event": "session.changed",
            "data": {"id": "ps-1", "state": "APPROVED", "assurance": 2, "fresh": true,
                     "finished": "2026-07-01T10:00:00Z",
                     "person": {"full_name": "Ann Example", "birth": "1970-01-01"},
                     "evidence": [{"kind": "passport", "type": "Driver License"}, {"type": "selfie"}, {},
                                  {"type": "x"}],
                     "images": ["aGVsbG8="], "none": null, "a/b~c": 1, "ann@example.com": 1, "user 4711": 2}})")
                           .object();
        const auto seen = domain::seenMessage(MessageKind::Answer, o);
        QStringList all;
        for (const auto &m : seen.members)
            all << m.at + QLatin1Char(' ') + m.type + (m.word.isEmpty() ? QString() : QLatin1Char(' ') + m.word);
        QCOMPARE(all.join(QLatin1Char('|')), QLatin1String("/data/assurance number|"
                                                           "/data/evidence/0/kind text passport|"
                                                           "/data/evidence/0/type text Driver License|"
                                                           "/data/evidence/1/type text selfie|"
                                                           "/data/finished time|"
                                                           "/data/fresh flag|"
                                                           "/data/id text|"
                                                           "/data/images list|"
                                                           "/data/none nothing|"
                                                           "/data/person/birth text|"
                                                           "/data/person/full_name text|"
                                                           "/data/state text APPROVED|"
                                                           "/event text"));
        QCOMPARE(seen.more, 4); // names that could be a person's, and the fourth piece of evidence
        const QByteArray stored = QJsonDocument(domain::toJson(seen)).toJson();
        for (const char *personal : {"Ann", "1970", "ps-1", "aGVsbG8=", "example.com", "4711", "2026-07"})
            QVERIFY2(!stored.contains(personal), personal);
    }
    void aMessageWithoutEndIsCut()
    {
        QJsonObject o;
        for (int i = 0; i < 1000; ++i)
            o.insert(
                QStringLiteral("m%1%2").arg(QLatin1Char(char('a' + i % 26))).arg(QString(i / 26, QLatin1Char('x'))), i);
        const auto seen = domain::seenMessage(MessageKind::Callback, o);
        QCOMPARE(seen.members.size(), domain::mostMembers);
        QCOMPARE(seen.members.size() + seen.more, o.size());
    }
    void aMessageNamesASessionWhereverItStands()
    {
        const core::ProviderSessionId ours(QStringLiteral("ps-1")), number(QStringLiteral("4711"));
        const auto names = [](const char *message, const core::ProviderSessionId &id) {
            return domain::namesAnywhere(QJsonDocument::fromJson(message).object(), id);
        };
        QVERIFY(names(R"({"a": [{"b": {"c": " ps-1 "}}]})", ours));
        QVERIFY(names(R"({"id": 4711})", number));
        QVERIFY(!names(R"({"id": "ps-11", "ps-1": true, "text": "ps-1 and more"})", ours));
        QVERIFY(!names(R"({"id": ""})", core::ProviderSessionId()));
    }
    void likelyPlacesAreFoundByName()
    {
        const auto o = QJsonDocument::fromJson(R"({"id": "e-1", "status": 7, "data": {
            "sessionId": "ps-1", "verification": {"decision": "APPROVED", "status": "done", "IAL": 2},
            "document": {"type": "passport"}, "completedAt": "2026-07-01T10:00:00Z", "fullName": "A B"}})")
                           .object();
        const auto seen = domain::seenMessage(MessageKind::Answer, o);
        QCOMPARE(domain::likelyPlaces(seen, ResultField::Session).join(QLatin1Char(' ')),
            QLatin1String("/data/sessionId /id"));
        QCOMPARE(domain::likelyPlaces(seen, ResultField::Status).join(QLatin1Char(' ')),
            QLatin1String("/data/verification/status /data/verification/decision")); // a number is no status
        QCOMPARE(domain::likelyPlaces(seen, ResultField::Level).join(QLatin1Char(' ')),
            QLatin1String("/data/verification/IAL"));
        QCOMPARE(domain::likelyPlaces(seen, ResultField::Document).join(QLatin1Char(' ')),
            QLatin1String("/data/document/type"));
        QCOMPARE(domain::likelyPlaces(seen, ResultField::CompletedAt).join(QLatin1Char(' ')),
            QLatin1String("/data/completedAt"));
        QCOMPARE(domain::likelyPlaces(seen, ResultField::Name).join(QLatin1Char(' ')), QLatin1String("/data/fullName"));
    }
};
IDV_TEST(MessagesSeen)
#include "tst_seenmessage.moc"
