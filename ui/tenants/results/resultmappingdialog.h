#pragma once
#include "domain/rehearsal/mappingproposal.h"
#include "ui/widgets/dialog.h"
#include <memory>

class QLineEdit;

namespace core {
class Clock;
}

namespace ui {

class Label;
class ResultMappingForm;
class ResultSampleBox;
class Theme;

/// How the results of a tenant's provider are read, tried on a pasted message. Nothing changes before Save, which needs
/// a reason.
class ResultMappingDialog : public Dialog
{
    Q_OBJECT
public:
    ResultMappingDialog(
        Theme &theme, std::shared_ptr<core::Clock> clock, const domain::Tenant &tenant, QWidget *parent);

    /// Fills in what a rehearsal found; of a word whose meaning is not known, the line to be completed.
    void propose(const QList<domain::MappingProposal> &proposals);
    /// It was not stored, and why: what was typed stays.
    void showFailure(const QString &text);

Q_SIGNALS:
    /// Whoever stores it accepts the dialog, or says why not.
    void chosen(const domain::Tenant &changed, const QString &reason);

private:
    QWidget *makePresets();
    void takePreset(const QString &name);
    void refresh();
    void save();

    Theme &m_theme;
    domain::Tenant m_tenant;
    domain::ProviderProfile m_profile; ///< with what was proposed besides the mapping
    ResultMappingForm *m_form;
    ResultSampleBox *m_sample;
    QLineEdit *m_reason;
    Label *m_others; ///< what a rehearsal proposes besides the mapping
    Label *m_fault;
};

} // namespace ui
