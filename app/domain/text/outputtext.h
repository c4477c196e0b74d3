#pragma once
#include <QByteArray>
#include <QString>

namespace domain {

/// The doors through which text leaves: what somebody else wrote (a name, a vendor's message, a line of a file) may
/// hold signs that a terminal obeys, that turn the reading direction, or that nobody sees. Letters, marks and emoji of
/// every script go through unchanged, the joiners and direction marks that these scripts need too. A credential of this
/// process that a vendor said back is "[secret]" (core/secretmask.h). Thread: any.

/// Whether a sign has no business in a text that is shown: a control character (line end and TAB included), a sign that
/// turns the reading direction, one that is invisible or separates lines, half a character.
bool isHidden(QChar c);

/// One line of a terminal or a log: hidden signs are spelled out as JSON does ("\u001b", "\u202e", "\n"), half a
/// character is U+FFFD. A JSON document of one line stays that document.
QString terminalText(const QString &text);
/// The JSON of a line, "\uXXXX" for what a terminal or an editor would obey or hide; half a character is U+FFFD. The
/// document says the same.
QByteArray safeJson(const QByteArray &json);

/// For a file: hidden signs become U+FFFD, line ends and TAB stay.
QString fileText(const QString &text);

/// The longest text that a label takes.
constexpr qsizetype longestLabel = 4000;
/// For a label, a cell, a tool tip or a title: hidden signs become U+FFFD, TAB a space, line ends stay; of more than
/// eight marks on one letter, which would cover the lines above, eight stay; what is longer than `most` ends with "…".
QString labelText(const QString &text, qsizetype most = longestLabel);
/// The same in one line, each line end a blank: names, cells, whatever has one line's height.
QString lineText(const QString &text, qsizetype most = longestLabel);
/// That as a menu's entry: "&" is no key there.
QString menuText(const QString &text);

} // namespace domain
