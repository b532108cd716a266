//! The ladder of an agreement as its page and 今日 show it: each rung with who acts, what lacks, by which article, by when, and
//! what its button opens. How far it has come, the course says.

use chrono::{Months, NaiveDate};
use law::{Actor, Deadline, LawBook, Rule};

use super::checks::model::SaveAgreementCheck;
use super::contracts;
use super::course::Course;
use super::model::{
    AgreementKind, AgreementPaper, AgreementRung, AgreementRungState as RungState, AgreementState as State,
    AgreementStep as Step, AgreementVote, FilingChecklist,
};
use super::store::Head;
use super::view::Affair;
use crate::Problem;
use crate::congress::papers::{BALLOT, COUNT, RESOLUTION};
use crate::duty::{Place, Whose, clock, day_words};
use crate::negotiation::model::{Event, EventKind as Kind};
use crate::negotiation::papers::CHECK;
use crate::office::text;
use crate::union::bodies::model::UnionLack;

/// A form of the affair's page that is about one agreement.
fn form(head: &Head, part: &str) -> Place {
    Place {
        page: "negotiation".to_owned(),
        id: Some(head.negotiation.to_string()),
        part: Some(format!("agreement:{}:{part}", head.id)),
    }
}

/// A filled paper.
fn paper(name: &str, kind: &str, of: &str) -> AgreementPaper {
    let place = Place { page: "papers".to_owned(), id: Some(format!("{kind}@{of}")), part: None };
    AgreementPaper { name: name.to_owned(), place }
}

fn whose_of(rule: Option<&Rule>) -> Whose {
    match rule.map(|rule| rule.actor) {
        Some(Actor::Employer) => Whose::Employer,
        Some(Actor::Upper) => Whose::Upper,
        _ => Whose::Union,
    }
}

/// The clock of telling how pay is kept.
const OF_PAY: &str = "negotiation.report_performance.wages";

/// How often an agreement is checked.
#[derive(Clone, Copy)]
enum CheckEvery {
    /// By the clock of pay.
    Clock,
    /// After so many months.
    Months(u32),
}

/// What a rung says besides its state.
struct Told {
    title: String,
    whose: Whose,
    origin: String,
    rule: Option<law::RuleRef>,
    deadline: Option<Deadline>,
    due: Option<NaiveDate>,
    opens: Option<NaiveDate>,
    button: &'static str,
    place: Place,
}

/// All that the ladder of one agreement is read from.
pub(super) struct Desk<'a> {
    pub book: &'a LawBook,
    pub affair: &'a Affair,
    pub head: &'a Head,
    pub course: &'a Course,
    pub votes: &'a [AgreementVote],
    pub events: &'a [Event],
    pub checklist: &'a FilingChecklist,
    pub checks: &'a [SaveAgreementCheck],
    /// No later year has been started.
    pub newest: bool,
    pub today: NaiveDate,
}

