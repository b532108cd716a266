//! The duties of talks that were refused or not answered: the next remedy, whose move it is, and the article
//! that gives it. Where the law sets no day, none is invented.

use chrono::NaiveDate;
use law::{LawBook, Place as Where};

use super::{clock_duty, place};
use crate::Problem;
use crate::duty::{Band, Duty, Whose, clock};
use crate::negotiation::model::Negotiation;
use crate::negotiation::rules::{Remedy, Stuck};

/// The next remedy as a duty.
pub(super) fn remedy_duty(
    whole: &Negotiation,
    stuck: &Stuck,
    book: &LawBook,
    at: &Where,
    today: NaiveDate,
) -> Result<Duty, Problem> {
    let cause = if stuck.refused { "对方拒绝协商" } else { "对方逾期未答复" };
    let title = |what: &str| format!("{cause}，{what}（{}）", whole.title);
    match stuck.next {
        Remedy::Report => {
            let what = if stuck.refused { "报告上级工会" } else { "催告并报告上级工会" };
            let duty = undated(whole, stuck, book, at, ("negotiation.refusal.help", Whose::Union));
            Ok(Duty { title: title(what), button: "登记报告".to_owned(), ..duty })
        }
        Remedy::Apply => {
            let duty = undated(whole, stuck, book, at, ("negotiation.coordination.apply", Whose::Union));
            let title = title("书面申请人社部门协调处理");
            Ok(Duty { title, button: "登记申请".to_owned(), ..duty })
        }
        Remedy::TakeUp(applied) => {
            let title = format!("受理协调处理申请（{}）", whole.title);
            let known = [("coordination_applied", applied)];
            let duty = match clock(book, "negotiation.coordination.begin", at, &known)? {
                Some(deadline) => clock_duty(whole, &deadline, today, "remedy", Whose::Upper, title),
                None => {
                    let subject = "negotiation.coordination.apply";
                    Duty { title, ..undated(whole, stuck, book, at, (subject, Whose::Upper)) }
                }
            };
            Ok(Duty { button: "登记受理".to_owned(), ..duty })
        }
        Remedy::Coordinate(accepted) => {
            let title = format!("完成协调处理（{}）", whole.title);
            let known = [("coordination_accepted", accepted)];
            let duty = match clock(book, "negotiation.coordination", at, &known)? {
                Some(deadline) => clock_duty(whole, &deadline, today, "remedy", Whose::Upper, title),
                None => {
                    let subject = "negotiation.coordination.apply";
                    Duty { title, ..undated(whole, stuck, book, at, (subject, Whose::Upper)) }
                }
            };
            // What comes of it is the other side's new answer.
            Ok(Duty { button: "登记新的答复".to_owned(), place: place(whole, "reply"), ..duty })
        }
    }
}

/// A duty whose law sets no day: to be done without delay. Its origin tells what happened, what the law says
/// of it, and what it gives.
fn undated(
    whole: &Negotiation,
    stuck: &Stuck,
    book: &LawBook,
    at: &Where,
    (subject, whose): (&str, Whose),
) -> Duty {
    let id = format!("remedy:{}", whole.id);
    let mut duty = Duty::undated(Band::Week, id, whose, String::new(), place(whole, "remedy"));
    let day = stuck.since.format("%Y年%-m月%-d日");
    duty.origin = if stuck.refused {
        format!("对方于{day}答复拒绝协商。")
    } else {
        format!("答复期限已过，从{day}起算逾期。")
    };
    if let Some(ruling) = book.applies("negotiation.refusal", at, stuck.since) {
        let rule = ruling.winner.reference();
        duty.origin.push_str(&format!("《{}》{}：{}。", rule.instrument, rule.article, ruling.winner.title));
        duty.origin.push_str(ruling.winner.consequence.as_deref().unwrap_or_default());
    }
    if let Some(ruling) = book.applies(subject, at, stuck.since) {
        let rule = ruling.winner.reference();
        duty.origin.push_str(&format!(
            "依{}《{}》{}，{}；法规没有定天数，请尽快办理。",
            rule.layer_name, rule.instrument, rule.article, ruling.winner.title
        ));
        duty.rule = Some(rule);
    }
    duty
}
