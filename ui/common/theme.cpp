#include "ui/common/theme.h"
#include "ui/widgets/plaintexts.h"
#include <QApplication>
#include <QFile>
#include <QFontDatabase>
#include <QIconEngine>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QProxyStyle>
#include <QPushButton>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QStyle>
#include <QStyleFactory>
#include <QStyleOption>
#include <QSvgRenderer>
#include <QTabBar>
#include <QTemporaryDir>

namespace ui {

namespace {

QByteArray readAll(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

class ThemedIcon final : public QIconEngine
{
public:
    ThemedIcon(const Theme &theme, QString name, QString token)
        : m_theme(theme), m_name(std::move(name)), m_token(std::move(token))
    {
    }
    void paint(QPainter *p, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const QString token = mode == QIcon::Disabled ? QStringLiteral("disabled") : m_token;
        const int size = std::min(rect.width(), rect.height());
        const QPixmap pm = m_theme.pixmap(m_name, size, token, p->device()->devicePixelRatioF());
        p->drawPixmap(rect.x() + (rect.width() - size) / 2, rect.y() + (rect.height() - size) / 2, pm);
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        const QString token = mode == QIcon::Disabled ? QStringLiteral("disabled") : m_token;
        return m_theme.pixmap(m_name, std::min(size.width(), size.height()), token, 1.0);
    }
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
        const QString token = mode == QIcon::Disabled ? QStringLiteral("disabled") : m_token;
        return m_theme.pixmap(m_name, int(std::min(size.width(), size.height()) / scale), token, scale);
    }
    QIconEngine *clone() const override { return new ThemedIcon(*this); }

private:
    const Theme &m_theme;
    QString m_name;
    QString m_token;
};

/// Fusion with one rounded focus ring for every control the sheet does not frame itself.
class IdvStyle final : public QProxyStyle
{
public:
    explicit IdvStyle(const Theme &theme) : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))), m_theme(theme)
    {
    }
    void drawPrimitive(PrimitiveElement e, const QStyleOption *o, QPainter *p, const QWidget *w) const override
    {
        // Buttons are framed by the sheet, which gives them a focus border of their own.
        if (e == PE_FrameFocusRect && qobject_cast<const QPushButton *>(w))
            return;
        if (e != PE_FrameFocusRect) {
            QProxyStyle::drawPrimitive(e, o, p, w);
            return;
        }
        p->save();
        p->setRenderHint(QPainter::Antialiasing);
        p->setPen(QPen(m_theme.color("focus"), 2));
        p->setBrush(Qt::NoBrush);
        // Of a tab it is the text's own rectangle: the ring stands around the text and not on it.
        const bool isTab = qobject_cast<const QTabBar *>(w);
        p->drawRoundedRect(
            isTab ? QRectF(o->rect).adjusted(-4, -3, 4, 3) : QRectF(o->rect).adjusted(1, 1, -1, -1), 4, 4);
        p->restore();
    }
    int pixelMetric(PixelMetric m, const QStyleOption *o, const QWidget *w) const override
    {
        switch (m) {
        case PM_LayoutHorizontalSpacing: return 8;
        case PM_LayoutVerticalSpacing: return 6;
        default: return QProxyStyle::pixelMetric(m, o, w);
        }
    }
    int styleHint(StyleHint hint, const QStyleOption *o, const QWidget *w, QStyleHintReturn *r) const override
    {
        // Buttons of dialogs say what they do in words alone.
        return hint == SH_Widget_Animate || hint == SH_DialogButtonBox_ButtonsHaveIcons
                   ? 0
                   : QProxyStyle::styleHint(hint, o, w, r);
    }

private:
    const Theme &m_theme;
};

} // namespace

QString chipFamily(const QString &key)
{
    return key == QLatin1String("expired") || key == QLatin1String("cancelled") ? QStringLiteral("never") : key;
}

