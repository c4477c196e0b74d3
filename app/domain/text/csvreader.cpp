#include "domain/text/csvreader.h"
#include "core/error.h"
#include <QCoreApplication>
#include <QStringDecoder>
#include <optional>

namespace domain {

static QString sayCsv(const char *text)
{
    return QCoreApplication::translate("Csv", text);
}
static core::Error fault(int line, const char *text)
{
    return core::fieldError(
        QStringLiteral("file"), sayCsv(QT_TRANSLATE_NOOP("Csv", "Line %1: %2")).arg(line).arg(sayCsv(text)));
}

// How often a separator stands outside quotation marks, line by line; the first twenty lines tell.
static QList<int> occurrences(const QByteArray &bytes, char separator)
{
    QList<int> lines{0};
    bool isQuoted = false;
    char before = 0;
    for (const char c : bytes) {
        const bool isEnd = c == '\r' || (c == '\n' && before != '\r');
        before = c;
        if (c == '"')
            isQuoted = !isQuoted;
        else if (!isQuoted && c == separator)
            ++lines.last();
        else if (!isQuoted && isEnd && lines.size() == 20)
            break;
        else if (!isQuoted && isEnd)
            lines << 0;
    }
    if (lines.size() > 1 && lines.last() == 0) // behind the last line end
        lines.removeLast();
    return lines;
}

// The one that stands equally often in the most lines. Where two do, a comma is rather part of a name or a number.
static char separatorOf(const QByteArray &bytes)
{
    char best = ',';
    qsizetype most = 0;
    for (const char separator : {'\t', ';', ','}) {
        const QList<int> lines = occurrences(bytes, separator);
        const qsizetype alike = lines.first() > 0 ? lines.count(lines.first()) : 0;
        if (alike > most) {
            best = separator;
            most = alike;
        }
    }
    return best;
}

// "sep=;" in the first line, as a spreadsheet writes it for itself; nothing where there is none.
static std::optional<char> saidSeparator(const QByteArray &bytes)
{
    const QByteArray first = bytes.left(6).toLower();
    const bool isSaid = first.startsWith("sep=") && QByteArray(",;\t|").contains(first.mid(4, 1)) && first.size() > 4 &&
                        (bytes.size() == 5 || first.endsWith('\n') || first.endsWith('\r'));
    return isSaid ? std::optional(bytes.at(4)) : std::nullopt;
}

// UTF-16 as spreadsheets save "Unicode text", by its mark or, without one, by where its zeros stand.
static QByteArray asUtf8(const QByteArray &bytes)
{
    if (bytes.startsWith("\xEF\xBB\xBF"))
        return bytes.mid(3);
    const bool isLittle = bytes.startsWith("\xFF\xFE") || (bytes.size() > 1 && bytes.at(0) != 0 && bytes.at(1) == 0);
    const bool isBig = bytes.startsWith("\xFE\xFF") || (bytes.size() > 1 && bytes.at(0) == 0 && bytes.at(1) != 0);
    if ((!isLittle && !isBig) || bytes.size() % 2 != 0)
        return bytes;
    QStringDecoder utf16(isLittle ? QStringDecoder::Utf16LE : QStringDecoder::Utf16BE);
    const QString text = utf16(bytes);
    return utf16.hasError() ? bytes : text.toUtf8();
}

namespace {

class CsvParser
{
public:
    CsvParser(const QByteArray &bytes, int limit)
        : m_bytes(bytes), m_limit(limit), m_said(saidSeparator(bytes)), m_separator(m_said.value_or(separatorOf(bytes)))
    {
    }

    core::Result<QList<CsvRecord>> run()
    {
        m_record.line = 1;
        for (m_at = 0; m_at < m_bytes.size() && !m_problem; ++m_at) {
            if (m_isQuoted)
                takeQuoted(m_bytes.at(m_at));
            else if (const auto wrong = takePlain(m_bytes.at(m_at)))
                return *wrong;
        }
        if (m_isQuoted)
            return fault(m_record.line, QT_TRANSLATE_NOOP("Csv", "a quotation mark is not closed."));
        endRecord();
        if (m_problem)
            return *m_problem;
        if (m_said)
            m_records.removeFirst();
        return m_records;
    }

private:
    bool isNext(char c) const { return m_at + 1 < m_bytes.size() && m_bytes.at(m_at + 1) == c; }

