#pragma once
#include <QJsonArray>
#include <QJsonObject>
#include <QWidget>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QStackedWidget;
class QTabBar;
class QTableWidget;

namespace ui {

class AttributeReadiness;
class Banner;
class AppContext;
class EmptyState;
class KeyValueList;
class ElidedLabel;
class Label;

/// Identity profiles: what each lacks for IDV, its mappings and settings, and what SailPoint can be asked to do to it.
class ProfilesPage : public QWidget
{
    Q_OBJECT
public:
    explicit ProfilesPage(AppContext &app, QWidget *parent = nullptr);
    void focusSearch();

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeList();
    QWidget *makeDetail();
    void forget();
    void load();
    void loadIfNews();
    void fillList();
    void showProfile();
    void fillReadiness(const QJsonObject &profile);
    void fillMappings();
    void mapAttribute();
    void preview();
    void exportOne();
    void importFile();
    void refreshIdentities();
    void create();
    void remove();
    void edit();
    void showDefaults();
    void showLifecycle();
    void readLatest(const QString &profile);
    void refreshRights();
    QList<QJsonObject> selected() const;
    QJsonObject current() const;
    QString sourceOfResults() const;

    AppContext &m_app;
    QListWidget *m_list;
    QStackedWidget *m_stack;
    QWidget *m_side;
    AttributeReadiness *m_attributesOnly;
    EmptyState *m_empty;
    Banner *m_banner;
    ElidedLabel *m_name;
    ElidedLabel *m_facts;
    QTabBar *m_tabs;
    QStackedWidget *m_pages;
    QTableWidget *m_ready;
    QPushButton *m_map;
    QLineEdit *m_find;
    QTableWidget *m_mappings;
    KeyValueList *m_settings;
    QPushButton *m_refresh;
    Label *m_refreshWhy;
    QPushButton *m_fresh;
    QPushButton *m_import;
    QPushButton *m_preview;
    QPushButton *m_delete;
    QPushButton *m_edit;
    Label *m_importWhy;
    QJsonArray m_profiles;
    QJsonArray m_attributes;
    QString m_seen; ///< the operations on profiles that were over when SailPoint was last asked
    bool m_isLoading = false;
};

} // namespace ui
