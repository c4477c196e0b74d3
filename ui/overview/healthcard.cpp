#include "ui/overview/healthcard.h"
#include "domain/readiness/diagnosis.h"
#include "domain/verification/writeback/writeback.h"
#include "services/audit/audittrail.h"
#include "services/audit/trailverdict.h"
#include "services/readiness/readiness.h"
#include "services/sync/syncer.h"
#include "services/tenants/vendorreach.h"
#include "services/tenantsession/tenantsession.h"
#include "ui/common/appcontext.h"
#include "ui/common/theme.h"
#include "ui/controls/button.h"
#include "ui/controls/label.h"
#include "ui/controls/region.h"
#include <QDateTime>
#include <QLocale>
#include <QUrl>
#include <QVBoxLayout>

namespace ui {

using core::Result;
using services::TestLevel;

HealthCard::HealthCard(AppContext &app, QWidget *parent) : QFrame(parent), m_app(app), m_expiries(app.context())
{
    Theme &t = app.theme();
    setObjectName(QStringLiteral("card"));
    setAccessibleName(tr("Integration health"));
    auto *v = new QVBoxLayout(this);
    v->setContentsMargins(16, 12, 16, 12);
    auto *head = new QHBoxLayout;
    head->addWidget(new Label(t, tr("Integration health"), 14, "text", 600));
    head->addStretch();
    m_checked = new Label(t, {}, 12, "text-3");
    head->addWidget(m_checked);
    auto *more = button(t, tr("Details…"), {}, "flat");
    more->setAccessibleName(tr("Readiness check"));
    connect(more, &QPushButton::clicked, this, &HealthCard::detailsWanted);
    head->addWidget(more);
    v->addLayout(head);
    v->addStretch();
    markRegion(this);
    connect(&app, &AppContext::tenantSessionChanged, this, [this] {
        m_asked = 0;
        m_summary = {};
        m_sync.reset();
        m_stored.reset();
        m_expiry = {};
        if (auto *w = m_app.tenantSession()) {
            connect(&w->reach(), &services::VendorReach::changed, this, &HealthCard::rebuildSoon);
            connect(&w->syncer(), &services::Syncer::ended, this, &HealthCard::readSync);
        }
        rebuild();
        readSync();
    });
    connect(&app.trail(), &services::AuditTrail::changed, this, &HealthCard::rebuildSoon);
    m_soon.setSingleShot(true);
    m_soon.setInterval(1000);
    connect(&m_soon, &QTimer::timeout, this, &HealthCard::readSync);
}

void HealthCard::rebuildSoon()
{
    if (isVisible() && !m_soon.isActive())
        m_soon.start();
}

void HealthCard::refresh(const domain::SessionSummary &summary)
{
    m_summary = summary;
    rebuild();
    readSync();
}

void HealthCard::setStored(const std::optional<domain::StoredFacts> &stored)
{
    if (std::exchange(m_stored, stored) != stored)
        rebuild();
}

void HealthCard::readSync()
{
    auto *w = m_app.tenantSession();
    if (!w)
        return;
    core::whenDone<domain::SyncHealth>(
        w->syncer().health(), this, [this, id = w->tenant().id](const Result<domain::SyncHealth> &h) {
            if (!m_app.tenantSession() || m_app.tenantSession()->tenant().id != id)
                return;
            m_sync = h ? std::optional(*h) : std::nullopt;
            rebuild();
        });
    readExpiry();
}

void HealthCard::checkIfOld()
{
    if (m_app.context().clock->now() - m_asked > 15 * core::minuteMs)
        check();
}

void HealthCard::check()
{
    auto *w = m_app.tenantSession();
    if (!w)
        return;
    m_asked = m_app.context().clock->now();
    // Each line says for itself what failed.
    core::whenDone<QList<services::ReadinessLine>>(
        w->readiness().run(), this, [this](const Result<QList<services::ReadinessLine>> &) { rebuild(); });
}

static QString readingTimeText(core::Instant at)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(at), QLocale::ShortFormat);
}

void HealthCard::rebuild()
{
    delete m_rows;
    m_rows = new HealthRows(m_app.theme());
    if (const auto *w = m_app.tenantSession()) {
        addLink(tr("SailPoint API"), w->reach().sailpoint(), w->tenant().sailpointUrl);
        addLink(tr("1Kosmos API"), w->reach().provider(), w->tenant().idvUrl);
        addCopy();
        addResults();
        addNotLookedAt();
        addArea(tr("Attribute mapping"),
            {QStringLiteral("attributes"), QStringLiteral("profiles"), QStringLiteral("values")});
        addArea(tr("Credentials and rights"), {QStringLiteral("connection"), QStringLiteral("rights")});
        addExpiry();
        addClock();
        addTrail();
        showChecked();
    }
    static_cast<QVBoxLayout *>(layout())->insertWidget(1, m_rows);
}

void HealthCard::addLink(const QString &name, const services::Link &link, const QString &url)
{
    Level level = Unknown;
    QString value = QStringLiteral("–");
    if (link.reach == services::Reach::Online) {
        level = Good;
        value = tr("%1 ms").arg(link.roundTripMs);
    } else if (link.reach == services::Reach::Offline) {
        level = Bad;
        value = tr("no answer");
    }
    m_rows->add(level, name, QUrl(url).host(), value);
}

