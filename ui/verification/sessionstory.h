#pragma once
#include "domain/verification/verification.h"
#include <QFrame>

namespace ui {

class Label;
class Theme;
class Timeline;
struct TimelineEntry;

/// Beside the link: whom a verification is about, what to say to the caller, and what happened.
class SessionStory : public QFrame
{
    Q_OBJECT
public:
    explicit SessionStory(Theme &theme, QWidget *parent = nullptr);
    /// `phrase`: what to say.
    void showSession(const domain::Session &session, const QString &phrase);
    void setEntries(const QList<TimelineEntry> &entries);

private:
    QFrame *makePhrase();

    Theme &m_theme;
    Label *m_person;
    Label *m_request;
    Label *m_say;
    Timeline *m_timeline;
};

} // namespace ui
