#pragma once
#include "core/result.h"
#include "domain/verification/results/resultmapping.h"
#include <QWidget>
#include <array>

class QGridLayout;
class QLineEdit;
class QPlainTextEdit;

namespace ui {

class Theme;

/// A field of a result, as the screen calls it.
QString resultFieldText(domain::ResultField field);

/// Where the fields of a provider's messages stand, and what its words mean.
class ResultMappingForm : public QWidget
{
    Q_OBJECT
public:
    explicit ResultMappingForm(Theme &theme, QWidget *parent = nullptr);
    void load(const domain::ResultMapping &mapping);
    /// One more line of words, "APPROVED=", to be completed by whoever knows; of the option "status-word", "level-word"
    /// or "document-word".
    void askMeaning(const QString &option, const QString &line);
    /// Usage with the field at fault for what is no mapping.
    core::Result<domain::ResultMapping> mapping() const;
    /// DocuVerify's answers have one form: their places are not asked for.
    void setAnswersFixed(bool isFixed);

Q_SIGNALS:
    void changed();

private:
    QLineEdit *addPlace(QGridLayout *grid, int row, int column, const QString &name);
    QPlainTextEdit *addWords(QGridLayout *grid, int column, const QString &label, const QString &name);

    Theme &m_theme;
    std::array<QLineEdit *, domain::resultFieldCount> m_answer;
    std::array<QLineEdit *, domain::resultFieldCount> m_callback;
    QPlainTextEdit *m_statusWords;
    QPlainTextEdit *m_levelWords;
    QPlainTextEdit *m_documentWords;
};

} // namespace ui
