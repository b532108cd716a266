//! On what an act of the union's committee stands: one of its signed decisions, or, as a late entry, a paper of that day with
//! why it is entered late. Joining and expulsion need one.

use chrono::NaiveDate;
use law::{LawBook, RuleRef};
use ledger::Tx;

use crate::Problem;
use crate::office::committee;
use crate::office::committee::decisions;
use crate::office::committee::model::{CommitteeBody, CommitteeTopicId};
use crate::typed::{short, text};

/// What a form says that an act stands on.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Ground<'a> {
    /// A decision.
    pub decision: Option<CommitteeTopicId>,
    /// The day of a paper.
    pub approved_on: Option<NaiveDate>,
    /// Why it is entered late, and which paper it is.
    pub late_entry: &'a Option<String>,
}

/// The act in words: what it needs, and what it is called.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Needs<'a> {
    /// 入会要由工会委员会审核批准.
    pub sentence: &'a str,
    /// The rule that asks for it.
    pub rule: Option<&'a RuleRef>,
}

/// The day on which the act was decided, and the reason of a late entry.
///
/// Errors: `refused` with the rule when it stands on nothing, or on what is no signed decision of the committee itself;
/// `bad_input` at its field.
pub(crate) fn stands_on<'a>(
    tx: &Tx,
    book: &LawBook,
    ground: Ground<'a>,
    needs: Needs<'_>,
) -> Result<(NaiveDate, Option<&'a str>), Problem> {
    short("lateEntry", ground.late_entry.as_deref().unwrap_or_default(), 200)?;
    match (ground.decision, text(ground.late_entry)) {
        (Some(decision), None) => Ok((held_on(tx, book, decision, needs)?, None)),
        (Some(_), Some(_)) => {
            Err(Problem::input("lateEntry", "选了委员会的决定，就不用写补录的原因；两样只要一样。"))
        }
        (None, Some(why)) => match ground.approved_on {
            None => Err(Problem::input("approvedOn", "补录的，请写明委员会决定的日期。")),
            Some(day) if day > tx.today() => {
                Err(Problem::input("approvedOn", "委员会决定的日期还没有到，请核对。"))
            }
            Some(day) => Ok((day, Some(why))),
        },
        (None, None) => Err(refused(
            needs,
            "请选委员会的决定；会议记录在纸上、账本里没有的，请写明补录的原因和决定的日期",
        )),
    }
}

fn refused(needs: Needs<'_>, way: &str) -> Problem {
    let message = format!("{}：{way}。", needs.sentence);
    let problem = match needs.rule {
        Some(rule) => Problem::refused(rule, message),
        None => Problem::new("refused", message),
    };
    problem.at("decision")
}

/// The day of a decision, which must be the committee's own.
fn held_on(
    tx: &Tx,
    book: &LawBook,
    decision: CommitteeTopicId,
    needs: Needs<'_>,
) -> Result<NaiveDate, Problem> {
    let Some(line) = decisions::citable(tx)?.into_iter().find(|one| one.id == decision) else {
        let message = "选的不是已签字的决定。会议记录签字定稿、表决通过以后，它的决定才能作依据。";
        return Err(Problem::new("refused", message).at("decision"));
    };
    let body = committee::get(tx, book, line.meeting)?.record.body;
    if !matches!(body, CommitteeBody::Committee | CommitteeBody::Standing) {
        return Err(refused(needs, &format!("不能用{}的决定", body.label())));
    }
    Ok(line.held_on)
}
