#include "ui/lab/requestinspector.h"
#include "domain/text/outputtext.h"
#include "ui/common/appcontext.h"
#include "ui/common/clipboard.h"
#include "ui/common/theme.h"
#include "ui/controls/button.h"
#include "ui/controls/label.h"
#include "ui/controls/line.h"
#include "ui/tables/table.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/jsonview.h"
#include <QHeaderView>
#include <QStackedWidget>
#include <QTabBar>
#include <QTableWidget>
#include <QVBoxLayout>

namespace ui {

using domain::CallbackCheck;

RequestInspector::RequestInspector(AppContext &app, QWidget *parent) : QWidget(parent), m_app(app)
{
    Theme &t = app.theme();
    auto *v = new QVBoxLayout(this);
    v->setContentsMargins(12, 4, 12, 10);
    v->setSpacing(6);
    auto *h = new QHBoxLayout;
    m_tabs = new QTabBar;
    m_tabs->setExpanding(false);
    m_tabs->setAccessibleName(tr("Details of the request"));
    for (const QString &name : {tr("Body"), tr("Headers"), tr("Checks"), tr("Response")})
        m_tabs->addTab(name);
    h->addWidget(m_tabs);
    h->addStretch();
    m_raw = button(t, tr("As sent"), {}, "flat");
    m_raw->setCheckable(true);
    connect(m_raw, &QPushButton::toggled, this, &RequestInspector::refreshBody);
    m_curl = button(t, tr("Copy as curl"), QStringLiteral("copy"), "flat");
    connect(
        m_curl, &QPushButton::clicked, this, [this] { copyToClipboard(m_app, domain::curlOf(m_shown, m_url), false); });
    m_again = button(t, tr("Send again"), QStringLiteral("refresh"), "flat");
    connect(m_again, &QPushButton::clicked, this, [this] { Q_EMIT sendAgainWanted(m_number); });
    QLayout *actions = h;
    if (t.textScale() >= 150) // lines of their own
        actions = new FlowLayout(6);
    for (auto *b : {m_raw, m_curl, m_again})
        actions->addWidget(b);
    v->addLayout(h);
    if (actions != h)
        v->addLayout(actions);
    v->addWidget(line(t));
    m_stack = new QStackedWidget;
    m_body = jsonView(t, tr("Body of the request"), true);
    m_headers = plainTable({tr("Header"), tr("Value")}, tr("Headers"));
    m_headers->horizontalHeader()->setStretchLastSection(true);
    m_headers->setColumnWidth(0, t.scaled(180));
    m_checks = plainTable({tr("Check"), tr("Outcome"), tr("Reason")}, tr("Checks"));
    m_checks->horizontalHeader()->setStretchLastSection(true);
    m_checks->setColumnWidth(0, t.scaled(250));
    m_checks->setColumnWidth(1, t.scaled(110));
    m_answer = new Label(t, {}, 13, "text");
    m_answer->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_answer->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    m_answer->setWordWrap(true);
    m_none = new Label(t, {}, 13, "text-3");
    m_none->setWordWrap(true);
    m_none->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    for (QWidget *w : {static_cast<QWidget *>(m_body), static_cast<QWidget *>(m_headers),
             static_cast<QWidget *>(m_checks), static_cast<QWidget *>(m_answer), static_cast<QWidget *>(m_none)})
        m_stack->addWidget(w);
    v->addWidget(m_stack, 1);
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int i) {
        const bool isKept = !m_shown.method.isEmpty();
        m_stack->setCurrentIndex(isKept || i >= 2 ? i : 4);
        m_raw->setVisible(i == 0);
    });
    clear();
}

void RequestInspector::clear()
{
    m_number = 0;
    m_shown = {};
    m_none->setText(tr("Select a request to see what it held and why it was taken or refused."));
    m_stack->setCurrentIndex(4);
    m_tabs->setEnabled(false);
    for (auto *b : {m_raw, m_curl, m_again})
        setEnabledOr(b, tr("Select a request first."));
}

