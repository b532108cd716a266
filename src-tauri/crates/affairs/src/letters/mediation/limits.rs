//! The limits that the parties of a mediation are told of.

use chrono::NaiveDate;

use crate::Problem;
use crate::duty::day_words;
use crate::letters::rules::SupervisionLaw;

/// The limits around arbitration, in sentences: until when the parties may act, and how long the commission itself takes, which
/// is nothing that they could miss.
pub(in crate::letters) struct Limits {
    /// What the parties may do, until when, and what begins the limit anew.
    pub parties: Vec<String>,
    /// The terms of the arbitration commission.
    pub commission: Vec<String>,
}

impl Limits {
    /// All of them as one list: the commission's say whose they are.
    pub fn lines(self) -> Vec<String> {
        let commission =
            self.commission.into_iter().map(|line| format!("仲裁委员会的办理期限，供了解：{line}"));
        self.parties.into_iter().chain(commission).collect()
    }
}

/// The limits that the parties are told of: mediation from its application while that runs, arbitration from the day the
/// worker knew, and what comes after.
pub(in crate::letters) fn limits(
    law: SupervisionLaw<'_>,
    applied_on: Option<NaiveDate>,
    known_on: Option<NaiveDate>,
    today: NaiveDate,
) -> Result<Limits, Problem> {
    let told = |subject: &str| {
        let rule = law.book.applies(subject, law.place, today)?.winner;
        let note = rule.note.as_ref().map(|note| note.trim_end_matches('。').to_owned());
        Some((format!("{}（《{}》{}）", rule.title, rule.instrument, rule.article), note))
    };
    let mut parties = Vec::new();
    if let Some(on) = applied_on
        && let Some(clock) = law.clock("union.mediation.unsettled", "mediation_applied", on)?
        && let Some((said, _)) = told("union.mediation.unsettled")
    {
        parties
            .push(format!("{said}：到{}还没有达成协议的，就可以申请，不是最后期限。", day_words(clock.due)));
    }
    if let Some((said, note)) = told("union.arbitration.limit") {
        let until = match known_on {
            Some(on) => law.clock("union.arbitration.limit", "injury_known", on)?,
            None => None,
        };
        let until = until.map_or_else(
            || "：知道的那一天还没有登记，请核对。".to_owned(),
            |clock| format!("：{}在这一天以前可以申请仲裁。", clock.explanation.sentence),
        );
        parties.push(format!("{said}{until}{}", note.map(|note| format!("{note}。")).unwrap_or_default()));
    }
    for subject in ["union.arbitration.wages", "union.arbitration.sue"] {
        parties.extend(told(subject).map(|(said, _)| format!("{said}。")));
    }
    let commission = ["union.arbitration.accept", "union.arbitration.award"].into_iter().filter_map(told);
    Ok(Limits { parties, commission: commission.map(|(said, _)| format!("{said}。")).collect() })
}
