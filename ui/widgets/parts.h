#pragma once
#include <QAbstractButton>
#include <QFrame>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

class QScrollArea;
class QVBoxLayout;

namespace ui {

class Theme;

/// A label whose colour is a token; plain text unless said otherwise, without hidden signs (domain/outputtext.h) in any
/// case. Follows the theme.
class Label : public QLabel
{
    Q_OBJECT
public:
    Label(Theme &theme, const QString &text = {}, int pixels = 13, const char *token = "text", int weight = 400,
        QWidget *parent = nullptr);
    void setToken(const char *token);
    /// In place of QLabel's own.
    void setText(const QString &text);

protected:
    bool event(QEvent *event) override;

private:
    void refresh();
    Theme &m_theme;
    QByteArray m_token;
};

/// A label of one line that elides in the middle or at the end and says the whole as tool tip.
class ElidedLabel : public QLabel
{
    Q_OBJECT
public:
    ElidedLabel(Theme &theme, int pixels, const char *token, int weight = 400, Qt::TextElideMode mode = Qt::ElideRight,
        QWidget *parent = nullptr);
    void setFullText(const QString &text);
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *) override;

private:
    Theme &m_theme;
    QByteArray m_token;
    Qt::TextElideMode m_mode;
};

/// The first line of a dialog; wraps, because it often holds a name.
Label *heading(Theme &theme, const QString &text);
QPushButton *button(Theme &theme, const QString &text, const QString &icon = {}, const char *role = nullptr);
/// Enabled when nothing stands against it; what does is said as its tool tip and description.
void setEnabledOr(QWidget *control, const QString &obstacle);
QToolButton *iconButton(Theme &theme, const QString &icon, const QString &accessibleName);
QFrame *line(Theme &theme, QWidget *parent = nullptr);
/// What may be higher than its place; without a frame, and on the page's own background.
QScrollArea *scrolled(QWidget *inner);
/// A stop of F6.
void markRegion(QWidget *widget);

/// Status chip as a widget.
class Chip : public QWidget
{
    Q_OBJECT
public:
    Chip(Theme &theme, bool isLarge = false, QWidget *parent = nullptr);
    void setChip(const QString &key, const QString &text);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *) override;

private:
    Theme &m_theme;
    QString m_key;
    QString m_text;
    bool m_isLarge;
};

/// "Verified 37,178": a checkable filter.
class FilterChip : public QAbstractButton
{
    Q_OBJECT
public:
    FilterChip(Theme &theme, const QString &label, QWidget *parent = nullptr);
    void setCount(std::optional<qint64> count);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *) override;

private:
    Theme &m_theme;
    QString m_label;
    QString m_count;
};

/// An entry of the sidebar.
class NavItem : public QAbstractButton
{
    Q_OBJECT
public:
    NavItem(Theme &theme, const QString &icon, const QString &label, QWidget *parent = nullptr);
    void setCount(qint64 count);
    void setCollapsed(bool isCollapsed);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *) override;

private:
    Theme &m_theme;
    QString m_icon;
    QString m_label;
    QString m_count;
    bool m_isCollapsed = false;
};

/// Icon, one line, one sentence, at most one button; centred at 40 % of the height.
class EmptyState : public QWidget
{
    Q_OBJECT
public:
    EmptyState(Theme &theme, QWidget *parent = nullptr);
    void setContent(const QString &icon, const QString &title, const QString &text, const QString &buttonText = {});

Q_SIGNALS:
    void activated();

private:
    Theme &m_theme;
    QLabel *m_icon;
    Label *m_title;
    Label *m_text;
    QPushButton *m_button;
};

/// What happened, what it means, at most two buttons. Shows one message at a time.
class Banner : public QFrame
{
    Q_OBJECT
public:
    enum Kind { Info, Warning, Problem, Review, Good };
    Banner(Theme &theme, bool isStrip, QWidget *parent = nullptr);
    void show(
        Kind kind, const QString &title, const QString &text, const QString &first = {}, const QString &second = {});

Q_SIGNALS:
    void firstPressed();
    void secondPressed();

protected:
    void paintEvent(QPaintEvent *) override;

private:
    void refresh();
    Theme &m_theme;
    QString m_family = QStringLiteral("pending");
    Kind m_kind = Info;
    QLabel *m_icon;
    Label *m_title;
    Label *m_text;
    QPushButton *m_first;
    QPushButton *m_second;
    bool m_isStrip;
};

/// Two or more choices in one frame.
class Segmented : public QWidget
{
    Q_OBJECT
public:
    Segmented(Theme &theme, const QStringList &labels, QWidget *parent = nullptr);
    int current() const;
    void setCurrent(int index);

Q_SIGNALS:
    void changed(int index);

private:
    QList<QAbstractButton *> m_buttons;
};

} // namespace ui
