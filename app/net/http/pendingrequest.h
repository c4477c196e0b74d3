#pragma once
#include "net/http/http.h"
#include <QNetworkReply>
#include <QSslError>

namespace net {

/// A request on its way, from the first try to its answer. Of http.cpp only.
struct Http::PendingRequest
{
    HttpRequest request;
    core::Deferred<HttpResponse> promise;
    QString id;
    int tries = 0;
    int asks = 0;                        ///< answers that asked to wait
    std::chrono::milliseconds waited{0}; ///< as it was waited, not as it was asked
    QByteArray body;
    QList<QSslError> tlsFaults; ///< of the last try
    bool timedOut = false;
    bool isProxyClosed = false; ///< the proxy did not take who signed in
    bool tooLarge = false;

    void drain(QNetworkReply &reply)
    {
        if (!tooLarge && reply.isOpen() && reply.bytesAvailable() > 0)
            body += reply.read(request.maxBytes + 1 - body.size());
        if (body.size() > request.maxBytes && !tooLarge) {
            tooLarge = true;
            body.clear();
            reply.abort();
        }
    }
};

} // namespace net
