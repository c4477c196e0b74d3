#include "domain/identities/peopleexport.h"
#include "domain/text/csv.h"

namespace domain {

static constexpr std::array<std::string_view, peopleColumnCount> keys{"id", "name", "alias", "email", "profile",
    "lifecycle", "idvStatus", "ial", "verifiedOn", "due", "employeeNumber", "manager", "source", "idvSessionId",
    "documentType", "sailpointStatus", "modified", "policy", "graceEnds", "contact", "pastDue", "overdueReason"};

std::string_view columnKey(PeopleColumn column)
{
    return keys[size_t(column)];
}

static const std::array<std::string, identityStatusCount> &statusWords()
{
    static const std::array<std::string, identityStatusCount> words = [] {
        std::array<std::string, identityStatusCount> out;
        for (int i = 0; i < identityStatusCount; ++i)
            out[size_t(i)] = statusKey(IdentityStatus(i)).toStdString();
        return out;
    }();
    return words;
}

// What a cell says; `scratch` holds what is not in the person as text.
static std::string_view cell(const PersonCells &p, PeopleColumn column, core::Instant now, std::string &scratch)
{
    const auto instant = [&scratch](const std::optional<core::Instant> &at) -> std::string_view {
        scratch.clear();
        if (at)
            appendInstant(scratch, *at);
        return scratch;
    };
    switch (column) {
    case PeopleColumn::Status:
        return p.kind == StatusKind::Held
                   ? "held"
                   : std::string_view(statusWords()[size_t(statusAt(p.kind, p.due, p.warnAt, now))]);
    case PeopleColumn::Ial: return p.ial ? std::string_view("0123").substr(size_t(*p.ial), 1) : std::string_view();
    case PeopleColumn::VerifiedOn: return instant(p.verifiedAt);
    case PeopleColumn::Due: return instant(shownDue(p.lapse, p.due, now));
    case PeopleColumn::Modified: return instant(p.modified);
    case PeopleColumn::GraceEnds: return instant(shownGrace(p.lapse, p.due, p.graceEnds, now));
    case PeopleColumn::PastDue: {
        const auto part = pastDuePart(p.kind, p.lapse, p.due, now);
        scratch = part ? pastDueKey(*part).toStdString() : std::string();
        return scratch;
    }
    case PeopleColumn::OverdueReason: {
        const auto reason = overdueReasonAt(p.lapse, p.due, now);
        scratch = reason ? overdueReasonKey(*reason).toStdString() : std::string();
        return scratch;
    }
    default: return p.text[size_t(column)];
    }
}

std::string exportHead(const PeopleExportLayout &layout)
{
    std::string out;
    if (layout.format == ExportFormat::JsonLines)
        return out;
    if (layout.hasByteOrderMark)
        out = "\xEF\xBB\xBF";
    for (const PeopleColumn c : layout.columns) {
        if (c != layout.columns.front())
            out.push_back(',');
        appendCsvCell(out, columnKey(c));
    }
    return out + "\r\n";
}

void appendPerson(std::string &out, const PersonCells &person, const PeopleExportLayout &layout, core::Instant now)
{
    static thread_local std::string scratch;
    const bool isJson = layout.format == ExportFormat::JsonLines;
    char before = isJson ? '{' : '\0';
    for (const PeopleColumn c : layout.columns) {
        if (before)
            out.push_back(before);
        before = ',';
        const std::string_view value = cell(person, c, now, scratch);
        if (!isJson) {
            appendCsvCell(out, value);
            continue;
        }
        appendJsonString(out, columnKey(c));
        out.push_back(':');
        if (value.empty())
            out.append("null");
        else if (c == PeopleColumn::Ial)
            out.append(value);
        else
            appendJsonString(out, value);
    }
    out.append(isJson ? "}\n" : "\r\n");
}

} // namespace domain
