#include "net/http/jsonreader.h"
#include <QJsonDocument>
#include <algorithm>
#include <simdjson.h>
#include <string_view>
#include <vector>

namespace net {

static constexpr size_t deepest = 32;

// The first key that stands twice in one object, at any level; its text is the parser's.
static std::optional<std::string_view> repeatedKey(const simdjson::dom::element &e)
{
    using simdjson::dom::element_type;
    if (e.type() == element_type::ARRAY) {
        for (const auto child : simdjson::dom::array(e)) {
            if (const auto twice = repeatedKey(child))
                return twice;
        }
    } else if (e.type() == element_type::OBJECT) {
        std::vector<std::string_view> keys;
        for (const auto field : simdjson::dom::object(e)) {
            keys.push_back(field.key);
            if (const auto twice = repeatedKey(field.value))
                return twice;
        }
        std::sort(keys.begin(), keys.end());
        if (const auto twice = std::adjacent_find(keys.begin(), keys.end()); twice != keys.end())
            return *twice;
    }
    return std::nullopt;
}

core::Result<QJsonObject> readObject(const QByteArray &body)
{
    thread_local simdjson::dom::parser parser;
    const auto needed = size_t(std::max<qsizetype>(body.size(), 64 * 1024));
    if (parser.capacity() < needed && parser.allocate(needed, deepest) != simdjson::SUCCESS)
        return core::makeError(core::ErrorCode::Internal, QStringLiteral("There is no memory to read the answer."));
    simdjson::dom::element root;
    if (const auto fault = parser.parse(body.constData(), size_t(body.size()), true).get(root);
        fault != simdjson::SUCCESS)
        return unusable(
            {}, QStringLiteral("The answer is no JSON: %1").arg(QString::fromLatin1(simdjson::error_message(fault))));
    if (!root.is_object())
        return unusable({}, QStringLiteral("The answer is no JSON object."));
    if (const auto twice = repeatedKey(root)) {
        const QString key = QString::fromUtf8(twice->data(), qsizetype(twice->size()));
        return unusable(key, QStringLiteral("The answer holds the field \"%1\" twice.").arg(shown(key)));
    }
    const auto document = QJsonDocument::fromJson(body);
    if (!document.isObject())
        return unusable({}, QStringLiteral("The answer is no JSON object."));
    return document.object();
}

core::Result<domain::ProviderResult> resultFrom(const QJsonObject &o, const QStringList &sessionIdAt, core::Instant now)
{
    FieldReader f(o);
    domain::ProviderResult result;
    result.session = core::ProviderSessionId(f.id(f.pointed(sessionIdAt)));
    result.statusWord = f.word(f.named({QStringLiteral("verification_status"), QStringLiteral("status")}));
    result.status = domain::providerStatus(result.statusWord);
    result.ial = f.level(f.named({QStringLiteral("ial_level")}));
    result.verifiedName = f.text(f.named({QStringLiteral("verified_name")}));
    result.documentType = f.word(f.named({QStringLiteral("document_type")})).toLower();
    result.completedAt = f.instant(f.named({QStringLiteral("completed_at")}), now);
    result.failureReason = f.freeText(f.named({QStringLiteral("failure_reason")}));
    result.userHash = domain::userDigest(f.id(f.named({QStringLiteral("user_identifier")}), 320));
    if (f.fault())
        return *f.fault();
    if (result.session.isEmpty())
        return unusable(sessionIdAt.value(0).section(QLatin1Char('/'), -1),
            QStringLiteral("The answer does not name the session."));
    if (result.statusWord.isEmpty())
        return unusable(QStringLiteral("verification_status"), QStringLiteral("The answer holds no status."));
    return result;
}

core::Result<domain::ProviderResult> readResult(
    const QByteArray &body, const QStringList &sessionIdAt, core::Instant now)
{
    const auto object = readObject(body);
    if (!object)
        return object.error();
    return resultFrom(*object, sessionIdAt, now);
}

} // namespace net
