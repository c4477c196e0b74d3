#pragma once
#include <QLocalServer>
#include <functional>
#include <memory>

namespace assembly {

/// One window per data folder: a second start raises the first one's. The socket lies in this user's runtime folder, or
/// in the data folder; nobody else can put one there, and what answers has to be a process of this user that says it is
/// the console. Otherwise this is the first.
class SingleInstance : public QObject
{
public:
    explicit SingleInstance(const QString &dataDir);
    /// False when another instance answered and was raised.
    bool isFirst() const { return m_isFirst; }
    std::function<void()> raised;

private:
    bool isAnswered(const QString &path) const;
    QLocalServer m_server;
    bool m_isFirst = true;
};

} // namespace assembly
