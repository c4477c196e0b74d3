#pragma once
#include "domain/reverification/reverificationpolicy.h"
#include "ui/widgets/dialog.h"

namespace ui {

class AppContext;

/// Interval, warning and grace of whom no rule matches.
class StandardDialog : public Dialog
{
    Q_OBJECT
public:
    StandardDialog(AppContext &app, const domain::ReverificationInterval &rule, QWidget *parent);

Q_SIGNALS:
    void intervalAccepted(const domain::ReverificationInterval &rule);
};

} // namespace ui
