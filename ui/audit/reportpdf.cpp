#include "ui/audit/reportpdf.h"
#include "domain/text/outputtext.h"
#include <QAbstractTextDocumentLayout>
#include <QIODevice>
#include <QPainter>
#include <QPdfWriter>
#include <QTextDocument>
#include <QTextTable>

namespace ui {

// Tables of Markdown come without lines and as wide as their text: ruled, and never wider than the page.
static void ruleTables(QTextDocument &document)
{
    const auto frames = document.rootFrame()->childFrames();
    for (QTextFrame *f : frames) {
        auto *table = qobject_cast<QTextTable *>(f);
        if (!table)
            continue;
        QTextTableFormat format = table->format();
        format.setBorder(0.5);
        format.setBorderBrush(QColor(0xDD, 0xE1, 0xE6));
        format.setBorderCollapse(true);
        format.setCellPadding(4);
        format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
        table->setFormat(format);
    }
}

namespace {

/// Loads nothing: a report needs no picture, and a text that smuggles one in reads no file.
class SealedDocument final : public QTextDocument
{
protected:
    QVariant loadResource(int, const QUrl &) override { return {}; }
};

} // namespace

void setReport(QTextDocument &document, const QString &markdown)
{
    document.setMarkdown(domain::fileText(markdown),
        QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectGitHub) | QTextDocument::MarkdownNoHTML);
}

bool writePdf(QIODevice &device, const QString &markdown)
{
    QPdfWriter writer(&device);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(QMarginsF(16, 16, 16, 16), QPageLayout::Millimeter);
    writer.setResolution(96);
    writer.setCreator(QStringLiteral("IDV Console"));
    SealedDocument document;
    QFont font = document.defaultFont();
    font.setPointSizeF(9);
    document.setDefaultFont(font);
    setReport(document, markdown);
    ruleTables(document);
    const int footer = 24;
    const QSizeF page(writer.width(), writer.height() - footer);
    document.documentLayout()->setPaintDevice(&writer);
    document.setPageSize(page);
    QPainter p;
    if (!p.begin(&writer))
        return false;
    const int pages = document.pageCount();
    for (int i = 0; i < pages; ++i) {
        if (i > 0)
            writer.newPage();
        p.save();
        p.translate(0, -i * page.height());
        QAbstractTextDocumentLayout::PaintContext context;
        context.clip = QRectF(0, i * page.height(), page.width(), page.height());
        context.palette.setColor(QPalette::Text, Qt::black);
        p.setClipRect(context.clip);
        document.documentLayout()->draw(&p, context);
        p.restore();
        p.setPen(QColor(0x5E, 0x68, 0x74));
        p.setFont(font);
        p.drawText(QRectF(0, page.height(), page.width(), footer), Qt::AlignRight | Qt::AlignVCenter,
            QStringLiteral("%1 / %2").arg(i + 1).arg(pages));
    }
    return p.end();
}

} // namespace ui
