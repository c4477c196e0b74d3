#pragma once
#include "core/result.h"
#include "core/secret.h"
#include "ui/tenants/wizardstep.h"

class QCheckBox;
class QComboBox;

namespace services {
struct TenantSecrets;
}

namespace ui {

class ConnectionTestCard;
class IdentityIqForm;

/// Adding a tenant: which product of SailPoint, where it is, and with what one signs in.
class SailPointStep : public WizardStep
{
    Q_OBJECT
public:
    explicit SailPointStep(Theme &theme, QWidget *parent = nullptr);
    void fill(domain::Tenant &tenant) const override;
    /// The product of a tenant that is there does not change; its test is another one's.
    void load(const domain::Tenant &tenant) override;
    domain::Product product() const;
    core::Result<core::SecretPtr> secret() const;
    /// What was typed of it and of the proxy's user and password; what is wrong with it, with its field.
    QList<core::Error> takeSecrets(services::TenantSecrets &to) const;
    ConnectionTestCard &tests() { return *m_tests; }
    /// What the environment is, is asked and never guessed.
    bool hasEnvironment() const;
    void goToEnvironment();
    /// What a person said of an address on this computer.
    void setSimulator();
    void setTunnel();
    /// A pasted address becomes the one that is meant.
    void shortenAddress();
    void clearFaults();

Q_SIGNALS:
    void productChanged();

protected:
    bool showFault(const core::Error &fault, bool isFirst) override;

private:
    void addProduct();
    void addEnvironment();
    void addConnection();
    void addNetwork();
    void showProxySignIn();
    core::Result<core::SecretPtr> secretIn(const char *name) const;
    QWidget *makeIdentityIq();
    void showProduct();

    QFormLayout *m_form;
    QComboBox *m_product;
    QComboBox *m_environment;
    QComboBox *m_pathStyle;
    QCheckBox *m_proxySignsIn;
    QWidget *m_iqPart;
    IdentityIqForm *m_iq;
    ConnectionTestCard *m_tests;
    bool m_isTunnel = false; ///< of a tenant that is there
    QString m_tunnel;        ///< the address of which a person said that it is a tunnel
};

} // namespace ui
