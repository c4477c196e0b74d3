#include "net/sailpoint/rowreader.h"
#include "domain/identities/identity.h"
#include <string>

namespace net::sailpoint {

using simdjson::dom::element;
using simdjson::dom::object;

namespace {

std::string_view text(const simdjson::simdjson_result<element> &e)
{
    std::string_view v;
    if (e.get(v) != simdjson::SUCCESS)
        return ""; // given, and empty: unlike a default view, which means "not part of such an answer"
    return v;
}

std::string_view nested(const object &o, std::string_view outer, std::string_view inner)
{
    object child;
    if (o[outer].get(child) != simdjson::SUCCESS)
        return "";
    return text(child[inner]);
}

// Not said is not known.
std::string_view activeWord(std::optional<bool> isActive)
{
    if (!isActive)
        return "";
    return *isActive ? "active" : "inactive";
}

} // namespace

void RowReader::start(const domain::AttributeMap &map)
{
    m_made.clear();
    m_wanted.clear();
    for (int i = 0; i < domain::fieldCount; ++i)
        m_wanted.push_back({map.name(domain::Field(i)).toStdString(), domain::Field(i)});
}

void RowReader::read(const object &o, PageKind kind, domain::IdentityRow &row)
{
    if (kind == PageKind::Scim)
        fillScim(o, row);
    else if (kind == PageKind::Table)
        fillTable(o, row);
    else
        fillCloud(o, kind == PageKind::Search, row);
    nameFromParts(row);
}

std::string_view RowReader::asText(const element &e)
{
    switch (e.type()) {
    case simdjson::dom::element_type::STRING: return e.get_string().value_unsafe();
    case simdjson::dom::element_type::BOOL: return e.get_bool().value_unsafe() ? "true" : "false";
    case simdjson::dom::element_type::INT64: return m_made.emplace_back(std::to_string(e.get_int64().value_unsafe()));
    case simdjson::dom::element_type::UINT64: return m_made.emplace_back(std::to_string(e.get_uint64().value_unsafe()));
    case simdjson::dom::element_type::DOUBLE: return m_made.emplace_back(simdjson::minify(e));
    case simdjson::dom::element_type::NULL_VALUE: return std::string_view("");
    default: return m_made.emplace_back(simdjson::minify(e));
    }
}

void RowReader::takeWanted(std::string_view key, const element &value, domain::IdentityRow &row)
{
    for (const Wanted &w : m_wanted) {
        if (key == w.name) {
            row.fields[size_t(w.field)] = asText(value);
            break;
        }
    }
}

void RowReader::takeMembers(const object &from, domain::IdentityRow &row)
{
    for (const auto &[key, value] : from)
        takeWanted(key, value, row);
}

// RFC 7643 with IdentityIQ's and the enterprise extension; its own attributes are members of the extension.
void RowReader::fillScim(const object &o, domain::IdentityRow &row)
{
    row.alias = text(o["userName"]);
    row.name = text(o["displayName"]);
    if (row.name.empty())
        row.name = nested(o, "name", "formatted");
    if (row.name.empty())
        row.name = row.alias;
    row.profile = text(o["userType"]);
    row.modified = nested(o, "meta", "lastModified");
    row.source = "";
    simdjson::dom::array emails;
    if (o["emails"].get(emails) == simdjson::SUCCESS) {
        for (const element e : emails) {
            object mail;
            if (e.get(mail))
                continue;
            const auto primary = mail["primary"];
            const bool isPrimary = !primary.error() && asText(primary.value_unsafe()) == "true";
            if (row.email.empty() || isPrimary)
                row.email = text(mail["value"]);
        }
    }
    row.lifecycle = activeWord(flagOf(o, "active"));
    row.fields[size_t(domain::Field::FirstName)] = nested(o, "name", "givenName");
    row.fields[size_t(domain::Field::LastName)] = nested(o, "name", "familyName");
    row.fields[size_t(domain::Field::WorkEmail)] = row.email;
    object part;
    if (o["urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"].get(part) == simdjson::SUCCESS)
        row.manager = nested(part, "manager", "displayName");
    if (o["urn:ietf:params:scim:schemas:sailpoint:1.0:User"].get(part) == simdjson::SUCCESS)
        takeMembers(part, row);
}

// A boolean however it is written ("False", "0"); nothing when it is not there or cannot be read.
std::optional<bool> RowReader::flagOf(const object &o, const char *key)
{
    element value;
    if (o[key].get(value) != simdjson::SUCCESS)
        return std::nullopt;
    const std::string_view t = asText(value);
    return domain::parseFlag(QString::fromUtf8(t.data(), qsizetype(t.size())));
}

// A projection of IdentityIQ's own properties.
void RowReader::fillTable(const object &o, domain::IdentityRow &row)
{
    row.alias = text(o["name"]);
    row.name = text(o["displayName"]);
    if (row.name.empty())
        row.name = row.alias;
    row.email = text(o["email"]);
    row.profile = text(o["type"]);
    row.source = "";
    row.manager = nested(o, "manager", "displayName");
    if (row.manager.empty())
        row.manager = text(o["manager"]);
    element changed;
    if (o["modified"].get(changed) == simdjson::SUCCESS)
        row.modified = asText(changed);
    const auto inactive = flagOf(o, "inactive"), active = flagOf(o, "active");
    const bool isOff = inactive.value_or(false) || !active.value_or(true);
    auto isOn = active;
    if (!isOn && inactive)
        isOn = !*inactive;
    row.lifecycle = activeWord(isOff ? std::optional(false) : isOn);
    row.fields[size_t(domain::Field::FirstName)] = text(o["firstname"]);
    row.fields[size_t(domain::Field::LastName)] = text(o["lastname"]);
    row.fields[size_t(domain::Field::WorkEmail)] = row.email;
    object attributes;
    if (o["attributes"].get(attributes) == simdjson::SUCCESS)
        takeMembers(attributes, row);
    takeMembers(o, row);
}

// Without a display name a log-in name stands there, and that is nobody's name: the parts are, where they are
// known.
void RowReader::nameFromParts(domain::IdentityRow &row)
{
    const std::string_view first = row.fields[size_t(domain::Field::FirstName)],
                           last = row.fields[size_t(domain::Field::LastName)];
    if ((row.name.empty() || row.name == row.alias) && !first.empty() && !last.empty())
        row.name = m_made.emplace_back(std::string(first) + ' ' + std::string(last));
}

void RowReader::fillCloud(const object &o, bool isSearch, domain::IdentityRow &row)
{
    const std::string_view name = text(o["name"]);
    const std::string_view display = isSearch ? text(o["displayName"]) : name;
    row.name = display.empty() ? name : display;
    row.alias = isSearch ? name : text(o["alias"]);
    row.email = text(o[isSearch ? "email" : "emailAddress"]);
    row.modified = text(o["modified"]);
    row.sailpointStatus = text(o[isSearch ? "status" : "identityStatus"]);
    if (isSearch) {
        row.profile = nested(o, "identityProfile", "name");
        row.manager = nested(o, "manager", "displayName");
        row.source = nested(o, "source", "name");
    } else {
        row.manager = nested(o, "managerRef", "name");
        row.lifecycle = nested(o, "lifecycleState", "stateName");
    }
    row.hasProcessingError = text(o["processingState"]) == "ERROR";
    bool flag = false;
    if (o["protected"].get(flag) == simdjson::SUCCESS)
        row.isProtected = flag;
    if (isSearch) {
        row.fields[size_t(domain::Field::FirstName)] = text(o["firstName"]);
        row.fields[size_t(domain::Field::LastName)] = text(o["lastName"]);
        row.fields[size_t(domain::Field::EmployeeNumber)] = text(o["employeeNumber"]);
    }
    object attributes;
    if (o["attributes"].get(attributes) != simdjson::SUCCESS)
        return;
    // One pass over the attributes: they are few, and most are wanted.
    for (const auto &[key, value] : attributes) {
        if (key == "cloudLifecycleState") {
            if (row.lifecycle.empty())
                row.lifecycle = asText(value);
            continue;
        }
        if (!isSearch && key == "cloudCorrelated")
            row.correlated = asText(value) != "false";
        takeWanted(key, value, row);
    }
}

} // namespace net::sailpoint
