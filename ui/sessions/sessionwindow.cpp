#include "ui/sessions/sessionwindow.h"
#include "domain/text/messages.h"
#include "domain/verification/resultevaluation.h"
#include "models/peoplemodel.h"
#include "models/sessionmodel.h"
#include "services/tenantsession/tenantsession.h"
#include "services/verification/verifier.h"
#include "services/verification/writeback.h"
#include "ui/charts/timeline.h"
#include "ui/common/appcontext.h"
#include "ui/common/theme.h"
#include "ui/sessions/phrases.h"
#include "ui/sessions/recoverygatepanel.h"
#include "ui/sessions/reviewdialog.h"
#include "ui/sessions/sessiontext.h"
#include "ui/widgets/keyvalue.h"
#include "ui/widgets/parts.h"
#include <QAccessible>
#include <QDateTime>
#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace ui {

using core::Result;
using domain::SessionState;
using domain::WriteBackState;

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
    v->addWidget(makeHead());
    m_bar = new QWidget;
    m_bar->setFixedHeight(3);
    m_bar->installEventFilter(this);
    v->addWidget(m_bar);
    auto *body = new QHBoxLayout;
    body->setSpacing(0);
    body->addWidget(makeLeft());
    body->addWidget(makeRight(), 1);
    v->addLayout(body, 1);
    v->addWidget(line(app.theme()));
    m_gate = new RecoveryGatePanel(app);
    m_gate->setTenantSession(m_tenantSession);
    connect(m_gate, &RecoveryGatePanel::changed, this, &SessionWindow::onTimer);
    v->addWidget(m_gate);
    v->addWidget(makeFoot());
    follow();
    // Changed settings open the tenant anew: the window goes along.
    connect(&app, &AppContext::tenantSessionChanged, this, [this] {
        const auto now = m_app.shareTenantSession();
        if (!now || now == m_tenantSession || now->tenant().id != tenant())
            return;
        m_tenantSession->verifier().disconnect(this);
        now->verifier().takeLinks(m_tenantSession->verifier());
        m_tenantSession = now;
        m_gate->setTenantSession(now);
        follow();
        reload();
    });
    connect(&app.theme(), &Theme::changed, this, &SessionWindow::reload);
    connect(&m_clock, &QTimer::timeout, this, &SessionWindow::onTimer);
    m_clock.start(500);
    reload();
}

const core::TenantId &SessionWindow::tenant() const
{
    return m_tenantSession->tenant().id;
}

void SessionWindow::follow()
{
    auto &verifier = m_tenantSession->verifier();
    connect(&verifier, &services::Verifier::sessionChanged, this, [this](const core::SessionId &changed) {
        if (changed == m_id)
            reload();
    });
    connect(&verifier, &services::Verifier::sessionsChanged, this, &SessionWindow::reload);
    connect(&verifier, &services::Verifier::linkChanged, this, [this](const core::SessionId &changed) {
        if (changed == m_id)
            reload();
    });
}

QWidget *SessionWindow::makeHead()
{
    Theme &t = m_app.theme();
    m_head = new QFrame;
    m_head->setObjectName(QStringLiteral("sessionHead"));
    auto *h = new QHBoxLayout(m_head);
    h->setContentsMargins(20, 14, 20, 16);
    m_stateIcon = new QLabel;
    m_stateIcon->setFixedSize(46, 46);
    m_stateIcon->setAlignment(Qt::AlignCenter);
    h->addWidget(m_stateIcon);
    h->addSpacing(8);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(0);
    m_headline = new Label(t, {}, 22, "pending", 600);
    m_headline->setObjectName(QStringLiteral("sessionHeadline"));
    m_fact = new Label(t, {}, 13, "text-2");
    m_fact->setWordWrap(true);
    texts->addWidget(m_headline);
    texts->addWidget(m_fact);
    h->addLayout(texts, 1);
    auto *clock = new QVBoxLayout;
    clock->setSpacing(0);
    m_countdown = new Label(t, {}, 22, "text", 600);
    m_countdown->setAlignment(Qt::AlignRight);
    m_elapsed = new Label(t, {}, 12, "text-2");
    m_elapsed->setAlignment(Qt::AlignRight);
    clock->addWidget(m_countdown);
    clock->addWidget(m_elapsed);
    h->addLayout(clock);
    return m_head;
}

