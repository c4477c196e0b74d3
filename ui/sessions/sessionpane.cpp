#include "ui/sessions/sessionpane.h"
#include "domain/readiness/diagnosis.h"
#include "domain/text/messages.h"
#include "domain/verification/resending.h"
#include "domain/verification/resultevaluation.h"
#include "domain/verification/sessionend.h"
#include "models/sessionmodel.h"
#include "services/callbacks/callbackreceiver.h"
#include "services/tenants/vendorreach.h"
#include "services/tenantsession/tenantsession.h"
#include "services/verification/invitationlinks.h"
#include "services/verification/sessioncontrol.h"
#include "services/verification/sessionmonitor.h"
#include "services/verification/sessions.h"
#include "services/verification/verifier.h"
#include "services/verification/writeback.h"
#include "ui/charts/timeline.h"
#include "ui/common/appcontext.h"
#include "ui/common/navigator.h"
#include "ui/common/theme.h"
#include "ui/controls/banner.h"
#include "ui/controls/button.h"
#include "ui/controls/chip.h"
#include "ui/controls/label.h"
#include "ui/sessions/sessionevidence.h"
#include "ui/sessions/sessionmessages.h"
#include "ui/sessions/sessionsigns.h"
#include "ui/sessions/sessiontext.h"
#include "ui/sessions/sessiontimeline.h"
#include "ui/sessions/stopquestion.h"
#include "ui/verification/currentpolicy.h"
#include "ui/widgets/keyvalue.h"
#include <QHBoxLayout>
#include <QScrollArea>
#include <QTabWidget>
#include <QVBoxLayout>

namespace ui {

using core::Result;

static QScrollArea *scrolledDown(QWidget *inner)
{
    auto *area = new QScrollArea;
    area->setWidget(inner);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    return area;
}

SessionPane::SessionPane(AppContext &app, QWidget *parent) : QFrame(parent), m_app(app)
{
    Theme &t = app.theme();
    setObjectName(QStringLiteral("pane"));
    setMinimumWidth(std::min(t.scaled(340), 440));
    setMaximumWidth(t.scaled(560));
    auto *v = new QVBoxLayout(this);
    v->setContentsMargins(16, 14, 16, 12);
    v->setSpacing(8);
    m_person = new Label(t, {}, 18, "text", 600);
    m_person->setWordWrap(true);
    v->addWidget(m_person);
    auto *state = new QHBoxLayout;
    m_state = new Chip(t, true);
    m_fact = new Label(t, {}, 13, "text-2");
    m_fact->setWordWrap(true);
    state->addWidget(m_state, 0, Qt::AlignTop);
    state->addSpacing(6);
    state->addWidget(m_fact, 1);
    v->addLayout(state);
    v->addWidget(makeActions());
    m_said = new Label(t, {}, 12, "text-2");
    m_said->setWordWrap(true);
    m_said->hide();
    v->addWidget(m_said);
    m_diagnosis = new Banner(t, false);
    v->addWidget(m_diagnosis);
    m_tabs = new QTabWidget;
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(scrolledDown(makeTimeline()), tr("Timeline"));
    m_tabs->addTab(scrolledDown(makeEvidence()), tr("Evidence"));
    m_messages = new SessionMessages(app);
    connect(m_messages, &SessionMessages::counted, this,
        [this](qsizetype count) { m_tabs->setTabText(2, tr("Messages %1").arg(count)); });
    m_tabs->addTab(m_messages, tr("Messages"));
    v->addWidget(m_tabs, 1);
}

QWidget *SessionPane::makeActions()
{
    Theme &t = m_app.theme();
    auto *row = new QWidget;
    auto *h = new QHBoxLayout(row);
    h->setContentsMargins(0, 0, 0, 0);
    h->setSpacing(8);
    auto *open = button(t, tr("Open live view"), QStringLiteral("sessions"), "primary");
    m_again = button(t, tr("Send again"), QStringLiteral("send"));
    m_check = button(t, tr("Refresh"), QStringLiteral("refresh"));
    m_cancel = button(t, tr("End…"), {}, "dangertext");
    connect(open, &QPushButton::clicked, this, [this] { m_app.navigator().showSession(m_session.id); });
    connect(m_again, &QPushButton::clicked, this, &SessionPane::sendAgain);
    connect(m_check, &QPushButton::clicked, this, [this] {
        core::whenDone<domain::Session>(m_app.tenantSession()->verifier().monitor().check(m_session.id), this,
            [this](const Result<domain::Session> &r) {
                if (!r)
                    Q_EMIT m_app.failed(r.error(), int(domain::Vendor::Provider));
            });
    });
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        confirmStop(this, m_session, m_app.tenantSession()->verifier().control().canCancel(), [this] {
            core::whenDone<domain::Session>(
                m_app.tenantSession()->verifier().control().stop(m_session.id, tr("Ended by the operator")), this,
                [this](const Result<domain::Session> &r) {
                    if (!r)
                        Q_EMIT m_app.failed(r.error(), int(domain::Vendor::Provider));
                });
        });
    });
    for (QPushButton *b : {open, m_again, m_check, m_cancel})
        h->addWidget(b);
    h->addStretch();
    return row;
}

