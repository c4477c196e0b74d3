#pragma once
#include "core/result.h"
#include <QByteArray>
#include <QString>

namespace ui {

/// The whole of a file that a person chose. Storage with the system's reason, also for one over `most` bytes.
core::Result<QByteArray> fileText(const QString &name, qint64 most);
/// Complete or not at all. Storage with the system's reason.
core::Status saveText(const QString &name, const QByteArray &text);

} // namespace ui
