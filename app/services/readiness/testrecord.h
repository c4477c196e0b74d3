#pragma once
#include "services/readiness/connectiontest.h"
#include <functional>

namespace services {

/// What a connection test says, told line by line while it goes on. Thread: the test's.
class TestRecord
{
public:
    /// `line` may be empty.
    explicit TestRecord(std::function<void(const TestLine &)> line);

    void add(const TestLine &line);
    void pass(const QString &text, const QString &fact, domain::Vendor vendor = domain::Vendor::SailPoint);
    void problem(TestLevel level, const core::Error &error, const QString &text, domain::Vendor vendor);
    void notProven(const QString &text, const QString &advice, domain::Vendor vendor,
        const std::optional<core::Error> &error = std::nullopt);
    TestReport &report() { return m_report; }

private:
    std::function<void(const TestLine &)> m_line;
    TestReport m_report;
};

} // namespace services
