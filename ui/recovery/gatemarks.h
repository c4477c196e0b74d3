#pragma once
#include "domain/recovery/recovery.h"
#include "ui/widgets/flowlayout.h"

namespace ui {

class Theme;

/// The five conditions of account recovery, each with its mark.
class GateMarks : public FlowLayout
{
    Q_OBJECT
public:
    explicit GateMarks(Theme &theme);
    /// `pixelRatio`: of the screen.
    void show(const domain::RecoveryGate &gate, const domain::Session &session, qreal pixelRatio);

private:
    QWidget *makeMark(domain::GateMark mark, const QString &name, qreal pixelRatio) const;
    Theme &m_theme;
};

} // namespace ui
