#include "ui/operations/reportoperation.h"
#include "domain/text/messages.h"
#include "ui/common/appcontext.h"

namespace ui {

static void tell(AppContext &app, const domain::Operation &o)
{
    QString text = domain::operationText(o.kind) + QStringLiteral(": ") + domain::operationStateText(o.state);
    if (o.state == domain::OperationState::Unknown)
        return Q_EMIT app.warned(
            text, AppContext::tr("It is not asked again by itself. Look in SailPoint before you try again."));
    if (!o.taskId.isEmpty())
        text += QStringLiteral(" · ") + AppContext::tr("SailPoint’s task %1").arg(o.taskId);
    Q_EMIT app.notice(text);
}

static void tellRefusal(AppContext &app, const core::Error &e)
{
    if (e.code != core::ErrorCode::RateLimited)
        return Q_EMIT app.failed(e, int(domain::Vendor::SailPoint));
    const QString who = core::isOwnRefusal(e) ? e.text : AppContext::tr("SailPoint asked to wait");
    Q_EMIT app.warned(who, AppContext::tr("Nothing was done, and it is not asked again by itself. Try again in %1 s.")
                               .arg(e.retryAfter.value_or(std::chrono::seconds(10)).count()));
}

void reportOperation(AppContext &app, const core::Async<domain::Operation> &operation)
{
    core::whenDone<domain::Operation>(operation, &app,
        [&app](const core::Result<domain::Operation> &o) { o ? tell(app, *o) : tellRefusal(app, o.error()); });
}

} // namespace ui
