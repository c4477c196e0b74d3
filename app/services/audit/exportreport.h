#pragma once
#include <QByteArray>
#include <QString>

namespace services {

/// A file that was written.
struct ExportReport
{
    QString path;
    qint64 rows = 0;
    QByteArray sha256; ///< hexadecimal
};

} // namespace services
