#include "domain/verification/names/sides.h"
#include "support/registry.h"
#include <QtTest>
#include <unicode/uscript.h>

using domain::NameDifference;
using domain::NameMatch;
using domain::NameVerdict;
using domain::names::Side;

namespace {

Side side(const QString &text)
{
    return {text, domain::names::wordsOf(text)};
}

NameMatch compared(const QString &a, const QString &b, int familyWords = 0)
{
    return domain::names::compareSides(side(a), side(b), familyWords, {});
}

} // namespace

class SidesOfANameMatch : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void eachPairHasItsVerdict_data()
    {
        QTest::addColumn<QString>("a");
        QTest::addColumn<QString>("b");
        QTest::addColumn<int>("verdict");
        QTest::addColumn<QList<int>>("differences");
        const auto row = [](const char *name, const QString &a, const QString &b, NameVerdict v,
                             const QList<NameDifference> &d) {
            QList<int> numbers;
            for (const auto one : d)
                numbers << int(one);
            QTest::newRow(name) << a << b << int(v) << numbers;
        };
        using D = NameDifference;
        using V = NameVerdict;
        row("the same", QStringLiteral("Ana Ruiz"), QStringLiteral("Ana Ruiz"), V::Same, {});
        row("capitals", QStringLiteral("Ana Ruiz"), QStringLiteral("ANA RUIZ"), V::WrittenDifferently, {D::LetterCase});
        row("accents", QStringLiteral("Ana Nuñez"), QStringLiteral("Ana Nunez"), V::WrittenDifferently, {D::Accents});
        row("family name first", QStringLiteral("Ana Ruiz"), QStringLiteral("Ruiz Ana"), V::WrittenDifferently,
            {D::Order});
        row("middle name and capitals", QStringLiteral("Ana Luz Ruiz"), QStringLiteral("ANA RUIZ"),
            V::WrittenDifferently, {D::LetterCase, D::MiddleName});
        row("initial", QStringLiteral("A Ruiz"), QStringLiteral("Ana Ruiz"), V::CannotCompare, {D::InitialOnly});
        row("one word", QStringLiteral("Ana"), QStringLiteral("Ana Ruiz"), V::CannotCompare, {D::OneWordOnly});
        row("another script", QStringLiteral("Ana Ruiz"), QStringLiteral("Анна Руис"), V::CannotCompare,
            {D::OtherScript});
        row("two scripts in a word", QStringLiteral("Ana Ruiz"), QStringLiteral("Аna Ruiz"), V::CannotCompare,
            {D::MixedScripts});
        row("no name", QStringLiteral("FNU LNU"), QStringLiteral("Ana Ruiz"), V::CannotCompare, {D::NothingToCompare});
        row("too long", QString(201, QLatin1Char('a')), QStringLiteral("Ana Ruiz"), V::CannotCompare, {D::TooLong});
        row("too many words", QStringLiteral("a b c d e f g h i j k l m n o p q"), QStringLiteral("Ana Ruiz"),
            V::CannotCompare, {D::TooLong});
    }
    void eachPairHasItsVerdict()
    {
        QFETCH(QString, a);
        QFETCH(QString, b);
        QFETCH(int, verdict);
        QFETCH(QList<int>, differences);
        const auto m = compared(a, b);
        QCOMPARE(int(m.verdict), verdict);
        QList<int> told;
        for (const auto d : m.differences)
            told << int(d);
        QCOMPARE(told, differences);
    }
    void anotherNameIsDifferentAndSaysWhere()
    {
        const auto m = compared(QStringLiteral("Ana Ruiz"), QStringLiteral("Bea Ruiz"));
        QCOMPARE(m.verdict, NameVerdict::Different);
        QVERIFY(!m.passes() && !m.differences.isEmpty());
        QVERIFY(std::any_of(m.documentMarks.begin(), m.documentMarks.end(),
            [](const domain::NameMark &k) { return !k.isHarmless && k.from == 0 && k.length == 3; }));
    }
    void lettersThatOnlyLookAlikeMatterToSomebody()
    {
        QVERIFY(compared(QStringLiteral("Ana Ruiz"), QStringLiteral("Аna Ruiz")).isSecurityRelevant);
        QVERIFY(!compared(QStringLiteral("Ana Ruiz"), QStringLiteral("Bea Ruiz")).isSecurityRelevant);
    }
    void aPassportCutsALongNameAtItsEnd()
    {
        const QString whole = QStringLiteral("Maximiliana Bernhardine Schwarzenbergerin Lindqvist");
        const auto m = compared(whole, whole.left(39).toUpper());
        QCOMPARE(m.verdict, NameVerdict::WrittenDifferently);
        QVERIFY(m.differences.contains(NameDifference::Truncated));
        // A short name is not cut by anything.
        QCOMPARE(
            compared(QStringLiteral("Ana Ruizgarcia"), QStringLiteral("ANA RUIZ")).verdict, NameVerdict::Different);
    }
    void aFamilyNameOfTwoWordsIsWhole()
    {
        const QString whole = QStringLiteral("Ana Ruiz Vega"), half = QStringLiteral("Ana Vega");
        QVERIFY(compared(whole, half, 1).passes());
        QVERIFY(!compared(whole, half, 2).passes());
    }
    void wordsMoveAsABlock()
    {
        const auto words = domain::names::splitWords(QStringLiteral("a b c"));
        QStringList moved;
        for (const auto &w : domain::names::rotated(words, 1))
            moved << w.text;
        QCOMPARE(moved, QStringList({QStringLiteral("b"), QStringLiteral("c"), QStringLiteral("a")}));
        QCOMPARE(domain::names::rotated(words, 0).size(), 3);
    }
    void aWordIsAmongOthersHoweverItIsWritten()
    {
        const auto words = domain::names::splitWords(QStringLiteral("Ana Nuñez"));
        QVERIFY(domain::names::isIn(domain::names::splitWords(QStringLiteral("NUNEZ")).first(), words));
        QVERIFY(!domain::names::isIn(domain::names::splitWords(QStringLiteral("Nune")).first(), words));
    }
    void someScriptsHaveNoSpaces()
    {
        for (const int script : {USCRIPT_HAN, USCRIPT_JAPANESE, USCRIPT_KOREAN, USCRIPT_THAI})
            QVERIFY(domain::names::hasNoSpaces(script));
        for (const int script : {USCRIPT_LATIN, USCRIPT_CYRILLIC, USCRIPT_ARABIC})
            QVERIFY(!domain::names::hasNoSpaces(script));
    }
    void differentHasNoReasonYet()
    {
        const auto m = domain::names::different(side(QStringLiteral("Ana")), side(QStringLiteral("Bea")));
        QCOMPARE(m.verdict, NameVerdict::Different);
        QVERIFY(m.differences.isEmpty() && m.documentMarks.isEmpty());
    }
};
IDV_TEST(SidesOfANameMatch)
#include "tst_namesides.moc"
