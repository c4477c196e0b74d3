#pragma once
#include "domain/callbacks/signaturescheme.h"
#include <QObject>

class QComboBox;
class QFormLayout;
class QLineEdit;

namespace ui {

class FormBuilder;

/// The rows of a signature: a form that has a name, or one of the sender's own, each part of it said.
class SignatureFields : public QObject
{
    Q_OBJECT
public:
    /// Adds its rows to `form`; `layout` is that form's.
    SignatureFields(FormBuilder &form, QFormLayout *layout, QObject *parent);
    void load(const domain::SignatureScheme &scheme, const QString &presetName);
    domain::SignatureScheme scheme() const;
    QString presetName() const;
    void setShown(bool isShown);

private:
    void refresh();

    QFormLayout *m_layout;
    QComboBox *m_preset;
    QComboBox *m_format;
    QLineEdit *m_header;
    QLineEdit *m_timestampHeader;
    QLineEdit *m_idHeader;
    QLineEdit *m_prefix;
    QComboBox *m_encoding;
    QLineEdit *m_text;
    bool m_isShown = true;
};

} // namespace ui
