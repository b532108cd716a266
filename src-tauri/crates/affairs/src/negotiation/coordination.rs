//! By when the labour department is to be done with a coordination (协调处理) that it took up, whether both sides could not agree
//! (`dispute`) or one refuses to talk (`refusal`).

use chrono::NaiveDate;
use law::{Deadline, LawBook, Place as Where};

use super::dispute::rules::Extension;
use crate::Problem;
use crate::duty::{Duty, Place, Whose, day_words, ruled_clock};

/// By when a coordination is to be over.
pub(super) struct Coordination {
    due: NaiveDate,
    deadline: Deadline,
}

/// By when a coordination that was taken up on a day is to be over, as it was made longer; none where no law sets a term.
pub(super) fn of(
    book: &LawBook,
    at: &Where,
    accepted: NaiveDate,
    extended: Option<Extension>,
) -> Result<Option<Coordination>, Problem> {
    let known = [("coordination_accepted", accepted)];
    let Some(first) = ruled_clock(book, "negotiation.coordination", at, &known)? else { return Ok(None) };
    let Some(extended) = extended else {
        return Ok(Some(Coordination { due: first.due, deadline: first }));
    };
    let known = [("coordination_due", first.due)];
    let longest = ruled_clock(book, "negotiation.coordination.extension", at, &known)?.unwrap_or(first);
    // The department may name an earlier day than the longest that the law lets it take.
    let due = extended.until.filter(|until| *until < longest.due).unwrap_or(longest.due);
    Ok(Some(Coordination { due, deadline: longest }))
}

impl Coordination {
    /// What the department has to do by then.
    pub fn duty(&self, today: NaiveDate, id: String, title: String, place: Place) -> Duty {
        let duty = Duty::due(today, self.due, id, Whose::Upper, title, place);
        let own = self.due != self.deadline.due;
        let mut origin = self.deadline.explanation.sentence.clone();
        if own {
            origin.push_str(&format!("这次延长到{}。", day_words(self.due)));
        }
        Duty {
            origin,
            deadline: Some(self.deadline.clone()).filter(|_| !own),
            rule: Some(self.deadline.rule.clone()).filter(|_| own),
            ..duty
        }
    }
}
