#pragma once
#include "core/async.h"
#include "domain/identities/identity.h"
#include "domain/verification/verification.h"
#include "ui/widgets/dialog.h"
#include <optional>

class QPushButton;
class QVBoxLayout;

namespace ui {

class Banner;
class AppContext;
class Label;
class VerifyForm;

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
    QWidget *makeFoot();
    void addBanner(QVBoxLayout *layout);
    void check();
    QString obstacle(const domain::VerificationRequest &request) const;
    void start();
    void takeReason();
    void loadHistory();
    void showEarlier(const QList<domain::Session> &sessions);
    void askToReplace();
    void launch(const core::Async<domain::Session> &run);
    void launched(const core::Result<domain::Session> &session);
    void showError(const core::Error &error);
    void readOperator();
    void registerOperator();
    bool needsOperator() const;

    AppContext &m_app;
    domain::Identity m_person;
    Banner *m_banner;
    VerifyForm *m_form;
    QPushButton *m_start;
    QPushButton *m_register;
    Label *m_foot;
    core::SessionId m_open;
    QString m_openBy;
    std::optional<QString> m_operator; ///< who is registered here; empty: nobody; nothing while it was not read
    bool m_isOperatorWanted = false;   ///< the banner asks for it
    bool m_isStarting = false;
};

} // namespace ui
