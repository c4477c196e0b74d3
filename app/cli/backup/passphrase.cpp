#include "cli/shell/shell.h"
#include "domain/text/secrettext.h"
#include <QCoreApplication>
#include <QScopeGuard>
#include <cstdio>
#include <termios.h>
#include <unistd.h>

// A passphrase that is typed: never an argument, never seen.
namespace cli {

using core::Result;
using core::SecretPtr;

static core::Error noPassphrase(const QString &text)
{
    return core::fieldError(QStringLiteral("passphrase"), text);
}

static Result<SecretPtr> typed(const char *prompt)
{
    std::fputs(prompt, stderr);
    termios before{};
    if (tcgetattr(STDIN_FILENO, &before) != 0)
        return noPassphrase(
            QStringLiteral("Give it as one JSON object on standard input: --secrets - with the key passphrase."));
    termios quiet = before;
    quiet.c_lflag &= ~tcflag_t(ECHO);
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
    const auto back = qScopeGuard([&before] {
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &before);
        std::fputs("\n", stderr);
    });
    QByteArray word;
    const auto wiped = qScopeGuard([&word] { core::wipe(word); });
    word.reserve(1024);
    for (int c = std::getc(stdin); c != EOF && c != '\n' && word.size() < 1024; c = std::getc(stdin))
        word += char(c);
    return domain::takenSecret(QStringLiteral("passphrase"), QString::fromUtf8(word), domain::SecretUse::Text);
}

Result<SecretPtr> Shell::passphrase(bool isNew)
{
    const auto given = secrets();
    if (!given)
        return given.error();
    if (given->passphrase)
        return given->passphrase;
    if (isSet("secrets") || !isatty(STDIN_FILENO))
        return noPassphrase(QStringLiteral(
            "The passphrase is missing: --secrets - with the key passphrase, or type it at a terminal."));
    const auto first = typed("Passphrase: ");
    if (!first || !isNew)
        return first;
    const auto again = typed("Once more: ");
    if (!again)
        return again;
    if ((*first)->reveal() != (*again)->reveal())
        return noPassphrase(QStringLiteral("The two are not the same. Nothing was written."));
    return first;
}

} // namespace cli
