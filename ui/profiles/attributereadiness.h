#pragma once
#include "core/error.h"
#include <QWidget>

class QTableWidget;

namespace ui {

class Banner;
class AppContext;
class Label;

/// What stands for identity profiles with IdentityIQ, which has none: the seven IDV attributes, and whether each
/// exists.
class AttributeReadiness : public QWidget
{
    Q_OBJECT
public:
    explicit AttributeReadiness(AppContext &app, QWidget *parent = nullptr);
    /// Asks IdentityIQ.
    void load();
    /// Another tenant is open: nothing of the last one stays.
    void forget();

private:
    void fill(const QStringList &known);
    AppContext &m_app;
    Label *m_count;
    Banner *m_banner;
    QTableWidget *m_table;
    const void *m_asked = nullptr; ///< the tenant that is being asked
};

} // namespace ui
