#pragma once
#include "httpd/message.h"
#include "lab/sailpoint/route.h"
#include <QJsonObject>
#include <QMap>

namespace lab {

struct TenantState;

/// The account's attributes that the IDV source has.
QMap<QByteArray, QByteArray> schemaValues(const QJsonObject &attributes);

/// The calls about the simulated tenant's flat-file source and its accounts. Thread: the lab's.
class Accounts
{
public:
    explicit Accounts(TenantState &state) : m_state(state) {}
    /// Of /accounts.
    httpd::Response handle(const Route &where, const httpd::Request &r);
    /// Of /sources/{id}.
    httpd::Response source(const Route &where) const;

private:
    QJsonObject shown(const QByteArray &id, const QString &identity) const;
    httpd::Response list(const httpd::Request &r) const;
    httpd::Response one(const QByteArray &id) const;
    httpd::Response create(const httpd::Request &r);
    httpd::Response change(const QByteArray &id, const httpd::Request &r);

    TenantState &m_state;
};

} // namespace lab
