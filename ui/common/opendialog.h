#pragma once
#include <QDialog>
#include <concepts>

namespace ui {

/// A window that goes when it is closed, not shown yet: for those that are filled before they are seen.
template <std::derived_from<QWidget> T, class... Arguments>
T *makeWindow(Arguments &&...arguments)
{
    auto *window = new T(std::forward<Arguments>(arguments)...);
    window->setAttribute(Qt::WA_DeleteOnClose);
    return window;
}

/// The same for a dialog, and opened: it blocks nobody. Whoever waits for it connects to what this returns; nothing is
/// emitted before the event loop runs again.
template <std::derived_from<QDialog> T, class... Arguments>
T *openDialog(Arguments &&...arguments)
{
    T *dialog = makeWindow<T>(std::forward<Arguments>(arguments)...);
    dialog->open();
    return dialog;
}

} // namespace ui
