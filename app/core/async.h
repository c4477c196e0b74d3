#pragma once
#include "core/result.h"
#include <QFuture>
#include <QFutureWatcher>
#include <QPromise>
#include <memory>

namespace core {

/// A result that comes later. Consumed only through whenDone() and andThen(): a raw QFuture continuation aborts a debug
/// build of Qt 6.4 when its context dies first, and drops the first of two continuations.
template <class T>
using Async = QFuture<Result<T>>;

/// The finished future's result; Cancelled when its producer died without one.
template <class T>
Result<T> resultOf(const Async<T> &future)
{
    if (future.resultCount() == 0)
        return makeError(ErrorCode::Cancelled, QStringLiteral("The operation was cancelled."));
    return future.result();
}

/// Calls `fn(Result<T>)` once on `context`'s thread, always from the event loop. Never called after `context` died.
/// Call it on `context`'s thread.
template <class T, class F>
void whenDone(const Async<T> &future, QObject *context, F fn)
{
    auto *watcher = new QFutureWatcher<Result<T>>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, fn = std::move(fn)]() mutable {
        Result<T> r = resultOf<T>(watcher->future());
        watcher->deleteLater();
        fn(std::move(r));
    });
    watcher->setFuture(future);
}

/// The producing end. Copies share one outcome; the first resolve() wins. A Deferred that dies unresolved yields
/// Cancelled. Thread-safe only in that resolve() may be called on any one thread.
template <class T>
class Deferred
{
public:
    Deferred() : m_promise(std::make_shared<QPromise<Result<T>>>()) { m_promise->start(); }
    Async<T> future() const { return m_promise->future(); }
    void resolve(Result<T> r) const
    {
        if (m_promise->future().isFinished())
            return;
        m_promise->addResult(std::move(r));
        m_promise->finish();
    }

private:
    std::shared_ptr<QPromise<Result<T>>> m_promise;
};

template <class T>
Async<T> ready(Result<T> r)
{
    Deferred<T> d;
    d.resolve(std::move(r));
    return d.future();
}

template <class A>
struct AsyncValue;
template <class T>
struct AsyncValue<QFuture<Result<T>>>
{
    using type = T;
};

/// Chains `fn(T) -> Async<U>`; an error passes through. Ends Cancelled when `context` dies.
template <class T, class F>
auto andThen(const Async<T> &future, QObject *context, F fn) -> std::invoke_result_t<F, T>
{
    using U = typename AsyncValue<std::invoke_result_t<F, T>>::type;
    Deferred<U> d;
    whenDone<T>(future, context, [d, context, fn = std::move(fn)](Result<T> r) mutable {
        if (!r) {
            d.resolve(r.error());
            return;
        }
        whenDone<U>(fn(*std::move(r)), context, [d](Result<U> u) { d.resolve(std::move(u)); });
    });
    return d.future();
}

/// Maps the value with a plain function `fn(T) -> Result<U>`.
template <class U, class T, class F>
Async<U> mapped(const Async<T> &future, QObject *context, F fn)
{
    return andThen<T>(future, context, [fn = std::move(fn)](T t) mutable { return ready<U>(fn(std::move(t))); });
}

} // namespace core
