#pragma once
#include "domain/verification/sessionlog.h"
#include "domain/verification/writeback/storedresult.h"
#include <QFrame>

namespace ui {

class AppContext;
class Label;

/// What waits for a person, each with the link that leads there. Hidden while nothing does.
class NeedsCard : public QFrame
{
    Q_OBJECT
public:
    explicit NeedsCard(AppContext &app, QWidget *parent = nullptr);
    /// `stored`: nothing while it is not known.
    void refresh(const domain::SessionSummary &summary, const std::optional<domain::StoredFacts> &stored);

Q_SIGNALS:
    void sessionsWanted(bool isHeld);
    void campaignsWanted();
    void auditWanted();

private:
    void follow(const QString &link);
    AppContext &m_app;
    Label *m_text;
};

} // namespace ui
