#pragma once
#include "ui/widgets/dialog.h"
#include <QJsonArray>
#include <QJsonObject>

class QLineEdit;
class QPushButton;
class QTableWidget;

namespace ui {

class Banner;
class AppContext;
class Label;

/// What the profile would make of a person: present and new value side by side. Nothing is saved.
class PreviewDialog : public Dialog
{
    Q_OBJECT
public:
    PreviewDialog(AppContext &app, const QJsonObject &profile, QWidget *parent);

private:
    void find();
    AppContext &m_app;
    QJsonObject m_profile;
    QLineEdit *m_person;
    Label *m_who;
    Banner *m_banner;
    QTableWidget *m_table;
};

/// What an import would change, before anything is sent; then what SailPoint made of it.
class ImportDialog : public Dialog
{
    Q_OBJECT
public:
    ImportDialog(AppContext &app, const QJsonArray &objects, const QJsonArray &present, QWidget *parent);

private:
    void run();
    AppContext &m_app;
    QJsonArray m_objects;
    Banner *m_banner;
    QPushButton *m_import;
};

/// Name and authoritative source of a new identity profile.
class NewProfileDialog : public Dialog
{
    Q_OBJECT
public:
    /// Sources are offered from the profiles that exist; another id can be typed.
    NewProfileDialog(AppContext &app, const QJsonArray &present, QWidget *parent);

private:
    void run();
    AppContext &m_app;
    QLineEdit *m_name;
    QLineEdit *m_description;
    class QComboBox *m_source;
    Banner *m_banner;
    QPushButton *m_create;
    QJsonArray m_present;
};

} // namespace ui
