#include "support/runall.h"

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    return support::runAll();
}
