#pragma once
#include "domain/identities/identity.h"
#include "domain/verification/sessionlog.h"
#include <QWidget>

namespace ui {

class AppContext;
class Label;
class NameComparison;
class Timeline;
struct TimelineEntry;

/// The verifications of one person, and the name on the document beside the directory's.
class VerificationTab : public QWidget
{
    Q_OBJECT
public:
    explicit VerificationTab(AppContext &app, QWidget *parent = nullptr);
    /// Nothing is read before read().
    void setPerson(const domain::Identity &person) { m_person = person; }
    /// A tenant has to be open.
    void read();

private:
    void fill(const QList<domain::Session> &sessions);
    std::optional<TimelineEntry> recordedEntry(const QList<domain::Session> &sessions) const;
    void showNames(const domain::Session *named);
    AppContext &m_app;
    domain::Identity m_person;
    Label *m_nameTitle;
    NameComparison *m_names;
    Timeline *m_timeline;
    Label *m_noHistory;
};

} // namespace ui
