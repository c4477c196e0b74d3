#include "domain/access/workitem.h"
#include <algorithm>

namespace domain {

bool isAbout(const IdentityRequest &request, const QString &workItem)
{
    return std::any_of(request.steps.begin(), request.steps.end(),
        [&workItem](const RequestStep &step) { return step.workItem == workItem; });
}

QList<ApprovalStep> requestHistory(const IdentityRequest &request, const QString &workItem)
{
    QList<ApprovalStep> out;
    for (const RequestStep &step : request.steps) {
        if (step.workItem == workItem || step.state.isEmpty())
            continue;
        out << ApprovalStep{step.completer.isEmpty() ? step.owner : step.completer,
            step.comments.join(QLatin1Char('\n')), step.endedAt};
    }
    std::stable_sort(out.begin(), out.end(),
        [](const ApprovalStep &a, const ApprovalStep &b) { return a.at.value_or(0) < b.at.value_or(0); });
    return out;
}

std::optional<Decided> decidedIn(const IdentityRequest &request, const QString &workItem, const IdentityIqSettings &s)
{
    for (const RequestStep &step : request.steps) {
        if (step.workItem != workItem ||
            (step.state != s.approvedState && (s.deniedState.isEmpty() || step.state != s.deniedState)))
            continue;
        return Decided{
            step.state == s.approvedState ? Decision::Approved : Decision::Denied, step.completer, step.endedAt};
    }
    return std::nullopt;
}

void WorkItemWindow::takeAll(const QList<Approval> &items, core::Instant at)
{
    m_items.clear();
    for (const Approval &a : items)
        m_items.insert(a.id, a);
    m_fullAt = m_seenAt = at;
}

void WorkItemWindow::takeChanged(const QList<Approval> &items, const QStringList &ended, core::Instant at)
{
    for (const Approval &a : items)
        m_items.insert(a.id, a);
    for (const QString &id : ended)
        m_items.remove(id);
    m_seenAt = at;
}

void WorkItemWindow::forget()
{
    m_items.clear();
    m_fullAt = m_seenAt = 0;
}

QList<Approval> WorkItemWindow::items() const
{
    QList<Approval> out = m_items.values();
    std::sort(out.begin(), out.end(), [](const Approval &a, const Approval &b) {
        return std::pair(a.asked.value_or(0), a.id) < std::pair(b.asked.value_or(0), b.id);
    });
    return out;
}

} // namespace domain
