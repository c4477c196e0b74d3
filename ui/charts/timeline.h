#pragma once
#include <QWidget>

namespace ui {

class Theme;

struct TimelineEntry
{
    QString family; ///< colour family: verified, pending, failed, never, review, due, overdue
    QString icon;
    QString title;
    QString meta;
    QString time;
    bool isExpected = false; ///< not happened yet: dashed, grey
};

/// What happened, as dots on a line. A list for screen readers.
class Timeline : public QWidget
{
    Q_OBJECT
public:
    explicit Timeline(Theme &theme, QWidget *parent = nullptr);
    void setEntries(const QList<TimelineEntry> &entries);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {200, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *) override;

private:
    Theme &m_theme;
    QList<TimelineEntry> m_entries;
};

/// A QR code, always dark on white with a quiet zone of two modules. The link is its text alternative.
class QrView : public QWidget
{
    Q_OBJECT
public:
    explicit QrView(Theme &theme, QWidget *parent = nullptr);
    /// Empty clears; the text is kept only as modules.
    void setText(const QString &text);
    /// A code stands in the frame.
    bool isDrawn() const { return !m_modules.isEmpty(); }
    QSize sizeHint() const override { return {214, 214}; }

protected:
    void paintEvent(QPaintEvent *) override;

private:
    Theme &m_theme;
    QList<QList<bool>> m_modules;
};

} // namespace ui
