#include "services/readiness/readiness.h"
#include "domain/readiness/diagnosis.h"
#include "domain/text/instant.h"
#include "domain/text/markdown.h"
#include "net/sailpoint/events/subscriptions.h"
#include "net/sailpoint/identities.h"
#include "net/sailpoint/probes.h"
#include "services/readiness/pathscheck.h"
#include "services/readiness/readinesstext.h"
#include "services/tenants/internal/tenantconnections.h"
#include "services/tenants/vendorreach.h"
#include "services/tenantsession/tenantsession.h"
#include <QLocale>
#include <QUuid>

namespace services {

using core::Result;

ReadinessCheck::ReadinessCheck(
    TenantConnections &connections, Context &context, TenantSession &tenantSession, QObject *parent)
    : QObject(parent), m_connections(connections), m_context(context), m_tenantSession(tenantSession),
      m_record([this](const ReadinessLine &l) { Q_EMIT line(l); }), m_rights(connections, tenantSession, m_record),
      m_attributes(connections, tenantSession, m_record), m_activity(connections, tenantSession, m_record),
      m_writeBack(connections, tenantSession, m_record), m_callback(connections, context, tenantSession, m_record),
      m_expiry(connections, context, tenantSession, m_record)
{
}

static QString adviceOf(const TestLine &l)
{
    if (!l.advice.isEmpty() || !l.error)
        return l.advice;
    return domain::userMessage(*l.error, l.vendor).advice;
}

core::Async<QList<ReadinessLine>> ReadinessCheck::run()
{
    if (std::exchange(m_isRunning, true))
        return m_promise.future();
    m_record.clear();
    m_promise = {};
    const auto tested = testConnection(
        m_context, m_connections.tenant, {}, TestParts::Both,
        [this](const TestLine &l) {
            m_record.setVendor(l.vendor);
            m_record.add("connection", l.level, l.text, l.fact, adviceOf(l));
        },
        this);
    // Its lines have told whatever failed.
    core::whenDone<TestReport>(tested, this,
        [this](const Result<TestReport> &) { domain::isIdentityIq(m_connections.tenant) ? attributes() : rights(); });
    return m_promise.future();
}

void ReadinessCheck::rights()
{
    m_rights.run([this] { expiry(); });
}

void ReadinessCheck::expiry()
{
    m_expiry.run([this] { attributes(); });
}

void ReadinessCheck::attributes()
{
    m_attributes.run([this] { activity(); });
}

void ReadinessCheck::activity()
{
    m_activity.run([this] { writeBack(); });
}

void ReadinessCheck::writeBack()
{
    m_writeBack.run([this] { domain::isIdentityIq(m_connections.tenant) ? clocks() : callback(); });
}

void ReadinessCheck::callback()
{
    m_callback.run([this] { coverage(); });
}

// People who can be reached at all: without a phone or an e-mail nobody gets a link.
void ReadinessCheck::coverage()
{
    const QString phone = QStringLiteral("attributes.") + m_connections.tenant.map.name(domain::Field::Mobile);
    core::whenDone<qint64>(net::sailpoint::countIdentities(m_connections.api, QStringLiteral("*")), this,
        [this, phone](const Result<qint64> &everyone) {
            if (!everyone || *everyone == 0) {
                if (everyone)
                    m_record.add("coverage", TestLevel::Warn,
                        sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "Search finds nobody")), {},
                        sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "The index may not be built yet.")));
                else
                    m_record.addError("coverage", everyone.error(),
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
                            m_record.add("coverage", percent >= 80 ? TestLevel::Pass : TestLevel::Warn, what,
                                sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "%1 of %2 (%3 %)"))
                                    .arg(QLocale().toString(*n), QLocale().toString(all))
                                    .arg(percent),
                                percent >= 80 ? QString()
                                              : sayReadinessCheck(QT_TRANSLATE_NOOP(
                                                    "ReadinessCheck", "The others get a QR code or a link.")));
                        } else
                            m_record.addError("coverage", n.error(), what, {});
                        if (isLast)
                            triggers();
                    });
            }
        });
}

void ReadinessCheck::triggers()
{
    using Subscriptions = QList<domain::Subscription>;
    core::whenDone<Subscriptions>(
        net::sailpoint::listSubscriptions(m_connections.api), this, [this](const Result<Subscriptions> &subscriptions) {
            if (subscriptions)
                m_record.add("triggers", TestLevel::Pass,
                    sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "Event trigger subscriptions can be read")),
                    QLocale().toString(subscriptions->size()));
            else
                m_record.addError("triggers", subscriptions.error(),
                    sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "Event trigger subscriptions")),
                    sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "Testing event triggers will be off.")));
            addPathsLine(m_connections, m_record);
            clocks();
        });
}

static TestLevel clockLevel(domain::Skew skew)
{
    if (skew == domain::Skew::Fine)
        return TestLevel::Pass;
    return skew == domain::Skew::Warn ? TestLevel::Warn : TestLevel::Fail;
}

// Last: by then both vendors have answered this tenant's own calls, and their Date headers are known.
void ReadinessCheck::clocks()
{
    const core::ProviderSessionId nobody(QUuid::createUuid().toString(QUuid::WithoutBraces));
    // Any answer tells the time, and that there was none is a line below.
    core::whenDone<net::Probed>(m_connections.provider->probe(nobody), this, [this](const Result<net::Probed> &) {
        for (const auto &[who, link] : {std::pair{QStringLiteral("SailPoint"), m_tenantSession.reach().sailpoint()},
                 std::pair{QStringLiteral("1Kosmos"), m_tenantSession.reach().provider()}}) {
            const QString what =
                sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "Clock of %1 and of this computer")).arg(who);
            if (link.reach != Reach::Online) {
                m_record.add("clock", TestLevel::Warn, what,
                    sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "not known: no answer")));
                continue;
            }
            const auto skew = domain::skewOf(link.skewMs);
            m_record.add("clock", clockLevel(skew), what,
                sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "%1 s apart")).arg(std::abs(link.skewMs) / 1000),
                skew == domain::Skew::Fine
                    ? QString()
                    : sayReadinessCheck(QT_TRANSLATE_NOOP(
                          "ReadinessCheck", "Set this computer's clock; beyond five minutes signatures are refused.")));
        }
        finish();
    });
}

void ReadinessCheck::finish()
{
    m_isRunning = false;
    m_last = m_record.lines();
    m_lastAt = m_context.clock->now();
    m_promise.resolve(m_record.lines());
}

static QString levelMark(TestLevel level)
{
    if (level == TestLevel::Pass)
        return QStringLiteral("✓");
    return isDoubtful(level) ? QStringLiteral("!") : QStringLiteral("✗");
}

QString readinessMarkdown(const QString &tenant, core::Instant at, const QList<ReadinessLine> &lines)
{
    QString out =
        QStringLiteral("# ") +
        sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "Readiness of %1")).arg(domain::markdownText(tenant)) +
        QStringLiteral("\n\n") + domain::formatInstant(at) + QStringLiteral("\n\n| | | | |\n|---|---|---|---|\n");
    for (const auto &l : lines) {
        const QStringList cells{levelMark(l.level), domain::markdownText(l.text), domain::markdownText(l.fact),
            domain::markdownText(l.advice)};
        out += QStringLiteral("| ") + cells.join(QStringLiteral(" | ")) + QStringLiteral(" |\n");
    }
    return out;
}

} // namespace services
