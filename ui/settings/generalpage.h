#pragma once
#include <QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;

namespace ui {

class AppContext;
class FlowLayout;
class ZoneBox;

/// Settings, General: how the console looks, its language and times, and its settings as a file. Per computer.
class GeneralPage : public QWidget
{
    Q_OBJECT
public:
    explicit GeneralPage(AppContext &app, QWidget *parent = nullptr);

private:
    void addTheme(QFormLayout *form);
    void addDensity(QFormLayout *form);
    void addTextSize(QFormLayout *form);
    void addLanguage(QFormLayout *form);
    void addTimeZone(QFormLayout *form);
    void addMotion(QFormLayout *form);
    void addRow(QFormLayout *form, const QString &label, QWidget *field);
    FlowLayout *makeFiles();
    /// As on the first day; each field says what that needs.
    void reset();

    AppContext &m_app;
    QComboBox *m_theme;
    QComboBox *m_density;
    QComboBox *m_scale;
    QComboBox *m_language;
    ZoneBox *m_zone;
    QCheckBox *m_still;
};

} // namespace ui
