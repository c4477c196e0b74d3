#include "ui/identities/activitycard.h"
#include "domain/audit/audittext.h"
#include "services/audit/auditlog.h"
#include "services/identities/identitydirectory.h"
#include "services/tenantsession/tenantsession.h"
#include "ui/common/appcontext.h"
#include "ui/common/theme.h"
#include "ui/controls/button.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/label.h"
#include "ui/controls/region.h"
#include <QDateTime>
#include <QGridLayout>
#include <QVBoxLayout>

namespace ui {

using core::Result;

static constexpr int shownRows = 6;

ActivityCard::ActivityCard(AppContext &app, QWidget *parent) : QFrame(parent), m_app(app)
{
    Theme &t = app.theme();
    setObjectName(QStringLiteral("card"));
    setAccessibleName(tr("Recent activity"));
    auto *v = new QVBoxLayout(this);
    v->setContentsMargins(16, 12, 16, 12);
    auto *head = new QHBoxLayout;
    head->addWidget(new Label(t, tr("Recent activity"), 14, "text", 600));
    head->addStretch();
    auto *all = button(t, tr("Open audit log"), {}, "flat");
    connect(all, &QPushButton::clicked, this, &ActivityCard::allWanted);
    head->addWidget(all);
    v->addLayout(head);
    v->addStretch();
    markRegion(this);
}

static const char *resultIcon(const QString &state)
{
    if (state == QLatin1String("verified"))
        return "check";
    return state == QLatin1String("held") ? "eye" : "cross";
}

static const char *iconOf(const domain::AuditEvent &e)
{
    if (e.action == QLatin1String("verification.result"))
        return resultIcon(e.data.value(QLatin1String("state")).toString());
    if (e.action.startsWith(QLatin1String("verification.")))
        return "clock";
    if (e.action.startsWith(QLatin1String("recovery.")))
        return "mail";
    if (e.action.startsWith(QLatin1String("campaign.")))
        return "re-verification";
    if (e.action.startsWith(QLatin1String("policy.")) || e.action.startsWith(QLatin1String("tenant.")))
        return "settings";
    return "history";
}

void ActivityCard::refresh()
{
    auto *w = m_app.tenantSession();
    if (!w)
        return;
    domain::AuditFilter f;
    f.tenant = w->tenant().id.str();
    f.limit = 40;
    using Sequences = std::shared_ptr<const std::vector<qint64>>;
    core::whenDone<Sequences>(services::auditSequences(m_app.context(), f), this, [this](const Result<Sequences> &s) {
        if (!s)
            return;
        core::whenDone<QList<domain::AuditRecord>>(
            services::auditEntries(m_app.context(), **s), this, [this](const Result<QList<domain::AuditRecord>> &all) {
                QList<domain::AuditRecord> shown;
                for (const auto &r : all ? *all : QList<domain::AuditRecord>()) {
                    // What was asked for is followed by what became of it; writing back is part of a result.
                    if (r.event.outcome != QLatin1String("intent") && r.event.action != QLatin1String("writeback") &&
                        shown.size() < shownRows)
                        shown << r;
                }
                show(shown);
            });
    });
}

void ActivityCard::show(const QList<domain::AuditRecord> &records)
{
    QList<qint64> numbers;
    QStringList ids;
    for (const auto &r : records) {
        numbers << r.sequence;
        ids << r.event.data.value(QLatin1String("identity")).toString();
    }
    if (numbers == m_shown && m_rows)
        return;
    m_shown = numbers;
    delete m_rows;
    m_rows = new QWidget;
    auto *grid = new QGridLayout(m_rows);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(7);
    grid->setColumnStretch(2, 2);
    grid->setColumnStretch(3, 3);
    Theme &t = m_app.theme();
    QList<ElidedLabel *> names;
    for (int i = 0; i < records.size(); ++i) {
        const auto &r = records.at(i);
        const QDateTime at = QDateTime::fromMSecsSinceEpoch(r.at);
        grid->addWidget(new Label(t,
                            at.date() == QDate::currentDate() ? at.toString(QStringLiteral("HH:mm"))
                                                              : at.toString(QStringLiteral("d MMM")),
                            12, "text-3"),
            i, 0);
        auto *icon = new QLabel;
        icon->setPixmap(
            t.pixmap(QString::fromLatin1(iconOf(r.event)), 16, QStringLiteral("text-2"), devicePixelRatioF()));
        grid->addWidget(icon, i, 1);
        auto *name = new ElidedLabel(t, 13, "text", 500);
        name->setFullText(domain::auditSubject(r.event));
        names << name;
        grid->addWidget(name, i, 2);
        auto *what = new ElidedLabel(t, 13, "text-2");
        const QString detail = domain::auditDetail(r.event);
        what->setFullText(domain::auditText(r.event) + (detail.isEmpty() ? QString() : QStringLiteral(" · ") + detail));
        grid->addWidget(what, i, 3);
    }
    if (records.isEmpty())
        grid->addWidget(new Label(t, tr("Nothing happened yet."), 13, "text-3"), 0, 0);
    static_cast<QVBoxLayout *>(layout())->insertWidget(1, m_rows);
    // Entries name an id where a name was recorded with an earlier one only: the copy knows who it is.
    auto *w = m_app.tenantSession();
    if (!w)
        return;
    for (int i = 0; i < ids.size(); ++i) {
        if (ids.at(i).isEmpty() || names.at(i)->text() != ids.at(i))
            continue;
        core::whenDone<domain::Identity>(w->directory().person(core::IdentityId(ids.at(i))), names.at(i),
            [label = names.at(i)](const Result<domain::Identity> &p) {
                if (p)
                    label->setFullText(p->name);
            });
    }
}

} // namespace ui
