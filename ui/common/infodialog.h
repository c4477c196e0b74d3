#pragma once
#include "ui/widgets/dialog.h"

namespace ui {

class AppContext;
class LazyList;

/// Facts that are read when the dialog opens; closes when another tenant is opened.
class InfoDialog : public Dialog
{
    Q_OBJECT
public:
    InfoDialog(AppContext &app, const QString &title, QWidget *parent);
    LazyList &list() { return *m_list; }

private:
    LazyList *m_list;
};

} // namespace ui
