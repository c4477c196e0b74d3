#pragma once
#include "core/result.h"
#include <QByteArray>
#include <QString>

namespace core {

/// Why nothing is written to this place: a symbolic link leads wherever somebody else wants it to lead, and what is
/// there is no file. Storage with a sentence that names the way out. Thread: any.
Status mayWriteTo(const QString &path);
/// The whole file or nothing, for its owner's eyes only; mayWriteTo() is asked first. Blocks. Thread: any.
Status writeFile(const QString &path, const QByteArray &bytes);

} // namespace core
