#include "ui/common/askfile.h"
#include "ui/common/opendialog.h"
#include <QFileDialog>

namespace ui {

QFileDialog *askFile(QWidget *parent, const FileQuestion &question)
{
    auto *dialog =
        makeWindow<QFileDialog>(parent, question.title, question.toWrite ? QString() : question.name, question.filter);
    dialog->setAcceptMode(question.toWrite ? QFileDialog::AcceptSave : QFileDialog::AcceptOpen);
    dialog->setFileMode(question.toWrite ? QFileDialog::AnyFile : QFileDialog::ExistingFile);
    dialog->setDefaultSuffix(question.suffix);
    dialog->setOption(QFileDialog::DontConfirmOverwrite, !question.asksOverwriting);
    if (question.toWrite && !question.name.isEmpty())
        dialog->selectFile(question.name);
    dialog->open();
    return dialog;
}

} // namespace ui
