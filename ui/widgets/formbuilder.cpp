#include "ui/widgets/formbuilder.h"
#include "ui/common/theme.h"
#include "ui/controls/label.h"
#include <QAbstractButton>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSpinBox>

namespace ui {

FormBuilder::FormBuilder(Theme &theme, QFormLayout *form, Look look) : m_theme(theme), m_form(form)
{
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->setLabelAlignment(Qt::AlignLeft);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setHorizontalSpacing(look == Look::Page ? 24 : 16);
    form->setVerticalSpacing(look == Look::Page ? 8 : 10);
}

void FormBuilder::addField(
    const QString &label, QWidget *field, std::initializer_list<QWidget *> beside, const QString &name)
{
    auto *caption = new Label(m_theme, label, 13, "text-2");
    caption->setBuddy(field);
    if (m_captionWidth > 0) {
        caption->setWordWrap(true);
        caption->setMinimumWidth(m_theme.scaled(m_captionWidth));
    }
    // A box or a button says its own text; the caption is only beside it.
    if (field->accessibleName().isEmpty() && !qobject_cast<QAbstractButton *>(field))
        field->setAccessibleName(label);
    if (!name.isEmpty())
        field->setObjectName(name);
    if (beside.size() == 0) {
        m_form->addRow(caption, field);
        return;
    }
    auto *row = new QWidget;
    auto *h = new QHBoxLayout(row);
    h->setContentsMargins(0, 0, 0, 0);
    h->addWidget(field, 1);
    for (QWidget *other : beside)
        h->addWidget(other);
    m_form->addRow(caption, row);
}

QLineEdit *FormBuilder::line(const QString &label, const QString &text, const QString &name)
{
    return add(label, new QLineEdit(text), name);
}

QLineEdit *FormBuilder::secret(const QString &label, const QString &name)
{
    QLineEdit *field = line(label, {}, name);
    field->setEchoMode(QLineEdit::Password);
    return field;
}

QSpinBox *FormBuilder::number(const QString &label, int low, int high, const QString &suffix, const QString &name)
{
    auto *field = new QSpinBox;
    field->setRange(low, high);
    field->setSuffix(suffix);
    return add(label, field, name);
}

void FormBuilder::bare(QWidget *widget)
{
    m_form->addRow(QString(), widget);
}

void FormBuilder::whole(QWidget *widget)
{
    m_form->addRow(widget);
}

Label *FormBuilder::fault(const QString &name)
{
    auto *line = new Label(m_theme, {}, 12, "failed");
    line->setObjectName(name);
    line->setWordWrap(true);
    line->hide();
    m_form->addRow(line);
    return line;
}

void setRowShown(QFormLayout *form, QWidget *field, bool isShown)
{
    QWidget *row = form->labelForField(field) ? field : field->parentWidget();
    row->setVisible(isShown);
    form->labelForField(row)->setVisible(isShown);
}

void showFault(Label *fault, const QString &text)
{
    fault->setText(text);
    fault->setVisible(!text.isEmpty());
}

} // namespace ui
