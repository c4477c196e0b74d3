#include "lab/faults/faultplan.h"
#include "lab/answers.h"
#include <QRegularExpression>
#include <algorithm>

namespace lab {

using core::Result;

static const QHash<QString, QString> &patterns(const QString &vendor)
{
    static const QHash<QString, QString> sailpoint{{QStringLiteral("token"), QStringLiteral("POST /oauth/token")},
        {QStringLiteral("list"), QStringLiteral("GET */identities")},
        {QStringLiteral("identity"), QStringLiteral("GET */identities/*")},
        {QStringLiteral("search"), QStringLiteral("POST */search*")},
        {QStringLiteral("accounts"), QStringLiteral("* */accounts*")},
        {QStringLiteral("workflows"), QStringLiteral("* */workflow*")},
        {QStringLiteral("triggers"), QStringLiteral("* */trigger*")},
        {QStringLiteral("tasks"), QStringLiteral("GET */task-status*")}};
    static const QHash<QString, QString> provider{{QStringLiteral("create"), QStringLiteral("POST */idv/session")},
        {QStringLiteral("status"), QStringLiteral("GET */idv/session/*")},
        {QStringLiteral("cancel"), QStringLiteral("POST */idv/session/*/cancel")},
        {QStringLiteral("resend"), QStringLiteral("POST */idv/session/*/resend")}};
    static const QHash<QString, QString> identityIq{
        {QStringLiteral("token"), QStringLiteral("POST /identityiq/oauth2/token")},
        {QStringLiteral("ping"), QStringLiteral("GET /identityiq/rest/ping")},
        {QStringLiteral("users"), QStringLiteral("GET /identityiq/scim/v2/Users")},
        {QStringLiteral("user"), QStringLiteral("GET /identityiq/scim/v2/Users/*")},
        {QStringLiteral("replace"), QStringLiteral("PUT /identityiq/scim/v2/Users/*")},
        {QStringLiteral("workflows"), QStringLiteral("POST /identityiq/scim/v2/LaunchedWorkflows")},
        {QStringLiteral("work-items"), QStringLiteral("GET /object/WorkItem*")},
        {QStringLiteral("decide"), QStringLiteral("P* /object/*/*")},
        {QStringLiteral("tables"), QStringLiteral("GET /table/*")}};
    if (vendor == QLatin1String("sailpoint"))
        return sailpoint;
    return vendor == QLatin1String("identityiq") ? identityIq : provider;
}

QStringList operationNames(const QString &vendor)
{
    QStringList names = patterns(vendor).keys();
    names.sort();
    return names;
}

const QStringList &faultKinds()
{
    static const QStringList all{QStringLiteral("status"), QStringLiteral("latency"), QStringLiteral("reset"),
        QStringLiteral("cut-body"), QStringLiteral("truncate"), QStringLiteral("drip"), QStringLiteral("no-answer"),
        QStringLiteral("budget")};
    return all;
}

static Result<FaultRule> checked(const FaultRule &r)
{
    const auto wrong = [](const QString &text) { return core::fieldError(QStringLiteral("fault"), text); };
    if (r.vendor != QLatin1String("sailpoint") && r.vendor != QLatin1String("provider") &&
        r.vendor != QLatin1String("identityiq"))
        return wrong(
            QStringLiteral("a fault is for \"sailpoint\", \"identityiq\" or \"provider\", not \"%1\".").arg(r.vendor));
    if (r.operation != QLatin1String("*") && !patterns(r.vendor).contains(r.operation) &&
        !r.operation.contains(QLatin1Char('/')))
        return wrong(QStringLiteral(
            "\"%1\" is no operation of %2. Known: *, %3, or a method and path such as \"GET /v2024/identities*\".")
                         .arg(r.operation, r.vendor, operationNames(r.vendor).join(QStringLiteral(", "))));
    if (!faultKinds().contains(r.kind))
        return wrong(
            QStringLiteral("\"%1\" is no fault. Known: %2.").arg(r.kind, faultKinds().join(QStringLiteral(", "))));
    if (r.kind == QLatin1String("status") && (r.value < 400 || r.value > 599))
        return wrong(QStringLiteral("status is an HTTP status from 400 to 599."));
    if ((r.kind == QLatin1String("latency") || r.kind == QLatin1String("budget")) &&
        (r.value < 0 || r.value > 3'600'000))
        return wrong(QStringLiteral("%1 is a number from 0 to 3,600,000.").arg(r.kind));
    if (r.percent < 1 || r.percent > 100)
        return wrong(QStringLiteral("percent is a number from 1 to 100."));
    return r;
}

Result<FaultRule> faultFromText(const QString &text)
{
    const QString form = QStringLiteral("VENDOR:OPERATION:KIND[=VALUE][,percent=P][,times=N]");
    const qsizetype a = text.indexOf(QLatin1Char(':')), b = text.indexOf(QLatin1Char(':'), a + 1);
    if (a < 0 || b < 0)
        return core::fieldError(
            QStringLiteral("fault"), QStringLiteral("\"%1\" is not of the form %2.").arg(text, form));
    FaultRule r;
    r.vendor = text.left(a).trimmed();
    r.operation = text.mid(a + 1, b - a - 1).trimmed();
    const QStringList parts = text.mid(b + 1).split(QLatin1Char(','));
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const QString key = parts.at(i).section(QLatin1Char('='), 0, 0).trimmed();
        bool isNumber = true;
        const int value =
            parts.at(i).contains(QLatin1Char('=')) ? parts.at(i).section(QLatin1Char('='), 1).toInt(&isNumber) : 0;
        if (!isNumber)
            return core::fieldError(QStringLiteral("fault"), QStringLiteral("\"%1\" is not a number in \"%2\".")
                                                                 .arg(parts.at(i).section(QLatin1Char('='), 1), text));
        if (i == 0) {
            r.kind = key;
            r.value = value;
        } else if (key == QLatin1String("percent")) {
            r.percent = value;
        } else if (key == QLatin1String("times")) {
            r.times = value;
        } else {
            return core::fieldError(QStringLiteral("fault"),
                QStringLiteral("\"%1\" is not known in \"%2\"; the form is %3.").arg(key, text, form));
        }
    }
    return checked(r);
}

