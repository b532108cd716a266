//! What would meet when two records become one: each clash is settled by its rule and told, or refused with what to do. Read
//! before anything is written, by the page and by the merge alike.

use rusqlite::{Connection, params};

use super::course;
use super::model::MergeField;
use crate::Problem;
use crate::fields::is_of_health;
use crate::members::days::words;
use crate::members::joining::number_text;
use crate::members::membership::store as events;
use crate::members::model::PersonId;

/// What merging two records does beside moving what hangs on them.
#[derive(Debug, Default)]
pub struct Plan {
    /// How each clash is settled, for people.
    pub notes: Vec<String>,
    /// The same of what is told to readers of health alone.
    pub notes_of_health: Vec<String>,
    /// Why they cannot be merged as they are.
    pub refused: Vec<String>,
    /// The same of what is told to readers of single wages alone.
    pub refused_of_wages: Vec<String>,
    /// Rows that go out of sight: table and id.
    pub hidden: Vec<(&'static str, String)>,
    /// What pointed at a row that goes out of sight points at another: table, column, from, to.
    pub pointed: Vec<(&'static str, &'static str, String, String)>,
    /// Whether the number of the one that goes is nobody's from now on.
    pub number_ends: bool,
}

/// What cannot be of one person: the sentence, and a query of what is named in it, over both ids. Each is evidence that there
/// are two people, or a mistake that has to be mended where it stands.
const REFUSED: [(&str, &str); 5] = [
    (
        "{}的出席名单里两个人都有。真是一个人的，请先更正那次会议的记录，再来合并。",
        "SELECT committee_number(m.body, m.year, m.serial) FROM live_committee_attendance a
         JOIN live_committee_attendance b ON b.meeting_id = a.meeting_id AND b.person_id = ?2
         JOIN live_committee_meeting m ON m.id = a.meeting_id WHERE a.person_id = ?1 GROUP BY m.id",
    ),
    (
        "{}里两个人同时各有一个席位。真是一个人的，请先在“机构”里去掉一个席位，再来合并。",
        "SELECT union_term_name(t.body, t.session) FROM live_union_seat a
         JOIN live_union_seat b ON b.term_id = a.term_id AND b.person_id = ?2
           AND coalesce(a.from_on, '') <= coalesce(b.to_on, '~') AND coalesce(b.from_on, '') <= coalesce(a.to_on, '~')
         JOIN live_union_term t ON t.id = a.term_id WHERE a.person_id = ?1 GROUP BY t.id",
    ),
    (
        "{}里两个人都是协商代表。真是一个人的，请先在这次协商里去掉一个代表，再来合并。",
        "SELECT n.title FROM live_negotiation_representative a
         JOIN live_negotiation_representative b ON b.negotiation_id = a.negotiation_id AND b.person_id = ?2
         JOIN live_negotiation n ON n.id = a.negotiation_id WHERE a.person_id = ?1 GROUP BY n.id",
    ),
    (
        "劳动争议调解委员会里两个人都有席位（{}）。真是一个人的，请先在“调解”里移除一个，再来合并。",
        "SELECT a.name || '、' || b.name FROM live_mediator a JOIN live_mediator b ON b.person_id = ?2
           AND a.from_on <= coalesce(b.until_on, '~') AND b.from_on <= coalesce(a.until_on, '~')
         WHERE a.person_id = ?1 LIMIT 1",
    ),
    (
        "{}的调查是这两个人一起做的，法规要求两名监督员。真是一个人的，请先更正那次调查的登记，再来合并。",
        "SELECT paper_number('supervision', c.year, c.serial) FROM live_supervision_event e
         JOIN live_supervision_case c ON c.id = e.case_id
         JOIN supervision_inspector a ON a.id IN (e.inspector_one_id, e.inspector_two_id) AND a.person_id = ?1
         JOIN supervision_inspector b ON b.id IN (e.inspector_one_id, e.inspector_two_id) AND b.person_id = ?2
         GROUP BY e.id",
    ),
];

/// The same of payrolls, in which somebody stands for readers of single wages alone. Two rows of one payroll are two people's; one row
/// more of one person is said at the payroll.
const PAID: (&str, &str) = (
    "{}的工资表里两个人各有一行：领两份工资的是两个人。真是一个人的，请先由有查看个人工资权限的人在“工资数据”里把其中一行对应到留下的这个人，再来合并。",
    "SELECT substr(s.period, 1, 4) || '年' || CASE WHEN length(s.period) > 4
       THEN ltrim(substr(s.period, 6), '0') || '月' ELSE '' END FROM live_pay_sheet s
     WHERE EXISTS (SELECT 1 FROM live_pay_line a WHERE a.sheet_id = s.id AND a.person_id = ?1)
       AND EXISTS (SELECT 1 FROM live_pay_line b WHERE b.sheet_id = s.id AND b.person_id = ?2)
     ORDER BY s.period",
);

/// Rows of which one person has one: the table, the columns that make them the same, which rows count, and what is told. The
/// row of the record that stays stands.
const ONE: [(&str, &str, &str, &str); 11] = [
    ("person_tag", "kind", "1", "两边都登记了同一种人员标记，留下保留的那一份，附件合在一起。"),
    ("dues_base", "from_month", "1", "两边都登记了同一个月起的会费工资基数，留下保留的那一份。"),
    (
        "application",
        "'waiting'",
        "{}.admission_id IS NULL AND {}.refused_on IS NULL",
        "两边都有在办的入会申请，留下保留的那一份。",
    ),
    ("platform_work", "firm_id", "{}.until_on IS NULL", "两边都登记了在同一家企业从业，合成一条。"),
    ("decision_use", "act || topic_id", "{}.act = 'expulsion'", "两边的开除会籍依据同一个决定，合成一条。"),
    ("recuperation_place", "batch_id", "1", "两边都在同一批疗休养里，留下保留的那一份。"),
    ("leave_bar", "year || kind", "1", "两边都登记了同一年不享受年休假的情形，留下保留的那一份。"),
    ("leave_pay", "year", "1", "两边都登记了同一年的未休年休假报酬，留下保留的那一份。"),
    ("leave_year", "year", "1", "两边都登记了同一年的年休假事项，留下保留的那一份，附件合在一起。"),
    (
        "hardship_file",
        "'open'",
        "{}.closed_on IS NULL",
        "两边都有没有结束的困难职工档案，留下保留的那一份，附件和帮扶合在一起。",
    ),
    ("expulsion", "judgement", "1", "两边都登记了同一份判决的开除会籍，合成一条。"),
];

/// Reads what would meet. `take`: the fields taken from the one that goes.
///
/// Errors: those of reading; what cannot be merged is told in the plan.
pub fn read(
    connection: &Connection,
    (kept, gone): (PersonId, PersonId),
    take: &[MergeField],
) -> Result<Plan, Problem> {
    let mut plan = Plan::default();
    for (sentence, sql) in REFUSED {
        for what in texts(connection, sql, kept, gone)? {
            plan.refused.push(sentence.replace("{}", &what));
        }
    }
    for month in texts(connection, PAID.1, kept, gone)? {
        plan.refused_of_wages.push(PAID.0.replace("{}", &month));
    }
    for (table, same, which, note) in ONE {
        one_of_a_kind(connection, &mut plan, (kept, gone), (table, same, which, note))?;
    }
    memberships(connection, &mut plan, (kept, gone), take.contains(&MergeField::MemberSince))?;
    present_job(connection, &mut plan, (kept, gone))?;
    groups(connection, &mut plan, (kept, gone), take.contains(&MergeField::Group))?;
    numbers(connection, &mut plan, (kept, gone))?;
    apart(connection, &mut plan, (kept, gone))?;
    let paid = "SELECT a.month FROM dues_payment a JOIN dues_payment b ON b.month = a.month AND b.person_id = ?2
      WHERE a.person_id = ?1 GROUP BY a.month
      HAVING (SELECT sum(amount) FROM dues_payment WHERE person_id = ?1 AND month = a.month) > 0
        AND (SELECT sum(amount) FROM dues_payment WHERE person_id = ?2 AND month = a.month) > 0 ORDER BY a.month";
    let months: Vec<String> = texts(connection, paid, kept, gone)?.iter().map(|month| words(month)).collect();
    if !months.is_empty() {
        plan.notes.push(format!(
            "{}两边都收过会费：钱是收了的，两笔都留在账上；多收的，合并以后请在“会费”里冲销一笔退还。",
            months.join("、")
        ));
    }
    Ok(plan)
}

fn texts(connection: &Connection, sql: &str, kept: PersonId, gone: PersonId) -> Result<Vec<String>, Problem> {
    let mut statement = connection.prepare_cached(sql)?;
    Ok(statement.query_map([kept, gone], |row| row.get(0))?.collect::<Result<_, _>>()?)
}

fn one_of_a_kind(
    connection: &Connection,
    plan: &mut Plan,
    (kept, gone): (PersonId, PersonId),
    (table, same, which, note): (&'static str, &str, &str, &str),
) -> Result<(), Problem> {
    let whose = if table == "decision_use" { "of_id" } else { "person_id" };
    let of = |alias: &str| {
        same.split(" || ")
            .map(|part| if part.starts_with('\'') { part.to_owned() } else { format!("{alias}.{part}") })
            .collect::<Vec<_>>()
            .join(" || ")
    };
    let sql = format!(
        "SELECT a.id, min(b.id) FROM {table} a JOIN {table} b ON b.{whose} = ?1 AND {} = {}
           AND b.removed_at IS NULL AND {}
         WHERE a.{whose} = ?2 AND a.removed_at IS NULL AND {} GROUP BY a.id",
        of("a"),
        of("b"),
        which.replace("{}", "b"),
        which.replace("{}", "a"),
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let met: Vec<(String, String)> =
        statement.query_map([kept, gone], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?;
    if !met.is_empty() {
        let notes = if is_of_health(table) { &mut plan.notes_of_health } else { &mut plan.notes };
        notes.push(note.to_owned());
    }
    for (goes, stands) in met {
        if table == "platform_work" {
            plan.pointed.push(("platform_referral", "work_id", goes.clone(), stands.clone()));
            plan.pointed.push(("injury_help", "work_id", goes.clone(), stands.clone()));
        }
        if ["leave_year", "hardship_file", "person_tag"].contains(&table) {
            plan.pointed.push(("attachment", "of_id", goes.clone(), stands));
        }
        plan.hidden.push((table, goes));
    }
    Ok(())
}

fn memberships(
    connection: &Connection,
    plan: &mut Plan,
    (kept, gone): (PersonId, PersonId),
    take: bool,
) -> Result<(), Problem> {
    match course::join(&events::events(connection, kept)?, &events::events(connection, gone)?, take) {
        Ok(joined) => {
            plan.notes.extend(joined.notes);
            for (goes, stands) in joined.same {
                plan.pointed.push(("application", "event_id", goes.to_string(), stands.to_string()));
                plan.pointed.push(("expulsion", "event_id", goes.to_string(), stands.to_string()));
                plan.hidden.push(("membership_event", goes.to_string()));
            }
        }
        Err(why) => plan.refused.push(why.message),
    }
    Ok(())
}

/// One person has one present employment; what is chosen of the other's is written into it.
fn present_job(
    connection: &Connection,
    plan: &mut Plan,
    (kept, gone): (PersonId, PersonId),
) -> Result<(), Problem> {
    if present(connection, kept)?.is_empty() {
        return Ok(());
    }
    let going = present(connection, gone)?;
    if !going.is_empty() {
        plan.notes.push("两边都有现在的用工，合成一条，各项按您选的写；以前的用工都保留。".to_owned());
    }
    plan.hidden.extend(going.into_iter().map(|id| ("employment", id)));
    Ok(())
}

/// The present employments of a person, the first first.
pub(super) fn present(connection: &Connection, person: PersonId) -> Result<Vec<String>, Problem> {
    let mut statement = connection.prepare_cached(
        "SELECT id FROM live_employment WHERE person_id = ?1 AND left_on IS NULL ORDER BY id",
    )?;
    Ok(statement.query_map([person], |row| row.get(0))?.collect::<Result<_, _>>()?)
}

fn groups(
    connection: &Connection,
    plan: &mut Plan,
    (kept, gone): (PersonId, PersonId),
    take: bool,
) -> Result<(), Problem> {
    let mut statement = connection.prepare_cached(
        "SELECT m.id, g.name FROM live_union_group_person m JOIN union_group g ON g.id = m.group_id WHERE m.person_id = ?1",
    )?;
    let mut of = |person| -> Result<Vec<(String, String)>, Problem> {
        Ok(statement.query_map([person], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?)
    };
    let (own, other) = (of(kept)?, of(gone)?);
    if let (Some(own), Some(other)) = (own.into_iter().next(), other.into_iter().next()) {
        let (stands, goes) = if take { (other, own) } else { (own, other) };
        plan.notes.push(format!("一个人只在一个小组：留在“{}”。", stands.1));
        plan.hidden.push(("union_group_person", goes.0));
    }
    Ok(())
}

fn numbers(
    connection: &Connection,
    plan: &mut Plan,
    (kept, gone): (PersonId, PersonId),
) -> Result<(), Problem> {
    let mut statement = connection.prepare_cached(
        "SELECT number FROM member_number WHERE person_id IN (?1, ?2) ORDER BY person_id = ?2",
    )?;
    let both: Vec<u32> = statement.query_map([kept, gone], |row| row.get(0))?.collect::<Result<_, _>>()?;
    if let [stands, ends] = both.as_slice() {
        plan.number_ends = true;
        plan.notes.push(format!(
            "两个人都编过会员号：留下{}，{}作废，不再给别人；发过的那张会员证请收回。",
            number_text(*stands),
            number_text(*ends)
        ));
    }
    Ok(())
}

/// Of the one that goes no pair is left; that these two were two people is said against.
fn apart(
    connection: &Connection,
    plan: &mut Plan,
    (kept, gone): (PersonId, PersonId),
) -> Result<(), Problem> {
    let mut statement = connection.prepare_cached(
        "SELECT id, reason, ?1 IN (one_id, other_id) FROM live_person_apart WHERE ?2 IN (one_id, other_id)",
    )?;
    let rows = statement.query_map(params![kept, gone], |row| {
        Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?, row.get::<_, bool>(2)?))
    })?;
    for row in rows {
        let (id, reason, these) = row?;
        if these {
            plan.notes.push(format!("以前确认过这是两个人（{reason}）；合并以后这条不再算数。"));
        }
        plan.hidden.push(("person_apart", id));
    }
    Ok(())
}
