#pragma once
#include "domain/reverification/reverification.h"
#include <QStringList>
#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace domain {

/// A column of an export of people; the order is the file's.
enum class PeopleColumn {
    Id,
    Name,
    Alias,
    Email,
    Profile,
    Lifecycle,
    Status,
    Ial,
    VerifiedOn,
    Due,
    EmployeeNumber,
    Manager,
    Source,
    SessionId,
    DocumentType,
    AccountState,
    Modified,
    Policy,
    GraceEnds,
    Contact,
    PastDue,
    OverdueReason,
};
constexpr size_t peopleColumnCount = 22;

/// "employeeNumber", …: the head of the column in CSV, the key in JSON Lines.
std::string_view columnKey(PeopleColumn column);

/// One person of the local copy: views that are good while the visitor runs.
struct PersonCells
{
    std::array<std::string_view, peopleColumnCount>
        text{}; ///< by PeopleColumn; Status, PastDue, OverdueReason, Ial and the dates come from below
    std::string_view mobile;
    StatusKind kind = StatusKind::Never;
    StatusKind lapse = StatusKind::Never;
    std::optional<int> ial;
    std::optional<core::Instant> verifiedAt, due, warnAt, graceEnds, modified;
    size_t place = 0; ///< which of the rows that were asked for
};

enum class ExportFormat { Csv, JsonLines };

struct PeopleExportLayout
{
    ExportFormat format = ExportFormat::Csv;
    std::vector<PeopleColumn> columns;
    bool hasByteOrderMark = false; ///< CSV only
};

/// Head of the file, with its line end (CRLF in CSV); empty for JSON Lines.
std::string exportHead(const PeopleExportLayout &layout);
/// One line with its end.
void appendPerson(std::string &out, const PersonCells &person, const PeopleExportLayout &layout, core::Instant now);

} // namespace domain
