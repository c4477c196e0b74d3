#include "ui/identities/viewsbutton.h"
#include "domain/text/outputtext.h"
#include "services/tenantsession/tenantsession.h"
#include "ui/common/appcontext.h"
#include "ui/common/opendialog.h"
#include "ui/common/theme.h"
#include <QInputDialog>
#include <QMenu>

namespace ui {

QString peopleSetting(const core::TenantId &tenant, const char *name)
{
    return QStringLiteral("identities/%1/%2").arg(tenant.str(), QLatin1String(name));
}

ViewsButton::ViewsButton(AppContext &app, std::function<domain::PeopleView()> present, QWidget *parent)
    : QPushButton(tr("Saved views"), parent), m_app(app), m_present(std::move(present))
{
    setFlat(true);
    setStyleSheet(QStringLiteral("padding-right: 20px;"));
    setObjectName(QStringLiteral("savedViews"));
    auto *menu = new QMenu(this);
    setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, &ViewsButton::fill);
}

QString ViewsButton::setting() const
{
    return peopleSetting(m_app.tenantSession() ? m_app.tenantSession()->tenant().id : core::TenantId(), "views");
}

QList<domain::PeopleView> ViewsButton::views() const
{
    return domain::viewsFromJson(m_app.settings().value(setting()).toByteArray());
}

void ViewsButton::store(const QList<domain::PeopleView> &views)
{
    m_app.settings().setValue(setting(), domain::toJson(views));
}

void ViewsButton::fill()
{
    QMenu *m = menu();
    m->clear();
    const auto all = views();
    for (const auto &v : all)
        connect(m->addAction(domain::menuText(v.name)), &QAction::triggered, this, [this, v] { Q_EMIT chosen(v); });
    if (all.isEmpty())
        m->addAction(tr("No saved views yet"))->setEnabled(false);
    m->addSeparator();
    connect(m->addAction(tr("Save this view…")), &QAction::triggered, this, &ViewsButton::save);
    QMenu *remove = m->addMenu(tr("Remove view"));
    remove->setEnabled(!all.isEmpty());
    for (qsizetype i = 0; i < all.size(); ++i) {
        connect(remove->addAction(domain::menuText(all.at(i).name)), &QAction::triggered, this, [this, i] {
            auto left = views();
            if (i < left.size())
                left.removeAt(i);
            store(left);
        });
    }
}

void ViewsButton::save()
{
    auto *d = makeWindow<QInputDialog>(this);
    d->setObjectName(QStringLiteral("viewName"));
    d->setWindowTitle(tr("Save this view"));
    d->setLabelText(tr("Filter, status, order and columns are kept under this name; the search text is not."));
    connect(&m_app, &AppContext::tenantSessionChanged, d, &QDialog::reject);
    connect(d, &QInputDialog::textValueSelected, this, [this](const QString &typed) {
        domain::PeopleView v = m_present();
        v.name = typed.trimmed().left(60);
        if (v.name.isEmpty())
            return;
        auto all = views();
        const auto same = std::find_if(all.begin(), all.end(),
            [&v](const domain::PeopleView &o) { return o.name.compare(v.name, Qt::CaseInsensitive) == 0; });
        if (same != all.end())
            *same = v;
        else
            all << v;
        store(all);
        Q_EMIT m_app.notice(tr("View “%1” saved").arg(v.name));
    });
    d->open();
}

} // namespace ui
