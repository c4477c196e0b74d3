#pragma once
#include "domain/readiness/readiness.h"
#include <QJsonArray>
#include <QJsonObject>
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
    void setProfiles(const QJsonArray &profiles) { m_profiles = profiles; }
    /// Takes the attribute from the source of results; creates it first where SailPoint has none.
    void mapAttribute(const QJsonObject &profile, const domain::ReadyLine &line);
    void preview(const QJsonObject &profile);
    void exportOne(const QJsonObject &profile);
    void importFile();
    void refreshIdentities(const QJsonObject &profile);
    void create();
    /// One, or several at once.
    void remove(const QList<QJsonObject> &profiles);
    void edit(const QJsonObject &profile);
    void showDefaults(const QJsonObject &profile);
    void showLifecycle(const QJsonObject &profile);

Q_SIGNALS:
    /// A file was no export; the banner says why.
    void importRefused();
    /// SailPoint has an attribute more.
    void attributeCreated();

private:
    QString sourceOfResults() const;
    void createAttribute(const QString &name);
    void importFrom(const QString &fileName);
    void removeOne(const QJsonObject &profile);
    void removeAll(const QList<QJsonObject> &profiles);
    AppContext &m_app;
    Banner &m_banner;
    QWidget *m_page;
    QJsonArray m_profiles;
};

} // namespace ui