void RequestInspector::show(
    const services::ReceivedLine &l, const domain::ReceiverSettings &settings, const QString &url)
{
    m_number = l.number;
    m_url = url;
    m_shown = l.capture ? domain::redacted(*l.capture, settings.headerName) : domain::CapturedRequest();
    m_tabs->setEnabled(true);
    m_none->setText(tr("Only the simulator's requests are kept, and the newest of them: of a real tenant nobody's data "
                       "stays on the screen."));
    const QString gone = l.capture ? QString() : tr("This request is not kept.");
    for (auto *b : {m_raw, m_curl})
        setEnabledOr(b, gone);
    const QString stopped = url.isEmpty() ? tr("The receiver has stopped.") : QString();
    setEnabledOr(m_again, gone.isEmpty() ? stopped : gone);
    refreshBody();
    m_headers->setRowCount(0);
    for (const auto &h : m_shown.headers) {
        const int row = m_headers->rowCount();
        m_headers->insertRow(row);
        m_headers->setItem(row, 0, cellItem(QString::fromUtf8(h.first)));
        m_headers->setItem(row, 1, cellItem(QString::fromUtf8(h.second)));
    }
    m_tabs->setTabText(1, m_shown.headers.isEmpty() ? tr("Headers") : tr("Headers %1").arg(m_shown.headers.size()));
    showChecks(domain::checksOf(l.verdict, settings, l.field));
    const QString after = QLocale().toString(double(l.microseconds) / 1000, 'f', 1);
    QStringList answer{m_shown.answerBody.isEmpty()
                           ? tr("HTTP %1, no body, after %2 ms").arg(QString::number(l.status), after)
                           : tr("HTTP %1, after %2 ms").arg(QString::number(l.status), after)};
    for (const auto &h : m_shown.answer)
        answer << QString::fromUtf8(h.first) + QStringLiteral(": ") + QString::fromUtf8(h.second);
    if (!m_shown.answerBody.isEmpty())
        answer << domain::prettyBody(m_shown.answerBody);
    answer << tr("From %1, %L2 bytes").arg(l.peer).arg(l.bytes);
    m_answer->setText(answer.join(QLatin1Char('\n')));
    Q_EMIT m_tabs->currentChanged(m_tabs->currentIndex());
}

static bool isGoodOutcome(CallbackCheck::State state)
{
    return state == CallbackCheck::Passed || state == CallbackCheck::NotAsked;
}

static QString outcomeWord(CallbackCheck::State state)
{
    switch (state) {
    case CallbackCheck::Passed: return RequestInspector::tr("passed");
    case CallbackCheck::Failed: return RequestInspector::tr("failed");
    case CallbackCheck::NotAsked: return RequestInspector::tr("not asked for");
    case CallbackCheck::NotReached: break;
    }
    return RequestInspector::tr("not reached");
}

static const char *outcomeToken(CallbackCheck::State state)
{
    if (state == CallbackCheck::Failed)
        return "failed";
    return isGoodOutcome(state) ? "verified" : "text-3";
}

void RequestInspector::showChecks(const QList<CallbackCheck> &checks)
{
    m_checks->setRowCount(0);
    int passed = 0;
    for (const auto &c : checks) {
        const int row = m_checks->rowCount();
        m_checks->insertRow(row);
        passed += isGoodOutcome(c.state) ? 1 : 0;
        const QString cells[] = {c.name, outcomeWord(c.state), c.reason};
        for (int i = 0; i < 3; ++i)
            m_checks->setItem(row, i, cellItem(cells[i]));
        m_checks->item(row, 1)->setForeground(m_app.theme().color(outcomeToken(c.state)));
    }
    m_tabs->setTabText(2, tr("Checks %1 of %2").arg(passed).arg(checks.size()));
}

void RequestInspector::refreshBody()
{
    m_body->setPlainText(
        domain::fileText(m_raw->isChecked() ? QString::fromUtf8(m_shown.body) : domain::prettyBody(m_shown.body)));
}

} // namespace ui
