#include "ui/overview/healthrows.h"
#include "ui/common/theme.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/label.h"
#include <QGridLayout>

namespace ui {

HealthRows::HealthRows(Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(7);
    grid->setColumnStretch(2, 1);
}

void HealthRows::add(Level level, const QString &name, const QString &detail, const QString &value)
{
    auto *grid = static_cast<QGridLayout *>(layout());
    const int at = grid->rowCount();
    static const char *const tokens[] = {"text-3", "verified-solid", "due-solid", "failed-solid"};
    const QStringList words{tr("not known"), tr("fine"), tr("look at it"), tr("not working")};
    auto *dot = new Label(m_theme, level == Unknown ? QStringLiteral("○") : QStringLiteral("●"), 12, tokens[level]);
    dot->setAccessibleName(words.at(level));
    auto *title = new Label(m_theme, name, 13, "text");
    title->setAccessibleName(QStringLiteral("%1: %2").arg(name, words.at(level)));
    auto *fact = new ElidedLabel(m_theme, 12, "text-3");
    fact->setFullText(detail);
    auto *right = new Label(m_theme, value, 12, "text-2");
    right->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    grid->addWidget(dot, at, 0);
    grid->addWidget(title, at, 1);
    grid->addWidget(fact, at, 2);
    grid->addWidget(right, at, 3);
}

} // namespace ui
