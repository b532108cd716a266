//! How far an agreement has come, and in which order its acts can have come about. The state is never typed: it follows from
//! what happened and from the votes. What a paper already decided is entered late with its reason and counts as what it says;
//! an effect that nothing stands under is none.

mod anew;
mod barred;
mod order;
mod talked;

pub use anew::Back;
pub use talked::TopicTalk;

use chrono::NaiveDate;
use uuid::Uuid;

use super::amendments::model::AmendmentAct;
use super::model::AgreementState as State;
use super::upward::{SEND_UP, goes_up_when_filed};
use crate::Problem;
use crate::duty::day_words;
use crate::negotiation::model::{EffectHow, EventKind as Kind};
use crate::negotiation::rules::Law;

/// What an act is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// An event.
    Event(Kind),
    /// A vote of the congress, passed or not.
    Vote(bool),
}

/// One act in the course of an agreement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Act {
    /// Its row.
    pub id: Uuid,
    /// What it is.
    pub what: What,
    /// The day.
    pub on: NaiveDate,
    /// Entered afterwards with its reason.
    pub late: bool,
    /// How it took effect, with an effect.
    pub how: Option<EffectHow>,
}

impl Act {
    /// What it is called when it stands in another's way.
    pub fn told(&self) -> &'static str {
        match self.what {
            What::Event(kind) => kind.label(),
            What::Vote(_) => "职代会表决",
        }
    }
}

/// All that decisions about an agreement read.
#[derive(Debug, Clone)]
pub struct Course {
    /// The day the affair was opened: that of its offer, else of its start; of what goes on from a sealed affair, that one's.
    pub opened: NaiveDate,
    /// The day of the first meeting.
    pub met: Option<NaiveDate>,
    /// The whole affair was entered afterwards.
    pub late: bool,
    /// The day on which it was. What happened on that day or since is no paper of before.
    pub entered_on: Option<NaiveDate>,
    /// The term.
    pub term: (Option<NaiveDate>, Option<NaiveDate>),
    /// What it does to the agreement that it amends; none for an agreement of its own.
    pub amends: Option<AmendmentAct>,
    /// Its topics, but for those that the talks go on without; of what amends an agreement, what was spoken of since the proposal.
    pub topics: Vec<TopicTalk>,
    /// By day, then as they were entered.
    pub acts: Vec<Act>,
}

/// What an effect stands on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ground {
    /// The congress passed it.
    Vote,
    /// Both chiefs signed.
    Signature,
    /// It was filed.
    Filing,
    /// It has a first and a last day.
    Term,
}

impl Ground {
    /// As a sentence names it.
    pub fn words(self) -> &'static str {
        match self {
            Ground::Vote => "职代会表决通过",
            Ground::Signature => "双方签字",
            Ground::Filing => "报送",
            Ground::Term => "合同期限的起止日期",
        }
    }
    /// The same of what a contract asks for again that came back.
    fn again(self) -> &'static str {
        match self {
            Ground::Vote => "退回以后的再次表决",
            Ground::Signature => "退回以后的重新签字",
            Ground::Filing => "退回以后的重新报送",
            Ground::Term => self.words(),
        }
    }
    /// The act that it comes of.
    fn act(self) -> Option<What> {
        match self {
            Ground::Vote => Some(What::Vote(true)),
            Ground::Signature => Some(What::Event(Kind::Signed)),
            Ground::Filing => Some(What::Event(Kind::Filed)),
            Ground::Term => None,
        }
    }
    /// The rule that asks for it.
    pub fn subject(self) -> &'static str {
        match self {
            Ground::Vote => "negotiation.congress.required",
            Ground::Signature | Ground::Filing => "negotiation.submission",
            Ground::Term => "negotiation.term",
        }
    }
}

/// What to do when a paper stands behind it.
pub const LATE: &str = "如果是据纸面材料补录，请写明补录的理由。";

impl Course {
    /// Whether an act of a day is one of the papers that the affair was entered from. What happened on the day of the entry or since
    /// is judged as in any other affair.
    pub fn is_of_papers(&self, on: NaiveDate) -> bool {
        self.late && self.entered_on.is_none_or(|entered| on < entered)
    }

