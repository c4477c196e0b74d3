#include "domain/verification/results/providerstatus.h"
#include <QHash>
#include <algorithm>
#include <array>

namespace domain {

static constexpr std::array<const char *, 8> keys{
    "in-progress", "passed", "failed", "declined", "abandoned", "expired", "cancelled", "unknown"};

QString providerStatusKey(ProviderStatus s)
{
    return QString::fromLatin1(keys[size_t(s)]);
}

std::optional<ProviderStatus> providerStatusFromKey(const QString &key)
{
    for (size_t i = 0; i < keys.size(); ++i) {
        if (key == QLatin1String(keys[i]))
            return ProviderStatus(i);
    }
    return std::nullopt;
}

QString statusKey(const QString &word)
{
    const QString key = word.trimmed();
    const bool isAscii = std::all_of(key.begin(), key.end(), [](QChar c) { return c.unicode() < 0x80; });
    return isAscii ? key.toLower() : QString();
}

ProviderStatus providerStatus(const QString &word)
{
    static const QHash<QString, ProviderStatus> words{
        {QStringLiteral("pending"), ProviderStatus::InProgress},
        {QStringLiteral("created"), ProviderStatus::InProgress},
        {QStringLiteral("sent"), ProviderStatus::InProgress},
        {QStringLiteral("opened"), ProviderStatus::InProgress},
        {QStringLiteral("started"), ProviderStatus::InProgress},
        {QStringLiteral("in progress"), ProviderStatus::InProgress},
        {QStringLiteral("in_progress"), ProviderStatus::InProgress},
        {QStringLiteral("in-progress"), ProviderStatus::InProgress},
        {QStringLiteral("inprogress"), ProviderStatus::InProgress},
        {QStringLiteral("processing"), ProviderStatus::InProgress},
        {QStringLiteral("submitted"), ProviderStatus::InProgress},
        {QStringLiteral("verified"), ProviderStatus::Passed},
        {QStringLiteral("passed"), ProviderStatus::Passed},
        {QStringLiteral("failed"), ProviderStatus::Failed},
        {QStringLiteral("declined"), ProviderStatus::Declined},
        {QStringLiteral("abandoned"), ProviderStatus::Abandoned},
        {QStringLiteral("expired"), ProviderStatus::Expired},
        {QStringLiteral("cancelled"), ProviderStatus::Cancelled},
        {QStringLiteral("canceled"), ProviderStatus::Cancelled},
    };
    return words.value(statusKey(word), ProviderStatus::Unknown);
}

} // namespace domain
