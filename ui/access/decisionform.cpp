#include "ui/access/decisionform.h"
#include "ui/common/theme.h"
#include "ui/controls/button.h"
#include "ui/controls/label.h"
#include "ui/controls/line.h"
#include "ui/widgets/flowlayout.h"
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace ui {

DecisionForm::DecisionForm(Theme &t, QWidget *parent) : QWidget(parent)
{
    auto *v = new QVBoxLayout(this);
    v->setContentsMargins(16, 10, 16, 12);
    v->setSpacing(8);
    v->addWidget(line(t));
    v->addWidget(new Label(t, tr("Comment"), 13, "text-2"));
    m_comment = new QPlainTextEdit;
    m_comment->setObjectName(QStringLiteral("approvalComment"));
    m_comment->setAccessibleName(tr("Comment"));
    m_comment->setPlaceholderText(tr("Required when you deny"));
    m_comment->setTabChangesFocus(true);
    m_comment->setFixedHeight(t.scaled(56));
    v->addWidget(m_comment);
    auto *keys = new FlowLayout(6);
    m_approve = button(t, tr("Approve…"), QStringLiteral("check"), "primary");
    m_approve->setObjectName(QStringLiteral("approveButton"));
    m_deny = button(t, tr("Deny…"), QStringLiteral("cross"), "dangertext");
    m_deny->setObjectName(QStringLiteral("denyButton"));
    m_forward = button(t, tr("Forward…"), QStringLiteral("send"));
    m_forward->setObjectName(QStringLiteral("forwardButton"));
    m_sign = button(t, tr("Sign off…"), QStringLiteral("edit"));
    m_sign->setObjectName(QStringLiteral("signButton"));
    for (auto *b : {m_approve, m_deny, m_forward, m_sign})
        keys->addWidget(b);
    v->addLayout(keys);
    connect(m_comment, &QPlainTextEdit::textChanged, this, &DecisionForm::commentChanged);
    connect(m_approve, &QPushButton::clicked, this, &DecisionForm::approvalWanted);
    connect(m_deny, &QPushButton::clicked, this, &DecisionForm::denialWanted);
    connect(m_sign, &QPushButton::clicked, this, &DecisionForm::signingWanted);
    connect(m_forward, &QPushButton::clicked, this, &DecisionForm::forwardingWanted);
}

QString DecisionForm::comment() const
{
    return m_comment->toPlainText();
}

bool DecisionForm::hasComment() const
{
    return !m_comment->toPlainText().trimmed().isEmpty();
}

void DecisionForm::clearComment()
{
    m_comment->clear();
}

void DecisionForm::setTexts(const QString &approve, const QString &deny)
{
    m_approve->setText(approve);
    m_deny->setText(deny);
}

void DecisionForm::setOffered(bool canForward, bool canSign)
{
    m_sign->setVisible(canSign);
    m_forward->setVisible(canForward);
}

void DecisionForm::allowRequest(const QString &noApproval, const QString &noDenial, const QString &noForwarding)
{
    const bool isSaid = hasComment();
    setEnabledOr(m_approve, noApproval);
    setEnabledOr(m_deny, noDenial.isEmpty() && !isSaid ? tr("Say why: whoever asked reads it.") : noDenial);
    setEnabledOr(
        m_forward, noForwarding.isEmpty() && !isSaid ? tr("Say why: whoever gets it reads it.") : noForwarding);
}

void DecisionForm::allowReview(const QString &noApproval, const QString &noDenial, const QString &noSigning)
{
    setEnabledOr(m_approve, noApproval);
    setEnabledOr(m_deny, noDenial.isEmpty() && !hasComment() ? tr("Say why access is taken away.") : noDenial);
    setEnabledOr(m_sign, noSigning);
}

} // namespace ui