    void takeQuoted(char c)
    {
        if (c == '\n')
            ++m_line;
        if (c != '"')
            m_cell += c;
        else if (isNext('"'))
            m_cell += m_bytes.at(++m_at);
        else
            m_isQuoted = false;
    }

    std::optional<core::Error> takePlain(char c)
    {
        if (c == '"') {
            if (!m_cell.isEmpty() || m_wasQuoted)
                return fault(
                    m_line, QT_TRANSLATE_NOOP("Csv",
                                "a quotation mark stands inside a cell. Put the whole cell in quotation marks."));
            m_isQuoted = m_wasQuoted = true;
            return std::nullopt;
        }
        if (c == m_separator) {
            endCell();
            return std::nullopt;
        }
        if (c == '\n' || c == '\r')
            return takeLineEnd(c);
        if (m_wasQuoted)
            return fault(m_line, QT_TRANSLATE_NOOP("Csv", "something follows the closing quotation mark."));
        m_cell += c;
        return std::nullopt;
    }

    std::optional<core::Error> takeLineEnd(char c)
    {
        if (c == '\r' && isNext('\n'))
            ++m_at;
        endRecord();
        m_record.line = ++m_line;
        if (m_records.size() > m_limit)
            return core::fieldError(QStringLiteral("file"),
                sayCsv(QT_TRANSLATE_NOOP("Csv", "The file has more than %1 lines.")).arg(m_limit));
        return std::nullopt;
    }

    void endCell()
    {
        QStringDecoder utf8(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
        m_record.cells << QString(utf8(m_cell));
        if (utf8.hasError())
            m_problem = fault(m_line, QT_TRANSLATE_NOOP("Csv", "this is no UTF-8. Save the file as CSV UTF-8."));
        m_cell.clear();
        m_wasQuoted = false;
    }

    void endRecord()
    {
        const bool isEmpty = m_record.cells.isEmpty() && m_cell.isEmpty() && !m_wasQuoted;
        if (!isEmpty) {
            endCell();
            m_records << m_record;
        }
        m_record.cells.clear();
    }

    const QByteArray m_bytes;
    const int m_limit;
    const std::optional<char> m_said;
    const char m_separator;
    qsizetype m_at = 0;
    QList<CsvRecord> m_records;
    CsvRecord m_record;
    QByteArray m_cell;
    int m_line = 1;
    bool m_isQuoted = false; ///< inside quotes
    bool m_wasQuoted = false;
    std::optional<core::Error> m_problem;
};

} // namespace

core::Result<QList<CsvRecord>> parseCsv(const QByteArray &given, int limit)
{
    const QByteArray bytes = asUtf8(given);
    if (bytes.contains('\0'))
        return core::fieldError(QStringLiteral("file"), sayCsv(QT_TRANSLATE_NOOP("Csv", "This is no text file.")));
    return CsvParser(bytes, limit).run();
}

static QString headOf(const QString &cell)
{
    QString out;
    for (const QChar c : cell.toLower()) {
        if (c.isLetterOrNumber())
            out += c;
    }
    return out;
}

core::Result<QList<PersonKey>> peopleKeys(const QByteArray &csv)
{
    const auto records = parseCsv(csv);
    if (!records)
        return records.error();
    if (records->isEmpty())
        return core::fieldError(QStringLiteral("file"), sayCsv(QT_TRANSLATE_NOOP("Csv", "The file is empty.")));
    static const QList<QStringList> heads{{QStringLiteral("id"), QStringLiteral("identityid")},
        {QStringLiteral("email"), QStringLiteral("emailaddress"), QStringLiteral("workemail")},
        {QStringLiteral("alias"), QStringLiteral("username"), QStringLiteral("accountname")},
        {QStringLiteral("employeenumber"), QStringLiteral("employeeid")}};
    qsizetype column = -1;
    for (const QStringList &names : heads) {
        const QStringList &first = records->first().cells;
        for (qsizetype i = 0; i < first.size() && column < 0; ++i) {
            if (names.contains(headOf(first.at(i))))
                column = i;
        }
    }
    QList<PersonKey> out;
    for (qsizetype i = column < 0 ? 0 : 1; i < records->size(); ++i)
        out.append({records->at(i).line, records->at(i).cells.value(std::max<qsizetype>(0, column)).trimmed()});
    return out;
}

} // namespace domain
