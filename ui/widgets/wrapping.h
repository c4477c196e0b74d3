#pragma once
#include <QCheckBox>
#include <QComboBox>
#include <QRadioButton>
#include <QStyleOptionButton>

namespace ui {

/// `text` with line breaks where `width` ends, in pixels; a word that is longer keeps its line.
QString wrapped(const QString &text, const QFontMetrics &metrics, int width);

/// A check box or radio button whose text takes as many lines as the width needs, which Qt's own do not.
template <class Button>
class Wrapping : public Button
{
public:
    explicit Wrapping(const QString &text = {}, QWidget *parent = nullptr) : Button(text, parent)
    {
        QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred, this->sizePolicy().controlType());
        policy.setHeightForWidth(true);
        this->setSizePolicy(policy);
    }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override
    {
        const QFontMetrics m(this->font());
        const int lines = int(wrapped(this->text(), m, width - indicator()).count(QLatin1Char('\n')));
        return Button::sizeHint().height() + lines * m.lineSpacing();
    }
    QSize minimumSizeHint() const override
    {
        const QSize all = Button::sizeHint();
        return {std::min(all.width(), indicator() + this->fontMetrics().averageCharWidth() * 16), all.height()};
    }

protected:
    void paintEvent(QPaintEvent *event) override
    {
        m_room = this->width() - indicator();
        Button::paintEvent(event);
        m_room = 0;
    }
    // Asked for its size as well, which is that of one line.
    void initStyleOption(QStyleOptionButton *option) const override
    {
        Button::initStyleOption(option);
        if (m_room > 0)
            option->text = wrapped(option->text, option->fontMetrics, m_room);
    }

private:
    int indicator() const
    {
        return Button::sizeHint().width() - this->fontMetrics().size(Qt::TextShowMnemonic, this->text()).width();
    }
    int m_room = 0; ///< for the text, while it is painted
};

using CheckBox = Wrapping<QCheckBox>;
using RadioButton = Wrapping<QRadioButton>;

/// A box that may become narrower than its widest entry.
class ComboBox : public QComboBox
{
public:
    using QComboBox::QComboBox;
    QSize minimumSizeHint() const override
    {
        const QSize all = QComboBox::minimumSizeHint();
        return {std::min(all.width(), fontMetrics().averageCharWidth() * 16), all.height()};
    }
};

} // namespace ui
