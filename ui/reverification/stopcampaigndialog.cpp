#include "ui/reverification/stopcampaigndialog.h"
#include "domain/text/messages.h"
#include "services/reverification/campaigns.h"
#include "services/tenantsession/tenantsession.h"
#include "services/verification/verifier.h"
#include "ui/common/appcontext.h"
#include "ui/common/theme.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/wrapping.h"
#include <QLocale>
#include <QRadioButton>
#include <QVBoxLayout>

namespace ui {

using domain::CampaignState;

StopCampaignDialog::StopCampaignDialog(
    AppContext &app, const domain::Campaign &k, const domain::CampaignCounts &n, QWidget *parent)
    : Dialog(parent)
{
    Theme &t = app.theme();
    const bool isOver = k.state == CampaignState::Done || k.state == CampaignState::Stopped;
    const QLocale locale;
    setObjectName(QStringLiteral("stopCampaignDialog"));
    const QString question = k.state == CampaignState::Draft ? tr("Discard “%1”?").arg(k.plan.name)
                             : isOver                        ? tr("Cancel the open links of “%1”?").arg(k.plan.name)
                                      : tr("Stop sending to %1 people?").arg(locale.toString(n.toSend));
    setWindowTitle(question);
    setMinimumWidth(460);
    connect(&app, &AppContext::tenantSessionChanged, this, &QDialog::reject);
    auto *v = new QVBoxLayout(this);
    v->setContentsMargins(20, 18, 20, 14);
    v->setSpacing(10);
    v->addWidget(heading(t, question));
    auto *text = new Label(t,
        k.state == CampaignState::Draft ? tr("Nothing was sent. It stays in the record as stopped.")
        : isOver                        ? tr("Whoever has not used theirs has to be sent a new one.")
                 : tr("A stopped campaign is not started again. Pause it if it shall go on later."),
        13, "text-2");
    text->setWordWrap(true);
    v->addWidget(text);
    auto *keep = new RadioButton(tr("Keep the %1 open links").arg(locale.toString(n.waiting())));
    auto *cancel = new RadioButton(tr("Cancel them too"));
    cancel->setObjectName(QStringLiteral("cancelOpen"));
    const bool asks = !isOver && n.waiting() > 0;
    if (asks) {
        v->addWidget(keep);
        v->addWidget(cancel);
    } else {
        delete std::exchange(keep, nullptr);
        delete std::exchange(cancel, nullptr);
    }
    if (n.waiting() > 0 && app.tenantSession() && !app.tenantSession()->verifier().canCancel()) {
        auto *honest = new Label(t,
            tr("The provider has no call to cancel a link: the console only stops watching, and a link stays usable "
               "until its lifetime ends. A pass that comes in later is held, not applied."),
            12, "text-3");
        honest->setWordWrap(true);
        v->addWidget(honest);
    }
    auto *foot = new QHBoxLayout;
    auto *no = button(t, isOver                            ? tr("Keep them")
                         : k.state == CampaignState::Draft ? tr("Keep the draft")
                                                           : tr("Go on sending"));
    auto *yes = button(t,
        k.state == CampaignState::Draft ? tr("Discard draft")
        : isOver                        ? tr("Cancel open links")
                                        : tr("Stop sending"),
        {}, "danger");
    yes->setObjectName(QStringLiteral("stopForGood"));
    yes->setAutoDefault(false);
    yes->setEnabled(!asks);
    no->setDefault(true);
    foot->addStretch();
    foot->addWidget(no);
    foot->addWidget(yes);
    v->addLayout(foot);
    connect(no, &QPushButton::clicked, this, &QDialog::reject);
    if (asks) {
        for (auto *choice : {keep, cancel})
            connect(choice, &QRadioButton::toggled, yes, [yes] { yes->setEnabled(true); });
    }
    connect(yes, &QPushButton::clicked, this, [this, &app, id = k.id, cancel, isOver] {
        if (auto *w = app.tenantSession()) {
            core::whenDone<int>(w->campaigns().stop(id, isOver || (cancel && cancel->isChecked())), &app,
                [&app](const core::Result<int> &done) {
                    if (!done)
                        Q_EMIT app.failed(done.error(), int(domain::Vendor::Console));
                    else if (*done > 0)
                        Q_EMIT app.notice(tr("%Ln open link(s) cancelled", nullptr, *done));
                });
        }
        accept();
    });
    no->setFocus();
}

} // namespace ui
