#pragma once
#include <QString>

class QFileDialog;
class QWidget;

namespace ui {

/// What is asked of a person who shall name a file.
struct FileQuestion
{
    QString title;
    QString filter;       ///< "JSON (*.json)"; several with ";;"
    QString name{};       ///< proposed to be written, or the folder to begin in; a path or a name
    bool toWrite = false; ///< false: one that exists
    QString suffix{};     ///< of a name that has none; without the dot
    bool asksOverwriting = true;
};

/// Asks, and blocks nobody: connect to QFileDialog::fileSelected of what this returns. It goes when it is closed, and
/// with `parent`.
QFileDialog *askFile(QWidget *parent, const FileQuestion &question);

} // namespace ui
