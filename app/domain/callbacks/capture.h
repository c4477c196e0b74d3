#pragma once
#include "domain/callbacks/callback.h"
#include <QByteArray>
#include <QList>
#include <QPair>
#include <QString>

// What the laboratory's inspector shows of a request. Memory only, and of simulated tenants only.
namespace domain {

struct CapturedRequest
{
    using Header = QPair<QByteArray, QByteArray>;
    QByteArray method;
    QByteArray target; ///< path and query as sent
    QList<Header> headers;
    QByteArray body;
    int status = 0;
    QList<Header> answer;  ///< headers of the answer
    QByteArray answerBody; ///< of what SailPoint waited for; otherwise the answer has none
};

/// The same with what proves the sender replaced by "•••": sign-in headers, cookies, and the one-time value in the
/// query. The secret of an invocation in the body as well. `headerName`: the receiver's own header for a key.
CapturedRequest redacted(CapturedRequest request, const QString &headerName);
/// A command line for a POSIX shell that sends it to `url` (scheme, host and port); from a redacted one, without
/// secrets.
QString curlOf(const CapturedRequest &request, const QString &url);
/// Indented when it is JSON, unchanged otherwise.
QString prettyBody(const QByteArray &body);

/// The receiver's checks, in their order, and how far a request came.
struct CallbackCheck
{
    enum State { Passed, Failed, NotReached, NotAsked };
    QString name; ///< translated
    State state = NotReached;
    QString reason; ///< translated; of a failed one
};
/// `field`: of a body that was refused, the one at fault; named in the reason.
QList<CallbackCheck> checksOf(CallbackVerdict verdict, const ReceiverSettings &settings, const QString &field = {});

} // namespace domain
