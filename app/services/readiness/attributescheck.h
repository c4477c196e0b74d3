#pragma once
#include "services/readiness/readinessrecord.h"
#include <QJsonArray>
#include <QJsonObject>

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
    void addAttributes(const QJsonArray &known);
    void profiles(const QJsonArray &known);
    void addProfile(const QJsonObject &profile, const QJsonArray &known);
    void iiqAttributes();
    void values();
};

} // namespace services