QString chipIcon(const QString &key)
{
    static const QHash<QString, QString> icons{{QStringLiteral("verified"), QStringLiteral("check")},
        {QStringLiteral("pending"), QStringLiteral("clock")}, {QStringLiteral("failed"), QStringLiteral("cross")},
        {QStringLiteral("due"), QStringLiteral("calendar")}, {QStringLiteral("overdue"), QStringLiteral("exclaim")},
        {QStringLiteral("never"), QStringLiteral("circle")}, {QStringLiteral("review"), QStringLiteral("eye")},
        {QStringLiteral("expired"), QStringLiteral("hourglass")}, {QStringLiteral("cancelled"), QStringLiteral("ban")}};
    return icons.value(key, QStringLiteral("circle"));
}

Theme::Theme(QObject *parent) : QObject(parent)
{
    keepTextsPlain();
    m_systemIsDark = QApplication::palette().color(QPalette::Window).lightness() < 128;
    QFont f = QApplication::font();
    // The desktop's font, unless it is the last resort of a bare system.
    const QString family = QFontInfo(f).family();
    if ((family.startsWith(QLatin1String("DejaVu")) || family.startsWith(QLatin1String("Noto Sans"))) &&
        QFontDatabase::hasFamily(QStringLiteral("Inter")))
        f.setFamilies({QStringLiteral("Inter"), family});
    f.setPixelSize(13);
    QApplication::setFont(f);
    QApplication::setStyle(new IdvStyle(*this));
}

void Theme::setDensity(Density d)
{
    m_density = d;
    Q_EMIT changed();
}

void Theme::setTextScale(int percent)
{
    const int wanted = std::clamp(percent, 100, 200);
    if (wanted == m_textScale)
        return;
    m_textScale = wanted;
    QFont f = QApplication::font();
    f.setPixelSize(scaled(13));
    QApplication::setFont(f);
    if (!m_colors.isEmpty()) // otherwise apply() is still to come
        apply(m_choice);
}

void Theme::setStill(bool isOn)
{
    m_isStill = isOn;
    for (const auto effect : {Qt::UI_AnimateMenu, Qt::UI_FadeMenu, Qt::UI_AnimateCombo, Qt::UI_AnimateTooltip,
             Qt::UI_FadeTooltip, Qt::UI_AnimateToolBox})
        QApplication::setEffectEnabled(effect, !isOn);
    static const int flash = QApplication::cursorFlashTime();
    QApplication::setCursorFlashTime(isOn ? 0 : flash);
}

void Theme::load()
{
    const QJsonObject tokens = QJsonDocument::fromJson(readAll(QStringLiteral(":/tokens.json"))).object();
    const QJsonObject colors = tokens.value(QLatin1String("colour"))
                                   .toObject()
                                   .value(m_isDark ? QLatin1String("dark") : QLatin1String("light"))
                                   .toObject();
    m_colors.clear();
    for (auto it = colors.begin(); it != colors.end(); ++it)
        m_colors.insert(it.key(), QColor(it.value().toString()));
}

void Theme::apply(ThemeChoice choice)
{
    m_choice = choice;
    m_isDark = choice == ThemeChoice::Dark || (choice == ThemeChoice::System && m_systemIsDark);
    load();
    QPixmapCache::clear();
    QPalette p;
    const std::pair<QPalette::ColorRole, const char *> roles[] = {{QPalette::Window, "window"},
        {QPalette::WindowText, "text"}, {QPalette::Base, "base"}, {QPalette::AlternateBase, "alt"},
        {QPalette::Text, "text"}, {QPalette::Button, "button"}, {QPalette::ButtonText, "text"},
        {QPalette::Highlight, "accent-fill"}, {QPalette::HighlightedText, "on-accent"},
        {QPalette::ToolTipBase, "raised"}, {QPalette::ToolTipText, "text"}, {QPalette::PlaceholderText, "text-3"},
        {QPalette::Link, "accent"}, {QPalette::LinkVisited, "accent"}, {QPalette::Light, "raised"},
        {QPalette::Midlight, "border-subtle"}, {QPalette::Mid, "border"}, {QPalette::Dark, "control-border"},
        {QPalette::Shadow, "border"}};
    for (const auto &[role, token] : roles)
        p.setColor(role, color(token));
    for (const auto role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, color("disabled"));
    QApplication::setPalette(p);
    qApp->setStyleSheet(sheet());
    Q_EMIT changed();
}

