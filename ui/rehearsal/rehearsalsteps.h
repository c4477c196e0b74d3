#pragma once
#include "services/rehearsal/rehearsalreport.h"
#include <QWidget>
#include <array>

namespace ui {

class Label;
class Theme;

/// The guide's five steps and how each stands, in words and colour.
class RehearsalSteps : public QWidget
{
    Q_OBJECT
public:
    explicit RehearsalSteps(Theme &theme, QWidget *parent = nullptr);
    void setReport(const services::RehearsalReport &report);

private:
    Theme &m_theme;
    std::array<Label *, domain::rehearsalStepCount> m_states;
};

} // namespace ui