QWidget *SessionPane::makeTimeline()
{
    Theme &t = m_app.theme();
    auto *inner = new QWidget;
    auto *v = new QVBoxLayout(inner);
    v->setContentsMargins(0, 10, 8, 0);
    m_timeline = new Timeline(t);
    v->addWidget(m_timeline);
    v->addSpacing(6);
    v->addWidget(new Label(t, tr("Request"), 12, "text-3", 600));
    m_request = new KeyValueList(t);
    v->addWidget(m_request);
    v->addStretch();
    return inner;
}

QWidget *SessionPane::makeEvidence()
{
    Theme &t = m_app.theme();
    auto *inner = new QWidget;
    auto *v = new QVBoxLayout(inner);
    v->setContentsMargins(0, 10, 8, 0);
    m_names = new NameComparison(t);
    v->addWidget(m_names);
    m_evidence = new KeyValueList(t);
    v->addWidget(m_evidence);
    v->addStretch();
    return inner;
}

void SessionPane::show(const domain::Session &s)
{
    auto *w = m_app.tenantSession();
    if (!w)
        return;
    if (s.id != m_session.id) {
        m_said->hide();
        m_notes.clear();
        m_againAt = 0;
    }
    m_session = s;
    QFrame::show();
    m_person->setText(s.personName);
    m_state->setChip(models::sessionChip(s.state), models::sessionStateText(s.state));
    showState();
    m_again->setVisible(domain::isResendOffered(s, w->verifier().control().canSendAgain()));
    m_check->setVisible(domain::isKnownToProvider(s));
    m_cancel->setVisible(!domain::isTerminal(s.state));
    QStringList documents;
    for (const QString &d : s.request.documents)
        documents << models::documentText(d);
    m_request->setRows({{tr("Reason"), models::reasonText(s.request.reason)}, {tr("Ticket"), s.request.ticket},
        {tr("Assurance level"), QStringLiteral("IAL%1").arg(s.request.requiredIal)},
        {tr("Documents"), documents.join(QStringLiteral(", "))},
        {tr("Delivery"), s.sentTo.isEmpty()
                             ? models::deliveryText(s.request.delivery)
                             : models::deliveryText(s.request.delivery) + QStringLiteral(" · ") + s.sentTo},
        {tr("Started by"), s.operatorName}});
    m_names->setNames({s.personName, s.firstName, s.lastName}, s.verifiedName,
        s.documentType.isEmpty() ? tr("Document") : models::documentText(s.documentType),
        m_app.policy().value().heldDifferences, domain::namePurpose(s.request.reason));
    m_names->setVisible(!s.verifiedName.isEmpty());
    showEvidence();
    core::whenDone<QList<domain::SessionNote>>(
        w->verifier().sessions().notes(s.id), this, [this, id = s.id](const Result<QList<domain::SessionNote>> &notes) {
            if (!notes || id != m_session.id)
                return;
            m_notes = *notes;
            m_againAt = std::max(m_againAt, domain::sendAgainAt(m_session, m_notes));
            showNotes();
            showEvidence();
            onTimer();
        });
    m_messages->showSession(s);
    showDiagnosis();
}

