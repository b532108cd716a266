//! The topics of a round beside what is said of them: to which of its agreements each belongs (议题归哪一份合同), and which the talks
//! go on without. A paper, a proposal and a finding of an agreement speak of its own topics only. What a meeting made of a topic is
//! the meeting's.

use ledger::Tx;
use rusqlite::Connection;

use super::agreement::model::AgreementKind;
use super::agreement::store as agreements;
use super::model::{NegotiationId, SaveTopic, TopicAside, TopicId, TopicInput, TopicResult};
use super::store::{self, TopicRow};
use crate::Problem;
use crate::office::{short, text};

/// By these a topic is one of the women's contract, whatever else it speaks of.
const WOMEN: [&str; 12] =
    ["女职工", "女工", "妇科", "妇女", "两癌", "孕", "产假", "哺乳", "经期", "生育", "更年期", "性骚扰"];
/// By these it is one of wages.
const PAY: [&str; 18] = [
    "工资",
    "薪",
    "奖金",
    "津贴",
    "补贴",
    "加班",
    "计件",
    "劳动报酬",
    "单价",
    "定额",
    "增资",
    "增幅",
    "增长幅度",
    "调整幅度",
    "绩效",
    "奖励",
    "提成",
    "分红",
];
/// By these it is one of safety and health.
const SAFETY: [&str; 24] = [
    "安全",
    "劳动保护",
    "劳保",
    "防护",
    "职业病",
    "职业健康",
    "职业危害",
    "体检",
    "通风",
    "除尘",
    "粉尘",
    "噪声",
    "毒",
    "高温",
    "防暑",
    "降温",
    "低温",
    "防寒",
    "隐患",
    "消防",
    "工伤",
    "事故",
    "危险",
    "卫生",
];

/// A topic with where it belongs.
#[derive(Debug, Clone)]
pub struct TopicPlace {
    /// Which.
    pub topic: TopicId,
    /// 议题.
    pub title: String,
    /// The kinds of the agreements of the round that it belongs to.
    pub kinds: Vec<AgreementKind>,
    /// What its row says.
    pub row: TopicRow,
}

/// The agreement of a round to which the words of a topic point; the collective contract, else that on wages, takes what none of
/// the others is about.
pub fn proposed(round: &[AgreementKind], title: &str) -> Vec<AgreementKind> {
    let says = |words: &[&str]| words.iter().any(|word| title.contains(word));
    let meant = if says(&WOMEN) {
        AgreementKind::Women
    } else if says(&PAY) {
        AgreementKind::Wage
    } else if says(&SAFETY) {
        AgreementKind::Safety
    } else {
        AgreementKind::Collective
    };
    let order = [meant, AgreementKind::Collective, AgreementKind::Wage];
    let found = order.into_iter().find(|kind| round.contains(kind));
    found.or(round.first().copied()).into_iter().collect()
}

/// Whether a topic is about how wages rise.
pub(super) fn is_wages(title: &str) -> bool {
    title.contains("增资")
        || (title.contains("增长") && !title.contains("津贴"))
        || title.contains("工资调整")
}

/// Where a topic stands: what was said of it as far as the round still has those agreements, else what its words say.
fn belongs(row: &TopicRow, round: &[AgreementKind]) -> Vec<AgreementKind> {
    let said: Vec<AgreementKind> = row.kinds.iter().copied().filter(|kind| round.contains(kind)).collect();
    if said.is_empty() { proposed(round, &row.title) } else { said }
}

fn round(connection: &Connection, id: NegotiationId) -> Result<Vec<AgreementKind>, Problem> {
    Ok(agreements::heads(connection, id)?.into_iter().map(|head| head.kind).collect())
}

/// The topics of a round in order, each with where it belongs.
pub fn places(connection: &Connection, id: NegotiationId) -> Result<Vec<TopicPlace>, Problem> {
    let round = round(connection, id)?;
    let place = |row: TopicRow| TopicPlace {
        topic: row.id,
        title: row.title.clone(),
        kinds: belongs(&row, &round),
        row,
    };
    Ok(store::topic_rows(connection, id)?.into_iter().map(place).collect())
}

