#pragma once
#include "domain/profiles/identityattribute.h"
#include "domain/profiles/identityprofile.h"
#include <QWidget>

class QListWidget;
class QPushButton;
class QStackedWidget;

namespace ui {

class AppContext;
class AttributeReadiness;
class EmptyState;
class Label;
class ProfileActions;
class ProfileDetail;

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
    void listenToDetail();
    void forget();
    void load();
    void loadIfNews();
    void fillList();
    void showProfile();
    void mapSelected();
    void removeSelected();
    void refreshRights();
    QList<domain::IdentityProfile> selected() const;
    domain::IdentityProfile current() const;

    AppContext &m_app;
    QListWidget *m_list;
    QStackedWidget *m_stack;
    QWidget *m_side;
    AttributeReadiness *m_attributesOnly;
    EmptyState *m_empty;
    ProfileDetail *m_detail;
    ProfileActions *m_actions;
    QPushButton *m_fresh;
    QPushButton *m_import;
    Label *m_importWhy;
    QList<domain::IdentityProfile> m_profiles;
    QList<domain::IdentityAttribute> m_attributes;
    QString m_seen; ///< the operations on profiles that were over when SailPoint was last asked
    bool m_isLoading = false;
};

} // namespace ui
