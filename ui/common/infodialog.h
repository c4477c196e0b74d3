#pragma once
#include "ui/widgets/dialog.h"

namespace ui {

class Desk;
class LazyList;

/// Facts that are read when the dialog opens; closes when another tenant is opened.
class InfoDialog : public Dialog
{
    Q_OBJECT
public:
    InfoDialog(Desk &desk, const QString &title, QWidget *parent);
    LazyList &list() { return *m_list; }

private:
    LazyList *m_list;
};

} // namespace ui
