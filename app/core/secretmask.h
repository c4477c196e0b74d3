#pragma once
#include "core/secret.h"
#include <QString>

namespace core {

/// A vendor may say a credential back, in an error for one. Every secret of this process that still lives and has at
/// least eight characters is replaced in `text`, as it is and percent-encoded. Thread: any.
QString withoutSecrets(const QString &text);
/// Called by makeSecret().
void watchSecret(const SecretPtr &secret);

} // namespace core
