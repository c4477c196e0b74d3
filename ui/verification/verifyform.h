#pragma once
#include "domain/identities/identity.h"
#include "domain/recovery/recovery.h"
#include <QWidget>

class QCheckBox;
class QGridLayout;
class QLineEdit;
class QRadioButton;

namespace ui {

class AppContext;
class Label;
class Segmented;

/// What a verification of one person is asked for: reason, ticket, level, documents and the way of the link.
class VerifyForm : public QWidget
{
    Q_OBJECT
public:
    VerifyForm(AppContext &app, const domain::Identity &person, QWidget *parent = nullptr);
    domain::VerificationRequest request() const;
    /// Takes over an earlier request.
    void fill(const domain::VerificationRequest &request);
    /// What was agreed for this reason; where nothing was, the form stays as it is.
    void applyDefaults();
    /// How long the contacts have stood is shown beside them.
    void setHistory(const domain::ContactHistory &history);
    /// What has to be filled in before a start; empty when nothing has.
    QString missing() const;
    /// Whether a ticket is needed, and whether it has to be said why a contact is used.
    void refreshHints();
    /// To the reason's least level, below which it cannot be; whether it was there.
    bool raiseLevel();
    void focusTicket();
    /// The next form begins with this reason, these documents and this way.
    void remember();

Q_SIGNALS:
    void changed();
    void reasonChosen();

private:
    void addReasons(QGridLayout *grid);
    void addTicket(QGridLayout *grid);
    void addLevel(QGridLayout *grid);
    void addDocuments(QGridLayout *grid);
    void addDeliveries(QGridLayout *grid);
    void addName(QGridLayout *grid, int row, const QString &text);
    QString ticketHint(domain::Reason reason) const;
    void showContactAge(domain::Delivery delivery);
    bool needsContactReason() const;

    AppContext &m_app;
    domain::Identity m_person;
    domain::ContactHistory m_history;
    QList<QRadioButton *> m_reasons;
    QLineEdit *m_ticket;
    Label *m_ticketHint;
    Segmented *m_level;
    QList<QCheckBox *> m_documents;
    QList<QRadioButton *> m_deliveries;
    QList<Label *> m_ages; ///< by Delivery
    QLineEdit *m_contactReason;
};

} // namespace ui
