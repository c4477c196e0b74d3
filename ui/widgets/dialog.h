#pragma once
#include <QDialog>

namespace ui {

/// A dialog that is as high as its wrapped texts need. Qt shows one at two thirds of the screen at most and lets its
/// fields lie over one another when that is too little. Grows with what is read later; never shrinks.
class Dialog : public QDialog
{
    Q_OBJECT
public:
    using QDialog::QDialog;

protected:
    bool event(QEvent *event) override;

private:
    void grow();
};

} // namespace ui