/// The topics that the talks go on without.
pub fn aside(connection: &Connection, id: NegotiationId) -> Result<Vec<TopicId>, Problem> {
    let all = places(connection, id)?;
    Ok(all.into_iter().filter(|one| one.row.aside.is_some()).map(|one| one.topic).collect())
}

/// The topics of one agreement of a round.
pub fn of_kind(
    connection: &Connection,
    id: NegotiationId,
    kind: AgreementKind,
) -> Result<Vec<TopicId>, Problem> {
    let all = places(connection, id)?;
    Ok(all.into_iter().filter(|one| one.kinds.contains(&kind)).map(|one| one.topic).collect())
}

/// Writes the topics of a round that has several agreements with where each belongs: as it is said, else as its words propose; a new
/// title is read anew where only its words had said so.
///
/// Errors: `bad_input` at the topic for an agreement that the round does not have; as [`store::save_topics`].
pub(super) fn enter(tx: &Tx, id: NegotiationId, wanted: &[TopicInput]) -> Result<(), Problem> {
    let round = round(tx, id)?;
    let rows = store::topic_rows(tx, id)?;
    let mut placed = wanted.to_vec();
    for (at, topic) in placed.iter_mut().enumerate() {
        let field = format!("topics.{at}.agreements");
        if let Some(said) = topic.agreements.take().filter(|said| !said.is_empty()) {
            topic.agreements = Some(checked(&round, &said, &field)?);
            continue;
        }
        let standing = topic.id.and_then(|id| rows.iter().find(|row| row.id == id));
        topic.agreements = match standing {
            None if round.len() > 1 => Some(proposed(&round, &topic.title)),
            None => None,
            Some(row) if row.title.trim() == topic.title.trim() => None,
            Some(row) => {
                let by_words = !row.kinds.is_empty() && row.kinds == proposed(&round, &row.title);
                by_words.then(|| proposed(&round, &topic.title))
            }
        };
    }
    store::save_topics(tx, id, &placed)
}

/// Puts the topics that one round left to the next talks into another, and with what they said those of the contracts of these kinds,
/// which may be talked about anew there. An affair that `only_goes_on` with contracts is not the next talks: what was left to these
/// stays so.
pub(super) fn carry(
    tx: &Tx,
    from: NegotiationId,
    to: NegotiationId,
    kinds: &[AgreementKind],
    only_goes_on: bool,
) -> Result<(), Problem> {
    let offered = store::topics(tx, from)?;
    let (mut taken, mut stood) = (Vec::new(), Vec::new());
    for one in places(tx, from)? {
        let of: Vec<AgreementKind> = one.kinds.into_iter().filter(|kind| kinds.contains(kind)).collect();
        let (proposal, agreements) = match one.row.aside {
            Some(TopicAside::Carried) => (String::new(), None),
            None if !of.is_empty() => {
                let said = offered.iter().find(|(topic, ..)| *topic == one.topic);
                (said.map(|(_, _, proposal)| proposal.clone()).unwrap_or_default(), Some(of))
            }
            Some(TopicAside::Withdrawn) | None => continue,
        };
        taken.push(TopicInput { id: None, title: one.title, proposal, agreements });
        stood.push(one.row);
    }
    if taken.is_empty() {
        return Ok(());
    }
    enter(tx, to, &taken)?;
    if only_goes_on {
        for (row, was) in store::topic_rows(tx, to)?.into_iter().zip(stood) {
            store::place_topic(tx, &TopicRow { aside: was.aside, aside_why: was.aside_why, ..row })?;
        }
    }
    Ok(())
}

