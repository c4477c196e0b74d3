#pragma once
#include <QList>
#include <QString>
#include <QStringList>

/// Texts from outside that a terminal, a log, a spreadsheet, a Markdown reader or a label would obey, and ordinary ones
/// that must come out as they went in. tests/cli/rawbytes_test.py has the same list.
namespace support {

struct RawText
{
    const char *name;
    QString text;
};

inline QString sign(char32_t code)
{
    return QString::fromUcs4(&code, 1);
}

/// What a terminal, a log or a line of text would obey.
inline QList<RawText> terminalTexts()
{
    const QString esc = sign(0x1b), bel = sign(7);
    return {
        {"clears the screen", esc + QStringLiteral("[2J") + esc + QStringLiteral("[H")},
        {"colours", esc + QStringLiteral("[32mverified") + esc + QStringLiteral("[0m")},
        {"window title", esc + QStringLiteral("]0;idvctl: verified") + bel},
        {"link of a terminal", esc + QStringLiteral("]8;;https://evil.example") + esc + QStringLiteral("\\Ada") + esc +
                                   QStringLiteral("]8;;") + esc + QStringLiteral("\\")},
        {"clipboard", esc + QStringLiteral("]52;c;cm0gLXJmIH4K") + bel},
        {"bell", QStringLiteral("Ada") + bel},
        {"backspaces", QStringLiteral("denied") + sign(8).repeated(6) + QStringLiteral("passed")},
        {"overwrites the line", QStringLiteral("denied\rpassed")},
        {"next line", QStringLiteral("Ada\nidvctl: verified")},
        {"both line ends", QStringLiteral("Ada\r\nverified")},
        {"vertical tab and form feed", QStringLiteral("a") + sign(0xb) + sign(0xc)},
        {"NUL", QStringLiteral("Ada") + QChar(0) + QStringLiteral("Quill")},
        {"DEL", QStringLiteral("Ada") + sign(0x7f)},
        {"C1 introducer", sign(0x9b) + QStringLiteral("2J")},
        {"C1 string", sign(0x9d) + QStringLiteral("0;x") + sign(0x9c)},
        {"C1 next line", QStringLiteral("a") + sign(0x85) + QStringLiteral("b")},
        {"right-to-left override", QStringLiteral("Ada ") + sign(0x202e) + QStringLiteral("exe.txt")},
        {"embedding", sign(0x202b) + QStringLiteral("Ada") + sign(0x202c)},
        {"isolates", sign(0x2066) + QStringLiteral("a") + sign(0x2067) + QStringLiteral("b") + sign(0x2068) +
                         QStringLiteral("c") + sign(0x2069)},
        {"zero width", QStringLiteral("A") + sign(0x200b) + QStringLiteral("d") + sign(0x2060) + QStringLiteral("a") +
                           sign(0xfeff)},
        {"line separator",
            QStringLiteral("a") + sign(0x2028) + QStringLiteral("b") + sign(0x2029) + QStringLiteral("c")},
        {"annotation", sign(0xfff9) + QStringLiteral("a") + sign(0xfffa) + QStringLiteral("b") + sign(0xfffb)},
        {"high half", QStringLiteral("Ada") + QChar(0xd83d)},
        {"low half", QChar(0xde00) + QStringLiteral("Ada")},
        {"halves the wrong way", QString(QChar(0xde00)) + QChar(0xd83d)},
    };
}

/// What a spreadsheet would calculate.
inline QList<RawText> spreadsheetTexts()
{
    return {
        {"formula", QStringLiteral("=HYPERLINK(\"https://evil.example\";\"Ada\")")},
        {"plus", QStringLiteral("+1+cmd|' /C calc'!A0")},
        {"minus", QStringLiteral("-2+3")},
        {"at", QStringLiteral("@SUM(1+1)")},
        {"tab and formula", QStringLiteral("\t=1+1")},
        {"formula behind a semicolon", QStringLiteral("Ada;=1+1")},
        {"formula behind a line end", QStringLiteral("Ada\n=1+1")},
        {"quotation marks", QStringLiteral("\",\"=1+1\",\"")},
    };
}

/// What a Markdown reader or a label would format, and what is only long.
inline QList<RawText> markupTexts()
{
    return {
        {"Markdown link", QStringLiteral("[Ada](javascript:alert(1))")},
        {"Markdown picture", QStringLiteral("![Ada](file:///etc/passwd)")},
        {"Markdown cells", QStringLiteral("Ada | verified | 2 |")},
        {"Markdown code", QStringLiteral("`Ada` ```x``` ~~~")},
        {"Markdown heading", QStringLiteral("# Ada")},
        {"Markdown list", QStringLiteral("- Ada")},
        {"Markdown number", QStringLiteral("1. Ada")},
        {"Markdown bold", QStringLiteral("**Ada** _Quill_")},
        {"address", QStringLiteral("https://evil.example/x")},
        {"address without a scheme", QStringLiteral("www.evil.example")},
        {"HTML picture", QStringLiteral("<img src=\"file:///etc/passwd\">")},
        {"HTML bold", QStringLiteral("<b>Ada</b><br/>Quill")},
        {"HTML script", QStringLiteral("<script>alert(1)</script>")},
        {"HTML link", QStringLiteral("<a href='javascript:alert(1)'>Ada</a>")},
        {"entities", QStringLiteral("&lt;b&gt; &#x1b; &#27;[2J &amp;")},
        {"format marks", QStringLiteral("%1 %2 %n %L1 %s %d %x %% {0} $(id) ${HOME}")},
        {"menu key", QStringLiteral("&Ada && &Quill")},
        {"very long", QStringLiteral("Ada Quill ").repeated(10'000)},
        {"very long word", QStringLiteral("A").repeated(100'000)},
        {"flood of marks", QStringLiteral("A") + sign(0x301).repeated(500) + QStringLiteral("da")},
    };
}

inline QList<RawText> hostileTexts()
{
    QList<RawText> all = terminalTexts() + spreadsheetTexts() + markupTexts();
    // Every control character by itself.
    for (uint c = 0; c < 0xa0; ++c) {
        if (c < 0x20 || c >= 0x7f)
            all.append({"control", QStringLiteral("a") + QString(QChar(ushort(c))) + QStringLiteral("b")});
    }
    return all;
}

inline QStringList ordinaryTexts()
{
    const QString joiner = sign(0x200d);
    return {QStringLiteral("Ada Quill"), QStringLiteral("Jürgen Großmann-Öztürk"),
        QStringLiteral("Müller, Ärztin (Köln)"), QStringLiteral("佐々木 遥香"), QStringLiteral("김 지안"),
        QStringLiteral("أمينة بنت سليمان الزهراني"), QStringLiteral("דבורה בן־שחר"),
        QStringLiteral("இராமநாதன் தமிழ்ச்செல்வி"), QStringLiteral("กนกวรรณ ศรีสุวรรณ"),
        QStringLiteral("Nguyễn Thị Minh Khuê"), QStringLiteral("e") + sign(0x301) + QStringLiteral("a"),
        sign(0x1f600) + QStringLiteral(" Ada"), sign(0x1f469) + joiner + sign(0x1f4bb), sign(0x2764) + sign(0xfe0f),
        QStringLiteral("می") + sign(0x200c) + QStringLiteral("خواهم"),
        sign(0x200f) + QStringLiteral("אבא") + sign(0x200e), QStringLiteral("O'Sullivan & Söhne 100 %"),
        QStringLiteral("“quoted” – dash… €"), QStringLiteral("ada.quill@halden.example"), QString()};
}

/// What may never come out of a door, found without asking the code under test. `breaks`: whether "\n" may.
inline bool holdsHidden(const QString &text, bool breaks = false)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        const uint u = c.unicode();
        if (c.isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate()) {
            ++i;
            continue;
        }
        if (u == '\n' && breaks)
            continue;
        if (c.category() == QChar::Other_Control || c.isSurrogate() || (u >= 0x202a && u <= 0x202e) ||
            (u >= 0x2066 && u <= 0x2069) || u == 0x2028 || u == 0x2029 || u == 0x200b || u == 0x2060 || u == 0xfeff ||
            (u >= 0xfff9 && u <= 0xfffb))
            return true;
    }
    return false;
}

} // namespace support
