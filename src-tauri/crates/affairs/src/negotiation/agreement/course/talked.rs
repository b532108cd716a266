//! What of an agreement's topics was open on a day, and what waits for it: a draft holds what was agreed upon. And that a contract is
//! signed, filed and received once, and takes effect once.

use chrono::NaiveDate;

use super::{Act, Course, Kind, LATE, State, What, by};
use crate::Problem;
use crate::duty::day_words;
use crate::negotiation::rules::Law;

/// What the meetings made of one topic, as far as an agreement reads it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TopicTalk {
    /// 议题.
    pub title: String,
    /// The meetings that spoke of it the earliest first, each with the day on which it ended and whether it was agreed upon.
    pub told: Vec<(NaiveDate, bool)>,
}

impl TopicTalk {
    /// The day of the meeting that agreed upon it, where the last one did.
    pub fn agreed_on(&self) -> Option<NaiveDate> {
        self.told.last().filter(|(_, agreed)| *agreed).map(|(on, _)| *on)
    }

    /// The same as the meetings of some days made it.
    pub fn on_days(&self, days: impl Fn(NaiveDate) -> bool) -> TopicTalk {
        let told = self.told.iter().copied().filter(|(held, _)| days(*held)).collect();
        TopicTalk { title: self.title.clone(), told }
    }

    /// Whether it was open on a day: no meeting up to then spoke of it, or the last that did came to nothing.
    fn is_open(&self, on: NaiveDate) -> bool {
        !self.told.iter().rev().find(|(held, _)| *held <= on).is_some_and(|(_, agreed)| *agreed)
    }
}

impl Course {
    /// The topics of it that were open on a day, by their titles. What amends an agreement is talked about under the topics of its
    /// conclusion: what of them was agreed upon is what it says, and only where nothing was, all are open.
    pub fn open_topics(&self, on: NaiveDate) -> Vec<&str> {
        let told = |topic: &&TopicTalk| topic.told.iter().any(|(held, _)| *held <= on);
        let open = |topic: &&TopicTalk| topic.is_open(on);
        if self.amends.is_none() {
            return self.topics.iter().filter(open).map(|topic| topic.title.trim()).collect();
        }
        let talked: Vec<&TopicTalk> = self.topics.iter().filter(told).collect();
        match talked.iter().all(|topic| topic.is_open(on)) {
            true => talked.into_iter().map(|topic| topic.title.trim()).collect(),
            false => Vec::new(),
        }
    }

    /// Whether the talks over what amends an agreement came to nothing by a day: the last meeting over it agreed upon nothing.
    pub fn came_to_nothing(&self, on: NaiveDate) -> bool {
        let talked = self.amends.is_some() && self.met.is_some();
        talked && self.state() == State::Talks && !self.open_topics(on).is_empty()
    }

    /// Whether what amends an agreement ended without a result by a day: its talks came to nothing, or the congress rejected it. Until
    /// it is taken up again it stands in the way of no other.
    pub fn is_fallen(&self, on: NaiveDate) -> bool {
        let rejected = self.amends.is_some() && self.state() == State::Rejected;
        rejected || self.came_to_nothing(on)
    }

    /// Whether the draft of an act went back with it or since.
    pub(super) fn goes_back_from(&self, act: &Act) -> bool {
        let went_back = |one: &Act| {
            (one.on, one.id) >= (act.on, act.id)
                && matches!(one.what, What::Vote(false) | What::Event(Kind::Returned))
        };
        went_back(act) || self.acts.iter().any(went_back)
    }

    /// The same for an act whose draft went back: a topic that nobody had spoken of by then is one of the next draft.
    pub(super) fn known_by(mut self, act: &Act, goes_back: bool) -> Course {
        if goes_back {
            self.topics.retain(|topic| topic.told.iter().any(|(held, _)| *held <= act.on));
        }
        self
    }

    /// A contract is signed once, filed once and received once, whatever is entered afterwards: again only when it came back.
    ///
    /// Errors: `refused` with the rule.
    pub(super) fn check_once(&self, law: Law<'_>, act: &Act) -> Result<(), Problem> {
        let (subject, once, again) = match act.what {
            What::Event(Kind::Signed) => ("negotiation.submission", "一份合同只签一次", "签"),
            What::Event(Kind::Filed) => ("negotiation.submission", "一份合同只报送一次", "报送"),
            What::Event(Kind::Received) => ("negotiation.silent_approval", "一次报送只收到一次", "报送"),
            _ => return Ok(()),
        };
        let round = self.round_of(act);
        let Some(other) = round.iter().find(|one| one.what == act.what) else { return Ok(()) };
        let message = format!(
            "{}已经登记过{}，{once}，请打开那一条更正；退回以后重新{again}的，请先登记退回。",
            day_words(other.on),
            other.told()
        );
        Err(by(law, subject, "kind", message))
    }

