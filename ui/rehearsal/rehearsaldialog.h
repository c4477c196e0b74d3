#pragma once
#include "services/rehearsal/rehearsalreport.h"
#include "ui/widgets/dialog.h"
#include <memory>

class QCheckBox;
class QLineEdit;
class QPushButton;

namespace services {
class Rehearsal;
class TenantSession;
} // namespace services

namespace ui {

class AppContext;
class Banner;
class Label;
class ReadinessTable;
class RehearsalSteps;

/// One test person through the guide's five steps, before anybody depends on a tenant. Closing it ends what runs; an
/// open session is ended with it.
class RehearsalDialog : public Dialog
{
    Q_OBJECT
public:
    /// `person` may be empty: then it is typed.
    RehearsalDialog(AppContext &app, const core::IdentityId &person, QWidget *parent = nullptr);
    ~RehearsalDialog() override;
    void reject() override;

private:
    QWidget *makeQuestions(const core::IdentityId &person);
    QWidget *makeFoot();
    void lookUp();
    void refresh();
    QString obstacle() const;
    void start();
    void add(const services::RehearsalLine &line);
    void askToWrite(int attributes);
    void ended(const core::Result<services::RehearsalReport> &report);
    void store();

    AppContext &m_app;
    std::shared_ptr<services::TenantSession> m_session; ///< of the run; outlives the tenant's turn in the window
    std::unique_ptr<services::Rehearsal> m_rehearsal;
    services::RehearsalReport m_report;
    QString m_name;    ///< of the test person, once known
    QString m_unknown; ///< why they are not
    bool m_isRunning = false, m_isClosing = false;
    QLineEdit *m_person;
    Label *m_who;
    QCheckBox *m_agreed;
    Banner *m_banner;
    RehearsalSteps *m_steps;
    ReadinessTable *m_table;
    QPushButton *m_start, *m_show, *m_save, *m_store, *m_close;
};

} // namespace ui
