//! Pure decisions of supervision: how far a case has come, in which order its papers can have come about, what is to be
//! done next and by when. Numbers come from the law book by subject; every refusal that a law stands behind names it.

mod course;
mod input;
mod order;
mod todo;

pub use course::{Course, Happened, Move, Sent, ladder, state};
pub use input::{check_case, check_event, check_inspector, check_letter, check_served};
pub use order::{check_leaning, check_move};
pub use todo::{answer_due, todos};

use chrono::NaiveDate;
use law::{Deadline, LawBook, Place, RuleRef};

use super::model::SupervisionLetterKind;
use crate::Problem;
use crate::duty::clock;

/// The law of the union's place; the day comes with each question.
#[derive(Clone, Copy)]
pub struct SupervisionLaw<'a> {
    /// The packs.
    pub book: &'a LawBook,
    /// Where.
    pub place: &'a Place,
}

impl SupervisionLaw<'_> {
    /// The rule that holds for a subject on a day, where the place has one.
    pub fn rule(&self, subject: &str, on: NaiveDate) -> Option<RuleRef> {
        self.book.applies(subject, self.place, on).map(|ruling| ruling.winner.reference())
    }

    /// The clock of a subject from one event; none where the place sets no term.
    pub fn clock(&self, subject: &str, event: &str, start: NaiveDate) -> Result<Option<Deadline>, Problem> {
        clock(self.book, subject, self.place, &[(event, start)])
    }

    /// When an answer to a letter is due by the law of the place, once it was received.
    pub fn answer(
        &self,
        kind: SupervisionLetterKind,
        received_on: NaiveDate,
    ) -> Result<Option<Deadline>, Problem> {
        match kind {
            SupervisionLetterKind::Reminder => {
                self.clock("supervision.reminder.answer", "reminder_received", received_on)
            }
            SupervisionLetterKind::Opinion => {
                self.clock("supervision.opinion.answer", "opinion_received", received_on)
            }
            SupervisionLetterKind::Request | SupervisionLetterKind::Recommendation => Ok(None),
        }
    }

    /// The rule that fixes the form of a letter (统一格式): it names the letter in its title.
    pub fn fixed_form(&self, kind: SupervisionLetterKind, on: NaiveDate) -> Option<RuleRef> {
        let ruling = self.book.applies("supervision.forms", self.place, on)?;
        let all = std::iter::once(ruling.winner).chain(ruling.beaten.iter().map(|beaten| beaten.rule));
        all.into_iter().find(|rule| rule.title.contains(kind.label())).map(law::Rule::reference)
    }

    /// The refusal of a recommendation of our own: only unions of the county and above, and of a trade, give one.
    pub fn refuse_recommendation(&self, on: NaiveDate) -> Problem {
        let ruling = self.book.applies("supervision.recommendation", self.place, on);
        let rules: Vec<RuleRef> = ruling
            .iter()
            .flat_map(|ruling| {
                std::iter::once(ruling.winner).chain(ruling.beaten.iter().map(|beaten| beaten.rule))
            })
            .map(law::Rule::reference)
            .collect();
        let message = "建议书由县级以上工会或者产业工会向有关部门发出，基层工会不能自己发。请改写提请函，提请上级工会发出建议书；上级发出以后，再登记它的文号和日期。";
        let rule = rules.iter().map(|rule| rule.short.clone()).collect::<Vec<_>>().join("、");
        Problem { rule: (!rule.is_empty()).then_some(rule), ..Problem::new("refused", message) }.at("kind")
    }
}

/// A refusal with the rule behind it, where the place has one.
fn refuse(rule: Option<RuleRef>, field: &str, message: impl Into<String>) -> Problem {
    Problem { rule: rule.map(|rule| rule.short), ..Problem::new("refused", message) }.at(field)
}

/// 2026年11月19日.
pub(super) fn words(day: NaiveDate) -> String {
    day.format("%Y年%-m月%-d日").to_string()
}

#[cfg(test)]
mod tests;
