#include "ui/settings/keyboardpage.h"
#include "ui/common/appcontext.h"
#include "ui/common/theme.h"
#include "ui/controls/banner.h"
#include "ui/controls/button.h"
#include "ui/controls/label.h"
#include "ui/tables/table.h"
#include <QAction>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLineEdit>
#include <QTableWidget>
#include <QVBoxLayout>

namespace ui {

static const char *const builtIn = "builtInKeys";

// A command is known by its built-in keys, or by its place among those without: words change with the language.
static QString idOf(const QList<QAction *> &commands, const QAction *a)
{
    const QString keys = a->property(builtIn).toString();
    return QStringLiteral("keys/") +
           (keys.isEmpty() ? QString::number(commands.indexOf(const_cast<QAction *>(a))) : keys);
}

static QString plain(QString text)
{
    return text.remove(QLatin1Char('&'));
}

void KeyboardPage::apply(AppContext &app, const QList<QAction *> &commands)
{
    for (QAction *a : commands)
        a->setProperty(builtIn, a->shortcut().toString(QKeySequence::PortableText));
    for (QAction *a : commands) {
        if (const QVariant chosen = app.settings().value(idOf(commands, a)); chosen.isValid())
            a->setShortcut(QKeySequence(chosen.toString(), QKeySequence::PortableText));
    }
}

KeyboardPage::KeyboardPage(AppContext &app, const QList<QAction *> &commands, QWidget *parent)
    : QWidget(parent), m_app(app), m_commands(commands)
{
    Theme &t = app.theme();
    auto *v = new QVBoxLayout(this);
    v->setContentsMargins(24, 18, 24, 16);
    v->setSpacing(12);
    auto *head = new QHBoxLayout;
    head->addWidget(new Label(t, tr("Keyboard"), 18, "text", 600));
    head->addStretch();
    auto *fresh = button(t, tr("Reset this page"));
    connect(fresh, &QPushButton::clicked, this, &KeyboardPage::reset);
    head->addWidget(fresh);
    v->addLayout(head);
    m_banner = new Banner(t, false);
    v->addWidget(m_banner);
    m_table = plainTable({tr("Command"), tr("Keys")}, tr("Keyboard"));
    m_table->setObjectName(QStringLiteral("keyTable"));
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_table->setColumnWidth(1, 180);
    v->addWidget(m_table, 1);
    auto *row = new QHBoxLayout;
    row->addWidget(new Label(t, tr("New keys for the chosen command"), 13, "text-2"));
    m_edit = new QKeySequenceEdit;
    m_edit->setObjectName(QStringLiteral("keyEdit"));
    m_edit->setAccessibleName(tr("New keys for the chosen command"));
    if (auto *inner = m_edit->findChild<QLineEdit *>()) // that is what has the focus
        inner->setAccessibleName(m_edit->accessibleName());
    row->addWidget(m_edit, 1);
    v->addLayout(row);
    connect(m_edit, &QKeySequenceEdit::editingFinished, this, [this] { change(m_edit->keySequence()); });
    connect(m_table, &QTableWidget::currentCellChanged, this, [this](int at, int, int, int) {
        if (at >= 0)
            m_edit->setKeySequence(m_commands.at(at)->shortcut());
    });
    fill();
}

void KeyboardPage::fill()
{
    const int at = std::max(0, m_table->currentRow());
    m_table->setRowCount(int(m_commands.size()));
    for (int i = 0; i < m_commands.size(); ++i) {
        m_table->setItem(i, 0, cellItem(plain(m_commands.at(i)->text())));
        m_table->setItem(i, 1, cellItem(m_commands.at(i)->shortcut().toString(QKeySequence::NativeText)));
    }
    m_table->setCurrentCell(at, 0);
}

void KeyboardPage::change(const QKeySequence &typed)
{
    const int at = m_table->currentRow();
    // One combination; what is typed after it is another one.
    const QKeySequence keys = typed.isEmpty() ? QKeySequence() : QKeySequence(typed[0]);
    if (at < 0 || keys == m_commands.at(at)->shortcut())
        return;
    m_banner->hide();
    const auto refuse = [&](const QString &why) {
        m_banner->show(Banner::Problem, why, {});
        m_edit->setKeySequence(m_commands.at(at)->shortcut());
    };
    const bool isBare = !keys.isEmpty() &&
                        !(typed[0].keyboardModifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) &&
                        !(typed[0].key() >= Qt::Key_F1 && typed[0].key() <= Qt::Key_F35) &&
                        typed[0].key() != Qt::Key_Escape;
    if (isBare)
        return refuse(tr("A command needs Ctrl, Alt or a function key, so that typing never triggers anything."));
    for (const QAction *a : m_commands) {
        if (a != m_commands.at(at) && !keys.isEmpty() && a->shortcut() == keys)
            return refuse(
                tr("%1 stands for “%2” already.").arg(keys.toString(QKeySequence::NativeText), plain(a->text())));
    }
    m_commands.at(at)->setShortcut(keys);
    m_app.settings().setValue(idOf(m_commands, m_commands.at(at)), keys.toString(QKeySequence::PortableText));
    fill();
}

void KeyboardPage::reset()
{
    for (QAction *a : std::as_const(m_commands)) {
        m_app.settings().remove(idOf(m_commands, a));
        a->setShortcut(QKeySequence(a->property(builtIn).toString(), QKeySequence::PortableText));
    }
    m_banner->hide();
    fill();
}

} // namespace ui
