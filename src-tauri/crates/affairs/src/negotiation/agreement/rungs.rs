//! The ladder of an agreement as its page and 今日 show it: each rung with who acts, what lacks, by which article, by when, and
//! what its button opens. How far it has come, the course says.

mod kept;
mod told;

use chrono::NaiveDate;
use law::{Actor, Deadline, Kind as RuleKind, LawBook, Rule};
use uuid::Uuid;

use super::affair::Affair;
use super::amendments::model::AmendmentAct;
use super::checks::model::SaveAgreementCheck;
use super::contracts;
use super::course::{Act, Course, What};
use super::duties::AHEAD;
use super::model::{
    AgreementPaper, AgreementRung, AgreementRungState as RungState, AgreementState as State,
    AgreementStep as Step, AgreementVote, FilingChecklist,
};
use super::store::Head;
use super::upward::{SEND_UP, goes_up_when_filed};
use crate::Problem;
use crate::congress::papers::{BALLOT, COUNT, RESOLUTION};
use crate::duty::{Place, Whose, clock, day_words};
use crate::negotiation::contract::promises::Promises;
use crate::negotiation::kinds::{AMENDMENT, CHECK, FORM, REPORT, STATEMENT};
use crate::negotiation::model::{Event, EventKind as Kind};
use crate::negotiation::next::NextTalks;
use crate::office::text;
use crate::union::bodies::model::UnionLack;

/// What says that the upper union is told of a change or a rescission.
const REPORT_UP: &str = "negotiation.rescission.report_upper";

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
    /// How often its own text asks for checks and reports.
    pub promises: Promises,
    /// The blanks of its text that nobody has filled.
    pub left_open: Vec<String>,
    /// The blanks of who stands for the parties in law that nobody has filled.
    pub unnamed: Vec<&'static str>,
    /// From when what it amends holds.
    pub holds_on: Option<NaiveDate>,
    /// The day on which it was entered afterwards: what was to be done before it is not asked for.
    pub asked_from: Option<NaiveDate>,
    /// How far the talks have come that follow on it.
    pub next: NextTalks,
    /// A renewal of it is under way.
    pub renewing: bool,
    pub today: NaiveDate,
}

