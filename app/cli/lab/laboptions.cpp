#include "cli/lab/laboptions.h"
#include "cli/shell/shell.h"
#include "lab/lab.h"
#include "lab/optionsjson.h"
#include <QJsonArray>

namespace cli {

using Fault = std::optional<core::Error>;

QList<QCommandLineOption> labOptionList()
{
    QList<QCommandLineOption> list;
    for (const char *name : {"port", "idv-port", "iiq-port", "identities", "seed", "fault", "outcome", "idv-fault",
             "journey-ms", "processing-ms", "index-lag-ms", "link-lifetime-ms", "callback-auth", "callback-fault",
             "missing-attribute", "scopes"})
        list << valueOption(name);
    for (const char *name :
        {"seed-patch", "no-user", "no-search", "no-rate-limit", "iiq-no-plugin", "iiq-no-scim", "iiq-old", "iiq-post"})
        list << flagOption(name);
    return list;
}

static Fault takeNumbers(Shell &s, lab::Options &o)
{
    const auto number = [&s](const char *name, qint64 low, qint64 high, auto &out) -> std::optional<core::Error> {
        if (!s.isSet(name))
            return std::nullopt;
        bool isNumber = false;
        const qint64 v = s.value(name).toLongLong(&isNumber);
        if (!isNumber || v < low || v > high)
            return core::fieldError(QLatin1String(name), QStringLiteral("a number from %1 to %2.").arg(low).arg(high));
        out = static_cast<std::remove_reference_t<decltype(out)>>(v);
        return std::nullopt;
    };
    const auto ms = [&number](const char *name, std::chrono::milliseconds &out) -> std::optional<core::Error> {
        qint64 v = out.count();
        if (const auto e = number(name, 0, 3'600'000, v))
            return e;
        out = std::chrono::milliseconds(v);
        return std::nullopt;
    };
    for (const auto &e : {number("port", 1, 65535, o.port), number("idv-port", 1, 65535, o.idvPort),
             number("iiq-port", 1, 65535, o.iiqPort), number("identities", 0, 1'000'000, o.identities),
             number("seed", 0, 4'000'000'000, o.seed), ms("journey-ms", o.journey), ms("processing-ms", o.processing),
             ms("index-lag-ms", o.indexLag), ms("link-lifetime-ms", o.linkLifetime)}) {
        if (e)
            return *e;
    }
    return std::nullopt;
}

static Fault takeFaults(Shell &s, lab::Options &o)
{
    for (const QString &fault : s.values("fault")) {
        if (fault.contains(QLatin1Char(':'))) { // one of the rules, read by the lab itself
            o.rules << fault;
            continue;
        }
        o.fault = fault;
        if (!lab::faults().contains(o.fault))
            return core::fieldError(QStringLiteral("fault"),
                QStringLiteral("\"%1\" is not one of: %2; nor VENDOR:OPERATION:KIND[=VALUE][,percent=P][,times=N].")
                    .arg(o.fault, lab::faults().join(QStringLiteral(", "))));
    }
    return std::nullopt;
}

static Fault takeCallbackAuth(Shell &s, lab::Options &o)
{
    if (!s.isSet("callback-auth"))
        return std::nullopt;
    static const QStringList known{QStringLiteral("none"), QStringLiteral("bearer"), QStringLiteral("basic"),
        QStringLiteral("header"), QStringLiteral("hmac"), QStringLiteral("timestamped"), QStringLiteral("plain"),
        QStringLiteral("ed25519")};
    o.callbackAuth = s.value("callback-auth");
    if (!known.contains(o.callbackAuth))
        return core::fieldError(QStringLiteral("callback-auth"), known.join(QStringLiteral(", ")) + QLatin1Char('.'));
    return std::nullopt;
}

static void takeLists(Shell &s, lab::Options &o)
{
    if (s.isSet("missing-attribute"))
        o.missingAttributes = s.value("missing-attribute").split(QLatin1Char(','));
    if (s.isSet("scopes"))
        o.scopes = s.value("scopes").split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

static Fault takeProviderFaults(Shell &s, lab::Options &o)
{
    static const QStringList known{QStringLiteral("create-no-answer"), QStringLiteral("create-429"),
        QStringLiteral("create-500"), QStringLiteral("create-refused"), QStringLiteral("status-500")};
    if (s.isSet("idv-fault"))
        o.idvFaults = s.value("idv-fault").split(QLatin1Char(','));
    for (const QString &fault : std::as_const(o.idvFaults)) {
        if (!known.contains(fault))
            return core::fieldError(QStringLiteral("idv-fault"), known.join(QStringLiteral(", ")) + QLatin1Char('.'));
    }
    return std::nullopt;
}

static void takeFlags(Shell &s, lab::Options &o)
{
    o.directPatch = s.isSet("seed-patch");
    o.hasUser = !s.isSet("no-user");
    o.searchAllowed = !s.isSet("no-search");
    o.rateLimit = !s.isSet("no-rate-limit");
    o.iiqPlugin = !s.isSet("iiq-no-plugin");
    o.iiqScim = !s.isSet("iiq-no-scim");
    o.iiqOld = s.isSet("iiq-old");
    o.iiqPost = s.isSet("iiq-post");
}

// Words that scenarios say, too; one that nobody knows is refused.
static QJsonObject wordsOf(Shell &s)
{
    QJsonObject words;
    if (s.isSet("outcome"))
        words.insert(QStringLiteral("outcome"), s.value("outcome"));
    if (s.isSet("callback-fault"))
        words.insert(QStringLiteral("callbackFaults"),
            QJsonArray::fromStringList(s.value("callback-fault").split(QLatin1Char(','))));
    return words;
}

core::Result<lab::Options> labOptions(Shell &s)
{
    lab::Options o;
    for (const auto &take : {takeNumbers, takeFaults, takeCallbackAuth, takeProviderFaults}) {
        if (const auto e = take(s, o))
            return *e;
    }
    takeLists(s, o);
    takeFlags(s, o);
    const auto read = lab::optionsFromJson(wordsOf(s), o);
    if (read || read.error().field != QLatin1String("callbackFaults"))
        return read;
    core::Error e = read.error();
    e.field = QStringLiteral("callback-fault");
    return e;
}

} // namespace cli
