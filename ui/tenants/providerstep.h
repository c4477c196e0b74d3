#pragma once
#include "core/result.h"
#include "core/secret.h"
#include "ui/tenants/wizardstep.h"

class QComboBox;

namespace ui {

class ConnectionTestCard;

/// Adding a tenant: where identities are verified, and with what key.
class ProviderStep : public WizardStep
{
    Q_OBJECT
public:
    explicit ProviderStep(Theme &theme, QWidget *parent = nullptr);
    void fill(domain::Tenant &tenant) const override;
    /// Its test is another one's.
    void load(const domain::Tenant &tenant) override;
    core::Result<core::SecretPtr> secret() const;
    ConnectionTestCard &tests() { return *m_tests; }

private:
    /// Only those that the chosen profile of the provider uses.
    void refreshFields();

    QComboBox *m_provider;
    ConnectionTestCard *m_tests;
};

} // namespace ui
