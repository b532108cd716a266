//! What is to be done next in a case, whose it is, by when and by which rule. The page's one filled button and 今日 are both
//! read from here, so that they never say two things. Where neither law nor letter sets a day, none is invented.

use chrono::NaiveDate;
use law::{Deadline, RuleRef};

use super::course::{Course, Sent, found, mended, state};
use super::{SupervisionLaw, words};
use crate::Problem;
use crate::duty::{Whose, clock};
use crate::letters::model::{
    SupervisionAct, SupervisionEventKind, SupervisionFinding, SupervisionLetterKind, SupervisionState,
    SupervisionTodo,
};

/// The last day for an answer to a letter, and the rule that sets it; none before it was received, or where neither the
/// place nor the letter names one.
pub fn answer_due(
    law: SupervisionLaw<'_>,
    sent: &Sent,
) -> Result<Option<(NaiveDate, Option<RuleRef>)>, Problem> {
    let Some(received) = sent.received_on else { return Ok(None) };
    Ok(match law.answer(sent.kind, received)? {
        Some(deadline) => Some((deadline.due, Some(deadline.rule))),
        None => sent.answer_by.map(|day| (day, None)),
    })
}

/// Everything that is to be done in a case on a day, the first the next step.
pub fn todos(
    law: SupervisionLaw<'_>,
    course: &Course,
    today: NaiveDate,
) -> Result<Vec<SupervisionTodo>, Problem> {
    let desk = Todos { law, course, today };
    let mut todos = match state(course) {
        SupervisionState::Clue => desk.decide()?,
        SupervisionState::Refused => desk.tell_refusal()?,
        SupervisionState::Accepted => desk.inquire()?,
        SupervisionState::Inquired | SupervisionState::Talked => desk.inquired()?,
        SupervisionState::Reminded => desk.letter(SupervisionLetterKind::Reminder)?,
        SupervisionState::Opined => desk.letter(SupervisionLetterKind::Opinion)?,
        SupervisionState::Requested => vec![desk.requested()],
        SupervisionState::Recommended | SupervisionState::Filed => desk.department()?,
        SupervisionState::Decided => vec![desk.close("部门已经处理，把结果写进结案报告。")],
        SupervisionState::Closed => desk.tell_informer()?,
    };
    if state(course) != SupervisionState::Closed {
        todos.extend(desk.sign_inquiry()?);
    }
    Ok(todos)
}

struct Todos<'a> {
    law: SupervisionLaw<'a>,
    course: &'a Course,
    today: NaiveDate,
}

