#pragma once
#include "domain/tenants/tenant.h"
#include "ui/widgets/dialog.h"
#include <QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;

namespace ui {

class HintedEdit;
class Theme;

/// What is particular about deciding in IdentityIQ: the plug-in, its words, and in whose name.
class IdentityIqForm : public QWidget
{
    Q_OBJECT
public:
    explicit IdentityIqForm(Theme &theme, QWidget *parent = nullptr);
    void setSettings(const domain::IdentityIqSettings &settings);
    domain::IdentityIqSettings settings() const;
    /// Shows a fault beside its field; false when the field is not here.
    bool showFault(const core::Error &fault);
    void clearFaults();

private:
    void field(QFormLayout *form, const QString &name, const QString &label, const QString &help);
    Theme &m_theme;
    QHash<QString, HintedEdit *> m_lines;
    QComboBox *m_method;
    QCheckBox *m_others;
};

/// The same for a tenant that is there.
class IdentityIqDialog : public Dialog
{
    Q_OBJECT
public:
    IdentityIqDialog(Theme &theme, const domain::Tenant &tenant, QWidget *parent);

Q_SIGNALS:
    void chosen(const domain::Tenant &tenant);
};

} // namespace ui
