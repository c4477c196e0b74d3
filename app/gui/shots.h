#pragma once
#include <QElapsedTimer>
#include <QObject>
#include <functional>

class QWidget;

namespace ui {
class AppContext;
class MainWindow;
} // namespace ui

namespace assembly {

class Console;

/// Draws every page and dialog with lab data into PNG files, light and dark, and ends the program.
class Shots : public QObject
{
public:
    Shots(ui::AppContext &app, ui::MainWindow &window, Console &console, QString folder);
    void run();

private:
    void next();
    void step(int ms, std::function<void()> what);
    void grab(QWidget *widget, const QString &name);
    /// After `ms`, the open dialog or window of this kind.
    template <class W>
    void grabOne(int ms, const QString &name);
    void grabWindow(int ms, const QString &name);
    void script();
    void drawWizard();
    void drawPeople();
    void drawVerification();
    void drawSessions();
    void drawReverification();
    void drawPages();

    ui::AppContext &m_app;
    ui::MainWindow &m_window;
    Console &m_console;
    QString m_folder;
    QList<std::pair<int, std::function<void()>>> m_steps;
};

/// Prints the milliseconds from the process's start to the first painted window and to the first rows, and the resident
/// size after three seconds; then ends. For the bench.
void timeStart(ui::MainWindow &window);

} // namespace assembly
