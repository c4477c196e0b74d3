#pragma once
#include "domain/rehearsal/seenmessage.h"
#include "domain/tenants/tenant.h"
#include <functional>

// The settings that a provider needs so that its messages are read. Pure.
namespace domain {

/// A message that came, and what the reader of the real ones finds in it.
struct MessageRead
{
    SeenMessage seen;
    QList<FieldFound> fields; ///< none of the answer to a start
};

/// One setting, as `idvctl tenant set` takes it.
struct MappingProposal
{
    QString option; ///< "answer-field", "callback-field", "session-id-at", "invitation-at", "status-word", …
    QString value;  ///< "status=/data/status", "/data/id"; of a word "APPROVED="
    friend bool operator==(const MappingProposal &, const MappingProposal &) = default;
    /// A word whose meaning a person has to say: what a word means is not guessed.
    bool needsMeaning() const { return value.endsWith(QLatin1Char('=')); }
};

/// Reads the same message again with another mapping, one field of it.
using ReadAgain = std::function<FieldFound(const ResultMapping &mapping, ResultField field)>;

/// Places for needed fields that are not found, each tried on this message before it is proposed, and the words that
/// are not known. Session and status only, unless `isEnd`: a message whose status means an end holds a result; another
/// one may hold what was asked for.
QList<MappingProposal> proposalsFor(
    const MessageRead &message, bool isEnd, const ResultMapping &now, const ReadAgain &again);
/// Does the message hold something at one of these places?
bool isThere(const SeenMessage &message, const QStringList &places);
/// The answer to a start names its session, and where a link is handed on, the link; else where they may stand, where
/// one place alone may.
QList<MappingProposal> proposalsForStart(const SeenMessage &created, const ProviderProfile &profile, bool needsLink);

/// Puts those that need no meaning into the profile. Usage with the option at fault.
core::Status applyProposals(ProviderProfile &profile, const QList<MappingProposal> &proposals);

} // namespace domain
