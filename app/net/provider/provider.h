#pragma once
#include "core/async.h"
#include "core/secret.h"
#include "domain/readiness/keyproof.h"
#include "domain/rehearsal/seenmessage.h"
#include "domain/tenants/tenant.h"
#include "domain/verification/resultevaluation.h"

namespace net {

/// What the provider is asked to start. Contact data comes from the directory only.
struct CreateRequest
{
    QString userIdentifier;
    QString firstName;
    QString lastName;
    QString phone;       ///< E.164; only for delivery by text message
    QString callbackUrl; ///< empty: left out
    int requiredIal = 2;
    QStringList documents;
};

/// What the question about a session that cannot exist was answered.
struct Probed
{
    domain::KeyAnswer seen;
    core::Error error; ///< for an answer that is none of the expected ones
};

/// An identity-verification provider. Thread: the object's.
class Provider
{
public:
    virtual ~Provider() = default;
    /// Sees each answer as it came, before its fields are read.
    void setWatch(domain::MessageWatch watch) { m_watch = std::move(watch); }
    /// Changes something: sent once, never by itself again. An Error with mayHaveReachedServer leaves the outcome open.
    virtual core::Async<domain::CreatedSession> create(const CreateRequest &request) = 0;
    virtual core::Async<domain::ProviderResult> status(const core::ProviderSessionId &session) = 0;
    /// Asks for the state of `nobody`, a session that cannot exist, with the tenant's key or with `madeUp` in its
    /// place. An answer of any status is a value; alone it proves nothing about the key (domain/keyproof.h).
    virtual core::Async<Probed> probe(const core::ProviderSessionId &nobody, const core::SecretPtr &madeUp = {}) = 0;
    virtual bool canSend(domain::Delivery delivery) const = 0;
    virtual bool takesSeveralDocuments() const { return true; }
    virtual bool canCancel() const = 0;
    virtual bool canResend() const = 0;
    virtual core::Async<core::Unit> cancel(const core::ProviderSessionId &session) = 0;
    virtual core::Async<core::Unit> resend(const core::ProviderSessionId &session) = 0;

protected:
    void tell(const domain::WatchedMessage &message) const
    {
        if (m_watch)
            m_watch(message);
    }

private:
    domain::MessageWatch m_watch;
};

} // namespace net
