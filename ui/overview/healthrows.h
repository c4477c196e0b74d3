#pragma once
#include <QWidget>

namespace ui {

class Theme;

/// Rows of a mark, a name, one fact and a value at the right.
class HealthRows : public QWidget
{
    Q_OBJECT
public:
    enum Level { Unknown, Good, Look, Bad };
    explicit HealthRows(Theme &theme, QWidget *parent = nullptr);
    void add(Level level, const QString &name, const QString &detail, const QString &value);

private:
    Theme &m_theme;
};

} // namespace ui
