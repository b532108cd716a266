//! Dispatched workers (劳务派遣): how many of them work here beside the lawful share, and what the rule of the place says when
//! one of them joins. What the two firms have agreed is asked and kept with the application; nothing is decided here.

use chrono::NaiveDate;
use law::{LawBook, Place, RuleRef};
use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use super::model::MembershipState;
use super::store::{is, referred_sql};
use crate::Problem;
use crate::duty::day_words;
use crate::union::workforce::Workforce;

/// Those of the roster who work here, members or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OnRoster {
    /// 劳动合同.
    pub contract: u32,
    /// 劳务派遣.
    pub dispatched: u32,
}

/// Counts the roster: members, those who have not joined, and those who have left the union and still have a place here. Who
/// keeps a membership without a job, who has moved out or died, and who was referred to another union works elsewhere.
pub fn on_roster(connection: &Connection) -> Result<OnRoster, Problem> {
    let sql = format!(
        "SELECT coalesce(sum(l.form = 'contract'), 0), coalesce(sum(l.form = 'dispatched'), 0) FROM member_line l
         WHERE {} OR (l.last_event IS NULL AND NOT {}) OR l.last_event IN ('withdrawn', 'expelled')",
        is(MembershipState::Member, "l.last_event"),
        referred_sql("l.id")
    );
    Ok(connection
        .prepare_cached(&sql)?
        .query_row([], |row| Ok(OnRoster { contract: row.get(0)?, dispatched: row.get(1)? }))?)
}

/// A sentence when the dispatched exceed the lawful share (劳务派遣暂行规定第四条), `None` when they do not: of the number of
/// employees that the firm told, and else of the roster, which may not have everybody and says so.
///
/// Errors: `no_rule` where there is none.
pub fn warning(
    book: &LawBook,
    place: &Place,
    on: NaiveDate,
    roster: OnRoster,
    told: Option<&Workforce>,
) -> Result<Option<String>, Problem> {
    let (share, rule) = book.quantity("union.dispatch.share", place, on)?;
    let OnRoster { contract, dispatched } = roster;
    let listed = contract + dispatched;
    // A number that is smaller than the roster is an old one.
    let (told, old) = match told {
        Some(told) if told.workers < listed => (None, Some(told)),
        told => (told, None),
    };
    let all = told.map_or(listed, |told| told.workers);
    if all == 0 || share.allows(dispatched, all) {
        return Ok(None);
    }
    let allowed = share.boundary(all).unwrap_or_default();
    let per_mille = u64::from(dispatched) * 1000 / u64::from(all);
    let part = format!("{}.{}%", per_mille / 10, per_mille % 10);
    let article = format!("《{}》{}", rule.instrument, rule.article);
    let Some(told) = told else {
        let mut said = format!(
            "按花名册：劳务派遣{dispatched}人，劳动合同{contract}人，派遣占两样合计{all}人的{part}，超过上限{allowed}人\
             （{article}）。花名册上不一定有全单位的人，请在“统计”登记单位的职工人数，或者与企业核对以后再提出。"
        );
        if let Some(old) = old {
            said.push_str(&format!(
                "登记的职工人数{}人（截止{}）少于花名册上的人，没有按它算。",
                old.workers,
                day_words(old.as_of)
            ));
        }
        return Ok(Some(said));
    };
    Ok(Some(format!(
        "花名册上的劳务派遣{dispatched}人，占登记的职工人数{all}人（截止{}，来源：{}）的{part}，超过上限{allowed}人\
         （{article}），请与企业核对以后提出。",
        day_words(told.as_of),
        told.source
    )))
}

/// What is to be known and asked when a dispatched worker joins.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DispatchJoining {
    /// What the rule of the place says, and the question.
    pub text: String,
    /// The rule.
    pub rule: RuleRef,
}

/// What the rule of the place says of the union that a dispatched worker joins; none where it has no such rule.
pub fn joining(book: &LawBook, place: &Place, on: NaiveDate) -> Option<DispatchJoining> {
    let ruling = book.applies("members.dispatch", place, on)?;
    let rule = ruling.winner;
    Some(DispatchJoining {
        text: format!("{}。请问清两家单位有没有商定让他们在这里入会，把答复记在申请上。", rule.title),
        rule: rule.reference(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn book() -> LawBook {
        LawBook::load(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets")).unwrap()
    }

    fn day() -> NaiveDate {
        "2026-11-22".parse().unwrap()
    }

    fn told(workers: u32) -> Workforce {
        let id = serde_json::from_value(serde_json::json!(uuid::Uuid::nil().to_string())).unwrap();
        Workforce { id, as_of: "2026-10-31".parse().unwrap(), workers, source: "企业报表".to_owned() }
    }

    fn said(contract: u32, dispatched: u32, workers: Option<u32>) -> Option<String> {
        let roster = OnRoster { contract, dispatched };
        let workers = workers.map(told);
        warning(&book(), &Place::province("36"), day(), roster, workers.as_ref()).unwrap()
    }

    #[test]
    fn the_share_is_of_what_the_firm_told_and_of_the_roster_only_where_it_told_nothing() {
        assert_eq!(said(280, 40, Some(500)), None, "8 percent of those who work here");
        let over = said(280, 40, Some(320)).unwrap();
        assert!(over.contains("登记的职工人数320人（截止2026年10月31日，来源：企业报表）的12.5%"), "{over}");
        assert!(over.contains("超过上限32人") && !over.contains("按花名册"), "{over}");
        let listed = said(280, 40, None).unwrap();
        assert!(listed.starts_with("按花名册：劳务派遣40人，劳动合同280人"), "{listed}");
        assert!(listed.contains("12.5%") && listed.contains("登记单位的职工人数"), "{listed}");
        let old = said(280, 40, Some(300)).unwrap();
        assert!(
            old.starts_with("按花名册") && old.contains("300人（截止2026年10月31日）少于花名册"),
            "{old}"
        );
        assert_eq!((said(288, 32, None), said(0, 0, None)), (None, None), "at the limit, and nobody");
        assert!(said(287, 33, None).is_some(), "one over it");
    }

    #[test]
    fn the_rule_of_the_place_is_told_where_there_is_one() {
        let one = joining(&book(), &Place::province("36"), day()).expect("江西 has the rule");
        assert!(one.text.contains("派遣企业的工会") && one.text.contains("有没有商定"), "{}", one.text);
        assert!(one.rule.short.contains("第十一条"), "{}", one.rule.short);
        assert_eq!(joining(&book(), &Place::province("31"), day()), None);
    }
}
