#pragma once
#include "domain/profiles/profilepatch.h"
#include "ui/widgets/dialog.h"

class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;

namespace ui {

class AppContext;
class Banner;

/// Name, description and priority of an identity profile; shows the JSON Patch before it is sent.
class EditProfileDialog : public Dialog
{
    Q_OBJECT
public:
    EditProfileDialog(AppContext &app, const domain::IdentityProfile &profile, QWidget *parent);

private:
    domain::ProfilePatch patch() const;
    void refresh();
    void run();
    AppContext &m_app;
    domain::IdentityProfile m_profile;
    QLineEdit *m_name;
    QLineEdit *m_description;
    QSpinBox *m_priority;
    int m_shownPriority = 0; ///< before a person touched it
    QPlainTextEdit *m_sent;
    Banner *m_banner;
    QPushButton *m_save;
};

} // namespace ui
