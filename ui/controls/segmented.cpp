#include "ui/controls/segmented.h"
#include "ui/common/theme.h"
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPushButton>

namespace ui {

Segmented::Segmented(Theme &theme, const QStringList &labels, QWidget *parent) : QWidget(parent)
{
    auto *h = new QHBoxLayout(this);
    h->setContentsMargins(0, 0, 0, 0);
    h->setSpacing(0);
    auto *group = new QButtonGroup(this);
    for (const QString &label : labels) {
        auto *b = new QPushButton(label);
        b->setCheckable(true);
        b->setAutoDefault(false);
        group->addButton(b, int(m_buttons.size()));
        m_buttons << b;
        h->addWidget(b);
    }
    const auto refresh = [this, &theme] {
        const QString style = QStringLiteral(
            "QPushButton { border-radius: 0; } QPushButton:checked { background: %1; color: %2; border-color: %1; }")
                                  .arg(theme.color("accent-fill").name(), theme.color("on-accent").name());
        setStyleSheet(style);
    };
    refresh();
    connect(&theme, &Theme::changed, this, refresh);
    connect(group, &QButtonGroup::idToggled, this, [this](int id, bool isOn) {
        if (isOn)
            Q_EMIT changed(id);
    });
    if (!m_buttons.isEmpty())
        m_buttons.first()->setChecked(true);
}

int Segmented::current() const
{
    for (int i = 0; i < m_buttons.size(); ++i) {
        if (m_buttons.at(i)->isChecked())
            return i;
    }
    return -1;
}

void Segmented::setCurrent(int index)
{
    m_buttons.at(index)->setChecked(true);
}

} // namespace ui
