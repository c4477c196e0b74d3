#include "ui/settings/notificationspage.h"
#include "ui/common/appcontext.h"
#include "ui/common/theme.h"
#include "ui/controls/button.h"
#include "ui/controls/label.h"
#include "ui/shell/notifier.h"
#include "ui/widgets/wrapping.h"
#include <QCheckBox>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace ui {

NotificationsPage::NotificationsPage(AppContext &app, QWidget *parent) : QWidget(parent), m_app(app)
{
    Theme &t = app.theme();
    auto *v = new QVBoxLayout(this);
    v->setContentsMargins(24, 18, 24, 16);
    v->setSpacing(12);
    auto *head = new QHBoxLayout;
    head->addWidget(new Label(t, tr("Notifications"), 18, "text", 600));
    head->addStretch();
    auto *fresh = button(t, tr("Reset this page"));
    connect(fresh, &QPushButton::clicked, this, [this] {
        const auto boxes = findChildren<QCheckBox *>();
        for (QCheckBox *box : boxes)
            box->setChecked(true);
    });
    head->addWidget(fresh);
    v->addLayout(head);
    auto *all = new CheckBox(tr("Tell the desktop of results while the console is not in front"));
    all->setObjectName(QStringLiteral("notifyBox"));
    all->setChecked(app.settings().value(QStringLiteral("notifications"), true).toBool());
    v->addWidget(all);
    auto *hint = new Label(t,
        tr("Only the state and the ticket number, never a name. Of verifications that you started, and of campaigns "
           "that are sent from here."),
        12, "text-3");
    hint->setWordWrap(true);
    v->addWidget(hint);
    addKinds(v, all);
    connect(all, &QCheckBox::toggled, this,
        [&app](bool isOn) { app.settings().setValue(QStringLiteral("notifications"), isOn); });
    v->addLayout(makeTrial());
    v->addStretch();
}

void NotificationsPage::addKinds(QVBoxLayout *rows, QCheckBox *all)
{
    const std::pair<NewsKind, QString> kinds[] = {{NewsKind::Verified, tr("Verified")},
        {NewsKind::Held, tr("Needs a person")}, {NewsKind::Failed, tr("Failed, declined or given up")},
        {NewsKind::Expired, tr("Expired")}, {NewsKind::Campaign, tr("A campaign is done or paused by itself")}};
    for (const auto &[kind, text] : kinds) {
        auto *c = new CheckBox(text);
        const QString key = newsKey(kind);
        c->setObjectName(key);
        c->setChecked(m_app.settings().value(key, true).toBool());
        c->setEnabled(all->isChecked());
        c->setToolTip(all->isChecked() ? QString() : tr("Notifications are off."));
        auto *row = new QHBoxLayout;
        row->addSpacing(24);
        row->addWidget(c);
        rows->addLayout(row);
        connect(c, &QCheckBox::toggled, this, [&app = m_app, key](bool isOn) { app.settings().setValue(key, isOn); });
        connect(all, &QCheckBox::toggled, c, [c](bool isOn) {
            c->setEnabled(isOn);
            c->setToolTip(isOn ? QString() : tr("Notifications are off."));
        });
    }
}

QHBoxLayout *NotificationsPage::makeTrial()
{
    Theme &t = m_app.theme();
    auto *row = new QHBoxLayout;
    auto *trial = button(t, tr("Show one now"));
    trial->setObjectName(QStringLiteral("tryNotification"));
    auto *outcome = new Label(t, {}, 12, "text-3");
    outcome->setWordWrap(true);
    row->addWidget(trial);
    row->addWidget(outcome, 1);
    connect(trial, &QPushButton::clicked, this, [&app = m_app, outcome] {
        outcome->setText({});
        if (!app.notifier())
            return;
        app.notifier()->tryOne([outcome = QPointer<Label>(outcome)](bool isShown) {
            if (outcome)
                outcome->setText(
                    isShown
                        ? tr("The desktop took it. If nothing is seen, its own settings hold it back.")
                        : tr("This desktop has no notification service and no tray. Results show in the window only."));
        });
    });
    return row;
}

} // namespace ui
