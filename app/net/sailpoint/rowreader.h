#pragma once
#include "domain/identities/attributes.h"
#include "domain/identities/identityrow.h"
#include "net/sailpoint/identitypage.h"
#include <deque>
#include <optional>
#include <simdjson.h>
#include <string>
#include <string_view>
#include <vector>

namespace net::sailpoint {

/// Reads one entry of a page. What a row views lives in the parsed document, or here until the next start(). Thread:
/// any one at a time.
class RowReader
{
public:
    void start(const domain::AttributeMap &map);
    /// `row` has its id already.
    void read(const simdjson::dom::object &o, PageKind kind, domain::IdentityRow &row);

private:
    struct Wanted
    {
        std::string name;
        domain::Field field;
    };
    std::string_view asText(const simdjson::dom::element &e);
    std::optional<bool> flagOf(const simdjson::dom::object &o, const char *key);
    void takeWanted(std::string_view key, const simdjson::dom::element &value, domain::IdentityRow &row);
    void takeMembers(const simdjson::dom::object &from, domain::IdentityRow &row);
    void fillCloud(const simdjson::dom::object &o, bool isSearch, domain::IdentityRow &row);
    void fillScim(const simdjson::dom::object &o, domain::IdentityRow &row);
    void fillTable(const simdjson::dom::object &o, domain::IdentityRow &row);
    void nameFromParts(domain::IdentityRow &row);

    std::vector<Wanted> m_wanted;
    std::deque<std::string> m_made; ///< text of values that were numbers or booleans
};

} // namespace net::sailpoint
