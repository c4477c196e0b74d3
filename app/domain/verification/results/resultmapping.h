#pragma once
#include "core/result.h"
#include "domain/verification/results/providerstatus.h"
#include <QJsonObject>
#include <QMap>
#include <QStringList>
#include <array>
#include <optional>

// How a provider's own messages are read: where their fields stand, and what their words mean. Pure.
namespace domain {

/// What may be kept of a provider's message.
enum class ResultField { Session, Status, Level, Name, Document, CompletedAt, FailureReason, User };
constexpr int resultFieldCount = 8;
QString resultFieldKey(ResultField f); ///< "session", "completed-at", …
std::optional<ResultField> resultFieldFromKey(const QString &key);

/// Its names in the guide's contract.
const QStringList &contractNames(ResultField f);

/// The two messages that carry a result: what a question about a session is answered, and what the provider sends.
enum class ResultSource { Answer, Callback };

/// RFC 6901 pointers, tried in their order, for each field; none: the names of the guide's contract.
using ResultPlaces = std::array<QStringList, resultFieldCount>;

struct ResultMapping
{
    ResultPlaces answer;
    ResultPlaces callback; ///< where a field has none, it stands where it does in an answer
    // The provider's word, after wordKey(), to its meaning; they go before the words of the contract.
    QMap<QString, ProviderStatus> statusWords;
    QMap<QString, int> levelWords; ///< to an IAL
    QMap<QString, QString> documentWords;
    friend bool operator==(const ResultMapping &, const ResultMapping &) = default;
};

/// A word as it is compared: without outer spaces, letter case aside.
QString wordKey(const QString &word);
/// Where a field stands in such a message; empty: under the contract's names.
const QStringList &placesOf(const ResultMapping &mapping, ResultSource source, ResultField field);
ProviderStatus statusOf(const ResultMapping &mapping, const QString &word);
/// What a word may be told to mean: "passed", "failed", …, and one of documentTypes(); nothing for another.
std::optional<ProviderStatus> statusMeaning(const QString &key);
std::optional<QString> documentMeaning(const QString &key);
/// Absent for what is no level.
std::optional<int> levelOf(const ResultMapping &mapping, const QString &word);
/// Our word for the document, or the provider's in small letters.
QString documentOf(const ResultMapping &mapping, const QString &word);

/// Puts one word of the three lists as people type it: "APPROVED=passed", "High=2", "Driver License=drivers_license";
/// an empty meaning takes the word out again. Usage with the field "status-word", "level-word" or "document-word".
core::Status putStatusWord(ResultMapping &mapping, const QString &line);
core::Status putLevelWord(ResultMapping &mapping, const QString &line);
core::Status putDocumentWord(ResultMapping &mapping, const QString &line);
/// "status=/data/status, /status": the places of one field; nothing after the sign puts the contract's names back.
core::Status putPlaces(ResultMapping &mapping, ResultSource source, const QString &line);

/// "guide", "data", "result": where the whole message stands; nothing for another name. The words stay.
QStringList resultPresets();
std::optional<ResultMapping> resultPreset(const QString &name, const ResultMapping &now);

/// Every fault with its field: "answer-field", "callback-field", "status-word", "level-word", "document-word". A word
/// that the contract knows gets no better meaning: no pass, no higher level, no other document.
QList<core::Error> validate(const ResultMapping &mapping);
/// Empty where nothing differs from the contract.
QJsonObject toJson(const ResultMapping &mapping);
/// Usage with the place of what is not known or of another type.
core::Result<ResultMapping> resultMappingFromJson(const QJsonObject &json);

} // namespace domain
