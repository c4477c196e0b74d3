#include "services/readiness/testrecord.h"

namespace services {

TestRecord::TestRecord(std::function<void(const TestLine &)> line) : m_line(std::move(line)) {}

void TestRecord::add(const TestLine &line)
{
    m_report.lines << line;
    if (m_line)
        m_line(line);
}

void TestRecord::pass(const QString &text, const QString &fact, domain::Vendor vendor)
{
    add({TestLevel::Pass, text, fact, std::nullopt, vendor, {}});
}

void TestRecord::problem(TestLevel level, const core::Error &error, const QString &text, domain::Vendor vendor)
{
    add({level, text, {}, error, vendor, {}});
}

void TestRecord::notProven(
    const QString &text, const QString &advice, domain::Vendor vendor, const std::optional<core::Error> &error)
{
    add({TestLevel::NotProven, text, {}, error, vendor, advice});
}

} // namespace services
