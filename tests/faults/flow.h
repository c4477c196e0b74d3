#pragma once
#include "faults/faultvfs.h"
#include "support/product.h"
#include <QElapsedTimer>

namespace faults {

using support::Product;

/// One thing that a person does, with the running product: what comes before it, the doing, and what shows that nothing
/// was lost and nothing done twice. It remembers between its parts, and from the run without a fault to the others.
class Flow
{
public:
    explicit Flow(const QString &title) : name(title) {}
    virtual ~Flow() = default;
    virtual void before(Product &) {}
    /// What the person was told when it did not work; empty when it did.
    virtual QString run(Product &p) = 0;
    /// What people and senders do afterwards: press again, send again, wait.
    virtual void after(Product &p) = 0;
    /// What is wrong; empty when all is as it should be.
    virtual QString judge(Product &p) = 0;

    QString name;
    lab::Options options = support::quick();
    Product::Change change{};

protected:
    core::SessionId m_session;
    bool m_isDone = false;
};

inline QString kindName(Kind k)
{
    if (k == Kind::Full)
        return QStringLiteral("disk full");
    return k == Kind::Broken ? QStringLiteral("disk error") : QStringLiteral("busy");
}

/// What the person has to be told.
inline QString dueWord(Kind kind)
{
    if (kind == Kind::Full)
        return QStringLiteral("disk is full");
    return kind == Kind::Broken ? QStringLiteral("disk reports an error")
                                : QStringLiteral("Another program is writing");
}

/// The person is told what it is: never that the file is damaged, never nothing.
inline QString faultOfWords(Kind kind, const QString &said)
{
    if (said.isEmpty())
        return {};
    if (said.contains(QLatin1String("damaged")))
        return QStringLiteral("it says that the file is damaged: ") + said;
    return said.contains(dueWord(kind)) ? QString() : QStringLiteral("it does not say what happened: ") + said;
}

/// One run; what is wrong with it.
inline QString trial(Flow &flow, Kind kind, int n, int ms, int *count = nullptr)
{
    Product p(flow.options, flow.change);
    flow.before(p);
    arm(kind, n, ms);
    const QString said = flow.run(p);
    if (count) // a run without a fault: all that belongs to it is counted
        QTest::qWait(700);
    const bool failed = hasFailed();
    const int counted = disarm();
    if (count)
        *count = counted;
    else if (failed)
        support::Tally::of().count(flow.name, kindName(kind));
    if (const QString wrong = faultOfWords(kind, said); !wrong.isEmpty())
        return wrong;
    flow.after(p);
    if (const QString wrong = flow.judge(p); !wrong.isEmpty())
        return wrong;
    if (!p.restart())
        return QStringLiteral("the next program finds no tenant");
    if (const QString wrong = flow.judge(p); !wrong.isEmpty())
        return QStringLiteral("after a restart: ") + wrong;
    return p.isLogWhole() ? QString() : QStringLiteral("the log is not whole");
}

/// Every n of the flow, or with a seeded sample some of each kind; what is wrong, line by line.
inline QStringList tryAll(Flow &flow)
{
    QStringList wrong;
    for (const Kind kind : {Kind::Full, Kind::Broken, Kind::Busy}) {
        int count = 0;
        if (const QString without = trial(flow, kind, 0, 0, &count); !without.isEmpty())
            return {QStringLiteral("%1, without a fault: %2").arg(flow.name, without)};
        std::vector<int> all;
        for (int n = 2; n < count; ++n)
            all.push_back(n);
        support::shuffle(all);
        if (!support::isThorough() && all.size() > 2)
            all.resize(2);
        all.insert(all.begin(), 1);
        if (count > 1)
            all.push_back(count);
        for (const int n : all) {
            // Once, and for a while: the first thing that is tried again meets it again.
            for (const int ms : {0, 400}) {
                if (!support::isThorough() && (n % 2 == 0) != (ms == 0))
                    continue;
                if (const QString w = trial(flow, kind, n, ms); !w.isEmpty())
                    wrong << QStringLiteral("%1, %2 at %3 of %4 for %5 ms: %6")
                                 .arg(flow.name, kindName(kind))
                                 .arg(n)
                                 .arg(count)
                                 .arg(ms)
                                 .arg(w);
            }
        }
    }
    return wrong;
}

/// The n-th write, sync or lock of the ledger fails, for every n of the flow: nothing is lost, nothing is done twice,
/// and the person is told what it is. The only thing that a test does.
template <class F>
void check()
{
    install();
    F flow;
    const QStringList wrong = tryAll(flow);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
}

inline QString equals(const char *what, qint64 is, qint64 due)
{
    return is == due ? QString() : QStringLiteral("%1: %2 instead of %3").arg(QLatin1String(what)).arg(is).arg(due);
}

template <class T>
QString saidOf(const core::Result<T> &r)
{
    return r ? QString() : r.error().text;
}

} // namespace faults
