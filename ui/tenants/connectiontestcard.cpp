#include "ui/tenants/connectiontestcard.h"
#include "services/readiness/connectiontest.h"
#include "ui/common/theme.h"
#include "ui/controls/button.h"
#include "ui/controls/label.h"
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace ui {

using services::TestLevel;

ConnectionTestCard::ConnectionTestCard(Theme &theme, QWidget *parent) : QFrame(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("card"));
    auto *v = new QVBoxLayout(this);
    v->setContentsMargins(14, 10, 14, 10);
    auto *h = new QHBoxLayout;
    h->addWidget(new Label(theme, tr("Connection test"), 13, "text", 600));
    h->addStretch();
    auto *b = button(theme, tr("Test"), QStringLiteral("refresh"));
    connect(b, &QPushButton::clicked, this, &ConnectionTestCard::testWanted);
    h->addWidget(b);
    v->addLayout(h);
    m_lines = new QVBoxLayout;
    m_lines->setSpacing(5);
    v->addLayout(m_lines);
}

void ConnectionTestCard::clear()
{
    while (QLayoutItem *item = m_lines->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

static QPixmap signOf(const Theme &theme, TestLevel level, qreal ratio)
{
    if (level == TestLevel::Pass)
        return theme.pixmap(QStringLiteral("check"), 16, QStringLiteral("verified"), ratio);
    if (services::isDoubtful(level))
        return theme.pixmap(QStringLiteral("warning"), 16, QStringLiteral("due"), ratio);
    return theme.pixmap(QStringLiteral("cross"), 16, QStringLiteral("failed"), ratio);
}

static QString spokenResult(TestLevel level)
{
    switch (level) {
    case TestLevel::Pass: return ConnectionTestCard::tr("Passed: %1");
    case TestLevel::NotProven: return ConnectionTestCard::tr("Not proven: %1");
    case TestLevel::Warn: return ConnectionTestCard::tr("Warning: %1");
    case TestLevel::Fail: break;
    }
    return ConnectionTestCard::tr("Failed: %1");
}

void ConnectionTestCard::add(const services::TestLine &line)
{
    auto *row = new QWidget;
    auto *h = new QHBoxLayout(row);
    h->setContentsMargins(0, 0, 0, 0);
    auto *icon = new QLabel;
    icon->setPixmap(signOf(m_theme, line.level, devicePixelRatioF()));
    h->addWidget(icon, 0, Qt::AlignTop);
    h->addLayout(makeTexts(line), 1);
    h->addWidget(new Label(m_theme, line.fact, 12, "text-3"), 0, Qt::AlignTop);
    row->setAccessibleName(spokenResult(line.level).arg(line.text));
    m_lines->addWidget(row);
}

QVBoxLayout *ConnectionTestCard::makeTexts(const services::TestLine &line)
{
    auto *texts = new QVBoxLayout;
    texts->setSpacing(0);
    texts->addWidget(new Label(m_theme, line.text, 13, "text"));
    if (!line.error && line.advice.isEmpty())
        return texts;
    QString advice = line.advice;
    if (advice.isEmpty())
        advice = line.error->text + QLatin1Char(' ') + domain::userMessage(*line.error, line.vendor).advice;
    auto *label = new Label(m_theme, advice, 12, "text-3");
    label->setWordWrap(true);
    if (line.error)
        label->setToolTip(domain::details(*line.error));
    texts->addWidget(label);
    return texts;
}

} // namespace ui