void SessionPane::showState()
{
    auto &verifier = m_app.tenantSession()->verifier();
    m_watch = verifier.monitor().watchOf(m_session);
    const bool isLost = m_watch.state == domain::WatchState::NotChecked;
    const QString since = domain::notCheckedText(m_watch, m_app.context().clock->now());
    m_fact->setText(
        isLost ? domain::inOneText({since, domain::notCheckedReason(m_watch)})
               : sessionFact(m_session, verifier.control().canCancel(), !verifier.links().of(m_session.id).isEmpty()));
}

void SessionPane::showNotes()
{
    QList<TimelineEntry> entries;
    for (const auto &n : std::as_const(m_notes))
        entries << timelineEntry(n);
    if (const auto next = nextEntry(m_session, m_watch, m_notes, m_app.context().clock->now()))
        entries << *next;
    m_timeline->setEntries(entries);
}

void SessionPane::showEvidence()
{
    const auto &s = m_session;
    QList<std::pair<QString, QString>> rows =
        evidenceRows(s, m_notes, m_app.policy().value().heldDifferences, m_app.context().clock->now());
    rows.append({tr("Session"), s.providerId.str()});
    rows.append({tr("Second person"), s.reviewer});
    rows.append({tr("SailPoint"), writeBackSentence(s, m_app.tenantSession()->tenant(),
                                      m_app.tenantSession()->verifier().writeBack().lookedAt(s.id))});
    m_evidence->setRows(rows);
}

void SessionPane::onTimer()
{
    auto *w = m_app.tenantSession();
    if (!w || isHidden() || m_session.id.isEmpty() || m_session.tenant != w->tenant().id)
        return;
    if (!(w->verifier().monitor().watchOf(m_session) == m_watch)) {
        showState();
        showNotes();
        showDiagnosis();
    }
    const qint64 left = domain::secondsUntil(m_againAt, m_app.context().clock->now());
    m_again->setText(left > 0 ? tr("Again in %1 s").arg(left) : tr("Send again"));
    setEnabledOr(m_again, left > 0 ? tr("The link was asked for a moment ago.") : QString());
}

void SessionPane::sendAgain()
{
    m_againAt = m_app.context().clock->now() + domain::resendPause;
    onTimer();
    core::whenDone<core::Unit>(m_app.tenantSession()->verifier().control().sendAgain(m_session.id), this,
        [this, id = m_session.id](const core::Status &r) {
            if (id != m_session.id)
                return;
            m_said->setText(r ? tr("Asked the provider to send the link again") : sendAgainProblem(r.error()));
            m_said->show();
            if (!r)
                m_againAt = m_app.context().clock->now() +
                            r.error().retryAfter.value_or(std::chrono::seconds(0)).count() * core::secondMs;
            show(domain::Session(m_session));
        });
}

void SessionPane::showDiagnosis()
{
    auto *w = m_app.tenantSession();
    core::whenDone<QList<domain::InboxEntry>>(w->verifier().sessions().callbacks(m_session.id), this,
        [this, id = m_session.id](const Result<QList<domain::InboxEntry>> &list) {
            auto *now = m_app.tenantSession();
            if (!now || id != m_session.id)
                return;
            const domain::SessionSigns signs = signsOf(*now, m_session, list ? int(list->size()) : 0);
            const core::Instant at = m_app.context().clock->now();
            const auto found = domain::diagnose(m_session, signs, at);
            if (found.isEmpty())
                return m_diagnosis->hide();
            QStringList lines;
            for (const auto d : found)
                lines << domain::diagnosisText(d, signs, at);
            const auto kind = found.first() == domain::Diagnosis::NotFinished ? Banner::Info : Banner::Warning;
            m_diagnosis->show(kind, tr("No result for %1").arg(models::durationText(at - m_session.createdAt)),
                lines.join(QLatin1Char('\n')));
        });
}

} // namespace ui
