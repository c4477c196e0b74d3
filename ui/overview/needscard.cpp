#include "ui/overview/needscard.h"
#include "services/audit/audittrail.h"
#include "services/audit/trailverdict.h"
#include "ui/common/appcontext.h"
#include "ui/common/theme.h"
#include "ui/controls/label.h"
#include "ui/controls/region.h"
#include "ui/identities/driftdialog.h"
#include "ui/tenantsession/tenantsessions.h"
#include <QHBoxLayout>
#include <algorithm>

namespace ui {

NeedsCard::NeedsCard(AppContext &app, QWidget *parent) : QFrame(parent), m_app(app)
{
    Theme &t = app.theme();
    setObjectName(QStringLiteral("card"));
    auto *h = new QHBoxLayout(this);
    h->setContentsMargins(16, 8, 16, 8);
    h->setSpacing(20);
    h->addWidget(new Label(t, tr("Needs a person"), 13, "text", 600));
    m_text = new Label(t, {}, 13, "text-2");
    m_text->setTextFormat(Qt::RichText);
    m_text->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    m_text->setWordWrap(true);
    m_text->setAccessibleName(tr("Needs a person"));
    connect(m_text, &QLabel::linkActivated, this, &NeedsCard::follow);
    h->addWidget(m_text, 1);
    hide();
    markRegion(this);
}

void NeedsCard::follow(const QString &link)
{
    if (link == QLatin1String("held") || link == QLatin1String("failed"))
        Q_EMIT sessionsWanted(link == QLatin1String("held"));
    else if (link == QLatin1String("campaigns"))
        Q_EMIT campaignsWanted();
    else if (link == QLatin1String("differences"))
        showDifferences(m_app, window());
    else
        Q_EMIT auditWanted();
}

void NeedsCard::refresh(const domain::SessionSummary &summary, const std::optional<domain::StoredFacts> &stored)
{
    QStringList lines;
    const QString colour = m_app.theme().color("accent").name();
    const auto add = [&](const QString &text, const QString &action, const char *link) {
        lines << text.toHtmlEscaped() +
                     QStringLiteral("&nbsp; <a style='color:%1;text-decoration:none' href='%2'>%3</a>")
                         .arg(colour, QLatin1String(link), action.toHtmlEscaped());
    };
    if (m_app.trail().state().kind == services::TrailState::Broken)
        add(tr("The audit log was changed after it was written"), tr("Show"), "audit");
    if (services::verdictOf(m_app.trail().state()) == services::TrailVerdict::RowsDiffer)
        add(tr("A session is not what the audit log recorded"), tr("Show"), "audit");
    if (summary.held > 0)
        add(tr("%Ln result(s) held", nullptr, int(summary.held)), tr("Review"), "held");
    if (summary.unknown > 0)
        add(tr("%Ln start(s) without an answer", nullptr, int(summary.unknown)), tr("Look"), "failed");
    if (stored && !stored->notStored.isEmpty())
        add(tr("%Ln verified here, not stored", nullptr, int(stored->notStored.size())), tr("Differences"),
            "differences");
    if (summary.failedLately > 0)
        add(tr("%Ln failed in the last 24 hours", nullptr, int(summary.failedLately)), tr("Open"), "failed");
    const auto paused =
        std::count_if(m_app.tenantSessions().campaigns().begin(), m_app.tenantSessions().campaigns().end(),
            [](const domain::Campaign &k) { return k.state == domain::CampaignState::Paused; });
    if (paused > 0)
        add(tr("%Ln campaign(s) paused", nullptr, int(paused)), tr("Continue"), "campaigns");
    setVisible(!lines.isEmpty() && m_app.tenantSession());
    m_text->setText(lines.join(QStringLiteral(" &nbsp;&nbsp;&nbsp; ")));
}

} // namespace ui
