#pragma once
#include <QString>

class QIODevice;
class QTextDocument;

namespace ui {

/// A Markdown report into a document: no HTML, no hidden signs (domain/outputtext.h).
void setReport(QTextDocument &document, const QString &markdown);
/// A Markdown report as an A4 PDF: title, tables, page numbers. False when the device did not take it.
bool writePdf(QIODevice &device, const QString &markdown);

} // namespace ui
