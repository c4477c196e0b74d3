#include "core/textfold.h"

namespace core {

static bool isAscii(std::string_view s)
{
    for (char c : s) {
        if (static_cast<unsigned char>(c) >= 0x80)
            return false;
    }
    return true;
}

static void appendAsciiFolded(std::string_view s, std::string &out)
{
    bool pendingSpace = false;
    const size_t start = out.size();
    for (char c : s) {
        if (c >= 'A' && c <= 'Z')
            c = char(c + 32);
        const bool word = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (!word) {
            pendingSpace = out.size() > start;
            continue;
        }
        if (pendingSpace)
            out.push_back(' ');
        pendingSpace = false;
        out.push_back(c);
    }
}

static bool losesItsMarks(QChar::Script script)
{
    return script == QChar::Script_Latin || script == QChar::Script_Greek || script == QChar::Script_Cyrillic ||
           script == QChar::Script_Common || script == QChar::Script_Inherited;
}

// Letters that carry their accent as part of the shape, so that decomposition leaves them alone.
static void appendPlain(char32_t c, QString &out)
{
    switch (c) {
    case 0x00DF: out += QLatin1String("ss"); return;
    case 0x00E6: out += QLatin1String("ae"); return;
    case 0x0153: out += QLatin1String("oe"); return;
    case 0x00F8: out += QLatin1Char('o'); return;
    case 0x0111: out += QLatin1Char('d'); return;
    case 0x00F0: out += QLatin1Char('d'); return;
    case 0x00FE: out += QLatin1String("th"); return;
    case 0x0142: out += QLatin1Char('l'); return;
    case 0x0131: out += QLatin1Char('i'); return;
    case 0x0127: out += QLatin1Char('h'); return;
    default: break;
    }
    if (QChar::requiresSurrogates(c)) {
        out += QChar(QChar::highSurrogate(c));
        out += QChar(QChar::lowSurrogate(c));
    } else {
        out += QChar(char16_t(c));
    }
}

QString fold(const QString &text)
{
    const QString decomposed = text.normalized(QString::NormalizationForm_KD).toCaseFolded();
    QString out;
    out.reserve(decomposed.size());
    bool pendingSpace = false;
    bool needsComposing = false;
    QChar::Script lastLetterScript = QChar::Script_Common;
    for (qsizetype i = 0; i < decomposed.size(); ++i) {
        char32_t c = decomposed.at(i).unicode();
        if (QChar::isHighSurrogate(c) && i + 1 < decomposed.size() && decomposed.at(i + 1).isLowSurrogate()) {
            c = QChar::surrogateToUcs4(decomposed.at(i), decomposed.at(i + 1));
            ++i;
        }
        if (QChar::isMark(c)) {
            if (!losesItsMarks(lastLetterScript)) {
                appendPlain(c, out);
                needsComposing = true;
            }
            continue;
        }
        if (!QChar::isLetterOrNumber(c)) {
            // An apostrophe joins: O'Brien is found as "obrien".
            if (c != U'\'' && c != U'\u2019' && c != U'\u02BC')
                pendingSpace = !out.isEmpty();
            continue;
        }
        if (pendingSpace)
            out += QLatin1Char(' ');
        pendingSpace = false;
        lastLetterScript = QChar::script(c);
        needsComposing = needsComposing || (c >= 0x1100 && c <= 0x11FF); // Hangul comes apart into its letters
        appendPlain(c, out);
    }
    // Without marks there is nothing to put together again.
    return needsComposing ? out.normalized(QString::NormalizationForm_C) : out;
}

void foldInto(std::string_view utf8, std::string &out)
{
    if (isAscii(utf8) && utf8.find('\'') == std::string_view::npos) {
        appendAsciiFolded(utf8, out);
        return;
    }
    const QByteArray folded = fold(QString::fromUtf8(utf8.data(), qsizetype(utf8.size()))).toUtf8();
    out.append(folded.constData(), size_t(folded.size()));
}

std::string fold(std::string_view utf8)
{
    std::string out;
    out.reserve(utf8.size());
    foldInto(utf8, out);
    return out;
}

QStringList foldedWords(const QString &typed)
{
    return fold(typed).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

} // namespace core
