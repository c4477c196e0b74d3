#pragma once
#include "services/readiness/readinessrecord.h"

namespace domain {
struct ActivityGroup;
struct ActivityTable;
} // namespace domain

namespace services {

/// How many people could not be recovered because nothing says whether their account is active.
class ActivityCheck : public ReadinessPart
{
    Q_OBJECT
public:
    using ReadinessPart::ReadinessPart;
    ~ActivityCheck() override;

protected:
    void ask() override;

private:
    void askStates(const QList<domain::ActivityGroup> &groups, const domain::ActivityTable &table);
    void addGroups(const QList<domain::ActivityGroup> &notKnown, int unreadable);
};

} // namespace services
