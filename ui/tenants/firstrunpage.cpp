#include "ui/tenants/firstrunpage.h"
#include "ui/common/appcontext.h"
#include "ui/common/navigator.h"
#include "ui/common/theme.h"
#include "ui/controls/button.h"
#include "ui/controls/label.h"
#include "ui/settings/settingsdialogs.h"
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace ui {

static QFrame *card(Theme &t, const QString &icon, const QString &title, const QString &text, QPushButton *action)
{
    auto *f = new QFrame;
    f->setObjectName(QStringLiteral("card"));
    f->setFixedSize(280, 210);
    auto *v = new QVBoxLayout(f);
    v->setContentsMargins(20, 20, 20, 20);
    v->setSpacing(8);
    auto *pic = new QLabel;
    pic->setPixmap(t.pixmap(icon, 28, QStringLiteral("accent"), f->devicePixelRatioF()));
    v->addWidget(pic);
    auto *heading = new Label(t, title, 14, "text", 600);
    heading->setWordWrap(true);
    v->addWidget(heading);
    auto *words = new Label(t, text, 13, "text-2");
    words->setWordWrap(true);
    v->addWidget(words);
    v->addStretch();
    v->addWidget(action, 0, Qt::AlignLeft);
    return f;
}

FirstRunPage::FirstRunPage(AppContext &app, QWidget *parent) : QWidget(parent)
{
    Theme &t = app.theme();
    auto *v = new QVBoxLayout(this);
    v->addStretch(2);
    auto *logo = new QLabel;
    logo->setPixmap(t.pixmap(QStringLiteral("app-icon"), 64, QStringLiteral("accent"), 2));
    v->addWidget(logo, 0, Qt::AlignHCenter);
    v->addSpacing(10);
    v->addWidget(new Label(t, tr("Welcome to IDV Console"), 22, "text", 600), 0, Qt::AlignHCenter);
    v->addWidget(new Label(t, tr("Verify who is calling, keep verifications current, and prove it to your auditors."),
                     14, "text-2"),
        0, Qt::AlignHCenter);
    v->addSpacing(24);
    auto *row = new QHBoxLayout;
    row->setSpacing(16);
    row->addStretch();
    auto *add = button(t, tr("Add tenant…"), {}, "primary");
    add->setObjectName(QStringLiteral("addTenantButton"));
    connect(add, &QPushButton::clicked, &app.navigator(), &Navigator::addTenant);
    row->addWidget(card(t, QStringLiteral("tenant"), tr("Add your tenant"),
        tr("SailPoint address, 1Kosmos community and their credentials. About five minutes."), add));
    auto *lab = button(t, tr("Open simulator"));
    lab->setObjectName(QStringLiteral("openSimulatorButton"));
    connect(lab, &QPushButton::clicked, &app.navigator(), &Navigator::openLab);
    row->addWidget(card(t, QStringLiteral("lab"), tr("Try it with invented people"),
        tr("A simulator with invented identities. Nothing leaves this computer."), lab));
    auto *import = button(t, tr("Import settings…"));
    connect(import, &QPushButton::clicked, this, [this, &app] { importSettings(app, window()); });
    row->addWidget(card(t, QStringLiteral("import"), tr("Bring settings along"),
        tr("Tenants, policies and texts from another computer. Secrets are entered here."), import));
    row->addStretch();
    v->addLayout(row);
    v->addStretch(3);
}

} // namespace ui
