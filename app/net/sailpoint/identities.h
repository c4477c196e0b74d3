#pragma once
#include "domain/profiles/identityattribute.h"
#include "domain/profiles/identityprofile.h"
#include "domain/verification/writeback/writeback.h"
#include "net/sailpoint/api.h"
#include "net/sailpoint/identities/personreader.h"
#include <QJsonArray>
#include <QJsonObject>

namespace net::sailpoint {

/// A page as it came; parsed on the thread that stores it (identitypage.h).
struct RawPage
{
    QByteArray body;
    std::optional<qint64> total; ///< X-Total-Count, when asked for and given
    QString requestId;
};

/// GET /identities (contract 5). limit 1..250. Needs a token with a user.
core::Async<RawPage> listIdentities(
    Api &api, int offset, int limit, const QString &filters, bool uncorrelatedToo, bool count);
/// GET /identities/{id}: the only read that does not lag behind a write.
core::Async<PersonRead> getIdentity(Api &api, const core::IdentityId &id);
core::Async<domain::LiveIdentity> liveIdentity(Api &api, const core::IdentityId &id);
/// GET /public-identities?limit=1: the cheapest proof that the API answers.
core::Async<core::Unit> probePublicIdentities(Api &api);
/// PATCH /identities/{id} as the seed has it; no published version offers it.
core::Async<core::Unit> patchIdentityDirect(
    Api &api, const core::IdentityId &id, const QList<domain::AttributeWrite> &writes);

struct SearchRequest
{
    QString query;        ///< SailPoint query string, "*" for all
    QStringList includes; ///< queryResultFilter
    QString after;        ///< id of the last document of the page before
    int limit = 10000;
    bool count = false;
};
/// POST /search on identities, sorted by id, nested data left out (contract 8). Safe to repeat.
core::Async<RawPage> searchIdentities(Api &api, const SearchRequest &request);
/// GET /search/identities/{id}: for a token without a user; lags behind a write by seconds to minutes.
core::Async<PersonRead> getSearchDocument(Api &api, const core::IdentityId &id);
/// POST /search/count.
core::Async<qint64> countIdentities(Api &api, const QString &query);

/// GET /identity-attributes.
core::Async<QList<domain::IdentityAttribute>> listIdentityAttributes(Api &api);

} // namespace net::sailpoint
