#pragma once
#include "domain/profiles/identityprofile.h"
#include "ui/widgets/dialog.h"

class QComboBox;
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
    PreviewDialog(AppContext &app, const domain::IdentityProfile &profile, QWidget *parent);

private:
    void find();
    void showLines(const QList<domain::PreviewLine> &lines);
    AppContext &m_app;
    domain::IdentityProfile m_profile;
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
    ImportDialog(AppContext &app, const QList<domain::ExportedProfile> &objects,
        const QList<domain::IdentityProfile> &present, QWidget *parent);

private:
    void run();
    AppContext &m_app;
    QList<domain::ExportedProfile> m_objects;
    Banner *m_banner;
    QPushButton *m_import;
};

/// Name and authoritative source of a new identity profile.
class NewProfileDialog : public Dialog
{
    Q_OBJECT
public:
    /// Sources are offered from the profiles that exist; another id can be typed.
    NewProfileDialog(AppContext &app, const QList<domain::IdentityProfile> &present, QWidget *parent);

private:
    void run();
    AppContext &m_app;
    QLineEdit *m_name;
    QLineEdit *m_description;
    QComboBox *m_source;
    Banner *m_banner;
    QPushButton *m_create;
    QList<domain::SourceReference> m_sources; ///< as m_source lists them
};

} // namespace ui
