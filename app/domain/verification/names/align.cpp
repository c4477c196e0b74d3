#include "domain/verification/names/align.h"
#include "domain/verification/names/letters.h"
#include <QHash>
#include <limits>

namespace domain::names {

namespace {

constexpr int never = std::numeric_limits<int>::max() / 4;
constexpr int mostJoined = 3;

// What was left out so far: a middle name or a particle may be missing on one side of the two, not on both.
// Above the four bits stands how many there were.
enum Left : unsigned { MiddleA = 1, MiddleB = 2, ParticleA = 4, ParticleB = 8, OneMore = 16 };

class Search
{
public:
    Search(const QList<Word> &a, const QList<Word> &b, const AlignRules &rules) : m_a(a), m_b(b), m_rules(rules) {}

    Alignment run()
    {
        Alignment out;
        out.cost = best(0, 0, 0).cost;
        out.isFound = out.cost < never;
        if (!out.isFound)
            return out;
        int i = 0, j = 0;
        unsigned left = 0;
        while (i < m_a.size() || j < m_b.size()) {
            const Choice c = best(i, j, left);
            if (!c.step.differences.isEmpty() || c.step.written != Alike || c.step.an != 1 || c.step.bn != 1)
                out.steps << c.step;
            i += c.step.an;
            j += c.step.bn;
            left = c.left;
        }
        return out;
    }

private:
    struct Choice
    {
        int cost = never;
        Step step;
        unsigned left = 0;
    };

    Choice best(int i, int j, unsigned left)
    {
        if (i == m_a.size() && j == m_b.size())
            return {0, {}, left};
        const int key = (i * 64 + j) * 256 + int(left);
        if (const auto known = m_known.constFind(key); known != m_known.constEnd())
            return *known;
        Choice c;
        tryWords(c, i, j, left);
        // The usual case needs no other reading.
        if (c.cost > 0) {
            tryInitial(c, i, j, left);
            tryJoins(c, i, j, left);
            tryOmissions(c, i, j, left);
        }
        m_known.insert(key, c);
        return c;
    }

    void offer(Choice &c, int cost, Step step, unsigned left)
    {
        const int rest = best(step.a + step.an, step.b + step.bn, left).cost;
        if (rest < never && cost + rest < c.cost)
            c = {cost + rest, std::move(step), left};
    }

    static int costOf(unsigned written)
    {
        return (written & OtherCase ? 1 : 0) + (written & OtherAccents ? 2 : 0) + (written & Transliterated ? 2 : 0);
    }

    void tryWords(Choice &c, int i, int j, unsigned left)
    {
        if (i >= m_a.size() || j >= m_b.size())
            return;
        const unsigned w = writtenAs(m_a.at(i), m_b.at(j));
        if (w != No)
            offer(c, costOf(w), {i, 1, j, 1, w, {}}, left);
    }

    bool isMiddleA(int i) const { return i >= 1 && i < m_a.size() - m_rules.familyWords; }
    bool isMiddleB(int i, int j) const
    {
        return j >= 1 && i >= 1 && i <= m_a.size() - m_rules.familyWords &&
               j < m_b.size() - std::max(1, m_rules.movedWords);
    }

    void tryInitial(Choice &c, int i, int j, unsigned left)
    {
        if (!m_rules.hasInitials || i >= m_a.size() || j >= m_b.size() ||
            m_a.at(i).isInitial() == m_b.at(j).isInitial() || m_a.at(i).key != m_b.at(j).key)
            return;
        const unsigned w = writtenAs(m_a.at(i).text.left(1), m_b.at(j).text.left(1));
        if (w == No)
            return;
        const bool isMiddle = isMiddleA(i) && isMiddleB(i, j);
        offer(c, isMiddle ? 6 : 200,
            {i, 1, j, 1, w, {isMiddle ? NameDifference::MiddleInitial : NameDifference::InitialOnly}}, left);
    }

    static QString joined(const QList<Word> &words, int from, int n)
    {
        QString s;
        for (int k = 0; k < n; ++k)
            s += words.at(from + k).text;
        return s;
    }

