#include "services/audit/trailmemory.h"
#include "services/tenants/context.h"
#include "vault/vault.h"
#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFileInfo>

namespace services {

using core::Async;
using core::Result;
using core::Unit;
using domain::ChainHead;

// One for each data folder: two logs under one keychain are two memories. The place, not something in the log: a log
// that was put in another's place would bring its own.
static QString anchorName(const QString &dataDir)
{
    const QString place = QFileInfo(dataDir).canonicalFilePath();
    return QStringLiteral("audit/last-signed:") +
           QString::fromLatin1(QCryptographicHash::hash(place.toUtf8(), QCryptographicHash::Sha256).toHex().left(16));
}

TrailMemory::TrailMemory(Context &context, QObject *parent) : QObject(parent), m_context(context) {}

TrailMemory::~TrailMemory() = default;

Async<std::optional<ChainHead>> TrailMemory::remembered()
{
    core::Deferred<std::optional<ChainHead>> out;
    core::whenDone<core::SecretPtr>(
        m_context.vault.read(anchorName(m_context.dataDir)), this, [out](const Result<core::SecretPtr> &kept) {
            if (!kept)
                return kept.error().code == core::ErrorCode::NotFound ? out.resolve(std::optional<ChainHead>())
                                                                      : out.resolve(kept.error());
            // "sequence hash"
            const auto head = domain::chainHeadFromText(
                QString::fromLatin1((*kept)->reveal().toByteArray()).replace(QLatin1Char(' '), QLatin1Char(':')));
            if (!head)
                return out.resolve(core::makeError(
                    core::ErrorCode::Storage, QCoreApplication::translate("AuditTrail",
                                                  "What the keychain remembers of this log cannot be read.")));
            out.resolve(std::optional<ChainHead>(*head));
        });
    return out.future();
}

// Several programs at once: what a later one remembered stays.
Async<Unit> TrailMemory::keep(const ChainHead &head)
{
    return core::andThen<std::optional<ChainHead>>(
        remembered(), this, [this, head](const std::optional<ChainHead> &known) {
            return known && known->sequence >= head.sequence ? core::ready<Unit>(core::ok()) : replace(head);
        });
}

Async<Unit> TrailMemory::replace(const ChainHead &head)
{
    return m_context.vault.write(
        anchorName(m_context.dataDir), core::makeSecret(QByteArray::number(head.sequence) + ' ' + head.hash.toHex()));
}

} // namespace services
