#pragma once
#include "domain/tenants/tenant.h"

namespace net::sailpoint {

/// "/identities", "/{id}" -> "/v2024/identities/{id}" or "/identities/v1/{id}" (contract section 1). `style` is one in
/// use, never Auto.
QString path(domain::PathStyle style, const QString &service, const QString &rest = {});
/// base + path, with an encoded query ready made ("a=b&c=d") or empty.
QUrl url(const QString &base, const QString &path, const QByteArray &query = {});
/// Strictly percent-encoded once, as filters need it.
QByteArray queryItem(const char *name, const QString &value);
/// A filter's string literal: quoted, with \ and " escaped.
QString quoted(const QString &text);

} // namespace net::sailpoint
