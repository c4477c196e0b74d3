#include "ui/verification/sessionhead.h"
#include "ui/common/theme.h"
#include "ui/controls/label.h"
#include <QAccessible>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace ui {

SessionHead::SessionHead(Theme &theme, QWidget *parent) : QFrame(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("sessionHead"));
    auto *h = new QHBoxLayout(this);
    h->setContentsMargins(20, 14, 20, 16);
    m_stateIcon = new QLabel;
    m_stateIcon->setFixedSize(46, 46);
    m_stateIcon->setAlignment(Qt::AlignCenter);
    h->addWidget(m_stateIcon);
    h->addSpacing(8);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(0);
    m_headline = new Label(theme, {}, 22, "pending", 600);
    m_headline->setObjectName(QStringLiteral("sessionHeadline"));
    m_fact = new Label(theme, {}, 13, "text-2");
    m_fact->setWordWrap(true);
    texts->addWidget(m_headline);
    texts->addWidget(m_fact);
    h->addLayout(texts, 1);
    auto *clock = new QVBoxLayout;
    clock->setSpacing(0);
    m_countdown = new Label(theme, {}, 22, "text", 600);
    m_countdown->setAlignment(Qt::AlignRight);
    m_elapsed = new Label(theme, {}, 12, "text-2");
    m_elapsed->setAlignment(Qt::AlignRight);
    clock->addWidget(m_countdown);
    clock->addWidget(m_elapsed);
    h->addLayout(clock);
}

void SessionHead::setState(const QString &family, const QString &icon, const QString &headline, const QString &fact)
{
    m_family = family;
    setStyleSheet(
        QStringLiteral("#sessionHead { background: %1; }").arg(m_theme.color(family + QStringLiteral("-bg")).name()));
    m_stateIcon->setPixmap(m_theme.pixmap(icon, 26, family, devicePixelRatioF()));
    m_headline->setToken(family.toLatin1().constData());
    m_headline->setText(headline);
    m_headline->setAccessibleName(tr("State: %1").arg(headline));
    m_fact->setText(fact);
}

void SessionHead::setTime(const QString &countdown, const QString &elapsed)
{
    if (countdown.isEmpty())
        m_countdown->clear();
    else
        m_countdown->setText(countdown);
    m_elapsed->setText(elapsed);
}

QString SessionHead::headline() const
{
    return m_headline->text();
}

void SessionHead::announce()
{
    QAccessible::updateAccessibility(new QAccessibleEvent(m_headline, QAccessible::Alert));
}

} // namespace ui
