#include "ui/person/verificationtab.h"
#include "domain/verification/resultevaluation.h"
#include "models/peoplemodel.h"
#include "models/sessionmodel.h"
#include "services/tenantsession/tenantsession.h"
#include "services/verification/sessions.h"
#include "services/verification/verifier.h"
#include "ui/charts/timeline.h"
#include "ui/common/appcontext.h"
#include "ui/common/theme.h"
#include "ui/controls/label.h"
#include "ui/verification/currentpolicy.h"
#include "ui/widgets/keyvalue.h"
#include <QVBoxLayout>
#include <algorithm>

namespace ui {

using core::Result;
using domain::Session;
using domain::StatusWord;

VerificationTab::VerificationTab(AppContext &app, QWidget *parent) : QWidget(parent), m_app(app)
{
    Theme &t = app.theme();
    auto *v = new QVBoxLayout(this);
    v->setContentsMargins(0, 12, 0, 12);
    v->setSpacing(6);
    m_nameTitle = new Label(t, tr("Name comparison"), 12, "text-3", 600);
    v->addWidget(m_nameTitle);
    m_names = new NameComparison(t);
    v->addWidget(m_names);
    v->addSpacing(6);
    v->addWidget(new Label(t, tr("Timeline"), 12, "text-3", 600));
    v->addSpacing(2);
    m_timeline = new Timeline(t);
    m_timeline->setAccessibleName(tr("Timeline"));
    v->addWidget(m_timeline);
    m_noHistory = new Label(t, tr("No verification is known for this person."), 13, "text-2");
    v->addWidget(m_noHistory);
    v->addStretch();
}

void VerificationTab::read()
{
    domain::SessionFilter filter;
    filter.identity = m_person.id;
    filter.limit = 20;
    core::whenDone<QList<Session>>(m_app.tenantSession()->verifier().sessions().list(filter), this,
        [this, id = m_person.id](const Result<QList<Session>> &list) {
            if (id == m_person.id && list)
                fill(*list);
        });
}

static TimelineEntry timelineEntryOf(const Session &s)
{
    QString title = models::sessionStateText(s.state);
    if (s.state == domain::SessionState::Verified && s.ial)
        title = VerificationTab::tr("Verified at IAL%1").arg(*s.ial);
    QStringList meta{models::documentText(s.documentType), models::reasonText(s.request.reason), s.request.ticket};
    meta.removeAll(QString());
    const QString chip = models::sessionChip(s.state);
    return {chipFamily(chip), chipIcon(chip), title, meta.join(QStringLiteral(" · ")), models::dateText(s.createdAt),
        false};
}

void VerificationTab::fill(const QList<Session> &sessions)
{
    QList<TimelineEntry> entries;
    const Session *named = nullptr;
    for (const auto &s : sessions) {
        if (!named && !s.verifiedName.isEmpty())
            named = &s;
        entries << timelineEntryOf(s);
    }
    if (const auto recorded = recordedEntry(sessions))
        entries << *recorded;
    m_timeline->setEntries(entries);
    m_timeline->setVisible(!entries.isEmpty());
    m_noHistory->setVisible(entries.isEmpty());
    showNames(named);
}

// A green tick only where a word or nothing stands against it; any other word is quoted.
static QString recordedChip(bool hasPassed, StatusWord word)
{
    if (hasPassed)
        return QStringLiteral("verified");
    return word == StatusWord::Pending ? QStringLiteral("pending") : QStringLiteral("failed");
}

// What SailPoint holds from before this console, or from elsewhere.
std::optional<TimelineEntry> VerificationTab::recordedEntry(const QList<Session> &sessions) const
{
    const auto &idv = m_person.idv;
    const bool isKnown = std::any_of(sessions.begin(), sessions.end(),
        [&](const Session &s) { return s.providerId.str() == idv.sessionId && !idv.sessionId.isEmpty(); });
    if (isKnown || (!idv.date.at && idv.status.isEmpty()))
        return std::nullopt;
    const auto word = domain::wordOf(idv.status, m_app.tenantSession()->tenant().statusWords);
    const bool hasPassed =
        m_person.lapse == domain::StatusKind::Dated && (word == StatusWord::Pass || word == StatusWord::None);
    const bool isQuoted = !idv.status.trimmed().isEmpty() && word != StatusWord::Pass;
    QString title = idv.ial ? tr("Verified at IAL%1").arg(*idv.ial) : tr("Verified");
    if (!hasPassed)
        title = isQuoted ? tr("SailPoint says %1").arg(idv.status.trimmed().left(40))
                         : models::overdueText(m_person, m_app.context().clock->now());
    const QString chip = recordedChip(hasPassed, word);
    const QStringList meta{models::documentText(idv.documentType), tr("as recorded in SailPoint")};
    return TimelineEntry{chipFamily(chip), chipIcon(chip), title, meta.join(QStringLiteral(" · ")),
        idv.date.at ? models::dateText(*idv.date.at) : QString(), false};
}

void VerificationTab::showNames(const Session *named)
{
    const auto &idv = m_person.idv;
    const QString document = named ? named->verifiedName : idv.verifiedName;
    const QString type = models::documentText(named ? named->documentType : idv.documentType);
    m_nameTitle->setVisible(!document.isEmpty());
    m_names->setVisible(!document.isEmpty());
    const auto purpose = named ? domain::namePurpose(named->request.reason) : domain::NamePurpose::Ordinary;
    m_names->setNames({m_person.name, m_person.firstName, m_person.lastName}, document,
        type.isEmpty() ? tr("Document") : type, m_app.policy().value().heldDifferences, purpose);
}

} // namespace ui
