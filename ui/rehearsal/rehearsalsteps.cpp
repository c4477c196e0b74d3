#include "ui/rehearsal/rehearsalsteps.h"
#include "ui/common/theme.h"
#include "ui/controls/label.h"
#include <QGridLayout>

namespace ui {

using domain::RehearsalStep;
using domain::StepState;

RehearsalSteps::RehearsalSteps(Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(16);
    for (int i = 0; i < domain::rehearsalStepCount; ++i) {
        auto *name = new Label(theme, services::rehearsalStepName(RehearsalStep(i)), 12, "text-2");
        name->setWordWrap(true);
        m_states[size_t(i)] = new Label(theme, {}, 13, "text-3");
        m_states[size_t(i)]->setObjectName(QStringLiteral("step-") + domain::rehearsalStepKey(RehearsalStep(i)));
        grid->addWidget(name, 0, i, Qt::AlignTop);
        grid->addWidget(m_states[size_t(i)], 1, i);
        grid->setColumnStretch(i, 1);
    }
    setReport({});
}

void RehearsalSteps::setReport(const services::RehearsalReport &report)
{
    for (int i = 0; i < domain::rehearsalStepCount; ++i) {
        Label *label = m_states[size_t(i)];
        switch (report.stateOf(RehearsalStep(i))) {
        case StepState::Proven:
            label->setText(tr("✓ Proven"));
            label->setToken("verified");
            break;
        case StepState::Failed:
            label->setText(tr("✗ Does not work"));
            label->setToken("failed");
            break;
        case StepState::NotProven:
            label->setText(tr("Not proven"));
            label->setToken("text-3");
            break;
        }
    }
}

} // namespace ui
