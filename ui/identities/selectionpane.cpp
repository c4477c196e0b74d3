#include "ui/identities/selectionpane.h"
#include "ui/common/appcontext.h"
#include "ui/common/theme.h"
#include "ui/controls/button.h"
#include "ui/controls/label.h"
#include "ui/person/personmenu.h"
#include <QLocale>
#include <QVBoxLayout>

namespace ui {

SelectionPane::SelectionPane(AppContext &app, QWidget *parent) : QFrame(parent), m_app(app)
{
    Theme &t = app.theme();
    setObjectName(QStringLiteral("pane"));
    setMinimumWidth(std::min(t.scaled(340), 440));
    setMaximumWidth(t.scaled(560));
    auto *v = new QVBoxLayout(this);
    v->setContentsMargins(16, 14, 16, 14);
    v->setSpacing(8);
    auto *head = new QHBoxLayout;
    m_title = new Label(t, {}, 18, "text", 600);
    m_title->setObjectName(QStringLiteral("selectionTitle"));
    head->addWidget(m_title, 1);
    auto *close = iconButton(t, QStringLiteral("cross"), tr("Clear selection"));
    connect(close, &QToolButton::clicked, this, &SelectionPane::closeWanted);
    head->addWidget(close, 0, Qt::AlignTop);
    v->addLayout(head);
    m_of = new Label(t, {}, 13, "text-2");
    m_of->setWordWrap(true);
    v->addWidget(m_of);
    m_all = button(t, {}, {}, "flat");
    m_all->setObjectName(QStringLiteral("selectAllMatching"));
    v->addWidget(m_all, 0, Qt::AlignLeft);
    v->addSpacing(8);
    const auto add = [&](const QString &text, const QString &icon, const char *name) {
        auto *b = button(t, text, icon);
        b->setObjectName(QLatin1String(name));
        v->addWidget(b, 0, Qt::AlignLeft);
        return b;
    };
    m_invite = add(tr("Invite…"), QStringLiteral("send"), "inviteSelected");
    m_process = add(tr("Process…"), QStringLiteral("refresh"), "processSelected");
    auto *save = add(tr("Export selection…"), QStringLiteral("export"), "exportSelected");
    m_why = new Label(t, {}, 12, "text-3");
    m_why->setWordWrap(true);
    v->addWidget(m_why);
    v->addStretch();
    connect(m_all, &QPushButton::clicked, this, &SelectionPane::allWanted);
    connect(m_invite, &QPushButton::clicked, this, &SelectionPane::inviteWanted);
    connect(m_process, &QPushButton::clicked, this, &SelectionPane::processWanted);
    connect(save, &QPushButton::clicked, this, &SelectionPane::exportWanted);
}

void SelectionPane::setCount(qint64 selected, qint64 matching)
{
    const bool isAll = selected >= matching;
    m_title->setText(tr("%L1 selected").arg(selected));
    m_of->setText(isAll
                      ? tr("Everyone who matches. An action asks the local copy again and takes whoever matches then.")
                      : tr("of %L1 who match").arg(matching));
    m_all->setText(tr("Select all %L1 matching").arg(matching));
    m_all->setVisible(!isAll);
    const QString all = sailpointObstacle(m_app);
    QStringList why;
    for (const auto &[button, right] : {std::pair{m_invite, domain::Right::InviteIdentities},
             std::pair{m_process, domain::Right::ProcessIdentities}}) {
        const QString one = sailpointObstacle(m_app, right);
        button->setEnabled(one.isEmpty());
        if (!one.isEmpty() && all.isEmpty())
            why << domain::rightText(right) + QStringLiteral(": ") + one + QLatin1Char('.');
    }
    m_why->setText(all.isEmpty() ? why.join(QLatin1Char('\n')) : all);
    m_why->setVisible(!m_why->text().isEmpty());
}

} // namespace ui
