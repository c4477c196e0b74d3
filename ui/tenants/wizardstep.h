#pragma once
#include "core/error.h"
#include "domain/tenants/tenant.h"
#include <QHash>
#include <QScrollArea>

class QFormLayout;
class QLineEdit;
class QVBoxLayout;

namespace ui {

class HintedEdit;
class Label;
class Theme;

/// One step of adding a tenant: a title, a sentence, and fields that say what is wrong with them.
class WizardStep : public QScrollArea
{
    Q_OBJECT
public:
    WizardStep(Theme &theme, const QString &title, const QString &text, QWidget *parent = nullptr);
    /// Puts what the fields say into `tenant`.
    virtual void fill(domain::Tenant &tenant) const = 0;
    /// Puts a tenant that is there into the fields. A secret is not shown: an empty field leaves the stored one.
    virtual void load(const domain::Tenant &tenant) = 0;
    /// Those of this step, beside their fields; the first one is gone to. False when none is of this step.
    bool showFaults(const QList<core::Error> &faults);

protected:
    /// False when it is not of this step; `isFirst`: its field is gone to.
    virtual bool showFault(const core::Error &fault, bool isFirst);
    QFormLayout *makeForm();
    QLineEdit *addField(
        QFormLayout *form, const QString &name, const QString &label, const QString &help, bool isSecret = false);
    void addRow(QFormLayout *form, const QString &label, QWidget *widget);
    HintedEdit *field(const char *name) const;
    /// What a field says, without spaces around it.
    QString text(const char *name) const;
    void put(const char *name, const QString &text);
    /// Says in an empty field of a secret that the stored one stays.
    void offerStored(const char *name);
    /// The same, without slashes at its end.
    QString address(const char *name) const;
    Theme &theme() const { return m_theme; }
    QVBoxLayout *page() const { return m_page; }
    void setText(const QString &text);

private:
    Theme &m_theme;
    QVBoxLayout *m_page;
    Label *m_text;
    QHash<QString, HintedEdit *> m_fields;
};

} // namespace ui
