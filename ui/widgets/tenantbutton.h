#pragma once
#include "domain/tenants/tenant.h"
#include <QAbstractButton>

namespace ui {

class Theme;

/// Monogram, name and environment of the open tenant; opens the switcher. Production is petrol, sandbox amber, the
/// simulator violet.
class TenantButton : public QAbstractButton
{
    Q_OBJECT
public:
    explicit TenantButton(Theme &theme, QWidget *parent = nullptr);
    void setTenant(const std::optional<domain::Tenant> &tenant);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *) override;

private:
    Theme &m_theme;
    std::optional<domain::Tenant> m_tenant;
};

QString environmentText(domain::Environment environment);

} // namespace ui
