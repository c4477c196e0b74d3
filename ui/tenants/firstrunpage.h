#pragma once
#include <QWidget>

namespace ui {

class Desk;

/// What a new data folder shows: add a tenant, or try it with invented people.
class FirstRunPage : public QWidget
{
    Q_OBJECT
public:
    explicit FirstRunPage(Desk &desk, QWidget *parent = nullptr);
};

} // namespace ui
