#include "domain/rehearsal/mappingproposal.h"
#include <QRegularExpression>
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

// The likeliest place that holds something of the kind, also a word that is not known yet: a less likely place whose
// word is known may be another matter.
static QString placeOf(
    const MessageRead &message, const ResultMapping &now, ResultField field, const ReadAgain &again, FieldFound &found)
{
    const QStringList places = likelyPlaces(message.seen, field);
    for (const QString &at : places) {
        ResultMapping tried = now;
        if (!putPlaces(tried, sourceOf(message.seen.kind), resultFieldKey(field) + QLatin1Char('=') + at))
            continue;
        const FieldFound there = again(tried, field);
        if (there.isUsable || !there.word.isEmpty()) {
            found = there;
            return at;
        }
    }
    return {};
}

QList<MappingProposal> proposalsFor(
    const MessageRead &message, bool isEnd, const ResultMapping &now, const ReadAgain &again)
{
    QList<MappingProposal> out;
    for (FieldFound found : message.fields) {
        const ResultField field = found.field;
        const bool isOfEachMessage = field == ResultField::Session || field == ResultField::Status;
        if (found.isUsable || !isNeeded(field) || (!isOfEachMessage && !isEnd))
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

// The one text that may be the invitation; of several, or of those with another use, none is proposed.
static QString linkPlace(const SeenMessage &message)
{
    static const QRegularExpression link(QStringLiteral("url|link|uri")),
        other(QStringLiteral("callback|webhook|redirect|return|cancel|privacy|logo|terms|status|api|image|self"));
    QStringList places;
    for (const SeenMember &m : message.members) {
        const QString at = m.at.toLower();
        if (m.type == QLatin1String("text") && link.match(at.section(QLatin1Char('/'), -1)).hasMatch() &&
            !other.match(at).hasMatch())
            places << m.at;
    }
    return places.size() == 1 ? places.first() : QString();
}

QList<MappingProposal> proposalsForStart(const SeenMessage &created, const ProviderProfile &profile, bool needsLink)
{
    QList<MappingProposal> out;
    if (!isThere(created, profile.sessionIdAt)) {
        if (const QStringList places = likelyPlaces(created, ResultField::Session); places.size() == 1)
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
