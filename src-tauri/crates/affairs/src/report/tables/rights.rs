//! The tables of the yearly report on workers' rights beside supervision: appeals, dismissals and discipline, mediation; and on what
//! the members decided in their meetings. Each is left out where neither year has anything, as most ledgers never do.

use rusqlite::Connection;

use super::{Named, figures, rate, table};
use crate::Problem;
use crate::report::model::{Chapter, Sum, YearFigure, YearTable};
use crate::report::rules::Span;
use crate::report::store::rights as store;

const APPEALS: [Named<'_>; 7] = [
    ("all", "职工提出的诉求", "件", Sum::Total),
    ("inTime", "按答应的日期答复", "件", Sum::Adds),
    ("late", "晚于答应的日期答复", "件", Sum::Adds),
    ("noTerm", "已答复、没有答应日期", "件", Sum::Adds),
    ("overdue", "过了答应的日期还没有答复", "件", Sum::Adds),
    ("open", "还没有答复、没有过期", "件", Sum::Adds),
    ("onward", "其中转监督、调解、委员会或者协商", "件", Sum::Beside),
];
const DISMISSALS: [Named<'_>; 3] = [
    ("all", "收到解除、处分的通知", "份", Sum::Total),
    ("beforehand", "在打算办的日期以前收到", "份", Sum::Adds),
    ("late", "没有写日期，或者当天、以后才收到", "份", Sum::Adds),
];
const OBJECTIONS: [Named<'_>; 5] = [
    ("objections", "提出意见", "份", Sum::Beside),
    ("answers", "收到单位书面答复", "份", Sum::Beside),
    ("withdrawn", "其中撤回", "份", Sum::Beside),
    ("changed", "其中改变了处理", "份", Sum::Beside),
    ("kept", "其中维持不变", "份", Sum::Beside),
];
const MEDIATION: [Named<'_>; 6] = [
    ("all", "申请调解", "件", Sum::Total),
    ("agreed", "达成协议", "件", Sum::Adds),
    ("failed", "调解不成", "件", Sum::Adds),
    ("refused", "不予受理", "件", Sum::Adds),
    ("withdrawn", "撤回申请", "件", Sum::Adds),
    ("open", "还没有结束", "件", Sum::Adds),
];
const MEDIATED: [Named<'_>; 2] =
    [("inTime", "期限内结束调解", "件", Sum::Beside), ("performed", "协议履行完", "件", Sum::Beside)];
const CONGRESS: [Named<'_>; 3] = [
    ("meetings", "召开会员大会、会员代表大会", "次", Sum::Beside),
    ("decisions", "其中表决的议题", "项", Sum::Beside),
    ("elections", "换届选举的结果经上级批准", "次", Sum::Beside),
];
/// Counts of a year.
type Counted<const N: usize> = fn(&Connection, Span) -> Result<[u32; N], Problem>;

/// The figures of this year and the one before; and whether there is anything at all.
fn both<const N: usize>(
    connection: &Connection,
    (span, founded): (Span, i32),
    names: [Named<'_>; N],
    counted: Counted<N>,
) -> Result<(Vec<YearFigure>, bool), Problem> {
    let counts = [counted(connection, span)?, counted(connection, span.before())?];
    let any = counts.iter().flatten().any(|count| *count > 0);
    Ok((figures(names, counts, span, founded), any))
}

/// What workers brought to the union.
pub(super) fn appeals(
    connection: &Connection,
    span: Span,
    founded: i32,
) -> Result<Option<YearTable>, Problem> {
    let (mut lines, any) = both(connection, (span, founded), APPEALS, store::appeals)?;
    let parts = ["inTime", "late", "overdue"];
    lines.push(rate(("rate", "按期答复率"), &lines, "inTime", &parts, "没有到期应答复的诉求"));
    let counted = "按提出日期计入当年；是否按期，按答应的日期和答复的日期判断，以截止日期为准。";
    Ok(any.then(|| table("appeals", Chapter::Standing, "职工诉求", counted, lines)))
}

/// Dismissals and discipline that the employer told the union of.
pub(super) fn dismissals(
    connection: &Connection,
    span: Span,
    founded: i32,
) -> Result<Option<YearTable>, Problem> {
    let (mut lines, any) = both(connection, (span, founded), DISMISSALS, store::dismissals)?;
    let (objections, more) = both(connection, (span, founded), OBJECTIONS, store::objections)?;
    lines.extend(objections);
    let counted =
        "通知按收到日期计入当年；意见按研究日期，答复按答复日期；是否事先，按收到的日期和打算办的日期判断。";
    Ok((any || more).then(|| table("dismissals", Chapter::Standing, "解除和处分通知", counted, lines)))
}

/// The cases of the mediation committee.
pub(super) fn mediation(
    connection: &Connection,
    span: Span,
    founded: i32,
) -> Result<Option<YearTable>, Problem> {
    let (mut lines, any) = both(connection, (span, founded), MEDIATION, store::mediation)?;
    let (mediated, more) = both(connection, (span, founded), MEDIATED, store::mediated)?;
    lines.extend(mediated);
    lines.push(rate(("rate", "调解成功率"), &lines, "agreed", &["agreed", "failed"], "没有调解结束的案件"));
    let counted = "按收到申请的日期计入当年，结果以截止日期为准；期限内结束和履行，按登记的日期计入当年。";
    Ok((any || more).then(|| table("mediation", Chapter::Standing, "劳动争议调解", counted, lines)))
}

/// The meetings of the members or of their delegates, and the re-elections that were approved.
pub(super) fn members_congress(
    connection: &Connection,
    span: Span,
    founded: i32,
) -> Result<Option<YearTable>, Problem> {
    let (lines, any) = both(connection, (span, founded), CONGRESS, store::members_congress)?;
    let counted =
        "会议按开会的日期计入当年，选举的大会同一天只算一次；换届按上级批准的日期。职工代表大会不在这里。";
    Ok(any.then(|| table("membersCongress", Chapter::Standing, "会员大会和换届", counted, lines)))
}
