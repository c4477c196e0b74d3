#include "domain/text/csvreader.h"
#include "core/error.h"
#include <QCoreApplication>
#include <QStringDecoder>

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

static char separatorOf(const QByteArray &bytes)
{
    QByteArray first = bytes.left(bytes.indexOf('\n') < 0 ? bytes.size() : bytes.indexOf('\n'));
    if (first.contains(','))
        return ',';
    return first.contains(';') ? ';' : first.contains('\t') ? '\t' : ',';
}

core::Result<QList<CsvRecord>> parseCsv(const QByteArray &given, int limit)
{
    const QByteArray bytes = given.startsWith("\xEF\xBB\xBF") ? given.mid(3) : given;
    if (bytes.contains('\0'))
        return core::fieldError(QStringLiteral("file"), sayCsv(QT_TRANSLATE_NOOP("Csv", "This is no text file.")));
    const char separator = separatorOf(bytes);
    QList<CsvRecord> out;
    CsvRecord record;
    QByteArray cell;
    int line = 1;
    record.line = 1;
    bool isQuoted = false; ///< inside quotes
    bool wasQuoted = false;
    std::optional<core::Error> problem;
    const auto endCell = [&] {
        QStringDecoder utf8(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
        record.cells << QString(utf8(cell));
        if (utf8.hasError())
            problem = fault(line, QT_TRANSLATE_NOOP("Csv", "this is no UTF-8. Save the file as CSV UTF-8."));
        cell.clear();
        wasQuoted = false;
    };
    const auto endRecord = [&] {
        const bool isEmpty = record.cells.isEmpty() && cell.isEmpty() && !wasQuoted;
        if (!isEmpty) {
            endCell();
            out << record;
        }
        record.cells.clear();
    };
    for (qsizetype i = 0; i < bytes.size() && !problem; ++i) {
        const char c = bytes.at(i);
        if (isQuoted) {
            if (c == '\n')
                ++line;
            if (c != '"')
                cell += c;
            else if (i + 1 < bytes.size() && bytes.at(i + 1) == '"')
                cell += bytes.at(++i);
            else
                isQuoted = false;
        } else if (c == '"' && cell.isEmpty() && !wasQuoted) {
            isQuoted = wasQuoted = true;
        } else if (c == '"') {
            return fault(line, QT_TRANSLATE_NOOP("Csv",
                                   "a quotation mark stands inside a cell. Put the whole cell in quotation marks."));
        } else if (c == separator) {
            endCell();
        } else if (c == '\n' || c == '\r') {
            if (c == '\r' && i + 1 < bytes.size() && bytes.at(i + 1) == '\n')
                ++i;
            endRecord();
            record.line = ++line;
            if (out.size() > limit)
                return core::fieldError(QStringLiteral("file"),
                    sayCsv(QT_TRANSLATE_NOOP("Csv", "The file has more than %1 lines.")).arg(limit));
        } else if (wasQuoted) {
            return fault(line, QT_TRANSLATE_NOOP("Csv", "something follows the closing quotation mark."));
        } else {
            cell += c;
        }
    }
    if (isQuoted)
        return fault(record.line, QT_TRANSLATE_NOOP("Csv", "a quotation mark is not closed."));
    endRecord();
    if (problem)
        return *problem;
    return out;
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
