#pragma once
#include <QWidget>

class QPlainTextEdit;
class QPushButton;

namespace ui {

class Theme;

/// The comment and the buttons beneath an access request or an access review. Says what was pressed; decides nothing.
class DecisionForm : public QWidget
{
    Q_OBJECT
public:
    explicit DecisionForm(Theme &theme, QWidget *parent = nullptr);
    /// As it was typed.
    QString comment() const;
    void clearComment();
    void setTexts(const QString &approve, const QString &deny);
    void setOffered(bool canForward, bool canSign);
    /// Of an access request: what stands against each decision, empty where nothing does. A comment that is missing is
    /// said here.
    void allowRequest(const QString &noApproval, const QString &noDenial, const QString &noForwarding);
    /// The same of an access review.
    void allowReview(const QString &noApproval, const QString &noDenial, const QString &noSigning);

Q_SIGNALS:
    void commentChanged();
    void approvalWanted();
    void denialWanted();
    void forwardingWanted();
    void signingWanted();

private:
    bool hasComment() const;
    QPlainTextEdit *m_comment;
    QPushButton *m_approve;
    QPushButton *m_deny;
    QPushButton *m_forward;
    QPushButton *m_sign;
};

} // namespace ui
