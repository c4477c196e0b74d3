#pragma once
#include <QWidget>

class QCheckBox;
class QFormLayout;
class QGridLayout;
class QLineEdit;

namespace ui {

class AppContext;
class Banner;
class FormBuilder;
class NameComparison;

/// Settings, Name matching: which harmless differences are left to a person all the same, and two fields to try it on.
/// A change applies at once to results that come from then on.
class NamesPage : public QWidget
{
    Q_OBJECT
public:
    explicit NamesPage(AppContext &app, QWidget *parent = nullptr);

private:
    QGridLayout *makeRules();
    QFormLayout *makeTrial();
    QLineEdit *trialField(FormBuilder &form, const QString &label, const QString &name);
    void reset();
    void load();
    void save();
    void compare();
    QStringList chosen() const;

    AppContext &m_app;
    Banner *m_banner;
    QList<QCheckBox *> m_rules; ///< in the order of domain::harmlessDifferences()
    QLineEdit *m_directory;
    QLineEdit *m_document;
    NameComparison *m_comparison;
    bool m_isLoading = false;
};

} // namespace ui
