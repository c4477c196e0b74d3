#include "ui/controls/banner.h"
#include "domain/text/outputtext.h"
#include "ui/common/theme.h"
#include "ui/controls/button.h"
#include "ui/controls/label.h"
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace ui {

Banner::Banner(Theme &theme, bool isStrip, QWidget *parent) : QFrame(parent), m_theme(theme), m_isStrip(isStrip)
{
    setObjectName(QStringLiteral("banner"));
    auto *h = new QHBoxLayout(this);
    h->setContentsMargins(isStrip ? 16 : 12, 9, 16, 9);
    h->setSpacing(10);
    m_icon = new QLabel;
    m_icon->setAlignment(Qt::AlignTop);
    h->addWidget(m_icon, 0, Qt::AlignTop);
    auto *v = new QVBoxLayout;
    v->setSpacing(1);
    m_title = new Label(theme, {}, 13, "text", 600);
    m_title->setWordWrap(true);
    m_text = new Label(theme, {}, 13, "text-2");
    m_text->setWordWrap(true);
    v->addWidget(m_title);
    v->addWidget(m_text);
    h->addLayout(v, 1);
    m_first = button(theme, {});
    m_second = button(theme, {});
    h->addWidget(m_first);
    h->addWidget(m_second);
    connect(m_first, &QPushButton::clicked, this, &Banner::firstPressed);
    connect(m_second, &QPushButton::clicked, this, &Banner::secondPressed);
    connect(&theme, &Theme::changed, this, &Banner::refresh);
    hide();
}

void Banner::show(Kind kind, const QString &title, const QString &text, const QString &first, const QString &second)
{
    m_kind = kind;
    m_title->setText(title);
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    m_first->setText(first);
    m_first->setVisible(!first.isEmpty());
    m_second->setText(second);
    m_second->setVisible(!second.isEmpty());
    setAccessibleName(domain::labelText(title));
    setAccessibleDescription(domain::labelText(text));
    refresh();
    QFrame::show();
}

void Banner::refresh()
{
    static const char *families[] = {"pending", "due", "failed", "review", "verified"};
    static const char *icons[] = {"info", "warning", "warning", "eye", "check"};
    const QString family = QString::fromLatin1(families[m_kind]);
    m_icon->setPixmap(
        m_theme.pixmap(QString::fromLatin1(icons[m_kind]), m_theme.scaled(18), family, devicePixelRatioF()));
    m_family = family;
    update();
}

// Painted, not styled: a style sheet of its own would take the labels' colours away when the theme changes.
void Banner::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    p.setPen(Qt::NoPen);
    p.setBrush(m_theme.color(m_family + QStringLiteral("-bg")));
    p.drawRoundedRect(rect(), m_isStrip ? 0 : 6, m_isStrip ? 0 : 6);
}

} // namespace ui
