#include "domain/text/csv.h"
#include "domain/text/outputtext.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonValue>
#include <algorithm>
#include <array>

namespace domain {

static bool looksLikeFormula(std::string_view t)
{
    if (t.empty())
        return false;
    if (std::string_view("=+-@\t\r").find(t.front()) != std::string_view::npos)
        return true;
    // Full-width = + - @, which some spreadsheets read as their narrow forms.
    return t.starts_with("\xEF\xBC\x9D") || t.starts_with("\xEF\xBC\x8B") || t.starts_with("\xEF\xBC\x8D") ||
           t.starts_with("\xEF\xBC\xA0");
}

// Bytes that a hidden sign can begin with: control characters, DEL, and the lead bytes of U+0080, U+2000 and U+F000.
static bool mayHide(char c)
{
    return (uchar(c) < 0x20 && c != '\n' && c != '\r' && c != '\t') || c == 0x7f || c == '\xC2' || c == '\xE2' ||
           c == '\xED' || c == '\xEF';
}

// A spreadsheet that parts cells at ";", TAB or a line end sees a formula behind one of these too.
static bool isPart(char c)
{
    return c == ';' || c == '\t' || c == '\r' || c == '\n';
}

void appendCsvCell(std::string &out, std::string_view given)
{
    std::string clean;
    std::string_view text = given;
    if (std::any_of(given.begin(), given.end(), mayHide)) {
        clean = fileText(QString::fromUtf8(given.data(), qsizetype(given.size()))).toStdString();
        text = clean;
    }
    if (!looksLikeFormula(text) && text.find_first_of(",;\"\r\n\t") == std::string_view::npos) {
        out.append(text);
        return;
    }
    out.push_back('"');
    bool isStart = true;
    for (size_t i = 0; i < text.size(); ++i) {
        if (isStart && (i == 0 || !isPart(text[i])) && looksLikeFormula(text.substr(i, 3)))
            out.push_back('\'');
        if (text[i] == '"')
            out.push_back('"');
        out.push_back(text[i]);
        isStart = isPart(text[i]);
    }
    out.push_back('"');
}

void appendInstant(std::string &out, core::Instant at)
{
    using namespace std::chrono;
    const sys_time<milliseconds> t{milliseconds(at)};
    const auto day = floor<days>(t);
    const year_month_day date(day);
    const hh_mm_ss<milliseconds> time(t - day);
    std::array<char, 24> text{};
    size_t at2 = 0;
    const auto digits = [&text, &at2](unsigned value, unsigned count) {
        for (unsigned i = count; i-- > 0; value /= 10)
            text[at2 + i] = char('0' + value % 10);
        at2 += count;
    };
    digits(unsigned(int(date.year())), 4);
    text[at2++] = '-';
    digits(unsigned(date.month()), 2);
    text[at2++] = '-';
    digits(unsigned(date.day()), 2);
    text[at2++] = 'T';
    digits(unsigned(time.hours().count()), 2);
    text[at2++] = ':';
    digits(unsigned(time.minutes().count()), 2);
    text[at2++] = ':';
    digits(unsigned(time.seconds().count()), 2);
    text[at2++] = '.';
    digits(unsigned(time.subseconds().count()), 3);
    text[at2++] = 'Z';
    out.append(text.data(), at2);
}

void appendJsonString(std::string &out, std::string_view text)
{
    const bool isPlain = std::none_of(
        text.begin(), text.end(), [](char c) { return c == '"' || c == '\\' || uchar(c) < 0x20 || uchar(c) > 0x7E; });
    if (isPlain) {
        out.push_back('"');
        out.append(text);
        out.push_back('"');
        return;
    }
    // [ … ] around one value: the library's own escaping.
    const QByteArray array =
        QJsonDocument(QJsonArray{QJsonValue(QString::fromUtf8(text.data(), qsizetype(text.size())))})
            .toJson(QJsonDocument::Compact);
    const QByteArray safe = safeJson(array);
    out.append(safe.constData() + 1, size_t(safe.size()) - 2);
}

} // namespace domain
