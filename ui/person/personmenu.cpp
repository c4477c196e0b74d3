#include "ui/person/personmenu.h"
#include "domain/tenants/tenantguard.h"
#include "domain/text/messages.h"
#include "domain/text/outputtext.h"
#include "services/operations/identityoperations.h"
#include "services/operations/operationtracker.h"
#include "services/tenants/privacy.h"
#include "services/tenants/vendorreach.h"
#include "services/tenantsession/tenantsession.h"
#include "ui/audit/reportdialogs.h"
#include "ui/common/appcontext.h"
#include "ui/common/clipboard.h"
#include "ui/common/opendialog.h"
#include "ui/common/tenantguard.h"
#include "ui/operations/deleteidentitydialog.h"
#include "ui/operations/operationdialog.h"
#include "ui/operations/reportoperation.h"
#include "ui/reverification/exemptdialog.h"
#include <QCoreApplication>
#include <QDesktopServices>
#include <QMenu>
#include <QUrl>

namespace ui {

using core::Result;
using domain::Operation;

static QString sayPersonMenu(const char *text)
{
    return QCoreApplication::translate("PersonMenu", text);
}

QString sailpointObstacle(AppContext &app, std::optional<domain::Right> right)
{
    const auto *w = app.tenantSession();
    if (!w)
        return domain::noTenantText();
    if (right && domain::isIdentityIq(w->tenant()))
        return domain::notAvailableWith(w->tenant().product).text;
    if (w->reach().sailpoint().reach == services::Reach::Offline)
        return sayPersonMenu(QT_TRANSLATE_NOOP("PersonMenu", "Not available offline."));
    if (const QString why = lockObstacle(app); !why.isEmpty())
        return why;
    return right ? domain::refusal(w->reach().rights(), *right) : QString();
}

void invitePeople(AppContext &app, QWidget *parent, const QList<core::IdentityId> &people)
{
    core::whenDone<services::InvitePlan>(app.tenantSession()->identityOperations().planInvitation(people), parent,
        [&app, parent](const Result<services::InvitePlan> &plan) {
            if (!plan)
                return Q_EMIT app.failed(plan.error(), int(domain::Vendor::SailPoint));
            if (plan->people.isEmpty())
                return Q_EMIT app.notice(QCoreApplication::translate(
                    "PersonMenu", "%n registered already; nobody is invited", nullptr, plan->registered));
            QString text = QCoreApplication::translate("PersonMenu",
                "SailPoint sends an e-mail to %n person(s). The invitation is valid for seven days.", nullptr,
                int(plan->people.size()));
            if (plan->registered > 0)
                text += QLatin1Char(' ') + QCoreApplication::translate("PersonMenu",
                                               "%n registered already and left out.", nullptr, plan->registered);
            askOperation(app, parent,
                {sayPersonMenu(QT_TRANSLATE_NOOP("PersonMenu", "Invite")), text,
                    sayPersonMenu(QT_TRANSLATE_NOOP("PersonMenu", "Invite")), {}, false},
                [&app, people = plan->people] {
                    if (app.tenantSession())
                        reportOperation(app, app.tenantSession()->identityOperations().invite(people));
                });
        });
}

void inviteEveryone(AppContext &app, QWidget *parent)
{
    askOperation(app, parent,
        {sayPersonMenu(QT_TRANSLATE_NOOP("PersonMenu", "Invite everyone not invited yet")),
            sayPersonMenu(QT_TRANSLATE_NOOP("PersonMenu",
                "SailPoint sends an e-mail to everyone whom it has not invited yet, at most 1,000 people. It says "
                "nothing beforehand about how many that are. The invitations are valid for seven days.")),
            sayPersonMenu(QT_TRANSLATE_NOOP("PersonMenu", "Invite")), QStringLiteral("1000"), false},
        [&app] { reportOperation(app, app.tenantSession()->identityOperations().invite({})); });
}

void processPeople(AppContext &app, QWidget *parent, const QList<core::IdentityId> &people)
{
    const QString text = QCoreApplication::translate("PersonMenu",
        "SailPoint computes the attributes and access of %n identity(ies) anew.", nullptr, int(people.size()));
    askOperation(app, parent,
        {sayPersonMenu(QT_TRANSLATE_NOOP("PersonMenu", "Process")), text,
            sayPersonMenu(QT_TRANSLATE_NOOP("PersonMenu", "Process")), {}, false},
        [&app, people] {
            core::whenDone<QList<Operation>>(app.tenantSession()->identityOperations().process(people), &app,
                [&app](const Result<QList<Operation>> &all) {
                    if (!all)
                        return Q_EMIT app.failed(all.error(), int(domain::Vendor::SailPoint));
                    if (!all->isEmpty())
                        reportOperation(app, core::ready<Operation>(all->last()));
                });
        });
}

namespace {

/// The menu of one person while it is filled; what is pressed later holds its own copies.
class PersonMenuFiller
{
public:
    PersonMenuFiller(QMenu &menu, AppContext &app, const domain::Identity &person, QWidget *parent)
        : m_menu(menu), m_app(app), m_person(person), m_parent(parent)
    {
    }
    void addRequests();
    void addDestructive();
    void addConsole();
    void addCopies();

private:
    /// Disabled, with the reason, where one stands against it.
    template <class Slot>
    void add(const QString &text, const QString &reason, Slot slot)
    {
        const bool isFree = reason.isEmpty();
        QAction *a = m_menu.addAction(isFree ? text : text + QStringLiteral("   ") + domain::menuText(reason));
        a->setEnabled(isFree);
        a->setToolTip(domain::labelText(reason));
        QObject::connect(a, &QAction::triggered, m_parent, slot);
    }
    QString obstacle(domain::Right right) const { return sailpointObstacle(m_app, right); }
    QString synchronisationObstacle() const;
    QString deletionObstacle() const;
    QMenu &m_menu;
    AppContext &m_app;
    const domain::Identity &m_person;
    QWidget *m_parent;
};

} // namespace

static void askToSynchronise(AppContext &app, QWidget *parent, const core::IdentityId &id)
{
    askOperation(app, parent,
        {sayPersonMenu(QT_TRANSLATE_NOOP("PersonMenu", "Synchronize attributes")),
            sayPersonMenu(QT_TRANSLATE_NOOP("PersonMenu", "SailPoint writes this identity's attributes out to its "
                                                          "accounts in other systems. It reads nothing back.")),
            sayPersonMenu(QT_TRANSLATE_NOOP("PersonMenu", "Synchronize")), {}, false},
        [&app, id] { reportOperation(app, app.tenantSession()->identityOperations().synchronize(id)); });
}

static void askToReset(AppContext &app, QWidget *parent, const domain::Identity &p)
{
    askOperation(app, parent,
        {sayPersonMenu(QT_TRANSLATE_NOOP("PersonMenu", "Reset %1?")).arg(p.name),
            sayPersonMenu(QT_TRANSLATE_NOOP("PersonMenu", "Sign-in data and elevated user levels in SailPoint are "
                                                          "cleared; the person has to register anew.")),
            sayPersonMenu(QT_TRANSLATE_NOOP("PersonMenu", "Reset identity")), p.alias.isEmpty() ? p.name : p.alias,
            true},
        [&app, id = p.id] { reportOperation(app, app.tenantSession()->identityOperations().resetIdentity(id)); });
}

static void askToDelete(AppContext &app, QWidget *parent, const domain::Identity &p)
{
    auto *d = openDialog<DeleteIdentityDialog>(app, p, parent);
    QObject::connect(d, &DeleteIdentityDialog::confirmed, parent,
        [&app, id = p.id] { reportOperation(app, app.tenantSession()->identityOperations().deleteIdentity(id)); });
}

static void forgetPerson(AppContext &app, const core::IdentityId &id)
{
    if (!app.tenantSession())
        return;
    core::whenDone<int>(app.tenantSession()->privacy().forget(id), &app, [&app](const Result<int> &n) {
        n ? Q_EMIT app.notice(
                QCoreApplication::translate("PersonMenu", "Personal data of %n verification(s) removed", nullptr, *n))
          : Q_EMIT app.failed(n.error(), int(domain::Vendor::Console));
    });
}

static void askToForget(AppContext &app, QWidget *parent, const domain::Identity &p)
{
    askOperation(app, parent,
        {sayPersonMenu(QT_TRANSLATE_NOOP("PersonMenu", "Remove what this console holds about %1?")).arg(p.name),
            sayPersonMenu(QT_TRANSLATE_NOOP("PersonMenu",
                "Names and contacts of all closed verifications are removed for good. What happened, "
                "and when, stays on record. SailPoint and the provider are not touched; the local "
                "copy of SailPoint's data stays.")),
            sayPersonMenu(QT_TRANSLATE_NOOP("PersonMenu", "Remove personal data")),
            p.alias.isEmpty() ? p.name : p.alias, true},
        [&app, id = p.id] { forgetPerson(app, id); });
}

QString PersonMenuFiller::synchronisationObstacle() const
{
    if (const QString why = obstacle(domain::Right::SynchronizeAttributes); !why.isEmpty())
        return why;
    auto *w = m_app.tenantSession();
    const int wait = w ? w->identityOperations().secondsToSynchronize(m_person.id) : 0;
    return wait > 0 ? sayPersonMenu(QT_TRANSLATE_NOOP("PersonMenu", "again in %1 s")).arg(wait) : QString();
}

QString PersonMenuFiller::deletionObstacle() const
{
    if (const QString why = obstacle(domain::Right::DeleteIdentities); !why.isEmpty())
        return why;
    return m_person.isProtected ? sayPersonMenu(QT_TRANSLATE_NOOP("PersonMenu", "protected in SailPoint")) : QString();
}

void PersonMenuFiller::addRequests()
{
    const auto *w = m_app.tenantSession();
    add(sayPersonMenu(QT_TRANSLATE_NOOP("PersonMenu", "&Synchronize attributes…")), synchronisationObstacle(),
        [&app = m_app, id = m_person.id, parent = m_parent] { askToSynchronise(app, parent, id); });
    add(sayPersonMenu(QT_TRANSLATE_NOOP("PersonMenu", "&Process…")), obstacle(domain::Right::ProcessIdentities),
        [&app = m_app, id = m_person.id, parent = m_parent] { processPeople(app, parent, {id}); });
    add(sayPersonMenu(QT_TRANSLATE_NOOP("PersonMenu", "&Invite…")), obstacle(domain::Right::InviteIdentities),
        [&app = m_app, id = m_person.id, parent = m_parent] { invitePeople(app, parent, {id}); });
    add(sayPersonMenu(QT_TRANSLATE_NOOP("PersonMenu", "Send password reset…")),
        w && domain::isIdentityIq(w->tenant())
            ? domain::notAvailableWith(w->tenant().product).text
            : sayPersonMenu(QT_TRANSLATE_NOOP("PersonMenu", "opens in a verification for account recovery")),
        [] {});
}

void PersonMenuFiller::addDestructive()
{
    add(sayPersonMenu(QT_TRANSLATE_NOOP("PersonMenu", "&Reset…")), obstacle(domain::Right::DeleteIdentities),
        [&app = m_app, p = m_person, parent = m_parent] { askToReset(app, parent, p); });
    add(sayPersonMenu(QT_TRANSLATE_NOOP("PersonMenu", "&Delete…")), deletionObstacle(),
        [&app = m_app, p = m_person, parent = m_parent] { askToDelete(app, parent, p); });
}

void PersonMenuFiller::addConsole()
{
    add(sayPersonMenu(QT_TRANSLATE_NOOP("PersonMenu", "E&xempt from renewal…")), lockObstacle(m_app),
        [&app = m_app, p = m_person, parent = m_parent] { openDialog<ExemptDialog>(app, p, parent); });
    add(sayPersonMenu(QT_TRANSLATE_NOOP("PersonMenu", "What we &hold…")), {},
        [&app = m_app, p = m_person, parent = m_parent] { showHeld(app, parent, p.id.str(), p.name); });
    add(sayPersonMenu(QT_TRANSLATE_NOOP("PersonMenu", "&Evidence pack…")), {},
        [&app = m_app, p = m_person, parent = m_parent] {
            openDialog<EvidenceDialog>(app, services::Evidence::Person, p.id.str(), p.name, parent);
        });
    add(sayPersonMenu(QT_TRANSLATE_NOOP("PersonMenu", "Remove personal data here…")), {},
        [&app = m_app, p = m_person, parent = m_parent] { askToForget(app, parent, p); });
}

void PersonMenuFiller::addCopies()
{
    const auto *w = m_app.tenantSession();
    add(sayPersonMenu(QT_TRANSLATE_NOOP("PersonMenu", "&Copy ID")), {},
        [&app = m_app, id = m_person.id] { copyToClipboard(app, id.str(), false); });
    const QString path =
        QStringLiteral("/ui/a/admin/identities/") + m_person.id.str() + QStringLiteral("/details/attributes");
    const QString page = w ? domain::sailpointPage(w->tenant(), path) : QString();
    add(sayPersonMenu(QT_TRANSLATE_NOOP("PersonMenu", "&Open in SailPoint")),
        page.isEmpty() ? sayPersonMenu(QT_TRANSLATE_NOOP("PersonMenu", "this address has no pages for people"))
                       : QString(),
        [page] { QDesktopServices::openUrl(QUrl(page)); });
}

void fillPersonMenu(QMenu &menu, AppContext &app, const domain::Identity &p, QWidget *parent)
{
    menu.clear();
    menu.setToolTipsVisible(true);
    PersonMenuFiller filler(menu, app, p, parent);
    filler.addRequests();
    menu.addSeparator();
    filler.addDestructive();
    menu.addSeparator();
    filler.addConsole();
    menu.addSeparator();
    filler.addCopies();
}

} // namespace ui
