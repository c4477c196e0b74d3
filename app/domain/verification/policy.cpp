#include "domain/verification/policy.h"
#include "domain/text/strictjson.h"
#include "domain/verification/namematch.h"
#include "domain/verification/resultevaluation.h"
#include <QCoreApplication>
#include <QJsonArray>
#include <QRegularExpression>

namespace domain {

static QString sayPolicy(const char *text)
{
    return QCoreApplication::translate("Policy", text);
}

const QStringList &phraseKeys()
{
    static const QStringList keys{QStringLiteral("waiting"), QStringLiteral("sent-sms"), QStringLiteral("sent-email"),
        QStringLiteral("show-code"), QStringLiteral("link-elsewhere"), QStringLiteral("not-started"),
        QStringLiteral("another-step"), QStringLiteral("colleague"), QStringLiteral("verified"),
        QStringLiteral("read-back"), QStringLiteral("sending-reset"), QStringLiteral("reset-asked"),
        QStringLiteral("failed"), QStringLiteral("expired"), QStringLiteral("ended")};
    return keys;
}

QString phraseKeyOf(const Session &s, bool isLinkKnown)
{
    switch (s.state) {
    case SessionState::Launching:
    case SessionState::Provisional: return QStringLiteral("waiting");
    case SessionState::Pending:
        if (s.request.delivery == Delivery::Link)
            return isLinkKnown ? QStringLiteral("show-code") : QStringLiteral("link-elsewhere");
        return s.request.delivery == Delivery::Sms ? QStringLiteral("sent-sms") : QStringLiteral("sent-email");
    case SessionState::LaunchUnknown:
    case SessionState::LaunchFailed: return QStringLiteral("not-started");
    case SessionState::NeedsReview:
        return canBeAccepted(s) ? QStringLiteral("colleague") : QStringLiteral("another-step");
    case SessionState::Verified:
        if (s.resetState == QLatin1String("asked"))
            return QStringLiteral("reset-asked");
        if (s.request.reason != Reason::AccountRecovery)
            return QStringLiteral("verified");
        return s.boundAt ? QStringLiteral("sending-reset") : QStringLiteral("read-back");
    case SessionState::Failed:
    case SessionState::Declined:
    case SessionState::Abandoned: return QStringLiteral("failed");
    case SessionState::Expired: return QStringLiteral("expired");
    case SessionState::Cancelled: return QStringLiteral("ended");
    }
    return {};
}

// PCRE's own limits keep a bad pattern from running for long; a match that gave up is no match.
static QRegularExpression expression(const QString &pattern)
{
    return QRegularExpression(QStringLiteral("(*LIMIT_MATCH=20000)") + QRegularExpression::anchoredPattern(pattern));
}

bool ticketFits(const VerificationPolicy &p, const QString &ticket)
{
    if (p.ticketPattern.isEmpty() || ticket.isEmpty())
        return true;
    return ticket.size() <= 64 && expression(p.ticketPattern).match(ticket).hasMatch();
}

int leastIal(const VerificationPolicy &p, Reason reason)
{
    const int agreed = p.defaults.value(reason).leastIal;
    return reason == Reason::AccountRecovery ? std::max(2, agreed) : agreed;
}

static bool isDefaults(const ReasonDefaults &d)
{
    return d.leastIal >= 1 && d.leastIal <= 2 &&
           std::all_of(
               d.documents.begin(), d.documents.end(), [](const QString &x) { return documentTypes().contains(x); });
}

core::Status validate(const VerificationPolicy &p)
{
    if (p.ticketPattern.size() > 200 || !expression(p.ticketPattern).isValid())
        return core::fieldError(QStringLiteral("ticket-pattern"),
            sayPolicy(QT_TRANSLATE_NOOP("Policy", "The pattern is no regular expression: %1."))
                .arg(expression(p.ticketPattern).errorString()));
    if (!p.ticketPattern.isEmpty() && !p.ticketExample.isEmpty() && !ticketFits(p, p.ticketExample))
        return core::fieldError(QStringLiteral("ticket-example"),
            sayPolicy(QT_TRANSLATE_NOOP("Policy", "The example does not match the pattern.")));
    for (auto it = p.phrases.begin(); it != p.phrases.end(); ++it) {
        if (it->size() > 300)
            return core::fieldError(QStringLiteral("phrases"),
                sayPolicy(
                    QT_TRANSLATE_NOOP("Policy", "A sentence is longer than 300 characters: nobody reads that out.")));
        if (!phraseKeys().contains(it.key().section(QLatin1Char('/'), 1)))
            return core::fieldError(QStringLiteral("phrases"), it.key());
    }
    for (const auto &d : p.defaults) {
        if (!isDefaults(d))
            return core::fieldError(QStringLiteral("defaults"),
                sayPolicy(QT_TRANSLATE_NOOP("Policy", "A reason starts with level 1 or 2 and with known documents.")));
    }
    for (const QString &key : p.heldDifferences) {
        const auto &all = harmlessDifferences();
        if (std::none_of(all.begin(), all.end(), [&](NameDifference d) { return differenceKey(d) == key; }))
            return core::fieldError(QStringLiteral("names"),
                sayPolicy(
                    QT_TRANSLATE_NOOP("Policy", "\"%1\" is no difference of names that could be left to a person."))
                    .arg(key));
    }
    return core::ok();
}

static QJsonObject toJson(const ReasonDefaults &d)
{
    QJsonObject o{{QStringLiteral("leastIal"), d.leastIal}};
    if (!d.documents.isEmpty())
        o.insert(QStringLiteral("documents"), QJsonArray::fromStringList(d.documents));
    if (d.delivery)
        o.insert(QStringLiteral("delivery"), deliveryKey(*d.delivery));
    return o;
}

QJsonObject toJson(const VerificationPolicy &p)
{
    QJsonObject phrases;
    for (auto it = p.phrases.begin(); it != p.phrases.end(); ++it)
        phrases.insert(it.key(), it.value());
    QJsonObject defaults;
    for (auto it = p.defaults.begin(); it != p.defaults.end(); ++it)
        defaults.insert(reasonKey(it.key()), toJson(*it));
    return {{QStringLiteral("ticketPattern"), p.ticketPattern}, {QStringLiteral("ticketExample"), p.ticketExample},
        {QStringLiteral("phrases"), phrases}, {QStringLiteral("defaults"), defaults},
        {QStringLiteral("heldDifferences"), QJsonArray::fromStringList(p.heldDifferences)}};
}

core::Result<VerificationPolicy> policyFromJson(const QJsonObject &object)
{
    StrictObject o(object);
    VerificationPolicy p;
    o.text("ticketPattern", p.ticketPattern);
    o.text("ticketExample", p.ticketExample);
    StrictObject phrases = o.object("phrases");
    const QStringList keys = phrases.takeKeys();
    for (const QString &key : keys)
        phrases.text(key.toUtf8().constData(), p.phrases[key]);
    StrictObject defaults = o.object("defaults");
    for (int i = 0; i < reasonCount; ++i) {
        const QByteArray key = reasonKey(Reason(i)).toLatin1();
        if (!defaults.has(key.constData()))
            continue;
        StrictObject d = defaults.object(key.constData());
        ReasonDefaults r;
        d.need("leastIal");
        d.number("leastIal", r.leastIal, 1, 2);
        d.texts("documents", r.documents);
        if (d.has("delivery")) {
            r.delivery = Delivery::Email;
            d.word<Delivery>("delivery", *r.delivery, deliveryFromKey,
                {QStringLiteral("sms"), QStringLiteral("email"), QStringLiteral("link")});
        }
        p.defaults.insert(Reason(i), r);
    }
    o.texts("heldDifferences", p.heldDifferences);
    if (const auto read = o.status(); !read)
        return read.error();
    if (const auto sound = validate(p); !sound)
        return sound.error();
    return p;
}

} // namespace domain