    /// Whether its papers say what it came to: it was passed and signed, as far as it is, before the affair was entered.
    pub fn is_concluded_on_paper(&self) -> bool {
        let settles = |act: &&Act| matches!(act.what, What::Vote(true) | What::Event(Kind::Signed));
        self.acts.iter().rfind(settles).map_or(self.late, |act| self.is_of_papers(act.on))
    }

    /// The same without one act.
    pub fn without(&self, id: Uuid) -> Course {
        let mut other = self.clone();
        other.acts.retain(|act| act.id != id);
        other
    }

    /// The same with one act more, in its place.
    pub fn with(mut self, act: Act) -> Course {
        self.acts.push(act);
        self.acts.sort_by_key(|act| (act.on, act.id));
        self
    }

    /// The first and the last day of acts of a kind up to a day.
    fn days(&self, what: What, until: NaiveDate) -> impl Iterator<Item = NaiveDate> + '_ {
        self.acts.iter().filter(move |act| act.what == what && act.on <= until).map(|act| act.on)
    }

    /// The newest act of a kind.
    pub fn last(&self, what: What) -> Option<&Act> {
        self.acts.iter().rev().find(|act| act.what == what)
    }

    /// What an effect on a day would stand on and is not there. A filing that came back is none, and a draft made since stands on no
    /// vote and no signature of before.
    pub fn open_grounds(&self, on: NaiveDate) -> Vec<Ground> {
        let last = |what: What| self.last_place(what, on);
        let redrafted = self.redrafted(on);
        let grounds = [
            (last(What::Vote(true)) > redrafted, Ground::Vote),
            (last(What::Event(Kind::Signed)) > redrafted, Ground::Signature),
            (last(What::Event(Kind::Filed)) > last(What::Event(Kind::Returned)), Ground::Filing),
            (self.has_term(), Ground::Term),
        ];
        grounds.into_iter().filter(|(there, _)| !there).map(|(_, ground)| ground).collect()
    }

    /// Where the newest act of a kind up to a day stands.
    fn last_place(&self, what: What, on: NaiveDate) -> Option<usize> {
        self.acts.iter().rposition(|act| act.what == what && act.on <= on)
    }

    /// Where the newest draft up to a day stands that was made after the contract came back.
    fn redrafted(&self, on: NaiveDate) -> Option<usize> {
        let back = self.acts.iter().position(|act| act.what == What::Event(Kind::Returned))?;
        self.last_place(What::Event(Kind::Drafted), on).filter(|at| back < *at)
    }

    /// Whether its term stands. What only changes an agreement has none of its own.
    fn has_term(&self) -> bool {
        let asked = self.amends.is_none_or(|act| act == AmendmentAct::Renew);
        !asked || (self.term.0.is_some() && self.term.1.is_some())
    }

    /// Whether it ends with the signature: what rescinds or ends an agreement is not reviewed.
    fn ends_with_signature(&self) -> bool {
        matches!(self.amends, Some(AmendmentAct::Rescind | AmendmentAct::End))
    }

    fn step(&self, state: State, act: &Act) -> State {
        let open = matches!(
            state,
            State::Talks | State::Drafted | State::Rejected | State::Passed | State::Returned
        );
        let over = matches!(state, State::InEffect | State::Over);
        let counts = act.late || self.late;
        match act.what {
            What::Event(Kind::Drafted) if open && state != State::Passed => State::Drafted,
            What::Vote(true) if open => State::Passed,
            What::Vote(false) if open => State::Rejected,
            What::Event(Kind::Signed) if open => State::Signed,
            What::Event(Kind::Filed) if !over => State::Filed,
            What::Event(Kind::Received) if !over => State::Received,
            What::Event(Kind::Returned) if !over => State::Returned,
            What::Event(Kind::InEffect) if !over && (counts || self.open_grounds(act.on).is_empty()) => {
                State::InEffect
            }
            What::Event(Kind::Rescinded | Kind::Ended) if state == State::InEffect => State::Over,
            _ => state,
        }
    }

    /// How it stood when an act came: all acts of earlier days, and those of its day that were entered before it.
    fn state_before(&self, act: &Act) -> State {
        let before = self.acts.iter().filter(|other| (other.on, other.id) < (act.on, act.id));
        before.fold(State::Talks, |state, act| self.step(state, act))
    }

    /// How it stands.
    pub fn state(&self) -> State {
        self.acts.iter().fold(State::Talks, |state, act| self.step(state, act))
    }

    /// The day from which it is in effect.
    pub fn effective_on(&self) -> Option<NaiveDate> {
        matches!(self.state(), State::InEffect | State::Over)
            .then(|| self.acts.iter().find(|act| act.what == What::Event(Kind::InEffect)).map(|act| act.on))
            .flatten()
    }

    /// The act up to a day that ended every review before it: the newest return, or the draft made since.
    pub fn review_ended(&self, until: NaiveDate) -> Option<&Act> {
        let returned = self.last_place(What::Event(Kind::Returned), until);
        self.acts.get(returned.max(self.redrafted(until))?)
    }

    /// The day from which the department's term runs: when it received the last filing, else when it was handed in. A filing that
    /// came back runs no more.
    pub fn under_review_since(&self, until: NaiveDate) -> Option<NaiveDate> {
        let ended = self.review_ended(until).map(|act| (act.on, act.id));
        let counts = |act: &Act| act.on <= until && ended.is_none_or(|ended| ended < (act.on, act.id));
        let newest = |what: What| self.acts.iter().rfind(|act| act.what == what && counts(act));
        let filed = newest(What::Event(Kind::Filed))?.on;
        let received = newest(What::Event(Kind::Received)).map(|act| act.on);
        Some(received.filter(|day| *day >= filed).unwrap_or(filed))
    }

    /// Whether both sides signed: the talk over it is at its end.
    pub fn is_signed(&self) -> bool {
        !matches!(self.state(), State::Talks | State::Drafted | State::Rejected | State::Passed)
    }

    /// Refuses an act that cannot be where the agreement stands on its day. The course does not hold it yet.
    ///
    /// Errors: `bad_input` at `kind` or `happenedOn`, `refused` with the rule of the step that lacks.
    pub fn check(&self, law: Law<'_>, act: &Act) -> Result<(), Problem> {
        let effect = act.what == What::Event(Kind::InEffect);
        self.check_effect_once(law, act)?;
        self.check_before_effect(law, act)?;
        // The reason says why it is typed late. It excuses no order that was not kept, and no days that were not waited for.
        if act.late || self.is_of_papers(act.on) {
            self.check_once(law, act)?;
            self.check_passed(law, act)?;
            self.check_filed(law, act)?;
            self.check_order(law, act)?;
            return if effect { self.check_effect(law, act) } else { Ok(()) };
        }
        if act.on < self.opened {
            let opened = day_words(self.opened);
            return Err(early(format!("这个日期早于本次协商开始的{opened}，请核对；{LATE}")));
        }
        self.check_filed(law, act)?;
        self.check_before(law, act)?;
        self.check_topics(law, act)?;
        self.check_state(law, act)?;
        match act.what {
            What::Event(Kind::InEffect) => self.check_effect(law, act),
            _ => Ok(()),
        }
    }

    /// What must have come before it, and on which day it first did.
    fn check_before(&self, law: Law<'_>, act: &Act) -> Result<(), Problem> {
        let first = |what| self.acts.iter().find(|act| act.what == what).map(|act| act.on);
        let event = |kind| first(What::Event(kind));
        let (words, day, subject) = match act.what {
            What::Event(Kind::Drafted) => ("协商会议", self.met, "negotiation.meeting_order"),
            What::Vote(_) => ("形成草案", event(Kind::Drafted), "negotiation.congress.required"),
            What::Event(Kind::Signed) if self.amends == Some(AmendmentAct::End) => {
                ("形成草案", event(Kind::Drafted), "negotiation.meeting_order")
            }
            What::Event(Kind::RescissionFiled) if self.ends_with_signature() => {
                ("双方签字", event(Kind::Signed), "negotiation.rescission.filing")
            }
            What::Event(Kind::SentUp) if self.amends == Some(AmendmentAct::Rescind) => {
                ("双方签字", event(Kind::Signed), "negotiation.rescission.report_upper")
            }
            What::Event(Kind::SentUp) if goes_up_when_filed(law) => {
                ("双方签字", event(Kind::Signed), SEND_UP)
            }
            What::Event(Kind::Notified | Kind::Signed) => {
                ("职代会表决通过", first(What::Vote(true)), "negotiation.congress.required")
            }
            What::Event(Kind::Filed) => ("双方签字", event(Kind::Signed), "negotiation.submission"),
            What::Event(Kind::Received | Kind::Returned | Kind::InEffect) => {
                ("报送", event(Kind::Filed), "negotiation.silent_approval")
            }
            What::Event(Kind::RescissionFiled) => {
                ("解除", event(Kind::Rescinded), "negotiation.rescission.filing")
            }
            What::Event(_) => ("生效", self.effective_on(), "negotiation.silent_approval"),
        };
        match day {
            None => Err(by(law, subject, "kind", format!("还没有登记{words}，请先登记{words}；{LATE}"))),
            Some(day) if act.on < day => {
                let problem = early(format!("日期早于{words}的{}，请核对；{LATE}", day_words(day)));
                Err(Problem { rule: law.rule(subject).map(|rule| rule.short), ..problem })
            }
            Some(_) => Ok(()),
        }
    }

    /// Whether it can come where the agreement stands on that day.
    fn check_state(&self, law: Law<'_>, act: &Act) -> Result<(), Problem> {
        let state = self.state_before(act);
        let filed = self.days(What::Event(Kind::Filed), act.on).last().map(day_words).unwrap_or_default();
        let required = "negotiation.congress.required";
        let ends = self.amends == Some(AmendmentAct::End);
        if let What::Event(kind) = act.what
            && let Some((subject, message)) = anew::unready(kind, state)
        {
            return Err(by(law, subject, "happenedOn", message.to_owned()));
        }
        let refusal = match (act.what, state) {
            (What::Event(Kind::Signed), State::Drafted) if ends => return Ok(()),
            (What::Event(Kind::SentUp), _) if self.amends == Some(AmendmentAct::Rescind) => return Ok(()),
            (What::Event(Kind::SentUp), State::Signed | State::Filed | State::Received)
                if goes_up_when_filed(law) =>
            {
                return Ok(());
            }
            (What::Vote(_), _) if ends => (required, "终止合同的协议不用表决，双方签字就可以".to_owned()),
            (
                What::Event(Kind::Drafted),
                State::Talks | State::Drafted | State::Rejected | State::Returned,
            )
            | (What::Vote(_), State::Drafted)
            | (What::Event(Kind::Notified), _)
            | (What::Event(Kind::Signed), State::Passed | State::Returned)
            | (What::Event(Kind::Filed), State::Signed | State::Returned)
            | (What::Event(Kind::Received), State::Filed)
            | (What::Event(Kind::Returned | Kind::InEffect), State::Filed | State::Received)
            | (What::Event(Kind::RescissionFiled), _) => return Ok(()),
            (What::Event(Kind::Drafted), _) => {
                (required, format!("草案已经表决通过，{}", self.not_back(act, "不用再登记草案")))
            }
            (What::Vote(_), State::Rejected) => {
                (required, "上一次表决没有通过，应当重新协商、形成新的草案以后再表决".to_owned())
            }
            (What::Vote(_), State::Returned) => (
                required,
                "合同被退回，应当重新协商、形成新的草案以后再表决；只是补正材料的，直接登记报送".to_owned(),
            ),
            (What::Vote(_), _) => match self.signed_unvoted(act) {
                Some(signed) => {
                    let signed = day_words(signed.on);
                    let message =
                        format!("双方签字登记在{signed}，表决应当在签字之前，请核对表决和签字的日期。");
                    return Err(by(law, required, "happenedOn", message));
                }
                None => (required, "草案已经表决通过，不用再次表决".to_owned()),
            },
            (What::Event(Kind::Signed), State::Rejected) => {
                (required, "职代会没有通过草案，不能签字；重新协商、再次表决通过以后再签".to_owned())
            }
            (What::Event(Kind::Signed), State::Filed | State::Received) => (
                "negotiation.submission",
                format!("合同已于{filed}报送，{}", self.not_back(act, "签字日期应当在报送之前，请核对")),
            ),
            (What::Event(Kind::Signed), State::Drafted) => {
                (required, "这一份草案还没有表决，表决通过以后才能签字".to_owned())
            }
            (What::Event(Kind::Signed), _) => {
                ("negotiation.submission", "双方签字已经登记过，请打开那一条修改".to_owned())
            }
            (What::Event(Kind::Filed), State::Filed | State::Received) => {
                let message = format!("合同已于{filed}报送，{}", self.not_back(act, "不用再次报送"));
                ("negotiation.submission", message)
            }
            (What::Event(Kind::Received), State::Received) => {
                ("negotiation.silent_approval", "这次报送的收到日期已经登记过，请打开那一条修改".to_owned())
            }
            (What::Event(Kind::Filed | Kind::Received | Kind::Returned | Kind::InEffect), _) => {
                ("negotiation.silent_approval", "合同在这一天已经生效或者终止，请核对日期".to_owned())
            }
            (What::Event(_), State::InEffect) => return Ok(()),
            (What::Event(_), State::Over) => {
                ("negotiation.silent_approval", "合同在这一天已经终止，请核对日期".to_owned())
            }
            (What::Event(_), _) => {
                ("negotiation.silent_approval", "合同在这一天还没有生效，请核对日期".to_owned())
            }
        };
        Err(by(law, refusal.0, "happenedOn", format!("{}；{LATE}", refusal.1)))
    }

    /// An effect stands on vote, signature, filing and term, in their order, also one that is entered from an archive: what a paper
    /// shows of them is entered late as well.
    fn check_grounds(&self, law: Law<'_>, act: &Act) -> Result<(), Problem> {
        let Some(ground) = self.open_grounds(act.on).first().copied() else {
            return self.check_placed(law, act);
        };
        let field = if ground == Ground::Term { "termTo" } else { "kind" };
        let came_back = ground.act().is_some_and(|what| self.days(what, act.on).next().is_some());
        let words = if came_back { ground.again() } else { ground.words() };
        let message = format!("还没有登记{words}，生效以它为前提；是早已办过的，请先照纸面材料补录{words}。");
        Err(by(law, ground.subject(), field, message))
    }

    /// A silent effect comes when the department's term is over.
    fn check_effect(&self, law: Law<'_>, act: &Act) -> Result<(), Problem> {
        self.check_grounds(law, act)?;
        if act.how == Some(EffectHow::Opinion) {
            return Ok(());
        }
        let Some(since) = self.under_review_since(act.on) else { return Ok(()) };
        let known = [("submission_received", since)];
        let Some(deadline) = crate::duty::clock(law.book, "negotiation.silent_approval", law.place, &known)?
        else {
            return Ok(());
        };
        if act.on >= deadline.due {
            return Ok(());
        }
        let message = format!(
            "从{}起算，审查期到{}才满，没有异议的从那一天起生效；已经收到无异议的审查意见书的，请选“审查无异议”。",
            day_words(since),
            day_words(deadline.due)
        );
        Err(Problem::refused(&deadline.rule, message).at("happenedOn"))
    }

    /// Refuses a change after which an act that stood on another one hangs in the air.
    ///
    /// Errors: `refused`.
    pub fn check_leaning(&self, law: Law<'_>, after: &Course) -> Result<(), Problem> {
        for act in &after.acts {
            // What was entered late stood on nothing before either.
            let goes_back = self.goes_back_from(act) || after.goes_back_from(act);
            let known = |course: &Course| course.without(act.id).known_by(act, goes_back);
            if known(self).check(law, act).is_err() {
                continue;
            }
            if let Err(why) = known(after).check(law, act) {
                let (day, told) = (day_words(act.on), act.told());
                let message = self
                    .rejected_before(after, act)
                    .or_else(|| self.outrun(after, act))
                    .unwrap_or_else(|| format!("后面{day}登记的“{told}”以它为前提，请先修改或移除那一项。"));
                return Err(Problem { rule: why.rule, ..Problem::new("refused", message) });
            }
        }
        Ok(())
    }
}

fn early(message: String) -> Problem {
    Problem::input("happenedOn", message)
}

/// A refusal with the rule of its subject, where the place has one.
fn by(law: Law<'_>, subject: &str, field: &str, message: String) -> Problem {
    match law.rule(subject) {
        Some(rule) => Problem::refused(&rule, message).at(field),
        None => Problem::new("refused", message).at(field),
    }
}
