#pragma once
#include "domain/verification/policy.h"

namespace ui {

/// What the operator says to the caller: never personal data, never a question for it. The built-in sentence in the
/// console's language.
QString builtInPhrase(const QString &key);
/// When it is said, in words.
QString phraseMoment(const QString &key);
/// "en", "de": the language in which phrases are kept apart.
QString phraseLanguage();
QString sessionPhrase(const domain::Session &session, const domain::VerificationPolicy &policy, bool isLinkKnown);

} // namespace ui
