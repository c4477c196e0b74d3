#pragma once
#include <QString>

namespace domain {

/// An IP address of the loopback interface, of either family, IPv4 inside IPv6 included; parsed, not compared by its
/// beginning: "127.999.999.999" and "127.0.0.1.example" are no addresses.
bool isLoopbackAddress(const QString &text);
/// The address that stands for every interface: 0.0.0.0, ::.
bool isAnyAddress(const QString &text);

} // namespace domain
