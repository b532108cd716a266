//! The mediation committee itself: what it lacks by the law of the place on a day. It stands between both sides and is no body
//! of the union, so it is kept here and not among them.

use chrono::NaiveDate;

use super::model::{MediationLack, Mediator, MediatorChosen, MediatorOffice, MediatorSide};
use super::rules::term_years;
use crate::letters::rules::SupervisionLaw;

/// What a verdict is made of.
pub struct Facts {
    /// Everyone who is recorded.
    pub mediators: Vec<Mediator>,
    /// Seen from which day.
    pub today: NaiveDate,
}

impl Facts {
    fn serving(&self) -> impl Iterator<Item = &Mediator> {
        self.mediators.iter().filter(|one| !one.expired && one.record.from_on <= self.today)
    }

    fn of(&self, side: MediatorSide) -> u32 {
        u32::try_from(self.serving().filter(|one| one.record.side == side).count()).unwrap_or(u32::MAX)
    }

    /// What the committee lacks; nothing where nobody is recorded.
    pub fn lacks(&self, law: SupervisionLaw<'_>) -> Vec<MediationLack> {
        if self.mediators.is_empty() {
            return Vec::new();
        }
        let mut lacks = Vec::new();
        let winner = |subject: &str| Some(law.book.applies(subject, law.place, self.today)?.winner);
        if let Some(rule) = winner("union.mediation.equal") {
            let (workers, employer) = (self.of(MediatorSide::Workers), self.of(MediatorSide::Employer));
            if rule.quantity.as_ref().is_some_and(|line| !line.allows(workers, employer)) {
                let text = format!("{}：现在职工方{workers}人、企业方{employer}人。", rule.title);
                lacks.push(MediationLack { text, rule: Some(rule.reference()) });
            }
        }
        let chairs: Vec<_> =
            self.serving().filter(|one| one.record.office == MediatorOffice::Chair).collect();
        if chairs.len() > 1 {
            let names: Vec<&str> = chairs.iter().map(|one| one.record.name.as_str()).collect();
            let rule = winner("union.mediation.chair").map(law::Rule::reference);
            let text = format!(
                "登记了{}位主任（{}），主任只有一位，请更正其余各位的职务。",
                chairs.len(),
                names.join("、")
            );
            lacks.push(MediationLack { text, rule });
        }
        let wrong =
            |one: &&&Mediator| !matches!(one.record.chosen, MediatorChosen::Union | MediatorChosen::Jointly);
        // Of several the one that the law would not have is told.
        let chair = chairs.iter().find(wrong).or(chairs.first()).copied();
        match (chair, winner("union.mediation.chair")) {
            (None, rule) => {
                let text = "没有登记在聘期内的主任。".to_owned();
                lacks.push(MediationLack { text, rule: rule.map(law::Rule::reference) });
            }
            (Some(chair), Some(rule))
                if !matches!(chair.record.chosen, MediatorChosen::Union | MediatorChosen::Jointly) =>
            {
                let (name, chosen) = (&chair.record.name, chair.record.chosen.label());
                let text = format!("{}，登记的{name}是{chosen}的。", rule.title);
                lacks.push(MediationLack { text, rule: Some(rule.reference()) });
            }
            _ => {}
        }
        if let Some(rule) = winner("union.mediation.term") {
            for one in self.serving() {
                let Some(years) = term_years(&one.record) else { continue };
                if rule.quantity.as_ref().is_some_and(|line| !line.allows(years, years)) {
                    let text = format!("{}，{}的聘期不到。", rule.title, one.record.name);
                    lacks.push(MediationLack { text, rule: Some(rule.reference()) });
                }
            }
        }
        lacks
    }
}

/// What the law says of a committee, in sentences.
pub fn says(law: SupervisionLaw<'_>, today: NaiveDate) -> Vec<String> {
    [
        "union.mediation.required",
        "union.mediation.equal",
        "union.mediation.chair",
        "union.mediation.term",
        "union.mediation.time",
    ]
    .into_iter()
    .filter_map(|subject| {
        let rule = law.book.applies(subject, law.place, today)?.winner;
        Some(format!("《{}》{}：{}。", rule.instrument, rule.article, rule.title))
    })
    .collect()
}