impl Todos<'_> {
    fn plain(&self, act: SupervisionAct, whose: Whose, title: &str, origin: &str) -> SupervisionTodo {
        SupervisionTodo {
            act,
            whose,
            title: title.to_owned(),
            origin: origin.to_owned(),
            due: None,
            deadline: None,
            rule: None,
        }
    }

    /// One that a rule asks for and sets no day: its origin says what the rule says.
    fn undated(&self, act: SupervisionAct, whose: Whose, title: &str, subject: &str) -> SupervisionTodo {
        let mut todo = self.plain(act, whose, title, "");
        if let Some(ruling) = self.law.book.applies(subject, self.law.place, self.today) {
            let rule = ruling.winner.reference();
            todo.origin = format!(
                "依{}《{}》{}，{}；没有定天数，请尽快办理。",
                rule.layer_name, rule.instrument, rule.article, ruling.winner.title
            );
            todo.rule = Some(rule);
        }
        todo
    }

    fn dated(&self, act: SupervisionAct, whose: Whose, title: &str, deadline: Deadline) -> SupervisionTodo {
        SupervisionTodo {
            due: Some(deadline.due),
            origin: deadline.explanation.sentence.clone(),
            deadline: Some(deadline),
            ..self.plain(act, whose, title, "")
        }
    }

    /// The first of these subjects whose clock runs from the clue; else the rule of the last one.
    fn since_clue(
        &self,
        act: SupervisionAct,
        title: &str,
        subjects: &[&str],
        otherwise: &str,
    ) -> Result<SupervisionTodo, Problem> {
        let start = self.course.received_on;
        let mut clocks = Vec::new();
        for subject in subjects {
            clocks.extend(self.law.clock(subject, "complaint_received", start)?);
        }
        // The earliest day holds; the other is told by its own rule once it is the next step's.
        clocks.sort_by_key(|deadline| deadline.due);
        Ok(match clocks.into_iter().next() {
            Some(deadline) => self.dated(act, Whose::Union, title, deadline),
            None => self.undated(act, Whose::Union, title, otherwise),
        })
    }

    fn decide(&self) -> Result<Vec<SupervisionTodo>, Problem> {
        // Only a named informer is told of a refusal, so only then its clock runs.
        let subjects: &[&str] = if self.course.named {
            &["supervision.handling", "supervision.refusal.notice"]
        } else {
            &["supervision.handling"]
        };
        let title = "决定是否受理";
        Ok(vec![self.since_clue(SupervisionAct::Decide, title, subjects, "supervision.registration")?])
    }

    fn tell_refusal(&self) -> Result<Vec<SupervisionTodo>, Problem> {
        if !self.course.named || self.course.has(SupervisionEventKind::Told) {
            return Ok(Vec::new());
        }
        let title = "书面告知反映人不予受理";
        let subjects = ["supervision.refusal.notice"];
        Ok(vec![self.since_clue(SupervisionAct::TellRefusal, title, &subjects, "supervision.report_back")?])
    }

    fn inquire(&self) -> Result<Vec<SupervisionTodo>, Problem> {
        let subjects = ["supervision.investigation.end"];
        let todo =
            self.since_clue(SupervisionAct::Inquire, "调查核实", &subjects, "supervision.investigation")?;
        Ok(vec![todo])
    }

    /// The record of an inquiry is signed by both sides and made a written finding in the term of the place.
    fn sign_inquiry(&self) -> Result<Option<SupervisionTodo>, Problem> {
        let inquiries =
            || self.course.events.iter().filter(|event| event.kind == SupervisionEventKind::Inquired);
        let unsigned = inquiries().filter(|inquiry| inquiry.signed_on.is_none()).map(|inquiry| inquiry.on);
        let (Some(last), Some(first)) = (unsigned.max(), inquiries().map(|inquiry| inquiry.on).min()) else {
            return Ok(None);
        };
        let title = "调查笔录请双方签字";
        let known = [("investigation_begun", first), ("investigation_ended", last)];
        let clock = clock(self.law.book, "supervision.investigation.report", self.law.place, &known)?;
        Ok(Some(match clock {
            Some(deadline) => self.dated(SupervisionAct::SignInquiry, Whose::Union, title, deadline),
            None => {
                let origin = format!("{}的调查笔录还没有登记双方签字的日期。", words(last));
                self.plain(SupervisionAct::SignInquiry, Whose::Union, title, &origin)
            }
        }))
    }

    /// After an inquiry or talks: closed where nothing is wrong or all was put right, else talks or a letter.
    fn inquired(&self) -> Result<Vec<SupervisionTodo>, Problem> {
        use SupervisionEventKind as Kind;
        let talks = self.course.last(Kind::Talked);
        if mended(talks) {
            return Ok(vec![self.close("沟通协商后已经改正。")]);
        }
        let Some(inquiry) = self.course.last(Kind::Inquired) else { return self.inquire() };
        if found(self.course) == Some(SupervisionFinding::None) {
            return Ok(vec![self.close("调查没有发现违法侵权。")]);
        }
        if let Some(opinion) = self.opinion_written() {
            return Ok(vec![opinion]);
        }
        let mut todos = Vec::new();
        if talks.is_none() && self.law.rule("supervision.talk_first", self.today).is_some() {
            let act = SupervisionAct::Talk;
            todos.push(self.undated(act, Whose::Union, "先与用人单位沟通协商", "supervision.talk_first"));
        }
        let issue = self.law.clock("supervision.opinion.issue", "violation_confirmed", inquiry.on)?;
        match issue {
            Some(deadline) => {
                todos.push(self.dated(SupervisionAct::WriteOpinion, Whose::Union, "发出意见书", deadline));
            }
            None if todos.is_empty() => {
                let act = SupervisionAct::WriteReminder;
                todos.push(self.undated(act, Whose::Union, "发出提示函", "supervision.reminder"));
            }
            None => {}
        }
        Ok(todos)
    }

    /// A letter on its way: issued, handed over, answered; and what we do once it brought nothing.
    fn letter(&self, kind: SupervisionLetterKind) -> Result<Vec<SupervisionTodo>, Problem> {
        use SupervisionAct as Act;
        let reminder = kind == SupervisionLetterKind::Reminder;
        let pick = |first: Act, second: Act| if reminder { first } else { second };
        let name = kind.label();
        let Some(sent) = self.course.letter(kind) else { return Ok(Vec::new()) };
        let Some(received) = sent.received_on else {
            return Ok(vec![self.to_hand_over(sent)]);
        };
        if let Some(answer) = self.course.answer(kind) {
            return if mended(Some(answer)) {
                Ok(vec![self.close(&format!("对方已于{}答复改正。", words(answer.on)))])
            } else {
                self.beyond(kind, "对方没有全部改正")
            };
        }
        let title = format!("书面答复{name}");
        let act = pick(Act::AnswerReminder, Act::AnswerOpinion);
        let mut todo = match self.law.answer(kind, received)? {
            Some(deadline) => self.dated(act, Whose::Employer, &title, deadline),
            None => {
                let subject = if reminder { "supervision.reminder" } else { "supervision.opinion" };
                let mut todo = self.undated(act, Whose::Employer, &title, subject);
                todo.due = sent.answer_by;
                if let Some(by) = sent.answer_by {
                    todo.origin = format!(
                        "{}收到{name}，{name}上写明请在{}以前书面答复。当地没有规定答复的天数，这个日期是工会提出的。",
                        words(received),
                        words(by)
                    );
                }
                todo
            }
        };
        todo.title = title;
        let overdue = todo.due.is_some_and(|due| due < self.today);
        let mut todos = if overdue { self.beyond(kind, "对方逾期没有答复")? } else { Vec::new() };
        if todos.is_empty() && reminder {
            // Written before the answer was due: ours stands beside theirs, which runs until ours is out.
            todos.extend(self.opinion_written());
        }
        todos.push(todo);
        Ok(todos)
    }

    /// An opinion that is written and not out: what is left to do with it.
    fn opinion_written(&self) -> Option<SupervisionTodo> {
        let opinion = self.course.letter(SupervisionLetterKind::Opinion)?;
        opinion.out_on().is_none().then(|| self.to_hand_over(opinion))
    }

    fn to_hand_over(&self, sent: &Sent) -> SupervisionTodo {
        use SupervisionAct as Act;
        let name = sent.kind.label();
        let [issue, serve] = match sent.kind {
            SupervisionLetterKind::Reminder => [Act::IssueReminder, Act::ServeReminder],
            SupervisionLetterKind::Request | SupervisionLetterKind::Recommendation => {
                [Act::IssueRequest, Act::ServeRequest]
            }
            SupervisionLetterKind::Opinion => [Act::IssueOpinion, Act::ServeOpinion],
        };
        if let Some(rule) = self.law.fixed_form(sent.kind, sent.dated_on).filter(|_| !sent.late) {
            let origin = format!(
                "依{}《{}》{}，{name}用统一的格式：请把内容抄到上级发的表格上，送达后登记收到的日期。",
                rule.layer_name, rule.instrument, rule.article
            );
            let title = format!("用统一格式送达{name}");
            return SupervisionTodo { rule: Some(rule), ..self.plain(serve, Whose::Union, &title, &origin) };
        }
        if sent.issued_on.is_none() && !sent.late {
            let origin = format!("{name}已经写好，核对后印发编号，请主席签字、盖章。");
            return self.plain(issue, Whose::Union, &format!("印发{name}"), &origin);
        }
        if sent.kind == SupervisionLetterKind::Request {
            let origin = "提请函已经印发，还没有登记上级工会签收；送到以后，发不发建议书由上级工会决定。";
            return self.plain(serve, Whose::Union, "送提请函给上级工会，登记签收", origin);
        }
        let origin = format!("{name}已经发出，还没有登记对方签收；签收的日期是答复期限的起点。");
        self.plain(serve, Whose::Union, &format!("送达{name}，取回送达回执"), &origin)
    }

    /// What we do after a letter that brought nothing.
    fn beyond(&self, kind: SupervisionLetterKind, cause: &str) -> Result<Vec<SupervisionTodo>, Problem> {
        use SupervisionAct as Act;
        let title = |what: &str| format!("{cause}，{what}");
        if kind == SupervisionLetterKind::Reminder {
            if let Some(opinion) = self.opinion_written() {
                return Ok(vec![opinion]);
            }
            if self.course.last(SupervisionEventKind::Inquired).is_none() {
                let mut todos = self.inquire()?;
                todos.iter_mut().for_each(|todo| todo.title = title("调查核实后发出意见书"));
                return Ok(todos);
            }
            let what = title("发出意见书");
            return Ok(vec![self.undated(Act::WriteOpinion, Whose::Union, &what, "supervision.opinion")]);
        }
        let what = title("提请上级工会发出建议书");
        let subject = "supervision.recommendation";
        Ok(vec![match self.course.letter(SupervisionLetterKind::Request) {
            None => self.undated(Act::WriteRequest, Whose::Union, &what, subject),
            Some(_) => self.undated(Act::IssueRequest, Whose::Union, "印发提请函，送上级工会", subject),
        }])
    }

    /// A request that is out: with the upper union once that has it, until then ours to send.
    fn requested(&self) -> SupervisionTodo {
        match self.course.letter(SupervisionLetterKind::Request) {
            Some(sent) if sent.received_on.is_none() => self.to_hand_over(sent),
            _ => {
                let act = SupervisionAct::Recommend;
                self.undated(act, Whose::Upper, "决定是否发出建议书", "supervision.recommendation")
            }
        }
    }

    /// What the department owes after a recommendation: to file, to finish, to answer.
    fn department(&self) -> Result<Vec<SupervisionTodo>, Problem> {
        use SupervisionEventKind as Kind;
        let upper = |act, title, deadline| self.dated(act, Whose::Upper, title, deadline);
        let mut todos = Vec::new();
        let recommended = self.course.last(Kind::Recommended).map(|event| event.on);
        let filed = self.course.last(Kind::Filed).map(|event| event.on);
        if let (Some(on), None) = (recommended, filed) {
            let clock = self.law.clock("supervision.recommendation.filing", "recommendation_received", on)?;
            todos.extend(clock.map(|deadline| upper(SupervisionAct::File, "部门立案", deadline)));
        }
        if let Some(on) = filed {
            let clock = self.law.clock("supervision.recommendation.finish", "case_filed", on)?;
            todos.extend(clock.map(|deadline| {
                let mut todo = upper(SupervisionAct::Finish, "部门办完并书面告知", deadline);
                let longer =
                    self.law.book.applies("supervision.recommendation.extension", self.law.place, self.today);
                if let Some(ruling) = longer {
                    let rule = ruling.winner.reference();
                    let said = format!("《{}》{}：{}。", rule.instrument, rule.article, ruling.winner.title);
                    todo.origin.push_str(&said);
                }
                todo
            }));
        }
        if let Some(on) = recommended {
            let clock = self.law.clock("supervision.recommendation.result", "recommendation_received", on)?;
            todos.extend(
                clock.map(|deadline| upper(SupervisionAct::Settle, "部门作出处理并书面告知", deadline)),
            );
        }
        if todos.is_empty() {
            let act = SupervisionAct::Settle;
            let subject = "supervision.recommendation.handling";
            let todo = self.undated(act, Whose::Upper, "部门处理建议书", subject);
            todos.push(if todo.rule.is_some() {
                todo
            } else {
                let origin = "上级工会已经发出建议书，当地没有规定部门办理的天数，请向上级工会打听结果。";
                self.plain(act, Whose::Upper, "部门处理建议书", origin)
            });
        }
        Ok(todos)
    }

    fn close(&self, origin: &str) -> SupervisionTodo {
        self.plain(SupervisionAct::Close, Whose::Union, "写结案报告，结案", origin)
    }

    fn tell_informer(&self) -> Result<Vec<SupervisionTodo>, Problem> {
        use SupervisionEventKind as Kind;
        let Some(closed) = self.course.last(Kind::Closed).filter(|_| self.course.named) else {
            return Ok(Vec::new());
        };
        if self.course.last(Kind::Told).is_some_and(|told| told.on >= closed.on) {
            return Ok(Vec::new());
        }
        let title = "把办理结果告知反映人";
        let clock = self.law.clock("supervision.report_back", "case_closed", closed.on)?;
        Ok(vec![match clock {
            Some(deadline) => self.dated(SupervisionAct::TellInformer, Whose::Union, title, deadline),
            None => {
                let act = SupervisionAct::TellInformer;
                self.undated(act, Whose::Union, title, "supervision.report_back")
            }
        }])
    }
}
