#pragma once
#include <QString>

class QIODevice;

namespace ui {

/// A Markdown report as an A4 PDF: title, tables, page numbers. False when the device did not take it.
bool writePdf(QIODevice &device, const QString &markdown);

} // namespace ui
