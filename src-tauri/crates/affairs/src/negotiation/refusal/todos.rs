//! What a refusal makes due, rung by rung: whose move it is, by when, the article that gives it, what its button opens. The
//! page and 今日 are both read from here. Where the law sets no day, none is invented.

use chrono::NaiveDate;
use law::{Deadline, LawBook, Place as Where};
use rusqlite::Connection;

use super::model::{DEMAND, REPORT, RefusalCase};
use super::rules::{Acts, Remedy, Stuck};
use crate::Problem;
use crate::duty::{Band, Duty, DutyKind, Place, Whose, clock, day_words};
use crate::negotiation::coordination;
use crate::negotiation::kinds::COORDINATION;
use crate::negotiation::store::Head;
use crate::office;

/// What the moves of a refusal are told from.
pub(super) struct Todos<'a> {
    pub connection: &'a Connection,
    pub book: &'a LawBook,
    pub head: &'a Head,
    pub stuck: &'a Stuck,
    pub acts: &'a Acts,
    pub case: Option<&'a RefusalCase>,
    pub today: NaiveDate,
}

impl Todos<'_> {
    /// Everything that is to be done, the next step first.
    pub fn all(&self) -> Result<Vec<Duty>, Problem> {
        let mut duties: Vec<Duty> = self.next()?.into_iter().collect();
        duties.extend(self.order());
        Ok(duties)
    }

    fn at(&self) -> &Where {
        &self.head.place
    }

    fn form(&self, part: &str) -> Place {
        let id = Some(self.head.id.to_string());
        Place { page: "negotiation".to_owned(), id, part: Some(part.to_owned()) }
    }

    /// The paper as long as it was not issued; then the form that records that it went out.
    fn paper_first(&self, kind: &str, event: &str) -> Result<(Place, bool), Problem> {
        let of = self.head.id.to_string();
        if office::store::newest_issue(self.connection, kind, &of)?.is_some() {
            return Ok((self.form(&format!("event:{event}")), true));
        }
        Ok((Place { page: "papers".to_owned(), id: Some(format!("{kind}@{of}")), part: None }, false))
    }

    fn title(&self, what: &str) -> String {
        let cause = if self.stuck.refused { "对方拒绝协商" } else { "对方逾期未答复" };
        format!("{cause}，{what}（{}）", self.head.title)
    }

    /// What happened, and what the law says of it.
    fn happened(&self) -> String {
        let day = day_words(self.stuck.since);
        let mut told = if self.stuck.refused {
            format!("对方于{day}答复拒绝协商。")
        } else {
            format!("答复期限已过，从{day}起算逾期。")
        };
        if let Some(ruling) = self.book.applies("negotiation.refusal", self.at(), self.stuck.since) {
            let rule = ruling.winner.reference();
            told.push_str(&format!("《{}》{}：{}。", rule.instrument, rule.article, ruling.winner.title));
            told.push_str(ruling.winner.consequence.as_deref().unwrap_or_default());
        }
        // On which matters nobody may even put the talks off, where the place names them.
        if let Some(ruling) = self.book.applies("negotiation.refusal.urgent", self.at(), self.stuck.since) {
            let rule = ruling.winner.reference();
            told.push_str(&format!("《{}》{}：{}。", rule.instrument, rule.article, ruling.winner.title));
        }
        told
    }

    /// A duty whose law sets no day: to be done without delay.
    fn undated(&self, kind: DutyKind, (subject, whose): (&str, Whose), place: Place) -> Duty {
        let id = kind.id(self.head.id);
        let mut duty = Duty::undated(Band::Week, id, whose, String::new(), place);
        duty.origin = self.happened();
        if let Some(ruling) = self.book.applies(subject, self.at(), self.stuck.since) {
            let rule = ruling.winner.reference();
            duty.origin.push_str(&format!(
                "依{}《{}》{}，{}；法规没有定天数，请尽快办理。",
                rule.layer_name, rule.instrument, rule.article, ruling.winner.title
            ));
            duty.rule = Some(rule);
        }
        duty
    }

    fn dated(&self, kind: DutyKind, (due, whose): (NaiveDate, Whose), title: String, place: Place) -> Duty {
        Duty::due(self.today, due, kind.id(self.head.id), whose, title, place)
    }

    fn clocked(&self, deadline: &Deadline, whose: Whose, title: String, place: Place) -> Duty {
        let duty = self.dated(DutyKind::NegotiationRemedy, (deadline.due, whose), title, place);
        Duty { origin: deadline.explanation.sentence.clone(), deadline: Some(deadline.clone()), ..duty }
    }

    fn next(&self) -> Result<Option<Duty>, Problem> {
        Ok(Some(match self.stuck.next {
            Remedy::Demand => {
                let (place, issued) = self.paper_first(DEMAND, "reminded")?;
                let subject = ("negotiation.refusal", Whose::Union);
                let mut duty = self.undated(DutyKind::NegotiationDemand, subject, place);
                duty.origin = self.happened();
                duty.origin.push_str("先书面催告，请对方在函上写明的日期以前答复。");
                let button = if issued { "登记催告" } else { "打开催告函" };
                Duty { title: self.title("发出催告函"), button: button.to_owned(), ..duty }
            }
            Remedy::AnswerDemand(by) => self.answer_demand(by)?,
            Remedy::Warn => {
                let subject = ("supervision.reminder", Whose::Union);
                let duty = self.undated(DutyKind::NegotiationWarning, subject, self.form("refusal"));
                let title = self.title("催告没有结果，发出劳动法律监督提示函");
                Duty { title, button: "写提示函".to_owned(), ..duty }
            }
            // The case of the letter makes its own duties, to the answer.
            Remedy::Warning | Remedy::AnswerWarning(_) if self.case.is_some() => return Ok(None),
            Remedy::Warning => return Ok(None),
            Remedy::AnswerWarning(by) => {
                let title = format!("答复提示函，同意协商（{}）", self.head.title);
                let place = self.form("reply");
                let duty = self.dated(DutyKind::NegotiationWarning, (by, Whose::Employer), title, place);
                let origin = "提示函上写明的答复期限。".to_owned();
                Duty { origin, button: "登记答复".to_owned(), ..duty }
            }
            Remedy::Reply => {
                let subject = ("negotiation.refusal", Whose::Union);
                let duty = self.undated(DutyKind::NegotiationWarning, subject, self.form("reply"));
                let origin = "对方答复提示函，已经改正；请把对方对协商的新答复登记下来。".to_owned();
                let title = format!("登记对方对协商的新答复（{}）", self.head.title);
                Duty { title, origin, rule: None, button: "登记答复".to_owned(), ..duty }
            }
            Remedy::Report => {
                let (place, issued) = self.paper_first(REPORT, "reported")?;
                let subject = ("negotiation.refusal.help", Whose::Union);
                let duty = self.undated(DutyKind::NegotiationRemedy, subject, place);
                let button = if issued { "登记报告" } else { "打开报告" };
                Duty { title: self.title("报告上级工会"), button: button.to_owned(), ..duty }
            }
            Remedy::Apply => {
                let (place, issued) = self.paper_first(COORDINATION, "applied")?;
                let subject = ("negotiation.coordination.apply", Whose::Union);
                let duty = self.undated(DutyKind::NegotiationRemedy, subject, place);
                let title = self.title("书面申请人社部门协调处理");
                let button = if issued { "登记申请" } else { "打开申请书" };
                Duty { title, button: button.to_owned(), ..duty }
            }
            Remedy::TakeUp(applied) => {
                let known = ("negotiation.coordination.begin", "coordination_applied", applied);
                let place = self.form("event:accepted");
                let duty = self.coordination("受理协调处理申请", known, place)?;
                Duty { button: "登记受理".to_owned(), ..duty }
            }
            Remedy::Coordinate(accepted) => {
                // What comes of it is the other side's new answer.
                let place = self.form("reply");
                let duty = match coordination::of(self.book, self.at(), accepted, self.acts.extended)? {
                    Some(term) => {
                        let id = DutyKind::NegotiationRemedy.id(self.head.id);
                        term.duty(self.today, id, format!("完成协调处理（{}）", self.head.title), place)
                    }
                    None => {
                        let subject = ("negotiation.coordination.apply", Whose::Upper);
                        let duty = self.undated(DutyKind::NegotiationRemedy, subject, place);
                        Duty { title: format!("完成协调处理（{}）", self.head.title), ..duty }
                    }
                };
                Duty { button: "登记新的答复".to_owned(), ..duty }
            }
        }))
    }

    fn answer_demand(&self, by: NaiveDate) -> Result<Duty, Problem> {
        let title = format!("答复催告函（{}）", self.head.title);
        let duty = self.dated(DutyKind::NegotiationDemand, (by, Whose::Employer), title, self.form("reply"));
        let duty = Duty { button: "登记答复".to_owned(), ..duty };
        let Some(demanded) = self.acts.demanded else { return Ok(duty) };
        let known = [("correction_demanded", demanded.on)];
        let deadline = clock(self.book, "negotiation.correction", self.at(), &known)?;
        Ok(match deadline.filter(|deadline| deadline.due == by) {
            Some(deadline) => {
                let origin = deadline.explanation.sentence.clone();
                Duty { origin, deadline: Some(deadline), ..duty }
            }
            None => {
                let origin = format!("{}发出的催告函上写明的答复日期。", day_words(demanded.on));
                Duty { origin, ..duty }
            }
        })
    }

    fn coordination(
        &self,
        what: &str,
        (subject, event, on): (&str, &str, NaiveDate),
        place: Place,
    ) -> Result<Duty, Problem> {
        let title = format!("{what}（{}）", self.head.title);
        Ok(match clock(self.book, subject, self.at(), &[(event, on)])? {
            Some(deadline) => self.clocked(&deadline, Whose::Upper, title, place),
            None => {
                let subject = ("negotiation.coordination.apply", Whose::Upper);
                Duty { title, ..self.undated(DutyKind::NegotiationRemedy, subject, place) }
            }
        })
    }

    /// The order beside the coordination: asked for once the upper union knows, made by the government, kept by the employer.
    fn order(&self) -> Option<Duty> {
        let kind = DutyKind::NegotiationOrder;
        let place = self.form("order");
        let (title, whose, button) = match &self.acts.order {
            None if self.acts.reported.is_none() => return None,
            None => (self.title("提请县级以上政府责令改正"), Whose::Union, "登记提请"),
            Some(order) => match (order.ordered_on, order.correct_by) {
                (None, _) => (format!("责令企业改正（{}）", self.head.title), Whose::Upper, "登记责令改正"),
                (Some(_), Some(by)) if self.today <= by => {
                    let title = format!("按责令改正的要求开始协商（{}）", self.head.title);
                    let due = (by, Whose::Employer);
                    let duty = self.dated(kind, due, title, self.form("reply"));
                    let number = order.number.as_deref().unwrap_or_default();
                    let origin = format!("{}责令改正的文书{number}写明的期限。", order.department);
                    return Some(Duty { origin, button: "登记新的答复".to_owned(), ..duty });
                }
                (Some(_), _) => (
                    format!("企业没有改正，书面告诉{}（{}）", order.department, self.head.title),
                    Whose::Union,
                    "看责令改正",
                ),
            },
        };
        let duty = self.undated(kind, ("negotiation.refusal.order", whose), place);
        Some(Duty { title, button: button.to_owned(), ..duty })
    }
}
