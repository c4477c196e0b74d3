#pragma once
#include "core/error.h"
#include <QWidget>

namespace ui {

class Banner;
class KeyValueList;
class Label;
class Theme;

/// Rows that are read when they are first looked at: reading, nothing there, could not be read (with Try again), rows.
class LazyList : public QWidget
{
    Q_OBJECT
public:
    explicit LazyList(Theme &theme, QWidget *parent = nullptr);
    void setReading();
    void setRows(const QString &intro, const QList<std::pair<QString, QString>> &rows, const QString &ifNone,
        bool canOpen = false);
    void setProblem(const core::Error &error);

Q_SIGNALS:
    void retryWanted();
    void opened(int row);

private:
    Label *m_text;
    Banner *m_banner;
    KeyValueList *m_rows;
};

} // namespace ui
