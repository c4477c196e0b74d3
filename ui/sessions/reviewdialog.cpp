#include "ui/sessions/reviewdialog.h"
#include "domain/text/messages.h"
#include "domain/text/secrettext.h"
#include "domain/verification/resultevaluation.h"
#include "models/sessionmodel.h"
#include "services/recovery/recovery.h"
#include "services/tenantsession/tenantsession.h"
#include "ui/common/appcontext.h"
#include "ui/common/theme.h"
#include "ui/sessions/sessiontext.h"
#include "ui/widgets/keyvalue.h"
#include "ui/widgets/parts.h"
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

using core::Result;

void ReviewDialog::showHeld(QVBoxLayout *v, const domain::Session &s)
{
    Theme &t = m_app.theme();
    v->addWidget(heading(t, domain::canBeAccepted(s) ? tr("Accept that these are the same person?")
                                                     : tr("This result cannot be accepted")));
    auto *why = new Label(t, holdSentence(s.closingReason), 13, "text-2");
    why->setWordWrap(true);
    v->addWidget(why);
    auto *names = new NameComparison(t);
    const QString document = s.documentType.isEmpty() ? tr("Document") : models::documentText(s.documentType);
    names->setNames({s.personName, s.firstName, s.lastName}, s.verifiedName, document, m_app.policy().heldDifferences,
        domain::namePurpose(s.request.reason));
    names->setVisible(!s.verifiedName.isEmpty());
    v->addWidget(names);
}

// What is known of the account stands beside the question.
void ReviewDialog::showActivity(QVBoxLayout *v, const domain::Session &s)
{
    Theme &t = m_app.theme();
    v->addWidget(heading(t, tr("May this account be recovered?")));
    auto *why = new Label(t, tr("Whether the account of %1 is active is not known.").arg(s.personName), 13, "text-2");
    why->setWordWrap(true);
    v->addWidget(why);
    auto *facts = new KeyValueList(t);
    v->addWidget(facts);
    core::whenDone<domain::Identity>(
        m_tenantSession->person(s.request.identity), this, [this, facts](const Result<domain::Identity> &p) {
            if (!p)
                return facts->setRows({{tr("Local copy"), tr("This person cannot be read.")}});
            const QString word = p->lifecycle.isEmpty() ? tr("No lifecycle state") : p->lifecycle;
            facts->setRows({{tr("Identity profile"), p->profile}, {tr("Lifecycle state"), word},
                {tr("Status in SailPoint"), p->sailpointStatus}});
        });
}

ReviewDialog::ReviewDialog(AppContext &app, std::shared_ptr<services::TenantSession> tenantSession,
    const domain::Session &s, QWidget *parent, Question question)
    : Dialog(parent), m_app(app), m_tenantSession(tenantSession)
{
    Theme &t = app.theme();
    setWindowTitle(tr("Second person"));
    setObjectName(QStringLiteral("reviewDialog"));
    setMinimumWidth(560);
    const bool isHeld = question == Question::HeldResult;
    const bool canAccept = !isHeld || domain::canBeAccepted(s);
    auto *v = new QVBoxLayout(this);
    v->setContentsMargins(20, 18, 20, 14);
    v->setSpacing(10);
    auto *banner = new Banner(t, false);
    if (isHeld)
        showHeld(v, s);
    else
        showActivity(v, s);
    const bool isIq = domain::isIdentityIq(tenantSession->tenant());
    auto *note = new Label(t,
        isIq ? tr("The second person signs in to IdentityIQ with their own user name and password. They are used for "
                  "this decision and stored nowhere.")
             : tr("The second person signs in with an own SailPoint personal access token. It is used for this "
                  "decision and stored nowhere."),
        12, "text-3");
    note->setWordWrap(true);
    v->addWidget(note);
    v->addWidget(banner);
    auto *form = new QFormLayout;
    auto *id = new QLineEdit;
    auto *secret = new QLineEdit;
    secret->setEchoMode(QLineEdit::Password);
    auto *comment = new QPlainTextEdit;
    comment->setFixedHeight(64);
    comment->setTabChangesFocus(true);
    const auto row = [&](const QString &label, QWidget *w) {
        w->setAccessibleName(label);
        form->addRow(new Label(t, label, 13, "text-2"), w);
    };
    row(isIq ? tr("User name of the second person") : tr("Client ID of the second person"), id);
    row(isIq ? tr("Password of the second person") : tr("Client secret of the second person"), secret);
    row(tr("Comment"), comment);
    v->addLayout(form);
    if (s.tenant.str() == QLatin1String("lab") && app.simulatedReviewer) {
        auto *fill = button(t, tr("Use the simulated second person"), QStringLiteral("user"), "flat");
        connect(fill, &QPushButton::clicked, this, [&app, id, secret] {
            const auto pair = app.simulatedReviewer();
            id->setText(pair.first);
            secret->setText(pair.second);
        });
        v->addWidget(fill, 0, Qt::AlignLeft);
    }
    auto *foot = new QHBoxLayout;
    auto *cancel = button(t, tr("Decide later"));
    auto *reject = button(t, tr("Not the same person"), {}, "dangertext");
    auto *accept =
        button(t, isHeld ? tr("Accept name difference") : tr("Allow recovery"), QStringLiteral("check"), "primary");
    accept->setObjectName(QStringLiteral("acceptButton"));
    accept->setVisible(canAccept);
    reject->setVisible(isHeld);
    cancel->setDefault(true);
    foot->addStretch();
    foot->addWidget(cancel);
    foot->addWidget(reject);
    foot->addWidget(accept);
    v->addLayout(foot);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    const auto decide = [=, this, sessionId = s.id](bool isAccepted) {
        const auto idTaken = domain::takenSecret(id->accessibleName(), id->text(), domain::SecretUse::Text);
        const auto secretTaken = domain::takenSecret(secret->accessibleName(), secret->text(), domain::SecretUse::Text);
        for (const auto *taken : {&idTaken, &secretTaken}) {
            if (!*taken)
                return banner->show(Banner::Problem, tr("Nothing was decided"),
                    taken->error().field + QStringLiteral(": ") + taken->error().text);
        }
        auto &recovery = tenantSession->recovery();
        const QString why = comment->toPlainText();
        const auto run = isHeld ? recovery.review(sessionId, isAccepted, why, *idTaken, *secretTaken)
                                : recovery.acceptActivity(sessionId, why, *idTaken, *secretTaken);
        accept->setEnabled(false);
        reject->setEnabled(false);
        core::whenDone<domain::Session>(run, this, [=, this](const Result<domain::Session> &r) {
            accept->setEnabled(true);
            reject->setEnabled(true);
            if (r) {
                secret->clear();
                return QDialog::accept();
            }
            const auto m = domain::userMessage(r.error(), domain::Vendor::SailPoint);
            const bool isOurs = core::isOwnRefusal(r.error());
            banner->show(
                Banner::Problem, isOurs ? tr("Nothing was decided") : m.headline, isOurs ? r.error().text : m.advice);
        });
    };
    connect(accept, &QPushButton::clicked, this, [decide] { decide(true); });
    connect(reject, &QPushButton::clicked, this, [decide] { decide(false); });
    id->setFocus();
}

} // namespace ui
