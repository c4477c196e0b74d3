#include "ui/verification/sessionwindow.h"
#include "domain/verification/resending.h"
#include "domain/verification/resultevaluation.h"
#include "models/sessionmodel.h"
#include "services/tenantsession/tenantsession.h"
#include "services/verification/invitationlinks.h"
#include "services/verification/sessioncontrol.h"
#include "services/verification/sessionmonitor.h"
#include "services/verification/sessions.h"
#include "services/verification/verifier.h"
#include "services/verification/writeback.h"
#include "ui/charts/timeline.h"
#include "ui/common/appcontext.h"
#include "ui/common/theme.h"
#include "ui/controls/label.h"
#include "ui/controls/line.h"
#include "ui/recovery/recoverygatepanel.h"
#include "ui/sessions/phrases.h"
#include "ui/sessions/sessionevidence.h"
#include "ui/sessions/sessiontext.h"
#include "ui/sessions/sessiontimeline.h"
#include "ui/verification/currentpolicy.h"
#include "ui/verification/sessionfoot.h"
#include "ui/verification/sessionhead.h"
#include "ui/verification/sessionlink.h"
#include "ui/verification/sessionstory.h"
#include "ui/verification/timebar.h"
#include "ui/widgets/keyvalue.h"
#include <QDateTime>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <algorithm>

