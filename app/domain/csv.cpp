#include "domain/csv.h"
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
    return t.starts_with("\xEF\xBC\x9D") || t.starts_with("\xEF\xBC\x8B") || t.starts_with("\xEF\xBC\x8D") || t.starts_with("\xEF\xBC\xA0");
}

void appendCsvCell(std::string &out, std::string_view text)
{
    const bool isFormula = looksLikeFormula(text);
    if (!isFormula && text.find_first_of(",\"\r\n") == std::string_view::npos) {
        out.append(text);
        return;
    }
    out.push_back('"');
    if (isFormula)
        out.push_back('\'');
    for (const char c : text) {
        if (c == '"')
            out.push_back('"');
        out.push_back(c);
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
    const bool isPlain = std::none_of(text.begin(), text.end(), [](char c) { return c == '"' || c == '\\' || uchar(c) < 0x20 || uchar(c) > 0x7E; });
    if (isPlain) {
        out.push_back('"');
        out.append(text);
        out.push_back('"');
        return;
    }
    // [ … ] around one value: the library's own escaping.
    const QByteArray array = QJsonDocument(QJsonArray{QJsonValue(QString::fromUtf8(text.data(), qsizetype(text.size())))}).toJson(QJsonDocument::Compact);
    out.append(array.constData() + 1, size_t(array.size()) - 2);
}

} // namespace domain
