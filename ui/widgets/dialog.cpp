#include "ui/widgets/dialog.h"
#include <QEvent>
#include <QLayout>
#include <QScreen>

namespace ui {

bool Dialog::event(QEvent *event)
{
    const bool isTaken = QDialog::event(event);
    if ((event->type() == QEvent::Show && !event->spontaneous()) ||
        (event->type() == QEvent::LayoutRequest && isVisible()))
        grow();
    return isTaken;
}

void Dialog::grow()
{
    if (!layout())
        return;
    const int wanted =
        layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width()) : layout()->totalSizeHint().height();
    const int most = screen()->availableGeometry().height();
    if (wanted > height() && maximumHeight() > height())
        resize(width(), std::min(wanted, most));
}

} // namespace ui