Result<QList<FaultRule>> faultsFromJson(const QJsonArray &list)
{
    QList<FaultRule> rules;
    for (const auto &v : list) {
        const QJsonObject o = v.toObject();
        const auto rule =
            v.isString()
                ? faultFromText(v.toString())
                : checked({o.value(QLatin1String("vendor")).toString(),
                      o.value(QLatin1String("operation")).toString(QStringLiteral("*")),
                      o.value(QLatin1String("kind")).toString(), o.value(QLatin1String("value")).toInt(),
                      o.value(QLatin1String("percent")).toInt(100), o.value(QLatin1String("times")).toInt(-1)});
        if (!rule)
            return rule.error();
        rules << *rule;
    }
    return rules;
}

QJsonArray toJson(const QList<FaultRule> &rules)
{
    QJsonArray out;
    for (const auto &r : rules)
        out.append(QJsonObject{{QStringLiteral("vendor"), r.vendor}, {QStringLiteral("operation"), r.operation},
            {QStringLiteral("kind"), r.kind}, {QStringLiteral("value"), r.value},
            {QStringLiteral("percent"), r.percent}, {QStringLiteral("times"), r.times}});
    return out;
}

void FaultPlan::set(const QList<FaultRule> &rules)
{
    m_rules.clear();
    m_spent.clear();
    for (const auto &r : rules) {
        if (r.vendor == m_vendor)
            m_rules << r;
    }
}

bool FaultPlan::hits(FaultRule &rule, const httpd::Request &request)
{
    // "/identities/v1/x" is the same call as "/v2024/identities/x".
    static const QRegularExpression newStyle(QStringLiteral("^/([^/]+)/v1(?=/|$)"));
    const QString call = QString::fromLatin1(request.method) + QLatin1Char(' ') +
                         QString::fromLatin1(request.path).replace(newStyle, QStringLiteral("/v2024/\\1"));
    const QString pattern = rule.operation == QLatin1String("*")
                                ? rule.operation
                                : patterns(m_vendor).value(rule.operation, rule.operation);
    // A star stands for a part of a path; at the end for all that follows.
    QString expression = QRegularExpression::escape(pattern).replace(QLatin1String("\\*"), QLatin1String("[^ ]*"));
    if (pattern.endsWith(QLatin1String("/*")))
        expression.chop(5), expression += QLatin1String("[^/]+");
    if (rule.operation != QLatin1String("*") &&
        !QRegularExpression(QRegularExpression::anchoredPattern(expression)).match(call).hasMatch())
        return false;
    if (rule.times == 0 || (rule.percent < 100 && m_dice.bounded(100) >= rule.percent))
        return false;
    if (rule.kind != QLatin1String("budget") && rule.times > 0)
        --rule.times;
    return true;
}

static httpd::Response refusal(int status)
{
    httpd::Response r =
        status == 429 ? json(429, QJsonObject{{QStringLiteral("message"), QStringLiteral(" Rate Limit Exceeded ")}})
                      : dto(status, QStringLiteral("%1 injected").arg(status),
                            QStringLiteral("This answer was damaged on purpose."));
    if (status == 429)
        r.headers.append(httpd::Header{"Retry-After", "1"});
    return r;
}

httpd::Response FaultPlan::apply(const httpd::Request &request, const std::function<httpd::Response()> &answer)
{
    QList<FaultRule *> after;
    for (int i = 0; i < m_rules.size(); ++i) {
        FaultRule &rule = m_rules[i];
        if (!hits(rule, request))
            continue;
        if (rule.kind == QLatin1String("status"))
            return refusal(rule.value);
        if (rule.kind == QLatin1String("budget")) {
            auto &spent = m_spent[i];
            const core::Instant now = m_clock->now();
            spent.removeIf([now](core::Instant at) { return at <= now - 10 * core::secondMs; });
            if (spent.size() >= rule.value)
                return refusal(429);
            spent << now;
            continue;
        }
        after << &rule;
    }
    httpd::Response r = answer();
    for (const FaultRule *rule : std::as_const(after)) {
        if (rule->kind == QLatin1String("latency"))
            r.delay += std::chrono::milliseconds(rule->value);
        else if (rule->kind == QLatin1String("no-answer"))
            r.delay = std::chrono::hours(1);
        else if (rule->kind == QLatin1String("reset"))
            r.damage = httpd::Damage::Reset;
        else if (rule->kind == QLatin1String("cut-body"))
            r.damage = httpd::Damage::CutBody;
        else if (rule->kind == QLatin1String("drip"))
            r.damage = httpd::Damage::Drip;
        else if (rule->kind == QLatin1String("truncate"))
            r.body.chop(std::max<qsizetype>(1, r.body.size() / 3));
    }
    return r;
}

} // namespace lab
