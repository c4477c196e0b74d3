#include "cli/main/program.h"

int main(int argc, char **argv)
{
    return cli::main(argc, argv);
}
