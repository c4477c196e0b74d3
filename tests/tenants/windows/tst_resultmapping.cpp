#include "support/accessibilitychecks.h"
#include "support/fakeclock.h"
#include "support/registry.h"
#include "support/widgethand.h"
#include "ui/common/theme.h"
#include "ui/tenants/results/resultmappingdialog.h"
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTableWidget>
#include <QtTest>

using domain::ResultField;
using support::buttonOf;
using support::says;

namespace {

struct Mapping
{
    Mapping()
    {
        theme.apply(ui::ThemeChoice::Light);
        tenant.id = core::TenantId(QStringLiteral("one"));
        tenant.name = QStringLiteral("Acme");
        tenant.sailpointUrl = QStringLiteral("https://acme.api.identitynow.com");
        tenant.clientId = QStringLiteral("client");
        tenant.idvUrl = QStringLiteral("https://acme.1kosmos.net");
        tenant.communityId = QStringLiteral("c1");
        dialog = std::make_unique<ui::ResultMappingDialog>(theme, clock, tenant, nullptr);
        dialog->show();
    }
    QLineEdit *line(const char *name) const { return dialog->findChild<QLineEdit *>(QLatin1String(name)); }
    QPlainTextEdit *box(const char *name) const { return dialog->findChild<QPlainTextEdit *>(QLatin1String(name)); }
    QString taken(ResultField f) const
    {
        const auto *table = dialog->findChild<QTableWidget *>(QStringLiteral("resultFields"));
        const auto *item = table->item(int(f), 3);
        return item ? item->text() : QString();
    }
    ui::Theme theme;
    std::shared_ptr<support::FakeClock> clock = std::make_shared<support::FakeClock>(1'782'900'060'000);
    domain::Tenant tenant;
    std::unique_ptr<ui::ResultMappingDialog> dialog;
};

const QByteArray message = R"({"data":{"id":"k1-1","state":"APPROVED","ial_level":2,"verified_name":"ANN EXAMPLE",
"document_type":"passport","completed_at":"2026-07-01T10:00:00Z"}})";

} // namespace

// The places and words of a provider's results, tried on a pasted message while they are typed.
class MappingOfResults : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsProposedIsSeenBeforeItIsSaved()
    {
        Mapping m;
        const auto proposal = [](const char *option, const char *value) {
            return domain::MappingProposal{QString::fromLatin1(option), QString::fromLatin1(value)};
        };
        m.dialog->propose({proposal("answer-field", "status=/data/state"), proposal("session-id-at", "/data/id"),
            proposal("invitation-at", "/data/page"), proposal("status-word", "APPROVED=")});
        QCOMPARE(m.line("answer-status")->text(), QStringLiteral("/data/state"));
        QVERIFY(says(*m.dialog, "the session’s ID at /data/id"));
        QVERIFY(says(*m.dialog, "the invitation link at /data/page"));
        QVERIFY(m.box("statusWordLines")->toPlainText().endsWith(QLatin1String("APPROVED=")));
    }
    void aSampleIsReadWhileItIsTyped()
    {
        Mapping m;
        QVERIFY(says(*m.dialog, "Paste a message to see"));
        m.box("resultSample")->setPlainText(QString::fromUtf8(message));
        QVERIFY(says(*m.dialog, "It would be refused"));
        buttonOf(*m.dialog, "All under /data")->click();
        QVERIFY(says(*m.dialog, "It would be refused")); // its status has another name
        m.line("answer-status")->setText(QStringLiteral("/data/state"));
        QVERIFY(says(*m.dialog, "no word that is known"));
        m.box("statusWordLines")->setPlainText(QStringLiteral("APPROVED = passed\n\nDENIED = failed"));
        QVERIFY(says(*m.dialog, "It would be read."));
        QCOMPARE(m.taken(ResultField::Status), QStringLiteral("passed"));
        QCOMPARE(m.taken(ResultField::Level), QStringLiteral("IAL2"));
        // A callback reads the same until it has places of its own.
        buttonOf(*m.dialog, "A callback")->click();
        QCOMPARE(m.taken(ResultField::Status), QStringLiteral("passed"));
        m.line("callback-status")->setText(QStringLiteral("/event/state"));
        QVERIFY(says(*m.dialog, "It would be refused"));
    }
    void whatIsNoMappingIsSaidAndNotSaved()
    {
        Mapping m;
        QSignalSpy chosen(m.dialog.get(), &ui::ResultMappingDialog::chosen);
        m.line("resultReason")->setText(QStringLiteral("its own form"));
        const auto refuses = [&](const char *words) {
            buttonOf(*m.dialog, "Save")->click();
            return chosen.isEmpty() && m.dialog->isVisible() && says(*m.dialog, words);
        };
        QVERIFY(refuses("Nothing differs"));
        m.box("statusWordLines")->setPlainText(QStringLiteral("APPROVED"));
        QVERIFY(refuses("A status word is WORD=meaning"));
        m.box("statusWordLines")->setPlainText(QStringLiteral("FAILED = passed"));
        QVERIFY(refuses("is no pass in the contract"));
        m.box("statusWordLines")->clear();
        m.line("answer-level")->setText(QStringLiteral("data/level"));
        QVERIFY(refuses("JSON pointers"));
        m.line("answer-level")->setText(QStringLiteral("/data/level, /level"));
        m.line("resultReason")->clear();
        QVERIFY(refuses("say why"));
        m.line("resultReason")->setText(QStringLiteral("its own form"));
        buttonOf(*m.dialog, "Save")->click();
        buttonOf(*m.dialog, "Save")->click(); // while the first is being stored
        QCOMPARE(chosen.size(), 1);
        m.dialog->showFailure(QStringLiteral("not stored"));
        QVERIFY(m.dialog->isEnabled());
        const auto results = chosen.first().first().value<domain::Tenant>().provider.results;
        QCOMPARE(results.answer[size_t(ResultField::Level)].size(), 2);
    }
    void docuVerifysPlacesAreNotAskedFor()
    {
        Mapping m;
        m.tenant.provider.kind = domain::ProviderKind::DocuVerify;
        m.dialog = std::make_unique<ui::ResultMappingDialog>(m.theme, m.clock, m.tenant, nullptr);
        QVERIFY(!m.line("answer-status")->isEnabled() && !m.line("answer-status")->toolTip().isEmpty());
        QVERIFY(m.line("callback-status")->isEnabled() && m.box("statusWordLines")->isEnabled());
    }
    void everyControlHasANameAndRoom()
    {
        Mapping m;
        m.box("resultSample")->setPlainText(QString::fromUtf8(message));
        QCoreApplication::processEvents();
        int controls = 0;
        QCOMPARE(support::cutTexts(m.dialog.get(), QStringLiteral("results")) +
                     support::overlaps(m.dialog.get(), QStringLiteral("results")) +
                     support::namelessControls(m.dialog.get(), QStringLiteral("results"), controls) +
                     support::silentlyOff(m.dialog.get(), QStringLiteral("results")) +
                     support::squeezedOut(m.dialog.get(), QStringLiteral("results")),
            QStringList());
        QVERIFY(controls > 20);
        QVERIFY(m.dialog->width() <= 1280 && m.dialog->height() <= 800);
        if (const QString pictures = qEnvironmentVariable("IDV_DIALOG_PICTURES"); !pictures.isEmpty())
            m.dialog->grab().save(pictures + QStringLiteral("/results.png"));
    }
};
IDV_TEST(MappingOfResults)
#include "tst_resultmapping.moc"
