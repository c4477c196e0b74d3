#pragma once
#include "core/error.h"
#include <QDateTime>
#include <QList>
#include <QNetworkReply>
#include <QSslError>

// Why no answer came, as the network layer tells it. Pure.
namespace net {

/// `text`: Qt's sentence; `tls`: what was wrong with the certificate, each once or more.
core::Error transportFault(QNetworkReply::NetworkError error, const QString &text, const QList<QSslError> &tls);

} // namespace net
