#include "store/ledger/ledgerfile.h"

namespace store {

LedgerFile::LedgerFile(
    std::unique_ptr<Database> writer, std::unique_ptr<Database> reader, std::shared_ptr<core::Clock> clock)
    : m_writer(std::move(writer)), m_reader(std::move(reader)), m_clock(std::move(clock))
{
}

} // namespace store