QWidget *SessionWindow::makeLeft()
{
    Theme &t = m_app.theme();
    m_left = new QStackedWidget;
    m_left->setFixedWidth(std::min(m_app.theme().scaled(312), 480));
    auto *waiting = new QWidget;
    auto *v = new QVBoxLayout(waiting);
    v->setContentsMargins(20, 20, 20, 12);
    m_qr = new QrView(t);
    v->addWidget(m_qr, 0, Qt::AlignHCenter);
    m_link = new ElidedLabel(t, 12, "text-2", 400, Qt::ElideMiddle);
    m_link->setFont(t.fixedFont());
    v->addWidget(m_link);
    auto *row = new QHBoxLayout;
    m_copy = button(t, tr("Copy link"), QStringLiteral("copy"));
    m_again = button(t, tr("Send again"), QStringLiteral("send"));
    row->addWidget(m_copy);
    row->addWidget(m_again);
    v->addLayout(row);
    m_linkHint = new Label(t, {}, 12, "text-3");
    m_linkHint->setWordWrap(true);
    v->addWidget(m_linkHint);
    v->addStretch();
    connect(m_copy, &QPushButton::clicked, this, [this] { m_app.copy(m_tenantSession->verifier().link(m_id), true); });
    connect(m_again, &QPushButton::clicked, this, &SessionWindow::sendAgain);
    m_left->addWidget(waiting);

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

QWidget *SessionWindow::makeRight()
{
    Theme &t = m_app.theme();
    auto *right = new QFrame;
    right->setObjectName(QStringLiteral("pane"));
    auto *v = new QVBoxLayout(right);
    v->setContentsMargins(20, 16, 20, 12);
    v->setSpacing(4);
    m_person = new Label(t, {}, 14, "text", 600);
    m_person->setWordWrap(true);
    m_request = new Label(t, {}, 13, "text-2");
    v->addWidget(m_person);
    v->addWidget(m_request);
    v->addSpacing(10);
    auto *card = new QFrame;
    card->setObjectName(QStringLiteral("card"));
    auto *c = new QHBoxLayout(card);
    c->setContentsMargins(12, 10, 12, 10);
    auto *quote = new QLabel;
    quote->setPixmap(t.pixmap(QStringLiteral("quote"), 18, QStringLiteral("accent"), devicePixelRatioF()));
    c->addWidget(quote, 0, Qt::AlignTop);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(3);
    texts->addWidget(new Label(t, tr("Say to the caller"), 12, "text-3", 500));
    m_say = new Label(t, {}, 14, "text");
    m_say->setWordWrap(true);
    texts->addWidget(m_say);
    c->addLayout(texts, 1);
    v->addWidget(card);
    v->addSpacing(10);
    v->addWidget(new Label(t, tr("What happened"), 12, "text-3", 600));
    v->addSpacing(4);
    m_timeline = new Timeline(t);
    m_timeline->setAccessibleName(tr("What happened"));
    auto *inner = new QWidget;
    auto *iv = new QVBoxLayout(inner);
    iv->setContentsMargins(0, 0, 6, 0);
    iv->addWidget(m_timeline);
    iv->addStretch();
    auto *area = new QScrollArea;
    area->setWidget(inner);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->viewport()->setAutoFillBackground(false);
    inner->setAutoFillBackground(false);
    v->addWidget(area, 1);
    return right;
}

QWidget *SessionWindow::makeFoot()
{
    Theme &t = m_app.theme();
    auto *foot = new QWidget;
    auto *h = new QHBoxLayout(foot);
    h->setContentsMargins(20, 12, 20, 12);
    m_stop = button(t, tr("Cancel verification…"), {}, "flat");
    m_footHint = new Label(t, {}, 12, "text-3");
    m_footHint->setWordWrap(true);
    m_check = button(t, tr("Check now"), QStringLiteral("refresh"));
    m_write = button(t, tr("Write to SailPoint"), QStringLiteral("send"), "primary");
    m_second = button(t, tr("Ask a second person…"), QStringLiteral("user"), "primary");
    m_tryAgain = button(t, tr("Try again…"), QStringLiteral("renew"), "primary");
    connect(m_second, &QPushButton::clicked, this, [this] {
        auto *dialog = new ReviewDialog(m_app, m_tenantSession, m_session, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
    connect(m_tryAgain, &QPushButton::clicked, this, [this] {
        if (m_app.tenantSession() && m_app.tenantSession()->tenant().id == tenant())
            m_app.verifyAgain(m_session.request);
        else
            m_footHint->setText(tr("Open the tenant %1 first.").arg(m_tenantSession->tenant().name));
    });
    auto *close = button(t, tr("Close"));
    connect(close, &QPushButton::clicked, this, &QWidget::close);
    connect(m_check, &QPushButton::clicked, this, [this] {
        core::whenDone<domain::Session>(m_tenantSession->verifier().check(m_id), this,
            [this](const Result<domain::Session> &r) { r ? void(m_problem.clear()) : showProblem(r.error()); });
    });
    connect(m_stop, &QPushButton::clicked, this, [this] {
        confirmStop(this, m_session, m_tenantSession->verifier().canCancel(), [this] {
            core::whenDone<domain::Session>(m_tenantSession->verifier().stop(m_id, tr("Ended by the operator")), this,
                [this](const Result<domain::Session> &r) { r ? void(m_problem.clear()) : showProblem(r.error()); });
        });
    });
    connect(m_write, &QPushButton::clicked, this, [this] {
        auto &writeBack = m_tenantSession->verifier().writeBack();
        if (domain::writeBackFromKey(m_session.writeBack) == WriteBackState::Planned)
            writeBack.advance(m_session, true);
        else
            core::whenDone<domain::Session>(writeBack.retry(m_id), this, [](const Result<domain::Session> &) {});
    });
    h->addWidget(m_stop);
    h->addWidget(m_footHint, 1);
    h->addWidget(m_check);
    h->addWidget(m_write);
    h->addWidget(m_tryAgain);
    h->addWidget(m_second);
    h->addWidget(close);
    return foot;
}

void SessionWindow::reload()
{
    auto &verifier = m_tenantSession->verifier();
    core::whenDone<domain::Session>(verifier.session(m_id), this, [this](const Result<domain::Session> &s) {
        if (s)
            show_(*s);
    });
    core::whenDone<QList<domain::SessionNote>>(
        verifier.notes(m_id), this, [this](const Result<QList<domain::SessionNote>> &n) {
            if (!n)
                return;
            m_notes = *n;
            if (m_isLoaded) // a vendor may have asked for a longer pause than ours
                m_againAt = std::max(m_againAt, services::sendAgainAt(m_session, m_notes));
            showNotes();
            if (m_isLoaded && !domain::isOpen(m_session.state))
                showEvidence(); // which user the answer named stands in the notes
            onTimer();
        });
}

// A problem stands in the window where its button was pressed.
void SessionWindow::showProblem(const core::Error &e)
{
    m_problem = domain::inOneText(domain::userMessage(e, domain::Vendor::Provider));
    m_footHint->setText(m_problem);
    QAccessible::updateAccessibility(new QAccessibleEvent(m_footHint, QAccessible::Alert));
}

void SessionWindow::sendAgain()
{
    // Not known before the answer: the service keeps the pause, whatever stands on the button.
    m_againAt = m_app.context().clock->now() + services::Verifier::resendPause;
    m_againSaid.clear();
    onTimer();
    core::whenDone<core::Unit>(m_tenantSession->verifier().sendAgain(m_id), this, [this](const core::Status &r) {
        m_againSaid = r ? tr("Asked the provider to send the link again") : sendAgainProblem(r.error());
        if (!r)
            m_againAt = m_app.context().clock->now() +
                        r.error().retryAfter.value_or(std::chrono::seconds(0)).count() * core::secondMs;
        reload();
    });
}

void SessionWindow::showSendAgain(core::Instant now)
{
    const qint64 left = std::max<qint64>(0, (m_againAt - now + 999) / 1000);
    m_again->setText(left > 0 ? tr("Again in %1 s").arg(left) : tr("Send again"));
    setEnabledOr(m_again, left > 0 ? tr("The link was asked for a moment ago.") : QString());
}

void SessionWindow::show_(const domain::Session &s)
{
    const bool isChanged = m_isLoaded && s.state != m_session.state;
    m_session = s;
    m_isLoaded = true;
    auto &verifier = m_tenantSession->verifier();
    setWindowTitle(
        QStringLiteral("%1 — %2").arg(tr("Verification — %1").arg(s.personName), m_tenantSession->tenant().name));
    showHead();
    m_person->setText(s.personName);
    QStringList request{
        models::reasonText(s.request.reason), s.request.ticket, tr("IAL%1 required").arg(s.request.requiredIal)};
    request.removeAll(QString());
    m_request->setText(request.join(QStringLiteral(" · ")));
    m_say->setText(QLocale().quoteString(sessionPhrase(s, m_app.policy(), !verifier.link(s.id).isEmpty())));
    m_say->setAccessibleName(
        tr("Say to the caller: %1").arg(m_say->text())); // a reader says the sentence, not only what it is
    const bool isOpen = domain::isOpen(s.state);
    const QString link = verifier.link(s.id);
    m_qr->setText(link);
    m_qr->setAccessibleName(tr("QR code for the link %1").arg(link));
    m_link->setText(link);
    setEnabledOr(m_copy, !link.isEmpty() ? QString()
                         : isOpen        ? tr("The link is not known at the moment.")
                                         : tr("It is over."));
    m_again->setVisible(verifier.canSendAgain() && s.request.delivery != domain::Delivery::Link);
    m_left->setCurrentIndex(isOpen ? 0 : 1);
    if (!isOpen)
        showEvidence();
    m_stop->setVisible(isOpen || s.state == SessionState::NeedsReview);
    m_stop->setText(!isOpen                                           ? tr("End without a result…")
                    : verifier.canCancel() && !s.providerId.isEmpty() ? tr("Cancel verification…")
                                                                      : tr("Stop watching…"));
    m_check->setVisible(isOpen && !s.providerId.isEmpty());
    const bool isLow = s.state == SessionState::NeedsReview && !domain::canBeAccepted(s);
    m_second->setVisible(s.state == SessionState::NeedsReview && !isLow);
    // A held result is ended before another try, so that one session stays open at most.
    m_tryAgain->setVisible(s.state == SessionState::Failed || s.state == SessionState::Declined ||
                           s.state == SessionState::Abandoned || s.state == SessionState::Expired || isLow);
    m_gate->setQrOnScreen(isOpen && m_qr->isDrawn());
    m_gate->show(s);
    if (s.state == SessionState::Failed)
        core::whenDone<QList<domain::Session>>(m_tenantSession->verifier().sessionsOf(s.request.identity), this,
            [this](const Result<QList<domain::Session>> &all) {
                if (!all || m_session.state != SessionState::Failed ||
                    !domain::mustEscalate(*all, m_app.context().clock->now()))
                    return;
                m_tryAgain->hide();
                m_footHint->setText(
                    tr("Three verifications failed within 24 hours. Stop and follow your escalation procedure."));
            });
    const auto w = domain::writeBackFromKey(s.writeBack);
    m_write->setVisible(w == WriteBackState::Failed || w == WriteBackState::NotStored ||
                        (w == WriteBackState::Planned && m_tenantSession->tenant().confirmWriteBack));
    m_write->setText(w == WriteBackState::Planned ? tr("Write to SailPoint") : tr("Try writing again"));
    if (isChanged)
        m_problem.clear();
    if (!m_problem.isEmpty())
        m_footHint->setText(m_problem);
    else
        m_footHint->setText(isOpen ? QString()
                                   : writeBackSentence(s, m_tenantSession->tenant(),
                                         m_tenantSession->verifier().writeBack().lookedAt(s.id)));
    if (isChanged && !isOpen)
        QAccessible::updateAccessibility(new QAccessibleEvent(m_headline, QAccessible::Alert));
    onTimer();
}

// The head claims only what the last query showed: while none is answered, it says since when.
void SessionWindow::showHead()
{
    const domain::Session &s = m_session;
    Theme &t = m_app.theme();
    m_watch = m_tenantSession->verifier().watchOf(s);
    const bool isLost = m_watch.state == domain::WatchState::NotChecked;
    const QString chip = isLost ? QStringLiteral("due") : models::sessionChip(s.state);
    const QString headline =
        isLost ? domain::notCheckedText(m_watch, m_app.context().clock->now()) : sessionHeadline(s);
    const bool isNews = isLost && m_headline->text() != headline;
    m_family = chipFamily(chip);
    m_head->setStyleSheet(
        QStringLiteral("#sessionHead { background: %1; }").arg(t.color(m_family + QStringLiteral("-bg")).name()));
    m_stateIcon->setPixmap(
        t.pixmap(isLost ? QStringLiteral("warning") : chipIcon(chip), 26, m_family, devicePixelRatioF()));
    m_headline->setToken(m_family.toLatin1().constData());
    m_headline->setText(headline);
    m_headline->setAccessibleName(tr("State: %1").arg(headline));
    // A word or a field that nobody here understands is said by name, before anything else.
    const QString unread =
        domain::isOpen(s.state) ? unreadSentence(m_tenantSession->verifier().lastFault(s.id)) : QString();
    const QString fact = isLost ? domain::notCheckedReason(m_watch)
                                : sessionFact(s, m_tenantSession->verifier().canCancel(),
                                      !m_tenantSession->verifier().link(s.id).isEmpty());
    m_fact->setText(unread.isEmpty() ? fact : unread);
    if (isNews)
        QAccessible::updateAccessibility(new QAccessibleEvent(m_headline, QAccessible::Alert));
}

void SessionWindow::showEvidence()
{
    const domain::Session &s = m_session;
    m_names->setNames({s.personName, s.firstName, s.lastName}, s.verifiedName,
        s.documentType.isEmpty() ? tr("Document") : models::documentText(s.documentType),
        m_app.policy().heldDifferences, domain::namePurpose(s.request.reason));
    m_names->setVisible(!s.verifiedName.isEmpty());
    QList<std::pair<QString, QString>> rows =
        evidenceRows(s, m_notes, m_app.policy().heldDifferences, m_app.context().clock->now());
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
    m_timeline->setEntries(entries);
}

void SessionWindow::onTimer()
{
    if (!m_isLoaded)
        return;
    const core::Instant now = m_app.context().clock->now();
    if (m_gate->gate().isOpen() && now >= m_gate->gate().closesAt)
        m_gate->show(m_session); // the quarter of an hour is over
    if (!(m_tenantSession->verifier().watchOf(m_session) == m_watch)) {
        showHead();
        showNotes();
    }
    showSendAgain(now);
    const bool isLinkUnknown = domain::isOpen(m_session.state) && m_tenantSession->verifier().link(m_id).isEmpty();
    const QString hint = isLinkUnknown ? tr("The link is kept in memory only. After a restart it comes back when the "
                                            "provider's status answer carries it.")
                                       : QString();
    m_linkHint->setText(m_againSaid.isEmpty() ? hint : m_againSaid);
    if (domain::isOpen(m_session.state)) {
        m_countdown->setText(models::countdownText(m_session.expiresAt - now));
        m_elapsed->setText(tr("left · %1 elapsed").arg(models::countdownText(now - m_session.createdAt)));
        m_left01 = std::clamp(double(m_session.expiresAt - now) /
                                  double(std::max<core::Instant>(1, m_session.expiresAt - m_session.createdAt)),
            0.0, 1.0);
    } else if (m_session.state == SessionState::Verified &&
               m_session.request.reason == domain::Reason::AccountRecovery && m_session.resetState.isEmpty() &&
               m_gate->gate().closesAt > now) {
        m_countdown->setText(models::countdownText(m_gate->gate().closesAt - now));
        m_elapsed->setText(
            domain::isIdentityIq(m_tenantSession->tenant()) ? tr("to reset the password") : tr("to send the reset"));
        m_left01 = std::clamp(double(m_gate->gate().closesAt - now) / double(domain::gateLifetime), 0.0, 1.0);
    } else {
        m_countdown->clear();
        m_elapsed->setText(
            m_session.closedAt
                ? QDateTime::fromMSecsSinceEpoch(*m_session.closedAt).toString(QStringLiteral("HH:mm:ss"))
                : QString());
        m_left01 = 1;
    }
    m_bar->update();
}

// The time that is left, as a bar of three pixels under the head.
bool SessionWindow::eventFilter(QObject *o, QEvent *e)
{
    if (o == m_bar && e->type() == QEvent::Paint) {
        QPainter p(m_bar);
        p.fillRect(m_bar->rect(), m_app.theme().color("border"));
        p.fillRect(0, 0, int(m_bar->width() * m_left01), m_bar->height(),
            m_app.theme().color(m_family + QStringLiteral("-solid")));
        return true;
    }
    return QWidget::eventFilter(o, e);
}

} // namespace ui
