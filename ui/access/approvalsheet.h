#pragma once
#include "domain/access/approval.h"
#include <QWidget>

namespace ui {

class Banner;
class KeyValueList;
class Label;
class Theme;
class Timeline;

/// What is known of one access request or one access review, and what has to be said about it.
class ApprovalSheet : public QWidget
{
    Q_OBJECT
public:
    explicit ApprovalSheet(Theme &theme, QWidget *parent = nullptr);
    /// `isOther`: another one was shown before, and nothing said about that one stays.
    void showRequest(const domain::Approval &approval, bool isOther);
    void showReview(const domain::AccessReview &review, bool isOther);
    /// Decisions before this one, oldest first.
    void showEarlier(const QList<domain::ApprovalStep> &steps);
    /// Where the person lacks something; an error: what they lack could not be read.
    void showStanding(const core::Result<domain::Eligibility> &eligibility);
    /// What became of a decision.
    Banner &banner() { return *m_banner; }

Q_SIGNALS:
    void verificationWanted();

private:
    void showForeign(bool isForeign, const QString &whose);
    Label *m_title;
    Label *m_subtitle;
    Banner *m_banner;
    Banner *m_name; ///< it would be decided in another's name
    Banner *m_standing;
    KeyValueList *m_facts;
    Label *m_earlierHead;
    Timeline *m_earlier;
};

} // namespace ui
