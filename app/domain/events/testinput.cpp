#include "domain/events/testinput.h"
#include "core/jsonplace.h"
#include <QCoreApplication>
#include <QJsonDocument>

namespace domain {

static QString sayTestInput(const char *text)
{
    return QCoreApplication::translate("TestInput", text);
}

core::Result<QJsonObject> testInputFrom(const QString &text)
{
    const QByteArray json = text.toUtf8();
    if (const auto fault = core::jsonFault(json))
        return core::fieldError(
            QStringLiteral("input"), sayTestInput(QT_TRANSLATE_NOOP("TestInput", "Line %1, column %2: %3"))
                                         .arg(fault->place.line)
                                         .arg(fault->place.column)
                                         .arg(fault->text));
    const auto document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        return core::fieldError(
            QStringLiteral("input"), sayTestInput(QT_TRANSLATE_NOOP("TestInput", "One JSON object is expected.")));
    return document.object();
}

} // namespace domain
