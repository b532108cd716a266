//! The ladder as its page and 今日 show it: each rung with who acts, what lacks, by which article, by when, and what its button
//! opens. How far it has come, `rules` say.

use chrono::{Days, NaiveDate};
use law::{Deadline, Unit};

use super::kinds::{AUDIT, NOTICE, REPORT, REQUEST};
use super::model::{
    ElectionEventKind as Kind, ElectionId, ElectionPost as Post, ElectionRung, ElectionRungState,
    ElectionStep as Step,
};
use super::rules::course::{Course, STEPS, event_of};
use super::rules::{ElectionLaw, candidates, delegates, lack, order};
use crate::Problem;
use crate::duty::{Place, Whose, day_words};
use crate::typed::text;
use crate::union::bodies::model::UnionLack;

/// The page of re-elections.
pub(super) const PAGE: &str = "election";

/// A form of the page.
pub(super) fn form(id: ElectionId, part: &str) -> Place {
    Place { page: PAGE.to_owned(), id: Some(id.to_string()), part: Some(part.to_owned()) }
}

/// A filled paper.
pub(super) fn paper(kind: &str, of: &str) -> Place {
    Place { page: "papers".to_owned(), id: Some(format!("{kind}@{of}")), part: None }
}

/// Whose move a step is.
fn whose(step: Step) -> Whose {
    match step {
        Step::Approval | Step::Consent | Step::Confirmation | Step::LeavingAudit => Whose::Upper,
        _ => Whose::Union,
    }
}

/// What a step is, as what is to be done.
fn title(step: Step) -> &'static str {
    match step {
        Step::Request => "报出换届请示",
        Step::Approval => "批复换届请示",
        Step::Delegates => "选出会员代表",
        Step::Qualification => "审查会员代表资格",
        Step::Proposal => "提出候选人建议名单",
        Step::Consent => "审查同意候选人",
        Step::Posting => "公示候选人",
        Step::Ballots => "召开大会选举，登记计票",
        Step::Plenums => "召开委员会第一次全体会议选举",
        Step::Report => "报出选举结果",
        Step::Confirmation => "批准选举结果",
        Step::Registration => "办理法人变更登记",
        Step::LeavingAudit => "审计前任主席",
        Step::HandOver => "新旧主席交接",
    }
}

/// Why a hand-over is due; no law that the book holds sets its day.
const HAND_OVER: &str = "换了主席，印章、账册、文件和账本要当面移交，照移交清册逐项点交，交完登记。";

/// What the form of an event is called on the page.
fn part(kind: Kind) -> String {
    format!("event:{}", kind.code())
}

struct Desk<'a> {
    law: ElectionLaw<'a>,
    id: ElectionId,
    course: &'a Course,
    today: NaiveDate,
    /// Since when the present term is over, or will be: what all of it is in time for.
    ends_on: Option<NaiveDate>,
}

