#include "services/tenants/internal/rotationrun.h"
#include "core/killpoint.h"
#include "core/logfailure.h"
#include "domain/tenants/tenantevents.h"
#include "domain/tenants/tenantguard.h"
#include "domain/text/instant.h"
#include "services/tenants/internal/tenantconnections.h"
#include <QCoreApplication>
#include <QUuid>
#include <algorithm>
#include <openssl/crypto.h>

namespace services {

using core::Async;
using core::Result;
using core::Unit;
using domain::AccessToken;
using domain::PendingRotation;
using net::sailpoint::MadeAccessToken;
using Outcome = TokenRotation::Outcome;

static QString sayRotation(const char *text)
{
    return QCoreApplication::translate("AccessToken", text);
}

RotationRun::RotationRun(Context &context, Tenants &tenants, const TokenRotation::Wish &wish,
    std::function<void(const TestLine &)> line, QObject *parent)
    : QObject(parent), m_context(context), m_tenants(tenants), m_wish(wish), m_line(std::move(line)),
      m_editor(context, tenants), m_expiries(context), m_mark(context, wish.tenant.id, wish.reason),
      m_door(context, wish.tenant)
{
    m_outcome.tenant = wish.tenant;
    m_outcome.oldId = wish.tenant.clientId;
}

QString RotationRun::lease() const
{
    return QStringLiteral("token-rotation:") + m_wish.tenant.id.str();
}

// Longer than all of its calls may take.
static constexpr std::chrono::minutes leaseTime(30);

Async<Outcome> RotationRun::run()
{
    if (domain::isIdentityIq(m_wish.tenant))
        end(domain::notAvailableWith(m_wish.tenant.product));
    else if (const auto locked = domain::lockFault(m_wish.tenant))
        end(*locked);
    else
        step(m_context.ledger->leases().take(lease(), m_context.holder, leaseTime), [this](bool isOurs) {
            m_hasLease = isOurs;
            if (!isOurs)
                return end(core::conflict(core::ErrorReason::Explained,
                    sayRotation(QT_TRANSLATE_NOOP("AccessToken",
                        "Another window or idvctl is replacing this token just now. Look again in a few minutes."))));
            readTenant();
        });
    return m_promise.future();
}

// What another process switched meanwhile is told by the store only: of the copy that was given, the client could be
// the one before, and the token that is in use would be taken for one that was left behind.
void RotationRun::readTenant()
{
    step(m_context.ledger->tenants().all(), [this](const QList<domain::Tenant> &all) {
        const auto stored =
            std::find_if(all.begin(), all.end(), [this](const domain::Tenant &t) { return t.id == m_wish.tenant.id; });
        if (stored == all.end() || stored->clientId != m_wish.tenant.clientId ||
            stored->sailpointUrl != m_wish.tenant.sailpointUrl)
            return end(core::conflict(core::ErrorReason::Explained,
                sayRotation(QT_TRANSLATE_NOOP("AccessToken",
                    "This tenant's client or address was changed meanwhile. Nothing was done. Look at it again."))));
        if (const auto locked = domain::lockFault(*stored))
            return end(*locked);
        m_wish.tenant = m_outcome.tenant = *stored;
        readPending();
    });
}

void RotationRun::readPending()
{
    step(m_mark.stored(), [this](const QString &stored) {
        step(net::sailpoint::ownAccessTokens(m_door.api), [this, stored](const Tokens &own) {
            // Which organisation it is, the old client's token says: the new one is compared with it.
            const QString organisation = m_door.api.tokens().info().organisation;
            step(m_tenants.noteOrganisation(m_wish.tenant, organisation), [this, stored, own](const domain::Tenant &t) {
                m_wish.tenant = m_outcome.tenant = t;
                stored.isEmpty() ? begin(own) : endPending(stored, own);
            });
        });
    });
}

// What an earlier one left: a token that nobody can use, or one that was to be deleted.
void RotationRun::endPending(const QString &stored, const Tokens &own)
{
    const auto pending = RotationMark::read(stored);
    if (!pending) {
        m_outcome.warning = sayRotation(QT_TRANSLATE_NOOP("AccessToken",
            "What an earlier rotation left cannot be read: look through the personal access tokens in SailPoint."));
        return begin(own);
    }
    const AccessToken *left = domain::leftBehind(*pending, m_wish.tenant.clientId, own);
    const bool wasSwitched = domain::isSwitched(*pending, m_wish.tenant.clientId, own);
    const QString id = left ? left->id : QString();
    const auto next = [this, own, id, wasSwitched, pending = *pending] {
        Tokens rest = own;
        rest.erase(
            std::remove_if(rest.begin(), rest.end(), [&id](const AccessToken &t) { return t.id == id; }), rest.end());
        if (!wasSwitched)
            return begin(rest);
        m_outcome.oldId = pending.oldId;
        m_outcome.isOldDeleted = !pending.keepsOld;
        m_outcome.hasEndedEarlier = true;
        step(m_expiries.note(m_wish.tenant, rest), [this](const domain::ClientExpiry &e) {
            m_outcome.expiry = e;
            finish();
        });
    };
    if (!left)
        return next();
    const auto intent = m_context.ledger->audit().append(domain::tenantEvent(
        m_context.operatorName, m_wish.tenant, QStringLiteral("tenant.token"), QStringLiteral("intent")));
    step(core::andThen<Unit>(
             intent, this, [this, id](Unit) { return net::sailpoint::deleteAccessToken(m_door.api, id); }),
        [next](Unit) { next(); });
}

void RotationRun::begin(const Tokens &own)
{
    if (const auto fault = domain::rotationFault(m_wish.tenant, own))
        return end(*fault);
    m_old =
        *std::find_if(own.begin(), own.end(), [this](const AccessToken &t) { return t.id == m_wish.tenant.clientId; });
    const QString mark = QUuid::createUuid().toString(QUuid::Id128).left(4);
    const auto request = domain::replacementOf(m_old, m_wish.days, m_context.clock->now(), mark);
    m_pending = {request.name, m_old.id, m_wish.keepsOld};
    // The keychain first: a secret that cannot be kept is not asked for.
    step(m_context.vault.probe(), [this, request](core::KeyringState state) {
        if (state != core::KeyringState::Unlocked)
            return end(core::makeError(core::ErrorCode::VaultUnavailable, vault::keyringMessage(state)));
        const QJsonObject more{{QStringLiteral("newName"), m_pending.name}, {QStringLiteral("oldId"), m_pending.oldId},
            {QStringLiteral("keepsOld"), m_pending.keepsOld}};
        step(m_mark.set(m_wish.tenant, m_pending, QStringLiteral("intent"), more), [this, request](Unit) {
            core::killPoint("token-intent");
            make(request);
        });
    });
}

void RotationRun::make(const domain::AccessTokenRequest &request)
{
    core::whenDone<MadeAccessToken>(
        net::sailpoint::createAccessToken(m_door.api, request), this, [this](const Result<MadeAccessToken> &made) {
            core::killPoint("token-made");
            if (!made)
                return made.error().mayHaveReachedServer ? lookFor(made.error()) : undo(made.error());
            m_made = *made;
            tryNew();
        });
}

// Whether it was made is asked, not guessed; its secret is lost either way. SailPoint may still be at it: one that is
// not in the list proves nothing, and the next rotation looks again.
void RotationRun::lookFor(const core::Error &why)
{
    core::whenDone<Tokens>(net::sailpoint::ownAccessTokens(m_door.api), this, [this, why](const Result<Tokens> &own) {
        const Tokens all = own ? *own : Tokens();
        const auto made =
            std::find_if(all.begin(), all.end(), [this](const AccessToken &t) { return t.name == m_pending.name; });
        if (made == all.end())
            return leaveUnknown(why);
        m_made.token = *made;
        undo(why);
    });
}

void RotationRun::leaveUnknown(const core::Error &why)
{
    const auto noted =
        m_mark.set(m_wish.tenant, m_pending, QStringLiteral("unknown"), {{QStringLiteral("error"), why.text}});
    core::whenDone<Unit>(noted, this, [this, why](const core::Status &) { end(why); });
}

void RotationRun::tryNew()
{
    if (!m_old.ownerId.isEmpty() && m_made.token.ownerId != m_old.ownerId)
        return undo(core::conflict(core::ErrorReason::Explained,
            sayRotation(QT_TRANSLATE_NOOP("AccessToken",
                "SailPoint made the new token for somebody else than the old one's owner. It is not used."))));
    domain::Tenant after = m_wish.tenant;
    after.clientId = m_made.token.id;
    TenantSecrets secrets;
    secrets.sailpoint = m_made.secret;
    core::whenDone<TestReport>(testConnection(m_context, after, secrets, TestParts::SailPoint, m_line, this), this,
        [this](const Result<TestReport> &tried) {
            if (!tried)
                return undo(tried.error());
            if (!tried->isPassed())
                return undo(core::conflict(core::ErrorReason::Explained,
                    sayRotation(QT_TRANSLATE_NOOP("AccessToken",
                        "The new token does not work as the old one does: see the lines of the test. It was not "
                        "taken, and nothing was changed."))));
            store(*tried);
        });
}

void RotationRun::store(const TestReport &tried)
{
    TenantEditor::Edit e{m_wish.tenant, m_wish.tenant, {}, m_wish.reason};
    e.after.clientId = m_made.token.id;
    e.secrets.sailpoint = m_made.secret;
    e.needsKeychain = true;
    core::whenDone<domain::Tenant>(m_editor.save(e, tried), this, [this](const Result<domain::Tenant> &stored) {
        if (!stored)
            return undo(stored.error());
        core::killPoint("token-switched");
        m_outcome.tenant = *stored;
        step(m_expiries.note(*stored, {m_made.token}), [this](const domain::ClientExpiry &expiry) {
            m_outcome.expiry = expiry;
            readBack();
        });
    });
}

static bool isSame(const core::Secret &a, const core::Secret &b)
{
    const auto x = a.reveal(), y = b.reveal();
    return x.size() == y.size() && CRYPTO_memcmp(x.constData(), y.constData(), size_t(y.size())) == 0;
}

// The old one goes only once the new one's secret is known to be where the next start reads it.
void RotationRun::readBack()
{
    const QString key = secretKey(m_outcome.tenant, secretname::sailpoint);
    core::whenDone<core::SecretPtr>(m_context.vault.read(key), this, [this](const Result<core::SecretPtr> &stored) {
        const bool isThere = stored && *stored && isSame(**stored, *m_made.secret);
        if (isThere)
            return m_wish.keepsOld ? finish() : deleteOld(m_outcome.tenant, m_made.secret, m_old.id);
        m_outcome.notDeleted = sayRotation(QT_TRANSLATE_NOOP(
            "AccessToken", "The new token's secret cannot be read back from the keychain: the old token stays."));
        end(m_outcome);
    });
}

// By the new one: whoever cannot do this with it could not replace it later, either.
void RotationRun::deleteOld(const domain::Tenant &stored, const core::SecretPtr &secret, const QString &oldId)
{
    m_newDoor = std::make_unique<ClientDoor>(m_context, stored, secret);
    core::whenDone<Unit>(
        net::sailpoint::deleteAccessToken(m_newDoor->api, oldId), this, [this](const core::Status &deleted) {
            m_outcome.isOldDeleted = bool(deleted);
            if (deleted)
                return finish();
            // It stays announced: the next rotation deletes it.
            m_outcome.notDeleted = deleted.error().text;
            end(m_outcome);
        });
}

void RotationRun::finish()
{
    const QJsonObject more{{QStringLiteral("oldId"), m_outcome.oldId},
        {QStringLiteral("newId"), m_outcome.tenant.clientId}, {QStringLiteral("oldDeleted"), m_outcome.isOldDeleted},
        {QStringLiteral("expiresAt"), m_outcome.expiry.kind == domain::ClientExpiry::At
                                          ? domain::formatInstant(m_outcome.expiry.at)
                                          : QString()}};
    step(m_mark.clear(m_wish.tenant, QStringLiteral("done"), more), [this](Unit) { end(m_outcome); });
}

// Before the switch: the tenant is as it was, and the new one, where there is one, goes.
void RotationRun::undo(const core::Error &why)
{
    const auto forget = [this, why] {
        const auto forgotten =
            m_mark.clear(m_wish.tenant, QStringLiteral("failed"), {{QStringLiteral("error"), why.text}});
        core::whenDone<Unit>(forgotten, this, [this, why](const core::Status &) { end(why); });
    };
    if (m_made.token.id.isEmpty())
        return forget();
    core::whenDone<Unit>(net::sailpoint::deleteAccessToken(m_door.api, m_made.token.id), this,
        [this, why, forget](const core::Status &deleted) { deleted ? forget() : end(why); });
}

void RotationRun::end(const Result<Outcome> &result)
{
    if (m_hasLease)
        core::logFailure(m_context.ledger->leases().release(lease(), m_context.holder), this, lcService,
            "The lease of a token's rotation runs out by itself.");
    m_promise.resolve(result);
    deleteLater();
}

} // namespace services
