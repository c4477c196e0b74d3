#pragma once
#include <QWidget>

namespace ui {

class AppContext;

/// What a new data folder shows: add a tenant, or try it with invented people.
class FirstRunPage : public QWidget
{
    Q_OBJECT
public:
    explicit FirstRunPage(AppContext &app, QWidget *parent = nullptr);
};

} // namespace ui
