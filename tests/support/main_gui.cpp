#include "support/runall.h"
#include <QApplication>

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    return support::runAll();
}
