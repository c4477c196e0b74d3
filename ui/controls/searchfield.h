#pragma once
#include <QLineEdit>
#include <QTimer>
#include <chrono>

namespace ui {

class Theme;

/// Where a list is searched: told once the keys rest. A region of its window (ui/controls/region.h).
class SearchField : public QLineEdit
{
    Q_OBJECT
public:
    /// `name` is the accessible one; empty: the placeholder. `pause` 0 tells with every key, in the same call.
    SearchField(Theme &theme, const QString &placeholder, const QString &name = {},
        std::chrono::milliseconds pause = {}, QWidget *parent = nullptr);
    /// The keyboard goes there, and what stood there is replaced by what is typed.
    void focusAll();

Q_SIGNALS:
    void searched();

private:
    QTimer m_pause;
};

} // namespace ui
