#pragma once
#include "core/async.h"
#include "core/ids.h"
#include <QJsonObject>
#include <QObject>

namespace services {

struct Context;

/// What is kept of a link so that the caller can read its end back: {"readBack", "with"}, never the code. Empty where
/// the link has no end of its own, or the same end or code as the last session's, or could not be compared with it.
/// With a keychain the digest is keyed by a secret of this data folder, so that nothing can be tried from the file;
/// without one it is scrypt's, a quarter of a second a try. Thread: the owner's.
core::Async<QJsonObject> readBackNote(Context &context, QObject *owner, const core::TenantId &tenant,
    const core::SessionId &session, const QString &link);
/// The digest of what a caller read back, made as `with` says; Conflict when there is none or its key cannot be read.
core::Async<QString> readBackDigest(
    Context &context, QObject *owner, const core::SessionId &session, const QString &code, const QString &with);

/// Conflict, with what else binds the caller.
core::Error noCodeToCompare();

} // namespace services
