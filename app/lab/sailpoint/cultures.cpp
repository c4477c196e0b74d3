#include "lab/sailpoint/cultures.h"
#include <QString>
#include <iterator>

namespace lab {

namespace {

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
static_assert(std::size(cultures) == cultureCount);

// Japanese and Chinese share Han, and kana go with it.
QChar::Script scriptOf(const NameWord &word)
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

} // namespace

const Culture &cultureAt(quint32 culture)
{
    return cultures[culture];
}

const NameWord &fittingFamily(quint32 culture, quint32 given, quint32 drawn)
{
    static const std::array<Fitting, cultureCount> fitting = fittingFamilies();
    return cultures[culture].family[fitting[culture][given][drawn]];
}

} // namespace lab
