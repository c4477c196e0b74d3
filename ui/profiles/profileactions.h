#pragma once
#include "domain/profiles/identityprofile.h"
#include "domain/readiness/readiness.h"
#include <QObject>

class QWidget;

namespace ui {

class AppContext;
class Banner;

/// What SailPoint can be asked to do to identity profiles, each with its question or dialog over the page.
class ProfileActions : public QObject
{
    Q_OBJECT
public:
    /// `banner`: where what went wrong is said.
    ProfileActions(AppContext &app, Banner &banner, QWidget *page);
    /// Everything that SailPoint has.
    void setProfiles(const QList<domain::IdentityProfile> &profiles) { m_profiles = profiles; }
    /// Takes the attribute from the source of results; creates it first where SailPoint has none.
    void mapAttribute(const domain::IdentityProfile &profile, const domain::ReadyLine &line);
    void preview(const domain::IdentityProfile &profile);
    void exportOne(const domain::IdentityProfile &profile);
    void importFile();
    void refreshIdentities(const domain::IdentityProfile &profile);
    void create();
    /// One, or several at once.
    void remove(const QList<domain::IdentityProfile> &profiles);
    void edit(const domain::IdentityProfile &profile);
    void showDefaults(const domain::IdentityProfile &profile);
    void showLifecycle(const domain::IdentityProfile &profile);

Q_SIGNALS:
    /// A file was no export; the banner says why.
    void importRefused();
    /// SailPoint has an attribute more.
    void attributeCreated();

private:
    void createAttribute(const QString &name);
    void importFrom(const QString &fileName);
    void removeOne(const domain::IdentityProfile &profile);
    void removeAll(const QList<domain::IdentityProfile> &profiles);
    AppContext &m_app;
    Banner &m_banner;
    QWidget *m_page;
    QList<domain::IdentityProfile> m_profiles;
};

} // namespace ui
