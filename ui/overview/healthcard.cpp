#include "ui/overview/healthcard.h"
#include "domain/readiness/diagnosis.h"
#include "domain/verification/writeback.h"
#include "services/audit/audittrail.h"
#include "services/audit/trailverdict.h"
#include "services/readiness/readiness.h"
#include "services/sync/syncer.h"
#include "services/tenantsession/tenantsession.h"
#include "ui/common/appcontext.h"
#include "ui/common/theme.h"
#include "ui/widgets/parts.h"
#include <QDateTime>
#include <QGridLayout>
#include <QLocale>
#include <QUrl>
#include <QVBoxLayout>

namespace ui {

using core::Result;
using services::TestLevel;

HealthCard::HealthCard(AppContext &app, QWidget *parent) : QFrame(parent), m_app(app)
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
        if (auto *w = m_app.tenantSession()) {
            connect(w, &services::TenantSession::linksChanged, this, &HealthCard::rebuildSoon);
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
        w->syncHealth(), this, [this, id = w->tenant().id](const Result<domain::SyncHealth> &h) {
            if (!m_app.tenantSession() || m_app.tenantSession()->tenant().id != id)
                return;
            m_sync = h ? std::optional(*h) : std::nullopt;
            rebuild();
        });
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
    core::whenDone<QList<services::ReadinessLine>>(
        w->readiness().run(), this, [this](const Result<QList<services::ReadinessLine>> &) { rebuild(); });
}

void HealthCard::row(Level level, const QString &name, const QString &detail, const QString &value)
{
    Theme &t = m_app.theme();
    auto *grid = static_cast<QGridLayout *>(m_rows->layout());
    const int at = grid->rowCount();
    static const char *const tokens[] = {"text-3", "verified-solid", "due-solid", "failed-solid"};
    const QStringList words{tr("not known"), tr("fine"), tr("look at it"), tr("not working")};
    auto *dot = new Label(t, level == Unknown ? QStringLiteral("○") : QStringLiteral("●"), 12, tokens[level]);
    dot->setAccessibleName(words.at(level));
    auto *title = new Label(t, name, 13, "text");
    title->setAccessibleName(QStringLiteral("%1: %2").arg(name, words.at(level)));
    auto *fact = new ElidedLabel(t, 12, "text-3");
    fact->setFullText(detail);
    auto *right = new Label(t, value, 12, "text-2");
    right->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    grid->addWidget(dot, at, 0);
    grid->addWidget(title, at, 1);
    grid->addWidget(fact, at, 2);
    grid->addWidget(right, at, 3);
}

