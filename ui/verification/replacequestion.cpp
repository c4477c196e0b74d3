#include "ui/verification/replacequestion.h"
#include "ui/common/opendialog.h"
#include "ui/sessions/sessiontext.h"
#include <QMessageBox>
#include <QPushButton>

namespace ui {

void confirmReplacement(QWidget *parent, const QString &startedBy, std::function<void()> then)
{
    auto *box = makeWindow<QMessageBox>(parent);
    box->setTextFormat(Qt::PlainText);
    box->setWindowTitle(saySessionText(QT_TRANSLATE_NOOP("SessionText", "Replace the open verification")));
    box->setText(startedBy.isEmpty()
                     ? saySessionText(QT_TRANSLATE_NOOP("SessionText", "Replace the open verification?"))
                     : saySessionText(QT_TRANSLATE_NOOP("SessionText", "Replace the verification that %1 started?"))
                           .arg(startedBy));
    box->setInformativeText(saySessionText(QT_TRANSLATE_NOOP("SessionText",
        "It is ended before the new one starts. A link that cannot be cancelled stays usable "
        "until it expires; a late result of it is held.")));
    auto *keep = box->addButton(saySessionText(QT_TRANSLATE_NOOP("SessionText", "Keep")), QMessageBox::RejectRole);
    auto *go =
        box->addButton(saySessionText(QT_TRANSLATE_NOOP("SessionText", "Replace")), QMessageBox::DestructiveRole);
    box->setDefaultButton(keep);
    QObject::connect(go, &QPushButton::clicked, parent, std::move(then));
    box->open();
}

} // namespace ui
