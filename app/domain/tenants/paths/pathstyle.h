#pragma once
#include "core/clock.h"
#include <QByteArray>
#include <QString>
#include <QStringList>
#include <optional>

// Which generation of SailPoint's paths a tenant is asked by. Pure.
namespace domain {

/// Auto begins with v2024 and goes over to the per-service paths (v1) when SailPoint says so.
enum class PathStyle { V2024, V1, V2025, V2026, Auto };
QString pathStyleKey(PathStyle s);
std::optional<PathStyle> pathStyleFromKey(const QString &key);
QStringList pathStyleKeys(); ///< Auto first, as they are offered

/// "/identities", "/{id}" -> "/v2024/identities/{id}" or "/identities/v1/{id}". `style` is one in use, never Auto.
QString apiPath(PathStyle style, const QString &service, const QString &rest = {});

/// What an answer says of the paths it was asked by.
enum class PathsSay {
    Nothing,
    Deprecated, ///< X-Deprecated: they end within two years
    Gone,       ///< a list that is not there: perhaps they ended
    Absent,     ///< what is asked for by an id is not there, or the paths ended: not to be told from this answer
};
/// `operation` is the call's form ("/identities/{id}"). What the per-service paths do not have is not there.
PathsSay pathsSay(PathStyle inUse, const QByteArray &method, const QString &operation, int status,
    const QByteArray &deprecatedHeader);
/// May the per-service paths be tried now with this call? By reading only, and at most once a day where they did not
/// have it. `last`: when that was, 0 never; UTC ms.
bool shallTryPerService(PathStyle style, PathStyle inUse, PathsSay says, const QByteArray &method,
    const QString &operation, core::Instant last, core::Instant now);

} // namespace domain
