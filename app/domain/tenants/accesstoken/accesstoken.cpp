#include "domain/tenants/accesstoken/accesstoken.h"
#include "domain/text/instant.h"
#include "domain/text/strictjson.h"
#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>
#include <algorithm>
#include <array>

namespace domain {

static QString sayAccessToken(const char *text)
{
    return QCoreApplication::translate("AccessToken", text);
}

static const AccessToken *tokenOf(const QList<AccessToken> &all, const QString &id)
{
    const auto found = std::find_if(all.begin(), all.end(), [&id](const AccessToken &t) { return t.id == id; });
    return found == all.end() ? nullptr : &*found;
}

ClientExpiry expiryOf(const QList<AccessToken> &own, const QString &clientId, core::Instant now)
{
    const AccessToken *token = tokenOf(own, clientId);
    if (!token)
        return {ClientExpiry::NotPersonal, clientId, 0, now};
    if (token->expiresAt)
        return {ClientExpiry::At, clientId, *token->expiresAt, now};
    return {token->neverExpires ? ClientExpiry::Never : ClientExpiry::NotTold, clientId, 0, now};
}

ClientExpiry expiryFor(const ClientExpiry &known, const QString &clientId)
{
    return known.clientId == clientId ? known : ClientExpiry{ClientExpiry::NotRead, clientId, 0, 0};
}

static constexpr std::array<const char *, 5> kinds{"not-read", "not-personal", "never", "at", "not-told"};

static QString kindKey(ClientExpiry::Kind kind)
{
    return QLatin1String(kinds[size_t(kind)]);
}

static std::optional<ClientExpiry::Kind> kindFromKey(const QString &key)
{
    const auto found =
        std::find_if(kinds.begin(), kinds.end(), [&key](const char *k) { return key == QLatin1String(k); });
    return found == kinds.end() ? std::nullopt : std::optional(ClientExpiry::Kind(found - kinds.begin()));
}

QJsonObject toJson(const ClientExpiry &e)
{
    return {{QStringLiteral("kind"), kindKey(e.kind)}, {QStringLiteral("clientId"), e.clientId},
        {QStringLiteral("at"), e.at}, {QStringLiteral("readAt"), e.readAt}};
}

core::Result<ClientExpiry> clientExpiryFromJson(const QJsonObject &json)
{
    StrictObject o(json);
    ClientExpiry e;
    o.word("kind", e.kind, kindFromKey);
    o.text("clientId", e.clientId);
    o.number("at", e.at);
    o.number("readAt", e.readAt);
    if (const auto r = o.status(); !r)
        return r.error();
    return e;
}

static constexpr int soonDays = 30;

std::optional<int> daysLeft(const ClientExpiry &e, core::Instant now)
{
    if (e.kind != ClientExpiry::At)
        return std::nullopt;
    return int(std::max<core::Instant>(0, e.at - now) / core::dayMs);
}

ExpiryLevel levelOf(const ClientExpiry &e, core::Instant now)
{
    if (e.kind == ClientExpiry::Never)
        return ExpiryLevel::Fine;
    if (e.kind != ClientExpiry::At)
        return ExpiryLevel::Unknown;
    if (e.at <= now)
        return ExpiryLevel::Over;
    return e.at - now <= soonDays * core::dayMs ? ExpiryLevel::Soon : ExpiryLevel::Fine;
}

QString expiryLevelKey(ExpiryLevel level)
{
    static constexpr std::array<const char *, 4> keys{"unknown", "fine", "soon", "over"};
    return QLatin1String(keys[size_t(level)]);
}

QString expiryText(const ClientExpiry &e, core::Instant now)
{
    switch (e.kind) {
    case ClientExpiry::NotRead: return sayAccessToken(QT_TRANSLATE_NOOP("AccessToken", "not read yet"));
    case ClientExpiry::NotPersonal:
        return sayAccessToken(QT_TRANSLATE_NOOP("AccessToken", "no personal access token of who signs in with it"));
    case ClientExpiry::Never: return sayAccessToken(QT_TRANSLATE_NOOP("AccessToken", "never expires"));
    case ClientExpiry::NotTold:
        return sayAccessToken(QT_TRANSLATE_NOOP("AccessToken", "SailPoint does not say when it expires"));
    case ClientExpiry::At: break;
    }
    const QString day = QLocale().toString(QDateTime::fromMSecsSinceEpoch(e.at).date(), QLocale::ShortFormat);
    if (e.at <= now)
        return sayAccessToken(QT_TRANSLATE_NOOP("AccessToken", "expired on %1")).arg(day);
    const int days = *daysLeft(e, now);
    if (days == 0)
        return sayAccessToken(QT_TRANSLATE_NOOP("AccessToken", "expires within a day, on %1")).arg(day);
    return QCoreApplication::translate("AccessToken", "expires in %n day(s), on %1", nullptr, days).arg(day);
}

// "console 2026-05-30 1f2e" -> "console".
static QString baseName(const QString &name)
{
    static const QRegularExpression mark(QStringLiteral("( \\d{4}-\\d{2}-\\d{2} [0-9a-f]{4})+$"));
    return name.trimmed().remove(mark).left(80).trimmed();
}

AccessTokenRequest replacementOf(
    const AccessToken &old, std::optional<int> days, core::Instant now, const QString &mark)
{
    AccessTokenRequest r;
    const QString base = baseName(old.name);
    r.name = QStringLiteral("%1 %2 %3")
                 .arg(base.isEmpty() ? QStringLiteral("IDV Console") : base, formatInstant(now).left(10), mark);
    r.scopes = old.scopes;
    r.validitySeconds = old.validitySeconds;
    const core::Instant longest = longestTokenDays * core::dayMs;
    core::Instant life = longest;
    if (old.expiresAt && old.created && *old.expiresAt > *old.created)
        life = std::min(longest, *old.expiresAt - *old.created);
    if (days)
        life = *days * core::dayMs;
    r.expiresAt = now + life;
    return r;
}

static core::Error noRotation(const char *text)
{
    return core::conflict(core::ErrorReason::Explained, sayAccessToken(text));
}

std::optional<core::Error> rotationFault(const Tenant &tenant, const QList<AccessToken> &own)
{
    if (isIdentityIq(tenant))
        return notAvailableWith(tenant.product);
    const AccessToken *token = tokenOf(own, tenant.clientId);
    if (!token)
        return noRotation(QT_TRANSLATE_NOOP("AccessToken",
            "This tenant's client is no personal access token of who signs in with it: nothing here can replace it. "
            "Make another client in SailPoint and enter it (Settings, Tenants, Edit; idvctl tenant set --client-id)."));
    if (token->isManaged)
        return noRotation(QT_TRANSLATE_NOOP(
            "AccessToken", "SailPoint manages this token for a workflow of its own: it is not replaced here."));
    if (token->scopes.isEmpty()) // a new one without scopes may do everything
        return noRotation(QT_TRANSLATE_NOOP("AccessToken",
            "SailPoint does not say what this token may do, so no other can be made like it. Make one in SailPoint and "
            "enter it (Settings, Tenants, Edit; idvctl tenant set --client-id)."));
    if (own.size() >= mostAccessTokens)
        return noRotation(QT_TRANSLATE_NOOP("AccessToken",
            "Who signs in has ten tokens already, and SailPoint allows no more: delete one of them there first."));
    return std::nullopt;
}

QJsonObject toJson(const PendingRotation &p)
{
    return {
        {QStringLiteral("name"), p.name}, {QStringLiteral("oldId"), p.oldId}, {QStringLiteral("keepsOld"), p.keepsOld}};
}

core::Result<PendingRotation> pendingRotationFromJson(const QJsonObject &json)
{
    StrictObject o(json);
    PendingRotation p;
    o.need("name");
    o.need("oldId");
    o.text("name", p.name);
    o.text("oldId", p.oldId);
    o.flag("keepsOld", p.keepsOld);
    if (const auto r = o.status(); !r)
        return r.error();
    return p;
}

bool isSwitched(const PendingRotation &p, const QString &clientId, const QList<AccessToken> &own)
{
    const AccessToken *current = tokenOf(own, clientId);
    return current && current->name == p.name;
}

const AccessToken *leftBehind(const PendingRotation &p, const QString &clientId, const QList<AccessToken> &own)
{
    if (isSwitched(p, clientId, own))
        return p.keepsOld ? nullptr : tokenOf(own, p.oldId);
    const auto made = std::find_if(own.begin(), own.end(), [&p](const AccessToken &t) { return t.name == p.name; });
    return made == own.end() ? nullptr : &*made;
}

} // namespace domain
