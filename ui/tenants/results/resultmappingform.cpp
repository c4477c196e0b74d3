#include "ui/tenants/results/resultmappingform.h"
#include "ui/common/theme.h"
#include "ui/controls/label.h"
#include <QGridLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace ui {

using domain::ResultField;
using domain::ResultMapping;
using domain::ResultSource;

static const QString between = QStringLiteral(", ");

QString resultFieldText(ResultField f)
{
    switch (f) {
    case ResultField::Session: return ResultMappingForm::tr("Session ID");
    case ResultField::Status: return ResultMappingForm::tr("Status");
    case ResultField::Level: return ResultMappingForm::tr("Assurance level");
    case ResultField::Name: return ResultMappingForm::tr("Verified name");
    case ResultField::Document: return ResultMappingForm::tr("Document");
    case ResultField::CompletedAt: return ResultMappingForm::tr("Completed at");
    case ResultField::FailureReason: return ResultMappingForm::tr("Failure reason");
    case ResultField::User: return ResultMappingForm::tr("Person");
    }
    return {};
}

ResultMappingForm::ResultMappingForm(Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    auto *v = new QVBoxLayout(this);
    v->setContentsMargins(0, 0, 0, 0);
    v->setSpacing(12);
    auto *places = new QGridLayout;
    places->setHorizontalSpacing(8);
    places->setVerticalSpacing(6);
    places->addWidget(new Label(theme, tr("In an answer"), 12, "text-2"), 0, 1);
    places->addWidget(new Label(theme, tr("In a callback"), 12, "text-2"), 0, 2);
    for (int i = 0; i < domain::resultFieldCount; ++i) {
        const auto field = ResultField(i);
        const QString name = domain::resultFieldKey(field);
        places->addWidget(new Label(theme, resultFieldText(field), 12, "text-2"), i + 1, 0);
        m_answer[size_t(i)] = addPlace(places, i + 1, 1, QStringLiteral("answer-") + name);
        m_callback[size_t(i)] = addPlace(places, i + 1, 2, QStringLiteral("callback-") + name);
        m_answer[size_t(i)]->setAccessibleName(tr("%1, in an answer").arg(resultFieldText(field)));
        m_answer[size_t(i)]->setPlaceholderText(domain::contractNames(field).join(between));
        m_callback[size_t(i)]->setAccessibleName(tr("%1, in a callback").arg(resultFieldText(field)));
        m_callback[size_t(i)]->setPlaceholderText(tr("as in an answer"));
    }
    v->addLayout(places);
    auto *words = new QGridLayout;
    words->setHorizontalSpacing(8);
    words->setVerticalSpacing(4);
    m_statusWords = addWords(words, 0, tr("Words for the status"), QStringLiteral("statusWordLines"));
    m_statusWords->setPlaceholderText(tr("APPROVED = passed"));
    m_levelWords = addWords(words, 1, tr("Words for the level"), QStringLiteral("levelWordLines"));
    m_levelWords->setPlaceholderText(tr("High = 2"));
    m_documentWords = addWords(words, 2, tr("Words for documents"), QStringLiteral("documentWordLines"));
    m_documentWords->setPlaceholderText(tr("Driver License = drivers_license"));
    v->addLayout(words);
}

QLineEdit *ResultMappingForm::addPlace(QGridLayout *grid, int row, int column, const QString &name)
{
    auto *line = new QLineEdit;
    line->setObjectName(name);
    line->setFont(m_theme.fixedFont());
    grid->addWidget(line, row, column);
    connect(line, &QLineEdit::textChanged, this, &ResultMappingForm::changed);
    return line;
}

QPlainTextEdit *ResultMappingForm::addWords(QGridLayout *grid, int column, const QString &label, const QString &name)
{
    auto *caption = new Label(m_theme, label, 12, "text-2");
    auto *lines = new QPlainTextEdit;
    lines->setObjectName(name);
    lines->setFont(m_theme.fixedFont());
    lines->setTabChangesFocus(true);
    lines->setLineWrapMode(QPlainTextEdit::NoWrap);
    lines->setFixedHeight(84);
    lines->setAccessibleName(label);
    caption->setBuddy(lines);
    grid->addWidget(caption, 0, column);
    grid->addWidget(lines, 1, column);
    connect(lines, &QPlainTextEdit::textChanged, this, &ResultMappingForm::changed);
    return lines;
}

template <class Words, class Text>
static QString linesOf(const Words &words, const Text &text)
{
    QStringList lines;
    for (auto it = words.begin(); it != words.end(); ++it)
        lines << it.key() + QStringLiteral(" = ") + text(it.value());
    return lines.join(QLatin1Char('\n'));
}

void ResultMappingForm::load(const ResultMapping &m)
{
    for (size_t i = 0; i < size_t(domain::resultFieldCount); ++i) {
        m_answer[i]->setText(m.answer[i].join(between));
        m_callback[i]->setText(m.callback[i].join(between));
    }
    m_statusWords->setPlainText(linesOf(m.statusWords, domain::providerStatusKey));
    m_levelWords->setPlainText(linesOf(m.levelWords, [](int level) { return QString::number(level); }));
    m_documentWords->setPlainText(linesOf(m.documentWords, [](const QString &document) { return document; }));
}

void ResultMappingForm::askMeaning(const QString &option, const QString &line)
{
    QPlainTextEdit *box = m_documentWords;
    if (option == QLatin1String("status-word"))
        box = m_statusWords;
    else if (option == QLatin1String("level-word"))
        box = m_levelWords;
    box->appendPlainText(line);
    box->setFocus();
}

core::Result<ResultMapping> ResultMappingForm::mapping() const
{
    ResultMapping m;
    for (int i = 0; i < domain::resultFieldCount; ++i) {
        const QString key = domain::resultFieldKey(ResultField(i)) + QLatin1Char('=');
        // Only the places, for the key is ours: it cannot fail.
        static_cast<void>(domain::putPlaces(m, ResultSource::Answer, key + m_answer[size_t(i)]->text()));
        static_cast<void>(domain::putPlaces(m, ResultSource::Callback, key + m_callback[size_t(i)]->text()));
    }
    for (const auto &[box, put] : {std::pair{m_statusWords, &domain::putStatusWord},
             std::pair{m_levelWords, &domain::putLevelWord}, std::pair{m_documentWords, &domain::putDocumentWord}}) {
        const QStringList lines = box->toPlainText().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        for (const QString &line : lines) {
            if (line.trimmed().isEmpty())
                continue;
            if (const auto taken = put(m, line); !taken)
                return taken.error();
        }
    }
    if (const auto faults = domain::validate(m); !faults.isEmpty())
        return faults.first();
    return m;
}

void ResultMappingForm::setAnswersFixed(bool isFixed)
{
    for (QLineEdit *line : m_answer) {
        line->setEnabled(!isFixed);
        line->setToolTip(isFixed ? tr("DocuVerify’s answers have one form; only words can differ.") : QString());
    }
}

} // namespace ui
