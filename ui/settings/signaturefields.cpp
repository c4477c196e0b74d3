#include "ui/settings/signaturefields.h"
#include "ui/widgets/formbuilder.h"
#include "ui/widgets/wrapping.h"
#include <QFormLayout>
#include <QLineEdit>

namespace ui {

using domain::SignatureScheme;
using Format = SignatureScheme::Format;

static const QString ownForm = QStringLiteral("own");

SignatureFields::SignatureFields(FormBuilder &form, QFormLayout *layout, QObject *parent)
    : QObject(parent), m_layout(layout)
{
    m_preset = form.add(tr("Form of the signature"), new ComboBox);
    m_preset->addItem(tr("Standard Webhooks"), QStringLiteral("standard-webhooks"));
    m_preset->addItem(QStringLiteral("Svix"), QStringLiteral("svix"));
    m_preset->addItem(QStringLiteral("Stripe"), QStringLiteral("stripe"));
    m_preset->addItem(tr("As GitHub’s"), QStringLiteral("github"));
    m_preset->addItem(tr("Time stamp and signature in one header"), QStringLiteral("timestamped"));
    m_preset->addItem(tr("Body only"), QStringLiteral("plain"));
    m_preset->addItem(tr("The sender’s own"), ownForm);
    m_preset->setObjectName(QStringLiteral("signaturePreset"));
    m_format = form.add(tr("Signatures in the header"), new ComboBox);
    m_format->addItem(tr("One, perhaps with something before it"), int(Format::Plain));
    m_format->addItem(tr("t=…,v1=… with its time stamp"), int(Format::Timestamped));
    m_format->addItem(tr("v1,… with blanks between several"), int(Format::Tokens));
    m_header = form.line(tr("Header of the signature"), {}, QStringLiteral("signature-header"));
    m_timestampHeader = form.line(tr("Header of the time stamp"), {}, QStringLiteral("signature-timestamp-header"));
    m_timestampHeader->setPlaceholderText(tr("Empty: none is signed"));
    m_idHeader = form.line(tr("Header of the message ID"), {}, QStringLiteral("signature-id-header"));
    m_idHeader->setPlaceholderText(tr("Empty: none is signed"));
    m_prefix = form.line(tr("Before the signature"), {}, QStringLiteral("signature-prefix"));
    m_prefix->setPlaceholderText(tr("sha256="));
    m_encoding = form.add(tr("Written in"), new ComboBox);
    m_encoding->addItem(QStringLiteral("Base64"), false);
    m_encoding->addItem(tr("Hexadecimal digits"), true);
    m_text = form.line(tr("What is signed"), {}, QStringLiteral("signature-text"));
    m_text->setPlaceholderText(tr("{ts}.{body}"));
    connect(m_preset, &QComboBox::currentIndexChanged, this, [this] {
        if (const auto preset = domain::signaturePreset(presetName()))
            load(*preset, presetName());
        refresh();
    });
    connect(m_format, &QComboBox::currentIndexChanged, this, &SignatureFields::refresh);
    refresh();
}

void SignatureFields::load(const SignatureScheme &s, const QString &name)
{
    m_format->setCurrentIndex(m_format->findData(int(s.format)));
    m_header->setText(s.header);
    m_timestampHeader->setText(s.timestampHeader);
    m_idHeader->setText(s.idHeader);
    m_prefix->setText(s.prefix);
    m_encoding->setCurrentIndex(m_encoding->findData(s.isHex));
    m_text->setText(s.signedText);
    m_preset->setCurrentIndex(m_preset->findData(domain::nameOfScheme(s, name)));
}

SignatureScheme SignatureFields::scheme() const
{
    if (const auto preset = domain::signaturePreset(presetName()))
        return *preset;
    SignatureScheme s;
    s.format = Format(m_format->currentData().toInt());
    s.header = m_header->text().trimmed();
    s.timestampHeader = s.format == Format::Timestamped ? QString() : m_timestampHeader->text().trimmed();
    s.idHeader = m_idHeader->text().trimmed();
    s.prefix = s.format == Format::Plain ? m_prefix->text().trimmed() : QString();
    s.isHex = m_encoding->currentData().toBool();
    s.signedText = m_text->text().trimmed();
    return s;
}

QString SignatureFields::presetName() const
{
    return m_preset->currentData().toString();
}

void SignatureFields::setShown(bool isShown)
{
    m_isShown = isShown;
    refresh();
}

void SignatureFields::refresh()
{
    const bool isOwn = m_isShown && presetName() == ownForm;
    const auto format = Format(m_format->currentData().toInt());
    setRowShown(m_layout, m_preset, m_isShown);
    for (QWidget *field : {static_cast<QWidget *>(m_format), static_cast<QWidget *>(m_header),
             static_cast<QWidget *>(m_idHeader), static_cast<QWidget *>(m_encoding), static_cast<QWidget *>(m_text)})
        setRowShown(m_layout, field, isOwn);
    setRowShown(m_layout, m_timestampHeader, isOwn && format != Format::Timestamped);
    setRowShown(m_layout, m_prefix, isOwn && format == Format::Plain);
}

} // namespace ui
