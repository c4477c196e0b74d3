#pragma once
#include "domain/profiles/identityattribute.h"
#include "domain/profiles/identityprofile.h"
#include <QWidget>

class QLineEdit;
class QPushButton;
class QTabBar;
class QTableWidget;
class QVBoxLayout;

namespace ui {

class AppContext;
class Banner;
class ElidedLabel;
class KeyValueList;
class Label;

/// One identity profile: what it lacks for IDV, its mappings and settings. Says what was pressed; changes nothing.
class ProfileDetail : public QWidget
{
    Q_OBJECT
public:
    explicit ProfileDetail(AppContext &app, QWidget *parent = nullptr);
    /// `attributes`: all identity attributes that SailPoint has. A tenant has to be open.
    void showProfile(const domain::IdentityProfile &profile, const QList<domain::IdentityAttribute> &attributes);
    /// Another tenant is open: answers for the last profile are not shown any more.
    void forget();
    /// `selected`: how many profiles a deletion would take.
    void refreshRights(qsizetype selected);
    /// Its row among the IDV attributes; -1 when none is.
    int selectedAttribute() const;
    void focusSearch();
    Banner &banner() { return *m_banner; }

Q_SIGNALS:
    void previewWanted();
    void exportWanted();
    void refreshWanted();
    void removalWanted();
    void mappingWanted();
    void defaultsWanted();
    void editWanted();
    void lifecycleWanted();

private:
    static QString refreshText(const std::optional<bool> &isNeeded);
    void makeHead(QVBoxLayout &page);
    QWidget *makeReadiness();
    QWidget *makeMappings();
    QWidget *makeSettings();
    void fillReadiness(const QList<domain::IdentityAttribute> &attributes);
    void fillMappings();
    void refreshMap();
    void readLatest(const QString &profile);
    AppContext &m_app;
    domain::IdentityProfile m_profile;
    Banner *m_banner;
    ElidedLabel *m_name;
    ElidedLabel *m_facts;
    QTabBar *m_tabs;
    QTableWidget *m_ready;
    QPushButton *m_map;
    QLineEdit *m_find;
    QTableWidget *m_mappings;
    KeyValueList *m_settings;
    QPushButton *m_refresh;
    Label *m_refreshWhy;
    QPushButton *m_preview;
    QPushButton *m_delete;
    QPushButton *m_edit;
};

} // namespace ui
