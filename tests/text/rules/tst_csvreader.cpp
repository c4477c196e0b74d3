#include "core/error.h"
#include "domain/text/csvreader.h"
#include "support/registry.h"
#include <QStringEncoder>
#include <QtTest>

static QString flat(const core::Result<QList<domain::CsvRecord>> &r)
{
    if (!r)
        return QStringLiteral("! ") + r.error().text;
    QStringList lines;
    for (const auto &x : *r)
        lines << QString::number(x.line) + QLatin1Char(':') + x.cells.join(QLatin1Char('|'));
    return lines.join(QLatin1Char('/'));
}

class ReadingCsv : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void records_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const QByteArray &bytes, const char *expected) {
            QTest::newRow(name) << bytes << QString::fromUtf8(expected);
        };
        row("nothing", "", "");
        row("plain", "a,b\r\nc,d\r\n", "1:a|b/2:c|d");
        row("no last line end", "a,b\nc", "1:a|b/2:c");
        row("old Macintosh", "a\rb\r", "1:a/2:b");
        row("quoted comma, quote and line end", "\"a,b\",\"c\"\"d\",\"e\r\nf\"\ng", "1:a,b|c\"d|e\r\nf/3:g");
        row("byte order mark", "\xEF\xBB\xBF\"a\",b", "1:a|b");
        row("semicolons", "a;b\nc;d", "1:a|b/2:c|d");
        row("tabs", "a\tb\nc\td", "1:a|b/2:c|d");
        row("empty lines and cells", "\n\n,\n\"\"\n", "3:|/4:");
        row("open quote", "a\n\"b\nc", "! Line 2: a quotation mark is not closed.");
        row("quote in a cell", "a\"b",
            "! Line 1: a quotation mark stands inside a cell. Put the whole cell in quotation marks.");
        row("after the quote", "\"a\"b", "! Line 1: something follows the closing quotation mark.");
        row("two quoted", "\"a\"\"", "! Line 1: a quotation mark is not closed.");
        row("Latin-1", "Andr\xE9\n", "! Line 1: this is no UTF-8. Save the file as CSV UTF-8.");
        row("NUL", QByteArray("a\0b", 3), "! This is no text file.");
        row("NULs in pairs", QByteArray("\0\0\0\0", 4), "! This is no text file.");
        // As spreadsheets write them.
        row("said", "sep=;\r\nName;E-Mail\r\nRuiz, Ana;a@x\r\n", "2:Name|E-Mail/3:Ruiz, Ana|a@x");
        row("said, a comma", "SEP=,\na;b,c", "2:a;b|c");
        row("said, a TAB", "sep=\t\na\tb,c", "2:a|b,c");
        row("no such line", "sep=x1,b\nc,d", "1:sep=x1|b/2:c|d");
        row("said to be nothing", "sep=\r\na,b", "1:sep=/2:a|b");
        row("CR alone", "id,name\r1,\"Doe\"\r2,Smith; Ltd\r", "1:id|name/2:1|Doe/3:2|Smith; Ltd");
        row("said and nothing else", "sep=;", "");
        row("a comma inside a semicolon file", "Ruiz, Ana;a@x\nLi, Bo;b@x", "1:Ruiz, Ana|a@x/2:Li, Bo|b@x");
        row("a comma in one name", "Name;Mail\nRuiz, Ana;a@x\nBo Li;b@x", "1:Name|Mail/2:Ruiz, Ana|a@x/3:Bo Li|b@x");
        row("a quoted head", "\"Name, first\";Mail\nA;a@x", "1:Name, first|Mail/2:A|a@x");
        row("semicolons inside a comma file", "a,b;c\nd,e\nf,g", "1:a|b;c/2:d|e/3:f|g");
        const QString text = QStringLiteral("Name;E-Mail\r\nÅsa;å@x\r\n");
        QStringEncoder little(QStringEncoder::Utf16LE, QStringEncoder::Flag::WriteBom), big(QStringEncoder::Utf16BE),
            bare(QStringEncoder::Utf16LE);
        for (const auto &[name, bytes] : {std::pair{"UTF-16 with its mark", QByteArray(little(text))},
                 std::pair{"UTF-16, big", QByteArray(big(text))},
                 std::pair{"UTF-16 without one", QByteArray(bare(text))}})
            row(name, bytes, "1:Name|E-Mail/2:Åsa|å@x");
        row("half a UTF-16", QByteArray(bare(text)).chopped(1), "! This is no text file.");
    }
    void records()
    {
        QFETCH(QByteArray, bytes);
        QTEST(flat(domain::parseCsv(bytes)), "expected");
    }
    void tooMany() { QVERIFY(!domain::parseCsv("a\nb\nc\n", 2)); }
    void theColumnIsFoundByItsHead_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("keys");
        const auto row = [](const char *name, const char *bytes, const char *keys) {
            QTest::newRow(name) << QByteArray(bytes) << QString::fromUtf8(keys);
        };
        row("e-mail", "Name,E-Mail\nA,a@x.org\nB, b@x.org \n", "2:a@x.org 3:b@x.org");
        row("the id before the e-mail", "email,identity_id\na@x.org,2c91\n", "2:2c91");
        row("employee number", "Employee Number;x\n007;y", "2:007");
        row("no head", "a@x.org\nb@x.org", "1:a@x.org 2:b@x.org");
        row("an empty cell is a line too", "email,x\n,y\n", "2:");
    }
    void theColumnIsFoundByItsHead()
    {
        QFETCH(QByteArray, bytes);
        const auto found = domain::peopleKeys(bytes);
        QVERIFY(found);
        QStringList keys;
        for (const auto &k : *found)
            keys << QString::number(k.line) + QLatin1Char(':') + k.key;
        QTEST(keys.join(QLatin1Char(' ')), "keys");
    }
    void anEmptyFileIsSaid() { QCOMPARE(domain::peopleKeys("\n\n").error().field, QStringLiteral("file")); }
};
IDV_TEST(ReadingCsv)
#include "tst_csvreader.moc"