void HealthCard::rebuild()
{
    delete m_rows;
    m_rows = new QWidget;
    auto *grid = new QGridLayout(m_rows);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(7);
    grid->setColumnStretch(2, 1);
    auto *w = m_app.tenantSession();
    if (!w) {
        static_cast<QVBoxLayout *>(layout())->insertWidget(1, m_rows);
        return;
    }
    const auto link = [&](const QString &name, const services::Link &l, const QString &url) {
        const QString value = l.reach == services::Reach::Online    ? tr("%1 ms").arg(l.roundTripMs)
                              : l.reach == services::Reach::Offline ? tr("no answer")
                                                                    : QStringLiteral("–");
        row(l.reach == services::Reach::Online    ? Good
            : l.reach == services::Reach::Offline ? Bad
                                                  : Unknown,
            name, QUrl(url).host(), value);
    };
    link(tr("SailPoint API"), w->sailpointLink(), w->tenant().sailpointUrl);
    link(tr("1Kosmos API"), w->providerLink(), w->tenant().idvUrl);
    const core::Instant now = m_app.context().clock->now();
    const auto copy = domain::syncLine(m_sync.value_or(domain::SyncHealth()), w->tenant().product,
        w->sailpointLink().reach == services::Reach::Offline, now);
    static const Level copyLevels[] = {Unknown, Good, Look, Bad}; // never, fresh, old, failed
    row(m_sync ? copyLevels[copy.kind] : Unknown, tr("Local copy"), m_sync ? copy.text : tr("not known"),
        copy.kind == domain::SyncLine::Failed ? copy.copy : QString());
    const auto at = [](core::Instant x) {
        return QLocale().toString(QDateTime::fromMSecsSinceEpoch(x), QLocale::ShortFormat);
    };
    const bool isSilent = m_summary.openRenewals + m_summary.openOthers > 0 && m_summary.lastWritten &&
                          now - *m_summary.lastWritten > core::dayMs;
    row(m_summary.notStored > 0 ? Bad
        : isSilent              ? Look
        : m_summary.lastWritten ? Good
                                : Unknown,
        tr("Results in SailPoint"),
        m_summary.notStored > 0 ? tr("%Ln result(s) of 30 days not stored", nullptr, int(m_summary.notStored))
        : m_summary.lastWritten ? tr("the last one that SailPoint shows")
                                : tr("none yet"),
        m_summary.lastWritten ? at(*m_summary.lastWritten) : QStringLiteral("–"));
    if (m_stored && m_stored->notLookedAtForADay > 0) {
        const QString open =
            tr("%Ln result(s) were not looked at yet: synchronise", nullptr, int(m_stored->notLookedAtForADay));
        row(Look, tr("Results not looked at"), open,
            m_stored->oldestNotLookedAt ? at(*m_stored->oldestNotLookedAt) : QString());
    }
    const auto &lines = w->readiness().lastLines();
    const auto area = [&](const QString &name, const QStringList &areas) {
        Level worst = Unknown;
        QString detail = tr("not checked yet");
        int trouble = 0;
        for (const auto &l : lines) {
            if (!areas.contains(l.area))
                continue;
            const Level level = l.level == TestLevel::Pass ? Good : services::isDoubtful(l.level) ? Look : Bad;
            trouble += level > Good ? 1 : 0;
            if (level > worst) {
                worst = level;
                detail = level == Good      ? tr("complete")
                         : l.fact.isEmpty() ? l.text
                                            : l.text + QStringLiteral(": ") + l.fact;
            }
        }
        row(worst, name, detail, trouble > 1 ? tr("and %1 more").arg(trouble - 1) : QString());
    };
    area(tr("Attribute mapping"), {QStringLiteral("attributes"), QStringLiteral("profiles"), QStringLiteral("values")});
    area(tr("Credentials and rights"), {QStringLiteral("connection"), QStringLiteral("rights")});
    const qint64 skew = std::abs(w->sailpointLink().skewMs) > std::abs(w->providerLink().skewMs)
                            ? w->sailpointLink().skewMs
                            : w->providerLink().skewMs;
    const bool isKnown = w->sailpointLink().reach == services::Reach::Online;
    row(!isKnown                   ? Unknown
        : std::abs(skew) > 300'000 ? Bad
        : std::abs(skew) > 60'000  ? Look
                                   : Good,
        tr("Clock"),
        std::abs(skew) > 60'000 ? domain::skewText(skew)
        : isKnown               ? tr("matches both services")
                                : QString(),
        isKnown ? tr("%1 s").arg(QLocale().toString(double(skew) / 1000, 'f', 1)) : QString());
    const auto &trail = m_app.trail().state();
    const auto verdict = services::verdictOf(trail);
    const bool isBad = verdict == services::TrailVerdict::Broken || verdict == services::TrailVerdict::RowsDiffer;
    const bool isGood = verdict == services::TrailVerdict::Anchored && trail.unsignedWhy.isEmpty();
    row(isBad                                        ? Bad
        : verdict == services::TrailVerdict::Unknown ? Unknown
        : isGood                                     ? Good
                                                     : Look,
        tr("Audit log"), isGood ? tr("complete, unchanged, signed") : services::verdictText(trail), QString());
    m_checked->setText(
        w->readiness().lastAt() > 0
            ? tr("checked %1")
                  .arg(QDateTime::fromMSecsSinceEpoch(w->readiness().lastAt()).toString(QStringLiteral("HH:mm")))
            : QString());
    static_cast<QVBoxLayout *>(layout())->insertWidget(1, m_rows);
}

} // namespace ui
