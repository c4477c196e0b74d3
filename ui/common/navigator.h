#pragma once
#include "core/ids.h"
#include "domain/verification/verification.h"
#include <QHash>
#include <QObject>
#include <QPointer>
#include <QWidget>
#include <optional>

namespace domain {
struct Proposal;
}

namespace ui {

class AppContext;
class SessionWindow;

/// Opens what a page wants to show: the verification of a person, a session's window, another page. Thread: GUI.
class Navigator : public QObject
{
    Q_OBJECT
public:
    explicit Navigator(AppContext &app);
    ~Navigator() override;

    void verify(const core::IdentityId &id);
    /// What an event of SailPoint proposed; its person is read from SailPoint first.
    void verifyProposal(const domain::Proposal &proposal);
    /// The dialog, filled with an earlier request ("Try again…").
    void verifyAgain(const domain::VerificationRequest &request);
    void showSession(const core::SessionId &id);
    /// Its windows are closed.
    void closeSessionsOf(const core::TenantId &id);
    void addTenant();
    /// Starts the simulators and opens their tenant.
    void openLab();
    void setDialogParent(QWidget *parent) { m_parent = parent; }
    QWidget *dialogParent() const { return m_parent; }

Q_SIGNALS:
    void personWanted(const core::IdentityId &id);
    /// The re-verification policy of the open tenant.
    void policyWanted();
    void offlineDetailsWanted();

private:
    void openVerify(const core::IdentityId &id, const std::optional<domain::VerificationRequest> &filled,
        const QString &proposal = {});
    AppContext &m_app;
    QPointer<QWidget> m_parent;
    QHash<QString, QPointer<SessionWindow>> m_windows;
};

} // namespace ui
