#pragma once
#include "core/error.h"
#include "net/http/contentcoding.h"
#include <QDateTime>
#include <QList>
#include <QNetworkReply>
#include <QSslError>
#include <chrono>
#include <optional>

// Why no answer came that can be read. Pure.
namespace net {

/// `text`: Qt's sentence; `tls`: what was wrong with the certificate, each once or more.
core::Error transportFault(QNetworkReply::NetworkError error, const QString &text, const QList<QSslError> &tls);
/// An answer that goes on beyond what is taken.
core::Error tooLargeFault();
core::Error timeoutFault(std::chrono::milliseconds within);
/// Nothing for a body that is whole or cut.
std::optional<core::Error> codingFault(const DecodedBody &body);

} // namespace net
