#include "services/readiness/readiness.h"
#include "domain/readiness/diagnosis.h"
#include "domain/readiness/readiness.h"
#include "domain/text/markdown.h"
#include "net/sailpoint/accounts.h"
#include "net/sailpoint/identities.h"
#include "net/sailpoint/probes.h"
#include "net/sailpoint/profiles.h"
#include "services/tenants/tenantconnections.h"
#include "services/tenantsession/tenantsession.h"
#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QUuid>

namespace services {

using core::ErrorCode;
using core::Result;

static QString sayReadinessCheck(const char *text)
{
    return QCoreApplication::translate("ReadinessCheck", text);
}

ReadinessCheck::ReadinessCheck(
    TenantConnections &connections, Context &context, TenantSession &tenantSession, QObject *parent)
    : QObject(parent), m_connections(connections), m_context(context), m_tenantSession(tenantSession)
{
}

void ReadinessCheck::add(
    const char *area, TestLevel level, const QString &text, const QString &fact, const QString &advice)
{
    m_lines.append({QString::fromLatin1(area), level, text, fact, advice, m_fix, std::exchange(m_fixOf, {})});
    m_fix = ReadinessLine::None;
    Q_EMIT line(m_lines.last());
}

// Of the line that is added next.
void ReadinessCheck::setRemediation(ReadinessLine::Fix fix, const QString &of)
{
    m_fix = fix;
    m_fixOf = of;
}

// What may not be read is a line of its own: nothing is claimed that was not asked.
void ReadinessCheck::addError(const char *area, const core::Error &e, const QString &what, const QString &off)
{
    const bool isForbidden = e.code == ErrorCode::Forbidden || e.code == ErrorCode::Unauthorized;
    add(area, isForbidden ? TestLevel::Warn : TestLevel::Fail,
        isForbidden ? sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "%1: this token may not read it")).arg(what)
                    : sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "%1: could not be read")).arg(what),
        domain::userMessage(e, domain::Vendor::SailPoint).headline, off);
}

core::Async<QList<ReadinessLine>> ReadinessCheck::run()
{
    if (std::exchange(m_isRunning, true))
        return m_promise.future();
    m_lines.clear();
    m_promise = {};
    core::whenDone<TestReport>(testConnection(
                                   m_context, m_connections.tenant, {}, TestParts::Both,
                                   [this](const TestLine &l) {
                                       add("connection", l.level, l.text, l.fact,
                                           !l.advice.isEmpty() ? l.advice
                                           : l.error           ? domain::userMessage(*l.error, l.vendor).advice
                                                               : QString());
                                   },
                                   this),
        this,
        [this](const Result<TestReport> &) { domain::isIdentityIq(m_connections.tenant) ? identityIq() : rights(); });
    return m_promise.future();
}

// What would change something is not tried: the token says which of it is certainly not allowed.
void ReadinessCheck::rights()
{
    core::whenDone<net::sailpoint::TokenInfo>(
        m_connections.api.signIn(), this, [this](const Result<net::sailpoint::TokenInfo> &info) {
            if (!info)
                return attributes(); // the connection's lines have said it
            const domain::TokenRights rights = m_tenantSession.rights();
            add("rights", rights.hasUser ? TestLevel::Pass : TestLevel::Warn,
                rights.hasUser ? sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "Token of a person"))
                               : sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "Token without a person")),
                rights.userLevels.join(QStringLiteral(", ")),
                rights.hasUser ? QString()
                               : sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck",
                                     "Use a personal access token: an API client may not list "
                                     "identities, invite, import or send password resets.")));
            using domain::Right;
            for (const Right r :
                {Right::DeleteIdentities, Right::ProcessIdentities, Right::InviteIdentities, Right::SendPasswordReset,
                    Right::ChangeProfiles, Right::ImportProfiles, Right::ChangeAttributes, Right::ChangeAccounts}) {
                const QString why = domain::refusal(rights, r);
                add("rights", why.isEmpty() ? TestLevel::Pass : TestLevel::Warn, domain::rightText(r),
                    why.isEmpty()
                        ? sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "not refused by the token; not tried"))
                        : why,
                    why.isEmpty()
                        ? QString()
                        : sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck",
                                                "The buttons for it stay disabled. Give the client one of: %1"))
                              .arg(domain::scopesOf(r).join(QStringLiteral(", "))));
            }
            core::whenDone<QJsonArray>(
                net::sailpoint::latestTask(m_connections.api), this, [this](const Result<QJsonArray> &task) {
                    if (task)
                        add("rights", TestLevel::Pass, domain::rightText(Right::ReadTasks),
                            sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "tried")));
                    else
                        addError("rights", task.error(), domain::rightText(Right::ReadTasks),
                            sayReadinessCheck(QT_TRANSLATE_NOOP(
                                "ReadinessCheck", "Whether something that was asked for is done cannot be seen.")));
                    attributes();
                });
        });
}

