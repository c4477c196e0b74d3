#pragma once
#include <QString>
#include <initializer_list>

class QFormLayout;
class QLineEdit;
class QSpinBox;
class QWidget;

namespace ui {

class Label;
class Theme;

/// The rows of a form: each a caption and a field that belong together, for the eye and for whoever listens. The
/// caption is the field's accessible name unless it has one; `name` is its object name. A value; the layout owns the
/// widgets.
class FormBuilder
{
public:
    enum class Look { Dialog, Page }; ///< how far apart caption and field stand
    FormBuilder(Theme &theme, QFormLayout *form, Look look = Look::Dialog);
    /// Captions that wrap and are as wide as those of another form; in pixels at a text size of 100 %.
    void alignCaptions(int width) { m_captionWidth = width; }

    template <class Field>
    Field *add(const QString &label, Field *field, const QString &name = {})
    {
        addField(label, field, {}, name);
        return field;
    }
    /// With something beside it, a button for example: the caption is the field's.
    template <class Field>
    Field *addWith(
        const QString &label, Field *field, std::initializer_list<QWidget *> beside, const QString &name = {})
    {
        addField(label, field, beside, name);
        return field;
    }
    QLineEdit *line(const QString &label, const QString &text = {}, const QString &name = {});
    /// What is typed is not shown.
    QLineEdit *secret(const QString &label, const QString &name = {});
    QSpinBox *number(const QString &label, int low, int high, const QString &suffix = {}, const QString &name = {});
    /// Speaks for itself and stands under the fields: a box to tick.
    void bare(QWidget *widget);
    /// Across captions and fields: a sentence, a banner, buttons.
    void whole(QWidget *widget);
    /// A line for what is wrong; hidden until it has a text to show.
    Label *fault(const QString &name = {});

private:
    void addField(const QString &label, QWidget *field, std::initializer_list<QWidget *> beside, const QString &name);
    Theme &m_theme;
    QFormLayout *m_form;
    int m_captionWidth = 0; ///< 0: their own
};

/// A field of such a form together with its caption and what stands beside it.
void setRowShown(QFormLayout *form, QWidget *field, bool isShown);

/// Shows what is wrong in such a line.
void showFault(Label *fault, const QString &text);

} // namespace ui
