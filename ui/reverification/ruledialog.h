#pragma once
#include "domain/identities/people.h"
#include "ui/widgets/dialog.h"

class QCheckBox;
class QDateEdit;
class QFormLayout;
class QGridLayout;
class QHBoxLayout;
class QLineEdit;
class QListWidget;
class QSpinBox;

namespace ui {

class Banner;
class AppContext;

/// One rule of the freshness policy: to whom it applies, for how long a verification lasts, from when on.
class RuleDialog : public Dialog
{
    Q_OBJECT
public:
    /// `others`: the rest of the policy, for what may not be twice.
    RuleDialog(AppContext &app, const domain::ReverificationRule &rule, const domain::ReverificationPolicy &others,
        QWidget *parent);

Q_SIGNALS:
    void ruleAccepted(const domain::ReverificationRule &rule);

private:
    QListWidget *addList(QGridLayout *grid, int column, const QString &name);
    QFormLayout *makeTimes();
    QHBoxLayout *makeFoot();
    void fill(const domain::PeopleFacets &facets);
    domain::ReverificationRule rule() const;
    void submit();
    AppContext &m_app;
    domain::ReverificationRule m_before;
    domain::ReverificationPolicy m_others;
    QLineEdit *m_name;
    QCheckBox *m_high;
    QSpinBox *m_interval;
    QSpinBox *m_warn;
    QSpinBox *m_grace;
    QCheckBox *m_starts;
    QDateEdit *m_start;
    QListWidget *m_profiles;
    QListWidget *m_lifecycles;
    QListWidget *m_groups;
    Banner *m_banner;
};

} // namespace ui
