#pragma once
#include "core/result.h"
#include "core/secret.h"
#include "services/tenants/tenants.h"
#include <optional>

namespace cli {

class Arguments;

/// Secrets of one call: from standard input or typed, never arguments.
class SecretInput
{
public:
    explicit SecretInput(const Arguments &arguments) : m_arguments(arguments) {}
    /// Reads `--secrets -` once, if given. Usage error for anything but one JSON object of the known keys.
    core::Result<services::TenantSecrets> secrets();
    /// The passphrase of a backup: from `--secrets -`, or asked at a terminal, unseen; `isNew`: twice.
    core::Result<core::SecretPtr> passphrase(bool isNew);

private:
    const Arguments &m_arguments;
    std::optional<services::TenantSecrets> m_secrets;
};

} // namespace cli