namespace ui {

using core::Result;
using domain::SessionState;

SessionWindow::SessionWindow(AppContext &app, const core::SessionId &id)
    : QWidget(nullptr), m_app(app), m_tenantSession(app.shareTenantSession()), m_id(id)
{
    setObjectName(QStringLiteral("sessionWindow"));
    setWindowIcon(QIcon(app.theme().pixmap(QStringLiteral("app-icon"), 64, QStringLiteral("accent"), 1)));
    resize(std::min(m_app.theme().scaled(820), 1200), std::min(m_app.theme().scaled(680), 780));
    setMinimumSize(720, 560);
    auto *v = new QVBoxLayout(this);
    v->setContentsMargins(0, 0, 0, 0);
    v->setSpacing(0);
    m_head = new SessionHead(app.theme());
    v->addWidget(m_head);
    m_bar = new TimeBar(app.theme());
    v->addWidget(m_bar);
    auto *body = new QHBoxLayout;
    body->setSpacing(0);
    body->addWidget(makeLeft());
    m_story = new SessionStory(app.theme());
    body->addWidget(m_story, 1);
    v->addLayout(body, 1);
    v->addWidget(line(app.theme()));
    m_gate = new RecoveryGatePanel(app);
    connect(m_gate, &RecoveryGatePanel::changed, this, &SessionWindow::onTimer);
    v->addWidget(m_gate);
    m_foot = new SessionFoot(app, id);
    v->addWidget(m_foot);
    setTenantSession(m_tenantSession);
    // Changed settings open the tenant anew: the window goes along.
    connect(&app, &AppContext::tenantSessionChanged, this, [this] {
        const auto now = m_app.shareTenantSession();
        if (!now || now == m_tenantSession || now->tenant().id != tenant())
            return;
        m_tenantSession->verifier().sessions().disconnect(this);
        m_tenantSession->verifier().links().disconnect(this);
        now->verifier().links().takeFrom(m_tenantSession->verifier().links());
        setTenantSession(now);
        reload();
    });
    connect(&app.theme(), &Theme::changed, this, &SessionWindow::reload);
    connect(&m_clock, &QTimer::timeout, this, &SessionWindow::onTimer);
    m_clock.start(500);
    reload();
}

namespace {
struct TimeLeft
{
    QString countdown; ///< empty: nothing runs out
    QString elapsed;
    double share = 1; ///< of the whole
};
} // namespace

static double shareOf(core::Instant left, core::Instant whole)
{
    return std::clamp(double(left) / double(whole), 0.0, 1.0);
}

// Of the link while the session is open, of the recovery's gate after a pass.
static TimeLeft timeLeft(
    const domain::Session &s, core::Instant gateClosesAt, const domain::Tenant &tenant, core::Instant now)
{
    if (domain::isOpen(s.state))
        return {models::countdownText(s.expiresAt - now),
            SessionWindow::tr("left · %1 elapsed").arg(models::countdownText(now - s.createdAt)),
            shareOf(s.expiresAt - now, std::max<core::Instant>(1, s.expiresAt - s.createdAt))};
    if (domain::isResetAwaited(s, gateClosesAt, now))
        return {models::countdownText(gateClosesAt - now),
            domain::isIdentityIq(tenant) ? SessionWindow::tr("to reset the password")
                                         : SessionWindow::tr("to send the reset"),
            shareOf(gateClosesAt - now, domain::gateLifetime)};
    return {{},
        s.closedAt ? QDateTime::fromMSecsSinceEpoch(*s.closedAt).toString(QStringLiteral("HH:mm:ss")) : QString(), 1};
}

const core::TenantId &SessionWindow::tenant() const
{
    return m_tenantSession->tenant().id;
}

void SessionWindow::setTenantSession(const std::shared_ptr<services::TenantSession> &tenantSession)
{
    m_tenantSession = tenantSession;
    m_link->setTenantSession(tenantSession);
    m_gate->setTenantSession(tenantSession);
    m_foot->setTenantSession(tenantSession);
    follow();
}

void SessionWindow::follow()
{
    auto &verifier = m_tenantSession->verifier();
    connect(&verifier.sessions(), &services::Sessions::changed, this, [this](const core::SessionId &changed) {
        if (changed == m_id)
            reload();
    });
    connect(&verifier.sessions(), &services::Sessions::listChanged, this, &SessionWindow::reload);
    connect(&verifier.links(), &services::InvitationLinks::changed, this, [this](const core::SessionId &changed) {
        if (changed == m_id)
            reload();
    });
}

QWidget *SessionWindow::makeLeft()
{
    Theme &t = m_app.theme();
    m_left = new QStackedWidget;
    m_left->setFixedWidth(std::min(t.scaled(312), 480));
    m_link = new SessionLink(m_app, m_id);
    connect(m_link, &SessionLink::askedAgain, this, &SessionWindow::onTimer);
    connect(m_link, &SessionLink::answered, this, &SessionWindow::reload);
    m_left->addWidget(m_link);

    auto *done = new QWidget;
    auto *d = new QVBoxLayout(done);
    d->setContentsMargins(20, 16, 12, 12);
    d->setSpacing(8);
    d->addWidget(new Label(t, tr("Name comparison"), 12, "text-3", 600));
    m_names = new NameComparison(t);
    d->addWidget(m_names);
    d->addSpacing(6);
    d->addWidget(new Label(t, tr("Evidence"), 12, "text-3", 600));
    m_evidence = new KeyValueList(t);
    d->addWidget(m_evidence);
    d->addStretch();
    auto *area = new QScrollArea;
    area->setWidget(done);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_left->addWidget(area);
    return m_left;
}

void SessionWindow::reload()
{
    auto &verifier = m_tenantSession->verifier();
    core::whenDone<domain::Session>(verifier.sessions().session(m_id), this, [this](const Result<domain::Session> &s) {
        if (s)
            showSession(*s);
    });
    core::whenDone<QList<domain::SessionNote>>(
        verifier.sessions().notes(m_id), this, [this](const Result<QList<domain::SessionNote>> &n) {
            if (!n)
                return;
            m_notes = *n;
            if (m_isLoaded) // a vendor may have asked for a longer pause than ours
                m_link->holdBack(domain::sendAgainAt(m_session, m_notes));
            showNotes();
            if (m_isLoaded && !domain::isOpen(m_session.state))
                showEvidence(); // which user the answer named stands in the notes
            onTimer();
        });
}

void SessionWindow::showSession(const domain::Session &s)
{
    const bool isChanged = m_isLoaded && s.state != m_session.state;
    m_session = s;
    m_isLoaded = true;
    setWindowTitle(
        QStringLiteral("%1 — %2").arg(tr("Verification — %1").arg(s.personName), m_tenantSession->tenant().name));
    showHead();
    const bool isLinkKnown = !m_tenantSession->verifier().links().of(s.id).isEmpty();
    m_story->showSession(s, sessionPhrase(s, m_app.policy().value(), isLinkKnown));
    m_link->showSession(s);
    const bool isOpen = domain::isOpen(s.state);
    m_left->setCurrentIndex(isOpen ? 0 : 1);
    if (!isOpen)
        showEvidence();
    m_gate->setQrOnScreen(isOpen && m_link->isDrawn());
    m_gate->show(s);
    m_foot->showSession(s, isChanged);
    if (isChanged && !isOpen)
        m_head->announce();
    onTimer();
}

// The head claims only what the last query showed: while none is answered, it says since when.
void SessionWindow::showHead()
{
    const domain::Session &s = m_session;
    auto &verifier = m_tenantSession->verifier();
    m_watch = verifier.monitor().watchOf(s);
    const bool isLost = m_watch.state == domain::WatchState::NotChecked;
    const QString chip = isLost ? QStringLiteral("due") : models::sessionChip(s.state);
    const QString headline =
        isLost ? domain::notCheckedText(m_watch, m_app.context().clock->now()) : sessionHeadline(s);
    const bool isNews = isLost && m_head->headline() != headline;
    // A word or a field that nobody here understands is said by name, before anything else.
    const QString unread = domain::isOpen(s.state) ? unreadSentence(verifier.monitor().lastFault(s.id)) : QString();
    const QString fact = isLost ? domain::notCheckedReason(m_watch)
                                : sessionFact(s, verifier.control().canCancel(), !verifier.links().of(s.id).isEmpty());
    m_head->setState(chipFamily(chip), isLost ? QStringLiteral("warning") : chipIcon(chip), headline,
        unread.isEmpty() ? fact : unread);
    if (isNews)
        m_head->announce();
}

void SessionWindow::showEvidence()
{
    const domain::Session &s = m_session;
    m_names->setNames({s.personName, s.firstName, s.lastName}, s.verifiedName,
        s.documentType.isEmpty() ? tr("Document") : models::documentText(s.documentType),
        m_app.policy().value().heldDifferences, domain::namePurpose(s.request.reason));
    m_names->setVisible(!s.verifiedName.isEmpty());
    QList<std::pair<QString, QString>> rows =
        evidenceRows(s, m_notes, m_app.policy().value().heldDifferences, m_app.context().clock->now());
    rows.append({tr("Session"), s.providerId.str()});
    rows.append({tr("SailPoint"),
        writeBackSentence(s, m_tenantSession->tenant(), m_tenantSession->verifier().writeBack().lookedAt(s.id))});
    m_evidence->setRows(rows);
}

void SessionWindow::showNotes()
{
    QList<TimelineEntry> entries;
    for (const auto &n : m_notes)
        entries << timelineEntry(n);
    if (m_isLoaded) {
        if (const auto next = nextEntry(m_session, m_watch, m_notes, m_app.context().clock->now()))
            entries << *next;
    }
    m_story->setEntries(entries);
}

void SessionWindow::onTimer()
{
    if (!m_isLoaded)
        return;
    const core::Instant now = m_app.context().clock->now();
    if (m_gate->gate().isOpen() && now >= m_gate->gate().closesAt)
        m_gate->show(m_session); // the quarter of an hour is over
    if (!(m_tenantSession->verifier().monitor().watchOf(m_session) == m_watch)) {
        showHead();
        showNotes();
    }
    m_link->refresh(now);
    const TimeLeft left = timeLeft(m_session, m_gate->gate().closesAt, m_tenantSession->tenant(), now);
    m_head->setTime(left.countdown, left.elapsed);
    m_bar->setLeft(left.share, m_head->family());
}

} // namespace ui
