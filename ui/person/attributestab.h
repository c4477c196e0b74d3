#pragma once
#include "core/ids.h"
#include <QWidget>

class QLineEdit;

namespace ui {

class AppContext;
class Banner;
class KeyValueList;

/// All attributes of one person as SailPoint has them now, those of IDV first.
class AttributesTab : public QWidget
{
    Q_OBJECT
public:
    explicit AttributesTab(AppContext &app, QWidget *parent = nullptr);
    /// Nothing is asked for before fetch(); what was read of another person goes.
    void setPerson(const core::IdentityId &id);
    /// Asks SailPoint.
    void fetch();
    bool isEmpty() const { return m_attributes.isEmpty(); }
    /// Shows those that fit the search.
    void fill();

private:
    /// Texts by technical name.
    void take(const QMap<QString, QString> &attributes);
    AppContext &m_app;
    core::IdentityId m_id;
    QLineEdit *m_find;
    Banner *m_banner;
    KeyValueList *m_values;
    QList<std::pair<QString, QString>> m_attributes;
    bool m_isFetching = false;
};

} // namespace ui
