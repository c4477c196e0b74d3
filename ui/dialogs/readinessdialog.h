#pragma once
#include <QDialog>

class QPushButton;
class QTableWidget;

namespace services {
struct ReadinessLine;
}

namespace ui {

class Banner;
class Desk;

/// Is the open tenant ready, from end to end? Lines appear as they are known; the report can be saved.
class ReadinessDialog : public QDialog
{
    Q_OBJECT
public:
    explicit ReadinessDialog(Desk &desk, QWidget *parent = nullptr);

private:
    void check();
    void addLine(const services::ReadinessLine &line);
    void save();
    Desk &m_desk;
    Banner *m_banner;
    QTableWidget *m_table;
    QPushButton *m_again;
    QPushButton *m_save;
    QString m_report;
};

} // namespace ui
