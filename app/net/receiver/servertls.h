#pragma once
#include "core/result.h"
#include <QSslConfiguration>

namespace net {

struct ReceiverOptions;

/// How the receiver proves itself to senders, and asks them for a certificate. Usage with the field at fault.
core::Result<QSslConfiguration> serverTls(const ReceiverOptions &options);

} // namespace net
