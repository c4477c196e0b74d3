#pragma once
#include "domain/profiles/source.h"
#include "services/readiness/readinessrecord.h"
#include <QJsonObject>

namespace domain {
struct Workflow;
}

namespace services {

/// Can results be written on the way that the tenant is set to? Nothing is written.
class WriteBackCheck : public ReadinessPart
{
    Q_OBJECT
public:
    using ReadinessPart::ReadinessPart;
    ~WriteBackCheck() override;

protected:
    void ask() override;

private:
    void account();
    void addSource(const domain::Source &source);
    void workflow();
    void addWorkflow(const domain::Workflow &workflow);
    void echo();
    void other();
    void iiq();
};

} // namespace services
