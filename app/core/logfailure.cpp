#include "core/logfailure.h"

namespace core {

void writeFailure(const QLoggingCategory &category, const char *what, const Error &e)
{
    if (e.code == ErrorCode::Cancelled)
        return;
    const auto told = [&category] { return QMessageLogger(nullptr, 0, nullptr, category.categoryName()); };
    if (e.code == ErrorCode::Storage || e.code == ErrorCode::Internal) {
        if (category.isWarningEnabled())
            told().warning().noquote() << what << codeName(e.code);
    } else if (category.isInfoEnabled()) {
        told().info().noquote() << what << codeName(e.code);
    }
}

} // namespace core
