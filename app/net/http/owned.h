// Owns what a C library hands out, and gives it back with that library's own function.
#pragma once
#include <memory>

namespace net {

template <class T, void (*F)(T *)>
struct Free
{
    void operator()(T *t) const { F(t); }
};
template <class T, void (*F)(T *)>
using Owned = std::unique_ptr<T, Free<T, F>>;

} // namespace net
