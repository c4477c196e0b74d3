#pragma once
#include "core/error.h"

namespace domain {

enum class Vendor { SailPoint, Provider, Console };

/// What a person reads: what happened, what it means and what to do. The vendor's text is never in it.
struct UserMessage
{
    QString headline;
    QString advice;
};

/// Words from code and vendor (design section 10), translated; what the console itself refused (core::isOwnRefusal())
/// has its own text as the headline. Thread: any, after the translators are installed.
UserMessage userMessage(const core::Error &error, Vendor vendor);
/// Headline and advice as running text.
QString inOneText(const UserMessage &message);
/// For "Copy details": code, vendor's text, request id, tracking id, one per line; holds no secret.
QString details(const core::Error &error);

} // namespace domain
