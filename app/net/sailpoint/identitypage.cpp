#include "net/sailpoint/identitypage.h"
#include "net/sailpoint/rowreader.h"
#include <QStringList>
#include <optional>
#include <simdjson.h>
#include <vector>

namespace net::sailpoint {

using simdjson::dom::element;
using simdjson::dom::object;

struct IdentityPage::Impl
{
    simdjson::dom::parser parser;
    std::vector<domain::IdentityRow> rows;
    RowReader reader;
    simdjson::padded_string padded;
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
    m_impl->reader.start(map);
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
        m_impl->reader.read(o, kind, row);
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