// Last: by then both vendors have answered this tenant's own calls, and their Date headers are known.
void ReadinessCheck::clocks()
{
    const core::ProviderSessionId nobody(QUuid::createUuid().toString(QUuid::WithoutBraces));
    core::whenDone<net::Probed>(m_connections.provider->probe(nobody), this, [this](const Result<net::Probed> &) {
        for (const auto &[who, link] : {std::pair{QStringLiteral("SailPoint"), m_tenantSession.sailpointLink()},
                 std::pair{QStringLiteral("1Kosmos"), m_tenantSession.providerLink()}}) {
            const QString what =
                sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "Clock of %1 and of this computer")).arg(who);
            if (link.reach != Reach::Online) {
                add("clock", TestLevel::Warn, what,
                    sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "not known: no answer")));
                continue;
            }
            const auto skew = domain::skewOf(link.skewMs);
            add("clock",
                skew == domain::Skew::Fine   ? TestLevel::Pass
                : skew == domain::Skew::Warn ? TestLevel::Warn
                                             : TestLevel::Fail,
                what,
                sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "%1 s apart")).arg(std::abs(link.skewMs) / 1000),
                skew == domain::Skew::Fine
                    ? QString()
                    : sayReadinessCheck(QT_TRANSLATE_NOOP(
                          "ReadinessCheck", "Set this computer's clock; beyond five minutes signatures are refused.")));
        }
        finish();
    });
}

void ReadinessCheck::attributes()
{
    core::whenDone<QJsonArray>(
        net::sailpoint::listIdentityAttributes(m_connections.api), this, [this](const Result<QJsonArray> &known) {
            if (!known) {
                addError("attributes", known.error(),
                    sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "Identity attributes")),
                    sayReadinessCheck(
                        QT_TRANSLATE_NOOP("ReadinessCheck", "Whether results can be stored is not known.")));
                return activity();
            }
            core::whenDone<QJsonArray>(net::sailpoint::listProfiles(m_connections.api), this,
                [this, known](const Result<QJsonArray> &profiles) {
                    for (const auto &l : domain::readinessOf({}, *known, m_connections.tenant.map)) {
                        const bool isMissing = l.state == domain::Readiness::NoAttribute,
                                   isWrong = l.state == domain::Readiness::WrongType;
                        if (isMissing)
                            setRemediation(ReadinessLine::CreateAttribute, l.attribute);
                        add("attributes", isMissing || isWrong ? TestLevel::Fail : TestLevel::Pass,
                            sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "Identity attribute %1"))
                                .arg(l.attribute),
                            isMissing ? sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "does not exist"))
                            : isWrong
                                ? sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "has another type than %1"))
                                      .arg(l.expected)
                                : sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "exists")),
                            isMissing ? sayReadinessCheck(QT_TRANSLATE_NOOP(
                                            "ReadinessCheck", "Create it in SailPoint, Identity attributes, as text."))
                                      : QString());
                    }
                    if (!profiles)
                        addError("profiles", profiles.error(),
                            sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "Identity profiles")),
                            sayReadinessCheck(QT_TRANSLATE_NOOP(
                                "ReadinessCheck", "Whether the attributes are mapped is not known.")));
                    for (const auto &v : profiles ? *profiles : QJsonArray()) {
                        const auto lines = domain::readinessOf(v.toObject(), *known, m_connections.tenant.map);
                        const int ready = domain::readyCount(lines);
                        const bool canMap = std::any_of(lines.begin(), lines.end(),
                            [](const domain::ReadyLine &l) { return l.state == domain::Readiness::NotMapped; });
                        if (canMap)
                            setRemediation(
                                ReadinessLine::MapProfile, v.toObject().value(QLatin1String("id")).toString());
                        add("profiles", ready == domain::idvFieldCount ? TestLevel::Pass : TestLevel::Warn,
                            sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "Profile %1"))
                                .arg(v.toObject().value(QLatin1String("name")).toString()),
                            sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "%1 of %2 mapped"))
                                .arg(ready)
                                .arg(domain::idvFieldCount),
                            ready == domain::idvFieldCount
                                ? QString()
                                : sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck",
                                      "Map the others under Profiles; SailPoint does not store what is not mapped.")));
                    }
                    values();
                });
        });
}

