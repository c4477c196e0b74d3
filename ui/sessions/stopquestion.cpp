#include "ui/sessions/stopquestion.h"
#include "domain/verification/sessionend.h"
#include "ui/common/opendialog.h"
#include "ui/sessions/sessiontext.h"
#include <QDateTime>
#include <QMessageBox>
#include <QPushButton>

namespace ui {

static QString whatFollows(const domain::Session &s, bool hasCancelCall)
{
    if (s.state == domain::SessionState::NeedsReview)
        return saySessionText(
            QT_TRANSLATE_NOOP("SessionText", "The result is not used. A new verification can be started afterwards."));
    if (domain::isCancelledThere(s, hasCancelCall))
        return saySessionText(QT_TRANSLATE_NOOP("SessionText", "The link stops working."));
    return saySessionText(QT_TRANSLATE_NOOP("SessionText", "This provider has no call to cancel. The link stays "
                                                           "usable until %1; a later pass is held, not applied."))
        .arg(QDateTime::fromMSecsSinceEpoch(s.expiresAt).toString(QStringLiteral("HH:mm")));
}

void confirmStop(QWidget *parent, const domain::Session &s, bool hasCancelCall, std::function<void()> then)
{
    auto *box = makeWindow<QMessageBox>(parent);
    box->setTextFormat(Qt::PlainText);
    box->setWindowTitle(saySessionText(QT_TRANSLATE_NOOP("SessionText", "End the verification")));
    box->setText(saySessionText(QT_TRANSLATE_NOOP("SessionText", "End the verification of %1?")).arg(s.personName));
    box->setInformativeText(whatFollows(s, hasCancelCall));
    auto *keep = box->addButton(saySessionText(QT_TRANSLATE_NOOP("SessionText", "Keep")), QMessageBox::RejectRole);
    auto *end = box->addButton(
        saySessionText(QT_TRANSLATE_NOOP("SessionText", "End verification")), QMessageBox::DestructiveRole);
    box->setDefaultButton(keep);
    QObject::connect(end, &QPushButton::clicked, parent, std::move(then));
    box->open();
}

} // namespace ui
