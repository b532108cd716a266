//! What is to be done in a dismissal, in a mediation case or about a hazard: whose it is, by when, by which rule, what its button
//! opens. The record's page and 今日 read the same list. What is to be done, the rules of each room decide.

use std::fmt::Display;

use chrono::NaiveDate;
use law::{Deadline, RuleRef};
use serde::Serialize;
use ts_rs::TS;

use super::rules::SupervisionLaw;
use crate::Problem;
use crate::duty::{Band, Duty, DutyKind, Place, Whose};

/// Something that is to be done in a record.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RightsTodo {
    /// Which duty it is in 今日.
    #[serde(skip)]
    #[ts(skip)]
    pub kind: DutyKind,
    /// Whose move it is.
    pub whose: Whose,
    /// What is to be done, as one phrase.
    pub title: String,
    /// Why, as one sentence.
    pub origin: String,
    /// The last day; absent where neither law nor a promise sets one.
    pub due: Option<NaiveDate>,
    /// The clock behind it, where a law sets the day.
    pub deadline: Option<Deadline>,
    /// The rule behind it, where a law asks for it and sets no day.
    pub rule: Option<RuleRef>,
    /// What the button says.
    pub button: String,
    /// What the button opens.
    pub place: Place,
}

/// A form of a record's own page.
pub(crate) fn form(page: &str, id: &impl ToString, part: &str) -> Place {
    Place { page: page.to_owned(), id: Some(id.to_string()), part: Some(part.to_owned()) }
}

/// A filled paper.
pub(crate) fn paper(kind: &str, of: &impl ToString) -> Place {
    Place { page: "papers".to_owned(), id: Some(format!("{kind}@{}", of.to_string())), part: None }
}

impl RightsTodo {
    /// One that no rule stands behind.
    pub(crate) fn plain(
        kind: DutyKind,
        whose: Whose,
        title: &str,
        origin: impl Into<String>,
        button: &str,
        place: Place,
    ) -> Self {
        RightsTodo {
            kind,
            whose,
            title: title.to_owned(),
            origin: origin.into(),
            due: None,
            deadline: None,
            rule: None,
            button: button.to_owned(),
            place,
        }
    }

    /// By the clock of a subject, else by its rule that sets no day, else as it is.
    pub(crate) fn by(
        self,
        law: SupervisionLaw<'_>,
        subject: &str,
        (event, start): (&str, NaiveDate),
        today: NaiveDate,
    ) -> Result<Self, Problem> {
        Ok(match law.clock(subject, event, start)? {
            Some(deadline) => RightsTodo {
                due: Some(deadline.due),
                origin: deadline.explanation.sentence.clone(),
                deadline: Some(deadline),
                ..self
            },
            None => self.ruled(law, subject, today),
        })
    }

    /// By a rule that sets no day: what it says stands before the origin.
    pub(crate) fn ruled(self, law: SupervisionLaw<'_>, subject: &str, today: NaiveDate) -> Self {
        let Some(ruling) = law.book.applies(subject, law.place, today) else { return self };
        let rule = ruling.winner.reference();
        let said = format!(
            "依{}《{}》{}，{}。",
            rule.layer_name, rule.instrument, rule.article, ruling.winner.title
        );
        RightsTodo { origin: format!("{said}{}", self.origin), rule: Some(rule), ..self }
    }

    /// By a day that a paper or both sides set.
    pub(crate) fn until(self, due: Option<NaiveDate>) -> Self {
        RightsTodo { due: due.or(self.due), ..self }
    }

    /// As 今日 shows it, of a record; `about` tells which.
    pub(crate) fn duty(self, today: NaiveDate, record: impl Display, module: &str, about: &str) -> Duty {
        let id = self.kind.id(record);
        let title = format!("{}（{about}）", self.title);
        let duty = match self.due {
            Some(due) => Duty::due(today, due, id, self.whose, title, self.place),
            None => Duty::undated(Band::Week, id, self.whose, title, self.place),
        };
        Duty {
            module: module.to_owned(),
            origin: self.origin,
            deadline: self.deadline,
            rule: self.rule,
            button: self.button,
            ..duty
        }
    }
}