    /// It takes effect once, whatever is entered afterwards.
    pub(super) fn check_effect_once(&self, law: Law<'_>, act: &Act) -> Result<(), Problem> {
        let effect = What::Event(Kind::InEffect);
        let Some(other) = self.last(effect).filter(|_| act.what == effect) else { return Ok(()) };
        let message =
            format!("{}已经登记过生效，一份合同只生效一次，请打开那一条更正。", day_words(other.on));
        Err(by(law, "negotiation.silent_approval", "kind", message))
    }

    /// The last day up to one on which its topics were talked about since it came back, with nothing drafted since the return.
    pub fn talked_anew(&self, on: NaiveDate) -> Option<NaiveDate> {
        let counts =
            |one: &&Act| one.on <= on && matches!(one.what, What::Event(Kind::Returned | Kind::Drafted));
        let back = self.acts.iter().rev().find(counts)?;
        if back.what != What::Event(Kind::Returned) {
            return None;
        }
        let days = self.topics.iter().flat_map(|topic| topic.told.iter().map(|(held, _)| *held));
        days.filter(|held| back.on <= *held && *held <= on).max()
    }

    /// Whether it lies back and is talked about anew since, up to a day: the text of before is neither signed nor filed again.
    pub fn is_talked_anew(&self, on: NaiveDate) -> bool {
        self.state() == State::Returned && self.talked_anew(on).is_some()
    }

    /// The meeting after which nothing of its topics was open.
    pub fn agreed_on(&self) -> Option<NaiveDate> {
        let days: Option<Vec<NaiveDate>> = self.topics.iter().map(TopicTalk::agreed_on).collect();
        days.and_then(|days| days.into_iter().max())
    }

    /// Refuses to sign or to file the text of before once the talks were held anew after a return: what is filed then is what was
    /// drafted of them. Papers that are completed without a meeting go in again as they are.
    ///
    /// Errors: `refused` with the rule.
    fn check_talked_anew(&self, law: Law<'_>, act: &Act) -> Result<(), Problem> {
        let what = match act.what {
            What::Event(Kind::Signed) => "签字",
            What::Event(Kind::Filed) => "报送",
            _ => return Ok(()),
        };
        let Some(met) = self.talked_anew(act.on) else { return Ok(()) };
        let how = match self.open_topics(act.on).is_empty() {
            true => "谈定的内容还没有形成新的草案",
            false => "还没有谈定",
        };
        let message = format!(
            "合同退回以后{}又开会谈过，{how}，不能照原来的文本{what}；谈定以后先登记新的草案，再次表决、双方签字，把修改后的文本报送；{LATE}",
            day_words(met)
        );
        let subjects = ["negotiation.resubmission", "negotiation.submission"];
        let subject = subjects.into_iter().find(|one| law.rule(one).is_some());
        Err(by(law, subject.unwrap_or("negotiation.submission"), "kind", message))
    }

    /// A draft holds what was agreed upon: nothing of it is open when it is formed, voted on and signed. One that was entered
    /// afterwards came about as its reason says, and what follows it does too.
    pub(super) fn check_topics(&self, law: Law<'_>, act: &Act) -> Result<(), Problem> {
        let what = match act.what {
            What::Event(Kind::Drafted) => "形成草案",
            What::Vote(_) => "表决",
            What::Event(Kind::Signed) => "签字",
            What::Event(_) => return self.check_talked_anew(law, act),
        };
        let drafted = |one: &&Act| one.what == What::Event(Kind::Drafted) && one.on <= act.on;
        let late =
            self.acts.iter().rev().find(drafted).is_some_and(|one| one.late || self.is_of_papers(one.on));
        let open = self.open_topics(act.on);
        if open.is_empty() || (late && act.what != What::Event(Kind::Drafted)) {
            return self.check_talked_anew(law, act);
        }
        let message = match self.amends {
            None => format!(
                "到这一天还有{}个议题没有谈定（{}），谈定以后才能{what}。接着谈的，先记录下一轮会议；双方同意不再谈、或者留到下一次协商的，请在“议题”里登记去向；{LATE}",
                open.len(),
                open.join("、")
            ),
            Some(act) => format!(
                "提出{}以后的会议到这一天没有谈定（{}），谈定以后才能{what}。接着谈的，先记录下一轮会议；{LATE}",
                act.label(),
                open.join("、")
            ),
        };
        let subject = ["negotiation.draft", "negotiation.draft.maker"];
        let subject = subject.into_iter().find(|one| law.rule(one).is_some());
        Err(by(law, subject.unwrap_or("negotiation.meeting_order"), "kind", message))
    }
}
