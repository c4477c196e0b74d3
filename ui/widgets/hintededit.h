#pragma once
#include <QWidget>

class QFormLayout;
class QLineEdit;

namespace ui {

class Label;
class Theme;

/// A line of a form with a sentence under it: what belongs there or, once it was looked at, what is wrong with it.
/// Typing brings the first back. Its object is named "field-" and the field's name.
class HintedEdit : public QWidget
{
    Q_OBJECT
public:
    HintedEdit(Theme &theme, const QString &name, const QString &label, const QString &help, bool isSecret = false);
    /// Adds the row, with its caption.
    void addTo(QFormLayout *form);
    QLineEdit *edit() const { return m_edit; }
    Label *caption() const { return m_caption; }
    void setHelp(const QString &help);
    void showFault(const QString &text);
    void clearFault();

private:
    Theme &m_theme;
    QLineEdit *m_edit;
    Label *m_hint;
    Label *m_caption;
    QString m_help;
};

} // namespace ui
