#include "ui/widgets/tenantbutton.h"
#include "ui/common/theme.h"
#include "ui/tables/celldelegate.h"
#include <QPainter>

namespace ui {

QString environmentText(domain::Environment e)
{
    switch (e) {
    case domain::Environment::Production: return TenantButton::tr("Production");
    case domain::Environment::Sandbox: return TenantButton::tr("Sandbox");
    case domain::Environment::Simulator: break;
    }
    return TenantButton::tr("Simulated");
}

TenantButton::TenantButton(Theme &theme, QWidget *parent) : QAbstractButton(parent), m_theme(theme)
{
    setFocusPolicy(Qt::StrongFocus);
    setMinimumHeight(44);
    setTenant(std::nullopt);
}

void TenantButton::setTenant(const std::optional<domain::Tenant> &tenant)
{
    m_tenant = tenant;
    setAccessibleName(
        tenant ? tr("Tenant %1, %2").arg(tenant->name, environmentText(tenant->environment)) : tr("No tenant"));
    update();
}

QSize TenantButton::sizeHint() const
{
    return {m_theme.scaled(180), m_theme.scaled(44)};
}

void TenantButton::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    if (underMouse() || hasFocus()) {
        p.setPen(hasFocus() ? QPen(m_theme.color("focus"), 2) : QPen(Qt::NoPen));
        p.setBrush(m_theme.color("hover"));
        p.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
    }
    QColor fill = m_theme.color("accent-fill"), ink = m_theme.color("on-accent");
    if (m_tenant && m_tenant->environment == domain::Environment::Sandbox) {
        fill = m_theme.color("due-bg");
        ink = m_theme.color("due");
    } else if (m_tenant && m_tenant->environment == domain::Environment::Simulator) {
        fill = m_theme.color("review-bg");
        ink = m_theme.color("review");
    }
    const int tall = m_theme.scaled(30);
    const QRectF box = mirrored(p, rect(),
        QRectF(width() < m_theme.scaled(80) ? (width() - tall) / 2.0 : 8.0, (height() - tall) / 2.0, tall, tall));
    p.setPen(Qt::NoPen);
    p.setBrush(fill);
    p.drawRoundedRect(box, 6, 6);
    QString letters = QStringLiteral("–");
    if (m_tenant) {
        letters.clear();
        const QStringList words = m_tenant->name.split(QLatin1Char(' '), Qt::SkipEmptyParts);
        for (const QString &w : words.mid(0, 2))
            letters += w.left(1).toUpper();
    }
    p.setFont(m_theme.font(12, 600));
    p.setPen(ink);
    p.drawText(box, Qt::AlignCenter, letters);
    if (width() < m_theme.scaled(80))
        return;
    const QString name = m_tenant ? m_tenant->name : tr("No tenant");
    QString sub = m_tenant ? environmentText(m_tenant->environment) : tr("Not set up");
    if (m_tenant && m_tenant->readOnly)
        sub += tr(" · locked");
    const int left = 18 + tall, textWidth = width() - left - m_theme.scaled(26);
    p.setFont(m_theme.font(13, 600));
    p.setPen(m_theme.color("text"));
    p.drawText(mirrored(p, rect(), QRectF(left, height() / 2.0 - m_theme.scaled(17), textWidth, m_theme.scaled(18))),
        Qt::AlignVCenter | Qt::AlignLeft, QFontMetrics(p.font()).elidedText(name, Qt::ElideRight, textWidth));
    p.setFont(m_theme.font(12));
    p.setPen(m_theme.color("text-3"));
    p.drawText(mirrored(p, rect(), QRectF(left, height() / 2.0, textWidth, m_theme.scaled(17))),
        Qt::AlignVCenter | Qt::AlignLeft, sub);
    p.drawPixmap(mirrored(p, rect(), QRectF(width() - 24, (height() - 16) / 2.0, 16, 16)).topLeft(),
        m_theme.pixmap(QStringLiteral("chevrons-up-down"), 16, QStringLiteral("text-3"), devicePixelRatioF()));
}

} // namespace ui
