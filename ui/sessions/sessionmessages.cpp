#include "ui/sessions/sessionmessages.h"
#include "domain/text/outputtext.h"
#include "services/tenantsession/tenantsession.h"
#include "services/verification/sessions.h"
#include "services/verification/verifier.h"
#include "ui/common/appcontext.h"
#include "ui/common/theme.h"
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace ui {

using core::Result;

static QString exactTime(core::Instant at)
{
    return QDateTime::fromMSecsSinceEpoch(at).toString(QStringLiteral("HH:mm:ss.zzz"));
}

static QString indented(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Indented));
}

SessionMessages::SessionMessages(AppContext &app, QWidget *parent) : QPlainTextEdit(parent), m_app(app)
{
    setReadOnly(true);
    setFont(app.theme().fixedFont());
    setAccessibleName(tr("Messages, secrets removed"));
    setLineWrapMode(QPlainTextEdit::WidgetWidth);
}

QString SessionMessages::requestText() const
{
    const auto &s = m_session;
    QJsonObject request{{QStringLiteral("first_name"), s.firstName}, {QStringLiteral("last_name"), s.lastName},
        {QStringLiteral("required_ial"), s.request.requiredIal},
        {QStringLiteral("document_types"), QJsonArray::fromStringList(s.request.documents)}};
    if (s.request.delivery == domain::Delivery::Sms)
        request.insert(QStringLiteral("phone"), s.sentTo);
    if (s.hasNonce)
        request.insert(QStringLiteral("callback_url"), QStringLiteral("…?n=•••"));
    return exactTime(s.createdAt) + QLatin1Char(' ') + tr("Request to the provider") + QLatin1Char('\n') +
           indented(request);
}

QString SessionMessages::callbackText(const domain::InboxEntry &e)
{
    const auto &c = e.callback;
    QJsonObject kept{{QStringLiteral("session_id"), c.result.session.str()},
        {QStringLiteral("status"), c.result.statusWord}, {QStringLiteral("verified_name"), c.result.verifiedName},
        {QStringLiteral("document_type"), c.result.documentType}};
    if (c.result.ial)
        kept.insert(QStringLiteral("ial_level"), *c.result.ial);
    return exactTime(c.at) + QLatin1Char(' ') +
           tr("Callback from %1, %2, one-time value %3")
               .arg(c.peer, domain::callbackTrustKey(c.trust),
                   e.nonce == domain::NonceMatch::Matched ? tr("matches") : tr("absent")) +
           QLatin1Char('\n') + indented(kept) +
           tr("%1 bytes, SHA-256 %2").arg(c.bytes).arg(QString::fromLatin1(c.bodyHash.toHex()));
}

void SessionMessages::showSession(const domain::Session &s)
{
    m_session = s;
    core::whenDone<QList<domain::InboxEntry>>(m_app.tenantSession()->verifier().sessions().callbacks(s.id), this,
        [this, id = s.id, first = requestText()](const Result<QList<domain::InboxEntry>> &list) {
            if (id != m_session.id)
                return;
            QStringList out{first};
            for (const auto &e : list ? *list : QList<domain::InboxEntry>())
                out << callbackText(e);
            setPlainText(domain::fileText(out.join(QStringLiteral("\n\n"))));
            Q_EMIT counted(out.size());
        });
}

} // namespace ui
