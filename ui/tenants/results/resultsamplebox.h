#pragma once
#include "domain/tenants/tenant.h"
#include <QWidget>
#include <memory>

class QPlainTextEdit;
class QTableWidget;

namespace core {
class Clock;
}

namespace ui {

class Label;
class Segmented;
class Theme;

/// A message of the provider, pasted, and what would be read of it. It is kept nowhere.
class ResultSampleBox : public QWidget
{
    Q_OBJECT
public:
    ResultSampleBox(Theme &theme, std::shared_ptr<core::Clock> clock, QWidget *parent = nullptr);
    /// Reads the sample anew with this profile.
    void setProfile(const domain::ProviderProfile &profile);
    /// Nothing can be read while the profile has a fault: it is said in place of a result.
    void setFault(const QString &text);

private:
    void read();

    Theme &m_theme;
    std::shared_ptr<core::Clock> m_clock;
    domain::ProviderProfile m_profile;
    Segmented *m_source;
    QPlainTextEdit *m_message;
    QTableWidget *m_fields;
    Label *m_verdict;
};

} // namespace ui
