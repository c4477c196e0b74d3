#include "ui/profiles/profilespage.h"
#include "domain/readiness/readiness.h"
#include "domain/text/messages.h"
#include "domain/text/outputtext.h"
#include "services/operations/operationtracker.h"
#include "services/operations/profileoperations.h"
#include "services/tenantsession/tenantsession.h"
#include "ui/common/appcontext.h"
#include "ui/common/theme.h"
#include "ui/controls/button.h"
#include "ui/controls/emptystate.h"
#include "ui/controls/label.h"
#include "ui/controls/region.h"
#include "ui/person/personmenu.h"
#include "ui/profiles/attributereadiness.h"
#include "ui/profiles/identitycounttext.h"
#include "ui/profiles/profileactions.h"
#include "ui/profiles/profiledetail.h"
#include "ui/tables/table.h"
#include <QHBoxLayout>
#include <QListWidget>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace ui {

using core::Result;

ProfilesPage::ProfilesPage(AppContext &app, QWidget *parent) : QWidget(parent), m_app(app)
{
    auto *h = new QHBoxLayout(this);
    h->setContentsMargins(0, 0, 0, 0);
    h->setSpacing(0);
    m_side = makeList();
    h->addWidget(m_side);
    m_stack = new QStackedWidget;
    m_detail = new ProfileDetail(app);
    markRegion(m_detail);
    m_stack->addWidget(m_detail);
    m_actions = new ProfileActions(app, m_detail->banner(), this);
    m_empty = new EmptyState(app.theme());
    connect(m_empty, &EmptyState::activated, this, &ProfilesPage::load);
    m_stack->addWidget(m_empty);
    m_attributesOnly = new AttributeReadiness(app);
    m_stack->addWidget(m_attributesOnly);
    h->addWidget(m_stack, 1);
    listenToDetail();
    connect(&app, &AppContext::tenantSessionChanged, this, &ProfilesPage::forget);
    forget();
}

