#pragma once
#include <QByteArray>
#include <QUrl>

namespace net::sailpoint {

/// base + path, with an encoded query ready made ("a=b&c=d") or empty.
QUrl url(const QString &base, const QString &path, const QByteArray &query = {});
/// Strictly percent-encoded once, as filters need it.
QByteArray queryItem(const char *name, const QString &value);
/// A filter's string literal: quoted, with \ and " escaped.
QString quoted(const QString &text);

} // namespace net::sailpoint
