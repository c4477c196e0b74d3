#include "ui/widgets/parts.h"
#include "domain/text/outputtext.h"
#include "ui/common/theme.h"
#include "ui/tables/celldelegate.h"
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

namespace ui {

Label::Label(Theme &theme, const QString &text, int pixels, const char *token, int weight, QWidget *parent)
    : QLabel(parent), m_theme(theme), m_token(token)
{
    setTextFormat(Qt::PlainText);
    setText(text);
    setFont(theme.font(pixels, weight));
    refresh();
    connect(&theme, &Theme::changed, this, &Label::refresh);
}

// Markup that the console made itself is never cut in the middle.
void Label::setText(const QString &text)
{
    QLabel::setText(domain::labelText(text, textFormat() == Qt::PlainText ? domain::longestLabel : text.size()));
}

void Label::setToken(const char *token)
{
    m_token = token;
    refresh();
}

// A new style sheet gives what was not shown meanwhile its earlier palette back when it is: that of the theme before.
bool Label::event(QEvent *event)
{
    const bool isTaken = QLabel::event(event);
    if (event->type() == QEvent::StyleChange &&
        palette().color(QPalette::WindowText) != m_theme.color(m_token.constData()))
        refresh();
    return isTaken;
}

void Label::refresh()
{
    QPalette p = palette();
    p.setColor(QPalette::WindowText, m_theme.color(m_token.constData()));
    setPalette(p);
}

ElidedLabel::ElidedLabel(
    Theme &theme, int pixels, const char *token, int weight, Qt::TextElideMode mode, QWidget *parent)
    : QLabel(parent), m_theme(theme), m_token(token), m_mode(mode)
{
    setTextFormat(Qt::PlainText);
    setFont(theme.font(pixels, weight));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
}

void ElidedLabel::setFullText(const QString &text)
{
    const QString clean = domain::labelText(text);
    setText(clean);
    setToolTip(clean);
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {30, QLabel::minimumSizeHint().height()};
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    p.setFont(font());
    p.setPen(m_theme.color(m_token.constData()));
    p.drawText(rect(), Qt::AlignVCenter | Qt::AlignLeft, fontMetrics().elidedText(text(), m_mode, width()));
}

Label *heading(Theme &theme, const QString &text)
{
    auto *l = new Label(theme, text, 16, "text", 600);
    l->setWordWrap(true);
    return l;
}

QPushButton *button(Theme &theme, const QString &text, const QString &icon, const char *role)
{
    auto *b = new QPushButton(text);
    b->setAutoDefault(false);
    const bool isPrimary = role && QByteArray(role) == "primary";
    if (role && QByteArray(role) == "flat")
        b->setFlat(true);
    else if (role)
        b->setProperty("role", QString::fromLatin1(role));
    if (!icon.isEmpty()) {
        b->setIcon(theme.icon(icon, isPrimary ? QStringLiteral("on-accent") : QStringLiteral("text-2")));
        b->setIconSize({theme.scaled(16), theme.scaled(16)});
    }
    return b;
}

void setEnabledOr(QWidget *control, const QString &obstacle)
{
    control->setEnabled(obstacle.isEmpty());
    control->setToolTip(obstacle);
    control->setAccessibleDescription(domain::labelText(obstacle));
}

QToolButton *iconButton(Theme &theme, const QString &icon, const QString &accessibleName)
{
    auto *b = new QToolButton;
    b->setIcon(theme.icon(icon));
    b->setIconSize({theme.scaled(16), theme.scaled(16)});
    b->setAutoRaise(true);
    b->setFocusPolicy(Qt::StrongFocus);
    b->setAccessibleName(domain::labelText(accessibleName));
    b->setToolTip(accessibleName);
    return b;
}

QScrollArea *scrolled(QWidget *inner)
{
    auto *area = new QScrollArea;
    area->setWidget(inner);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->viewport()->setAutoFillBackground(false);
    inner->setAutoFillBackground(false);
    return area;
}

void markRegion(QWidget *widget)
{
    widget->setProperty("region", true);
}

QFrame *line(Theme &theme, QWidget *parent)
{
    auto *f = new QFrame(parent);
    f->setFixedHeight(1);
    f->setAutoFillBackground(true);
    const auto refresh = [f, &theme] {
        QPalette p = f->palette();
        p.setColor(QPalette::Window, theme.color("border"));
        f->setPalette(p);
    };
    refresh();
    QObject::connect(&theme, &Theme::changed, f, refresh);
    return f;
}

Chip::Chip(Theme &theme, bool isLarge, QWidget *parent) : QWidget(parent), m_theme(theme), m_isLarge(isLarge)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Chip::setChip(const QString &key, const QString &text)
{
    m_key = key;
    m_text = domain::labelText(text);
    setAccessibleName(m_text);
    updateGeometry();
    update();
}

QSize Chip::sizeHint() const
{
    return chipSize(m_theme, m_text, m_isLarge);
}

void Chip::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    if (!m_key.isEmpty())
        drawChip(p, m_theme, {0, 0}, m_key, m_text, m_isLarge);
}

