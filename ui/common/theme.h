#pragma once
#include <QColor>
#include <QFont>
#include <QHash>
#include <QIcon>
#include <QObject>

namespace ui {

enum class ThemeChoice { System, Light, Dark };
enum class Density { Comfortable, Compact };

/// Colours, fonts and icons from tokens.json; applies palette and style sheet. One per program, passed by reference.
class Theme : public QObject
{
    Q_OBJECT
public:
    explicit Theme(QObject *parent = nullptr);
    void apply(ThemeChoice choice);
    bool isDark() const { return m_isDark; }
    ThemeChoice choice() const { return m_choice; }
    void setDensity(Density d);
    Density density() const { return m_density; }
    /// Nothing moves by itself. Fading menus stop at once, running bars when they are next shown.
    void setStill(bool isOn);
    bool isStill() const { return m_isStill; }
    /// Of all text, in percent: 100 to 200. Windows lay themselves out anew when they are next made.
    void setTextScale(int percent);
    int textScale() const { return m_textScale; }
    /// A measure that grows with the text, in device-independent pixels.
    int scaled(int pixels) const { return pixels * m_textScale / 100; }

    /// A colour token: "text-2", "verified-bg", …
    QColor color(QAnyStringView token) const { return m_colors.value(token.toString()); }
    /// Follows the theme; drawn from the SVG at the size and pixel ratio asked for.
    QIcon icon(const QString &name, const QString &token = QStringLiteral("text-2")) const;
    QPixmap pixmap(const QString &name, int size, const QString &token, qreal ratio) const;
    QFont font(int pixels, int weight = 400) const;
    QFont fixedFont() const;

Q_SIGNALS:
    void changed();

private:
    void load();
    QString sheet() const;
    QHash<QString, QColor> m_colors;
    ThemeChoice m_choice = ThemeChoice::System;
    Density m_density = Density::Comfortable;
    int m_textScale = 100;
    bool m_isDark = false;
    bool m_isStill = false;
    bool m_systemIsDark = false;
};

/// "check" for verified, "clock" for pending, …
QString chipIcon(const QString &key);
/// The colour family of a chip: expired and cancelled share "never".
QString chipFamily(const QString &key);

} // namespace ui
