#pragma once
#include "httpd/message.h"
#include "lab/profiles/identityattributes.h"
#include "lab/profiles/profiles.h"
#include "lab/sailpoint/route.h"

namespace lab {

struct TenantState;

/// The calls about identity profiles and identity attributes of the simulated tenant. Thread: the lab's.
class ProfileCalls
{
public:
    explicit ProfileCalls(TenantState &state);
    /// Of /identity-profiles.
    httpd::Response handle(const Route &where, const httpd::Request &r);
    /// Of /identity-attributes.
    httpd::Response attributes(const Route &where, const httpd::Request &r);

private:
    TenantState &m_state;
    Profiles m_profiles;
    IdentityAttributes m_attributes;
};

} // namespace lab
