#include "cli/shell/helptext.h"
#include "cli/shell/commandtable.h"
#include "cli/shell/optiontexts.h"
#include "cli/shell/secretkeys.h"
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

static QString withoutOptional(QString text)
{
    static const QRegularExpression inner(QStringLiteral("\\s*\\[[^\\[\\]]*\\]"));
    static const QRegularExpression remark(QStringLiteral("\\s*\\([^()]*\\)"));
    text.remove(remark);
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
        if (i > 0 && !parts.at(i).startsWith(command + QLatin1Char(' ')))
            parts[i].prepend(command + QLatin1Char(' '));
        if (i + 1 < parts.size() && !parts.at(i).contains(QLatin1String(" --tenant ")))
            parts[i] += shared.contains(QLatin1String("--tenant ")) ? QStringLiteral(" --tenant NAME") : QString();
    }
    return parts;
}

// One word of a syntax as it could be said: of a choice the verb that is meant, else the first.
static QString saidFor(const OptionTexts &texts, const QString &word, const QString &verb)
{
    static const QRegularExpression place(QStringLiteral("^([A-Z][A-Z0-9_:-]*)((?:\\.[a-z]+)?)$"));
    const QStringList choices = word.split(QLatin1Char('|'));
    const QString chosen = choices.contains(verb) ? verb : choices.first();
    const QString first = chosen.section(QLatin1Char(','), 0, 0);
    const auto m = place.match(first);
    if (!m.hasMatch())
        return first;
    return m.captured(2).isEmpty() ? texts.place(m.captured(1)) : m.captured(1).toLower() + m.captured(2);
}

QStringList examplesOf(const QString &syntax, const QString &verb)
{
    static const OptionTexts texts;
    QStringList out;
    const QStringList alternatives = alternativesOf(syntax);
    for (const QString &alternative : alternatives) {
        QStringList words = alternative.split(QLatin1Char(' '), Qt::SkipEmptyParts);
        const bool isMeant = words.value(1).split(QLatin1Char('|')).contains(verb);
        if (!verb.isEmpty() && alternatives.size() > 1 && !isMeant)
            continue;
        const QString command = words.first();
        for (qsizetype i = 0; i < words.size(); ++i) {
            const bool isValue = i > 0 && words.at(i - 1).startsWith(QLatin1String("--"));
            const QString sample = isValue ? texts.sample(command, words.at(i - 1).mid(2)) : QString();
            const bool isOption = words.at(i).startsWith(QLatin1Char('-'));
            if (!isOption)
                words[i] = sample.isEmpty() ? saidFor(texts, words.at(i), verb) : sample;
            else
                words[i] = words.at(i).section(QLatin1Char('|'), 0, 0);
        }
        out << QStringLiteral("idvctl ") + words.join(QLatin1Char(' '));
    }
    return out;
}

constexpr int textColumn = 34, lineEnd = 100;

// The words behind a column, in as many lines as they need.
static QString inColumns(const QString &head, const QString &text)
{
    QString out, line = head.size() < textColumn - 1 ? head.leftJustified(textColumn) : head + QStringLiteral("  ");
    const QStringList words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    bool isFirst = true;
    for (const QString &word : words) {
        if (!isFirst && line.size() + 1 + word.size() > lineEnd) {
            out += line + QLatin1Char('\n');
            line = QString(textColumn, QLatin1Char(' '));
            isFirst = true;
        }
        line += isFirst ? word : QLatin1Char(' ') + word;
        isFirst = false;
    }
    return out + line;
}

static QString optionLine(const OptionTexts &texts, const QString &command, const QCommandLineOption &o)
{
    const QString what = o.valueName().isEmpty() ? QString() : QLatin1Char(' ') + o.valueName();
    const QString standard = o.defaultValues().value(0);
    const QString text = texts.text(command, o.names().first());
    return inColumns(QStringLiteral("  --%1%2").arg(o.names().first(), what),
        standard.isEmpty() ? text : QStringLiteral("%1 (default: %2)").arg(text, standard));
}

static QString formText(const CommandForm &form, const QString &verb)
{
    static const OptionTexts texts;
    const QString command = form.syntax.section(QLatin1Char(' '), 0, 0);
    QStringList lines{QStringLiteral("Usage: idvctl ") + form.syntax, QStringLiteral("Options:")};
    for (const QCommandLineOption &o : form.options)
        lines << optionLine(texts, command, o);
    lines << inColumns(QStringLiteral("  --json"), QStringLiteral("its result, or its error, as one JSON object"))
          << inColumns(QStringLiteral("  --secrets -"), QStringLiteral("secrets as one JSON object on standard input"))
          << QStringLiteral("Example: ") + examplesOf(form.syntax, verb).join(QStringLiteral("\nExample: "));
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

QByteArray commandHelp(const Command &command, const QString &verb)
{
    const CommandForm *named = verb.isEmpty() ? nullptr : command.form(verb);
    QStringList parts;
    for (const CommandForm &form : command.forms) {
        // Verbs that are written together are told together.
        const QString part = !named || &form == named ? formText(form, verb) : QString();
        if (!part.isEmpty() && !parts.contains(part))
            parts << part;
    }
    const QString keys = QStringLiteral("Keys of --secrets: %1.\n").arg(secretKeyNames().join(QStringLiteral(", ")));
    return (parts.join(QLatin1Char('\n')) + QLatin1Char('\n') + keys).toUtf8();
}

} // namespace cli
