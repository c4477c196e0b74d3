#pragma once
#include <QFrame>

class QLabel;
class QPushButton;

namespace ui {

class Label;
class Theme;

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

} // namespace ui
