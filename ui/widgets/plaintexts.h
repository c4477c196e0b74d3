#pragma once

namespace ui {

/// From now on no text of this program is read as rich text by guess: labels that would look for markup by themselves
/// (tool tips and message boxes have such) show it as it stands, and tool tips and window titles lose hidden signs
/// (domain/outputtext.h). Labels that were made rich text on purpose stay it. Once per program; again does nothing.
/// Thread: GUI.
void keepTextsPlain();

} // namespace ui