// By the local copy: every person's values, not a sample's.
void ReadinessCheck::values()
{
    core::whenDone<domain::SyncState>(
        m_connections.cache->syncState(), this, [this](const Result<domain::SyncState> &state) {
            if (!state || !state->hasFull) {
                add("values", TestLevel::Warn,
                    sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "Values of the IDV attributes")),
                    sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "not known: no complete local copy yet")));
                return activity();
            }
            core::whenDone<domain::ValueQuality>(
                m_connections.cache->valueQuality(), this, [this](const Result<domain::ValueQuality> &quality) {
                    for (int i = 0; quality && i < domain::idvFieldCount; ++i) {
                        const auto &q = quality->at(size_t(i));
                        const QString filled =
                            q.filled == 0 ? sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "nobody has one yet"))
                                          : sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "filled for %1"))
                                                .arg(QLocale().toString(q.filled));
                        add("values", q.unreadable > 0 ? TestLevel::Warn : TestLevel::Pass,
                            sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "Values of %1"))
                                .arg(m_connections.tenant.map.name(domain::Field(i))),
                            q.unreadable > 0
                                ? filled + sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "; %1 cannot be read"))
                                               .arg(QLocale().toString(q.unreadable))
                                : filled,
                            q.unreadable > 0 ? sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck",
                                                   "They are not of the expected type and count for "
                                                   "nothing. Look at the mapping's transform."))
                                             : QString());
                    }
                    activity();
                });
        });
}

