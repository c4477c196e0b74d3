#include "services/rehearsal/messagereader.h"
#include "domain/verification/verification.h"
#include "net/http/jsonreader.h"
#include "net/provider/docuverifyresult.h"

namespace services {

using domain::FieldFound;
using domain::ProviderProfile;
using domain::ResultField;
using domain::ResultSource;

namespace {

/// How a message is read, and about which session it has to be.
struct Reading
{
    const ProviderProfile &profile;
    ResultSource source;
    const core::ProviderSessionId &session;
    core::Instant now;
};

} // namespace

// Can it be used as it stands? Each field for itself: one that cannot be read does not hide the others.
static bool isUsable(net::FieldReader &reader, const net::AnswerFields &fields, ResultField field, const Reading &by)
{
    const ProviderProfile &profile = by.profile;
    switch (field) {
    case ResultField::Session: return reader.id(fields) == by.session.str() && !by.session.isEmpty();
    case ResultField::Status:
        return domain::statusOf(profile.results, reader.word(fields)) != domain::ProviderStatus::Unknown;
    case ResultField::Level: return reader.level(fields, profile.results).has_value();
    case ResultField::Name: return !reader.text(fields).isEmpty();
    case ResultField::Document:
        return domain::documentTypes().contains(domain::documentOf(profile.results, reader.word(fields)));
    case ResultField::CompletedAt: return reader.instant(fields, by.now).at.has_value();
    case ResultField::FailureReason: return !reader.freeText(fields).isEmpty();
    case ResultField::User: break;
    }
    return !reader.id(fields).isEmpty();
}

static bool isWord(ResultField f)
{
    return f == ResultField::Status || f == ResultField::Level || f == ResultField::Document;
}

static FieldFound fieldFound(const QJsonObject &message, ResultField field, const Reading &by)
{
    net::FieldReader reader(message);
    const net::AnswerFields fields = net::fieldsOf(reader, by.profile, by.source, field);
    FieldFound out;
    out.field = field;
    if (fields.isEmpty())
        return out;
    out.name = net::shown(fields.first().name);
    const bool usable = isUsable(reader, fields, field, by);
    out.isUsable = usable && !reader.fault();
    // The member that holds it may have any name: the field's own says what kind of word it is.
    const QString value = fields.first().value.toString().trimmed();
    if (isWord(field) && domain::mayKeepWord(QLatin1Char('/') + domain::resultFieldKey(field), value))
        out.word = value;
    return out;
}

// A provider with a form of its own has its own reader; there is nothing to be said of places.
static bool hasOwnForm(const ProviderProfile &profile, ResultSource source)
{
    return profile.kind == domain::ProviderKind::DocuVerify && source == ResultSource::Answer;
}

static QList<FieldFound> ownFields(const QJsonObject &message, const Reading &by)
{
    const auto read = net::docuVerifyResult(message, by.profile, by.now);
    const auto found = [](ResultField field, const QString &name, bool usable, const QString &word = {}) {
        return FieldFound{field, name,
            domain::mayKeepWord(QLatin1Char('/') + domain::resultFieldKey(field), word) ? word : QString(), usable};
    };
    if (!read)
        return {found(ResultField::Status, net::shown(read.error().field), false)};
    const QString own = QStringLiteral("DocuVerify");
    return {found(ResultField::Session, own, read->session == by.session && !by.session.isEmpty()),
        found(ResultField::Status, own, read->status != domain::ProviderStatus::Unknown, read->statusWord),
        found(ResultField::Name, own, !read->verifiedName.isEmpty()),
        found(ResultField::Document, own, domain::documentTypes().contains(read->documentType), read->documentType),
        found(ResultField::CompletedAt, own, read->completedAt.at.has_value())};
}

QList<FieldFound> fieldsFound(const QJsonObject &message, const ProviderProfile &profile, ResultSource source,
    const core::ProviderSessionId &session, core::Instant now)
{
    const Reading by{profile, source, session, now};
    if (hasOwnForm(profile, source))
        return ownFields(message, by);
    QList<FieldFound> out;
    for (int i = 0; i < domain::resultFieldCount; ++i)
        out << fieldFound(message, ResultField(i), by);
    return out;
}

static domain::ProviderStatus statusIn(
    const QJsonObject &message, const ProviderProfile &profile, ResultSource source, core::Instant now)
{
    if (hasOwnForm(profile, source)) {
        const auto read = net::docuVerifyResult(message, profile, now);
        return read ? read->status : domain::ProviderStatus::Unknown;
    }
    net::FieldReader reader(message);
    const QString word = reader.word(net::fieldsOf(reader, profile, source, ResultField::Status));
    return reader.fault() ? domain::ProviderStatus::Unknown : domain::statusOf(profile.results, word);
}

bool isEnd(const QJsonObject &message, const ProviderProfile &profile, ResultSource source, core::Instant now)
{
    const auto status = statusIn(message, profile, source, now);
    return status != domain::ProviderStatus::Unknown && status != domain::ProviderStatus::InProgress;
}

QList<domain::MappingProposal> proposalsOf(domain::MessageKind kind, const QJsonObject &message,
    const ProviderProfile &profile, const core::ProviderSessionId &session, core::Instant now)
{
    const auto source = kind == domain::MessageKind::Callback ? ResultSource::Callback : ResultSource::Answer;
    if (kind == domain::MessageKind::Created || hasOwnForm(profile, source))
        return {};
    const auto again = [&](const domain::ResultMapping &mapping, ResultField field) {
        ProviderProfile tried = profile;
        tried.results = mapping;
        return fieldFound(message, field, {tried, source, session, now});
    };
    const domain::MessageRead read{
        domain::seenMessage(kind, message), fieldsFound(message, profile, source, session, now)};
    return domain::proposalsFor(read, isEnd(message, profile, source, now), profile.results, again);
}

} // namespace services
