#pragma once
#include <QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;

namespace ui {

class AppContext;
class FlowLayout;
class FormBuilder;
class ZoneBox;

/// Settings, General: how the console looks, its language and times, and its settings as a file. Per computer.
class GeneralPage : public QWidget
{
    Q_OBJECT
public:
    explicit GeneralPage(AppContext &app, QWidget *parent = nullptr);

private:
    void addTheme(FormBuilder &form);
    void addDensity(FormBuilder &form);
    void addTextSize(FormBuilder &form);
    void addLanguage(FormBuilder &form);
    void addTimeZone(FormBuilder &form);
    void addMotion(FormBuilder &form);
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
