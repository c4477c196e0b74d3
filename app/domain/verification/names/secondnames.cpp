#include "domain/verification/names/secondnames.h"
#include "domain/verification/names/letters.h"
#include <QSet>
#include <algorithm>

namespace domain::names {

namespace {

// Accents count for little in capitals: "NEE", "GEBOREN", "ROZENA". The marks of other scripts are parts of the
// letters.
QString bare(const QString &word)
{
    QString out = folded(word);
    if (out.isEmpty() || out.at(0).unicode() >= 0x590)
        return out;
    out = out.normalized(QString::NormalizationForm_D);
    out.removeIf([](QChar c) { return c.category() == QChar::Mark_NonSpacing; });
    for (QChar &c : out) {
        switch (c.unicode()) {
        case 0xF8: c = u'o'; break;
        case 0x111:
        case 0xF0: c = u'd'; break;
        case 0x142: c = u'l'; break;
        case 0x131: c = u'i'; break;
        default: break;
        }
    }
    return out;
}

const QSet<QString> &knownWords()
{
    static const QSet<QString> words = [] {
        const QString all = QStringLiteral(
            // English
            "aka alias aliases fka nka pka dba formerly previously née né born called known maiden ex now otherwise "
            "sometimes "
            // two people, or a choice
            "and or & + und oder et ou och og eller ja ve veya oraz lub ili "
            // German, Dutch
            "geb geborene geborener geborne geboren verh verheiratete verw verwitwete gesch geschiedene genannt gen "
            "vormals früher frueher ehemals vulgo recte bekannt "
            "gehuwd genaamd gezegd weduwe wed voorheen "
            // French, Italian, Spanish, Portuguese, Catalan, Romanian, Latin
            "dit dite veuve vve épouse divorcée anciennement surnommé surnommée nata nato detto detta vedova ved "
            "nacida nacido conocida conocido viuda vda antes apodado apodada "
            "nascida nascido conhecida conhecido nascuda născut născută zis zisă fost fostă olim sive seu quondam "
            // Polish, Czech, Slovak, Hungarian, South Slavic
            "vel zd domu dawniej urodzona voto rozená rozený roz narozená narozený zvaný zvaná dříve született szül "
            "néven rođena rodjena rođen zvani zvana rojena rojen "
            // Nordic, Baltic, Turkish, Albanian
            "född foedd født foedt kallad kallas kaldet tidligere tidigare fædd entinen dzimusi gimusi sünd diğer "
            "kızlık lindur "
            // Malay, Indonesian, Vietnamese, Indian romanisations
            "atau disebut lahir dahulu tức urf urff orphe "
            // Cyrillic
            "урождённая урождённый рожд же псевдоним алиас ранее бывшая бывший известный известная народжена уроджена "
            "раніше колишня він вона або или родена роден известен "
            // Greek, Armenian, Georgian
            "το γένος πρώην γνωστός γνωστή άλλως ծնյալ նախկին նույն იგივე ყოფილი "
            // Arabic, Persian, Urdu, Hebrew
            "المعروف المعروفة الملقب الملقبة الشهير الشهيرة المولودة سابقا معروف ملقب مشهور عرف لבית לבית המכונה לשעבר "
            // Indic
            "उर्फ उर्फ़ ऊर्फ ওরফে ਉਰਫ਼ ਉਰਫ ઉર્ફે என்கிற "
            // East and South-East Asia
            "又名 原名 曾用名 化名 旧姓 舊姓 別名 通称 こと 일명 본명 구명 หรือ เดิม ฉายา นามสกุลเดิม");
        QSet<QString> set;
        for (const QString &w : all.split(QLatin1Char(' '), Qt::SkipEmptyParts))
            set << bare(w);
        return set;
    }();
    return words;
}

QString trimmedOfSigns(const QString &word)
{
    const auto isSign = [](QChar c) { return c.isPunct() && c != QLatin1Char('&'); };
    qsizetype from = 0, to = word.size();
    while (from < to && isSign(word.at(from)))
        ++from;
    while (to > from && isSign(word.at(to - 1)))
        --to;
    return word.mid(from, to - from);
}

// "a.k.a.", "f/k/a", "D. B. A.": how many letters from `i` on spell one of them; and "c/o", "t/a", which need the
// stroke.
int spelled(const QString &given, const QList<Word> &words, qsizetype i)
{
    QString letters;
    for (qsizetype k = i; k < words.size() && letters.size() < 3; ++k) {
        const QString w = trimmedOfSigns(words.at(k).text);
        if (w.size() != 1)
            break;
        letters += w.toLower();
    }
    static const QStringList three{QStringLiteral("aka"), QStringLiteral("fka"), QStringLiteral("nka"),
        QStringLiteral("pka"), QStringLiteral("dba")};
    if (three.contains(letters))
        return 3;
    static const QStringList two{QStringLiteral("c/o"), QStringLiteral("t/a")};
    return two.contains(given.mid(words.at(i).from, 3).toLower()) ? 2 : 0;
}

bool isAbbreviation(const QString &remark)
{
    bool hasLetter = false;
    for (const QChar c : remark) {
        if (c.isLower() || (c.isLetter() && !c.isUpper()))
            return false;
        hasLetter = hasLetter || c.isLetter();
    }
    return hasLetter && remark.trimmed().size() <= 4;
}

} // namespace

QList<Word> secondNameWords(const QString &given)
{
    const QList<Word> words = splitWords(given);
    QList<Word> out;
    for (qsizetype i = 1; i + 1 < words.size(); ++i) {
        if (const int n = spelled(given, words, i); n > 0 && i + n < words.size()) {
            out += words.mid(i, n);
            i += n - 1;
        } else if (const QString w = trimmedOfSigns(words.at(i).text);
                   w.size() > 1 || (w.size() == 1 && !w.at(0).isLetterOrNumber())) {
            if (knownWords().contains(bare(w)))
                out << words.at(i);
        }
    }
    return out;
}

QString withoutRemarks(const QString &display)
{
    static const QString opening = QStringLiteral("([（［【{");
    static const QString closing = QStringLiteral(")]）］】}");
    if (!secondNameWords(display).isEmpty())
        return {};
    QString out = display;
    int open = -1;
    for (int i = 0; i < out.size(); ++i) {
        if (opening.contains(out.at(i))) {
            if (open >= 0)
                return {};
            open = i;
        } else if (closing.contains(out.at(i))) {
            if (open < 0 || opening.indexOf(out.at(open)) != closing.indexOf(out.at(i)))
                return {};
            for (int k = open; k <= i; ++k)
                out[k] = QLatin1Char(' ');
            open = -1;
        }
    }
    if (open >= 0)
        return {};
    const bool hasSmall = std::any_of(out.begin(), out.end(), [](QChar c) { return c.isLower(); });
    for (int i = 1; hasSmall && i + 1 < out.size(); ++i) {
        const QChar c = out.at(i);
        const bool isBreak = c == QLatin1Char('|') || c.category() == QChar::Punctuation_Dash;
        if (!isBreak || !out.at(i - 1).isSpace() || !out.at(i + 1).isSpace())
            continue;
        if (!isAbbreviation(out.mid(i + 1)))
            return {};
        for (int k = i; k < out.size(); ++k)
            out[k] = QLatin1Char(' ');
    }
    return out == display ? QString() : out;
}

} // namespace domain::names
