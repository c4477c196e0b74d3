#pragma once
#include "domain/callbacks/callbackrecord.h"
#include "domain/verification/verification.h"
#include <QPlainTextEdit>

namespace ui {

class AppContext;

/// What was asked and what came back, as far as it may be kept: no link, no key, no number, no raw bytes.
class SessionMessages : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit SessionMessages(AppContext &app, QWidget *parent = nullptr);
    void showSession(const domain::Session &session);

Q_SIGNALS:
    void counted(qsizetype messages);

private:
    QString requestText() const;
    static QString callbackText(const domain::InboxEntry &entry);

    AppContext &m_app;
    domain::Session m_session;
};

} // namespace ui