FilterChip::FilterChip(Theme &theme, const QString &label, QWidget *parent)
    : QAbstractButton(parent), m_theme(theme), m_label(label)
{
    setCheckable(true);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(label);
}

void FilterChip::setCount(std::optional<qint64> count)
{
    m_count = count ? QLocale().toString(*count) : QStringLiteral("–");
    setAccessibleName(m_label + QStringLiteral(", ") + m_count);
    updateGeometry();
    update();
}

QSize FilterChip::sizeHint() const
{
    const QFontMetrics fm(m_theme.font(12, 500));
    return {9 + fm.horizontalAdvance(m_label) + 7 + fm.horizontalAdvance(m_count) + 12, m_theme.scaled(26)};
}

void FilterChip::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    const bool isOn = isChecked();
    const QRectF r = QRectF(rect()).adjusted(.5, .5, -.5, -.5);
    p.setPen(isOn ? m_theme.color("accent") : m_theme.color("border"));
    p.setBrush(isOn ? m_theme.color("accent-subtle") : underMouse() ? m_theme.color("hover") : m_theme.color("base"));
    p.drawRoundedRect(r, r.height() / 2, r.height() / 2);
    p.setFont(m_theme.font(12, isOn ? 500 : 400));
    p.setPen(isOn ? m_theme.color("accent-text") : m_theme.color("text-2"));
    p.drawText(rect().adjusted(10, 0, -10, 0), Qt::AlignVCenter | Qt::AlignLeft, m_label);
    p.setPen(isOn ? m_theme.color("accent-text") : m_theme.color("text-3"));
    p.drawText(rect().adjusted(10, 0, -10, 0), Qt::AlignVCenter | Qt::AlignRight, m_count);
    if (hasFocus()) {
        p.setPen(QPen(m_theme.color("focus"), 2));
        p.setBrush(Qt::NoBrush);
        p.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), r.height() / 2 - 0.5, r.height() / 2 - 0.5);
    }
}

NavItem::NavItem(Theme &theme, const QString &icon, const QString &label, QWidget *parent)
    : QAbstractButton(parent), m_theme(theme), m_icon(icon), m_label(label)
{
    setCheckable(true);
    setAutoExclusive(true);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(label);
    setToolTip(label);
}

void NavItem::setCount(qint64 count)
{
    m_count = count > 0 ? QLocale().toString(count) : QString();
    setAccessibleName(m_count.isEmpty() ? m_label : m_label + QStringLiteral(", ") + m_count);
    update();
}

void NavItem::setCollapsed(bool isCollapsed)
{
    m_isCollapsed = isCollapsed;
    update();
}

QSize NavItem::sizeHint() const
{
    return {m_theme.scaled(m_isCollapsed ? 36 : 180), m_theme.scaled(34)};
}

