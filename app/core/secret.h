#pragma once
#include <QByteArrayView>
#include <QString>
#include <memory>
#include <string>

namespace core {

/// A credential in memory: move-only, zeroed when it dies, no operator that prints it.
class Secret
{
public:
    Secret() = default;
    explicit Secret(QByteArrayView bytes) : m_bytes(bytes.data(), size_t(bytes.size())) {}
    Secret(Secret &&other) noexcept : m_bytes(std::move(other.m_bytes)) { other.wipe(); }
    Secret &operator=(Secret &&other) noexcept;
    Secret(const Secret &) = delete;
    Secret &operator=(const Secret &) = delete;
    ~Secret() { wipe(); }

    bool isEmpty() const { return m_bytes.empty(); }
    /// The bytes themselves, valid while this lives. Hand them to the one call that needs them, keep no copy.
    QByteArrayView reveal() const { return {m_bytes.data(), qsizetype(m_bytes.size())}; }
    void wipe();

private:
    std::string m_bytes;
};

/// Shared, because a future's value must be copyable; the bytes exist once.
using SecretPtr = std::shared_ptr<const Secret>;
/// While it lives, what is said, shown or logged does not hold it: see core/secretmask.h.
SecretPtr makeSecret(QByteArrayView bytes);
/// Overwrites a buffer that held a secret (an answer's body, a line read from a pipe).
void wipe(QByteArray &bytes);
void wipe(QString &text);

} // namespace core
