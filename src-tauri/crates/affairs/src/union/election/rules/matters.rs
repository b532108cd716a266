//! What a meeting votes on, whichever body meets: whether so many may vote, that no more voted than came, what passed. The lines are
//! the law's of the day of the meeting and are counted from all who should be there, not from those who came.

use chrono::NaiveDate;

use super::{ElectionLaw, refuse};
use crate::Problem;

/// The votes on a matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Votes {
    /// All together.
    pub all: u64,
    /// 赞成.
    pub approving: u32,
}

/// 赞成, 反对 and 弃权 as a form holds them; none where it was not voted on.
pub fn votes(counts: [Option<u32>; 3]) -> Option<Votes> {
    if counts.iter().all(Option::is_none) {
        return None;
    }
    let all = counts.iter().map(|count| u64::from(count.unwrap_or(0))).sum();
    Some(Votes { all, approving: counts[0].unwrap_or(0) })
}

/// A meeting that votes, as far as its votes are judged.
#[derive(Clone, Copy)]
pub struct Voting<'a> {
    /// The packs, and where the union is.
    pub law: ElectionLaw<'a>,
    /// The subject of the rule that says how many must be there.
    pub attendance: &'a str,
    /// The subject of the rule that says how many votes pass.
    pub approval: &'a str,
    /// Those who should be there, as its sentences begin: 应到代表.
    pub should: &'a str,
    /// By what it is judged where no rule says: 议事规则.
    pub otherwise: &'a str,
    /// The day.
    pub held_on: NaiveDate,
    /// 应到.
    pub due: u32,
    /// 实到; absent while it is only called.
    pub present: Option<u32>,
}

impl Voting<'_> {
    /// Refuses votes before anybody came, of too few to vote, or of more than came. `late`: what was so on paper is entered with its
    /// reason.
    ///
    /// Errors: `bad_input` at `present` or at `field`; `refused` with its rule at `present`.
    pub fn check(
        self,
        field: &str,
        title: &str,
        counts: [Option<u32>; 3],
        late: bool,
    ) -> Result<(), Problem> {
        let Some(votes) = votes(counts) else { return Ok(()) };
        let Some(present) = self.present else {
            return Err(Problem::input("present", "登记票数以前，请先填实到人数。"));
        };
        if let Some((rule, line)) = self.law.line(self.attendance, self.held_on)
            && !late
            && !line.allows(present, self.due)
        {
            let edge = line.boundary(self.due).unwrap_or(self.due);
            let message =
                format!("{}{}人，至少到会{edge}人才能表决，实到{present}人。", self.should, self.due);
            return Err(refuse(Some(rule), "present", message));
        }
        if votes.all > u64::from(present) {
            let message =
                format!("“{}”的票数加起来是{}，多于实到{present}人，请核对。", title.trim(), votes.all);
            return Err(Problem::input(field, message));
        }
        Ok(())
    }

    /// Whether a matter passed, and how that comes; neither where it was not voted on or no rule says it.
    pub fn verdict(self, counts: [Option<u32>; 3]) -> (Option<bool>, String) {
        let Some(Votes { approving, .. }) = votes(counts) else {
            return (None, "没有表决。".to_owned());
        };
        let Some((rule, line)) = self.law.line(self.approval, self.held_on) else {
            let explained =
                format!("赞成{approving}票；当地没有收录表决的规定，是否通过请按{}认定。", self.otherwise);
            return (None, explained);
        };
        let passed = line.allows(approving, self.due);
        let edge = line.boundary(self.due).unwrap_or(self.due);
        let came = if passed { "通过" } else { "没有通过" };
        let explained = format!(
            "{}{}人，赞成满{edge}票为通过，赞成{approving}票，{came}（《{}》{}）。",
            self.should, self.due, rule.instrument, rule.article
        );
        (Some(passed), explained)
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;
    use std::sync::LazyLock;

    use law::{LawBook, Place};

    use super::*;

    static BOOK: LazyLock<LawBook> = LazyLock::new(|| {
        LawBook::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets")).unwrap()
    });

    #[test]
    fn the_members_and_the_workers_congress_are_judged_alike() {
        let place = Place::province("36");
        let law = ElectionLaw { book: &BOOK, place: &place };
        for (attendance, approval) in [
            ("union.members_congress.attendance", "union.members_congress.majority"),
            ("congress.attendance", "congress.approval"),
        ] {
            let of = |present: Option<u32>| Voting {
                law,
                attendance,
                approval,
                should: "应到",
                otherwise: "议事规则",
                held_on: "2026-09-14".parse().unwrap(),
                due: 60,
                present,
            };
            let field = |present, counts, late| {
                let refused = of(present).check("matters.0.votesFor", "职工奖惩办法", counts, late);
                refused.err().map(|problem| problem.field.unwrap_or_default())
            };
            let counts = [Some(31), Some(8), None];
            assert_eq!(field(None, counts, false).as_deref(), Some("present"), "{approval}: votes of whom");
            assert_eq!(field(None, [None; 3], false), None, "{approval}: only heard");
            assert_eq!(field(Some(39), counts, false).as_deref(), Some("present"), "{approval}: 39 of 60");
            assert_eq!(field(Some(39), counts, true), None, "{approval}: it was so on paper");
            assert_eq!(field(Some(40), counts, false), None, "{approval}");
            let many = field(Some(40), [Some(31), Some(8), Some(2)], false);
            assert_eq!(many.as_deref(), Some("matters.0.votesFor"), "{approval}: 41 of 40");
            let passed = |votes| of(Some(40)).verdict([Some(votes), None, None]).0;
            assert_eq!((passed(31), passed(30)), (Some(true), Some(false)), "{approval}");
            assert_eq!(of(Some(40)).verdict([None; 3]).0, None, "{approval}: not voted on");
        }
    }
}
