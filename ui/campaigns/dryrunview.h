#pragma once
#include "domain/reverification/campaign.h"
#include <QWidget>

class QHBoxLayout;
class QLineEdit;
class QVBoxLayout;

namespace ui {

class AppContext;
class Label;

/// What a dry run found: who gets a link and how, who is left out and why, what is worth knowing.
class DryRunView : public QWidget
{
    Q_OBJECT
public:
    explicit DryRunView(AppContext &app, QWidget *parent = nullptr);
    /// Of a draft, which has sent nothing. `queuedBehind`: another one is sent first; `isReleaserKnown`: an operator is
    /// registered.
    void setRun(const domain::Campaign &campaign, const QString &queuedBehind, bool isReleaserKnown);
    /// The number was typed, where it has to be.
    bool isConfirmed() const;

Q_SIGNALS:
    void confirmationChanged();

private:
    void showReached(const domain::DryRun &run);
    void showLeftOut(const domain::DryRun &run);
    void showPace(QVBoxLayout *to, const domain::DryRun &run, const QString &queuedBehind);
    void showWarnings(QVBoxLayout *to, const domain::DryRun &run, bool isReleaserKnown);
    QHBoxLayout *makeConfirmation(qint64 people);
    QVBoxLayout *card(const QString &title);
    void row(QVBoxLayout *to, const QString &icon, const char *token, const QString &number, const QString &text,
        domain::ExclusionReason show = domain::ExclusionReason::Nothing);
    AppContext &m_app;
    QVBoxLayout *m_cards;
    QWidget *m_content = nullptr;
    QLineEdit *m_typed = nullptr;
    domain::Campaign m_campaign;
};

} // namespace ui
