#pragma once
#include <QFrame>

class QLabel;

namespace ui {

class Label;
class Theme;

/// The state of one verification in its colour, what is known of it, and the time that is left.
class SessionHead : public QFrame
{
    Q_OBJECT
public:
    explicit SessionHead(Theme &theme, QWidget *parent = nullptr);
    /// `family`: of the colours.
    void setState(const QString &family, const QString &icon, const QString &headline, const QString &fact);
    void setTime(const QString &countdown, const QString &elapsed);
    QString headline() const;
    const QString &family() const { return m_family; }
    /// A screen reader says the headline at once.
    void announce();

private:
    Theme &m_theme;
    QLabel *m_stateIcon;
    Label *m_headline;
    Label *m_fact;
    Label *m_countdown;
    Label *m_elapsed;
    QString m_family = QStringLiteral("pending");
};

} // namespace ui