    void tryJoins(Choice &c, int i, int j, unsigned left)
    {
        if (i >= m_a.size() || j >= m_b.size() || m_a.at(i).key != m_b.at(j).key)
            return;
        for (int an = 1; an <= mostJoined && i + an <= m_a.size(); ++an) {
            for (int bn = 1; bn <= mostJoined && j + bn <= m_b.size(); ++bn) {
                if ((an == 1) == (bn == 1))
                    continue; // one side is a single word
                const bool isWhole = an == m_a.size() || bn == m_b.size();
                if (isWhole && !m_rules.joinsAll && (m_a.size() == 1 || m_b.size() == 1))
                    continue;
                const unsigned w = writtenAs(joined(m_a, i, an), joined(m_b, j, bn));
                if (w != No)
                    offer(c, 3 + costOf(w), {i, an, j, bn, w, {NameDifference::Punctuation}}, left);
            }
        }
    }

    // The first word of a known family name is left out only where it cannot be a name of its own ("Das Gupta").
    bool isOmissible(const QList<Word> &words, int i) const
    {
        if (!words.at(i).isParticle)
            return false;
        const bool beginsFamily = m_rules.familyWords > 1 && i == words.size() - m_rules.familyWords;
        static const QStringList names{QStringLiteral("das"), QStringLiteral("do"), QStringLiteral("le"),
            QStringLiteral("di"), QStringLiteral("du"), QStringLiteral("van"), QStringLiteral("bin")};
        return !beginsFamily || !names.contains(words.at(i).text, Qt::CaseInsensitive) ||
               words.at(i).text.at(0).isLower();
    }

    void tryOmissions(Choice &c, int i, int j, unsigned left)
    {
        const bool isA = i >= 1 && i < m_a.size() - 1;
        const bool isB = j >= 1 && j < m_b.size() - 1;
        if (int(left / OneMore) >= m_rules.mostExcluded)
            return;
        // A part may be missing on one side of the two names, never on both.
        const bool mayA = isA && !(left & (MiddleB | ParticleB)) && !m_a.at(i).isBound() && m_a.at(i).isPlainName();
        const bool mayB = isB && !(left & (MiddleA | ParticleA)) && !m_b.at(j).isBound() && m_b.at(j).isPlainName();
        if (mayA && isOmissible(m_a, i))
            offer(c, 4, {i, 1, j, 0, 0, {NameDifference::Particle}}, (left | ParticleA) + OneMore);
        if (mayB && m_b.at(j).isParticle)
            offer(c, 4, {i, 0, j, 1, 0, {NameDifference::Particle}}, (left | ParticleB) + OneMore);
        if (mayA && isMiddleA(i) && !m_a.at(i).isParticle)
            offer(c, 8, {i, 1, j, 0, 0, {NameDifference::MiddleName}}, (left | MiddleA) + OneMore);
        if (mayB && isMiddleB(i, j) && !m_b.at(j).isParticle)
            offer(c, 8, {i, 0, j, 1, 0, {NameDifference::MiddleName}}, (left | MiddleB) + OneMore);
    }

    const QList<Word> &m_a;
    const QList<Word> &m_b;
    AlignRules m_rules;
    QHash<int, Choice> m_known;
};

} // namespace

Alignment align(const QList<Word> &a, const QList<Word> &b, const AlignRules &rules)
{
    if (a.isEmpty() || b.isEmpty())
        return {};
    // Most names: the same words in the same order.
    if (a.size() == b.size()) {
        Alignment out;
        out.isFound = true;
        for (int i = 0; i < a.size() && out.isFound; ++i) {
            const unsigned w = writtenAs(a.at(i), b.at(i));
            out.isFound = w != No;
            if (w != Alike)
                out.steps.append({i, 1, i, 1, w, {}});
            out.cost += w == Alike ? 0 : 1;
        }
        if (out.isFound)
            return out;
    }
    return Search(a, b, rules).run();
}

} // namespace domain::names
