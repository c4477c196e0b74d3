#include "ui/tenants/statuswordsdialog.h"
#include "services/tenants/tenants.h"
#include "ui/common/theme.h"
#include "ui/controls/label.h"
#include "ui/widgets/formbuilder.h"
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>

namespace ui {

StatusWordsDialog::StatusWordsDialog(Theme &theme, const domain::Tenant &tenant, QWidget *parent) : Dialog(parent)
{
    setObjectName(QStringLiteral("statusWordsDialog"));
    setWindowTitle(tr("Status words of %1").arg(tenant.name));
    setMinimumWidth(520);
    FormBuilder form(theme, new QFormLayout(this));
    auto *about = new Label(theme,
        tr("What the words in idvStatus mean, separated by commas. Whole words, letter case aside. Every other word is "
           "a verification withdrawn."),
        13, "text-2");
    about->setWordWrap(true);
    form.whole(about);
    const auto edit = [&](const QString &label, const QStringList &words) {
        return form.line(label, words.join(QStringLiteral(", ")));
    };
    auto *pass = edit(tr("Verified"), tenant.statusWords.pass);
    auto *fail = edit(tr("Failed"), tenant.statusWords.fail);
    auto *pending = edit(tr("Pending"), tenant.statusWords.pending);
    auto *reason = edit(tr("Reason"), {});
    reason->setPlaceholderText(tr("Recorded in the audit log"));
    Label *fault = form.fault(QStringLiteral("statusWordsFault"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel);
    form.whole(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [=, this] {
        const domain::StatusWords words{
            domain::wordList(pass->text()), domain::wordList(fail->text()), domain::wordList(pending->text())};
        const auto faults = services::faultsOfWords(words, reason->text());
        if (!faults.isEmpty())
            return showFault(fault, faults.first().text);
        accept();
        Q_EMIT chosen(words, reason->text().trimmed());
    });
}

} // namespace ui