impl Desk<'_> {
    fn slate_lacks(&self) -> Vec<UnionLack> {
        let course = self.course;
        course.posts().flat_map(|post| candidates::lacks(self.law, course, post, self.today)).collect()
    }

    /// What lacks before a step can be done.
    fn lacks(&self, step: Step) -> Vec<UnionLack> {
        let (law, course) = (self.law, self.course);
        match step {
            Step::Delegates => delegates::delegate_lacks(law, course, self.today),
            Step::Proposal => self.slate_lacks(),
            Step::Posting => {
                self.slate_lacks().into_iter().filter(|lack| lack.text.starts_with("还没有核对")).collect()
            }
            Step::Ballots | Step::Plenums => {
                course.posts_of(step).into_iter().filter_map(|post| self.open_seats(post)).collect()
            }
            _ => Vec::new(),
        }
    }

    /// That a post is not filled, and how it goes on.
    fn open_seats(&self, post: Post) -> Option<UnionLack> {
        let outcome = self.course.outcome(self.law, post);
        if outcome.is_full() {
            return None;
        }
        let label = post.label();
        let (subject, text) = if outcome.rounds.is_empty() {
            ("union.election.majority", format!("{label}还没有投票，应选{}人。", self.course.seats(post)))
        } else if outcome.tied.is_empty() {
            let text = format!("{label}还缺{}人，要就缺的名额再投一轮。", outcome.short);
            ("union.election.tie", text)
        } else {
            let names: Vec<&str> = outcome.tied.iter().map(|one| one.name.as_str()).collect();
            let text = format!("{label}：{}票数相等，要在他们中间再投一轮。", names.join("、"));
            ("union.election.tie", text)
        };
        Some(lack(self.law.rule(subject, self.today), text))
    }

    /// The clock of a step.
    fn clock(&self, step: Step) -> Result<Option<Deadline>, Problem> {
        let (law, course) = (self.law, self.course);
        let since = |kind: Kind| course.event(kind).map(|event| event.happened_on);
        let (subject, event, day) = match step {
            Step::Approval => ("union.election.request.answer", "request_received", since(Kind::Requested)),
            Step::Confirmation => {
                ("union.election.approval.answer", "report_received", since(Kind::Reported))
            }
            Step::Registration => ("union.legal_person.change", "chair_changed", since(Kind::Confirmed)),
            Step::Posting => return self.posting_clock(),
            _ => return Ok(None),
        };
        match day {
            Some(day) => law.clock(subject, event, day),
            None => Ok(None),
        }
    }

    /// The last day to begin posting before the planned meeting: the earliest of committee's and chair's.
    fn posting_clock(&self) -> Result<Option<Deadline>, Problem> {
        let mut clocks = Vec::new();
        for subject in ["union.election.notice", "union.election.chair_notice"] {
            clocks.extend(self.law.clock(subject, "election", self.course.record.planned_on)?);
        }
        clocks.sort_by_key(|clock| clock.due);
        Ok(clocks.into_iter().next())
    }

    /// By when a step up to the meeting is in time for it, and why, where no clock of its own runs: the meeting by the day that
    /// is planned, or the end of the term where that is earlier; what goes before the posting by the last day to begin it.
    fn in_time(&self, step: Step) -> Result<Option<(NaiveDate, String)>, Problem> {
        if step > Step::Ballots {
            return Ok(None);
        }
        let planned = self.course.record.planned_on;
        let held = format!("大会定于{}召开", day_words(planned));
        let (day, mut said) = match self.ends_on {
            Some(ends_on) if ends_on < planned => {
                (ends_on, format!("{held}，本届任期{}届满，要在届满以前选举。", day_words(ends_on)))
            }
            Some(ends_on) => (planned, format!("{held}，本届任期{}届满。", day_words(ends_on))),
            None => (planned, format!("{held}。")),
        };
        let before_posting = matches!(step, Step::Request | Step::Approval | Step::Proposal | Step::Consent);
        let posting = if before_posting { self.posting_clock()? } else { None };
        let Some(posting) = posting.map(|clock| clock.due).filter(|posting| *posting < day) else {
            return Ok(Some((day, said)));
        };
        let begins = day_words(posting);
        // The upper union has its days to answer; where they are gone already, nothing is called late that no law dates.
        let answer = if step == Step::Request { self.answer_days() } else { None };
        let asked = answer.and_then(|days| Some((days, posting.checked_sub_days(Days::new(days))?)));
        let by = match asked {
            Some((days, by)) if by >= self.today => {
                said.push_str(&format!(
                    "候选人最迟{begins}开始公示，上级批复有{days}日，请示最好在{}以前报出。",
                    day_words(by)
                ));
                by
            }
            Some((days, _)) => {
                said.push_str(&format!(
                    "候选人最迟{begins}开始公示，上级批复有{days}日，请马上报出；来不及的，推后大会的日期。"
                ));
                posting
            }
            None => {
                said.push_str(&format!("候选人最迟{begins}开始公示，这一步要在公示以前办好。"));
                posting
            }
        };
        Ok(Some((by, said)))
    }

    /// How many days the upper union has to answer the request, where a rule gives them.
    fn answer_days(&self) -> Option<u64> {
        let (_, term) = self.law.line("union.election.request.answer", self.today)?;
        let days = term.whole().filter(|_| term.unit == Unit::CalendarDay)?;
        u64::try_from(days).ok()
    }

    fn button(&self, step: Step) -> (String, Place) {
        let to = |button: &str, place: Place| (button.to_owned(), place);
        let of = self.id.to_string();
        let (law, course) = (self.law, self.course);
        // What was issued is not printed again: that it went out is entered.
        let filled = |button: &str, kind: &str| match event_of(step) {
            Some(event) if course.issued.contains(kind) => to("登记", form(self.id, &part(event))),
            _ => to(button, paper(kind, &of)),
        };
        match step {
            Step::Request => filled("看换届请示", REQUEST),
            Step::Delegates if course.delegates.0 == 0 => {
                let session = Some(course.record.session.to_string());
                let part = Some("delegates".to_owned());
                to("登记会员代表", Place { page: "membersCongress".to_owned(), id: session, part })
            }
            Step::Proposal if !self.slate_lacks().is_empty() => to("登记候选人", form(self.id, "candidates")),
            Step::Posting if self.lacks(step).is_empty() => filled("看候选人公示", NOTICE),
            Step::Posting => to("核对候选人", form(self.id, "candidates")),
            Step::Ballots | Step::Plenums => {
                let voted = course.posts_of(step);
                let open = voted.into_iter().find(|post| !course.outcome(law, *post).is_full());
                let part = format!("ballot:{}", open.unwrap_or(Post::Committee).code());
                to("登记计票", form(self.id, &part))
            }
            Step::Report => filled("看选举结果报告", REPORT),
            Step::LeavingAudit => filled("看离任审计申请", AUDIT),
            Step::HandOver => {
                let place = Place {
                    page: "papers".to_owned(),
                    id: Some("union.handOver@ledger".to_owned()),
                    part: None,
                };
                to("看移交清册", place)
            }
            _ => match event_of(step) {
                Some(kind) => to("登记", form(self.id, &part(kind))),
                None => to("登记", form(self.id, "candidates")),
            },
        }
    }

    /// The papers of steps that are done, which are still asked for.
    fn kept_paper(&self, step: Step) -> Option<Place> {
        let kind = match step {
            Step::Request => REQUEST,
            Step::Posting => NOTICE,
            Step::Report => REPORT,
            Step::LeavingAudit => AUDIT,
            _ => return None,
        };
        Some(paper(kind, &self.id.to_string()))
    }

    fn detail(&self, step: Step) -> Option<String> {
        let event = self.course.event(event_of(step)?)?;
        let until = event.until_on.map(|until| format!("公示到{}", day_words(until)));
        let parts: Vec<String> =
            [text(&event.number).map(str::to_owned), until, text(&event.text).map(str::to_owned)]
                .into_iter()
                .flatten()
                .collect();
        (!parts.is_empty()).then(|| parts.join("；"))
    }

    fn rung(&self, step: Step, is_next: bool) -> Result<ElectionRung, Problem> {
        let (law, course) = (self.law, self.course);
        let on = course.done(law, step);
        let state = match on {
            _ if !course.has(law, step) => ElectionRungState::NotNeeded,
            Some(_) => ElectionRungState::Done,
            None if is_next => ElectionRungState::Now,
            None => ElectionRungState::Later,
        };
        let open = matches!(state, ElectionRungState::Now | ElectionRungState::Later);
        let deadline = if open { self.clock(step)? } else { None };
        let rule = order::subject(step).and_then(|subject| law.rule(subject, self.today));
        let mut origin = match (&deadline, rule) {
            (Some(deadline), _) => deadline.explanation.sentence.clone(),
            (None, Some(rule)) => {
                format!(
                    "依{}《{}》{}，{}。",
                    rule.reference().layer_name,
                    rule.instrument,
                    rule.article,
                    rule.title
                )
            }
            (None, None) if step == Step::HandOver => HAND_OVER.to_owned(),
            (None, None) => String::new(),
        };
        let timely = if open && deadline.is_none() { self.in_time(step)? } else { None };
        let due = deadline.as_ref().map(|clock| clock.due).or(timely.as_ref().map(|(day, _)| *day));
        if let Some((_, why)) = &timely {
            origin.push_str(why);
        }
        let (button, place) = self.button(step);
        let event = event_of(step).and_then(|kind| course.event(kind));
        Ok(ElectionRung {
            step,
            title: title(step).to_owned(),
            whose: whose(step),
            state,
            on,
            detail: self.detail(step),
            event: event.cloned(),
            lacks: if open { self.lacks(step) } else { Vec::new() },
            origin,
            rule: rule.filter(|_| deadline.is_none()).map(law::Rule::reference),
            deadline,
            due,
            button,
            place,
            paper: self.kept_paper(step),
        })
    }
}

/// The ladder of a re-election, from the ground floor. Several rungs can be the next: delegates and candidates go side by side.
pub(super) fn rungs(
    law: ElectionLaw<'_>,
    id: ElectionId,
    course: &Course,
    ends_on: Option<NaiveDate>,
    today: NaiveDate,
) -> Result<Vec<ElectionRung>, Problem> {
    let desk = Desk { law, id, course, today, ends_on };
    STEPS.iter().map(|step| desk.rung(*step, course.is_open(law, *step))).collect()
}
