#pragma once
#include "net/sailpoint/answers.h"
#include <QJsonArray>
#include <QJsonObject>
#include <QList>

namespace net::sailpoint {

/// One after the other, in their order; what is no object is read as an empty one.
template <class T>
QList<T> readList(const QJsonArray &all, T (*read)(const QJsonObject &))
{
    QList<T> list;
    list.reserve(all.size());
    for (const auto &one : all)
        list << read(one.toObject());
    return list;
}

/// What reads an answer that is a list of them.
template <class T>
auto listReader(T (*read)(const QJsonObject &))
{
    return [read](const HttpResponse &r) -> core::Result<QList<T>> {
        const auto all = arrayFrom(r);
        if (!all)
            return all.error();
        return readList<T>(*all, read);
    };
}

/// What reads an answer that is one of them.
template <class T>
auto objectReader(T (*read)(const QJsonObject &))
{
    return [read](const HttpResponse &r) -> core::Result<T> {
        const auto one = objectFrom(r);
        if (!one)
            return one.error();
        return read(*one);
    };
}

} // namespace net::sailpoint
