#include "domain/identities/peopleexport.h"
#include "domain/scenarios/scenario.h"
#include "domain/text/csv.h"
#include "domain/text/csvreader.h"
#include "domain/text/markdown.h"
#include "domain/text/outputtext.h"
#include "support/hostile.h"
#include "support/registry.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QXmlStreamReader>
#include <QtTest>

using support::holdsHidden;

namespace {

QByteArray csvCell(const QString &text)
{
    std::string out;
    domain::appendCsvCell(out, text.toStdString());
    return QByteArray::fromStdString(out);
}

// As a spreadsheet reads it that takes one of these for the end of a cell: no part may begin as a formula.
bool isCalculated(const QString &cell)
{
    QString parts = cell;
    for (const char c : {';', '\t', '\r'})
        parts.replace(QLatin1Char(c), QLatin1Char('\n'));
    const QStringList all = parts.split(QLatin1Char('\n'));
    return std::any_of(all.begin(), all.end(),
        [](const QString &p) { return !p.isEmpty() && QStringLiteral("=+-@").contains(p.at(0)); });
}

// Read back as a reader of Markdown does: an escaped sign is the sign.
QString unescaped(const QString &markdown)
{
    QString out;
    for (qsizetype i = 0; i < markdown.size(); ++i) {
        if (markdown.at(i) == QLatin1Char('\\') && i + 1 < markdown.size())
            ++i;
        out += markdown.at(i);
    }
    return out;
}

// What is left when every escaped sign is taken out: the signs that Markdown would still obey.
QString bare(const QString &markdown)
{
    QString out;
    for (qsizetype i = 0; i < markdown.size(); ++i) {
        if (markdown.at(i) == QLatin1Char('\\'))
            ++i;
        else
            out += markdown.at(i);
    }
    return out;
}

} // namespace

