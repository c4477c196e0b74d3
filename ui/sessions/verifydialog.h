#pragma once
#include "core/async.h"
#include "domain/identities/identity.h"
#include "domain/recovery/recovery.h"
#include "ui/widgets/dialog.h"

class QRadioButton;
class QCheckBox;
class QLineEdit;
class QPushButton;

namespace ui {

class Banner;
class AppContext;
class Label;
class Segmented;

/// Everything about one start on one page. Nothing is sent before Start; an error leaves it filled.
class VerifyDialog : public Dialog
{
    Q_OBJECT
public:
    VerifyDialog(AppContext &app, const domain::Identity &person, QWidget *parent);

    void reject() override;
    /// Takes over an earlier request; the ticket stays to be confirmed.
    void fill(const domain::VerificationRequest &request);

Q_SIGNALS:
    void started(const core::SessionId &id);

private:
    QWidget *makeHead();
    class QGridLayout *makeForm();
    QWidget *makeFoot();
    domain::VerificationRequest request() const;
    void check();
    void start();
    void loadHistory();
    void askToReplace();
    void applyDefaults();
    void showContactAges();
    bool needsContactReason() const;
    void launch(const core::Async<domain::Session> &run);
    void showError(const core::Error &error);
    void readOperator();
    void registerOperator();
    bool needsOperator() const;

    AppContext &m_app;
    domain::Identity m_person;
    Banner *m_banner;
    QList<QRadioButton *> m_reasons;
    QLineEdit *m_ticket;
    Label *m_ticketHint;
    Segmented *m_level;
    QList<QCheckBox *> m_documents;
    QList<QRadioButton *> m_deliveries;
    QPushButton *m_start;
    QPushButton *m_register = nullptr;
    Label *m_foot = nullptr;
    QList<Label *> m_ages;
    QLineEdit *m_contactReason = nullptr;
    domain::ContactHistory m_history;
    core::SessionId m_open;
    QString m_openBy;
    std::optional<QString> m_operator; ///< who is registered here; empty: nobody; nothing while it was not read
    bool m_isOperatorWanted = false;   ///< the banner asks for it
    bool m_isStarting = false;
};

} // namespace ui
