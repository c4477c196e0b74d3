#pragma once
#include "core/async.h"
#include "core/secret.h"
#include "domain/judgement.h"
#include "domain/tenant.h"

namespace net {

/// What the provider is asked to start. Contact data comes from the directory only.
struct CreateRequest
{
    QString userIdentifier;
    QString firstName;
    QString lastName;
    QString phone;          ///< E.164; only for delivery by text message
    QString callbackUrl;    ///< empty: left out
    int requiredIal = 2;
    QStringList documents;
};

struct Created
{
    core::ProviderSessionId session;
    QString invitationUrl;  ///< a bearer secret: memory only
    std::optional<core::Instant> expiresAt;
};

/// An identity-verification provider. Thread: the object's.
class Provider
{
public:
    virtual ~Provider() = default;
    /// Changes something: sent once, never by itself again. An Error with mayHaveReachedServer leaves the outcome open.
    virtual core::Async<Created> create(const CreateRequest &request) = 0;
    virtual core::Async<domain::ProviderResult> status(const core::ProviderSessionId &session) = 0;
    /// Asks for the state of a session that cannot exist: NotFound is good, Unauthorized is a wrong key.
    virtual core::Async<core::Unit> probe() = 0;
    virtual bool canSend(domain::Delivery delivery) const = 0;
    virtual bool takesSeveralDocuments() const { return true; }
    virtual bool canCancel() const = 0;
    virtual bool canResend() const = 0;
    virtual core::Async<core::Unit> cancel(const core::ProviderSessionId &session) = 0;
    virtual core::Async<core::Unit> resend(const core::ProviderSessionId &session) = 0;
};

} // namespace net