class TextsOnTheirWayOut : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cleanupTestCase() { qInfo("raw texts: %d cases", m_cases); }
    void theTerminalObeysNothing_data() { hostile(); }
    void theTerminalObeysNothing()
    {
        QFETCH(QString, text);
        ++m_cases;
        const QString out = domain::terminalText(text);
        QVERIFY2(!holdsHidden(out), qPrintable(out.left(80)));
        QVERIFY(!out.toUtf8().contains('\x1b') && !out.toUtf8().contains('\n'));
        QCOMPARE(domain::terminalText(out), out); // what went through once stays
    }
    void theTerminalSpellsThemOut_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("shown");
        const auto row = [](const char *name, const QString &text, const char *shown) {
            QTest::newRow(name) << text << QString::fromUtf8(shown);
        };
        row("escape", support::sign(0x1b) + QStringLiteral("[2J"), "\\u001b[2J");
        row("C1", support::sign(0x9b), "\\u009b");
        row("override", support::sign(0x202e) + QStringLiteral("x"), "\\u202ex");
        row("line ends", QStringLiteral("a\r\nb\tc"), "a\\r\\nb\\tc");
        row("NUL", QString(QChar(0)), "\\u0000");
        row("half", QString(QChar(0xd800)), "\xEF\xBF\xBD");
        row("around a letter", QStringLiteral("ü") + support::sign(0x7f) + QStringLiteral("ü"), "ü\\u007fü");
        row("a pair stays", support::sign(0x1f600) + support::sign(7), "\xF0\x9F\x98\x80\\u0007");
    }
    void theTerminalSpellsThemOut()
    {
        QFETCH(QString, text);
        ++m_cases;
        QTEST(domain::terminalText(text), "shown");
    }
    void jsonStaysTheSameDocument_data() { hostile(); }
    void jsonStaysTheSameDocument()
    {
        QFETCH(QString, text);
        ++m_cases;
        const QJsonObject o{{QStringLiteral("name"), text}, {QStringLiteral("list"), QJsonArray{text, 1}}};
        const QByteArray json = domain::safeJson(QJsonDocument(o).toJson(QJsonDocument::Compact));
        QVERIFY2(!holdsHidden(QString::fromUtf8(json)), json.left(120).constData());
        QJsonParseError fault;
        const auto back = QJsonDocument::fromJson(json, &fault);
        QCOMPARE(fault.error, QJsonParseError::NoError);
        QString expected = text;
        for (qsizetype i = 0; i < expected.size(); ++i) {
            if (expected.at(i).isSurrogate()) // the list has no whole pairs
                expected[i] = QChar(0xfffd);
        }
        QCOMPARE(back.object().value(QLatin1String("name")).toString(), expected);
        QCOMPARE(back.object().value(QLatin1String("list")).toArray().at(0).toString(), expected);
    }
    void escapesOfTheWriterStay()
    {
        // A backslash that is text, in front of what looks like half a character.
        const QJsonObject o{{QStringLiteral("a"), QStringLiteral("\\ud800 \\n \"")}};
        const QByteArray json = QJsonDocument(o).toJson(QJsonDocument::Compact);
        QCOMPARE(domain::safeJson(json), json);
        QCOMPARE(domain::safeJson(QByteArray("[\"\\ud83d\"]")), QByteArray("[\"\xEF\xBF\xBD\"]"));
        ++m_cases;
    }
    void aSpreadsheetCalculatesNothing_data() { hostile(); }
    void aSpreadsheetCalculatesNothing()
    {
        QFETCH(QString, text);
        ++m_cases;
        const QByteArray cell = csvCell(text);
        const auto read = domain::parseCsv(QByteArray("id,") + cell + ",end\r\n");
        QVERIFY2(bool(read), cell.left(120).constData());
        QCOMPARE(read->size(), 1); // one record, three cells: nothing broke out
        QCOMPARE(read->first().cells.size(), 3);
        QString shown = read->first().cells.at(1);
        QVERIFY2(!isCalculated(shown), cell.left(120).constData());
        shown.remove(QLatin1Char('\r')).remove(QLatin1Char('\t')); // they stay, inside quotation marks
        QVERIFY2(!holdsHidden(shown, true), cell.left(120).constData());
    }
    void aLineOfJsonIsSafeToo_data() { hostile(); }
    void aLineOfJsonIsSafeToo()
    {
        QFETCH(QString, text);
        ++m_cases;
        domain::PersonCells p;
        const std::string name = text.toStdString();
        p.text[size_t(domain::PeopleColumn::Name)] = name;
        std::string out;
        domain::appendPerson(out, p, {domain::ExportFormat::JsonLines, {domain::PeopleColumn::Name}, false}, 0);
        const QByteArray line = QByteArray::fromStdString(out);
        QVERIFY(line.endsWith("}\n"));
        QVERIFY2(!holdsHidden(QString::fromUtf8(line.chopped(1))), line.left(120).constData());
        QVERIFY(QJsonDocument::fromJson(line).isObject());
    }
    void markdownIsText_data() { hostile(); }
    void markdownIsText()
    {
        QFETCH(QString, text);
        ++m_cases;
        const QString out = domain::markdownText(text);
        QVERIFY2(!holdsHidden(out), qPrintable(out.left(120)));
        const QString left = bare(out);
        for (const QChar c : QStringLiteral("`*_{}[]<>#|~&@"))
            QVERIFY2(!left.contains(c), qPrintable(out.left(120)));
        QVERIFY(!left.contains(QLatin1String("://")) && !left.contains(QLatin1String("www."), Qt::CaseInsensitive));
        QVERIFY(left.isEmpty() || !QStringLiteral("-+= ").contains(left.at(0)) || out.startsWith(QLatin1Char('\\')));
        QVERIFY(!left.startsWith(QLatin1String("1. ")));
        // One row of a table stays one row of as many cells.
        const QString table =
            domain::markdownTable({QStringLiteral("A"), QStringLiteral("B")}, {{text, QStringLiteral("x")}});
        QCOMPARE(table.count(QLatin1Char('\n')), 4);
        QCOMPARE(bare(table.section(QLatin1Char('\n'), 2, 2)).count(QLatin1Char('|')), 3);
    }
    void aLabelShowsWhatItIs_data() { hostile(); }
    void aLabelShowsWhatItIs()
    {
        QFETCH(QString, text);
        ++m_cases;
        const QString out = domain::labelText(text);
        QVERIFY2(!holdsHidden(out, true), qPrintable(out.left(120)));
        QVERIFY(out.size() <= domain::longestLabel + 1);
        int marks = 0;
        for (const QChar c : out) {
            marks = c.category() == QChar::Mark_NonSpacing ? marks + 1 : 0;
            QVERIFY(marks <= 8);
        }
        QVERIFY(!holdsHidden(domain::menuText(text)));
        QCOMPARE(domain::menuText(text).count(QLatin1Char('&')) % 2, 0);
        QString kept = domain::fileText(text);
        QCOMPARE(kept.size(), text.size()); // sign for sign
        kept.remove(QLatin1Char('\r')).remove(QLatin1Char('\t'));
        QVERIFY(!holdsHidden(kept, true));
    }
    void aReportOfScenariosIsWellFormed_data() { hostile(); }
    void aReportOfScenariosIsWellFormed()
    {
        QFETCH(QString, text);
        ++m_cases;
        domain::ScenarioReport r;
        r.id = text;
        r.title = text;
        r.fault = text;
        QXmlStreamReader x(domain::junitFrom({r}));
        while (!x.atEnd())
            x.readNext();
        QVERIFY2(!x.hasError(), qPrintable(x.errorString()));
        QVERIFY(!holdsHidden(domain::markdownFrom({r}, QStringLiteral("today")), true));
    }
    void ordinaryTextsStay_data()
    {
        QTest::addColumn<QString>("text");
        const auto all = support::ordinaryTexts();
        for (qsizetype i = 0; i < all.size(); ++i)
            QTest::addRow("%d", int(i)) << all.at(i);
    }
    void ordinaryTextsStay()
    {
        QFETCH(QString, text);
        ++m_cases;
        QCOMPARE(domain::terminalText(text), text);
        QCOMPARE(domain::fileText(text), text);
        QCOMPARE(domain::labelText(text), text);
        QCOMPARE(domain::menuText(text).replace(QLatin1String("&&"), QLatin1String("&")), text);
        QCOMPARE(unescaped(domain::markdownText(text)), text);
        const auto read = domain::parseCsv(QByteArray("id,") + csvCell(text) + ",end\r\n");
        QVERIFY(read && read->first().cells.at(1) == text);
        const QByteArray json = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
        QCOMPARE(domain::safeJson(json), json);
    }

private:
    static void hostile()
    {
        QTest::addColumn<QString>("text");
        int n = 0;
        for (const auto &t : support::hostileTexts())
            QTest::addRow("%d %s", ++n, t.name) << t.text;
    }
    int m_cases = 0;
};
IDV_TEST(TextsOnTheirWayOut)
#include "tst_outputtext.moc"
