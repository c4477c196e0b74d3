#include "services/audit/trailkey.h"
#include "services/audit/signing.h"
#include "services/audit/trailverdict.h"
#include "services/tenants/context.h"
#include "services/tenants/internal/stores.h"
#include "vault/vault.h"

namespace services {

using core::Async;
using core::Result;
using core::Unit;
using domain::Checkpoint;

static const QString signingKeyName = QStringLiteral("audit/signing-key");

TrailKey::TrailKey(Context &context, TrailState &state, QObject *parent)
    : QObject(parent), m_context(context), m_state(state)
{
}

TrailKey::~TrailKey() = default;

// Where the log was signed by another key before, it came from another computer or keychain: the entry says from which.
domain::AuditEvent TrailKey::keyEntry(const QByteArray &key, const QList<Checkpoint> &earlier) const
{
    domain::AuditEvent a;
    a.actor = m_context.operatorName;
    a.action = QStringLiteral("audit.key");
    a.outcome = QStringLiteral("done");
    a.data = {{QStringLiteral("fingerprint"), domain::keyFingerprint(key)}};
    if (!earlier.isEmpty()) {
        a.data.insert(QStringLiteral("before"), domain::keyFingerprint(earlier.last().publicKey));
        a.data.insert(QStringLiteral("signedUpTo"), earlier.last().sequence);
    }
    return a;
}

void TrailKey::take(const core::SecretPtr &seed)
{
    const auto key = publicKeyOf(seed);
    m_isLoaded = true;
    if (key) {
        m_seed = seed;
        m_state.publicKey = *key;
        m_state.unsignedWhy.clear();
    } else {
        m_state.unsignedWhy = key.error().text;
    }
}

Async<Unit> TrailKey::load()
{
    if (m_isLoaded)
        return core::ready<Unit>(core::ok());
    core::Deferred<Unit> out;
    core::whenDone<core::SecretPtr>(
        m_context.vault.read(signingKeyName), this, [this, out](const Result<core::SecretPtr> &known) {
            if (!known && known.error().code == core::ErrorCode::NotFound)
                return make(out);
            if (known)
                take(*known);
            else
                m_state.unsignedWhy = known.error().text;
            out.resolve(core::ok());
        });
    return out.future();
}

// The first console of a data folder makes its key; that it did is an entry of the log.
void TrailKey::make(const core::Deferred<Unit> &out)
{
    const auto seed = newSigningSeed();
    const auto key = seed ? publicKeyOf(*seed) : Result<QByteArray>(seed.error());
    if (!key) {
        m_state.unsignedWhy = key.error().text;
        return out.resolve(core::ok());
    }
    const auto recorded = core::andThen<QList<Checkpoint>>(
        m_context.ledger->audit().checkpoints(), this, [this, key](const QList<Checkpoint> &earlier) {
            return m_context.ledger->audit().append(keyEntry(*key, earlier));
        });
    const auto stored = core::andThen<Unit>(
        recorded, this, [this, seed](Unit) { return m_context.vault.write(signingKeyName, *seed); });
    core::whenDone<Unit>(stored, this, [this, seed, out](const core::Status &r) {
        m_wasMade = bool(r);
        if (r)
            take(*seed);
        else
            m_state.unsignedWhy = r.error().text;
        out.resolve(core::ok());
    });
}

// A folder that came from another computer to one that has a key already: that this key signs from here is an entry.
Async<Unit> TrailKey::recordChange()
{
    if (!m_seed || m_wasMade)
        return core::ready<Unit>(core::ok());
    return core::andThen<QList<Checkpoint>>(
        m_context.ledger->audit().checkpoints(), this, [this](const QList<Checkpoint> &earlier) {
            if (earlier.isEmpty() || earlier.last().publicKey == m_state.publicKey)
                return core::ready<Unit>(core::ok());
            domain::AuditEvent a = keyEntry(m_state.publicKey, earlier);
            a.action = QStringLiteral("audit.key-changed");
            return m_context.ledger->audit().append(a);
        });
}

Result<QByteArray> TrailKey::signature(const QByteArray &message) const
{
    if (!m_seed)
        return core::makeError(core::ErrorCode::Conflict, m_state.unsignedWhy);
    return signatureOf(m_seed, message);
}

} // namespace services
