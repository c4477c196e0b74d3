#pragma once
#include "services/readiness/readiness.h"
#include <QWidget>

class QTableWidget;

namespace ui {

class Banner;
class AppContext;
class Label;

/// The lines of a readiness check, as they are known; what to do about the selected one stands below in full.
class ReadinessTable : public QWidget
{
    Q_OBJECT
public:
    explicit ReadinessTable(AppContext &app, QWidget *parent = nullptr);
    void clear();
    /// And shows it.
    void addLine(const services::ReadinessLine &line);
    /// All of them, in their order; says the verdict in `banner` and selects the first that can be mended.
    void setLines(const QList<services::ReadinessLine> &lines, Banner &banner);
    /// The selected one; a passed line without text when none is.
    services::ReadinessLine current() const;

Q_SIGNALS:
    void currentChanged();
    void activated();

private:
    static QString resultText(services::TestLevel level);
    int widestResult() const;

    AppContext &m_app;
    QTableWidget *m_table;
    Label *m_advice;
    QList<services::ReadinessLine> m_lines; ///< as the rows
};

bool hasFailed(const QList<services::ReadinessLine> &lines);

} // namespace ui
