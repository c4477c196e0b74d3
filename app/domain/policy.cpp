#include "domain/policy.h"
#include "domain/judgement.h"
#include <QCoreApplication>
#include <QRegularExpression>

namespace domain {

static QString say(const char *text) { return QCoreApplication::translate("Policy", text); }

const QStringList &phraseKeys()
{
    static const QStringList keys{QStringLiteral("waiting"), QStringLiteral("sent-sms"), QStringLiteral("sent-email"), QStringLiteral("show-code"), QStringLiteral("not-started"), QStringLiteral("another-step"),
                                  QStringLiteral("colleague"), QStringLiteral("verified"), QStringLiteral("read-back"), QStringLiteral("sending-reset"), QStringLiteral("reset-asked"), QStringLiteral("failed"),
                                  QStringLiteral("expired"), QStringLiteral("ended")};
    return keys;
}

QString phraseKeyOf(const Session &s)
{
    switch (s.state) {
    case SessionState::Launching:
    case SessionState::Provisional: return QStringLiteral("waiting");
    case SessionState::Pending:
        return s.request.delivery == Delivery::Sms ? QStringLiteral("sent-sms") : s.request.delivery == Delivery::Email ? QStringLiteral("sent-email") : QStringLiteral("show-code");
    case SessionState::LaunchUnknown:
    case SessionState::LaunchFailed: return QStringLiteral("not-started");
    case SessionState::Held: return canBeAccepted(s) ? QStringLiteral("colleague") : QStringLiteral("another-step");
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

core::Status validate(const VerificationPolicy &p)
{
    if (p.ticketPattern.size() > 200 || !expression(p.ticketPattern).isValid())
        return core::fieldError(QStringLiteral("ticket-pattern"), say(QT_TRANSLATE_NOOP("Policy", "The pattern is no regular expression: %1.")).arg(expression(p.ticketPattern).errorString()));
    if (!p.ticketPattern.isEmpty() && !p.ticketExample.isEmpty() && !ticketFits(p, p.ticketExample))
        return core::fieldError(QStringLiteral("ticket-example"), say(QT_TRANSLATE_NOOP("Policy", "The example does not match the pattern.")));
    for (auto it = p.phrases.begin(); it != p.phrases.end(); ++it) {
        if (it->size() > 300)
            return core::fieldError(QStringLiteral("phrases"), say(QT_TRANSLATE_NOOP("Policy", "A sentence is longer than 300 characters: nobody reads that out.")));
        if (!phraseKeys().contains(it.key().section(QLatin1Char('/'), 1)))
            return core::fieldError(QStringLiteral("phrases"), it.key());
    }
    return core::ok();
}

QJsonObject toJson(const VerificationPolicy &p)
{
    QJsonObject phrases;
    for (auto it = p.phrases.begin(); it != p.phrases.end(); ++it)
        phrases.insert(it.key(), it.value());
    return {{QStringLiteral("ticketPattern"), p.ticketPattern}, {QStringLiteral("ticketExample"), p.ticketExample}, {QStringLiteral("phrases"), phrases}};
}

VerificationPolicy policyFromJson(const QJsonObject &o)
{
    VerificationPolicy p;
    p.ticketPattern = o.value(QLatin1String("ticketPattern")).toString();
    p.ticketExample = o.value(QLatin1String("ticketExample")).toString();
    const QJsonObject phrases = o.value(QLatin1String("phrases")).toObject();
    for (auto it = phrases.begin(); it != phrases.end(); ++it)
        p.phrases.insert(it.key(), it.value().toString());
    return p;
}

} // namespace domain
