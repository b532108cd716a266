//! When the next occupational health exam is due: the day that the report names, else the shortest cycle that the law sets for
//! what the person is exposed to. Which exams there are is `store`'s.

use chrono::{Months, NaiveDate};
use law::{LawBook, Place, RuleRef};

use super::model::{DossierNote, ExamConclusion, ExamKind, Hazard, HazardKind, HealthExam, NextExam};
use crate::Problem;
use crate::duty::day_words;

/// Work of which no grade is entered counts as of this one (note of the rules of cycles).
const UNGRADED: u32 = 2;

impl HazardKind {
    /// The subjects that set its cycle, in the order in which they were in force.
    fn cycles(self) -> &'static [&'static str] {
        match self {
            Self::Noise => &["disease.exam.cycle.noise"],
            Self::Heat => &["disease.exam.cycle.heat"],
            Self::Dust => &["disease.exam.cycle.dust"],
            Self::LeadAndKin => &["disease.exam.cycle.yearly_toxics", "disease.exam.cycle.toxic"],
            Self::MethanolAndKin => &["disease.exam.cycle.triennial_toxics", "disease.exam.cycle.toxic"],
            Self::CarbonTetrachloride => {
                &["disease.exam.cycle.carbon_tetrachloride.liver", "disease.exam.cycle.toxic"]
            }
            Self::Toxic => &["disease.exam.cycle.toxic"],
            Self::Other => &[],
        }
    }

    /// What its measure is called; none where it has none.
    pub fn measure(self) -> Option<&'static str> {
        match self {
            Self::Noise => Some("分贝"),
            Self::Dust
            | Self::LeadAndKin
            | Self::MethanolAndKin
            | Self::CarbonTetrachloride
            | Self::Toxic => Some("级"),
            Self::Heat | Self::Other => None,
        }
    }
}

impl Hazard {
    /// 噪声（86分贝）.
    pub fn words(self) -> String {
        match (self.level, self.kind.measure()) {
            (Some(level), Some(unit)) => format!("{}（{level}{unit}）", self.kind.label()),
            _ => self.kind.label().to_owned(),
        }
    }

    /// The measure of two of one kind together: the graver one. Work without a grade counts as ever.
    pub(crate) fn graver(self, other: Hazard) -> Option<u32> {
        match (self.level, other.level) {
            (Some(one), Some(two)) => Some(one.max(two)),
            (None, known) | (known, None) if self.kind == HazardKind::Noise => known,
            (None, known) | (known, None) => known.filter(|level| *level >= UNGRADED),
        }
    }
}

/// The next exam after the newest one, with what is exposed named.
pub(crate) fn next(
    book: &LawBook,
    place: &Place,
    exam: &HealthExam,
    today: NaiveDate,
) -> Result<Option<NextExam>, Problem> {
    // Whoever was examined on leaving is not examined again for the work that was left.
    if exam.kind == ExamKind::Leaving {
        return Ok(None);
    }
    if let Some(due) = exam.next_on {
        let text = format!("{}检查的报告写明下次检查日期是{}。", day_words(exam.examined_on), day_words(due));
        return Ok(Some(NextExam { due, why: DossierNote { text, rule: None } }));
    }
    let mut nearest: Option<NextExam> = None;
    for hazard in &exam.hazards {
        if let Some((due, rule)) = cycle(book, place, *hazard, exam.examined_on, today)?
            && nearest.as_ref().is_none_or(|known| due < known.due)
        {
            let text = format!(
                "接触{}，{}检查过，按《{}》{}的周期下次应不晚于{}。",
                hazard.words(),
                day_words(exam.examined_on),
                rule.instrument,
                rule.article,
                day_words(due)
            );
            nearest = Some(NextExam { due, why: DossierNote { text, rule: Some(rule) } });
        }
    }
    Ok(nearest)
}

/// The last day for the next exam by the cycle of one hazard; none where no cycle is set. Judged by the law of the exam's day,
/// and where that day's law set no cycle by today's.
fn cycle(
    book: &LawBook,
    place: &Place,
    hazard: Hazard,
    examined: NaiveDate,
    today: NaiveDate,
) -> Result<Option<(NaiveDate, RuleRef)>, Problem> {
    for on in [examined, today.max(examined)] {
        for subject in hazard.kind.cycles() {
            let Some(ruling) = book.applies(subject, place, on) else { continue };
            let rule = ruling.winner.reference();
            if let Some(event) = &ruling.winner.start_event {
                // The second day says by the law of which day.
                let deadline = book.deadline_from(subject, place, &[(event, examined), ("judged", on)])?;
                return Ok(Some((deadline.due, rule)));
            }
            let measure = match (hazard.level, hazard.kind) {
                (None, HazardKind::Noise) => return Ok(None),
                (level, _) => level.unwrap_or(UNGRADED),
            };
            let months = ruling.winner.quantity.as_ref().and_then(|months| months.boundary(measure));
            let due = months.and_then(|months| examined.checked_add_months(Months::new(months)));
            return Ok(due.map(|due| (due, rule)));
        }
    }
    Ok(None)
}

/// The same without what tells a hazard, for one who has not revealed it.
pub(crate) fn covered(next: NextExam) -> NextExam {
    let text = format!("下次检查应不晚于{}；依据写明用途后可以看到。", day_words(next.due));
    NextExam { why: DossierNote { text, rule: None }, ..next }
}

/// Whether the employer has to arrange another exam or a diagnosis after a conclusion.
pub(super) fn asks_more(exam: &HealthExam) -> bool {
    matches!(exam.conclusion, Some(ExamConclusion::Recheck | ExamConclusion::Suspected))
}

/// What the law asks for after a conclusion.
pub(crate) fn notes(book: &LawBook, place: &Place, exam: &HealthExam) -> Vec<DossierNote> {
    let subjects: &[&str] = match exam.conclusion {
        Some(ExamConclusion::Contraindication) => &["disease.exam.contraindication", "disease.exam.result"],
        Some(ExamConclusion::Suspected) => &[
            "disease.suspected.diagnosis",
            "disease.suspected.report",
            "disease.suspected",
            "disease.exam.result",
        ],
        Some(ExamConclusion::Recheck) => &["disease.exam.follow", "disease.exam.result"],
        Some(_) => &["disease.exam.result"],
        None => &[],
    };
    let said = subjects.iter().filter_map(|subject| book.applies(subject, place, exam.examined_on));
    said.map(|ruling| DossierNote {
        text: format!("{}。", ruling.winner.title),
        rule: Some(ruling.winner.reference()),
    })
    .collect()
}
