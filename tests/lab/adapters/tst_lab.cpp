#include "core/clock.h"
#include "domain/verification/namematch.h"
#include "lab/lab.h"
#include "lab/sailpoint/documents.h"
#include "lab/sailpoint/people.h"
#include "lab/sailpoint/query.h"
#include "support/owntime.h"
#include "support/registry.h"
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

class InventedPeople : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void areTheSameForTheSameSeed()
    {
        const lab::People a(100, 7, 0), b(100, 7, 0), c(100, 8, 0);
        for (quint32 i = 0; i < 200; i += 2) {
            QCOMPARE(a.at(i).name, b.at(i).name);
            QCOMPARE(a.positionOf(a.at(i).id), qint64(i));
            QCOMPARE(c.positionOf(a.at(i).id), -1);
        }
        QVERIFY(a.at(2).id < a.at(4).id);
    }
    void makeDocumentsThatAreJson()
    {
        const lab::People people(500, 1, core::SystemClock().now());
        for (quint32 i = 0; i < 1000; i += 2) {
            QByteArray out;
            lab::appendSearchDocument(out, people.at(i), {});
            QVERIFY(QJsonDocument::fromJson(out).isObject());
            out.clear();
            lab::appendIdentity(out, people.at(i));
            const auto o = QJsonDocument::fromJson(out).object();
            QCOMPARE(o.value(QLatin1String("id")).toString().size(), 32);
        }
    }
    void aMillionStartAtOnce()
    {
        support::OwnTime t;
        lab::Options o;
        o.identities = 1'000'000;
        const auto lab = lab::Lab::start(o, std::make_shared<core::SystemClock>());
        QVERIFY(bool(lab));
        QVERIFY2(t.elapsed() < 3000, "start-up under 3 s");
    }
    void unknownQueriesAreNotGuessed()
    {
        QVERIFY(
            bool(lab::parseSearchQuery(QStringLiteral("attributes.idvStatus:VERIFIED AND NOT _exists_:attributes.x"))));
        QVERIFY(bool(lab::parseSearchQuery(QStringLiteral("modified:[2026-01-01T00:00:00.000Z TO *]"))));
        QVERIFY(!lab::parseSearchQuery(QStringLiteral("@accounts(x)")));
        QVERIFY(bool(lab::parseFilters(QStringLiteral("id in (\"a\",\"b\")"))));
        QVERIFY(!lab::parseFilters(QStringLiteral("idvStatus eq \"x\"")));
        QVERIFY(!lab::parseFilters(QStringLiteral("correlated sw true")));
    }
    // What a document says of a person, in capitals, is that person's name in every culture of the simulator; and
    // nobody else's of another family name.
    void everyInventedNameIsItself()
    {
        const lab::People people(3000, 1, core::SystemClock().now());
        QStringList bad;
        QString lastDocument, lastFamily;
        for (quint32 i = 0; i < people.count(); ++i) {
            const auto p = people.at(i * 2);
            const QString given = QString::fromUtf8(p.given), family = QString::fromUtf8(p.family);
            const QString document = (given + QLatin1Char(' ') + family).toUpper();
            const domain::DirectoryName name{QString::fromUtf8(p.name), given, family};
            const auto m = domain::compareNames(name, document);
            if (!m.passes() && !bad.contains(document))
                bad << document + QStringLiteral(" against ") + name.full + QStringLiteral(": ") +
                           domain::nameSentence(m);
            if (!lastDocument.isEmpty() && lastFamily != family)
                QVERIFY2(!domain::compareNames(name, lastDocument).passes(),
                    qPrintable(lastDocument + QStringLiteral(" against ") + name.full));
            lastDocument = document;
            lastFamily = family;
        }
        bad.removeDuplicates();
        QVERIFY2(bad.isEmpty(), qPrintable(bad.mid(0, 8).join(QLatin1Char('\n'))));
    }
};
IDV_TEST(InventedPeople)

#include "tst_lab.moc"