void HealthCard::addCopy()
{
    const auto *w = m_app.tenantSession();
    const auto copy = domain::syncLine(m_sync.value_or(domain::SyncHealth()), w->tenant().product,
        w->reach().sailpoint().reach == services::Reach::Offline, m_app.context().clock->now());
    static const Level copyLevels[] = {Unknown, Good, Look, Bad}; // never, fresh, old, failed
    m_rows->add(m_sync ? copyLevels[copy.kind] : Unknown, tr("Local copy"), m_sync ? copy.text : tr("not known"),
        copy.kind == domain::SyncLine::Failed ? copy.copy : QString());
}

void HealthCard::addResults()
{
    const auto &last = m_summary.lastWritten;
    const bool isSilent =
        m_summary.openRenewals + m_summary.openOthers > 0 && last && m_app.context().clock->now() - *last > core::dayMs;
    Level level = last ? Good : Unknown;
    if (m_summary.notStored > 0)
        level = Bad;
    else if (isSilent)
        level = Look;
    QString detail = last ? tr("the last one that SailPoint shows") : tr("none yet");
    if (m_summary.notStored > 0)
        detail = tr("%Ln result(s) of 30 days not stored", nullptr, int(m_summary.notStored));
    m_rows->add(level, tr("Results in SailPoint"), detail, last ? readingTimeText(*last) : QStringLiteral("–"));
}

void HealthCard::addNotLookedAt()
{
    if (!m_stored || m_stored->notLookedAtForADay <= 0)
        return;
    const QString open =
        tr("%Ln result(s) were not looked at yet: synchronise", nullptr, int(m_stored->notLookedAtForADay));
    m_rows->add(Look, tr("Results not looked at"), open,
        m_stored->oldestNotLookedAt ? readingTimeText(*m_stored->oldestNotLookedAt) : QString());
}

HealthCard::Level HealthCard::levelOf(const services::ReadinessLine &line)
{
    if (line.level == TestLevel::Pass)
        return Good;
    return services::isDoubtful(line.level) ? Look : Bad;
}

// The worst line of them stands for all.
void HealthCard::addArea(const QString &name, const QStringList &areas)
{
    Level worst = Unknown;
    QString detail = tr("not checked yet");
    int trouble = 0;
    for (const auto &l : m_app.tenantSession()->readiness().lastLines()) {
        if (!areas.contains(l.area))
            continue;
        const Level level = levelOf(l);
        trouble += level > Good ? 1 : 0;
        if (level <= worst)
            continue;
        worst = level;
        const QString found = l.fact.isEmpty() ? l.text : l.text + QStringLiteral(": ") + l.fact;
        detail = level == Good ? tr("complete") : found;
    }
    m_rows->add(worst, name, detail, trouble > 1 ? tr("and %1 more").arg(trouble - 1) : QString());
}

void HealthCard::addExpiry()
{
    if (domain::isIdentityIq(m_app.tenantSession()->tenant()))
        return;
    static const Level levels[] = {Unknown, Good, Look, Bad}; // unknown, fine, soon, over
    const core::Instant now = m_app.context().clock->now();
    const auto days = domain::daysLeft(m_expiry, now);
    m_rows->add(levels[int(domain::levelOf(m_expiry, now))], tr("Access token"), domain::expiryText(m_expiry, now),
        days ? tr("%Ln day(s)", nullptr, *days) : QString());
}

void HealthCard::readExpiry()
{
    const domain::Tenant tenant = m_app.tenantSession()->tenant();
    core::whenDone<domain::ClientExpiry>(
        m_expiries.known(tenant), this, [this, id = tenant.id](const Result<domain::ClientExpiry> &e) {
            if (!m_app.tenantSession() || m_app.tenantSession()->tenant().id != id)
                return;
            if (const auto known = e ? *e : domain::ClientExpiry(); std::exchange(m_expiry, known) != known)
                rebuild();
        });
}

void HealthCard::addClock()
{
    const auto *w = m_app.tenantSession();
    const qint64 skew = std::abs(w->reach().sailpoint().skewMs) > std::abs(w->reach().provider().skewMs)
                            ? w->reach().sailpoint().skewMs
                            : w->reach().provider().skewMs;
    const bool isKnown = w->reach().sailpoint().reach == services::Reach::Online;
    const bool isOff = std::abs(skew) > 60'000;
    Level level = isOff ? Look : Good;
    if (!isKnown)
        level = Unknown;
    else if (std::abs(skew) > 300'000)
        level = Bad;
    QString detail = isKnown ? tr("matches both services") : QString();
    if (isOff)
        detail = domain::skewText(skew);
    m_rows->add(level, tr("Clock"), detail,
        isKnown ? tr("%1 s").arg(QLocale().toString(double(skew) / 1000, 'f', 1)) : QString());
}

void HealthCard::addTrail()
{
    const auto &trail = m_app.trail().state();
    const auto verdict = services::verdictOf(trail);
    const bool isBad = verdict == services::TrailVerdict::Broken || verdict == services::TrailVerdict::RowsDiffer;
    const bool isGood = verdict == services::TrailVerdict::Anchored && trail.unsignedWhy.isEmpty();
    Level level = isGood ? Good : Look;
    if (isBad)
        level = Bad;
    else if (verdict == services::TrailVerdict::Unknown)
        level = Unknown;
    m_rows->add(
        level, tr("Audit log"), isGood ? tr("complete, unchanged, signed") : services::verdictText(trail), QString());
}

void HealthCard::showChecked()
{
    const core::Instant at = m_app.tenantSession()->readiness().lastAt();
    m_checked->setText(at > 0
                           ? tr("checked %1").arg(QDateTime::fromMSecsSinceEpoch(at).toString(QStringLiteral("HH:mm")))
                           : QString());
}

} // namespace ui
