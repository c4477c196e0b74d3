#include "net/sailpoint/identitypage.h"
#include "domain/identities/identity.h"
#include <QStringList>
#include <deque>
#include <simdjson.h>

namespace net::sailpoint {

namespace {

using simdjson::dom::element;
using simdjson::dom::object;

struct Wanted
{
    std::string name;
    domain::Field field;
};

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

} // namespace

struct IdentityPage::Impl
{
    simdjson::dom::parser parser;
    std::vector<domain::IdentityRow> rows;
    std::deque<std::string> made; ///< text of values that were numbers or booleans
    simdjson::padded_string padded;

    std::string_view asText(const element &e)
    {
        switch (e.type()) {
        case simdjson::dom::element_type::STRING: return e.get_string().value_unsafe();
        case simdjson::dom::element_type::BOOL: return e.get_bool().value_unsafe() ? "true" : "false";
        case simdjson::dom::element_type::INT64: return made.emplace_back(std::to_string(e.get_int64().value_unsafe()));
        case simdjson::dom::element_type::UINT64:
            return made.emplace_back(std::to_string(e.get_uint64().value_unsafe()));
        case simdjson::dom::element_type::DOUBLE: return made.emplace_back(simdjson::minify(e));
        case simdjson::dom::element_type::NULL_VALUE: return std::string_view("");
        default: return made.emplace_back(simdjson::minify(e));
        }
    }

    void take(const object &from, const std::vector<Wanted> &wanted, domain::IdentityRow &row)
    {
        for (const auto &[key, value] : from) {
            for (const Wanted &w : wanted) {
                if (key == w.name) {
                    row.fields[size_t(w.field)] = asText(value);
                    break;
                }
            }
        }
    }

    // RFC 7643 with IdentityIQ's and the enterprise extension; its own attributes are members of the extension.
    void fillScim(const object &o, const std::vector<Wanted> &wanted, domain::IdentityRow &row)
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
            take(part, wanted, row);
    }

    // A boolean however it is written ("False", "0"); nothing when it is not there or cannot be read.
    std::optional<bool> flagOf(const object &o, const char *key)
    {
        element value;
        if (o[key].get(value) != simdjson::SUCCESS)
            return std::nullopt;
        const std::string_view t = asText(value);
        return domain::parseFlag(QString::fromUtf8(t.data(), qsizetype(t.size())));
    }
    // Not said is not known.
    static std::string_view activeWord(std::optional<bool> isActive)
    {
        if (!isActive)
            return "";
        return *isActive ? "active" : "inactive";
    }

    // A projection of IdentityIQ's own properties.
    void fillTable(const object &o, const std::vector<Wanted> &wanted, domain::IdentityRow &row)
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
        const auto isOn = active ? active : inactive ? std::optional(!*inactive) : std::nullopt;
        row.lifecycle = activeWord(isOff ? std::optional(false) : isOn);
        row.fields[size_t(domain::Field::FirstName)] = text(o["firstname"]);
        row.fields[size_t(domain::Field::LastName)] = text(o["lastname"]);
        row.fields[size_t(domain::Field::WorkEmail)] = row.email;
        object attributes;
        if (o["attributes"].get(attributes) == simdjson::SUCCESS)
            take(attributes, wanted, row);
        take(o, wanted, row);
    }

    // Without a display name a log-in name stands there, and that is nobody's name: the parts are, where they are
    // known.
    void nameFromParts(domain::IdentityRow &row)
    {
        const std::string_view first = row.fields[size_t(domain::Field::FirstName)],
                               last = row.fields[size_t(domain::Field::LastName)];
        if ((row.name.empty() || row.name == row.alias) && !first.empty() && !last.empty())
            row.name = made.emplace_back(std::string(first) + ' ' + std::string(last));
    }

    void fill(const object &o, PageKind kind, const std::vector<Wanted> &wanted, domain::IdentityRow &row)
    {
        if (kind == PageKind::Scim)
            return fillScim(o, wanted, row);
        if (kind == PageKind::Table)
            return fillTable(o, wanted, row);
        const bool search = kind == PageKind::Search;
        const std::string_view name = text(o["name"]);
        const std::string_view display = search ? text(o["displayName"]) : name;
        row.name = display.empty() ? name : display;
        row.alias = search ? name : text(o["alias"]);
        row.email = text(o[search ? "email" : "emailAddress"]);
        row.modified = text(o["modified"]);
        row.sailpointStatus = text(o[search ? "status" : "identityStatus"]);
        if (search) {
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
        if (search) {
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
            if (!search && key == "cloudCorrelated")
                row.correlated = asText(value) != "false";
            for (const Wanted &w : wanted) {
                if (key == w.name) {
                    row.fields[size_t(w.field)] = asText(value);
                    break;
                }
            }
        }
    }
};

