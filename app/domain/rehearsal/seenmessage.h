#pragma once
#include "core/ids.h"
#include "domain/verification/results/resultmapping.h"
#include <QJsonObject>
#include <QList>
#include <functional>

// What a provider's message looks like, without what it says about a person. Pure.
namespace domain {

enum class MessageKind {
    Created,  ///< the answer to the start of a session
    Answer,   ///< to the question about one
    Callback, ///< what the provider sends
};
QString messageKindKey(MessageKind k); ///< "created", "answer", "callback"

/// A message of the provider as it came, before its fields are read. It holds what names a person: only what
/// seenMessage() leaves of it may be kept.
struct WatchedMessage
{
    MessageKind kind = MessageKind::Answer;
    QJsonObject body;
    core::ProviderSessionId session; ///< that was asked about; of an answer to a status query
    QString userHash;                ///< userDigest() of whom a session was asked for; of the answer to a start
};
using MessageWatch = std::function<void(const WatchedMessage &)>;

/// Does a text or number anywhere in the message say this id? Whatever its place: where that is may not be known yet.
bool namesAnywhere(const QJsonObject &message, const core::ProviderSessionId &session);

/// One member of a message, down to those that hold no others.
struct SeenMember
{
    QString at;   ///< RFC 6901 pointer
    QString type; ///< "text", "number", "flag", "time", "list", "nothing"
    QString word; ///< only of a status, a level or a kind of document: mayKeepWord()
    friend bool operator==(const SeenMember &, const SeenMember &) = default;
};

struct SeenMessage
{
    MessageKind kind = MessageKind::Answer;
    QList<SeenMember> members; ///< in their order of pointers, at most mostMembers
    int more = 0;              ///< that are not listed
};
constexpr int mostMembers = 200;

/// Is this the value of a member that names no person: by its name one of a status, a level or a kind of document, with
/// no person or address above it, and by itself a word or three, without digits but those of a level? What cannot be
/// told is not kept. `at`: its pointer.
bool mayKeepWord(const QString &at, const QString &value);
/// The members of a message, their types, and the few words that may be kept.
SeenMessage seenMessage(MessageKind kind, const QJsonObject &message);
QJsonObject toJson(const SeenMessage &message);

/// One field of the result, as the reader of the real messages found it.
struct FieldFound
{
    ResultField field = ResultField::Session;
    QString name; ///< as the sender wrote it; empty: not found
    QString word; ///< of status, level and document, where mayKeepWord() holds
    bool isUsable = false;
    friend bool operator==(const FieldFound &, const FieldFound &) = default;
};
/// A pass that lacks it is held: every field but the failure's reason and the user.
bool isNeeded(ResultField f);

/// Places of this message at which such a field may stand, by their names, the likeliest first. Not within lists, and
/// not where our own request, a requirement or a part of the check may be repeated. A guess: it is tried on the message
/// before anybody is told of it.
QStringList likelyPlaces(const SeenMessage &message, ResultField field);

} // namespace domain
