#pragma once
#include "core/result.h"
#include <QByteArray>
#include <QList>
#include <QStringList>

namespace domain {

/// One record of a CSV file and the line it begins on, from 1.
struct CsvRecord
{
    int line = 0;
    QStringList cells;
};

/// RFC 4180 in UTF-8 or UTF-16 (a byte order mark is skipped): quoted cells with commas, line ends and doubled quotes;
/// CRLF, LF and CR as line ends; comma, semicolon or TAB between the cells, as "sep=;" in the first line says, else the
/// one that stands equally often in the most lines. Empty lines are left out. Usage, with the line, for a quote that
/// does not end or that stands inside a plain cell; for what is no UTF-8, holds a NUL, or has more than `limit`
/// records.
core::Result<QList<CsvRecord>> parseCsv(const QByteArray &bytes, int limit = 1'000'000);

/// A list of people to look up: one key a record.
struct PersonKey
{
    int line = 0;
    QString key;
};
/// The keys of a list: the column that is headed id, email, alias or employeeNumber (letter case, spaces, - and _
/// aside; the first of these in this order), or the first column when no head is known. Usage when there is none.
core::Result<QList<PersonKey>> peopleKeys(const QByteArray &csv);

} // namespace domain
