#include "domain/tenants/loosening.h"
#include "domain/tenants/address.h"
#include <QCoreApplication>

namespace domain {

static QString sayLoosening(const char *text)
{
    return QCoreApplication::translate("Loosening", text);
}

namespace {

/// Collects under one subject: a tenant's name, or "verification".
struct List
{
    QString subject;
    QList<Loosening> all;
    void add(bool isLooser, const QString &key, const QString &text)
    {
        if (isLooser)
            all << Loosening{subject + QLatin1Char(':') + key, text};
    }
};

} // namespace

QList<Loosening> looseningsOf(const Tenant &t)
{
    const ReceiverSettings &r = t.receiver;
    const ReceiverSettings usual;
    List l{t.name, {}};
    const auto add = [&l](bool isLooser, const char *key, const char *text) {
        l.add(isLooser, QLatin1String(key), sayLoosening(text));
    };
    add(r.trustsUnsigned, "trusts-unsigned", QT_TRANSLATE_NOOP("Loosening", "A pass without a signature is believed."));
    add(r.auth == CallbackAuth::None, "auth-none",
        QT_TRANSLATE_NOOP("Loosening", "Senders of callbacks do not have to sign in."));
    const bool isLocal = isLoopbackAddress(r.address);
    add(!isLocal, "listens-wider", QT_TRANSLATE_NOOP("Loosening", "Other computers can reach the callback receiver."));
    add(r.startsWithTenant, "receiver-starts",
        QT_TRANSLATE_NOOP("Loosening", "The callback receiver starts by itself."));
    add(r.takesEvents, "takes-events", QT_TRANSLATE_NOOP("Loosening", "Events of SailPoint are taken."));
    add(r.toleranceSeconds > usual.toleranceSeconds, "tolerance",
        QT_TRANSLATE_NOOP("Loosening", "Older signatures are accepted."));
    add(isSigned(r.auth) && !r.scheme.signedText.contains(QLatin1String("{ts}")), "signature-age",
        QT_TRANSLATE_NOOP("Loosening", "Signatures of callbacks have no age: an old one counts for ever."));
    add(t.identityIq.decidesForOthers, "decides-for-others",
        QT_TRANSLATE_NOOP("Loosening", "Requests of other approvers are decided in their name."));
    add(t.writeBack != WriteBackStrategy::None, "write-back",
        QT_TRANSLATE_NOOP("Loosening", "Results are written to SailPoint."));
    add(t.isTunnel, "tunnel",
        QT_TRANSLATE_NOOP("Loosening", "Its address on this computer is a tunnel to a real tenant."));
    add(t.provider.results != ResultMapping(), "result-mapping",
        QT_TRANSLATE_NOOP("Loosening", "What a result says is read at other places, or by other words."));
    add(!t.caFile.isEmpty(), "ca",
        QT_TRANSLATE_NOOP("Loosening", "Certificates of an authority of its own are believed."));
    add(t.reverification.intervalDays > ReverificationInterval().intervalDays ||
            t.reverification.graceDays > ReverificationInterval().graceDays,
        "interval", QT_TRANSLATE_NOOP("Loosening", "A verification lasts longer than usual."));
    return l.all;
}

QList<Loosening> looseningsOf(const QString &tenant, const ReverificationPolicy &p)
{
    const ReverificationInterval usual;
    const auto isLonger = [&usual](const ReverificationInterval &r) {
        return r.intervalDays > usual.intervalDays || r.graceDays > usual.graceDays;
    };
    List l{tenant, {}};
    const QString text = sayLoosening(QT_TRANSLATE_NOOP("Loosening", "A verification lasts longer than usual."));
    l.add(isLonger(p.standard), QStringLiteral("policy.standard"), text);
    for (qsizetype i = 0; i < p.rules.size(); ++i) {
        // A rule for some people may give them more time than the standard gives everybody.
        const bool isAboveStandard = p.rules.at(i).rule.intervalDays > p.standard.intervalDays;
        l.add(isLonger(p.rules.at(i).rule) || isAboveStandard, QStringLiteral("policy.rules[%1]").arg(i), text);
    }
    return l.all;
}

QList<Loosening> looseningsOf(const QString &tenant, const Retention &r)
{
    const Retention usual;
    List l{tenant, {}};
    l.add(r.verifiedDays < usual.verifiedDays || r.failedDays < usual.failedDays, QStringLiteral("retention"),
        sayLoosening(QT_TRANSLATE_NOOP(
            "Loosening", "Personal data is removed sooner than usual, once its removal is switched on.")));
    return l.all;
}

QList<Loosening> looseningsOf(const std::optional<VerificationPolicy> &now, const VerificationPolicy &wanted)
{
    List l{QStringLiteral("verification"), {}};
    l.add(!now, QStringLiteral("replaces-unreadable"),
        sayLoosening(QT_TRANSLATE_NOOP(
            "Loosening", "What is stored of the verification policy cannot be read, and is replaced.")));
    if (!now)
        return l.all;
    l.add(!now->ticketPattern.isEmpty() && wanted.ticketPattern != now->ticketPattern, QStringLiteral("ticket-form"),
        sayLoosening(QT_TRANSLATE_NOOP("Loosening", "Ticket numbers have another form, or none.")));
    for (int i = 0; i < reasonCount; ++i) {
        const auto reason = Reason(i);
        l.add(leastIal(wanted, reason) < leastIal(*now, reason), QStringLiteral("level.") + reasonKey(reason),
            sayLoosening(QT_TRANSLATE_NOOP("Loosening", "A lower assurance level is enough.")));
    }
    for (const QString &key : now->heldDifferences)
        l.add(!wanted.heldDifferences.contains(key), QStringLiteral("names.") + key,
            sayLoosening(QT_TRANSLATE_NOOP("Loosening", "A difference of names is no longer decided by a person.")));
    return l.all;
}

AllowedGap gapOf(const QList<Loosening> &found, const QStringList &allowed)
{
    QStringList names;
    for (const Loosening &l : found)
        names << l.name;
    QStringList given;
    AllowedGap gap;
    for (const QString &a : allowed) {
        // A tenant's name may have commas itself.
        const QStringList parts =
            names.contains(a.trimmed()) ? QStringList{a.trimmed()} : a.split(QLatin1Char(','), Qt::SkipEmptyParts);
        for (const QString &part : parts) {
            if (names.contains(part.trimmed()))
                given << part.trimmed();
            else
                gap.unknown << part.trimmed();
        }
    }
    for (const Loosening &l : found) {
        if (!given.contains(l.name))
            gap.unnamed << l;
    }
    return gap;
}

} // namespace domain