IdentityPage::IdentityPage() : m_impl(std::make_unique<Impl>()) {}
IdentityPage::~IdentityPage() = default;

// IdentityIQ's lists are members: "Resources" of SCIM, and what its plug-in may call them.
static std::optional<simdjson::dom::array> listIn(const element &root)
{
    simdjson::dom::array list;
    object o;
    if (!root.get(list))
        return list;
    if (root.get(o))
        return std::nullopt;
    if (!o["Resources"].get(list))
        return list;
    for (const char *key : {"objects", "results", "items", "data"}) {
        if (!o[key].get(list))
            return list;
    }
    return std::nullopt;
}

// SCIM leaves an empty list out.
static bool isEmptyScimList(const element &root)
{
    int64_t total = -1;
    return root["totalResults"].get(total) == simdjson::SUCCESS && root["Resources"].error() != simdjson::SUCCESS;
}

static core::Error broken(const QString &what)
{
    return core::vendorError(core::ErrorCode::Protocol, what);
}

core::Status IdentityPage::parse(const QByteArray &body, PageKind kind, const domain::AttributeMap &map)
{
    m_impl->rows.clear();
    m_impl->made.clear();
    std::vector<Wanted> wanted;
    for (int i = 0; i < domain::fieldCount; ++i)
        wanted.push_back({map.name(domain::Field(i)).toStdString(), domain::Field(i)});
    // A QByteArray's tail is not padded for simdjson; parse() copies into its own padded buffer.
    element root;
    if (const auto error = m_impl->parser.parse(body.constData(), size_t(body.size()), true).get(root))
        return broken(
            QStringLiteral("The page is not JSON: %1.").arg(QString::fromLatin1(simdjson::error_message(error))));
    simdjson::dom::array list;
    const bool isOurs = kind == PageKind::Search || kind == PageKind::List;
    if (!isOurs && isEmptyScimList(root))
        return core::ok();
    const auto found = isOurs ? std::nullopt : listIn(root);
    if (found)
        list = *found;
    else if (!isOurs || root.get(list))
        return broken(QStringLiteral("The page is no JSON list."));
    m_impl->rows.reserve(list.size());
    for (const element item : list) {
        object o;
        domain::IdentityRow row;
        if (item.get(o) || o["id"].get(row.id) || row.id.empty()) {
            m_impl->rows.clear();
            return broken(QStringLiteral("The page holds an entry without an id."));
        }
        m_impl->fill(o, kind, wanted, row);
        m_impl->nameFromParts(row);
        m_impl->rows.push_back(row);
    }
    return core::ok();
}

const std::vector<domain::IdentityRow> &IdentityPage::rows() const
{
    return m_impl->rows;
}

QString IdentityPage::lastId() const
{
    if (m_impl->rows.empty())
        return {};
    const std::string_view id = m_impl->rows.back().id;
    return QString::fromUtf8(id.data(), qsizetype(id.size()));
}

QStringList searchIncludes(const domain::AttributeMap &map)
{
    QStringList list{QStringLiteral("id"), QStringLiteral("name"), QStringLiteral("displayName"),
        QStringLiteral("firstName"), QStringLiteral("lastName"), QStringLiteral("email"),
        QStringLiteral("employeeNumber"), QStringLiteral("modified"), QStringLiteral("protected"),
        QStringLiteral("status"), QStringLiteral("processingState"), QStringLiteral("identityProfile.name"),
        QStringLiteral("manager.displayName"), QStringLiteral("source.name"),
        QStringLiteral("attributes.cloudLifecycleState")};
    for (int i = 0; i < domain::fieldCount; ++i)
        list << QStringLiteral("attributes.") + map.name(domain::Field(i));
    list.removeDuplicates();
    return list;
}

} // namespace net::sailpoint
