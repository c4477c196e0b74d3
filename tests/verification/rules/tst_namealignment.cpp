#include "domain/verification/names/align.h"
#include "domain/verification/names/letters.h"
#include "support/registry.h"
#include <QtTest>

using domain::NameDifference;
using domain::names::Alignment;
using domain::names::AlignRules;

namespace {

Alignment aligned(const char *a, const char *b, const AlignRules &rules = {})
{
    return domain::names::align(
        domain::names::splitWords(QString::fromUtf8(a)), domain::names::splitWords(QString::fromUtf8(b)), rules);
}

QList<NameDifference> differences(const Alignment &a)
{
    QList<NameDifference> out;
    for (const auto &s : a.steps)
        out << s.differences;
    return out;
}

AlignRules rules(int familyWords, int mostExcluded = 2)
{
    AlignRules r;
    r.familyWords = familyWords;
    r.mostExcluded = mostExcluded;
    return r;
}

} // namespace

class AligningNames : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theSameWordsCostNothing()
    {
        const auto r = aligned("Ana María Ruiz", "Ana María Ruiz");
        QVERIFY(r.isFound && r.steps.isEmpty());
        QCOMPARE(r.cost, 0);
    }
    void anotherSpellingIsAStepWithoutADifference()
    {
        const auto r = aligned("Ana Ruiz", "ANA Ruiz");
        QVERIFY(r.isFound);
        QCOMPARE(r.steps.size(), 1);
        QCOMPARE(r.steps.first().written, unsigned(domain::names::OtherCase));
        QCOMPARE(r.steps.first().a, 0);
        QVERIFY(differences(r).isEmpty());
    }
    void whatMayDiffer_data()
    {
        QTest::addColumn<QString>("a");
        QTest::addColumn<QString>("b");
        QTest::addColumn<int>("difference");
        const auto row = [](const char *name, const char *a, const char *b, NameDifference d) {
            QTest::newRow(name) << QString::fromUtf8(a) << QString::fromUtf8(b) << int(d);
        };
        row("middle name", "Ana María Ruiz", "Ana Ruiz", NameDifference::MiddleName);
        row("middle name in the document", "Ana Ruiz", "Ana María Ruiz", NameDifference::MiddleName);
        row("middle initial", "Ana M Ruiz", "Ana María Ruiz", NameDifference::MiddleInitial);
        row("particle", "Ana de Ruiz", "Ana Ruiz", NameDifference::Particle);
        row("written together", "Mary Ann Smith", "Maryann Smith", NameDifference::Punctuation);
        row("hyphen", "Mary-Ann Smith", "Maryann Smith", NameDifference::Punctuation);
        row("first initial", "A Ruiz", "Ana Ruiz", NameDifference::InitialOnly);
    }
    void whatMayDiffer()
    {
        QFETCH(QString, a);
        QFETCH(QString, b);
        QFETCH(int, difference);
        const auto r = aligned(a.toUtf8().constData(), b.toUtf8().constData());
        QVERIFY(r.isFound);
        QCOMPARE(differences(r), QList<NameDifference>{NameDifference(difference)});
        QVERIFY(r.cost > 0);
    }
    void whatKeepsTwoNamesApart_data()
    {
        QTest::addColumn<QString>("a");
        QTest::addColumn<QString>("b");
        const auto row = [](const char *name, const char *a, const char *b) {
            QTest::newRow(name) << QString::fromUtf8(a) << QString::fromUtf8(b);
        };
        row("another first name", "Ana Ruiz", "Bea Ruiz");
        row("another last name", "Ana Ruiz", "Ana Vega");
        row("another middle name", "Ana María Ruiz", "Ana Luisa Ruiz");
        row("the other way round", "Ana Ruiz", "Ruiz Ana");
        row("the first is missing", "Ana María Ruiz", "María Ruiz");
        row("the last is missing", "Ana María Ruiz", "Ana María");
        row("one word for all", "AnaRuiz", "Ana Ruiz");
        row("more than two are missing", "Ana Bea Carla Dora Ruiz", "Ana Ruiz");
        row("nothing", "", "Ana Ruiz");
        row("nothing in the document", "Ana Ruiz", "");
    }
    void whatKeepsTwoNamesApart()
    {
        QFETCH(QString, a);
        QFETCH(QString, b);
        QVERIFY(!aligned(a.toUtf8().constData(), b.toUtf8().constData()).isFound);
    }
    void aWordOfTheFamilyNameIsNeverLeftOut()
    {
        QVERIFY(aligned("Ana Ruiz Vega", "Ana Vega", rules(1)).isFound);
        QVERIFY(!aligned("Ana Ruiz Vega", "Ana Vega", rules(2)).isFound);
        QVERIFY(aligned("Ana Luz Ruiz Vega", "Ana Ruiz Vega", rules(2)).isFound);
    }
    void aPartOfADoubleNameIsNeverLeftOut() { QVERIFY(!aligned("Ana-María Ruiz", "Ana Ruiz").isFound); }
    void noMoreIsLeftOutThanTheRulesSay()
    {
        QCOMPARE(differences(aligned("Ana Bea Carla Ruiz", "Ana Ruiz", rules(1, 2))).size(), 2);
        QVERIFY(!aligned("Ana Bea Carla Ruiz", "Ana Ruiz", rules(1, 1)).isFound);
        QVERIFY(!aligned("Ana María Ruiz", "Ana Ruiz", rules(1, 0)).isFound);
    }
    void aScriptWithoutInitialsHasNone()
    {
        AlignRules none;
        none.hasInitials = false;
        QVERIFY(!aligned("Ana M Ruiz", "Ana María Ruiz", none).isFound);
    }
    void aScriptWithoutSpacesJoinsTheWholeName()
    {
        AlignRules all;
        all.joinsAll = true;
        QVERIFY(aligned("李 小龙", "李小龙", all).isFound);
        QVERIFY(!aligned("李 小龙", "李小龙").isFound);
    }
    void theCheapestReadingIsTaken()
    {
        // One word left out, and not two.
        const auto r = aligned("Ana María José Ruiz", "Ana José Ruiz");
        QVERIFY(r.isFound);
        QCOMPARE(differences(r), QList<NameDifference>{NameDifference::MiddleName});
        QCOMPARE(r.steps.first().a, 1);
        QCOMPARE(r.steps.first().bn, 0);
    }
};
IDV_TEST(AligningNames)
#include "tst_namealignment.moc"
