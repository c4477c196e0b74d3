#pragma once
#include <QFrame>

class QVBoxLayout;

namespace services {
struct TestLine;
}

namespace ui {

class Theme;

/// A connection test: the button that begins it, and one line for each thing that was asked.
class ConnectionTestCard : public QFrame
{
    Q_OBJECT
public:
    explicit ConnectionTestCard(Theme &theme, QWidget *parent = nullptr);
    void clear();
    void add(const services::TestLine &line);

Q_SIGNALS:
    void testWanted();

private:
    QVBoxLayout *makeTexts(const services::TestLine &line);

    Theme &m_theme;
    QVBoxLayout *m_lines;
};

} // namespace ui