impl Desk<'_> {
    fn rule(&self, subject: &str) -> Option<&Rule> {
        Some(self.book.applies(subject, &self.affair.place, self.today)?.winner)
    }

    fn clock(&self, subject: &str, known: &[(&str, NaiveDate)]) -> Result<Option<Deadline>, Problem> {
        clock(self.book, subject, &self.affair.place, known)
    }

    fn last(&self, kind: Kind) -> Option<&Event> {
        self.events.iter().rev().find(|event| event.kind == kind)
    }

    fn passed(&self) -> Option<&AgreementVote> {
        self.votes.iter().rev().find(|vote| vote.passed)
    }

    /// Whether the place asks for the step at all, or it was done.
    fn has(&self, step: Step) -> bool {
        let effective = self.course.effective_on().is_some();
        match step {
            Step::Notice => {
                let submission = self.rule("negotiation.submission");
                submission.and_then(|rule| rule.start_event.as_deref()) == Some("congress_notice_received")
            }
            Step::SendUp => self.rule("negotiation.report_upper").is_some(),
            Step::Check => self.check_every().is_some() || !self.checks.is_empty(),
            Step::Performance => {
                self.rule("negotiation.report_performance").is_some() || self.last(Kind::Explained).is_some()
            }
            Step::Rescission => {
                self.last(Kind::Rescinded).is_some() && self.rule("negotiation.rescission.filing").is_some()
            }
            Step::Renewal => self.newest && effective && self.course.state() == State::InEffect,
            _ => true,
        }
    }

    /// When the step was done, by what is recorded.
    fn done(&self, step: Step) -> Option<NaiveDate> {
        let since = |from: Option<NaiveDate>, kind: Kind| {
            let event = self.last(kind)?;
            from.is_none_or(|from| event.happened_on >= from).then_some(event.happened_on)
        };
        let effect = self.course.effective_on();
        let rejected = self.votes.iter().rev().find(|vote| !vote.passed).map(|vote| vote.session.held_on);
        match step {
            Step::Draft => since(rejected, Kind::Drafted),
            Step::Vote => self.passed().map(|vote| vote.session.held_on),
            Step::Notice => since(None, Kind::Notified),
            Step::Signature => since(None, Kind::Signed),
            Step::Filing => {
                let filed = since(None, Kind::Filed)?;
                (self.course.state() != State::Returned).then_some(filed)
            }
            Step::Effect => effect,
            Step::Publication => effect.and_then(|day| since(Some(day), Kind::Published)),
            Step::SendUp => effect.and_then(|day| since(Some(day), Kind::SentUp)),
            Step::Rescission => since(None, Kind::RescissionFiled),
            Step::Check | Step::Performance | Step::Renewal => None,
        }
    }

    /// Which steps come now where the agreement stands.
    fn is_now(&self, step: Step) -> bool {
        match self.course.state() {
            State::Talks => step == Step::Draft && self.affair.agreed_on.is_some(),
            State::Rejected => step == Step::Draft,
            State::Drafted => step == Step::Vote,
            State::Passed => step == Step::Signature || (step == Step::Notice && self.done(step).is_none()),
            State::Signed => step == Step::Filing || (step == Step::Notice && self.done(step).is_none()),
            State::Returned => step == Step::Filing,
            State::Filed | State::Received => step == Step::Effect,
            State::InEffect => {
                let later = [Step::Publication, Step::SendUp, Step::Check, Step::Performance, Step::Renewal];
                later.contains(&step) && self.done(step).is_none()
            }
            State::Over => step == Step::Rescission && self.done(step).is_none(),
        }
    }

    /// The step that the state has reached; all before it are past.
    fn reached(&self) -> Step {
        match self.course.state() {
            State::Talks | State::Rejected => Step::Draft,
            State::Drafted => Step::Vote,
            State::Passed => Step::Signature,
            State::Signed | State::Returned => Step::Filing,
            State::Filed | State::Received => Step::Effect,
            State::InEffect | State::Over => Step::Publication,
        }
    }

    fn state(&self, step: Step) -> RungState {
        if !self.has(step) {
            return RungState::NotNeeded;
        }
        if self.is_now(step) {
            return RungState::Now;
        }
        match self.done(step) {
            Some(_) if step != Step::Draft || self.reached() > Step::Draft => RungState::Done,
            None if step < self.reached() => RungState::Gap,
            _ => RungState::Later,
        }
    }

    fn lacks(&self, step: Step) -> Vec<UnionLack> {
        let lack = |subject: &str, text: String| {
            let rule = self.rule(subject);
            UnionLack { text, whose: whose_of(rule), rule: rule.map(Rule::reference) }
        };
        match step {
            Step::Draft if self.affair.agreed_on.is_none() && self.course.state() == State::Talks => {
                vec![UnionLack {
                    text: "议题还没有全部谈定。".to_owned(), rule: None, whose: Whose::Union
                }]
            }
            Step::Filing => {
                let open: Vec<&str> = (self.checklist.materials.iter())
                    .filter(|one| !one.ready)
                    .map(|one| one.name.as_str())
                    .collect();
                if open.is_empty() {
                    return Vec::new();
                }
                vec![lack(
                    "negotiation.submission.papers",
                    format!("报送材料还没有备齐：{}。", open.join("、")),
                )]
            }
            Step::Effect if self.head.term_from.is_none() || self.head.term_to.is_none() => {
                vec![lack("negotiation.term", "还没有填写合同期限的起止日期。".to_owned())]
            }
            _ => Vec::new(),
        }
    }

    fn by_rule(rule: Option<&Rule>) -> String {
        rule.map_or(String::new(), |rule| {
            let layer = rule.reference().layer_name;
            format!("依{layer}《{}》{}，{}。", rule.instrument, rule.article, rule.title)
        })
    }

    /// A step whose law may set a day.
    fn timed(&self, subject: &str, known: &[(&str, NaiveDate)]) -> Result<Told, Problem> {
        let deadline = self.clock(subject, known)?;
        let rule = match &deadline {
            Some(deadline) => self.book.rule(&deadline.rule.id),
            None => self.rule(subject),
        };
        let origin = match &deadline {
            Some(deadline) => deadline.explanation.sentence.clone(),
            None => Self::by_rule(rule),
        };
        Ok(Told {
            title: String::new(),
            whose: whose_of(rule),
            origin,
            rule: if deadline.is_some() { None } else { rule.map(Rule::reference) },
            due: deadline.as_ref().map(|deadline| deadline.due),
            deadline,
            opens: None,
            button: "登记",
            place: form(self.head, "term"),
        })
    }

    fn draft(&self) -> Result<Told, Problem> {
        let known: Vec<_> = self.affair.agreed_on.map(|day| ("agreement_reached", day)).into_iter().collect();
        let place = form(self.head, "drafted");
        if self.course.state() == State::Rejected {
            let told = self.timed("negotiation.congress.required", &[])?;
            let verdict = self.votes.last().map(|vote| vote.verdict.clone()).unwrap_or_default();
            let origin = format!("{verdict}{}", told.origin);
            let title = "重新协商，形成新的草案".to_owned();
            return Ok(Told {
                title, origin, whose: Whose::Union, button: "登记新的草案", place, ..told
            });
        }
        let subject = if self.rule("negotiation.draft").is_some() {
            "negotiation.draft"
        } else {
            "negotiation.draft.maker"
        };
        let told = self.timed(subject, &known)?;
        Ok(Told {
            title: "制作合同草案，双方首席代表签字".to_owned(), button: "登记草案", place, ..told
        })
    }

    fn vote(&self) -> Result<Told, Problem> {
        let drafted = self.last(Kind::Drafted).map(|event| event.happened_on);
        let again = self.votes.iter().any(|vote| !vote.passed);
        let told = if again {
            let known: Vec<_> = drafted.map(|day| ("agreement_reached_again", day)).into_iter().collect();
            self.timed("negotiation.congress.revote", &known)?
        } else {
            let reached = self.affair.agreed_on.or(drafted);
            let known: Vec<_> = reached.map(|day| ("agreement_reached", day)).into_iter().collect();
            self.timed("negotiation.congress.submission", &known)?
        };
        let told =
            if told.deadline.is_none() { self.timed("negotiation.congress.required", &[])? } else { told };
        let title = if again { "再次提交职代会表决" } else { "提交职代会审议表决" };
        // Calling the congress is the union's, whoever is bound to hand the draft in.
        Ok(Told {
            title: title.to_owned(),
            whose: Whose::Union,
            button: "登记表决",
            place: form(self.head, "vote"),
            ..told
        })
    }

    fn notice(&self) -> Told {
        let rule = self.rule("negotiation.submission");
        Told {
            title: "把职代会通过的结果书面告知企业".to_owned(),
            whose: Whose::Union,
            origin: format!("{}报送的期限从企业收到告知起算。", Self::by_rule(rule)),
            rule: rule.map(Rule::reference),
            deadline: None,
            due: None,
            opens: None,
            button: "登记告知",
            place: form(self.head, "notified"),
        }
    }

    fn signature(&self) -> Result<Told, Problem> {
        let told = self.timed("negotiation.congress.required", &[])?;
        let origin = "职代会已经通过，由双方首席代表签字、加盖双方公章。".to_owned();
        let place = form(self.head, "signed");
        let title = "双方首席代表签字".to_owned();
        Ok(Told { title, whose: Whose::Union, origin, button: "登记签字", place, ..told })
    }

    fn filing(&self) -> Result<Told, Problem> {
        let place = form(self.head, "filed");
        if let (State::Returned, Some(returned)) = (self.course.state(), self.last(Kind::Returned)) {
            let rule = self.rule("negotiation.submission");
            let day = day_words(returned.happened_on);
            return Ok(Told {
                title: "补正后重新报送审查".to_owned(),
                whose: Whose::Employer,
                origin: format!(
                    "合同于{day}被退回：{}法规没有定补正的天数，请尽快办理；实质内容要改的，重新协商、表决以后再报。",
                    stopped(&returned.text)
                ),
                rule: rule.map(Rule::reference),
                deadline: None,
                due: None,
                opens: None,
                button: "登记报送",
                place,
            });
        }
        let day = |kind: Kind| self.last(kind).map(|event| event.happened_on);
        let known: Vec<_> =
            [("contract_signed", day(Kind::Signed)), ("congress_notice_received", day(Kind::Notified))]
                .into_iter()
                .filter_map(|(event, day)| Some((event, day?)))
                .collect();
        let told = self.timed("negotiation.submission", &known)?;
        Ok(Told { title: "把合同报送审查".to_owned(), button: "登记报送", place, ..told })
    }

    fn effect(&self) -> Result<Told, Problem> {
        let known: Vec<_> = self
            .course
            .under_review_since(self.today)
            .map(|day| ("submission_received", day))
            .into_iter()
            .collect();
        let told = self.timed("negotiation.silent_approval", &known)?;
        let place = form(self.head, "inEffect");
        let button = "登记审查结果";
        let over = told.due.is_some_and(|due| self.today > due);
        if !over {
            let title = "审查合同，期满没有异议即生效".to_owned();
            return Ok(Told { title, button, place, ..told });
        }
        // The term has run out: nobody is late, the effect is to be recorded.
        let origin =
            format!("{}期满没有收到审查意见的，请登记生效；收到退回意见的，请登记退回。", told.origin);
        let rule = told.deadline.as_ref().map(|deadline| deadline.rule.clone());
        let title = "登记合同生效".to_owned();
        Ok(Told { title, whose: Whose::Union, origin, rule, due: None, button, place, ..told })
    }

    fn publication(&self) -> Result<Told, Problem> {
        let known: Vec<_> =
            self.course.effective_on().map(|day| ("contract_effective", day)).into_iter().collect();
        let told = self.timed("negotiation.publication", &known)?;
        let place = form(self.head, "published");
        Ok(Told { title: "向全体职工公布合同".to_owned(), button: "登记公布", place, ..told })
    }

    fn send_up(&self) -> Result<Told, Problem> {
        let told = self.timed("negotiation.report_upper", &[])?;
        let place = form(self.head, "sentUp");
        Ok(Told {
            title: "把合同报送上级工会".to_owned(), button: "登记报送上级工会", place, ..told
        })
    }

    /// How many reports the place asks for in a year.
    fn reports_a_year(&self) -> Option<u32> {
        self.rule("negotiation.report_performance")?.quantity.as_ref()?.boundary(0).filter(|many| *many > 0)
    }

    /// The day by which the next report on how it is kept is due: a whole part of the year after the one before.
    fn report_due(&self) -> Result<Option<NaiveDate>, Problem> {
        let (Some(effect), Some(many)) = (self.course.effective_on(), self.reports_a_year()) else {
            return Ok(None);
        };
        let told = self.events.iter().filter(|event| event.kind == Kind::Explained).count();
        let months = 12 / many * (u32::try_from(told).unwrap_or(u32::MAX).saturating_add(1));
        let due = effect.checked_add_months(Months::new(months));
        let expiry = contracts::expiry(self.head, self.course, self.book, &self.affair.place)?;
        Ok(match (due, expiry) {
            // A part of a year that the term cuts short is reported at its end.
            (Some(due), Some((end, _))) => {
                let before = effect.checked_add_months(Months::new(months - 12 / many));
                (before.is_none_or(|before| before < end)).then_some(due.min(end))
            }
            (due, _) => due,
        })
    }

    /// What asks for checks: pay is told of by a clock of its own where the place has one, all else as often as it is reported.
    fn check_every(&self) -> Option<CheckEvery> {
        let of_pay = matches!(self.head.kind, AgreementKind::Wage | AgreementKind::Collective);
        if of_pay && self.rule(OF_PAY).is_some() {
            return Some(CheckEvery::Clock);
        }
        self.reports_a_year().map(|many| CheckEvery::Months(12 / many.min(12)))
    }

    /// The next check, counted from the last one or the effect; a part that the term cuts short is checked at its end.
    fn check(&self) -> Result<Told, Problem> {
        let last = self.checks.iter().map(|one| one.checked_on).max();
        let since = last.or(self.course.effective_on());
        let every = self.check_every();
        let mut told = match (every, since) {
            (Some(CheckEvery::Clock), Some(since)) => {
                self.timed(OF_PAY, &[("performance_published", since)])?
            }
            (Some(CheckEvery::Clock), None) => self.timed(OF_PAY, &[])?,
            _ => self.timed("negotiation.report_performance", &[])?,
        };
        if let (Some(CheckEvery::Months(months)), Some(since)) = (every, since) {
            told.due = since.checked_add_months(Months::new(months));
            told.origin.push_str(&format!("报告以前先检查，从生效或者上一次检查起每满{months}个月一次。"));
        }
        let end = contracts::expiry(self.head, self.course, self.book, &self.affair.place)?;
        if let (Some((end, _)), Some(due)) = (end, told.due)
            && end < due
        {
            // What was checked on the last day or after it needs no more.
            told.due = since.is_none_or(|since| since < end).then_some(end);
            told.deadline = None;
        }
        let title = "检查合同的履行情况".to_owned();
        let place = form(self.head, "check");
        Ok(Told { title, whose: Whose::Union, button: "登记检查", place, ..told })
    }

    fn performance(&self) -> Result<Told, Problem> {
        let told = self.timed("negotiation.report_performance", &[])?;
        let due = self.report_due()?;
        let every = match self.reports_a_year() {
            Some(many) => format!("从生效的那一天起每满{}个月报告一次。", 12 / many),
            None => String::new(),
        };
        let title = "向职代会报告合同的履行情况".to_owned();
        let place = form(self.head, "explained");
        let origin = format!("{}{every}", told.origin);
        Ok(Told { title, whose: Whose::Union, origin, due, button: "登记报告", place, ..told })
    }

    fn rescission(&self) -> Result<Told, Problem> {
        let day = self.last(Kind::Rescinded).map(|event| event.happened_on);
        let known: Vec<_> = day.map(|day| ("contract_rescinded", day)).into_iter().collect();
        let told = self.timed("negotiation.rescission.filing", &known)?;
        let place = form(self.head, "rescissionFiled");
        Ok(Told { title: "把合同的解除报送备案".to_owned(), button: "登记备案", place, ..told })
    }

    /// The next talks, in the window before the agreement expires: on the last day of its term, else when the place's usual
    /// term from the effect is over, and the origin says so.
    fn renewal(&self) -> Result<Told, Problem> {
        let mut told = self.timed("negotiation.renewal_window", &[])?;
        told.title = "提出下一轮集体协商".to_owned();
        told.whose = Whose::Union;
        told.button = "开始新一年度";
        told.place = Place { page: "negotiation".to_owned(), id: None, part: None };
        let Some((expires_on, usual)) =
            contracts::expiry(self.head, self.course, self.book, &self.affair.place)?
        else {
            return Ok(told);
        };
        if let Some(window) = contracts::renewal_window(self.book, &self.affair.place, expires_on)? {
            told.origin = window.explanation.sentence;
            told.rule = Some(window.rule);
            (told.opens, told.due) = (Some(window.opens), Some(window.closes));
        }
        if let Some(rule) = usual {
            told.origin.push_str(&format!(
                "期满日是按一般的期限从生效日推算的（{}），合同另有约定的，请在合同的期限里填上期满日。",
                rule.short
            ));
        }
        Ok(told)
    }

    fn told(&self, step: Step) -> Result<Told, Problem> {
        match step {
            Step::Draft => self.draft(),
            Step::Vote => self.vote(),
            Step::Notice => Ok(self.notice()),
            Step::Signature => self.signature(),
            Step::Filing => self.filing(),
            Step::Effect => self.effect(),
            Step::Publication => self.publication(),
            Step::SendUp => self.send_up(),
            Step::Check => self.check(),
            Step::Performance => self.performance(),
            Step::Rescission => self.rescission(),
            Step::Renewal => self.renewal(),
        }
    }

    fn detail(&self, step: Step) -> Option<String> {
        let kind = match step {
            Step::Vote => return self.votes.last().map(|vote| vote.verdict.clone()),
            Step::Draft => Kind::Drafted,
            Step::Signature => Kind::Signed,
            Step::Filing => Kind::Filed,
            Step::Effect => Kind::InEffect,
            Step::Publication => Kind::Published,
            Step::SendUp => Kind::SentUp,
            Step::Notice => Kind::Notified,
            Step::Rescission => Kind::RescissionFiled,
            Step::Check => {
                let last = self.checks.last()?;
                return Some(format!("{}检查：{}", day_words(last.checked_on), last.conclusion.trim()));
            }
            Step::Performance | Step::Renewal => return None,
        };
        let event = self.last(kind)?;
        let facts = &event.facts;
        let signed = facts.workers_chief.as_ref().zip(facts.employer_chief.as_ref());
        let parts: Vec<String> = [
            signed.map(|(workers, employer)| format!("职工方{workers}、企业方{employer}签字")),
            facts.copies.map(|copies| format!("{copies}份")),
            text(&facts.receiver).map(str::to_owned),
            text(&facts.number).map(str::to_owned),
            facts.how.map(|how| how.label().to_owned()),
            Some(event.text.trim().to_owned()).filter(|text| !text.is_empty()),
        ]
        .into_iter()
        .flatten()
        .collect();
        (!parts.is_empty()).then(|| parts.join("；"))
    }

    fn papers(&self, step: Step) -> Vec<AgreementPaper> {
        match step {
            Step::Vote => match self.votes.last() {
                Some(vote) => {
                    let session = vote.session.id.map(|id| id.to_string()).unwrap_or_default();
                    vec![
                        paper("计票报告", COUNT, &session),
                        paper("决议", RESOLUTION, &vote.id.to_string()),
                        paper("表决票", BALLOT, &session),
                    ]
                }
                None => Vec::new(),
            },
            Step::Check => {
                let last = self.checks.last().and_then(|check| check.id);
                last.map(|id| paper("履行情况检查表", CHECK, &id.to_string())).into_iter().collect()
            }
            _ => Vec::new(),
        }
    }

    fn rung(&self, step: Step) -> Result<AgreementRung, Problem> {
        let state = self.state(step);
        let told = self.told(step)?;
        let open = matches!(state, RungState::Now | RungState::Later);
        Ok(AgreementRung {
            step,
            title: told.title,
            whose: told.whose,
            state,
            on: self.done(step),
            detail: self.detail(step),
            lacks: if state == RungState::Now { self.lacks(step) } else { Vec::new() },
            origin: told.origin,
            rule: told.rule,
            deadline: told.deadline.filter(|_| open),
            due: told.due.filter(|_| open),
            opens: told.opens.filter(|_| open),
            button: told.button.to_owned(),
            place: told.place,
            papers: self.papers(step),
        })
    }

    /// The ladder from the draft on.
    pub(super) fn rungs(&self) -> Result<Vec<AgreementRung>, Problem> {
        Step::ALL.iter().map(|step| self.rung(*step)).collect()
    }
}

fn stopped(text: &str) -> String {
    let text = text.trim();
    if text.is_empty() || text.ends_with(['。', '！', '？', '；']) {
        text.to_owned()
    } else {
        format!("{text}。")
    }
}
