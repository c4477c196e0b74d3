#include "net/provider/assurancelevel.h"
#include "domain/identities/identity.h"
#include "domain/text/instant.h"
#include "net/http/fields.h"
#include <QJsonArray>
#include <QList>

namespace net {

std::optional<int> levelIn(const QJsonObject &o, const QStringList &more)
{
    const QStringList places{QStringLiteral("/ial"), QStringLiteral("/ialLevel"), QStringLiteral("/verification/ial"),
        QStringLiteral("/metadata/ial")};
    const QJsonValue level = firstAt(o, places + more);
    return domain::parseIal(level.isDouble() ? QString::number(level.toInteger(-1)) : level.toString());
}

namespace {

// One statement about a level: of the whole answer, of its data, or of one verification or document in a list.
QList<QJsonObject> statementsIn(const QJsonObject &answer)
{
    QList<QJsonObject> all;
    for (const QJsonObject &o : {answer, answer.value(QLatin1String("data")).toObject()}) {
        if (!o.isEmpty())
            all << o;
        for (const char *key : {"verifications", "sessions", "documents", "history", "levels", "data"}) {
            const QJsonArray list = o.value(QLatin1String(key)).toArray();
            for (const auto &v : list)
                all << v.toObject();
        }
    }
    return all;
}

} // namespace

std::optional<int> levelOfSession(
    const QJsonObject &answer, const core::ProviderSessionId &session, const SessionTime &time, core::Instant now)
{
    constexpr core::Instant tolerance = core::minuteMs; // between the session's end and the document's record
    std::optional<int> found;
    for (const QJsonObject &o : statementsIn(answer)) {
        const auto level = levelIn(o, {QStringLiteral("/level")}); // in an answer about levels only
        if (!level)
            continue;
        const QString named = firstAt(o, {QStringLiteral("/sessionId"), QStringLiteral("/session_id"),
                                             QStringLiteral("/session/id"), QStringLiteral("/metadata/sessionId")})
                                  .toString()
                                  .trimmed();
        bool isOurs = !named.isEmpty() && named == session.str();
        if (named.isEmpty() && time.startedAt && time.completedAt) {
            const auto at =
                domain::parseInstant(firstAt(o, {QStringLiteral("/completedAt"), QStringLiteral("/completed_at"),
                                                    QStringLiteral("/verifiedAt"), QStringLiteral("/verified_at")}),
                    now);
            isOurs = at.at && at.quality == domain::DateQuality::Exact && *at.at >= *time.startedAt &&
                     *at.at <= *time.completedAt + tolerance;
        }
        if (!isOurs)
            continue;
        if (found && *found != *level)
            return std::nullopt; // two answers to one question are none
        found = level;
    }
    return found;
}

} // namespace net
