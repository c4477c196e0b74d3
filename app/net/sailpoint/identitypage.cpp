#include "net/sailpoint/identitypage.h"
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
        case simdjson::dom::element_type::UINT64: return made.emplace_back(std::to_string(e.get_uint64().value_unsafe()));
        case simdjson::dom::element_type::DOUBLE: return made.emplace_back(simdjson::minify(e));
        case simdjson::dom::element_type::NULL_VALUE: return std::string_view("");
        default: return made.emplace_back(simdjson::minify(e));
        }
    }

    void fill(const object &o, PageKind kind, const std::vector<Wanted> &wanted, domain::IdentityRow &row)
    {
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

static core::Error broken(const QString &what) { return core::makeError(core::ErrorCode::Protocol, what); }

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
        return broken(QStringLiteral("The page is not JSON: %1.").arg(QString::fromLatin1(simdjson::error_message(error))));
    simdjson::dom::array list;
    if (root.get(list))
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
        m_impl->rows.push_back(row);
    }
    return core::ok();
}

const std::vector<domain::IdentityRow> &IdentityPage::rows() const { return m_impl->rows; }

QString IdentityPage::lastId() const
{
    if (m_impl->rows.empty())
        return {};
    const std::string_view id = m_impl->rows.back().id;
    return QString::fromUtf8(id.data(), qsizetype(id.size()));
}

QStringList searchIncludes(const domain::AttributeMap &map)
{
    QStringList list{QStringLiteral("id"), QStringLiteral("name"), QStringLiteral("displayName"), QStringLiteral("firstName"),
                     QStringLiteral("lastName"), QStringLiteral("email"), QStringLiteral("employeeNumber"),
                     QStringLiteral("modified"), QStringLiteral("protected"), QStringLiteral("status"), QStringLiteral("processingState"),
                     QStringLiteral("identityProfile.name"), QStringLiteral("manager.displayName"), QStringLiteral("source.name"),
                     QStringLiteral("attributes.cloudLifecycleState")};
    for (int i = 0; i < domain::fieldCount; ++i)
        list << QStringLiteral("attributes.") + map.name(domain::Field(i));
    list.removeDuplicates();
    return list;
}

} // namespace net::sailpoint