QWidget *ProfilesPage::makeList()
{
    Theme &t = m_app.theme();
    auto *side = new QFrame;
    side->setObjectName(QStringLiteral("pane"));
    side->setFixedWidth(std::min(t.scaled(280), 380));
    auto *v = new QVBoxLayout(side);
    v->setContentsMargins(8, 16, 8, 8);
    auto *head = new QHBoxLayout;
    auto *title = new Label(t, tr("Profiles"), 20, "text", 600);
    title->setContentsMargins(8, 0, 0, 0);
    auto *again = iconButton(t, QStringLiteral("refresh"), tr("Read the profiles again"));
    connect(again, &QToolButton::clicked, this, &ProfilesPage::load);
    head->addWidget(title);
    head->addStretch();
    head->addWidget(again);
    v->addLayout(head);
    m_list = new QListWidget;
    m_list->setAccessibleName(tr("Identity profiles"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setSelectionMode(QListWidget::ExtendedSelection);
    connect(m_list, &QListWidget::itemSelectionChanged, this, &ProfilesPage::refreshRights);
    connect(m_list, &QListWidget::currentRowChanged, this, &ProfilesPage::showProfile);
    markRegion(m_list);
    v->addWidget(m_list, 1);
    auto *foot = new QHBoxLayout;
    m_fresh = button(t, tr("New…"), QStringLiteral("plus"));
    m_import = button(t, tr("Import…"), QStringLiteral("import"));
    connect(m_fresh, &QPushButton::clicked, this, [this] { m_actions->create(); });
    connect(m_import, &QPushButton::clicked, this, [this] { m_actions->importFile(); });
    foot->addWidget(m_fresh);
    foot->addWidget(m_import);
    foot->addStretch();
    v->addLayout(foot);
    m_importWhy = new Label(t, {}, 12, "text-3");
    m_importWhy->setWordWrap(true);
    v->addWidget(m_importWhy);
    return side;
}

void ProfilesPage::listenToDetail()
{
    connect(m_detail, &ProfileDetail::previewWanted, this, [this] { m_actions->preview(current()); });
    connect(m_detail, &ProfileDetail::exportWanted, this, [this] { m_actions->exportOne(current()); });
    connect(m_detail, &ProfileDetail::refreshWanted, this, [this] { m_actions->refreshIdentities(current()); });
    connect(m_detail, &ProfileDetail::removalWanted, this, &ProfilesPage::removeSelected);
    connect(m_detail, &ProfileDetail::mappingWanted, this, &ProfilesPage::mapSelected);
    connect(m_detail, &ProfileDetail::defaultsWanted, this, [this] { m_actions->showDefaults(current()); });
    connect(m_detail, &ProfileDetail::editWanted, this, [this] { m_actions->edit(current()); });
    connect(m_detail, &ProfileDetail::lifecycleWanted, this, [this] { m_actions->showLifecycle(current()); });
    connect(m_actions, &ProfileActions::importRefused, this, [this] { m_stack->setCurrentIndex(0); });
    connect(m_actions, &ProfileActions::attributeCreated, this, &ProfilesPage::load);
}

void ProfilesPage::focusSearch()
{
    m_detail->focusSearch();
}

void ProfilesPage::forget()
{
    m_profiles.clear();
    m_attributes.clear();
    m_actions->setProfiles({});
    m_detail->forget();
    m_attributesOnly->forget();
    m_list->clear();
    m_isLoading = false;
    refreshRights();
    m_empty->setContent(QStringLiteral("profiles"), tr("Reading the profiles…"), {});
    const bool isIq = m_app.tenantSession() && domain::isIdentityIq(m_app.tenantSession()->tenant());
    m_side->setVisible(!isIq);
    m_stack->setCurrentIndex(isIq ? 2 : 1);
    if (auto *w = m_app.tenantSession()) {
        connect(&w->operations(), &services::OperationTracker::changed, this, &ProfilesPage::loadIfNews);
    }
    if (isVisible())
        load();
}

// Every write to the ledger says "changed"; SailPoint is asked again only when something about profiles has ended.
void ProfilesPage::loadIfNews()
{
    if (!isVisible() || !m_app.tenantSession())
        return;
    core::whenDone<QList<domain::Operation>>(
        m_app.tenantSession()->operations().list(), this, [this](const Result<QList<domain::Operation>> &all) {
            QString ended;
            for (const auto &o : all ? *all : QList<domain::Operation>()) {
                if (o.kind >= domain::OperationKind::CreateProfile && domain::isOver(o.state))
                    ended += o.id + QLatin1Char(' ');
            }
            if (all && std::exchange(m_seen, ended) != ended)
                load();
        });
}

void ProfilesPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    load();
}

void ProfilesPage::load()
{
    auto *w = m_app.tenantSession();
    if (w && domain::isIdentityIq(w->tenant()))
        return m_attributesOnly->load();
    if (!w || std::exchange(m_isLoading, true))
        return;
    // Another tenant may be open by the time an answer comes.
    const auto tenant = w->tenant().id;
    const auto isSame = [this, tenant] {
        return m_app.tenantSession() && m_app.tenantSession()->tenant().id == tenant;
    };
    using Profiles = QList<domain::IdentityProfile>;
    using Attributes = QList<domain::IdentityAttribute>;
    const auto profiles = core::andThen<Attributes>(
        w->profileOperations().identityAttributes(), this, [this, isSame](const Attributes &attributes) {
            if (!isSame())
                return core::ready<Profiles>(core::makeError(core::ErrorCode::Cancelled, {}));
            m_attributes = attributes;
            return m_app.tenantSession()->profileOperations().profiles();
        });
    core::whenDone<Profiles>(profiles, this, [this, isSame](const Result<Profiles> &all) {
        if (!isSame())
            return;
        m_isLoading = false;
        if (!all) {
            const auto m = domain::userMessage(all.error(), domain::Vendor::SailPoint);
            m_empty->setContent(QStringLiteral("warning"), m.headline, m.advice, tr("Try again"));
            return m_stack->setCurrentIndex(1);
        }
        m_profiles = *all;
        m_actions->setProfiles(m_profiles);
        fillList();
    });
}

domain::IdentityProfile ProfilesPage::current() const
{
    return m_profiles.value(std::max(0, m_list->currentRow()));
}

void ProfilesPage::fillList()
{
    const QString kept = current().id;
    const bool hadCurrent = m_list->currentRow() >= 0;
    const QString id = hadCurrent ? m_list->currentItem()->data(Qt::UserRole).toString() : kept;
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    int row = 0;
    for (qsizetype i = 0; i < m_profiles.size(); ++i) {
        const domain::IdentityProfile &p = m_profiles.at(i);
        const int ready = domain::readyCount(domain::readinessOf(p, m_attributes, m_app.tenantSession()->tenant().map));
        const QString meter = QString(ready, QChar(0x25A0)) + QString(domain::idvFieldCount - ready, QChar(0x25A1));
        auto *item = listItem(QStringLiteral("%1\n%2 · %3\n%4  %5")
                                  .arg(p.name, p.source.name, identityCountText(p.identityCount), meter,
                                      tr("%1 of %2").arg(ready).arg(domain::idvFieldCount)),
            m_list);
        item->setData(Qt::UserRole, p.id);
        item->setData(Qt::AccessibleTextRole,
            domain::labelText(tr("%1, %2 of %3 attributes ready")
                                  .arg(p.name, QString::number(ready), QString::number(domain::idvFieldCount))));
        item->setSizeHint({250, 66});
        if (item->data(Qt::UserRole).toString() == id)
            row = int(i);
    }
    if (m_profiles.isEmpty()) {
        m_empty->setContent(QStringLiteral("profiles"), tr("No identity profile"),
            tr("SailPoint has none, or the token may not see any."));
        return m_stack->setCurrentIndex(1);
    }
    m_list->setCurrentRow(row);
    m_stack->setCurrentIndex(0);
    showProfile();
}

void ProfilesPage::showProfile()
{
    if (m_profiles.isEmpty() || !m_app.tenantSession())
        return;
    m_detail->showProfile(current(), m_attributes);
    refreshRights();
}

QList<domain::IdentityProfile> ProfilesPage::selected() const
{
    QList<domain::IdentityProfile> out;
    const auto rows = m_list->selectionModel()->selectedRows();
    for (const auto &i : rows)
        out << m_profiles.value(i.row());
    return out;
}

void ProfilesPage::removeSelected()
{
    const auto all = selected();
    m_actions->remove(all.size() > 1 ? all : QList<domain::IdentityProfile>{current()});
}

void ProfilesPage::mapSelected()
{
    const int at = m_detail->selectedAttribute();
    if (at < 0 || !m_app.tenantSession())
        return;
    const auto lines = domain::readinessOf(current(), m_attributes, m_app.tenantSession()->tenant().map);
    m_actions->mapAttribute(current(), lines.value(at));
}

// Every button that is disabled has its reason in a line beside it.
void ProfilesPage::refreshRights()
{
    using domain::Right;
    const QString import = sailpointObstacle(m_app, Right::ImportProfiles);
    setEnabledOr(m_fresh, sailpointObstacle(m_app, Right::ChangeProfiles));
    setEnabledOr(m_import, import);
    m_importWhy->setText(import.isEmpty() ? QString() : tr("Import: %1").arg(import));
    m_importWhy->setVisible(!import.isEmpty());
    m_detail->refreshRights(selected().size());
}

} // namespace ui
