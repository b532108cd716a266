//! The table of pay levels under a wage contract that is signed: it was signed with the contract, and changes as other signed records
//! do. What lay with the contract and was not entered is entered late with its reason, what was typed wrong is corrected with its
//! reason, what both sides changed goes by their signed amendment. What was done stands among what happened to the affair.

use law::LawBook;
use ledger::Tx;
use rusqlite::{Connection, params};

use super::TABLE;
use super::model::{SaveSkillPay, SkillPayAmendment, SkillPayForm, SkillPayLevel, SkillPaySigned};
use super::store;
use crate::Problem;
use crate::negotiation::agreement::affair::course_of;
use crate::negotiation::agreement::amendments::model::AmendmentAct;
use crate::negotiation::agreement::amendments::store as amended;
use crate::negotiation::agreement::model::AgreementKind;
use crate::negotiation::agreement::store as agreements;
use crate::negotiation::model::{Event, EventFacts, EventId, EventKind, NegotiationId};
use crate::negotiation::store as talks;
use crate::office::{short, text};

/// The longest reason.
const REASON: usize = 200;

/// The signed wage contract of a round of talks, with the signed amendments by which its table may change; none while it is not
/// signed.
pub(super) fn of(
    connection: &Connection,
    book: &LawBook,
    negotiation: NegotiationId,
) -> Result<Option<SkillPaySigned>, Problem> {
    let heads = agreements::heads(connection, negotiation)?;
    let Some(wage) = heads.into_iter().find(|head| head.kind == AgreementKind::Wage) else { return Ok(None) };
    if !course_of(connection, book, wage.id)?.is_signed() {
        return Ok(None);
    }
    let mut amendments = Vec::new();
    for head in agreements::amendments(connection, negotiation)? {
        let act = amended::said(connection, head.id)?.map(|said| said.act);
        let changes = matches!(act, Some(AmendmentAct::Change | AmendmentAct::Renew));
        if head.amends == Some(wage.id) && changes && course_of(connection, book, head.id)?.is_signed() {
            amendments.push(SkillPayAmendment { id: head.id, title: head.title });
        }
    }
    Ok(Some(SkillPaySigned { title: wage.title, amendments }))
}

fn same_level(a: &SkillPayLevel, b: &SkillPayLevel) -> bool {
    let words = |one: &SkillPayLevel| (one.trade.trim().to_owned(), text(&one.note).map(str::to_owned));
    words(a) == words(b)
        && (a.grade, a.from, a.to, a.allowance, a.people) == (b.grade, b.from, b.to, b.allowance, b.people)
}

fn same_form(a: &SkillPayForm, b: &SkillPayForm) -> bool {
    let words = |one: &SkillPayForm| (one.who.trim().to_owned(), one.terms.trim().to_owned());
    words(a) == words(b) && (a.kind, a.people, a.since) == (b.kind, b.people, b.since)
}

/// What saving does to a table that stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Does {
    Nothing,
    /// All that stands goes on as it is, and more comes to it.
    Adds,
    Changes,
}

fn does(connection: &Connection, input: &SaveSkillPay) -> Result<Does, Problem> {
    let levels = store::levels(connection, input.negotiation)?;
    let forms = store::forms(connection, input.negotiation)?;
    let kept = levels.iter().all(|one| input.levels.iter().any(|sent| same_level(one, sent)))
        && forms.iter().all(|one| input.forms.iter().any(|sent| same_form(one, sent)));
    let as_many = levels.len() == input.levels.len() && forms.len() == input.forms.len();
    Ok(match (kept, as_many) {
        (true, true) => Does::Nothing,
        (true, false) => Does::Adds,
        (false, _) => Does::Changes,
    })
}

/// Whether the running step notes how a table under a signed contract is changed, or takes such a note back or brings it back with the
/// change.
pub(in crate::negotiation) fn is_noted(tx: &Tx, negotiation: NegotiationId) -> Result<bool, Problem> {
    // A note that was undone stands in no table any more; what it said stands in the journal.
    let sql = "SELECT 1 FROM change c LEFT JOIN negotiation_event e ON e.id = c.row_id
         WHERE c.place >= ?1 << 32 AND c.tbl = 'negotiation_event'
           AND (e.id IS NULL OR (e.negotiation_id = ?2 AND e.kind = ?3))
           AND instr(coalesce(e.text, json_extract(c.before, '$.text')), ?4) > 0";
    let (noted, table) = (EventKind::Noted.code(), format!("《{TABLE}》"));
    Ok(tx.prepare_cached(sql)?.exists(params![tx.seq(), negotiation, noted, table])?)
}

/// What is to be noted of saving a table under a signed contract: words, and the reason of a late entry; none where nothing changes
/// or nothing is signed.
///
/// Errors: `refused` at the reason that lacks; `bad_input` at a reason that is too long or an amendment that is none of its own.
fn noted(tx: &Tx, book: &LawBook, input: &SaveSkillPay) -> Result<Option<(String, Option<String>)>, Problem> {
    for (field, reason) in [("lateEntry", &input.late_entry), ("correction", &input.correction)] {
        short(field, reason.as_deref().unwrap_or_default(), REASON)?;
    }
    let Some(signed) = of(tx, book, input.negotiation)? else { return Ok(None) };
    let does = does(tx, input)?;
    if does == Does::Nothing {
        return Ok(None);
    }
    if let Some(id) = input.amendment {
        let Some(by) = signed.amendments.iter().find(|one| one.id == id) else {
            let message = "请选这份工资合同的变更协议，双方签字登记以后才能按它改表。";
            return Err(Problem::input("amendment", message));
        };
        return Ok(Some((format!("按《{}》变更《{TABLE}》", by.title), None)));
    }
    if let Some(reason) = text(&input.correction) {
        return Ok(Some((format!("更正《{TABLE}》：{reason}"), None)));
    }
    if let (Does::Adds, Some(reason)) = (does, text(&input.late_entry)) {
        return Ok(Some((format!("补录《{TABLE}》"), Some(reason.to_owned()))));
    }
    let changing = "双方签字以后另行谈定的，先在合同下登记变更，变更协议双方签字以后选这份协议来改表。";
    let (field, message) = match does {
        Does::Adds => (
            "lateEntry",
            format!(
                "{}已经签字，签字时就附在合同后面、现在才登记的，请写明补录的理由；{changing}",
                signed.title
            ),
        ),
        Does::Nothing | Does::Changes => {
            ("correction", format!("{}已经签字，表里登记错了的，请写明更正的理由；{changing}", signed.title))
        }
    };
    Err(Problem::new("refused", message).at(field))
}

/// Notes among what happened to the affair how a table under a signed contract is changed. It is called before the table is written.
///
/// Errors: as [`noted`].
pub(super) fn note(tx: &Tx, book: &LawBook, input: &SaveSkillPay) -> Result<(), Problem> {
    let Some((words, late_entry)) = noted(tx, book, input)? else { return Ok(()) };
    let event = Event {
        id: tx.new_id::<EventId>(),
        agreement: None,
        kind: EventKind::Noted,
        happened_on: tx.today(),
        text: words,
        facts: EventFacts::default(),
        late_entry,
    };
    talks::insert_event(tx, input.negotiation, &event)
}
