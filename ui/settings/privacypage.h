#pragma once
#include "domain/tenants/privacy.h"
#include <QWidget>

class QCheckBox;
class QFormLayout;
class QSpinBox;
class QVBoxLayout;

namespace ui {

class AppContext;
class Banner;
class FormBuilder;
class Label;

/// Settings, Privacy: how long personal data is kept, and whether lists show it whole.
class PrivacyPage : public QWidget
{
    Q_OBJECT
public:
    explicit PrivacyPage(AppContext &app, QWidget *parent = nullptr);

private:
    void addLists(QVBoxLayout *page);
    void addKeeping(QVBoxLayout *page);
    QSpinBox *daysField(FormBuilder &form, const QString &name);
    void explain(QVBoxLayout *page, const QString &text);
    void reset();
    void load();
    void save();
    void store(const domain::Retention &wanted);
    void refreshDue();
    domain::Retention shown() const;
    AppContext &m_app;
    QCheckBox *m_mask;
    QCheckBox *m_redact;
    QCheckBox *m_isOn;
    QSpinBox *m_verified;
    QSpinBox *m_failed;
    Label *m_due;
    Banner *m_banner;
    bool m_isLoading = false;
    bool m_isUnreadable = false;
    bool m_replaces = false; ///< the page is being reset
    domain::Retention m_loaded;
};

} // namespace ui
