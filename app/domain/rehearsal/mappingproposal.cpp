#include "domain/rehearsal/mappingproposal.h"
#include <algorithm>

namespace domain {

static QString fieldOption(MessageKind kind)
{
    return kind == MessageKind::Callback ? QStringLiteral("callback-field") : QStringLiteral("answer-field");
}

static ResultSource sourceOf(MessageKind kind)
{
    return kind == MessageKind::Callback ? ResultSource::Callback : ResultSource::Answer;
}

static QString wordOption(ResultField field)
{
    switch (field) {
    case ResultField::Status: return QStringLiteral("status-word");
    case ResultField::Level: return QStringLiteral("level-word");
    case ResultField::Document: return QStringLiteral("document-word");
    default: return {};
    }
}

// The likeliest place at which the field can be used; where none can, the likeliest that holds a word.
static QString placeOf(
    const MessageRead &message, const ResultMapping &now, ResultField field, const ReadAgain &again, FieldFound &found)
{
    QString withWord;
    const QStringList places = likelyPlaces(message.seen, field);
    for (const QString &at : places) {
        ResultMapping tried = now;
        const QString line = resultFieldKey(field) + QLatin1Char('=') + at;
        if (!putPlaces(tried, sourceOf(message.seen.kind), line))
            continue;
        const FieldFound there = again(tried, field);
        if (there.isUsable) {
            found = there;
            return at;
        }
        if (withWord.isEmpty() && !there.word.isEmpty()) {
            found = there;
            withWord = at;
        }
    }
    return withWord;
}

QList<MappingProposal> proposalsFor(const MessageRead &message, const ResultMapping &now, const ReadAgain &again)
{
    QList<MappingProposal> out;
    for (FieldFound found : message.fields) {
        const ResultField field = found.field;
        if (found.isUsable || !isNeeded(field))
            continue;
        if (found.name.isEmpty()) {
            const QString at = placeOf(message, now, field, again, found);
            if (at.isEmpty())
                continue;
            out << MappingProposal{fieldOption(message.seen.kind), resultFieldKey(field) + QLatin1Char('=') + at};
        }
        if (!found.isUsable && !found.word.isEmpty() && !wordOption(field).isEmpty())
            out << MappingProposal{wordOption(field), found.word + QLatin1Char('=')};
    }
    return out;
}

bool isThere(const SeenMessage &message, const QStringList &places)
{
    return std::any_of(message.members.begin(), message.members.end(),
        [&places](const SeenMember &m) { return places.contains(m.at) && m.type != QLatin1String("nothing"); });
}

static QString linkPlace(const SeenMessage &message)
{
    const auto isNamedLink = [](const SeenMember &m) {
        const QString name = m.at.section(QLatin1Char('/'), -1).toLower();
        return m.type == QLatin1String("text") &&
               (name.contains(QLatin1String("url")) || name.contains(QLatin1String("link")));
    };
    const auto found = std::find_if(message.members.begin(), message.members.end(), isNamedLink);
    return found == message.members.end() ? QString() : found->at;
}

QList<MappingProposal> proposalsForStart(const SeenMessage &created, const ProviderProfile &profile, bool needsLink)
{
    QList<MappingProposal> out;
    if (!isThere(created, profile.sessionIdAt)) {
        if (const QStringList places = likelyPlaces(created, ResultField::Session); !places.isEmpty())
            out << MappingProposal{QStringLiteral("session-id-at"), places.first()};
    }
    if (needsLink && !isThere(created, profile.invitationAt)) {
        if (const QString at = linkPlace(created); !at.isEmpty())
            out << MappingProposal{QStringLiteral("invitation-at"), at};
    }
    return out;
}

static core::Status apply(ProviderProfile &profile, const MappingProposal &p)
{
    if (p.option == QLatin1String("answer-field"))
        return putPlaces(profile.results, ResultSource::Answer, p.value);
    if (p.option == QLatin1String("callback-field"))
        return putPlaces(profile.results, ResultSource::Callback, p.value);
    if (p.option == QLatin1String("status-word"))
        return putStatusWord(profile.results, p.value);
    if (p.option == QLatin1String("level-word"))
        return putLevelWord(profile.results, p.value);
    if (p.option == QLatin1String("document-word"))
        return putDocumentWord(profile.results, p.value);
    // The place that was seen goes before those that are looked at: of several, the first that finds something counts.
    if (p.option == QLatin1String("session-id-at"))
        profile.sessionIdAt.prepend(p.value);
    else if (p.option == QLatin1String("invitation-at"))
        profile.invitationAt.prepend(p.value);
    else
        return core::fieldError(p.option, p.value);
    return core::ok();
}

core::Status applyProposals(ProviderProfile &profile, const QList<MappingProposal> &proposals)
{
    for (const MappingProposal &p : proposals) {
        if (p.needsMeaning())
            continue;
        if (const auto put = apply(profile, p); !put)
            return put;
    }
    return core::ok();
}

} // namespace domain
