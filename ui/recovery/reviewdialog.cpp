#include "ui/recovery/reviewdialog.h"
#include "domain/text/messages.h"
#include "domain/text/secrettext.h"
#include "domain/verification/resultevaluation.h"
#include "models/sessionmodel.h"
#include "services/identities/identitydirectory.h"
#include "services/recovery/recovery.h"
#include "services/tenantsession/tenantsession.h"
#include "ui/common/appcontext.h"
#include "ui/common/theme.h"
#include "ui/controls/banner.h"
#include "ui/controls/button.h"
#include "ui/controls/label.h"
#include "ui/lab/labcontrol.h"
#include "ui/sessions/sessiontext.h"
#include "ui/verification/currentpolicy.h"
#include "ui/widgets/formbuilder.h"
#include "ui/widgets/keyvalue.h"
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
    names->setNames({s.personName, s.firstName, s.lastName}, s.verifiedName, document,
        m_app.policy().value().heldDifferences, domain::namePurpose(s.request.reason));
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
        m_tenantSession->directory().person(s.request.identity), this, [facts](const Result<domain::Identity> &p) {
            if (!p)
                return facts->setRows({{tr("Local copy"), tr("This person cannot be read.")}});
            const QString word = p->lifecycle.isEmpty() ? tr("No lifecycle state") : p->lifecycle;
            facts->setRows({{tr("Identity profile"), p->profile}, {tr("Lifecycle state"), word},
                {tr("Status in SailPoint"), p->sailpointStatus}});
        });
}

ReviewDialog::ReviewDialog(AppContext &app, std::shared_ptr<services::TenantSession> tenantSession,
    const domain::Session &s, QWidget *parent, Question question)
    : Dialog(parent), m_app(app), m_tenantSession(std::move(tenantSession)), m_session(s.id),
      m_isHeld(question == Question::HeldResult)
{
    Theme &t = app.theme();
    setWindowTitle(tr("Second person"));
    setObjectName(QStringLiteral("reviewDialog"));
    setMinimumWidth(560);
    auto *v = new QVBoxLayout(this);
    v->setContentsMargins(20, 18, 20, 14);
    v->setSpacing(10);
    m_banner = new Banner(t, false);
    if (m_isHeld)
        showHeld(v, s);
    else
        showActivity(v, s);
    auto *note = new Label(t,
        isIdentityIq() ? tr("The second person signs in to IdentityIQ with their own user name and password. They are "
                            "used for this decision and stored nowhere.")
                       : tr("The second person signs in with an own SailPoint personal access token. It is used for "
                            "this decision and stored nowhere."),
        12, "text-3");
    note->setWordWrap(true);
    v->addWidget(note);
    v->addWidget(m_banner);
    v->addLayout(makeForm());
    if (domain::isLabTenant(s.tenant) && app.lab()) {
        auto *fill = button(t, tr("Use the simulated second person"), QStringLiteral("user"), "flat");
        connect(fill, &QPushButton::clicked, this, [this] {
            const auto pair = m_app.lab()->simulatedReviewer();
            m_name->setText(pair.first);
            m_secret->setText(pair.second);
        });
        v->addWidget(fill, 0, Qt::AlignLeft);
    }
    v->addLayout(makeFoot(!m_isHeld || domain::canBeAccepted(s)));
    m_name->setFocus();
}

bool ReviewDialog::isIdentityIq() const
{
    return domain::isIdentityIq(m_tenantSession->tenant());
}

QFormLayout *ReviewDialog::makeForm()
{
    auto *layout = new QFormLayout;
    FormBuilder form(m_app.theme(), layout);
    const bool isIq = isIdentityIq();
    m_name = form.line(isIq ? tr("User name of the second person") : tr("Client ID of the second person"));
    m_secret = form.secret(isIq ? tr("Password of the second person") : tr("Client secret of the second person"));
    m_comment = form.add(tr("Comment"), new QPlainTextEdit);
    m_comment->setFixedHeight(64);
    m_comment->setTabChangesFocus(true);
    return layout;
}

QHBoxLayout *ReviewDialog::makeFoot(bool canAccept)
{
    Theme &t = m_app.theme();
    auto *foot = new QHBoxLayout;
    auto *cancel = button(t, tr("Decide later"));
    m_reject = button(t, tr("Not the same person"), {}, "dangertext");
    m_accept =
        button(t, m_isHeld ? tr("Accept name difference") : tr("Allow recovery"), QStringLiteral("check"), "primary");
    m_accept->setObjectName(QStringLiteral("acceptButton"));
    m_accept->setVisible(canAccept);
    m_reject->setVisible(m_isHeld);
    cancel->setDefault(true);
    foot->addStretch();
    foot->addWidget(cancel);
    foot->addWidget(m_reject);
    foot->addWidget(m_accept);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_accept, &QPushButton::clicked, this, [this] { decide(true); });
    connect(m_reject, &QPushButton::clicked, this, [this] { decide(false); });
    return foot;
}

void ReviewDialog::decide(bool isAccepted)
{
    const auto nameTaken = domain::takenSecret(m_name->accessibleName(), m_name->text(), domain::SecretUse::Text);
    const auto secretTaken = domain::takenSecret(m_secret->accessibleName(), m_secret->text(), domain::SecretUse::Text);
    for (const auto *taken : {&nameTaken, &secretTaken}) {
        if (!*taken)
            return m_banner->show(Banner::Problem, tr("Nothing was decided"),
                taken->error().field + QStringLiteral(": ") + taken->error().text);
    }
    auto &recovery = m_tenantSession->recovery();
    const QString why = m_comment->toPlainText();
    const auto run = m_isHeld ? recovery.review(m_session, isAccepted, why, *nameTaken, *secretTaken)
                              : recovery.acceptActivity(m_session, why, *nameTaken, *secretTaken);
    setCanDecide(false);
    core::whenDone<domain::Session>(run, this, [this](const Result<domain::Session> &r) { decided(r); });
}

void ReviewDialog::setCanDecide(bool can)
{
    m_accept->setEnabled(can);
    m_reject->setEnabled(can);
}

void ReviewDialog::decided(const Result<domain::Session> &r)
{
    setCanDecide(true);
    if (r) {
        m_secret->clear();
        return QDialog::accept();
    }
    const auto m = domain::userMessage(r.error(), domain::Vendor::SailPoint);
    const bool isOurs = core::isOwnRefusal(r.error());
    m_banner->show(
        Banner::Problem, isOurs ? tr("Nothing was decided") : m.headline, isOurs ? r.error().text : m.advice);
}

} // namespace ui