void NavItem::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    const QRectF r = QRectF(rect()).adjusted(0, 1, 0, -1);
    const bool isOn = isChecked();
    if (isOn || (underMouse() && isEnabled())) {
        p.setPen(Qt::NoPen);
        p.setBrush(isOn ? m_theme.color("nav-selected") : m_theme.color("hover"));
        p.drawRoundedRect(r, 4, 4);
    }
    if (isOn) {
        p.setBrush(m_theme.color("accent"));
        p.drawRoundedRect(mirrored(p, r, {r.x(), r.y() + 7, 3, r.height() - 14}), 1.5, 1.5);
    }
    const QString token = !isEnabled() ? QStringLiteral("disabled")
                          : isOn       ? QStringLiteral("accent")
                                       : QStringLiteral("text-2");
    const int icon = m_theme.scaled(18);
    p.drawPixmap(mirrored(p, rect(),
                     QRectF(m_isCollapsed ? (width() - icon) / 2.0 : 10.0, r.y() + (r.height() - icon) / 2, icon, icon))
                     .topLeft(),
        m_theme.pixmap(m_icon, icon, token, devicePixelRatioF()));
    if (!m_isCollapsed) {
        p.setFont(m_theme.font(13, isOn ? 600 : 400));
        p.setPen(!isEnabled() ? m_theme.color("disabled") : isOn ? m_theme.color("text") : m_theme.color("text-2"));
        p.drawText(
            mirrored(p, rect(), rect().adjusted(20 + icon, 0, -10, 0)), Qt::AlignVCenter | Qt::AlignLeft, m_label);
        p.setFont(m_theme.font(12));
        p.setPen(isOn ? m_theme.color("text-2") : m_theme.color("text-3"));
        p.drawText(rect().adjusted(10, 0, -10, 0), Qt::AlignVCenter | Qt::AlignRight, m_count);
    }
    if (hasFocus()) {
        p.setPen(QPen(m_theme.color("focus"), 2));
        p.setBrush(Qt::NoBrush);
        p.drawRoundedRect(r.adjusted(1, 1, -1, -1), 4, 4);
    }
}

EmptyState::EmptyState(Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    auto *v = new QVBoxLayout(this);
    m_icon = new QLabel;
    m_icon->setAlignment(Qt::AlignHCenter);
    m_title = new Label(theme, {}, 14, "text", 600);
    m_title->setAlignment(Qt::AlignHCenter);
    m_text = new Label(theme, {}, 13, "text-2");
    m_text->setAlignment(Qt::AlignHCenter);
    m_text->setWordWrap(true);
    m_button = button(theme, {});
    connect(m_button, &QPushButton::clicked, this, &EmptyState::activated);
    v->addStretch(4);
    v->addWidget(m_icon);
    v->addSpacing(8);
    v->addWidget(m_title);
    v->addWidget(m_text);
    v->addSpacing(8);
    v->addWidget(m_button, 0, Qt::AlignHCenter);
    v->addStretch(6);
}

void EmptyState::setContent(const QString &icon, const QString &title, const QString &text, const QString &buttonText)
{
    m_icon->setPixmap(m_theme.pixmap(icon, m_theme.scaled(36), QStringLiteral("text-3"), devicePixelRatioF()));
    m_title->setText(title);
    m_text->setText(text);
    m_button->setText(buttonText);
    m_button->setVisible(!buttonText.isEmpty());
}

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

Segmented::Segmented(Theme &theme, const QStringList &labels, QWidget *parent) : QWidget(parent)
{
    auto *h = new QHBoxLayout(this);
    h->setContentsMargins(0, 0, 0, 0);
    h->setSpacing(0);
    auto *group = new QButtonGroup(this);
    for (const QString &label : labels) {
        auto *b = new QPushButton(label);
        b->setCheckable(true);
        b->setAutoDefault(false);
        group->addButton(b, int(m_buttons.size()));
        m_buttons << b;
        h->addWidget(b);
    }
    const auto refresh = [this, &theme] {
        const QString style = QStringLiteral(
            "QPushButton { border-radius: 0; } QPushButton:checked { background: %1; color: %2; border-color: %1; }")
                                  .arg(theme.color("accent-fill").name(), theme.color("on-accent").name());
        setStyleSheet(style);
    };
    refresh();
    connect(&theme, &Theme::changed, this, refresh);
    connect(group, &QButtonGroup::idToggled, this, [this](int id, bool isOn) {
        if (isOn)
            Q_EMIT changed(id);
    });
    if (!m_buttons.isEmpty())
        m_buttons.first()->setChecked(true);
}

int Segmented::current() const
{
    for (int i = 0; i < m_buttons.size(); ++i) {
        if (m_buttons.at(i)->isChecked())
            return i;
    }
    return -1;
}

void Segmented::setCurrent(int index)
{
    m_buttons.at(index)->setChecked(true);
}

} // namespace ui