/// The kinds that were said, each once and in the order of the round.
fn checked(
    round: &[AgreementKind],
    said: &[AgreementKind],
    field: &str,
) -> Result<Vec<AgreementKind>, Problem> {
    if let Some(other) = said.iter().find(|kind| !round.contains(kind)) {
        let message = format!("这次协商没有{}，请先在“集体合同”里增加，再把议题归过去。", other.label());
        return Err(Problem::input(field, message));
    }
    Ok(round.iter().copied().filter(|kind| said.contains(kind)).collect())
}

/// Keeps where a topic belongs and whether the talks go on without it.
///
/// Errors: `bad_input` at its field; `not_found`.
pub fn save(tx: &Tx, input: &SaveTopic) -> Result<(), Problem> {
    let id = store::topic_negotiation(tx, input.topic)?;
    short("asideWhy", input.aside_why.as_deref().unwrap_or_default(), 500)?;
    let rows = store::topic_rows(tx, id)?;
    let mut row =
        rows.into_iter().find(|row| row.id == input.topic).ok_or_else(|| Problem::missing("个议题"))?;
    if let Some(said) = input.agreements.as_deref() {
        row.kinds = checked(&round(tx, id)?, said, "agreements")?;
    }
    let why = text(&input.aside_why);
    if input.aside.is_some() && why.is_none() {
        let message = "请写明双方怎样商定的，例如“第3轮会议上双方同意留到下一年度再谈”。";
        return Err(Problem::input("asideWhy", message));
    }
    if input.aside.is_some() && agreed(tx, id, input.topic)? {
        let message = "这个议题已经谈定，不用登记去向；要改的，请先在会议记录里改。";
        return Err(Problem::input("aside", message));
    }
    row.aside = input.aside;
    row.aside_why = why.filter(|_| input.aside.is_some()).map(str::to_owned);
    store::place_topic(tx, &row)
}

/// Whether the last meeting that spoke of a topic agreed upon it.
fn agreed(connection: &Connection, id: NegotiationId, topic: TopicId) -> Result<bool, Problem> {
    let meetings = store::meetings(connection, id)?;
    let last =
        meetings.iter().rev().find_map(|meeting| meeting.record.topics.iter().find(|one| one.topic == topic));
    Ok(last.is_some_and(|one| one.result == TopicResult::Agreed))
}

#[cfg(test)]
mod tests {
    use super::{is_wages, proposed};
    use crate::negotiation::agreement::model::AgreementKind::{self, Collective, Safety, Wage, Women};

    #[test]
    fn a_topic_belongs_to_the_agreement_that_its_words_speak_of() {
        let all = [Collective, Wage, Women, Safety];
        let cases: [(&[AgreementKind], &str, AgreementKind); 14] = [
            (&all, "年度工资增长幅度", Wage),
            (&all, "职工食堂补贴", Wage),
            (&all, "高温津贴", Wage),
            (&all, "女职工每年妇科检查", Women),
            (&all, "女职工卫生补贴", Women),
            (&all, "焊接车间通风改造", Safety),
            (&all, "防暑降温用品", Safety),
            (&all, "年休假安排", Collective),
            (&[Wage], "女职工每年妇科检查", Wage),
            (&[Wage, Safety], "女职工每年妇科检查", Wage),
            (&[Collective, Wage], "焊接车间通风改造", Collective),
            (&[Wage, Women], "年休假安排", Wage),
            (&[Women, Safety], "年度工资增长幅度", Women),
            (&[Women, Safety], "焊接车间通风改造", Safety),
        ];
        for (round, title, kind) in cases {
            assert_eq!(proposed(round, title), [kind], "{title} among {round:?}");
        }
        assert!(proposed(&[], "年休假安排").is_empty());
    }

    #[test]
    fn the_topic_on_wages_is_known_by_its_words() {
        assert!(["工资增长", "年度增长幅度", "普遍增资", "工资调整办法"].iter().all(|title| is_wages(title)));
        assert!(["高温津贴增长", "最低工资标准", "计件单价"].iter().all(|title| !is_wages(title)));
    }
}
