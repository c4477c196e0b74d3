#include "support/bareapp.h"
#include "support/registry.h"
#include "ui/controls/label.h"
#include "ui/widgets/formbuilder.h"
#include <QCheckBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>

class RowsOfAForm : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aCaptionBelongsToItsField()
    {
        QLineEdit *field = m_form.line(QStringLiteral("Ticket"), QStringLiteral("INC1"), QStringLiteral("ticket"));
        QCOMPARE(field->text(), QStringLiteral("INC1"));
        QCOMPARE(field->accessibleName(), QStringLiteral("Ticket"));
        QCOMPARE(field->objectName(), QStringLiteral("ticket"));
        QCOMPARE(captionOf(field)->buddy(), field);
        QCOMPARE(captionOf(field)->text(), QStringLiteral("Ticket"));
    }
    void aNameThatItHasStays()
    {
        auto *field = new QLineEdit;
        field->setAccessibleName(QStringLiteral("Secret, hidden"));
        QCOMPARE(m_form.add(QStringLiteral("Secret"), field), field);
        QCOMPARE(field->accessibleName(), QStringLiteral("Secret, hidden"));
        auto *box = m_form.add(QStringLiteral("Motion"), new QCheckBox(QStringLiteral("Less of it")));
        QVERIFY(box->accessibleName().isEmpty()); // it says its own text
    }
    void aSecretIsNotShown() { QCOMPARE(m_form.secret(QStringLiteral("Password"))->echoMode(), QLineEdit::Password); }
    void aNumberHasItsBounds()
    {
        QSpinBox *days = m_form.number(QStringLiteral("Every"), 1, 1095, QStringLiteral(" days"));
        QCOMPARE(std::pair(days->minimum(), days->maximum()), std::pair(1, 1095));
        QCOMPARE(days->suffix(), QStringLiteral(" days"));
    }
    void whatStandsBesideAFieldComesAndGoesWithIt()
    {
        auto *copy = new QPushButton(QStringLiteral("Copy"));
        auto *field = m_form.addWith(QStringLiteral("Path"), new QLineEdit, {copy});
        QLineEdit *alone = m_form.line(QStringLiteral("Port"));
        m_window.show();
        auto *caption = qobject_cast<QLabel *>(m_layout->labelForField(field->parentWidget()));
        QVERIFY(caption);
        QCOMPARE(caption->buddy(), field);
        QVERIFY(field->isVisible() && copy->isVisible() && caption->isVisible());
        ui::setRowShown(m_layout, field, false);
        QVERIFY(!field->isVisible() && !copy->isVisible() && !caption->isVisible());
        QVERIFY(alone->isVisible() && captionOf(alone)->isVisible());
        ui::setRowShown(m_layout, alone, false);
        QVERIFY(!alone->isVisible() && !captionOf(alone)->isVisible());
        ui::setRowShown(m_layout, field, true);
        QVERIFY(field->isVisible() && copy->isVisible() && caption->isVisible());
    }
    void aFaultIsThereOnceItHasAText()
    {
        ui::Label *fault = m_form.fault(QStringLiteral("fault"));
        m_window.show();
        QVERIFY(!fault->isVisible());
        ui::showFault(fault, QStringLiteral("no such zone"));
        QVERIFY(fault->isVisible());
        QCOMPARE(fault->text(), QStringLiteral("no such zone"));
        ui::showFault(fault, {});
        QVERIFY(!fault->isVisible());
    }

private:
    QLabel *captionOf(QWidget *field) const { return qobject_cast<QLabel *>(m_layout->labelForField(field)); }
    support::BareApp m_app;
    QWidget m_window;
    QFormLayout *m_layout = new QFormLayout(&m_window);
    ui::FormBuilder m_form{m_app.theme, m_layout};
};
IDV_TEST(RowsOfAForm)
#include "tst_formbuilder.moc"
