#include "ui/lab/triggertest.h"
#include "domain/events/testinput.h"
#include "services/events/triggers.h"
#include "services/tenantsession/tenantsession.h"
#include "ui/common/appcontext.h"
#include "ui/common/tenantguard.h"
#include "ui/common/theme.h"
#include "ui/controls/button.h"
#include "ui/controls/label.h"
#include "ui/operations/operationdialog.h"
#include "ui/widgets/jsonview.h"
#include <QComboBox>
#include <QShortcut>
#include <QVBoxLayout>

namespace ui {

using core::Result;

TriggerTest::TriggerTest(AppContext &app, QWidget *parent) : QFrame(parent), m_app(app)
{
    Theme &t = app.theme();
    setObjectName(QStringLiteral("card"));
    auto *v = new QVBoxLayout(this);
    v->setContentsMargins(14, 10, 14, 10);
    v->setSpacing(6);
    auto *head = new QHBoxLayout;
    head->addWidget(new Label(t, tr("Test invocation"), 14, "text", 600));
    head->addStretch();
    head->addWidget(new Label(t, tr("marked TEST in SailPoint"), 12, "text-3"));
    v->addLayout(head);
    auto *grid = new QGridLayout;
    m_trigger = new QComboBox;
    m_trigger->setAccessibleName(tr("Trigger"));
    m_trigger->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_to = new QComboBox;
    m_to->setAccessibleName(tr("Send to"));
    grid->addWidget(new Label(t, tr("Trigger"), 13, "text-2"), 0, 0);
    grid->addWidget(m_trigger, 0, 1);
    grid->addWidget(new Label(t, tr("Send to"), 13, "text-2"), 1, 0);
    grid->addWidget(m_to, 1, 1);
    grid->setColumnStretch(1, 1);
    v->addLayout(grid);
    m_input = jsonView(t, tr("Input of the test, JSON"), false);
    m_input->setObjectName(QStringLiteral("triggerInput"));
    connect(m_input, &QPlainTextEdit::textChanged, this, &TriggerTest::refresh);
    v->addWidget(m_input, 1);
    auto *foot = new QHBoxLayout;
    auto *example = button(t, tr("Load example"), {}, "flat");
    connect(example, &QPushButton::clicked, this, &TriggerTest::loadExample);
    m_place = new Label(t, {}, 12, "text-3");
    m_place->setObjectName(QStringLiteral("triggerPlace"));
    m_send = button(t, tr("Send test"), QStringLiteral("send"), "primary");
    m_send->setObjectName(QStringLiteral("sendTest"));
    auto *keys = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this);
    keys->setContext(Qt::WidgetWithChildrenShortcut);
    keys->setAutoRepeat(false);
    connect(keys, &QShortcut::activated, m_send, &QPushButton::click);
    connect(m_send, &QPushButton::clicked, this, &TriggerTest::send);
    foot->addWidget(example);
    foot->addStretch();
    foot->addWidget(m_place);
    foot->addWidget(m_send);
    v->addLayout(foot);
    connect(m_trigger, &QComboBox::currentIndexChanged, this, [this] {
        showSubscribers();
        loadExample();
    });
}

QString TriggerTest::trigger() const
{
    return m_trigger->currentData().toString();
}

// Of the chosen trigger; who was chosen stays chosen.
void TriggerTest::showSubscribers()
{
    const QString chosen = m_to->currentData().toString();
    m_to->clear();
    m_to->addItem(tr("Everybody who subscribed"), QString());
    for (const domain::Subscription &s : std::as_const(m_subscriptions)) {
        if (s.triggerId == trigger())
            m_to->addItem(tr("%1 only").arg(s.name), s.id);
    }
    m_to->setCurrentIndex(std::max(0, m_to->findData(chosen)));
}

void TriggerTest::setTriggers(const QList<domain::Trigger> &triggers, const QList<domain::Subscription> &subscriptions)
{
    m_triggers = triggers;
    m_subscriptions = subscriptions;
    const QString chosen = m_trigger->currentData().toString();
    const QSignalBlocker quiet(m_trigger);
    m_trigger->clear();
    for (const domain::Trigger &t : std::as_const(m_triggers))
        m_trigger->addItem(t.id, t.id);
    const QString wanted = chosen.isEmpty() ? QStringLiteral("idn:identity-attributes-changed") : chosen;
    m_trigger->setCurrentIndex(std::max(0, m_trigger->findData(wanted)));
    showSubscribers();
    if (chosen.isEmpty())
        loadExample();
    refresh();
}

QString TriggerTest::obstacle(bool isObject) const
{
    if (const QString tenant = tenantObstacle(m_app); !tenant.isEmpty())
        return tenant;
    if (m_trigger->count() == 0)
        return tr("The triggers are not read yet.");
    return isObject ? QString() : tr("The input is no JSON object.");
}

void TriggerTest::refresh()
{
    const auto input = domain::testInputFrom(m_input->toPlainText());
    m_place->setText(input ? tr("Valid JSON") : input.error().text);
    m_place->setToken(input ? "text-3" : "failed");
    setEnabledOr(m_send, obstacle(bool(input)));
}

void TriggerTest::loadExample()
{
    if (const auto chosen = domain::triggerById(m_triggers, trigger()))
        m_input->setPlainText(domain::exampleText(*chosen));
    refresh();
}

// It reaches whoever subscribed: of a production tenant that is asked about once a run.
void TriggerTest::send()
{
    auto *w = m_app.tenantSession();
    const auto input = domain::testInputFrom(m_input->toPlainText());
    if (!w || !input)
        return;
    const bool isProduction = w->tenant().environment == domain::Environment::Production;
    if (isProduction && m_acknowledged != w->tenant().id.str())
        return askOperation(m_app, window(),
            {tr("Test in production?"),
                tr("Test invocations reach every live subscriber of “%1”. What they do with it is real.")
                    .arg(w->tenant().name),
                tr("Send tests"), {}, true},
            [this, id = w->tenant().id.str()] {
                m_acknowledged = id;
                send();
            });
    const QString one = m_to->currentData().toString();
    core::whenDone<services::TestOutcome>(
        w->triggers().test(trigger(), *input, one.isEmpty() ? QStringList() : QStringList{one}, isProduction), this,
        [this](const Result<services::TestOutcome> &r) {
            if (!r)
                return Q_EMIT failed(r.error());
            Q_EMIT sent(int(r->invocations.size()));
        });
}

} // namespace ui
