#include "domain/verification/namematch.h"
#include "domain/verification/names/letters.h"
#include "domain/verification/names/secondnames.h"
#include "domain/verification/names/words.h"
#include "domain/verification/resultevaluation.h"
#include "support/owntime.h"
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
        const auto held = compareNames({QStringLiteral("Carter Jr, Tom"), {}, {}}, QStringLiteral("TOM CARTER"),
            {QStringLiteral("generation-suffix")});
        QCOMPARE(held.verdict, NameVerdict::Different);
        QVERIFY(held.isHeldByPolicy && domain::nameSentence(held).contains(QLatin1String("settings")));
    }
    void pairs_data()
    {
        QTest::addColumn<QString>("directory");
        QTest::addColumn<QString>("document");
        QTest::addColumn<QString>("verdict");
        QTest::addColumn<bool>("isSecurity");
        QFile file(QStringLiteral(SOURCE_DIR "/tests/verification/rules/namepairs.tsv"));
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
            QTest::addRow("%lld %s | %s", static_cast<long long>(i + 1), qPrintable(f.at(0)), qPrintable(f.at(1)))
                << f.at(0) << f.at(1) << f.at(2) << (f.at(3) == QLatin1String("yes"));
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
        // Whichever side a name stands on, the answer is the same; cuts excepted, and a block moved with a part left
        // out, where only the directory's parts could tell.
        const bool isOneWay = m.differences.contains(NameDifference::Truncated) ||
                              (m.differences.contains(NameDifference::Order) &&
                                  (m.differences.contains(NameDifference::MiddleName) ||
                                      m.differences.contains(NameDifference::MiddleInitial)));
        if (!isOneWay) {
            const auto back = compareNames({document, {}, {}}, directory);
            QVERIFY2(back.passes() == m.passes() || back.differences.contains(NameDifference::Truncated),
                qPrintable(domain::nameSentence(back)));
        }
    }
    // Display name, given and family name against the document, for an ordinary reason and for an account recovery.
    void parts_data()
    {
        QTest::addColumn<QStringList>("directory");
        QTest::addColumn<QString>("document");
        QTest::addColumn<QString>("verdict");
        QTest::addColumn<QString>("recovery");
        QFile file(QStringLiteral(SOURCE_DIR "/tests/verification/rules/nameparts.tsv"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto lines = QString::fromUtf8(file.readAll()).split(QLatin1Char('\n')).mid(1);
        int passing = 0, holding = 0;
        for (qsizetype i = 0; i < lines.size(); ++i) {
            if (lines.at(i).isEmpty())
                continue;
            const auto f = lines.at(i).split(QLatin1Char('\t'));
            QCOMPARE(f.size(), 7);
            QVERIFY2(!f.at(6).isEmpty(), qPrintable(lines.at(i)));
            const bool isPassing = f.at(4) == QLatin1String("same") || f.at(4) == QLatin1String("differently");
            passing += isPassing ? 1 : 0;
            holding += isPassing ? 0 : 1;
            QTest::addRow("%lld %s | %s", static_cast<long long>(i + 2), qPrintable(f.at(0)), qPrintable(f.at(3)))
                << f.mid(0, 3) << f.at(3) << f.at(4) << f.at(5);
        }
        QVERIFY(passing >= 40 && holding >= 40);
    }
    void parts()
    {
        QFETCH(QStringList, directory);
        QFETCH(QString, document);
        const domain::DirectoryName name{directory.at(0), directory.at(1), directory.at(2)};
        const auto m = compareNames(name, document);
        QTEST(word(m.verdict), "verdict");
        const auto recovery = compareNames(name, document, {}, domain::NamePurpose::AccountRecovery);
        QTEST(word(recovery.verdict), "recovery");
        QCOMPARE(recovery.isHeldForRecovery, m.passes() && !recovery.passes());
        QVERIFY(m.verdict == NameVerdict::Same || !m.differences.isEmpty());
        for (const auto &mark : m.directoryMarks)
            QVERIFY(mark.from >= 0 && mark.length > 0 && mark.from + mark.length <= name.full.size());
        for (const auto &mark : m.documentMarks)
            QVERIFY(mark.from >= 0 && mark.length > 0 && mark.from + mark.length <= document.size());
    }
    void whatFailsSaysWhy()
    {
        using domain::NameHeldBy;
        const auto of = [](const char *full, const char *given, const char *family, const char *document) {
            return compareNames({QString::fromUtf8(full), QString::fromUtf8(given), QString::fromUtf8(family)},
                QString::fromUtf8(document));
        };
        const auto display = of("Peter Jones", "John", "Smith", "JOHN SMITH");
        QCOMPARE(display.heldBy, NameHeldBy::DisplayName);
        QVERIFY(domain::nameSentence(display).endsWith(
            QLatin1String("The directory's given and family name fit; its display name does not.")));
        QCOMPARE(display.directoryMarks.size(), 2);
        const auto parts = of("Peter Jones", "John", "Smith", "PETER JONES");
        QCOMPARE(parts.heldBy, NameHeldBy::Parts);
        QVERIFY(domain::nameSentence(parts).endsWith(
            QLatin1String("The display name fits; the directory's given or family name does not.")));
        QVERIFY(parts.directoryMarks.isEmpty());
        QCOMPARE(of("Peter Jones", "John", "Smith", "ANNA WEBER").heldBy, NameHeldBy::Whole);
        QCOMPARE(of("John Smith", "John", "Smith", "JOHN SMITH").heldBy, NameHeldBy::Whole);
        const auto two = of("John Smith", "John", "Smith", "JOHN AKA PETER SMITH");
        QCOMPARE(two.differences, (QList<NameDifference>{NameDifference::TwoNames}));
        QCOMPARE(two.documentMarks, (QList<domain::NameMark>{{5, 3, false}}));
    }
    // Two of one name may differ in the suffix only: where an account is given back, a person decides.
    void aSuffixOnOneSideHoldsARecoveryOnly()
    {
        domain::Session s;
        s.personName = QStringLiteral("John Smith");
        s.firstName = QStringLiteral("John");
        s.lastName = QStringLiteral("Smith");
        s.createdAt = 60'000;
        s.request.requiredIal = 2;
        s.request.documents = {QStringLiteral("passport")};
        domain::ProviderResult r;
        r.status = domain::ProviderStatus::Passed;
        r.ial = 2;
        r.documentType = QStringLiteral("passport");
        r.completedAt = {120'000, domain::DateQuality::Exact};
        r.session = s.providerId = core::ProviderSessionId(QStringLiteral("k1-1"));
        const auto cause = [&](domain::Reason reason, const char *document) {
            s.request.reason = reason;
            r.verifiedName = QString::fromLatin1(document);
            return domain::evaluateResult(r, s, 180'000).cause;
        };
        for (int i = 0; i < domain::reasonCount; ++i) {
            const auto reason = domain::Reason(i);
            const bool isRecovery = reason == domain::Reason::AccountRecovery;
            QCOMPARE(cause(reason, "JOHN SMITH"), domain::ReviewReason::None);
            QCOMPARE(cause(reason, "JOHN SMITH JR"),
                isRecovery ? domain::ReviewReason::NameDiffers : domain::ReviewReason::None);
            QCOMPARE(cause(reason, "JOHN AKA PETER SMITH"), domain::ReviewReason::NameNotComparable);
        }
        const auto held = compareNames({s.personName, s.firstName, s.lastName}, QStringLiteral("JOHN SMITH JR"), {},
            domain::NamePurpose::AccountRecovery);
        QVERIFY(held.isHeldForRecovery && !held.isHeldByPolicy);
        QVERIFY(domain::nameSentence(held).contains(QLatin1String("for an account recovery a person decides")));
    }
    void remarksAreBlankedInPlace()
    {
        using domain::names::withoutRemarks;
        QCOMPARE(withoutRemarks(QStringLiteral("Jo (x) Li")), QStringLiteral("Jo     Li"));
        QCOMPARE(withoutRemarks(QStringLiteral("Jo Li - IT")), QStringLiteral("Jo Li     "));
        QVERIFY(withoutRemarks(QStringLiteral("Jo Li")).isEmpty());
        QVERIFY(withoutRemarks(QStringLiteral("Jo ((x) Li")).isEmpty());
        QVERIFY(withoutRemarks(QStringLiteral("Jo Li (alias Max Ott)")).isEmpty());
        QVERIFY(withoutRemarks(QStringLiteral("Jo Li - Ott")).isEmpty());
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
        QCOMPARE(
            verdict("María-Fernanda", "Echeverría de la Vega y Montoya", "MARIA FERNANDA ECHEVERRIA VEGA Y MONTOYA"),
            NameVerdict::WrittenDifferently);
        // Family name first in the directory's own display.
        QCOMPARE(compareNames({QStringLiteral("SCHMIDT Anna"), QStringLiteral("Anna"), QStringLiteral("Schmidt")},
                     QStringLiteral("ANNA SCHMIDT"))
                     .verdict,
            NameVerdict::WrittenDifferently);
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
        QCOMPARE(domain::nameSentence(
                     compareNames({QStringLiteral("Jürgen Groß"), {}, {}}, QStringLiteral("JUERGEN GROSS"))),
            QStringLiteral("Same name, written differently: letter case, letters written out as in a passport."));
        QCOMPARE(domain::nameSentence(compareNames({QStringLiteral("A B"), {}, {}}, QString())),
            QStringLiteral("Cannot compare: one side holds no name."));
    }
    // A first letter's key only ever rules out what the letters themselves rule out: over every pair of words of the
    // table.
    void theKeyOfAWordNeverHidesAMatch()
    {
        QFile file(QStringLiteral(SOURCE_DIR "/tests/verification/rules/namepairs.tsv"));
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
                QVERIFY2(domain::names::writtenAs(a.text, b.text) == domain::names::No,
                    qPrintable(a.text + QStringLiteral(" / ") + b.text));
            }
        }
        QVERIFY(matches > 100'000);
    }
    void longInputEndsQuickly()
    {
        const QString many = QStringLiteral("a b ").repeated(2000);
        support::OwnTime t;
        QCOMPARE(compareNames({many, {}, {}}, many).verdict, NameVerdict::CannotCompare);
        const QString tricky = QStringLiteral("ü").repeated(70);
        (void)compareNames(
            {tricky + QStringLiteral(" x"), {}, {}}, QStringLiteral("ue").repeated(70) + QStringLiteral(" y"));
        (void)compareNames(
            {QStringLiteral("de la a de la a de la a b"), {}, {}}, QStringLiteral("a de a la a de a la a c"));
        QVERIFY2(t.elapsed() < 500, qPrintable(QString::number(t.elapsed())));
    }
};
IDV_TEST(ComparingNames)
#include "tst_namematch.moc"
