#pragma once
#include "core/async.h"
#include "domain/tenants/tenant.h"
#include "services/tenants/context.h"
#include <QObject>
#include <chrono>
#include <memory>
#include <optional>

namespace services {

/// What became of a probe.
struct ProbeOutcome
{
    bool isArrived = false; ///< a receiver of this ledger noted it, whatever process it runs in
    bool isSigned = false;  ///< it left with a signature, as the provider's messages do
    bool isProven = false;  ///< and that came along whole
    int status = 0;         ///< the answer's, of whoever gave it; 0: none came
    std::optional<core::Error> error{};
    std::chrono::milliseconds took{0};     ///< until it was noted
    bool isOvertaken = false;              ///< another probe took its place: whether it came is not known
    std::optional<core::Error> keyError{}; ///< why it left without a signature that this console could make
};

/// Sends a probe to a tenant's callback address and looks for it in the ledger, where the receiver notes it. No secret
/// travels: it is signed where senders sign (never with a key that would be in it), and known by a nonce. Thread: the
/// object's.
class CallbackProbe : public QObject
{
    Q_OBJECT
public:
    /// `context` lives longer. `within`: for whatever stands between to deliver it.
    CallbackProbe(Context &context, const domain::Tenant &tenant,
        std::chrono::milliseconds within = std::chrono::seconds(10), QObject *parent = nullptr);
    ~CallbackProbe() override;
    /// One at a time. Usage where the tenant has no callback address of its own; storage errors.
    core::Async<ProbeOutcome> run();

private:
    struct Sender; ///< what it goes out by
    void send(const core::SecretPtr &secret);
    void look();

    Context &m_context;
    domain::Tenant m_tenant;
    std::chrono::milliseconds m_within;
    std::unique_ptr<Sender> m_sender;
    QByteArray m_nonce;
    core::Instant m_sentAt = 0;
    ProbeOutcome m_outcome;
    core::Deferred<ProbeOutcome> m_promise;
};

/// The receiver's side: notes a probe that this ledger waits for; any other nonce changes nothing.
void noteProbe(Context &context, const core::TenantId &tenant, const QByteArray &nonce, bool isProven, QObject *owner);

} // namespace services
