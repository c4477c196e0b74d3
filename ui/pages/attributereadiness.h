#pragma once
#include "core/error.h"
#include <QWidget>

class QTableWidget;

namespace ui {

class Banner;
class Desk;
class Label;

/// What stands for identity profiles with IdentityIQ, which has none: the seven IDV attributes, and whether each exists.
class AttributeReadiness : public QWidget
{
    Q_OBJECT
public:
    explicit AttributeReadiness(Desk &desk, QWidget *parent = nullptr);
    /// Asks IdentityIQ. Shows nothing of another tenant.
    void load();

private:
    void fill(const QStringList &known);
    Desk &m_desk;
    Label *m_count;
    Banner *m_banner;
    QTableWidget *m_table;
    bool m_isLoading = false;
};

} // namespace ui
