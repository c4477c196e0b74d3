#include "cli/shell/helptext.h"
#include "cli/shell/commandtable.h"
#include "cli/shell/secretkeys.h"
#include <QHash>
#include <QRegularExpression>

namespace cli {

QByteArray helpText(const CommandTable &commands)
{
    QByteArray text = "idvctl: IDV Console without a window\n\n";
    for (const Command &command : commands.all())
        text += command.help;
    text += "\n"
            "Secrets come from the keychain, or as one JSON object on standard input with --secrets - .\n"
            "A FILE that is written may be - for standard output; what is said then goes to standard error.\n"
            "Each command tells its options with --help: idvctl verify --help, idvctl tenant add --help.\n"
            "Exit codes: 0 done, 1 internal, 2 usage, 3 not verified, 4 connection, 5 keychain, 6 held, 7 unknown or "
            "pending,\n"
            "8 verified but not written, 9 refused by the vendor, 10 refused here (locked, not registered, unknown, in "
            "conflict),\n"
            "11 not proved (audit; a report over a log that is not whole).\n";
    return text;
}

// Something that could stand there, for each word in capitals of a syntax.
static QString sampleOf(const QString &word)
{
    static const QHash<QString, QString> samples{{QStringLiteral("NAME"), QStringLiteral("Acme")},
        {QStringLiteral("NEW"), QStringLiteral("Acme")},
        {QStringLiteral("URL"), QStringLiteral("https://acme.example")},
        {QStringLiteral("FILE"), QStringLiteral("file.json")}, {QStringLiteral("DIR"), QStringLiteral("folder")},
        {QStringLiteral("TEXT"), QStringLiteral("'as agreed'")}, {QStringLiteral("N"), QStringLiteral("10")},
        {QStringLiteral("NUMBER"), QStringLiteral("10")}, {QStringLiteral("SECONDS"), QStringLiteral("60")},
        {QStringLiteral("YYYY-MM-DD"), QStringLiteral("2027-01-31")}, {QStringLiteral("IAL"), QStringLiteral("2")},
        {QStringLiteral("ADDRESS"), QStringLiteral("127.0.0.1")}, {QStringLiteral("WORD"), QStringLiteral("VERIFIED")},
        {QStringLiteral("JSON"), QStringLiteral("'{}'")}, {QStringLiteral("SCENARIO"), QStringLiteral("verified")}};
    return samples.value(word, QStringLiteral("2c9180867769897d"));
}

static QString withoutOptional(QString text)
{
    static const QRegularExpression inner(QStringLiteral("\\s*\\[[^\\[\\]]*\\]"));
    for (QString before; before != text;) {
        before = text;
        text.remove(inner);
    }
    return text.remove(QStringLiteral("…")).simplified();
}

// Of "list | repair SESSION --tenant NAME" each part, and what stands behind the last is behind all of them.
static QStringList alternativesOf(const QString &syntax)
{
    QStringList parts = withoutOptional(syntax).split(QStringLiteral(" | "));
    const auto options = parts.last().indexOf(QLatin1String(" --"));
    const QString shared = options < 0 ? QString() : parts.last().mid(options);
    const QString command = parts.first().section(QLatin1Char(' '), 0, 0);
    for (qsizetype i = 0; i < parts.size(); ++i) {
        if (i > 0)
            parts[i].prepend(command + QLatin1Char(' '));
        if (i + 1 < parts.size() && !parts.at(i).contains(QLatin1String(" --tenant ")))
            parts[i] += shared.contains(QLatin1String("--tenant ")) ? QStringLiteral(" --tenant NAME") : QString();
    }
    return parts;
}

// One word of a syntax as it could be said: of a choice the verb that is meant, else the first.
static QString saidFor(const QString &word, const QString &verb)
{
    static const QRegularExpression place(QStringLiteral("^([A-Z][A-Z_:-]*)((?:\\.[a-z]+)?)$"));
    const QStringList choices = word.split(QLatin1Char('|'));
    const QString chosen = choices.contains(verb) ? verb : choices.first();
    const QString first = chosen.section(QLatin1Char(','), 0, 0);
    const auto m = place.match(first);
    if (!m.hasMatch())
        return first;
    return m.captured(2).isEmpty() ? sampleOf(m.captured(1)) : m.captured(1).toLower() + m.captured(2);
}

QStringList examplesOf(const QString &syntax, const QString &verb)
{
    QStringList out;
    const QStringList alternatives = alternativesOf(syntax);
    for (const QString &alternative : alternatives) {
        QStringList words = alternative.split(QLatin1Char(' '), Qt::SkipEmptyParts);
        const bool isMeant = words.value(1).split(QLatin1Char('|')).contains(verb);
        if (!verb.isEmpty() && alternatives.size() > 1 && !isMeant)
            continue;
        for (QString &word : words)
            word = saidFor(word, verb);
        out << QStringLiteral("idvctl ") + words.join(QLatin1Char(' '));
    }
    return out;
}

static QString optionLine(const QCommandLineOption &o)
{
    const QString what = o.valueName().isEmpty() ? QString() : QLatin1Char(' ') + o.valueName();
    const QString standard = o.defaultValues().value(0);
    const QString named = QStringLiteral("  --%1%2").arg(o.names().first(), what);
    return standard.isEmpty() ? named : QStringLiteral("%1  (default: %2)").arg(named.leftJustified(32), standard);
}

static QString formText(const CommandForm &form, const QString &verb)
{
    QStringList lines{QStringLiteral("Usage: idvctl ") + form.syntax, QStringLiteral("Options:")};
    for (const QCommandLineOption &o : form.options)
        lines << optionLine(o);
    lines << QStringLiteral("  --json                          its result, or its error, as one JSON object")
          << QStringLiteral("  --secrets -                     secrets as one JSON object on standard input")
          << QStringLiteral("Example: ") + examplesOf(form.syntax, verb).join(QStringLiteral("\nExample: "));
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

QByteArray commandHelp(const Command &command, const QString &verb)
{
    const CommandForm *named = verb.isEmpty() ? nullptr : command.form(verb);
    QStringList parts;
    for (const CommandForm &form : command.forms) {
        if (!named || &form == named)
            parts << formText(form, verb);
    }
    const QString keys = QStringLiteral("Keys of --secrets: %1.\n").arg(secretKeyNames().join(QStringLiteral(", ")));
    return (parts.join(QLatin1Char('\n')) + QLatin1Char('\n') + keys).toUtf8();
}

} // namespace cli
