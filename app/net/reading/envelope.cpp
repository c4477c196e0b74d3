#include "net/reading/envelope.h"
#include "domain/identity.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>
#include <simdjson.h>
#include <string_view>
#include <vector>

namespace net {

static constexpr size_t deepest = 32;

static bool hasTwice(const simdjson::dom::element &e)
{
    using simdjson::dom::element_type;
    if (e.type() == element_type::ARRAY) {
        for (const auto child : simdjson::dom::array(e)) {
            if (hasTwice(child))
                return true;
        }
    } else if (e.type() == element_type::OBJECT) {
        std::vector<std::string_view> keys;
        for (const auto field : simdjson::dom::object(e)) {
            keys.push_back(field.key);
            if (hasTwice(field.value))
                return true;
        }
        std::sort(keys.begin(), keys.end());
        return std::adjacent_find(keys.begin(), keys.end()) != keys.end();
    }
    return false;
}

std::optional<QJsonObject> strictObject(const QByteArray &body)
{
    thread_local simdjson::dom::parser parser;
    const auto needed = size_t(std::max<qsizetype>(body.size(), 64 * 1024));
    if (parser.capacity() < needed && parser.allocate(needed, deepest) != simdjson::SUCCESS)
        return std::nullopt;
    simdjson::dom::element root;
    if (parser.parse(body.constData(), size_t(body.size()), true).get(root) != simdjson::SUCCESS || !root.is_object() || hasTwice(root))
        return std::nullopt;
    const auto document = QJsonDocument::fromJson(body);
    if (!document.isObject())
        return std::nullopt;
    return document.object();
}

QJsonValue atPointer(const QJsonObject &root, const QString &pointer)
{
    QJsonValue at = root;
    const QStringList parts = pointer.split(QLatin1Char('/')).mid(1);
    for (QString part : parts) {
        part.replace(QLatin1String("~1"), QLatin1String("/")).replace(QLatin1String("~0"), QLatin1String("~"));
        if (at.isArray())
            at = at.toArray().at(part.toInt());
        else
            at = at.toObject().value(part);
    }
    return at;
}

QJsonValue firstAt(const QJsonObject &root, const QStringList &pointers)
{
    for (const QString &p : pointers) {
        const QJsonValue v = atPointer(root, p);
        if (!v.isUndefined() && !v.isNull())
            return v;
    }
    return QJsonValue(QJsonValue::Undefined);
}

domain::ProviderResult resultFrom(const QJsonObject &o, const QStringList &sessionIdAt, core::Instant now)
{
    const auto text = [&o](const char *key) { return o.value(QLatin1String(key)).toString().trimmed().left(200); };
    domain::ProviderResult result;
    const QString word = text("verification_status").isEmpty() ? text("status") : text("verification_status");
    result.statusWord = word.left(64);
    result.status = domain::providerStatus(word);
    const QJsonValue id = firstAt(o, sessionIdAt);
    result.session = core::ProviderSessionId((id.isDouble() ? QString::number(id.toInteger()) : id.toString()).left(200));
    const QJsonValue ial = o.value(QLatin1String("ial_level"));
    result.ial = domain::parseIal(ial.isDouble() ? QString::number(ial.toInteger(-1)) : ial.toString());
    result.verifiedName = text("verified_name");
    result.documentType = text("document_type").toLower();
    result.completedAt = domain::parseInstant(o.value(QLatin1String("completed_at")), now);
    result.failureReason = text("failure_reason");
    result.userHash = domain::userDigest(firstAt(o, {QStringLiteral("/user_identifier"), QStringLiteral("/userIdentifier")}).toString());
    return result;
}

} // namespace net
