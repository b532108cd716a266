//! What a list of delegates lacks by the rules on their number.

use chrono::NaiveDate;

use super::course::Course;
use super::{ElectionLaw, lack};
use crate::union::bodies::model::UnionLack;

/// What the list of delegates lacks by the rules on their number.
pub(crate) fn delegate_lacks(law: ElectionLaw<'_>, course: &Course, on: NaiveDate) -> Vec<UnionLack> {
    let members = course.record.members.unwrap_or_default();
    delegates_lack(law, members, course.delegates, on)
}

/// The same of so many delegates, managers among them.
pub(crate) fn delegates_lack(
    law: ElectionLaw<'_>,
    members: u32,
    (now, managers): (u32, u32),
    on: NaiveDate,
) -> Vec<UnionLack> {
    let mut lacks = Vec::new();
    for (subject, side) in [("union.delegates.minimum", "不少于"), ("union.delegates.maximum", "不超过")]
    {
        let Some((rule, line)) = law.line(subject, on) else { continue };
        let Some(edge) = line.boundary(members) else { continue };
        if !line.allows(now, members) {
            let text = format!("会员{members}人，会员代表应当{side}{edge}人，名单上是{now}人。");
            lacks.push(lack(Some(rule), text));
        }
    }
    if let Some((rule, line)) = law.line("union.delegates.managers", on)
        && now > 0
        && !line.allows(managers, now)
    {
        let text = format!("{}，名单上{now}人里有{managers}人。", rule.title);
        lacks.push(lack(Some(rule), text));
    }
    lacks
}
