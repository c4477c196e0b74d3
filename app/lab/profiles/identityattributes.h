#pragma once
#include "httpd/message.h"
#include "lab/sailpoint/route.h"
#include <QJsonArray>

namespace lab {

/// The identity attributes of the simulated tenant, with state. Thread: the lab's.
class IdentityAttributes
{
public:
    explicit IdentityAttributes(const QStringList &missing);
    /// Of /identity-attributes.
    httpd::Response handle(const Route &where, const httpd::Request &r);

private:
    qsizetype indexOf(const QString &name) const; ///< -1: none
    httpd::Response create(const QJsonObject &attribute);
    QJsonArray m_all;
};

} // namespace lab
