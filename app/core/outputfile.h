#pragma once
#include "core/result.h"
#include <QByteArray>
#include <QString>

namespace core {

/// Why nothing is written to this place: a symbolic link leads wherever somebody else wants it to lead, and what is
/// there is no file. Storage with a sentence that names the way out. Thread: any.
Status mayWriteTo(const QString &path);
/// A command line names its standard output "-"; a window has none. Once, before anything is written.
void offerStandardOutput();
/// Is this the name of the standard output of a command line?
bool isStandardOutput(const QString &path);
/// A file will go there.
void takeStandardOutput();
/// Somebody's file goes there: what is said to a person goes elsewhere. Never to a terminal: names in it
/// could be obeyed there.
bool isStandardOutputTaken();
/// Takes it and writes all of it there; Storage when it does not take it. Blocks.
Status writeStandardOutput(const QByteArray &bytes);

/// The whole file or nothing, for its owner's eyes only; mayWriteTo() is asked first. To the standard output where
/// that is named. Blocks. Thread: any.
Status writeFile(const QString &path, const QByteArray &bytes);

} // namespace core
