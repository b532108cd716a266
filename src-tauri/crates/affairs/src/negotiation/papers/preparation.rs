//! Filling the papers that come before the offer: the blank sheet on which workers write their opinions, and the list of topics
//! that grew from them.

use chrono::NaiveDate;
use rusqlite::Connection;
use serde::Serialize;

use super::context::Named;
use super::minutes::filled_in;
use crate::Problem;
use crate::negotiation::agreement;
use crate::negotiation::agreement::model::AgreementKind;
use crate::negotiation::model::NegotiationId;
use crate::negotiation::names;
use crate::negotiation::preparation::store as kept;
use crate::negotiation::store::{self, Head};
use crate::office::model::{Filled, PaperLine};
use crate::office::text;

/// 职工意见征集表, made from a negotiation. It is printed blank and bears no number.
pub const OPINION_SHEET: &str = "negotiation.opinionSheet";
/// 协商议题清单, made from a negotiation.
pub const TOPIC_LIST: &str = "negotiation.topicList";

/// What is often talked about; only a help to think of. That of pay stands first.
static MATTERS: [&str; 8] = [
    "工资水平和增长幅度",
    "奖金、津贴和补贴",
    "计件单价和劳动定额",
    "最低工资标准",
    "加班和工作时间",
    "劳动安全卫生",
    "女职工保护",
    "福利和疗休养",
];
/// So many of them are of pay.
const OF_PAY: usize = 4;

#[derive(Serialize)]
struct OpinionSheet {
    enterprise: Named,
    union: Named,
    year: i32,
    talks: String,
    matters: &'static [&'static str],
    receiver: Option<String>,
}

#[derive(Serialize)]
struct Survey {
    from: NaiveDate,
    to: NaiveDate,
    how: Option<String>,
    handed_out: u32,
    returned: u32,
}

#[derive(Serialize)]
struct Entry {
    title: String,
    people: u32,
    gist: Option<String>,
    taken: bool,
}

#[derive(Serialize)]
struct TopicList {
    enterprise: Named,
    union: Named,
    year: i32,
    talks: String,
    survey: Survey,
    entries: Vec<Entry>,
    date: NaiveDate,
}

/// What of them the negotiation can print now: the sheet until its opinions are in, the list from then on.
pub(super) fn list(connection: &Connection, head: &Head) -> Result<Option<PaperLine>, Problem> {
    let line = |kind: &str, title: &str, dated| PaperLine {
        kind: kind.to_owned(),
        of: head.id.to_string(),
        title: title.to_owned(),
        affair: head.title.clone(),
        dated,
        missing: Vec::new(),
        issued: Vec::new(),
        made_by: None,
    };
    if let Some((_, opinions)) = kept::opinions(connection, head.id)? {
        return Ok(Some(line(TOPIC_LIST, "协商议题清单", Some(opinions.to_on))));
    }
    let open = store::offer(connection, head.id)?.is_none() && head.late_entry.is_none();
    Ok(open.then(|| line(OPINION_SHEET, "职工意见征集表", None)))
}

/// Fills one of them; none for a kind that is not theirs.
///
/// Errors: `not_found`.
pub(super) fn fill(connection: &Connection, kind: &str, of: &str) -> Option<Result<Filled, Problem>> {
    let id = || of.parse::<NegotiationId>().map_err(|_| Problem::missing("份文件"));
    Some(match kind {
        OPINION_SHEET => id().and_then(|id| sheet(connection, id)),
        TOPIC_LIST => id().and_then(|id| topics(connection, id)),
        _ => return None,
    })
}

/// What is often talked about in talks over these kinds of contracts: pay is no matter of a special contract on something else.
fn matters(kinds: &[AgreementKind]) -> &'static [&'static str] {
    let of_pay = kinds.iter().any(|kind| matches!(kind, AgreementKind::Wage | AgreementKind::Collective));
    if of_pay { &MATTERS } else { &MATTERS[OF_PAY..] }
}

fn sheet(connection: &Connection, id: NegotiationId) -> Result<Filled, Problem> {
    let head = store::head(connection, id)?;
    let union = names::of_affair(connection, id)?;
    let context = OpinionSheet {
        enterprise: Named { name: union.employer },
        union: Named { name: union.name },
        year: head.year,
        talks: head.talks().to_owned(),
        matters: matters(&agreement::kinds(connection, id)?),
        receiver: None,
    };
    let title = format!("{}年度{}职工意见征集表", head.year, head.talks());
    Filled::new("negotiation/opinion-sheet", id.to_string(), title, Vec::new(), &context)
}

fn topics(connection: &Connection, id: NegotiationId) -> Result<Filled, Problem> {
    let head = store::head(connection, id)?;
    let union = names::of_affair(connection, id)?;
    let (_, mut opinions) = kept::opinions(connection, id)?.ok_or_else(|| Problem::missing("次意见征集"))?;
    opinions.topics.sort_by_key(|topic| std::cmp::Reverse(topic.people));
    let context = TopicList {
        enterprise: Named { name: union.employer },
        union: Named { name: union.name },
        year: head.year,
        talks: head.talks().to_owned(),
        survey: Survey {
            from: opinions.from_on,
            to: opinions.to_on,
            how: text(&opinions.how).map(str::to_owned),
            handed_out: opinions.handed_out,
            returned: opinions.returned,
        },
        entries: opinions
            .topics
            .into_iter()
            .map(|topic| Entry {
                gist: filled_in(&topic.gist),
                title: topic.title,
                people: topic.people,
                taken: topic.topic.is_some(),
            })
            .collect(),
        date: opinions.to_on,
    };
    let title = format!("{}年度{}议题清单", head.year, head.talks());
    Filled::new("negotiation/topic-list", id.to_string(), title, Vec::new(), &context)
}
