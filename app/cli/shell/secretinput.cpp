#include "cli/shell/secretinput.h"
#include "cli/shell/arguments.h"
#include "cli/shell/secretkeys.h"
#include "domain/text/secrettext.h"
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QScopeGuard>
#include <algorithm>
#include <cstdio>
#include <termios.h>
#include <unistd.h>

namespace cli {

using core::Result;
using core::SecretPtr;

static Result<QJsonObject> objectOnStandardInput()
{
    QFile in;
    if (!in.open(stdin, QIODevice::ReadOnly))
        return core::fieldError(QStringLiteral("secrets"), QStringLiteral("Standard input cannot be read."));
    QByteArray bytes = in.readAll();
    QJsonParseError fault;
    const QJsonDocument doc = QJsonDocument::fromJson(bytes, &fault);
    core::wipe(bytes);
    if (fault.error != QJsonParseError::NoError || !doc.isObject())
        return core::fieldError(QStringLiteral("secrets"), QStringLiteral("Standard input is not one JSON object."));
    return doc.object();
}

Result<services::TenantSecrets> SecretInput::secrets()
{
    if (m_secrets)
        return *m_secrets;
    if (!m_arguments.isSet("secrets"))
        return m_secrets.emplace();
    const auto o = objectOnStandardInput();
    if (!o)
        return o.error();
    const auto &known = secretKeys();
    if (o->isEmpty())
        return core::fieldError(QStringLiteral("secrets"), QStringLiteral("Standard input names no secret. Keys: %1.")
                                                               .arg(secretKeyNames().join(QStringLiteral(", "))));
    services::TenantSecrets all;
    for (auto it = o->begin(); it != o->end(); ++it) {
        const auto k =
            std::find_if(known.begin(), known.end(), [&it](const SecretKey &one) { return one.key == it.key(); });
        if (k == known.end())
            return core::fieldError(
                QStringLiteral("secrets"), QStringLiteral("\"%1\" is no key of a secret.").arg(it.key()));
        const auto taken = domain::takenSecret(it.key(), it.value().toString(), k->use);
        if (!taken)
            return core::fieldError(
                QStringLiteral("secrets"), QStringLiteral("\"%1\": %2").arg(it.key(), taken.error().text));
        if (!*taken)
            return core::fieldError(QStringLiteral("secrets"), QStringLiteral("\"%1\" is no text.").arg(it.key()));
        all.*(k->member) = *taken;
    }
    m_secrets = all;
    return *m_secrets;
}

// A passphrase that is typed: never an argument, never seen.
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

Result<SecretPtr> SecretInput::passphrase(bool isNew)
{
    const auto given = secrets();
    if (!given)
        return given.error();
    if (given->passphrase)
        return given->passphrase;
    if (m_arguments.isSet("secrets") || !isatty(STDIN_FILENO))
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
