#include "ui/widgets/steplist.h"
#include "ui/common/theme.h"
#include "ui/controls/label.h"
#include <QVBoxLayout>

namespace ui {

StepList::StepList(Theme &theme, const QString &title, const QStringList &steps, const QString &note, QWidget *parent)
    : QFrame(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("sidebar"));
    setFixedWidth(theme.scaled(208));
    auto *v = new QVBoxLayout(this);
    v->setContentsMargins(20, 20, 16, 16);
    v->setSpacing(14);
    v->addWidget(heading(theme, title));
    int n = 0;
    for (const QString &step : steps) {
        auto *l = new Label(theme, QStringLiteral("%1   %2").arg(++n).arg(step), 13, "text-2");
        l->setWordWrap(true);
        m_labels << l;
        v->addWidget(l);
    }
    v->addStretch();
    auto *last = new Label(theme, note, 12, "text-3");
    last->setWordWrap(true);
    v->addWidget(last);
}

static const char *stepToken(int step, int current)
{
    if (step == current)
        return "accent-text";
    return step < current ? "text" : "text-3";
}

void StepList::setCurrent(int step)
{
    for (int i = 0; i < m_labels.size(); ++i) {
        m_labels.at(i)->setToken(stepToken(i, step));
        m_labels.at(i)->setFont(m_theme.font(13, i == step ? 600 : 400));
    }
}

} // namespace ui
