//! What each rung of an agreement's ladder says besides its state: the article and the clock behind it, whose it is, what its
//! button opens. Where the agreement stands is the ladder's.

use chrono::NaiveDate;
use law::{Deadline, Rule};

use super::{AmendmentAct, Desk, NextTalks, REPORT_UP, What, contracts, form, whose_of};
use crate::Problem;
use crate::duty::{Place, Whose, day_words};
use crate::negotiation::agreement::model::{
    AgreementKind, AgreementState as State, AgreementStep as Step, AgreementVote,
};
use crate::negotiation::agreement::upward::{SEND_UP, WITH_FILING};
use crate::negotiation::model::{Event, EventKind as Kind};

/// What a rung says besides its state.
pub(super) struct Told {
    pub title: String,
    pub whose: Whose,
    pub origin: String,
    pub rule: Option<law::RuleRef>,
    pub deadline: Option<Deadline>,
    pub due: Option<NaiveDate>,
    pub opens: Option<NaiveDate>,
    pub button: &'static str,
    pub place: Place,
}

impl Desk<'_> {
    /// What a rung says.
    pub(super) fn told(&self, step: Step) -> Result<Told, Problem> {
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

    fn by_rule(rule: Option<&Rule>) -> String {
        rule.map_or(String::new(), |rule| {
            let layer = rule.reference().layer_name;
            format!("依{layer}《{}》{}，{}。", rule.instrument, rule.article, rule.title)
        })
    }

    /// A step whose law may set a day.
    pub(super) fn timed(&self, subject: &str, known: &[(&str, NaiveDate)]) -> Result<Told, Problem> {
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

    /// The talks over what amends an agreement came to nothing so far: they go on, or the proposal is taken back.
    fn not_agreed(&self) -> Told {
        let word = self.act().unwrap_or(AmendmentAct::Change).label();
        let rule = self.rule("negotiation.amendment.grounds");
        Told {
            title: format!("{word}没有谈定：接着开会谈，或者收回提议"),
            whose: Whose::Union,
            origin: format!(
                "提出{word}以后的会议没有谈定，不能制作草案。双方愿意接着谈的，记录下一轮会议；不再谈的，移除这份{word}协议：会议记录照样留着，原合同照旧执行。"
            ),
            rule: rule.map(Rule::reference),
            deadline: None,
            due: None,
            opens: None,
            button: "记录会议",
            place: Place {
                page: "negotiation".to_owned(),
                id: Some(self.head.negotiation.to_string()),
                part: Some("meetings".to_owned()),
            },
        }
    }

    /// The same of what came back since it was signed: it was passed and signed once, and is taken back no more.
    fn not_agreed_anew(&self) -> Told {
        let told = self.not_agreed();
        Told {
            title: "退回以后没有谈定：接着开会谈".to_owned(),
            origin: "协议退回以后又开会谈过，还没有谈定，不能照原来的文本报送；谈定以后形成新的草案，再次表决、签字、报送。"
                .to_owned(),
            ..told
        }
    }

    fn draft(&self) -> Result<Told, Problem> {
        if self.course.came_to_nothing(self.today) {
            return Ok(self.not_agreed());
        }
        if self.act().is_some() && self.is_open_anew() {
            return Ok(self.not_agreed_anew());
        }
        // What the talks agreed upon once is not what amends it.
        let agreed = self.agreed_on().filter(|_| self.act().is_none());
        let known: Vec<_> = agreed.map(|day| ("agreement_reached", day)).into_iter().collect();
        let place = form(self.head, "drafted");
        if self.course.state() == State::Rejected {
            let told = self.timed("negotiation.congress.required", &[])?;
            let verdict = self.votes.last().map(|vote| vote.verdict.clone()).unwrap_or_default();
            // A contract must be concluded; what only amends one may rest.
            let rests = match self.act() {
                Some(_) => "双方不再谈的，不用再办：原合同照旧执行，这次协商照样可以封存。",
                None => "",
            };
            let origin = format!("{verdict}{}{rests}", told.origin);
            let title = "重新协商，形成新的草案".to_owned();
            return Ok(Told {
                title, origin, whose: Whose::Union, button: "登记新的草案", place, ..told
            });
        }
        // Who makes it and by when, the places say of wage contracts alone; who signs it, the nation says of all.
        let subjects = ["negotiation.draft", "negotiation.draft.maker"];
        let made = subjects.into_iter().find(|subject| self.rule(subject).is_some());
        let signs = "negotiation.draft.signature";
        let mut told = self.timed(made.unwrap_or(signs), &known)?;
        let signed = self.rule(signs);
        if made.is_some() {
            told.origin.push_str(&Self::by_rule(signed));
        }
        let who =
            signed.and_then(|rule| rule.items.first()).map_or("双方首席代表", |who| who.text.as_str());
        let what = self.act().map_or("合同".to_owned(), |act| format!("{}协议", act.label()));
        let title = format!("制作{what}草案，{who}签字");
        Ok(Told { title, button: "登记草案", place, ..told })
    }

    fn vote(&self) -> Result<Told, Problem> {
        let drafted = self.last(Kind::Drafted).map(|event| event.happened_on);
        let back = self.course.anew_since().map(|back| (back.on, back.id));
        let since =
            |vote: &AgreementVote| back.is_none_or(|back| back < (vote.session.held_on, vote.id.uuid()));
        let rejected = self.votes.iter().any(|vote| !vote.passed && since(vote));
        let told = if rejected {
            let known: Vec<_> = drafted.map(|day| ("agreement_reached_again", day)).into_iter().collect();
            self.timed("negotiation.congress.revote", &known)?
        } else {
            let reached = self.agreed_on().filter(|_| self.act().is_none()).or(drafted);
            let known: Vec<_> = reached.map(|day| ("agreement_reached", day)).into_iter().collect();
            self.timed("negotiation.congress.submission", &known)?
        };
        let mut told =
            if told.deadline.is_none() { self.timed("negotiation.congress.required", &[])? } else { told };
        told.origin.push_str(&self.still_open());
        let title = if rejected || back.is_some() {
            "再次提交职代会表决"
        } else {
            "提交职代会审议表决"
        };
        // Calling the congress is the union's, whoever is bound to hand the draft in.
        Ok(Told {
            title: title.to_owned(),
            whose: Whose::Union,
            button: "登记表决",
            place: form(self.head, "vote"),
            ..told
        })
    }

    /// That the text is not whole yet which the congress is to vote on.
    fn still_open(&self) -> String {
        const NAMED: usize = 3;
        let open = &self.left_open;
        if open.is_empty() || self.course.late || self.passed().is_some() {
            return String::new();
        }
        let more = if open.len() > NAMED { "等" } else { "" };
        let named = open[..open.len().min(NAMED)].join("、");
        format!("合同文本里还有{}处空没有填：{named}{more}；填好以后再表决。", open.len())
    }

    /// That nobody is named yet in the text who stands for a party: it is a fact of the signature.
    fn still_unnamed(&self) -> String {
        if self.unnamed.is_empty() || self.course.late || self.course.is_signed() {
            return String::new();
        }
        format!("合同文本的首页表格还没有填{}；在合同文本的“填空”里填好以后再签字。", self.unnamed.join("、"))
    }

    fn notice(&self) -> Told {
        let rule = self.rule("negotiation.submission");
        let counted =
            if self.counts_from_notice() { "报送的期限从企业收到告知起算。" } else { "" };
        Told {
            title: "把职代会通过的结果书面告知企业".to_owned(),
            whose: Whose::Union,
            origin: format!("{}{counted}", Self::by_rule(rule)),
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
        let mut origin = match self.act() {
            Some(AmendmentAct::End) => "双方协商一致，由双方首席代表签字、加盖双方公章。",
            _ if self.passed().is_some() => "职代会已经通过，由双方首席代表签字、加盖双方公章。",
            _ => "职代会表决通过以后，由双方首席代表签字、加盖双方公章。",
        }
        .to_owned();
        origin.push_str(&self.still_unnamed());
        let place = form(self.head, "signed");
        let title = "双方首席代表签字".to_owned();
        Ok(Told { title, whose: Whose::Union, origin, button: "登记签字", place, ..told })
    }

    fn filing(&self) -> Result<Told, Problem> {
        let place = form(self.head, "filed");
        if let (State::Returned, Some(returned)) = (self.course.state(), self.last(Kind::Returned)) {
            let rule = self.rule("negotiation.resubmission").or_else(|| self.rule("negotiation.submission"));
            let day = day_words(returned.happened_on);
            return Ok(Told {
                title: "补正后重新报送审查".to_owned(),
                whose: Whose::Employer,
                origin: format!(
                    "合同于{day}被退回：{}{}法规没有定补正的天数，请尽快办理；实质内容要改的，重新协商、表决以后再报。",
                    stopped(&returned.text),
                    Self::by_rule(rule)
                ),
                rule: rule.map(Rule::reference),
                deadline: None,
                due: None,
                opens: None,
                button: "登记报送",
                place,
            });
        }
        // What ran before it came back has ended with that.
        let back = self.course.last(What::Event(Kind::Returned)).map(|back| (back.on, back.id));
        let since = |event: &&Event| back.is_none_or(|back| back < (event.happened_on, event.id.uuid()));
        let day = |kind: Kind| self.last(kind).filter(since).map(|event| event.happened_on);
        let known: Vec<_> =
            [("contract_signed", day(Kind::Signed)), ("congress_notice_received", day(Kind::Notified))]
                .into_iter()
                .filter_map(|(event, day)| Some((event, day?)))
                .collect();
        if let (Some(act), Some(_)) = (self.act(), self.last(Kind::Signed)) {
            let signed: Vec<_> = day(Kind::Signed).map(|day| ("amendment_signed", day)).into_iter().collect();
            let told = self.timed("negotiation.amendment.filing", &signed)?;
            // Where what amends it is filed without a term of its own, the term of the conclusion holds.
            let told = match told.deadline {
                Some(_) => told,
                None => self.timed("negotiation.submission", &known)?,
            };
            let title = format!("把{}协议报送审查", act.label());
            return Ok(Told { title, button: "登记报送", place, ..told });
        }
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
        let mut told = self.timed("negotiation.silent_approval", &known)?;
        if known
            .iter()
            .any(|(_, day)| self.last(Kind::Received).is_none_or(|event| event.happened_on != *day))
        {
            told.origin
                .push_str("没有登记收到的日子，按报送当天起算；回执上是别的日子的，请登记“人社部门收到”。");
        }
        // Silence is effect; that the department is to say something in writing by then stands in another article.
        told.origin.push_str(&Self::by_rule(self.rule("negotiation.review")));
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
        // Where the law says that it is published and not by when.
        let told = match told.rule.is_some() || told.deadline.is_some() {
            true => told,
            false => self.timed("negotiation.publication.duty", &[])?,
        };
        let place = form(self.head, "published");
        Ok(Told { title: "向全体职工公布合同".to_owned(), button: "登记公布", place, ..told })
    }

    /// Where it goes up together with the publication or the filing: on the day of that, before it by the last day for it.
    fn send_up(&self) -> Result<Told, Problem> {
        if let Some(act) = self.act().filter(|_| self.reports_up()) {
            let told = self.timed(REPORT_UP, &[])?;
            let title = format!("把合同{}的情况书面报告上级工会", act.label());
            let place = form(self.head, "sentUp");
            return Ok(Told {
                title, whose: Whose::Union, button: "登记报告上级工会", place, ..told
            });
        }
        let mut told = self.timed(SEND_UP, &[])?;
        let at = self.rule(SEND_UP).and_then(|rule| rule.term("at"));
        let together = match at.filter(|_| told.due.is_none()) {
            Some("publication") => Some((Step::Publication, "公布", self.publication()?.due)),
            Some(WITH_FILING) => Some((Step::Filing, "报送审查", self.filing()?.due)),
            _ => None,
        };
        if let Some((step, what, by)) = together {
            let done = self.done(step);
            told.due = done.or(by);
            told.origin.push_str(&match (done, told.due) {
                (Some(on), _) => format!("合同已于{}{what}。", day_words(on)),
                (None, Some(due)) => format!("{what}的最后一天是{}。", day_words(due)),
                (None, None) => String::new(),
            });
        }
        let place = form(self.head, "sentUp");
        Ok(Told {
            title: "把合同报送上级工会".to_owned(), button: "登记报送上级工会", place, ..told
        })
    }

    fn rescission(&self) -> Result<Told, Problem> {
        let signed = self.last(Kind::Signed).map(|event| event.happened_on).filter(|_| self.act().is_some());
        let day = match signed {
            Some(signed) => Some(self.holds_on.map_or(signed, |on| on.max(signed))),
            None => self.last(Kind::Rescinded).map(|event| event.happened_on),
        };
        let known: Vec<_> = day.map(|day| ("contract_rescinded", day)).into_iter().collect();
        let mut told = self.timed("negotiation.rescission.filing", &known)?;
        if let Some(rule) = self.rule(REPORT_UP).filter(|_| !self.reports_up()) {
            told.origin.push_str(&format!("{}（{}）。", rule.title, rule.reference().short));
        }
        let place = form(self.head, "rescissionFiled");
        let act = self.act().unwrap_or(AmendmentAct::Rescind);
        Ok(Told {
            title: format!("把合同的{}报送备案", act.label()), button: "登记备案", place, ..told
        })
    }

    /// The next talks, in the window before the agreement expires: on the last day of its term, else when the place's usual
    /// term from the effect is over, and the origin says so.
    fn renewal(&self) -> Result<Told, Problem> {
        let mut told = self.timed("negotiation.renewal_window", &[])?;
        let yearly = match self.head.kind {
            AgreementKind::Wage => Self::by_rule(self.rule("negotiation.yearly")),
            _ => String::new(),
        };
        told.title = "提出下一轮集体协商".to_owned();
        told.whose = Whose::Union;
        // Once they are started, their own page says what comes before the offer.
        let started = match self.next {
            NextTalks::Started(id) => Some(id.to_string()),
            NextTalks::ToStart | NextTalks::Opened => None,
        };
        told.button = if started.is_some() { "打开新一年度" } else { "开始新一年度" };
        told.place = Place { page: "negotiation".to_owned(), id: started, part: None };
        let Some((expires_on, usual)) =
            contracts::expiry(self.head, self.course, self.book, &self.affair.place)?
        else {
            told.origin.push_str(&yearly);
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
        told.origin.push_str(&yearly);
        if self.renewing {
            told.origin.insert_str(0, "续签协议正在办理，生效以后期满日顺延。");
        }
        Ok(told)
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
