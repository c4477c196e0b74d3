#include "lab/sailpoint/people.h"
#include <QDateTime>
#include <array>

namespace lab {

static void appendTwo(QByteArray &out, int n)
{
    out += char('0' + n / 10 % 10);
    out += char('0' + n % 10);
}

// Without QDateTime: a page of 10,000 people needs 20,000 of these.
QByteArray isoTime(core::Instant at)
{
    const qint64 days = at / core::dayMs;
    const qint64 ms = at % core::dayMs;
    const qint64 z = days + 719468;
    const qint64 era = z / 146097;
    const qint64 doe = z - era * 146097;
    const qint64 yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
    const qint64 doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    const qint64 mp = (5 * doy + 2) / 153;
    const int day = int(doy - (153 * mp + 2) / 5 + 1);
    const int month = int(mp < 10 ? mp + 3 : mp - 9);
    const int year = int(yoe + era * 400 + (month <= 2 ? 1 : 0));
    QByteArray out;
    out.reserve(24);
    appendTwo(out, year / 100);
    appendTwo(out, year % 100);
    out += '-';
    appendTwo(out, month);
    out += '-';
    appendTwo(out, day);
    out += 'T';
    appendTwo(out, int(ms / core::hourMs));
    out += ':';
    appendTwo(out, int(ms / core::minuteMs % 60));
    out += ':';
    appendTwo(out, int(ms / core::secondMs % 60));
    out += '.';
    out += char('0' + ms / 100 % 10);
    appendTwo(out, int(ms % 100));
    out += 'Z';
    return out;
}

namespace {

struct Word
{
    const char *native;
    const char *latin;
};

struct Culture
{
    std::array<Word, 10> given;
    std::array<Word, 10> family;
    const char *dial;
    bool familyFirst;
    bool latin;
};

const Culture cultures[] = {
    {{{{"María-Fernanda", "maria"}, {"Iñaki", "inaki"}, {"Joaquim", "joaquim"}, {"Begoña", "begona"},
         {"Andrés", "andres"}, {"Nuria", "nuria"}, {"Álvaro", "alvaro"}, {"Lucía", "lucia"}, {"Ximena", "ximena"},
         {"Gael", "gael"}}},
        {{{"Echeverría de la Vega y Montoya", "echeverria"}, {"Echenagusia Olabarria", "echenagusia"},
            {"Monteechea", "monteechea"}, {"Núñez Cabeza", "nunez"}, {"Ibáñez", "ibanez"},
            {"Peñalver Soto", "penalver"}, {"Quiñones", "quinones"}, {"Zubizarreta", "zubizarreta"},
            {"del Río", "delrio"}, {"Castellanos", "castellanos"}}},
        "+34", false, true},
    {{{{"Siobhán", "siobhan"}, {"Fergus", "fergus"}, {"Máire", "maire"}, {"Declan", "declan"}, {"Aoife", "aoife"},
         {"Rory", "rory"}, {"Gráinne", "grainne"}, {"Colm", "colm"}, {"Una", "una"}, {"Tadhg", "tadhg"}}},
        {{{"Ní Dhonnchadha", "nidhonnchadha"}, {"O'Sullivan", "osullivan"}, {"Mac Giolla", "macgiolla"},
            {"Byrne", "byrne"}, {"Kinsella", "kinsella"}, {"O'Shaughnessy", "oshaughnessy"}, {"Quigley", "quigley"},
            {"Tiernan", "tiernan"}, {"Farrelly", "farrelly"}, {"Lonergan", "lonergan"}}},
        "+353", false, true},
    {{{{"Ayşe Gül", "aysegul"}, {"Çağlar", "caglar"}, {"İpek", "ipek"}, {"Deniz", "deniz"}, {"Özge", "ozge"},
         {"Barış", "baris"}, {"Tuğba", "tugba"}, {"Şirin", "sirin"}, {"Emre", "emre"}, {"Işıl", "isil"}}},
        {{{"Çelikoğlu", "celikoglu"}, {"Yıldırım", "yildirim"}, {"Öztürk", "ozturk"}, {"Kılıç", "kilic"},
            {"Şahin", "sahin"}, {"Güneş", "gunes"}, {"Aksoy", "aksoy"}, {"Bozkurt", "bozkurt"}, {"Doğan", "dogan"},
            {"Erdoğdu", "erdogdu"}}},
        "+90", false, true},
    {{{{"Quốc Bảo", "quocbao"}, {"Thị Minh Khuê", "minhkhue"}, {"Văn Đức", "vanduc"}, {"Thu Hà", "thuha"},
         {"Anh Tuấn", "anhtuan"}, {"Bích Ngọc", "bichngoc"}, {"Hữu Phước", "huuphuoc"}, {"Lan Hương", "lanhuong"},
         {"Mỹ Linh", "mylinh"}, {"Trọng Nghĩa", "trongnghia"}}},
        {{{"Đặng", "dang"}, {"Nguyễn", "nguyen"}, {"Trần", "tran"}, {"Lê", "le"}, {"Phạm", "pham"}, {"Huỳnh", "huynh"},
            {"Võ", "vo"}, {"Bùi", "bui"}, {"Đỗ", "do"}, {"Ngô", "ngo"}}},
        "+84", true, true},
    {{{{"Håkan", "hakan"}, {"Ingrid", "ingrid"}, {"Åsa", "asa"}, {"Søren", "soren"}, {"Bjørn", "bjorn"},
         {"Märta", "marta"}, {"Leif", "leif"}, {"Solveig", "solveig"}, {"Øystein", "oystein"}, {"Þóra", "thora"}}},
        {{{"Öst", "ost"}, {"Solheim-Aasland", "solheim"}, {"Ångström", "angstrom"}, {"Kjærgaard", "kjaergaard"},
            {"Lindqvist", "lindqvist"}, {"Sæther", "saether"}, {"Nordahl", "nordahl"}, {"Björnsdóttir", "bjornsdottir"},
            {"Hagström", "hagstrom"}, {"Vestergård", "vestergard"}}},
        "+47", false, true},
    {{{{"Krzysztof", "krzysztof"}, {"Zoltán", "zoltan"}, {"Rasa", "rasa"}, {"Małgorzata", "malgorzata"},
         {"Jiří", "jiri"}, {"Łukasz", "lukasz"}, {"Žofia", "zofia"}, {"Ágnes", "agnes"}, {"Dušan", "dusan"},
         {"Ioana", "ioana"}}},
        {{{"Wieczorkiewicz", "wieczorkiewicz"}, {"Kővágó-Szentmihályi", "kovago"},
            {"Žemaitytė-Kazlauskienė", "zemaityte"}, {"Dvořák", "dvorak"}, {"Szczepański", "szczepanski"},
            {"Țurcanu", "turcanu"}, {"Hlaváček", "hlavacek"}, {"Brzęczyszczykiewicz", "brzeczyszczykiewicz"},
            {"Németh", "nemeth"}, {"Kovačević", "kovacevic"}}},
        "+48", false, true},
    {{{{"Oluwaseun", "oluwaseun"}, {"Thandeka", "thandeka"}, {"Jean-Baptiste", "jeanbaptiste"}, {"Adaeze", "adaeze"},
         {"Kwabena", "kwabena"}, {"Aminata", "aminata"}, {"Tendai", "tendai"}, {"Wanjiru", "wanjiru"},
         {"Sipho", "sipho"}, {"Nneka", "nneka"}}},
        {{{"Adébáyò-Fálọlá", "adebayo"}, {"Mkhabela-Nxumalo", "mkhabela"}, {"Ouédraogo-Zongo", "ouedraogo"},
            {"Okonkwo", "okonkwo"}, {"Mensah", "mensah"}, {"Diallo", "diallo"}, {"Chikwanha", "chikwanha"},
            {"Kariuki", "kariuki"}, {"Dlamini", "dlamini"}, {"Eze", "eze"}}},
        "+234", false, true},
    {{{{"Tāwhiri", "tawhiri"}, {"Leilani", "leilani"}, {"Aroha", "aroha"}, {"Keoni", "keoni"}, {"Moana", "moana"},
         {"Hēmi", "hemi"}, {"Mele", "mele"}, {"Sione", "sione"}, {"Wiremu", "wiremu"}, {"Kalani", "kalani"}}},
        {{{"Ngāmoki-Rēweti", "ngamoki"}, {"Kahananui-Kealoha", "kahananui"}, {"Parata", "parata"}, {"Tūhoe", "tuhoe"},
            {"Fa'asavalu", "faasavalu"}, {"Kamakawiwo'ole", "kamaka"}, {"Tamihana", "tamihana"}, {"Latu", "latu"},
            {"Pōtatau", "potatau"}, {"Makoa", "makoa"}}},
        "+64", false, true},
    {{{{"Αικατερίνη", "aikaterini"}, {"Γεώργιος", "georgios"}, {"Ελένη", "eleni"}, {"Νικόλαος", "nikolaos"},
         {"Παναγιώτα", "panagiota"}, {"Σπυρίδων", "spyridon"}, {"Χρυσούλα", "chrysoula"}, {"Θεόδωρος", "theodoros"},
         {"Άννα", "anna"}, {"Ιωάννης", "ioannis"}}},
        {{{"Παπαδημητροπούλου", "papadimitropoulou"}, {"Οικονόμου", "oikonomou"}, {"Βλάχος", "vlachos"},
            {"Καραγιάννης", "karagiannis"}, {"Ζαχαρίου", "zachariou"}, {"Μακρής", "makris"}, {"Λάμπρου", "lamprou"},
            {"Δημητρίου", "dimitriou"}, {"Αντωνίου", "antoniou"}, {"Ξενάκης", "xenakis"}}},
        "+30", false, false},
    {{{{"Владимира", "vladimira"}, {"Олександр", "oleksandr"}, {"Ирина", "irina"}, {"Његош", "njegos"},
         {"Светлана", "svetlana"}, {"Богдан", "bohdan"}, {"Юлія", "yuliya"}, {"Тимофей", "timofey"},
         {"Ђорђе", "djordje"}, {"Надежда", "nadezhda"}}},
        {{{"Костадинова Иванчева", "ivancheva"}, {"Шевченко", "shevchenko"}, {"Кузнецова", "kuznetsova"},
            {"Петровић", "petrovic"}, {"Щербина", "shcherbina"}, {"Ковальчук", "kovalchuk"},
            {"Їжакевич", "yizhakevych"}, {"Жуков", "zhukov"}, {"Стоянова", "stoyanova"}, {"Гончар", "honchar"}}},
        "+359", false, false},
    {{{{"أمينة", "amina"}, {"يوسف", "yusuf"}, {"ليلى", "layla"}, {"عمر", "umar"}, {"فاطمة", "fatima"},
         {"خالد", "khalid"}, {"نور", "nur"}, {"سليمان", "sulayman"}, {"هدى", "huda"}, {"طارق", "tariq"}}},
        {{{"بنت سليمان الزهراني", "alzahrani"}, {"الحسن", "alhasan"}, {"بن علي", "binali"}, {"الخطيب", "alkhatib"},
            {"النجار", "alnajjar"}, {"المصري", "almasri"}, {"الشامي", "alshami"}, {"القاسمي", "alqasimi"},
            {"حداد", "haddad"}, {"السيد", "alsayyid"}}},
        "+966", false, false},
    {{{{"தமிழ்ச்செல்வி", "tamilselvi"}, {"அருண்", "arun"}, {"प्रिया", "priya"}, {"राजेश", "rajesh"}, {"கவிதா", "kavitha"},
         {"अनिल", "anil"}, {"মধুমিতা", "madhumita"}, {"శ్రీనివాస్", "srinivas"}, {"सुनीता", "sunita"}, {"முருகன்", "murugan"}}},
        {{{"இராமநாதன்", "ramanathan"}, {"சுப்பிரமணியன்", "subramanian"}, {"शर्मा", "sharma"}, {"पटेल", "patel"},
            {"நடராஜன்", "natarajan"}, {"गुप्ता", "gupta"}, {"চট্টোপাধ্যায়", "chattopadhyay"}, {"రెడ్డి", "reddy"},
            {"वर्मा", "varma"}, {"பழனி", "palani"}}},
        "+91", false, false},
    {{{{"遥香", "haruka"}, {"健太", "kenta"}, {"美咲", "misaki"}, {"지안", "jian"}, {"서연", "seoyeon"},
         {"民俊", "minjun"}, {"雨桐", "yutong"}, {"浩然", "haoran"}, {"さくら", "sakura"}, {"子涵", "zihan"}}},
        {{{"佐々木", "sasaki"}, {"高橋", "takahashi"}, {"渡辺", "watanabe"}, {"서", "seo"}, {"김", "kim"},
            {"박", "park"}, {"王", "wang"}, {"欧阳", "ouyang"}, {"小林", "kobayashi"}, {"陈", "chen"}}},
        "+81", true, false},
    {{{{"กนกวรรณ", "kanokwan"}, {"สมชาย", "somchai"}, {"נועה", "noa"}, {"דבורה", "dvora"}, {"ნინო", "nino"},
         {"Արամ", "aram"}, {"อรุณี", "arunee"}, {"יונתן", "yonatan"}, {"გიორგი", "giorgi"}, {"Անի", "ani"}}},
        {{{"ศรีสุวรรณ", "srisuwan"}, {"ทองดี", "thongdi"}, {"בן־שחר", "benshachar"}, {"כהן", "cohen"},
            {"ბერიძე", "beridze"}, {"Պետրոսյան", "petrosyan"}, {"วงศ์ใหญ่", "wongyai"}, {"אברהמי", "avrahami"},
            {"კაპანაძე", "kapanadze"}, {"Հակոբյան", "hakobyan"}}},
        "+66", false, false},
    {{{{"Grace", "grace"}, {"Harold", "harold"}, {"Imogen", "imogen"}, {"Marcus", "marcus"}, {"Philippa", "philippa"},
         {"Dwayne", "dwayne"}, {"Rosalind", "rosalind"}, {"Tobias", "tobias"}, {"Yvette", "yvette"},
         {"Zachary", "zachary"}}},
        {{{"Quesnel-Fontanarosa", "quesnel"}, {"Abernathy", "abernathy"}, {"Thistlewood", "thistlewood"},
            {"Vandermeer", "vandermeer"}, {"Whitcombe", "whitcombe"}, {"Okafor-Reed", "okaforreed"},
            {"Lachapelle", "lachapelle"}, {"Strickland", "strickland"}, {"von Hagedorn", "vonhagedorn"},
            {"Mulgrew", "mulgrew"}}},
        "+1", false, true},
};
constexpr quint32 cultureCount = sizeof(cultures) / sizeof(cultures[0]);

// Japanese and Chinese share Han, and kana go with it.
QChar::Script scriptOf(const Word &word)
{
    const QChar::Script script = QString::fromUtf8(word.native).at(0).script();
    return script == QChar::Script_Hiragana || script == QChar::Script_Katakana ? QChar::Script_Han : script;
}

using Fitting =
    std::array<std::array<quint8, 10>, 10>; // [given][drawn family]: the next family name in the given name's script

// Nobody has a given name in one script and a family name in another: a document of that kind could not be compared.
std::array<Fitting, cultureCount> fittingFamilies()
{
    std::array<Fitting, cultureCount> out{};
    for (quint32 c = 0; c < cultureCount; ++c) {
        for (quint8 g = 0; g < 10; ++g) {
            for (quint8 f = 0; f < 10; ++f) {
                quint8 found = f;
                for (int step = 0; step < 10 && scriptOf(cultures[c].family[found]) != scriptOf(cultures[c].given[g]);
                     ++step)
                    found = quint8((found + 1) % 10);
                out[c][g][f] = found;
            }
        }
    }
    return out;
}

quint64 mixed(quint64 x)
{
    x ^= x >> 30;
    x *= 0xbf58476d1ce4e5b9ULL;
    x ^= x >> 27;
    x *= 0x94d049bb133111ebULL;
    return x ^ (x >> 31);
}

// A stream of small choices from one number.
class Dice
{
public:
    Dice(quint32 seed, quint32 position) : m_state(mixed((quint64(seed) << 32) ^ position ^ 0x9E3779B97F4A7C15ULL)) {}
    quint32 below(quint32 n)
    {
        m_state = mixed(m_state + 0x9E3779B97F4A7C15ULL);
        return quint32(m_state >> 33) % n;
    }

private:
    quint64 m_state;
};

void addVerification(Person &p, Dice &dice, core::Instant today)
{
    const quint32 fate = dice.below(1000);
    const auto text = [](const QByteArray &s) { return '"' + s + '"'; };
    if (fate >= 965) { // nothing recorded
        return;
    }
    if (fate >= 800)
        return;
    if (fate >= 793) {
        p.attributes["idvStatus"] = text("PENDING");
        return;
    }
    core::Instant at =
        today - core::Instant(dice.below(330)) * core::dayMs - core::Instant(dice.below(86400)) * core::secondMs;
    if (fate >= 740)
        at = today - core::Instant(336 + dice.below(29)) * core::dayMs -
             core::Instant(dice.below(86400)) * core::secondMs;
    if (fate >= 765)
        at = today - core::Instant(366 + dice.below(400)) * core::dayMs;
    const bool failed = fate >= 786;
    static const char *documents[] = {"passport", "drivers_license", "national_id"};
    p.attributes["idvVerified"] = failed ? text("false") : text("true");
    p.attributes["idvStatus"] = failed ? text("FAILED") : text("VERIFIED");
    p.attributes["idvIAL"] = text(dice.below(12) == 0 ? "1" : "2");
    p.attributes["idvVerifiedName"] = quoted(p.given + ' ' + p.family);
    p.attributes["idvDocumentType"] = text(documents[dice.below(3)]);
    p.attributes["idvSessionId"] = text("k1-" + QByteArray::number(mixed(p.position + 77), 16));
    p.attributes["idvVerifiedDate"] = text(isoTime(at));
    // What real tenants hold beside the clean form.
    switch (dice.below(400)) {
    case 0: p.attributes["idvVerifiedDate"] = QByteArray::number(at); break;
    case 1: p.attributes["idvVerifiedDate"] = text(isoTime(at).left(10)); break;
    case 2: p.attributes["idvVerifiedDate"] = text(isoTime(at).left(19)); break;
    case 3: p.attributes["idvVerifiedDate"] = text("last spring"); break;
    case 4: p.attributes["idvVerifiedDate"] = text(isoTime(today + 400 * core::dayMs)); break;
    case 5: p.attributes["idvVerified"] = failed ? "false" : "true"; break;
    case 6: p.attributes["idvIAL"] = "2"; break;
    case 7: p.attributes["idvIAL"] = text("IAL2"); break;
    default: break;
    }
}

} // namespace

QByteArray quoted(const QByteArray &utf8)
{
    QByteArray out = "\"";
    for (const char c : utf8) {
        if (c == '"' || c == '\\')
            out += '\\';
        out += c;
    }
    return out + '"';
}

People::People(quint32 count, quint32 seed, core::Instant today) : m_count(count), m_seed(seed), m_today(today) {}

QByteArray People::idOf(quint32 position, quint32 seed)
{
    static const char hex[] = "0123456789abcdef";
    QByteArray id = "2c9180";
    id.reserve(32);
    for (int shift = 36; shift >= 0; shift -= 4)
        id += hex[(quint64(position) >> shift) & 15];
    const quint64 tail = mixed((quint64(seed) << 32) + position);
    for (int shift = 60; shift >= 0; shift -= 4)
        id += hex[(tail >> shift) & 15];
    return id;
}

qint64 People::positionOf(const QByteArray &id) const
{
    if (id.size() != 32 || !id.startsWith("2c9180"))
        return -1;
    bool isHex = false;
    const quint64 position = id.mid(6, 10).toULongLong(&isHex, 16);
    if (!isHex || position > 0xffffffffULL || idOf(quint32(position), m_seed) != id)
        return -1;
    return qint64(position);
}

Person People::at(quint32 position) const
{
    Dice dice(m_seed, position);
    Person p;
    p.position = position;
    p.id = idOf(position, m_seed);
    static const std::array<Fitting, cultureCount> fitting = fittingFamilies();
    const quint32 c = dice.below(cultureCount), g = dice.below(10);
    const Culture &culture = cultures[c];
    const Word &given = culture.given[g];
    const Word &family = culture.family[fitting[c][g][dice.below(10)]];
    p.given = given.native;
    p.family = family.native;
    p.name = culture.familyFirst ? p.family + ' ' + p.given : p.given + ' ' + p.family;
    const QByteArray number = QByteArray::number(100000 + position / 2);
    p.alias = QByteArray(given.latin) + '.' + family.latin + number;
    p.email = p.alias + "@halden.example";
    p.employee = number.left(2) + ' ' + number.mid(2);
    p.personalEmail = QByteArray(given.latin, 1) + '.' + family.latin + number.right(3) + "@mail.example";
    if (dice.below(20) != 0)
        p.phone = QByteArray(culture.dial) + QByteArray::number(200000000 + dice.below(700000000));
    if (dice.below(60) == 0)
        p.email.clear();
    static const char *profiles[] = {
        "Employees", "Employees", "Employees", "Employees", "Contractors", "Seasonal", "Non-employees", "Board"};
    p.profile = profiles[dice.below(8)];
    const quint32 life = dice.below(40);
    p.lifecycle = life == 0 ? "inactive" : life == 1 ? "leave" : "active";
    p.manager = dice.below(5) == 0 ? "Bridget Quesnel-Fontanarosa" : "Dvora Ben-Shachar";
    p.modified = m_today - core::Instant(2 + dice.below(700)) * core::dayMs - core::Instant(dice.below(86400000));
    addVerification(p, dice, m_today);
    return p;
}

} // namespace lab
