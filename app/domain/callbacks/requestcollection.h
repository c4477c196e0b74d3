#pragma once
#include "core/result.h"
#include "domain/callbacks/capture.h"
#include <QJsonObject>
#include <QList>

// Requests to a callback receiver that an engineer keeps and sends again. Never a secret: each is signed anew.
namespace domain {

struct SavedRequest
{
    QString name;
    bool isEvent = false; ///< of SailPoint; otherwise of the provider
    QByteArray body;      ///< as it is sent
    friend bool operator==(const SavedRequest &, const SavedRequest &) = default;
};

/// What a captured request holds without what proves its sender; named by its trigger, or by session and status.
SavedRequest savedFrom(const CapturedRequest &request, const QString &trigger);

/// What is sent for a body that a person typed: a JSON object compact; anything else as it stands, because a receiver
/// has to cope with that too.
QByteArray bodyFromText(const QString &typed);

/// "idv-console-requests" with one member "requests".
QByteArray collectionText(const QList<SavedRequest> &requests);
/// At most 1,000. Usage with the line and column, and what is expected there.
core::Result<QList<SavedRequest>> collectionFrom(const QByteArray &text);

} // namespace domain
