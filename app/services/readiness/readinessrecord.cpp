#include "services/readiness/readinessrecord.h"
#include "services/readiness/readinesstext.h"
#include <utility>

namespace services {

using core::ErrorCode;

ReadinessRecord::ReadinessRecord(std::function<void(const ReadinessLine &)> told) : m_told(std::move(told)) {}

void ReadinessRecord::add(
    const char *area, TestLevel level, const QString &text, const QString &fact, const QString &advice)
{
    m_lines.append({QString::fromLatin1(area), level, text, fact, advice, m_fix, std::exchange(m_fixOf, {}),
        std::exchange(m_vendor, domain::Vendor::SailPoint)});
    m_fix = ReadinessLine::None;
    m_told(m_lines.last());
}

void ReadinessRecord::setRemediation(ReadinessLine::Fix fix, const QString &of)
{
    m_fix = fix;
    m_fixOf = of;
}

void ReadinessRecord::addError(const char *area, const core::Error &e, const QString &what, const QString &off)
{
    const bool isForbidden = e.code == ErrorCode::Forbidden || e.code == ErrorCode::Unauthorized;
    add(area, isForbidden ? TestLevel::Warn : TestLevel::Fail,
        isForbidden ? sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "%1: this token may not read it")).arg(what)
                    : sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "%1: could not be read")).arg(what),
        domain::userMessage(e, domain::Vendor::SailPoint).headline, off);
}

ReadinessPart::ReadinessPart(TenantConnections &connections, TenantSession &tenantSession, ReadinessRecord &record)
    : m_connections(connections), m_tenantSession(tenantSession), m_record(record)
{
}

ReadinessPart::~ReadinessPart() = default;

void ReadinessPart::run(const std::function<void()> &next)
{
    m_next = next;
    ask();
}

} // namespace services
