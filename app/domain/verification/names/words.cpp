#include "domain/verification/names/words.h"
#include "domain/verification/names/letters.h"
#include <QHash>
#include <QStringList>
#include <algorithm>
#include <utility>

namespace domain::names {

namespace {

// A doubtful one is somebody's name elsewhere: Ing and Mba are family names, Iv is one in Cambodia and Ii in Japan.
enum class Kind { Plain, Particle, Title, DoubtfulTitle, Suffix, DoubtfulSuffix, Placeholder };

Kind kindOf(const QString &foldedWord)
{
    static const QHash<QString, Kind> kinds = [] {
        QHash<QString, Kind> k;
        const auto add = [&k](Kind kind, std::initializer_list<const char *> words) {
            for (const char *w : words)
                k.insert(QString::fromLatin1(w), kind);
        };
        add(Kind::Particle, {"de", "del", "della", "di", "da", "das", "do", "dos", "du", "des", "la", "le", "las",
                                "los", "el", "van", "von", "vom", "zu", "zur", "der", "den", "het", "ter", "ten", "af",
                                "av", "bin", "ibn", "bint", "binti", "al", "ul", "ur", "y", "e", "i"});
        add(Kind::Title, {"dr", "prof", "mr", "mrs", "ms", "dipl", "phd", "msc", "bsc"});
        add(Kind::DoubtfulTitle, {"ing", "mba", "miss", "herr", "frau", "sir", "dame", "mag"});
        add(Kind::Suffix, {"jr", "sr", "iii"});
        add(Kind::DoubtfulSuffix, {"ii", "iv", "vi", "vii", "viii", "junior", "senior", "jnr", "snr"});
        add(Kind::Placeholder, {"fnu", "lnu", "unknown", "xxx", "xxxx", "unbekannt"});
        return k;
    }();
    return foldedWord.size() > 9 ? Kind::Plain : kinds.value(foldedWord, Kind::Plain);
}

bool isApostrophe(QChar c)
{
    const auto u = c.unicode();
    return u == '\'' || u == 0x2019 || u == 0x2018 || u == 0x2BC || u == 0x2BB || u == '`' || u == 0xB4;
}

bool separates(QChar c)
{
    if (c.unicode() < 128)
        return c == QLatin1Char(' ') || c == QLatin1Char('-') || c == QLatin1Char('.') || c == QLatin1Char(',') ||
               c == QLatin1Char('/') || c == QLatin1Char('<') || c.isSpace();
    return c.isSpace() || c.category() == QChar::Punctuation_Dash;
}

// An abbreviation with full stops inside ("Ph.D.") is one word.
void joinDegrees(QList<Word> &words)
{
    for (qsizetype i = 0; i + 1 < words.size(); ++i) {
        if (words.at(i).text.compare(QLatin1String("ph"), Qt::CaseInsensitive) == 0 &&
            words.at(i + 1).text.compare(QLatin1String("d"), Qt::CaseInsensitive) == 0) {
            words[i].text += words.at(i + 1).text;
            words.removeAt(i + 1);
        }
    }
}

} // namespace

unsigned writtenAs(const Word &a, const Word &b)
{
    return a.key == b.key ? writtenAs(a.text, b.text) : unsigned(No);
}

bool Word::isPlainName() const
{
    return !isQuoted && !mayBeSuffix && std::all_of(text.begin(), text.end(), [](QChar c) {
        return c.isLetter() || c.isMark() || c.isSurrogate() || c.unicode() == 0xB7 ||
               c.unicode() == 0x30FB; // dots inside a name
    });
}

static QList<Word> split(const QString &given, int &comma)
{
    QList<Word> words;
    words.reserve(6);
    int from = -1;
    bool hasApostrophe = false;
    bool wasHyphen = false;
    comma = -1; // index of the first word after the comma
    const auto flush = [&](int end) {
        QString word = from < 0 ? QString() : given.mid(from, end - from);
        bool isQuoted = false;
        if (std::exchange(hasApostrophe, false)) {
            isQuoted = from > 0 && isApostrophe(given.at(from - 1)) && isApostrophe(given.at(end - 1));
            word.removeIf(isApostrophe);
        }
        if (isAscii(word) && !word.isEmpty()) {
            words.append({word, from, end - from, false, false, false, isQuoted, firstKey(word)});
        } else if (const QString text = cleaned(word); !text.isEmpty()) {
            const QStringList parts = text.split(QLatin1Char(' ')); // NFKC may make spaces of one character
            for (const QString &p : parts)
                words.append({p, from, end - from, false, false, false, isQuoted, firstKey(p)});
        }
        from = -1;
    };
    for (int i = 0; i < given.size(); ++i) {
        const QChar c = given.at(i);
        if (separates(c)) {
            const qsizetype before = words.size();
            flush(i);
            const bool isHyphen = c.category() == QChar::Punctuation_Dash;
            if (wasHyphen && words.size() > before && before > 0)
                words[before - 1].isHyphened = words[before].isHyphened = true;
            wasHyphen = isHyphen && words.size() > before && i + 1 < given.size() && !given.at(i + 1).isSpace();
            if (c == QLatin1Char(',') && comma < 0 && !words.isEmpty())
                comma = int(words.size());
            continue;
        }
        if (isApostrophe(c))
            hasApostrophe = true;
        else if (from < 0)
            from = i;
    }
    const qsizetype before = words.size();
    flush(int(given.size()));
    if (wasHyphen && words.size() > before && before > 0)
        words[before - 1].isHyphened = words[before].isHyphened = true;
    joinDegrees(words);
    if (comma >= words.size())
        comma = -1;
    return words;
}

static Kind kindOf(const Word &w)
{
    return w.text.size() > 9 ? Kind::Plain : kindOf(folded(w.text));
}

QList<Word> splitWords(const QString &given)
{
    int comma = -1;
    QList<Word> words = split(given, comma);
    for (Word &w : words)
        w.isParticle = kindOf(w) == Kind::Particle;
    return words;
}

namespace {

class Reader
{
public:
    Reader(const QString &given, const WordRules &rules) : m_given(given), m_rules(rules) {}

