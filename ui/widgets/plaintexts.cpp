#include "ui/widgets/plaintexts.h"
#include "domain/text/outputtext.h"
#include <QApplication>
#include <QEvent>
#include <QLabel>
#include <QPointer>

namespace ui {

namespace {

class PlainTexts final : public QObject
{
public:
    using QObject::QObject;
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        switch (event->type()) {
        case QEvent::Polish:
            // Before it is shown for the first time, and before a tool tip gets its text.
            if (auto *label = qobject_cast<QLabel *>(watched); label && label->textFormat() == Qt::AutoText)
                label->setTextFormat(Qt::PlainText);
            break;
        case QEvent::ToolTipChange:
            if (auto *w = qobject_cast<QWidget *>(watched)) {
                if (const QString clean = domain::labelText(w->toolTip()); clean != w->toolTip())
                    w->setToolTip(clean);
            }
            break;
        case QEvent::WindowTitleChange:
            if (auto *w = qobject_cast<QWidget *>(watched)) {
                if (const QString clean = domain::lineText(w->windowTitle(), 200); clean != w->windowTitle())
                    w->setWindowTitle(clean);
            }
            break;
        default: break;
        }
        return false;
    }
};

} // namespace

void keepTextsPlain()
{
    static QPointer<PlainTexts> keeper;
    if (keeper || !qApp)
        return;
    keeper = new PlainTexts(qApp);
    qApp->installEventFilter(keeper);
}

} // namespace ui
