#pragma once
#include "core/result.h"
#include "domain/identities/identityrow.h"
#include <QByteArray>
#include <QString>
#include <memory>

namespace net::sailpoint {

/// Documents of /search, objects of /identities; of IdentityIQ: SCIM Users, or rows of its plug-in's identity table.
enum class PageKind { Search, List, Scim, Table };

/// A parsed page: `rows` are views that live as long as the page does. Reusable; keeps its buffers between pages.
/// Thread: any one at a time.
class IdentityPage
{
public:
    IdentityPage();
    ~IdentityPage();
    /// Parses the whole page or nothing: Protocol when it is no list of objects with a string id each. IdentityIQ's
    /// lists are members of an object.
    core::Status parse(const QByteArray &body, PageKind kind, const domain::AttributeMap &map);
    const std::vector<domain::IdentityRow> &rows() const;
    /// Id of the last row: the cursor of the next page.
    QString lastId() const;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

/// The `includes` that a search needs for rows() to be complete.
QStringList searchIncludes(const domain::AttributeMap &map);

} // namespace net::sailpoint