impl Desk<'_> {
    fn rule(&self, subject: &str) -> Option<&Rule> {
        Some(self.book.applies(subject, &self.affair.place, self.today)?.winner)
    }

    /// Whether the filing is due so many days after the employer was told in writing what the congress passed.
    fn counts_from_notice(&self) -> bool {
        let submission = self.rule("negotiation.submission");
        submission.and_then(|rule| rule.start_event.as_deref()) == Some("congress_notice_received")
    }

    fn clock(&self, subject: &str, known: &[(&str, NaiveDate)]) -> Result<Option<Deadline>, Problem> {
        clock(self.book, subject, &self.affair.place, known)
    }

    /// Whether it came back and is talked about anew since.
    fn is_talked_anew(&self) -> bool {
        self.course.is_talked_anew(self.today)
    }

    /// Whether it came back and the talks since left something of it open: they go on before anything is drafted.
    fn is_open_anew(&self) -> bool {
        self.is_talked_anew() && !self.course.open_topics(self.today).is_empty()
    }

    /// Whether an act of a day counts for the agreement as it stands.
    fn counts(&self, on: NaiveDate, id: Uuid) -> bool {
        self.course.counts(on, id, self.today)
    }

    fn last(&self, kind: Kind) -> Option<&Event> {
        let reviewed = matches!(kind, Kind::Filed | Kind::Received);
        let ended = self.course.review_ended(NaiveDate::MAX).filter(|_| reviewed).map(|act| (act.on, act.id));
        let counts = |event: &&Event| {
            let (on, id) = (event.happened_on, event.id.uuid());
            event.kind == kind && self.counts(on, id) && ended.is_none_or(|ended| ended < (on, id))
        };
        self.events.iter().rev().find(counts)
    }

    /// The newest vote on the agreement as it stands.
    fn voted(&self) -> Option<&AgreementVote> {
        self.votes.iter().rev().find(|vote| self.counts(vote.session.held_on, vote.id.uuid()))
    }

    fn passed(&self) -> Option<&AgreementVote> {
        let counts = |vote: &&AgreementVote| self.counts(vote.session.held_on, vote.id.uuid());
        self.votes.iter().rev().filter(counts).find(|vote| vote.passed)
    }

    /// The meeting after which nothing of its topics was open. What was agreed before it came back is of the draft before.
    fn agreed_on(&self) -> Option<NaiveDate> {
        let agreed = match self.head.continues {
            Some(_) => self.course.agreed_on(),
            None => self.affair.agreed_on(self.head.kind),
        }?;
        self.course.anew_since().is_none_or(|back| back.on <= agreed).then_some(agreed)
    }

    /// What of it is still talked about, as a lack.
    fn open_topics(&self) -> Vec<UnionLack> {
        let open = self.course.open_topics(self.today);
        if open.is_empty() {
            return Vec::new();
        }
        let text = format!("还有{}个议题没有谈定：{}。", open.len(), open.join("、"));
        vec![UnionLack { text, rule: None, whose: Whose::Union }]
    }

    /// What it does to the agreement that it amends.
    fn act(&self) -> Option<AmendmentAct> {
        self.course.amends
    }

    /// Whether the upper union must be told in writing of what is changed or rescinded; where a text of the place only lets the
    /// union do so, it is told of and not asked for.
    fn reports_up(&self) -> bool {
        let told = matches!(self.act(), Some(AmendmentAct::Change | AmendmentAct::Rescind));
        told && self.rule(REPORT_UP).is_some_and(|rule| rule.kind == RuleKind::Duty)
    }

    /// Whether it is sent to the upper union when it is filed, and not once it is in effect.
    fn goes_up_when_filed(&self) -> bool {
        !matches!(self.act(), Some(AmendmentAct::Rescind | AmendmentAct::End))
            && goes_up_when_filed(self.affair.law(self.book, self.today))
    }

    /// Whether what amends an agreement goes up this step: a change and a renewal as the conclusion did; a rescission to its
    /// filing; an ending to the signature. How it is kept is told of the agreement itself.
    fn amends_by(&self, act: AmendmentAct, step: Step) -> bool {
        match step {
            Step::Draft | Step::Signature => true,
            Step::Vote | Step::Notice => act != AmendmentAct::End,
            Step::Filing | Step::Effect | Step::Publication => {
                matches!(act, AmendmentAct::Change | AmendmentAct::Renew)
            }
            Step::SendUp => match act {
                AmendmentAct::Change | AmendmentAct::Renew => true,
                AmendmentAct::Rescind => self.reports_up(),
                AmendmentAct::End => false,
            },
            Step::Rescission => self.course.files_end(self.affair.law(self.book, self.today)),
            Step::Check | Step::Performance | Step::Renewal => false,
        }
    }

    /// Whether the place asks for the step at all, or it was done.
    fn has(&self, step: Step) -> bool {
        if let Some(act) = self.act()
            && (!self.amends_by(act, step) || step == Step::Rescission)
        {
            return self.amends_by(act, step);
        }
        let effective = self.course.effective_on().is_some();
        match step {
            Step::Notice => self.counts_from_notice(),
            Step::SendUp => self.reports_up() || self.rule(SEND_UP).is_some(),
            Step::Check => {
                let asked = self.check_every().is_some() || self.promises.check.is_some();
                (asked && !self.was_over()) || !self.checks.is_empty()
            }
            Step::Performance => {
                let asked =
                    self.rule("negotiation.report_performance").is_some() || self.promises.report.is_some();
                (asked && !self.was_over()) || self.last(Kind::Explained).is_some()
            }
            Step::Rescission => {
                self.last(Kind::Rescinded).is_some() && self.rule("negotiation.rescission.filing").is_some()
            }
            Step::Renewal => {
                let open = self.next == NextTalks::Opened;
                !open && effective && self.course.state() == State::InEffect && !self.was_over()
            }
            _ => true,
        }
    }

    /// Whether it comes into effect in this affair, and not in a sealed one that this one continues.
    fn is_concluded_here(&self) -> bool {
        let effect = self.course.last(What::Event(Kind::InEffect));
        let own = |act: &Act| self.affair.events.iter().any(|event| event.id.uuid() == act.id);
        self.head.continues.is_none() || effect.is_none_or(own)
    }

    /// Whether its term had ended before it was entered: nothing lies ahead of it.
    fn was_over(&self) -> bool {
        self.asked_from.zip(self.head.term_to).is_some_and(|(entered, end)| end < entered)
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
            Step::Filing => since(None, Kind::Filed),
            Step::Effect => effect,
            Step::Publication => effect.and_then(|day| since(Some(day), Kind::Published)),
            Step::SendUp if self.act() == Some(AmendmentAct::Rescind) => since(None, Kind::SentUp),
            Step::SendUp if self.goes_up_when_filed() => since(None, Kind::SentUp),
            Step::SendUp => effect.and_then(|day| since(Some(day), Kind::SentUp)),
            Step::Rescission => since(None, Kind::RescissionFiled),
            Step::Check | Step::Performance | Step::Renewal => None,
        }
    }

    /// Which steps come now where the agreement stands.
    fn is_now(&self, step: Step) -> bool {
        let signed = self.course.state() == State::Signed;
        match self.act() {
            Some(AmendmentAct::End) if self.course.state() == State::Drafted => {
                return step == Step::Signature;
            }
            Some(AmendmentAct::End | AmendmentAct::Rescind) if signed => {
                return matches!(step, Step::Rescission | Step::SendUp) && self.done(step).is_none();
            }
            _ => {}
        }
        let filing = matches!(self.course.state(), State::Signed | State::Filed | State::Received);
        if step == Step::SendUp && filing && self.goes_up_when_filed() {
            return self.done(step).is_none();
        }
        match self.course.state() {
            State::Talks if self.act().is_some() => step == Step::Draft,
            State::Talks => step == Step::Draft && self.agreed_on().is_some(),
            State::Rejected => step == Step::Draft,
            State::Drafted => step == Step::Vote,
            State::Passed => step == Step::Signature || (step == Step::Notice && self.done(step).is_none()),
            State::Signed => step == Step::Filing || (step == Step::Notice && self.done(step).is_none()),
            // As long as something of it is open the talks tell what comes next; what amends one has no other ladder than this.
            State::Returned if self.is_talked_anew() => {
                step == Step::Draft && (self.act().is_some() || !self.is_open_anew())
            }
            State::Returned => step == Step::Filing,
            State::Filed | State::Received => step == Step::Effect,
            State::InEffect => {
                let later = [Step::Publication, Step::SendUp, Step::Check, Step::Performance, Step::Renewal];
                let renewed = step == Step::Renewal && self.renewing;
                later.contains(&step) && self.done(step).is_none() && !renewed
            }
            State::Over => step == Step::Rescission && self.done(step).is_none(),
        }
    }

    /// The step that the state has reached; all before it are past.
    fn reached(&self) -> Step {
        match self.course.state() {
            State::Talks | State::Rejected => Step::Draft,
            State::Returned if self.is_talked_anew() => Step::Draft,
            State::Drafted => Step::Vote,
            State::Passed => Step::Signature,
            State::Signed if matches!(self.act(), Some(AmendmentAct::Rescind | AmendmentAct::End)) => {
                Step::Rescission
            }
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
        let reached = self.reached();
        let over = matches!(self.course.state(), State::InEffect | State::Over);
        let ahead = step > reached && !(step == Step::SendUp && self.goes_up_when_filed());
        match self.done(step) {
            Some(_) if ahead && !over => RungState::Later,
            Some(_) if step != Step::Draft || reached > Step::Draft => RungState::Done,
            None if step < reached => RungState::Gap,
            _ => RungState::Later,
        }
    }

    fn lacks(&self, step: Step) -> Vec<UnionLack> {
        let lack = |subject: &str, text: String| {
            let rule = self.rule(subject);
            UnionLack { text, whose: whose_of(rule), rule: rule.map(Rule::reference) }
        };
        match step {
            Step::Draft if self.act().is_some() => match self.course.met {
                Some(_) => self.open_topics(),
                None => {
                    let text = "提出以后还没有登记协商会议。".to_owned();
                    vec![lack("negotiation.amendment.grounds", text)]
                }
            },
            Step::Draft if self.agreed_on().is_none() && self.course.state() == State::Talks => {
                vec![UnionLack {
                    text: "议题还没有全部谈定。".to_owned(), rule: None, whose: Whose::Union
                }]
            }
            Step::Draft | Step::Vote | Step::Signature => self.open_topics(),
            Step::Filing => {
                let open: Vec<&str> = (self.checklist.materials.iter())
                    .filter(|one| !one.ready && !one.usual)
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
            Step::Effect if self.act() == Some(AmendmentAct::Change) => Vec::new(),
            Step::Effect if self.head.term_from.is_none() || self.head.term_to.is_none() => {
                vec![lack("negotiation.term", "还没有填写合同期限的起止日期。".to_owned())]
            }
            _ => Vec::new(),
        }
    }

    fn detail(&self, step: Step) -> Option<String> {
        let kind = match step {
            Step::Vote => return self.voted().map(|vote| vote.verdict.clone()),
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
            // Under a draft they are those who speak for the parties; who signed it, all of them or these, stands on the paper.
            signed.map(|(workers, employer)| match kind {
                Kind::Drafted => format!("首席代表：职工方{workers}、企业方{employer}"),
                _ => format!("职工方{workers}、企业方{employer}签字"),
            }),
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

    /// What a page says of a step that was done after its last day; what was entered afterwards is not told so.
    fn lateness(&self, step: Step, due: Option<NaiveDate>) -> Option<String> {
        let timed =
            matches!(step, Step::Vote | Step::Filing | Step::Publication | Step::SendUp | Step::Rescission);
        let (done, due) = self.done(step).zip(due).filter(|(done, due)| timed && done > due)?;
        let told = !self.course.is_of_papers(done);
        told.then(|| format!("应于{}以前，迟了{}天", day_words(due), (done - due).num_days()))
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
            Step::Signature => match self.act() {
                Some(act) => {
                    let name = format!("{}协议", act.label());
                    vec![paper(&name, AMENDMENT, &self.head.id.to_string())]
                }
                None => Vec::new(),
            },
            Step::Filing if self.passed().is_some() && self.is_concluded_here() => {
                let of = self.head.id.to_string();
                vec![paper("报送审查表", FORM, &of), paper("情况说明", STATEMENT, &of)]
            }
            Step::Performance if !self.checks.is_empty() => {
                vec![paper("年度履行报告", REPORT, &self.head.id.to_string())]
            }
            Step::Check => {
                let last = self.checks.last().and_then(|check| check.id);
                last.map(|id| paper("履行情况检查表", CHECK, &id.to_string())).into_iter().collect()
            }
            _ => Vec::new(),
        }
    }

    fn rung(&self, step: Step) -> Result<AgreementRung, Problem> {
        let told = self.told(step)?;
        let far = told.opens.or(told.due).is_some_and(|day| day > self.today + AHEAD);
        let yearly = matches!(step, Step::Check | Step::Performance | Step::Renewal);
        let state = match self.state(step) {
            RungState::Now if yearly && far => RungState::Later,
            state => state,
        };
        let open = matches!(state, RungState::Now | RungState::Later);
        let late = self.lateness(step, told.due).filter(|_| state == RungState::Done);
        let detail = [self.detail(step), late].into_iter().flatten().collect::<Vec<_>>().join("；");
        Ok(AgreementRung {
            step,
            title: told.title,
            whose: told.whose,
            state,
            on: self.done(step).filter(|_| state != RungState::Later),
            detail: Some(detail).filter(|text| !text.is_empty()),
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
