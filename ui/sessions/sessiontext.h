#pragma once
#include "core/error.h"
#include "domain/tenants/tenant.h"
#include "domain/verification/verification.h"
#include <optional>

namespace services {
struct WatchFault;
}

namespace ui {

/// `text` of the translation context "SessionText", in the console's language; nullptr is an empty text.
QString saySessionText(const char *text);
/// The words of a session's state (design 7.3). They never reveal personal data.
QString sessionHeadline(const domain::Session &session);
QString sessionFact(const domain::Session &session, bool canCancel, bool isLinkKnown);
/// What the last status query did not understand, by the name of its word or field; empty when there is nothing to say.
QString unreadSentence(const std::optional<services::WatchFault> &fault);
/// `lookedAt`: when SailPoint was last read for it, UTC ms; nothing: not by this process.
QString writeBackSentence(
    const domain::Session &session, const domain::Tenant &tenant, std::optional<core::Instant> lookedAt = {});
QString holdSentence(const QString &causeKey);
/// `isUnknown`: the request may have reached the provider.
QString notSentAgain(bool isUnknown);
/// Why the link was not sent again, in one text.
QString sendAgainProblem(const core::Error &error);

} // namespace ui
