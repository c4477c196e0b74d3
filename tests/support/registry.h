#pragma once
#include <QObject>
#include <functional>
#include <memory>
#include <vector>

namespace support {

using Maker = std::function<std::unique_ptr<QObject>()>;
inline std::vector<Maker> &makers()
{
    static std::vector<Maker> list;
    return list;
}
inline bool add(Maker m)
{
    makers().push_back(std::move(m));
    return true;
}
/// What looks at all the others together.
inline Maker &lastMaker()
{
    static Maker last;
    return last;
}
inline bool setLast(Maker m)
{
    lastMaker() = std::move(m);
    return true;
}

} // namespace support

#define IDV_TEST(Class)                                                                                                \
    [[maybe_unused]] static const bool registered_##Class = support::add([] { return std::make_unique<Class>(); });
#define IDV_TEST_LAST(Class)                                                                                           \
    [[maybe_unused]] static const bool registered_##Class = support::setLast([] { return std::make_unique<Class>(); });
