#pragma once
#include "domain/verification/policy.h"
#include <QHash>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QGridLayout;
class QHBoxLayout;
class QLineEdit;

namespace ui {

class AppContext;
class Banner;
class FormBuilder;

/// Settings, Verification: what each reason starts with, the form of ticket numbers and what is said to callers. A
/// field applies when it is left.
class VerificationPage : public QWidget
{
    Q_OBJECT
public:
    explicit VerificationPage(AppContext &app, QWidget *parent = nullptr);

private:
    /// One line of the table of reasons.
    struct Defaults
    {
        QComboBox *level;
        QList<QCheckBox *> documents;
        QComboBox *delivery;
    };
    QHBoxLayout *makeHead();
    QFormLayout *makeTickets();
    QGridLayout *makeDefaults();
    QComboBox *levelBox(domain::Reason reason, const QString &name);
    QComboBox *deliveryBox(domain::Reason reason, const QString &name);
    QFormLayout *makePhrases();
    QLineEdit *addField(FormBuilder &form, const QString &label, const QString &name, int longest);
    void load();
    void save();
    void store(bool replaces);
    void reset();

    AppContext &m_app;
    Banner *m_banner;
    QLineEdit *m_pattern;
    QLineEdit *m_example;
    QHash<QString, QLineEdit *> m_phrases;
    QList<Defaults> m_defaults; ///< in the order of domain::Reason
    bool m_isLoading = false;
    bool m_isUnreadable = false;
};

} // namespace ui
