#pragma once
#include "httpd/message.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrlQuery>

namespace lab {

httpd::Response json(int status, const QByteArray &body);
httpd::Response json(int status, const QJsonObject &body);
httpd::Response json(int status, const QJsonArray &body);
/// ErrorResponseDto with a tracking id.
httpd::Response dto(int status, const QString &detailCode, const QString &text);
httpd::Response flatError(int status, const QString &error, const QString &description = {});
QString queryValue(const httpd::Request &r, const QString &name);
QByteArray randomHex(int digits);

} // namespace lab
