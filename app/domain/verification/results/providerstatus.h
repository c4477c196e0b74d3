#pragma once
#include <QString>
#include <optional>

namespace domain {

/// The provider's word in one of ours. Unknown leaves the state as it is and warns.
enum class ProviderStatus { InProgress, Passed, Failed, Declined, Abandoned, Expired, Cancelled, Unknown };
/// "in-progress", "passed", …: as it is stored and typed.
QString providerStatusKey(ProviderStatus s);
std::optional<ProviderStatus> providerStatusFromKey(const QString &key);

/// A word as it is compared: without outer spaces, in small letters, nothing else evened out. Empty for a word with a
/// sign outside ASCII, because folding turns some of them into letters ("ſ" into "s").
QString statusKey(const QString &word);
/// The words of the guide's contract, exact after statusKey(): a sign more is another word, and another word is
/// Unknown.
ProviderStatus providerStatus(const QString &word);

} // namespace domain
