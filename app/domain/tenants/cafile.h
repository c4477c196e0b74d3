#pragma once
#include "core/error.h"
#include <QByteArray>
#include <optional>

namespace domain {

/// Why the content of a CA file holds no PEM certificate, with the command that makes one of it; Usage with the field
/// "ca". What a certificate says is not looked at.
std::optional<core::Error> caFileFault(const QByteArray &content, const QString &path);
/// The same of the file itself, which is read up to 4 MiB; nothing for no path, and for what is no file.
std::optional<core::Error> caFileFault(const QString &path);

} // namespace domain
