#include "cli/lab/labforms.h"
#include "cli/shell/jsonoutput.h"
#include "cli/shell/shell.h"
#include "domain/callbacks/requestcollection.h"
#include "services/callbacks/callbackreceiver.h"
#include "services/callbacks/requestreplay.h"
#include "services/tenantsession/tenantsession.h"
#include <QFile>

// idvctl lab send: a collection of requests to the receiver of a simulator's tenant.
namespace cli {

using core::Result;
using domain::SavedRequest;

// One after the other, in their order.
static void next(
    Shell &s, services::TenantSession &w, const QList<SavedRequest> &left, QJsonArray sent, bool areAllTaken)
{
    if (left.isEmpty()) {
        if (s.isJson())
            s.output().print({{QStringLiteral("sent"), sent}});
        return s.finish(areAllTaken ? Done : Refused);
    }
    core::whenDone<int>(w.receiving().replay().send(left.first(), s.value("url")), &s,
        [&s, &w, left, sent, areAllTaken](const Result<int> &status) {
            if (!status)
                return s.fail(status.error());
            QJsonArray all = sent;
            all.append(QJsonObject{{QStringLiteral("name"), left.first().name}, {QStringLiteral("status"), *status}});
            if (!s.isJson())
                s.output().line(QStringLiteral("%1  %2").arg(QString::number(*status), left.first().name));
            next(s, w, left.mid(1), all, areAllTaken && *status < 300);
        });
}

static void sendCommand(Shell &s)
{
    if (!s.isSet("url"))
        return s.fail(core::fieldError(
            QStringLiteral("url"), QStringLiteral("the address at which “idvctl receive” or the window listens.")));
    QFile file(s.positional().first());
    if (!file.open(QIODevice::ReadOnly) || file.size() > 8 * 1024 * 1024)
        return s.fail(core::fieldError(QStringLiteral("file"),
            QStringLiteral("\"%1\" cannot be read: %2.").arg(file.fileName(), file.errorString())));
    const auto read = domain::collectionFrom(file.readAll());
    if (!read)
        return s.usage(QStringLiteral("%1, %2: %3").arg(file.fileName(), read.error().field, read.error().text));
    QList<SavedRequest> wanted;
    for (const auto &r : *read) {
        if (!s.isSet("name") || r.name == s.value("name"))
            wanted << r;
    }
    if (wanted.isEmpty())
        return s.fail(
            core::fieldError(QStringLiteral("name"), QStringLiteral("the collection holds no such request.")));
    s.opening().withTenantSession([&s, wanted](services::TenantSession &w) { next(s, w, wanted, {}, true); });
}

CommandForm sendForm()
{
    return {QStringLiteral("send"), QStringLiteral("lab send FILE --tenant NAME --url URL [--name N] [--json]"),
        {valueOption("tenant"), valueOption("url"), valueOption("name")}, 1, 1, sendCommand};
}

} // namespace cli
