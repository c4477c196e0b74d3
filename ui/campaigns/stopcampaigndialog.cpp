#include "ui/campaigns/stopcampaigndialog.h"
#include "domain/text/messages.h"
#include "services/reverification/campaigns.h"
#include "services/tenantsession/tenantsession.h"
#include "services/verification/sessioncontrol.h"
#include "services/verification/verifier.h"
#include "ui/common/appcontext.h"
#include "ui/common/theme.h"
#include "ui/controls/button.h"
#include "ui/controls/label.h"
#include "ui/widgets/wrapping.h"
#include <QLocale>
#include <QRadioButton>
#include <QVBoxLayout>

namespace ui {

using domain::CampaignState;

namespace {
/// What is asked of a campaign by its state.
struct StopWords
{
    QString question;
    QString consequence;
    QString no;
    QString yes;
};
} // namespace

static bool isOver(const domain::Campaign &k)
{
    return k.state == CampaignState::Done || k.state == CampaignState::Stopped;
}

static StopWords wordsOf(const domain::Campaign &k, const domain::CampaignCounts &n)
{
    if (k.state == CampaignState::Draft)
        return {StopCampaignDialog::tr("Discard “%1”?").arg(k.plan.name),
            StopCampaignDialog::tr("Nothing was sent. It stays in the record as stopped."),
            StopCampaignDialog::tr("Keep the draft"), StopCampaignDialog::tr("Discard draft")};
    if (isOver(k))
        return {StopCampaignDialog::tr("Cancel the open links of “%1”?").arg(k.plan.name),
            StopCampaignDialog::tr("Whoever has not used theirs has to be sent a new one."),
            StopCampaignDialog::tr("Keep them"), StopCampaignDialog::tr("Cancel open links")};
    return {StopCampaignDialog::tr("Stop sending to %1 people?").arg(QLocale().toString(n.toSend)),
        StopCampaignDialog::tr("A stopped campaign is not started again. Pause it if it shall go on later."),
        StopCampaignDialog::tr("Go on sending"), StopCampaignDialog::tr("Stop sending")};
}

StopCampaignDialog::StopCampaignDialog(
    AppContext &app, const domain::Campaign &k, const domain::CampaignCounts &n, QWidget *parent)
    : Dialog(parent), m_app(app), m_id(k.id), m_isOver(isOver(k))
{
    Theme &t = app.theme();
    const StopWords words = wordsOf(k, n);
    setObjectName(QStringLiteral("stopCampaignDialog"));
    setWindowTitle(words.question);
    setMinimumWidth(460);
    connect(&app, &AppContext::tenantSessionChanged, this, &QDialog::reject);
    auto *v = new QVBoxLayout(this);
    v->setContentsMargins(20, 18, 20, 14);
    v->setSpacing(10);
    v->addWidget(heading(t, words.question));
    auto *text = new Label(t, words.consequence, 13, "text-2");
    text->setWordWrap(true);
    v->addWidget(text);
    auto *yes = button(t, words.yes, {}, "danger");
    yes->setObjectName(QStringLiteral("stopForGood"));
    yes->setAutoDefault(false);
    if (!m_isOver && n.waiting() > 0)
        addChoice(v, n.waiting(), yes);
    if (n.waiting() > 0 && app.tenantSession() && !app.tenantSession()->verifier().control().canCancel()) {
        auto *honest = new Label(t,
            tr("The provider has no call to cancel a link: the console only stops watching, and a link stays usable "
               "until its lifetime ends. A pass that comes in later is held, not applied."),
            12, "text-3");
        honest->setWordWrap(true);
        v->addWidget(honest);
    }
    auto *foot = new QHBoxLayout;
    auto *no = button(t, words.no);
    no->setDefault(true);
    foot->addStretch();
    foot->addWidget(no);
    foot->addWidget(yes);
    v->addLayout(foot);
    connect(no, &QPushButton::clicked, this, &QDialog::reject);
    connect(yes, &QPushButton::clicked, this, &StopCampaignDialog::stop);
    no->setFocus();
}

void StopCampaignDialog::addChoice(QVBoxLayout *layout, qint64 open, QPushButton *yes)
{
    auto *keep = new RadioButton(tr("Keep the %1 open links").arg(QLocale().toString(open)));
    m_cancel = new RadioButton(tr("Cancel them too"));
    m_cancel->setObjectName(QStringLiteral("cancelOpen"));
    yes->setEnabled(false);
    for (QRadioButton *choice : {static_cast<QRadioButton *>(keep), m_cancel}) {
        layout->addWidget(choice);
        connect(choice, &QRadioButton::toggled, yes, [yes] { yes->setEnabled(true); });
    }
}

void StopCampaignDialog::stop()
{
    if (auto *w = m_app.tenantSession()) {
        AppContext &app = m_app; // outlives this dialog
        core::whenDone<int>(w->campaigns().control().stop(m_id, m_isOver || (m_cancel && m_cancel->isChecked())), &app,
            [&app](const core::Result<int> &done) {
                if (!done)
                    Q_EMIT app.failed(done.error(), int(domain::Vendor::Console));
                else if (*done > 0)
                    Q_EMIT app.notice(tr("%Ln open link(s) cancelled", nullptr, *done));
            });
    }
    accept();
}

} // namespace ui