    Words run()
    {
        m_out.words = split(m_given, m_comma);
        turn();
        removeLeadingTitles();
        removeTheOthers();
        return m_out;
    }

private:
    Kind kind(const Word &w) const
    {
        const Kind k = kindOf(w);
        if (k == Kind::Plain || k == Kind::Particle || k == Kind::Placeholder)
            return k;
        if (std::any_of(
                m_rules.names.begin(), m_rules.names.end(), [&](const Word &name) { return writtenAs(name, w) != No; }))
            return Kind::Plain;
        if (!m_rules.areAllNames)
            return k;
        return k == Kind::Title || k == Kind::DoubtfulTitle ? Kind::Title : Kind::Suffix;
    }

    bool hasStop(const Word &w) const
    {
        return w.from + w.length < m_given.size() && m_given.at(w.from + w.length) == QLatin1Char('.');
    }

    // "Family, Given"; what follows the comma may also be a suffix or titles only.
    bool isTurned() const
    {
        const auto &words = m_out.words;
        if (m_comma <= 0 || kindOf(words.at(m_comma)) == Kind::Suffix || kind(words.at(m_comma)) == Kind::Suffix)
            return false;
        if (m_rules.isSuffixExpected && m_comma > 1 && m_comma + 1 == words.size() &&
            kind(words.at(m_comma)) == Kind::DoubtfulSuffix)
            return false;
        return std::any_of(words.begin() + m_comma, words.end(), [this](const Word &w) {
            const Kind k = kind(w);
            return k != Kind::Title && k != Kind::Suffix;
        });
    }

    void turn()
    {
        if (!isTurned())
            return;
        m_out.familyWords = m_comma;
        m_out.words = m_out.words.mid(m_comma) + m_out.words.mid(0, m_comma);
        m_out.wasTurned = true;
    }

    static QString suffixOf(const Word &w)
    {
        const QString f = folded(w.text);
        if (f == QLatin1String("junior") || f == QLatin1String("jnr"))
            return QStringLiteral("jr");
        return f == QLatin1String("senior") || f == QLatin1String("snr") ? QStringLiteral("sr") : f;
    }

    void remove(qsizetype i)
    {
        if (m_out.familyWords > 1 && i >= m_out.words.size() - m_out.familyWords)
            --m_out.familyWords;
        m_out.words.removeAt(i);
    }

    void removeLeadingTitles()
    {
        bool isAfterDipl = false;
        while (m_out.words.size() > 2) {
            const Word &first = m_out.words.first();
            const Kind k = kind(first);
            if (k != Kind::Title && !(k == Kind::DoubtfulTitle && (hasStop(first) || isAfterDipl)))
                return;
            isAfterDipl = first.text.compare(QLatin1String("dipl"), Qt::CaseInsensitive) == 0;
            m_out.words.removeFirst();
            m_out.hasTitle = true;
        }
    }

    void removeTheOthers()
    {
        for (qsizetype i = m_out.words.size() - 1; i >= 0; --i) {
            const Kind k = kind(m_out.words.at(i));
            const bool isLast = i + 1 == m_out.words.size();
            const bool isSuffix =
                k == Kind::Suffix || (k == Kind::DoubtfulSuffix && isLast && m_rules.isSuffixExpected);
            if (m_out.words.size() > 2 && k == Kind::Title && (isLast || m_rules.areAllNames)) {
                remove(i);
                m_out.hasTitle = true;
            } else if (m_out.words.size() > 2 && i > 0 && m_out.suffix.isEmpty() && isSuffix) {
                m_out.suffix = suffixOf(m_out.words.at(i));
                remove(i);
            } else {
                m_out.words[i].isParticle = k == Kind::Particle;
                m_out.words[i].mayBeSuffix = k == Kind::Suffix || k == Kind::DoubtfulSuffix;
            }
        }
    }

    const QString &m_given;
    const WordRules &m_rules;
    Words m_out;
    int m_comma = -1;
};

} // namespace

Words wordsOf(const QString &given, const WordRules &rules)
{
    return Reader(given, rules).run();
}

bool isPlaceholder(const Words &w)
{
    if (w.words.isEmpty())
        return true;
    bool hasLetter = false;
    QString joined;
    for (const Word &word : w.words) {
        for (const QChar c : word.text)
            hasLetter = hasLetter || c.isLetter() || c.isSurrogate();
        if (word.text.size() > 9)
            continue;
        const QString f = folded(word.text);
        joined += f;
        if (kindOf(f) == Kind::Placeholder)
            return true;
    }
    return !hasLetter || (w.words.size() <= 2 && joined == QLatin1String("na"));
}

} // namespace domain::names
