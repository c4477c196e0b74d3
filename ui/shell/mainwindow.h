#pragma once
#include "ui/shell/pagestack.h"
#include <QMainWindow>

namespace core {
struct Error;
}

namespace ui {

class AppContext;
class Banner;
class MenuBar;
class Sidebar;
class StatusLine;

/// The shell only: sidebar, message bar, pages, menus and status line, and the way from one to the other.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    explicit MainWindow(AppContext &app);
    using Page = ui::Page;
    using enum ui::Page;
    void showPage(Page page);
    IdentitiesPage &identities() { return m_pages->identities(); }
    SettingsPage &settingsPage() { return m_pages->settings(); }
    /// Null until it was shown.
    LabPage *labPage() { return m_pages->lab(); }
    void quickFind(const QString &typed = {});

protected:
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeFrame();
    void connectMenus();
    void connectPages();
    void connectOverview();
    void connectApp();
    void showError(const core::Error &error, int vendor);
    void showSkew(const QString &text, bool isRefused);
    void showReadiness();
    void refreshTenant();
    void refreshTitle();
    void nextRegion(bool isForward);
    QString pageKey() const;
    Page firstPage();
    void openReport();
    void collapse();

    AppContext &m_app;
    QWidget *m_frame;
    Sidebar *m_sidebar;
    Banner *m_messages;
    PageStack *m_pages;
    MenuBar *m_menus;
    StatusLine *m_status;
    QString m_details;
    bool m_isCollapsedByHand = false;
};

} // namespace ui
