#pragma once
#include <QLocalServer>
#include <functional>
#include <memory>

namespace assembly {

/// One window per data folder: a second start raises the first one's.
class SingleInstance : public QObject
{
public:
    explicit SingleInstance(const QString &dataDir);
    /// False when another instance answered and was raised.
    bool isFirst() const { return m_isFirst; }
    std::function<void()> raised;

private:
    QLocalServer m_server;
    bool m_isFirst = true;
};

} // namespace assembly