// The style sheet wants files for its little arrows and ticks: drawn once per theme into a folder of this run.
QString Theme::sheet() const
{
    static QTemporaryDir folder;
    QString qss = QString::fromUtf8(readAll(QStringLiteral(":/theme.qss")));
    const std::pair<const char *, const char *> images[] = {
        {"chevron-down", "text-3"}, {"chevron-up", "text-3"}, {"check", "on-accent"}, {"minus", "on-accent"}};
    for (const auto &[name, token] : images) {
        const QString file = folder.filePath(
            QString::fromLatin1(name) + (m_isDark ? QStringLiteral("-d.png") : QStringLiteral("-l.png")));
        if (!QFile::exists(file))
            pixmap(QLatin1String(name), 28, QLatin1String(token), 1.0).save(file);
        qss.replace(QStringLiteral("@icon-%1@").arg(QLatin1String(name)), file);
    }
    const QString dot = folder.filePath(m_isDark ? QStringLiteral("dot-d.png") : QStringLiteral("dot-l.png"));
    if (!QFile::exists(dot)) {
        QPixmap pm(28, 28);
        pm.fill(Qt::transparent);
        QPainter painter(&pm);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setBrush(color("on-accent"));
        painter.setPen(Qt::NoPen);
        painter.drawEllipse(8, 8, 12, 12);
        painter.end();
        pm.save(dot);
    }
    qss.replace(QStringLiteral("@icon-dot@"), dot);
    if (m_textScale != 100) { // what holds a line of text grows with it
        static const QRegularExpression measure(QStringLiteral("(font-size|min-height): (1[2-9]|[2-9]\\d)px"));
        qsizetype at = 0;
        for (auto m = measure.match(qss); m.hasMatch(); m = measure.match(qss, at)) {
            const QString grown = QStringLiteral("%1: %2px").arg(m.captured(1)).arg(scaled(m.captured(2).toInt()));
            qss.replace(m.capturedStart(), m.capturedLength(), grown);
            at = m.capturedStart() + grown.size();
        }
    }
    for (auto it = m_colors.begin(); it != m_colors.end(); ++it)
        qss.replace(QLatin1Char('@') + it.key() + QLatin1Char('@'), it.value().name());
    return qss;
}

QIcon Theme::icon(const QString &name, const QString &token) const
{
    return QIcon(new ThemedIcon(*this, name, token));
}

QPixmap Theme::pixmap(const QString &name, int size, const QString &token, qreal ratio) const
{
    const QString key = QStringLiteral("idv:%1:%2:%3:%4:%5").arg(name).arg(size).arg(token).arg(ratio).arg(m_isDark);
    QPixmap pm;
    if (QPixmapCache::find(key, &pm))
        return pm;
    QByteArray svg = readAll(QStringLiteral(":/icons/%1.svg").arg(name));
    const QColor c = color(token);
    svg.replace("currentColor", (c.isValid() ? c : QColor(token)).name().toLatin1());
    if (size <= 12)
        svg.replace("stroke-width=\"1.75\"", "stroke-width=\"2.6\"");
    QSvgRenderer renderer(svg);
    const int side = std::max(1, qRound(size * ratio));
    pm = QPixmap(side, side);
    pm.fill(Qt::transparent);
    QPainter painter(&pm);
    renderer.render(&painter, QRectF(0, 0, side, side));
    painter.end();
    pm.setDevicePixelRatio(ratio);
    QPixmapCache::insert(key, pm);
    return pm;
}

QFont Theme::font(int pixels, int weight) const
{
    QFont f = QApplication::font();
    f.setPixelSize(scaled(pixels));
    f.setWeight(QFont::Weight(weight));
    return f;
}

QFont Theme::fixedFont() const
{
    QFont f = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    f.setPixelSize(scaled(12));
    return f;
}

} // namespace ui
