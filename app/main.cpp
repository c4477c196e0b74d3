#include "assembly/bootstrap.h"
#include "assembly/console.h"
#include "gui/program.h"
#include <QApplication>

int main(int argc, char **argv)
{
    assembly::harden();
    QApplication app(argc, argv);
    QApplication::setApplicationName(QStringLiteral("idv-console"));
    QApplication::setApplicationDisplayName(QStringLiteral("IDV Console"));
    QApplication::setApplicationVersion(QStringLiteral(IDV_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("idv-console"));
    return assembly::runProgram(app);
}
