#include "lab/optionsjson.h"
#include "lab/faults/faultplan.h"
#include <QHash>
#include <QJsonArray>
#include <functional>

namespace lab {

using core::Error;
using core::Result;

namespace {

using Setter = std::function<std::optional<Error>(Options &, const QString &, const QJsonValue &)>;

Error wrong(const QString &name, const QString &what)
{
    return core::fieldError(name, QStringLiteral("\"%1\" is %2.").arg(name, what));
}

template <class Unit>
Setter time(Unit Options::*member, qint64 low = 0)
{
    return [member, low](Options &o, const QString &name, const QJsonValue &v) -> std::optional<Error> {
        if (!v.isDouble() || v.toDouble() < double(low) || v.toDouble() > 3'600'000)
            return wrong(name, QStringLiteral("a number from %1 to 3,600,000").arg(low));
        o.*member = Unit(v.toInt());
        return std::nullopt;
    };
}

Setter flag(bool Options::*member)
{
    return [member](Options &o, const QString &name, const QJsonValue &v) -> std::optional<Error> {
        if (!v.isBool())
            return wrong(name, QStringLiteral("true or false"));
        o.*member = v.toBool();
        return std::nullopt;
    };
}

Setter word(QString Options::*member, const QStringList &known)
{
    return [member, known](Options &o, const QString &name, const QJsonValue &v) -> std::optional<Error> {
        if (!known.contains(v.toString()))
            return wrong(name, QStringLiteral("one of: %1").arg(known.join(QStringLiteral(", "))));
        o.*member = v.toString();
        return std::nullopt;
    };
}

Setter words(QStringList Options::*member, const QStringList &known)
{
    return [member, known](Options &o, const QString &name, const QJsonValue &v) -> std::optional<Error> {
        QStringList list;
        const auto array = v.toArray();
        for (const auto &x : array) {
            if (!known.isEmpty() && !known.contains(x.toString()))
                return wrong(name, QStringLiteral("an array of: %1").arg(known.join(QStringLiteral(", "))));
            list << x.toString();
        }
        if (!v.isArray())
            return wrong(name, QStringLiteral("an array of texts"));
        o.*member = list;
        return std::nullopt;
    };
}

const QHash<QString, Setter> &setters()
{
    static const QStringList outcomes{QStringLiteral("mix"), QStringLiteral("verified"), QStringLiteral("failed"),
        QStringLiteral("name-differs"), QStringLiteral("level-too-low"), QStringLiteral("declined"),
        QStringLiteral("expired"), QStringLiteral("never"), QStringLiteral("other-user"),
        QStringLiteral("unknown-word"), QStringLiteral("two-words")};
    static const QStringList auths{QStringLiteral("none"), QStringLiteral("bearer"), QStringLiteral("basic"),
        QStringLiteral("header"), QStringLiteral("hmac"), QStringLiteral("timestamped"), QStringLiteral("plain"),
        QStringLiteral("ed25519")};
    static const QStringList callbacks{QStringLiteral("none"), QStringLiteral("duplicate"),
        QStringLiteral("bad-signature"), QStringLiteral("contradict"), QStringLiteral("no-nonce")};
    static const QHash<QString, Setter> all{{QStringLiteral("outcome"), word(&Options::outcome, outcomes)},
        {QStringLiteral("paging"), word(&Options::fault, faults())},
        {QStringLiteral("callbackAuth"), word(&Options::callbackAuth, auths)},
        {QStringLiteral("callbackFaults"), words(&Options::callbackFaults, callbacks)},
        {QStringLiteral("missingAttributes"), words(&Options::missingAttributes, {})},
        {QStringLiteral("journeyMs"), time(&Options::journey)},
        {QStringLiteral("processingMs"), time(&Options::processing)},
        {QStringLiteral("indexLagMs"), time(&Options::indexLag)},
        {QStringLiteral("linkLifetimeMs"), time(&Options::linkLifetime, 1)},
        {QStringLiteral("tokenLifetimeS"), time(&Options::tokenLifetime, 2)},
        {QStringLiteral("hasUser"), flag(&Options::hasUser)}, {QStringLiteral("rateLimit"), flag(&Options::rateLimit)},
        {QStringLiteral("seedPatch"), flag(&Options::directPatch)},
        {QStringLiteral("identities"),
            [](Options &o, const QString &name, const QJsonValue &v) -> std::optional<Error> {
                if (!v.isDouble() || v.toInt(-1) < 1 || v.toInt() > 100'000)
                    return wrong(name, QStringLiteral("a number from 1 to 100,000"));
                o.identities = quint32(v.toInt());
                return std::nullopt;
            }},
        {QStringLiteral("clockOffsetS"),
            [](Options &o, const QString &name, const QJsonValue &v) -> std::optional<Error> {
                if (!v.isDouble())
                    return wrong(name, QStringLiteral("a number of seconds"));
                o.clockOffset = std::chrono::seconds(v.toInt());
                return std::nullopt;
            }},
        {QStringLiteral("faults"), [](Options &o, const QString &name, const QJsonValue &v) -> std::optional<Error> {
             QStringList rules;
             const auto list = v.toArray();
             for (const auto &x : list) {
                 if (const auto rule = faultFromText(x.toString()); !rule)
                     return core::fieldError(name, rule.error().text);
                 rules << x.toString();
             }
             o.rules = rules;
             return std::nullopt;
         }}};
    return all;
}

} // namespace

Result<Options> optionsFromJson(const QJsonObject &json, Options base)
{
    for (auto it = json.begin(); it != json.end(); ++it) {
        const auto setter = setters().constFind(it.key());
        if (setter == setters().cend()) {
            QStringList known = setters().keys();
            known.sort();
            return core::fieldError(it.key(), QStringLiteral("\"%1\" is nothing the simulators know. Expected: %2.")
                                                  .arg(it.key(), known.join(QStringLiteral(", "))));
        }
        if (const auto fault = (*setter)(base, it.key(), *it))
            return *fault;
    }
    return base;
}

} // namespace lab
