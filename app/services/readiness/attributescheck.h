#pragma once
#include "domain/profiles/identityattribute.h"
#include "domain/profiles/identityprofile.h"
#include "services/readiness/readinessrecord.h"

namespace services {

/// Do the attributes for results exist, are they mapped, and can their values be read?
class AttributesCheck : public ReadinessPart
{
    Q_OBJECT
public:
    using ReadinessPart::ReadinessPart;
    ~AttributesCheck() override;

protected:
    void ask() override;

private:
    void attributes();
    void addAttributes(const QList<domain::IdentityAttribute> &known);
    void profiles(const QList<domain::IdentityAttribute> &known);
    void addProfile(const domain::IdentityProfile &profile, const QList<domain::IdentityAttribute> &known);
    void iiqAttributes();
    void values();
};

} // namespace services
