#include "domain/namematch.h"
#include "domain/names/letters.h"
#include "domain/names/words.h"
#include "support/registry.h"
#include <QFile>
#include <QSet>
#include <QtTest>

using domain::compareNames;
using domain::NameDifference;
using domain::NameVerdict;

static QString word(NameVerdict v)
{
    switch (v) {
    case NameVerdict::Same: return QStringLiteral("same");
    case NameVerdict::WrittenDifferently: return QStringLiteral("differently");
    case NameVerdict::Different: return QStringLiteral("different");
    case NameVerdict::CannotCompare: break;
    }
    return QStringLiteral("cannot");
}

class ComparingNames : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyHarmlessDifferenceHasAKeyAndASentence()
    {
        QSet<QString> keys;
        for (const auto d : domain::harmlessDifferences()) {
            QVERIFY(domain::isHarmless(d) && !domain::differenceText(d).isEmpty());
            keys << domain::differenceKey(d);
        }
        QCOMPARE(keys.size(), 11);
        QVERIFY(domain::differenceKey(NameDifference::OtherWord).isEmpty());
        const auto held = compareNames({QStringLiteral("Carter Jr, Tom"), {}, {}}, QStringLiteral("TOM CARTER"), {QStringLiteral("generation-suffix")});
        QCOMPARE(held.verdict, NameVerdict::Different);
        QVERIFY(held.isHeldByPolicy && domain::nameSentence(held).contains(QLatin1String("settings")));
    }
    void pairs_data()
    {
        QTest::addColumn<QString>("directory");
        QTest::addColumn<QString>("document");
        QTest::addColumn<QString>("verdict");
        QTest::addColumn<bool>("isSecurity");
        QFile file(QStringLiteral(SOURCE_DIR "/tests/domain/namepairs.tsv"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto lines = QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'));
        int different = 0;
        for (qsizetype i = 1; i < lines.size(); ++i) {
            if (lines.at(i).isEmpty())
                continue;
            const auto f = lines.at(i).split(QLatin1Char('\t'));
            QCOMPARE(f.size(), 6);
            QVERIFY2(!f.at(4).isEmpty() && !f.at(5).isEmpty(), qPrintable(lines.at(i)));
            different += f.at(2) == QLatin1String("different") ? 1 : 0;
            QTest::addRow("%lld %s | %s", static_cast<long long>(i + 1), qPrintable(f.at(0)), qPrintable(f.at(1))) << f.at(0) << f.at(1) << f.at(2) << (f.at(3) == QLatin1String("yes"));
        }
        QVERIFY(different >= 40);
    }
    void pairs()
    {
        QFETCH(QString, directory);
        QFETCH(QString, document);
        QFETCH(bool, isSecurity);
        const auto m = compareNames({directory, {}, {}}, document);
        QTEST(word(m.verdict), "verdict");
        QCOMPARE(m.isSecurityRelevant, isSecurity);
        QVERIFY(m.verdict == NameVerdict::Same || !m.differences.isEmpty());
        for (const auto &mark : m.directoryMarks)
            QVERIFY(mark.from >= 0 && mark.length > 0 && mark.from + mark.length <= directory.size());
        for (const auto &mark : m.documentMarks)
            QVERIFY(mark.from >= 0 && mark.length > 0 && mark.from + mark.length <= document.size());
        // Whichever side a name stands on, the answer is the same; cuts excepted, and a block moved with a part left out,
        // where only the directory's parts could tell.
        const bool isOneWay = m.differences.contains(NameDifference::Truncated) || (m.differences.contains(NameDifference::Order) && (m.differences.contains(NameDifference::MiddleName) || m.differences.contains(NameDifference::MiddleInitial)));
        if (!isOneWay) {
            const auto back = compareNames({document, {}, {}}, directory);
            QVERIFY2(back.passes() == m.passes() || back.differences.contains(NameDifference::Truncated), qPrintable(domain::nameSentence(back)));
        }
    }
    void theDirectorysPartsGuardTheFamilyName()
    {
        const auto verdict = [](const char *given, const char *family, const char *document) {
            const QString g = QString::fromUtf8(given), f = QString::fromUtf8(family);
            return compareNames({g + QLatin1Char(' ') + f, g, f}, QString::fromUtf8(document)).verdict;
        };
        QCOMPARE(verdict("Ana", "García López", "ANA GARCIA LOPEZ"), NameVerdict::WrittenDifferently);
        QCOMPARE(verdict("Ana", "García López", "GARCIA LOPEZ ANA"), NameVerdict::WrittenDifferently);
        QCOMPARE(verdict("Ana", "García López", "ANA LOPEZ"), NameVerdict::Different);
        QCOMPARE(verdict("Ana", "García López", "ANA GARCIA"), NameVerdict::Different);
        QCOMPARE(verdict("Ana María", "López", "LOPEZ ANA"), NameVerdict::WrittenDifferently);
        QCOMPARE(verdict("Rahul", "Das Gupta", "RAHUL GUPTA"), NameVerdict::Different);
        QCOMPARE(verdict("Xiao Ming", "Wang", "WANG XIAO MING"), NameVerdict::WrittenDifferently);
        QCOMPARE(verdict("Juan Carlos", "Cruz", "JUAN DE LA CRUZ"), NameVerdict::Different);
        QCOMPARE(verdict("María-Fernanda", "Echeverría de la Vega y Montoya", "MARIA FERNANDA ECHEVERRIA VEGA MONTOYA"), NameVerdict::WrittenDifferently);
        // Family name first in the directory's own display.
        QCOMPARE(compareNames({QStringLiteral("SCHMIDT Anna"), QStringLiteral("Anna"), QStringLiteral("Schmidt")}, QStringLiteral("ANNA SCHMIDT")).verdict, NameVerdict::WrittenDifferently);
        // A display name that is something else does not stand in the way of the parts.
        QCOMPARE(compareNames({QStringLiteral("aschmidt (contractor)"), QStringLiteral("Anna"), QStringLiteral("Schmidt")}, QStringLiteral("Anna Schmidt")).verdict, NameVerdict::Same);
    }
    void marksStandWhereTheDifferenceIs()
    {
        const auto m = compareNames({QStringLiteral("Anna Schmidt"), {}, {}}, QStringLiteral("Anna Schmitt"));
        QCOMPARE(m.directoryMarks, (QList<domain::NameMark>{{5, 7, false}}));
        QCOMPARE(m.documentMarks, (QList<domain::NameMark>{{5, 7, false}}));
        const auto particle = compareNames({QStringLiteral("Jan van Dijk"), {}, {}}, QStringLiteral("JAN DIJK"));
        QCOMPARE(particle.directoryMarks, (QList<domain::NameMark>{{4, 3, true}}));
        QVERIFY(particle.documentMarks.isEmpty());
    }
    void sentencesNameTheDifferences()
    {
        QCOMPARE(domain::nameSentence(compareNames({QStringLiteral("Jürgen Groß"), {}, {}}, QStringLiteral("JUERGEN GROSS"))),
                 QStringLiteral("Same name, written differently: letter case, letters written out as in a passport."));
        QCOMPARE(domain::nameSentence(compareNames({QStringLiteral("A B"), {}, {}}, QString())), QStringLiteral("Cannot compare: one side holds no name."));
    }
    // A first letter's key only ever rules out what the letters themselves rule out: over every pair of words of the table.
    void theKeyOfAWordNeverHidesAMatch()
    {
        QFile file(QStringLiteral(SOURCE_DIR "/tests/domain/namepairs.tsv"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QSet<QString> seen;
        QList<domain::names::Word> words;
        const auto lines = QString::fromUtf8(file.readAll()).split(QLatin1Char('\n')).mid(1);
        for (const QString &line : lines) {
            for (const QString &name : line.split(QLatin1Char('\t')).mid(0, 2)) {
                for (const auto &w : domain::names::wordsOf(name).words) {
                    if (!seen.contains(w.text))
                        words << w;
                    seen.insert(w.text);
                }
            }
        }
        QVERIFY2(words.size() > 500, qPrintable(QString::number(words.size())));
        int matches = 0;
        for (const auto &a : std::as_const(words)) {
            for (const auto &b : std::as_const(words)) {
                if (a.key == b.key)
                    continue;
                ++matches;
                QVERIFY2(domain::names::writtenAs(a.text, b.text) == domain::names::No, qPrintable(a.text + QStringLiteral(" / ") + b.text));
            }
        }
        QVERIFY(matches > 100'000);
    }
    void longInputEndsQuickly()
    {
        const QString many = QStringLiteral("a b ").repeated(2000);
        QElapsedTimer t;
        t.start();
        QCOMPARE(compareNames({many, {}, {}}, many).verdict, NameVerdict::CannotCompare);
        const QString tricky = QStringLiteral("ü").repeated(70);
        (void)compareNames({tricky + QStringLiteral(" x"), {}, {}}, QStringLiteral("ue").repeated(70) + QStringLiteral(" y"));
        (void)compareNames({QStringLiteral("de la a de la a de la a b"), {}, {}}, QStringLiteral("a de a la a de a la a c"));
        QVERIFY2(t.elapsed() < 500, qPrintable(QString::number(t.elapsed())));
    }
};
IDV_TEST(ComparingNames)
#include "tst_namematch.moc"