void ReadinessCheck::writeBack()
{
    const auto &t = m_connections.tenant;
    if (domain::isIdentityIq(t))
        return writeBackIq();
    if (t.writeBack == domain::WriteBackStrategy::Account) {
        core::whenDone<QJsonObject>(
            net::sailpoint::getSource(m_connections.api, t.idvSourceId), this, [this](const Result<QJsonObject> &s) {
                if (!s)
                    addError("write-back", s.error(),
                        sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "Flat-file source of the results")),
                        sayReadinessCheck(
                            QT_TRANSLATE_NOOP("ReadinessCheck", "Check its ID in Settings, Tenants, Write-back…")));
                else {
                    const QString type = s->value(QLatin1String("type")).toString();
                    const bool isFlat = type.contains(QLatin1String("Delimited"), Qt::CaseInsensitive);
                    const bool isAuthoritative = s->value(QLatin1String("authoritative")).toBool();
                    add("write-back",
                        isFlat && !isAuthoritative ? TestLevel::Pass
                        : isFlat                   ? TestLevel::Warn
                                                   : TestLevel::Fail,
                        sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "Results go to the source %1"))
                            .arg(s->value(QLatin1String("name")).toString()),
                        type,
                        !isFlat           ? sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck",
                                                "SailPoint takes attribute changes on delimited-file sources only."))
                        : isAuthoritative ? sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck",
                                                "It is authoritative: the next aggregation "
                                                "overwrites the results. Use a source of its own."))
                                          : QString());
                }
                callback();
            });
        return;
    }
    if (t.writeBack == domain::WriteBackStrategy::Workflow) {
        core::whenDone<QJsonObject>(
            net::sailpoint::getWorkflow(m_connections.api, t.workflowId), this, [this](const Result<QJsonObject> &w) {
                if (!w)
                    setRemediation(ReadinessLine::SaveWorkflow);
                if (!w)
                    addError("write-back", w.error(),
                        sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "Workflow of the results")),
                        sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "Whether it is enabled is not known.")));
                else {
                    const bool isOn = w->value(QLatin1String("enabled")).toBool();
                    add("write-back", isOn ? TestLevel::Pass : TestLevel::Fail,
                        sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "Workflow %1"))
                            .arg(w->value(QLatin1String("name")).toString()),
                        isOn ? sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "enabled"))
                             : sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "disabled")),
                        isOn ? QString()
                             : sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck",
                                   "Enable it in SailPoint; a disabled workflow takes the result and does nothing.")));
                }
                core::whenDone<core::Unit>(
                    net::sailpoint::echoWorkflow(m_connections.api, m_connections.tenant.workflowId), this,
                    [this](const core::Status &echo) {
                        if (echo)
                            add("write-back", TestLevel::Pass,
                                sayReadinessCheck(
                                    QT_TRANSLATE_NOOP("ReadinessCheck", "The workflow's echo test answers")),
                                sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "nothing was run")));
                        else
                            addError("write-back", echo.error(),
                                sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "Echo test of the workflow")),
                                sayReadinessCheck(
                                    QT_TRANSLATE_NOOP("ReadinessCheck", "Results cannot be written through it.")));
                        callback();
                    });
            });
        return;
    }
    const bool isDirectPatch = t.writeBack == domain::WriteBackStrategy::DirectPatch;
    add("write-back", TestLevel::Warn,
        isDirectPatch ? sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "Results go by a PATCH of the identity"))
                      : sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "The console writes no results")),
        {},
        isDirectPatch
            ? sayReadinessCheck(
                  QT_TRANSLATE_NOOP("ReadinessCheck", "No published version of SailPoint's API has this call. Choose "
                                                      "another way in Settings, Tenants, Write-back…"))
            : sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "SailPoint or the provider has to write them.")));
    callback();
}

// The name, and how long what the provider holds is good for: the token itself is not here to be asked.
static QString clientFact(const QJsonObject &client)
{
    QString fact = client.value(QLatin1String("name")).toString();
    if (const int seconds = client.value(QLatin1String("accessTokenValiditySeconds")).toInt(); seconds > 0)
        fact += QStringLiteral(" · ") +
                (seconds >= 2 * 86400
                        ? sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "its tokens end after %1 days"))
                              .arg(seconds / 86400)
                        : sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "its tokens end after %1 minutes"))
                              .arg(seconds / 60));
    if (const auto used =
            domain::parseInstant(client.value(QLatin1String("lastUsed")), std::numeric_limits<qint64>::max());
        used.at)
        fact += QStringLiteral(" · ") +
                sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "last used %1"))
                    .arg(QLocale().toString(QDateTime::fromMSecsSinceEpoch(*used.at).date(), QLocale::ShortFormat));
    return fact;
}

void ReadinessCheck::callback()
{
    if (!domain::callbackGoesToSailPoint(m_connections.tenant)) {
        const QString &base = m_connections.tenant.callbackBaseUrl;
        add("callback", TestLevel::Pass,
            sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "SailPoint needs no OAuth client for the provider")),
            base.isEmpty()
                ? sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "no callback address; status queries decide"))
                : sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "callbacks go to %1")).arg(QUrl(base).host()));
        return coverage();
    }
    core::whenDone<QJsonArray>(
        net::sailpoint::oauthClients(m_connections.api), this, [this](const Result<QJsonArray> &clients) {
            if (!clients) {
                addError("callback", clients.error(),
                    sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "OAuth clients")),
                    sayReadinessCheck(
                        QT_TRANSLATE_NOOP("ReadinessCheck", "Whether the provider can call SailPoint is not known.")));
                return coverage();
            }
            const QJsonObject *found = nullptr;
            QList<QJsonObject> all;
            for (const auto &v : *clients)
                all << v.toObject();
            for (const auto &c : std::as_const(all)) {
                if (c.value(QLatin1String("enabled")).toBool() &&
                    c.value(QLatin1String("scope")).toArray().contains(QStringLiteral("sp:workflow-execute:external")))
                    found = &c;
            }
            add("callback", found ? TestLevel::Pass : TestLevel::Fail,
                sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "OAuth client for the provider's callback")),
                found ? clientFact(*found)
                      : sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "none has sp:workflow-execute:external")),
                found ? QString()
                      : sayReadinessCheck(
                            QT_TRANSLATE_NOOP("ReadinessCheck", "Create one at the workflow's external trigger in "
                                                                "SailPoint, and give its token to the provider.")));
            coverage();
        });
}

