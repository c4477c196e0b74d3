#pragma once
#include "domain/events/eventrule.h"
#include <QWidget>

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace ui {

class Theme;

/// The fields of one rule for events.
class EventRuleForm : public QWidget
{
    Q_OBJECT
public:
    explicit EventRuleForm(Theme &theme, QWidget *parent = nullptr);
    void load(const domain::EventRule &rule);
    /// `before` with what the fields say.
    domain::EventRule rule(const domain::EventRule &before) const;
    /// Enables what the trigger brings.
    void refresh();
    void editName();

Q_SIGNALS:
    void changed();

private:
    QLineEdit *m_name;
    QComboBox *m_trigger;
    QLineEdit *m_attribute;
    QLineEdit *m_value;
    QLineEdit *m_item;
    QComboBox *m_reason;
    QComboBox *m_ial;
    QComboBox *m_delivery;
    QCheckBox *m_starts;
};

} // namespace ui
