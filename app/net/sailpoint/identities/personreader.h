#pragma once
#include "domain/identities/identityattributes.h"
#include "domain/identities/liveidentity.h"
#include "net/sailpoint/identitypage.h"

namespace net::sailpoint {

/// One person as the tenant sent them.
struct PersonRead
{
    QByteArray page; ///< a page of this one entry, for IdentityPage::parse()
    PageKind kind = PageKind::List;
    domain::IdentityAttributes attributes;
};

/// `attributes`: the member of `object` that holds them, or `object` itself.
PersonRead personFrom(const QJsonObject &object, PageKind kind, const QJsonObject &attributes);
/// Of the cloud: an object of /identities or a document of /search, attributes in "attributes".
PersonRead cloudPersonFrom(const QJsonObject &object, PageKind kind);

domain::LiveIdentity liveIdentityFrom(const QJsonObject &object);
domain::LiveIdentities liveIdentitiesFrom(const QJsonArray &list);

} // namespace net::sailpoint
