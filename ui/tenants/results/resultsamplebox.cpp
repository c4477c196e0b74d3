#include "ui/tenants/results/resultsamplebox.h"
#include "core/clock.h"
#include "services/tenants/resultsample.h"
#include "ui/common/theme.h"
#include "ui/controls/label.h"
#include "ui/controls/segmented.h"
#include "ui/tables/table.h"
#include "ui/tenants/results/resultmappingform.h"
#include <QHeaderView>
#include <QPlainTextEdit>
#include <QTableWidget>
#include <QVBoxLayout>

namespace ui {

using domain::ResultSource;

ResultSampleBox::ResultSampleBox(Theme &theme, std::shared_ptr<core::Clock> clock, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_clock(std::move(clock))
{
    auto *v = new QVBoxLayout(this);
    v->setContentsMargins(0, 0, 0, 0);
    v->setSpacing(6);
    m_source = new Segmented(theme, {tr("An answer"), tr("A callback")});
    m_source->setAccessibleName(tr("What the sample is"));
    v->addWidget(m_source);
    m_message = new QPlainTextEdit;
    m_message->setObjectName(QStringLiteral("resultSample"));
    m_message->setAccessibleName(tr("Sample of a message"));
    m_message->setPlaceholderText(tr("Paste a message of the provider (JSON). It is kept nowhere."));
    m_message->setFont(theme.fixedFont());
    m_message->setTabChangesFocus(true);
    m_message->setMinimumHeight(150);
    v->addWidget(m_message, 1);
    m_fields = plainTable({tr("Field"), tr("Found as"), tr("What it says"), tr("Taken for")}, tr("What would be read"));
    m_fields->setObjectName(QStringLiteral("resultFields"));
    m_fields->setColumnWidth(0, 120);
    m_fields->setColumnWidth(1, 110);
    m_fields->setColumnWidth(2, 110);
    m_fields->setWordWrap(true); // what a value would be taken for is a sentence where it is not what it says
    m_fields->setTextElideMode(Qt::ElideNone);
    m_fields->horizontalHeader()->setStretchLastSection(true);
    m_fields->setMinimumHeight(rowHeight(theme) * (domain::resultFieldCount + 1));
    v->addWidget(m_fields, 2);
    m_verdict = new Label(theme, {}, 13, "text-2");
    m_verdict->setObjectName(QStringLiteral("resultVerdict"));
    m_verdict->setWordWrap(true);
    v->addWidget(m_verdict);
    connect(m_source, &Segmented::changed, this, &ResultSampleBox::read);
    connect(m_message, &QPlainTextEdit::textChanged, this, &ResultSampleBox::read);
}

void ResultSampleBox::setProfile(const domain::ProviderProfile &profile)
{
    m_profile = profile;
    read();
}

void ResultSampleBox::setFault(const QString &text)
{
    m_fields->setRowCount(0);
    m_verdict->setToken("failed");
    m_verdict->setText(text);
}

void ResultSampleBox::read()
{
    const QByteArray message = m_message->toPlainText().toUtf8();
    m_fields->setRowCount(0);
    m_verdict->setToken("text-2");
    if (message.trimmed().isEmpty())
        return m_verdict->setText(tr("Paste a message to see what would be read of it."));
    const auto source = m_source->current() == 1 ? ResultSource::Callback : ResultSource::Answer;
    const auto sample = services::readSample(message, m_profile, source, m_clock->now());
    for (const auto &f : sample.fields) {
        const QString cells[] = {resultFieldText(f.field), f.name, f.value, f.meaning};
        const int row = m_fields->rowCount();
        m_fields->insertRow(row);
        for (int i = 0; i < 4; ++i)
            m_fields->setItem(row, i, cellItem(cells[i]));
    }
    m_fields->resizeRowsToContents();
    if (sample.fault)
        return m_verdict->setToken("failed"), m_verdict->setText(tr("It would be refused: %1").arg(sample.fault->text));
    m_verdict->setToken(sample.isSound() ? "verified" : "due");
    m_verdict->setText(sample.isSound()
                           ? tr("It would be read. Whether it verifies a person depends on the session as well.")
                           : tr("Its status is no word that is known: the session would stay as it is."));
}

} // namespace ui
