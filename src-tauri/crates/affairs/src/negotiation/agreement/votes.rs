//! The vote of the congress on an agreement: the lines of the place, whether it passed, and what cannot be recorded. Two lines
//! are easily mixed up, 半数以上 and 过半数; both are told, and the higher one that the law of the place asks for decides.

use law::{LawBook, Place};

use super::amendments::model::AmendmentAct;
use super::course::LATE;
use super::model::{AgreementBallot, AgreementVote, SaveAgreementVote};
use crate::Problem;
use crate::congress::model::{
    CongressBallot, CongressForm, CongressLines, CongressSessionInput, CongressVoteId,
};
use crate::congress::papers::{body, passed};
use crate::congress::rules::{LineSubjects, lines};
use crate::office::text;

/// The lines a session is held against that votes on an agreement, or on what amends one. What binds the congress in all it votes
/// on binds here too; a general meeting knows only what is said of agreements. A rescission may have a line of its own.
pub fn lines_of(
    book: &LawBook,
    place: &Place,
    session: &CongressSessionInput,
    amends: Option<AmendmentAct>,
) -> CongressLines {
    const ATTENDANCE: [&str; 2] = ["negotiation.congress.attendance", "congress.attendance"];
    const APPROVAL: [&str; 2] = ["negotiation.congress.approval", "congress.approval"];
    let many = if session.form == CongressForm::Congress { 2 } else { 1 };
    let mut approval = APPROVAL[..many].to_vec();
    if amends == Some(AmendmentAct::Rescind) {
        approval.push("negotiation.rescission.approval");
    }
    let subjects = LineSubjects { attendance: &ATTENDANCE[..many], approval: &approval };
    lines(book, place, session.held_on, session.due, &subjects)
}

/// A vote held against its lines.
pub fn judge(
    book: &LawBook,
    place: &Place,
    session: &CongressSessionInput,
    (id, ballot): (CongressVoteId, AgreementBallot),
    amends: Option<AmendmentAct>,
) -> AgreementVote {
    let lines = lines_of(book, place, session, amends);
    let attended = session.present >= lines.attendance;
    let passed = passed(session, &lines, ballot.votes_for);
    let verdict = verdict(session, &lines, ballot.votes_for);
    AgreementVote { id, session: session.clone(), ballot, lines, attended, passed, verdict }
}

fn verdict(session: &CongressSessionInput, lines: &CongressLines, votes_for: u32) -> String {
    if session.present < lines.attendance {
        return format!(
            "实到{}人，没有达到规定的{}人，表决无效，要重新开会表决。",
            session.present, lines.attendance
        );
    }
    let (half, over) = (lines.half, lines.over_half);
    let between = votes_for >= half && votes_for < over;
    match (votes_for >= lines.needed, between) {
        (true, false) => format!("赞成{votes_for}票，达到规定的{}票，表决通过。", lines.needed),
        (true, true) => format!(
            "赞成{votes_for}票，达到规定的{}票（半数以上），表决通过；没有达到过半数的{over}票，报送前请核对受理部门的掌握。",
            lines.needed
        ),
        (false, true) => {
            // Where one article lets it pass and another does not, that the higher decides is the program's own caution.
            let caution = if votes_for >= lines.lowest {
                "几条规定的线不一样，程序从严按最高的一条判断；受理部门按半数以上掌握的，请问清楚再办。"
            } else {
                ""
            };
            format!(
                "赞成{votes_for}票，够半数以上（{half}票），不够过半数（{over}票）；这里要求{}票，表决没有通过。{caution}",
                lines.needed
            )
        }
        (false, false) => format!("赞成{votes_for}票，没有达到规定的{}票，表决没有通过。", lines.needed),
    }
}

/// Refuses a vote whose counts cannot be, or that the law lets nobody take.
///
/// Errors: `bad_input` at its field; `refused` with the rule.
pub fn check(book: &LawBook, place: &Place, input: &SaveAgreementVote) -> Result<(), Problem> {
    let session = &input.session;
    if input.votes.is_empty() {
        return Err(Problem::input("votes", "请至少登记一份合同的票数。"));
    }
    let cast = session.returned.or(session.given).unwrap_or(session.present);
    for (at, vote) in input.votes.iter().enumerate() {
        if input.votes[..at].iter().any(|other| other.agreement == vote.agreement) {
            return Err(Problem::input(&format!("votes.{at}"), "同一份合同的票数写了两遍，请删去一行。"));
        }
        let sum = vote.votes_for.saturating_add(vote.votes_against).saturating_add(vote.abstained);
        if sum > cast {
            let message =
                format!("赞成、反对、弃权合计{sum}票，多于收回的{cast}票，请核对；每份合同的票分别计。");
            return Err(Problem::input(&format!("votes.{at}.votesFor"), message));
        }
    }
    if session.name.contains("会员") {
        let rule = book.applies("negotiation.congress.required", place, session.held_on);
        let message = "合同草案要提交职工代表大会或者全体职工讨论：会员（代表）大会只有会员参加，它的表决不算，报送时会被退回。";
        let rule = rule.map(|ruling| ruling.winner.reference());
        return Err(refused(rule.as_ref(), message.to_owned()).at("session.name"));
    }
    if text(&session.late_entry).is_some() {
        return Ok(());
    }
    // Who must be there is the same whatever is voted on.
    let lines = lines_of(book, place, session, None);
    if session.present < lines.attendance {
        let who = body(session.form);
        let message = format!(
            "应到{who}{}人，实到{}人，不到规定的{}人，会议不能表决，请改日再开；{LATE}",
            session.due, session.present, lines.attendance
        );
        return Err(refused(lines.rules.first(), message).at("session.present"));
    }
    if session.way == CongressBallot::Open
        && let Some(ruling) = book.applies("congress.ballot", place, session.held_on)
    {
        let message = format!("集体合同草案应当无记名投票表决，请改用表决票；{LATE}");
        return Err(refused(Some(&ruling.winner.reference()), message).at("session.way"));
    }
    Ok(())
}

fn refused(rule: Option<&law::RuleRef>, message: String) -> Problem {
    match rule {
        Some(rule) => Problem::refused(rule, message),
        None => Problem::new("refused", message),
    }
}
