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

AnswerFields fieldsOf(const FieldReader &reader, const domain::ProviderProfile &profile, domain::ResultSource source,
    domain::ResultField field)
{
    using domain::ResultField;
    if (field == ResultField::Session)
        return reader.pointed(domain::sessionPlaces(profile, source));
    const QStringList &places = domain::placesOf(profile.results, source, field), &names = domain::contractNames(field);
    const AnswerFields mapped = reader.placed(places);
    const bool isMapped = !places.isEmpty();
    // What speaks against a pass is looked for wherever it may be: under the contract's names, too, and beside the
    // status. A place that was forgotten, or that is empty, hides nothing.
    const bool speaksAgainst = field == ResultField::FailureReason || (field == ResultField::User && mapped.isEmpty());
    if (!speaksAgainst)
        return isMapped ? mapped : reader.named(names);
    const QStringList &status = domain::placesOf(profile.results, source, ResultField::Status);
    return mapped + reader.named(names) + (status.isEmpty() ? AnswerFields() : reader.namedBeside(status, names));
}

// What a field that is missing was looked for as.
static QString soughtName(const QStringList &places, domain::ResultField field)
{
    return places.isEmpty() ? domain::contractNames(field).first() : places.first().section(QLatin1Char('/'), -1);
}

core::Result<domain::ProviderResult> resultFrom(
    const QJsonObject &o, const domain::ProviderProfile &profile, domain::ResultSource source, core::Instant now)
{
    using domain::ResultField;
    FieldReader f(o);
    const auto at = [&](ResultField field) { return fieldsOf(f, profile, source, field); };
    domain::ProviderResult result;
    result.session = core::ProviderSessionId(f.id(at(ResultField::Session)));
    result.statusWord = f.word(at(ResultField::Status));
    result.status = domain::statusOf(profile.results, result.statusWord);
    result.ial = f.level(at(ResultField::Level), profile.results);
    result.verifiedName = f.text(at(ResultField::Name));
    result.documentType = domain::documentOf(profile.results, f.word(at(ResultField::Document)));
    result.completedAt = f.instant(at(ResultField::CompletedAt), now);
    result.failureReason = f.freeText(at(ResultField::FailureReason));
    result.userHash = domain::userDigest(f.id(at(ResultField::User), 320));
    if (f.fault())
        return *f.fault();
    if (result.session.isEmpty())
        return unusable(soughtName(domain::sessionPlaces(profile, source), ResultField::Session),
            QStringLiteral("The answer does not name the session."));
    if (result.statusWord.isEmpty())
        return unusable(soughtName(domain::placesOf(profile.results, source, ResultField::Status), ResultField::Status),
            QStringLiteral("The answer holds no status."));
    return result;
}

core::Result<domain::ProviderResult> readResult(
    const QByteArray &body, const domain::ProviderProfile &profile, domain::ResultSource source, core::Instant now)
{
    const auto object = readObject(body);
    if (!object)
        return object.error();
    return resultFrom(*object, profile, source, now);
}

} // namespace net
