#include "ui/common/clipboard.h"
#include "ui/common/appcontext.h"
#include <QApplication>
#include <QClipboard>
#include <QMimeData>
#include <QTimer>

namespace ui {

void copyToClipboard(AppContext &app, const QString &text, bool isSecret)
{
    QClipboard *clipboard = QApplication::clipboard();
    auto *content = new QMimeData; // the clipboard's from here on
    content->setText(text);
    if (isSecret)
        content->setData(
            QStringLiteral("x-kde-passwordManagerHint"), QByteArrayLiteral("secret")); // no clipboard history keeps it
    clipboard->setMimeData(content);
    Q_EMIT app.notice(AppContext::tr("Copied"));
    if (!isSecret)
        return;
    const auto forget = [clipboard, text] {
        if (clipboard->text() == text)
            clipboard->clear();
    };
    QTimer::singleShot(std::chrono::seconds(60), &app, forget);
    QObject::connect(qApp, &QCoreApplication::aboutToQuit, &app, forget);
}

} // namespace ui
