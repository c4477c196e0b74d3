#include "ui/tenants/wizard/placequestion.h"
#include "ui/common/opendialog.h"
#include "ui/tenants/sailpointstep.h"
#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

namespace ui {

static QString sayPlace(const char *text)
{
    return QCoreApplication::translate("PlaceQuestion", text);
}

void askPlace(QWidget *over, SailPointStep &step, std::function<void()> then)
{
    auto *box = makeWindow<QMessageBox>(QMessageBox::Question,
        sayPlace(QT_TRANSLATE_NOOP("PlaceQuestion", "This address is on this computer")),
        sayPlace(QT_TRANSLATE_NOOP("PlaceQuestion", "Is it a simulator, or a tunnel to the real tenant?")),
        QMessageBox::NoButton, over);
    box->setObjectName(QStringLiteral("whereQuestion"));
    box->setInformativeText(sayPlace(QT_TRANSLATE_NOOP(
        "PlaceQuestion", "A simulator's people are invented, and its requests are recorded as they are.")));
    auto *simulator =
        box->addButton(sayPlace(QT_TRANSLATE_NOOP("PlaceQuestion", "A simulator")), QMessageBox::AcceptRole);
    simulator->setObjectName(QStringLiteral("isSimulator"));
    auto *tunnel = box->addButton(sayPlace(QT_TRANSLATE_NOOP("PlaceQuestion", "A tunnel")), QMessageBox::AcceptRole);
    tunnel->setObjectName(QStringLiteral("isTunnel"));
    box->setDefaultButton(box->addButton(QMessageBox::Cancel));
    QObject::connect(box, &QMessageBox::buttonClicked, over,
        [&step, simulator, tunnel, then = std::move(then)](QAbstractButton *pressed) {
            if (pressed == simulator)
                step.setSimulator();
            else if (pressed == tunnel)
                step.setTunnel();
            else
                return;
            then();
        });
    box->open();
}

} // namespace ui