// People who can be reached at all: without a phone or an e-mail nobody gets a link.
void ReadinessCheck::coverage()
{
    const QString phone = QStringLiteral("attributes.") + m_connections.tenant.map.name(domain::Field::Mobile);
    core::whenDone<qint64>(net::sailpoint::countIdentities(m_connections.api, QStringLiteral("*")), this,
        [this, phone](const Result<qint64> &everyone) {
            if (!everyone || *everyone == 0) {
                if (everyone)
                    add("coverage", TestLevel::Warn,
                        sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "Search finds nobody")), {},
                        sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "The index may not be built yet.")));
                else
                    addError("coverage", everyone.error(),
                        sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "Contacts")),
                        sayReadinessCheck(
                            QT_TRANSLATE_NOOP("ReadinessCheck", "How many people can be reached is not known.")));
                return triggers();
            }
            for (const auto &[what, query] :
                {std::pair{sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "People with an e-mail")),
                     QStringLiteral("_exists_:email")},
                    std::pair{sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "People with a mobile number")),
                        QStringLiteral("_exists_:") + phone}}) {
                const bool isLast = query.endsWith(phone);
                core::whenDone<qint64>(net::sailpoint::countIdentities(m_connections.api, query), this,
                    [this, what = what, isLast, all = *everyone](const Result<qint64> &n) {
                        if (n) {
                            const int percent = int(*n * 100 / all);
                            add("coverage", percent >= 80 ? TestLevel::Pass : TestLevel::Warn, what,
                                sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "%1 of %2 (%3 %)"))
                                    .arg(QLocale().toString(*n), QLocale().toString(all))
                                    .arg(percent),
                                percent >= 80 ? QString()
                                              : sayReadinessCheck(QT_TRANSLATE_NOOP(
                                                    "ReadinessCheck", "The others get a QR code or a link.")));
                        } else
                            addError("coverage", n.error(), what, {});
                        if (isLast)
                            triggers();
                    });
            }
        });
}

void ReadinessCheck::triggers()
{
    core::whenDone<QJsonArray>(
        net::sailpoint::triggerSubscriptions(m_connections.api), this, [this](const Result<QJsonArray> &subscriptions) {
            if (subscriptions)
                add("triggers", TestLevel::Pass,
                    sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "Event trigger subscriptions can be read")),
                    QLocale().toString(subscriptions->size()));
            else
                addError("triggers", subscriptions.error(),
                    sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "Event trigger subscriptions")),
                    sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "Testing event triggers will be off.")));
            clocks();
        });
}

void ReadinessCheck::finish()
{
    m_isRunning = false;
    m_last = m_lines;
    m_lastAt = m_context.clock->now();
    m_promise.resolve(m_lines);
}

QString readinessMarkdown(const QString &tenant, core::Instant at, const QList<ReadinessLine> &lines)
{
    QString out =
        QStringLiteral("# ") +
        sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "Readiness of %1")).arg(domain::markdownText(tenant)) +
        QStringLiteral("\n\n") + domain::formatInstant(at) + QStringLiteral("\n\n| | | | |\n|---|---|---|---|\n");
    for (const auto &l : lines) {
        const QString level = l.level == TestLevel::Pass ? QStringLiteral("✓")
                              : isDoubtful(l.level)      ? QStringLiteral("!")
                                                         : QStringLiteral("✗");
        const QStringList cells{
            level, domain::markdownText(l.text), domain::markdownText(l.fact), domain::markdownText(l.advice)};
        out += QStringLiteral("| ") + cells.join(QStringLiteral(" | ")) + QStringLiteral(" |\n");
    }
    return out;
}

} // namespace services
