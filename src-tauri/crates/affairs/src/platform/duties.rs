//! What new employment forms make due: the yearly talk, an answer, posting and feedback; letters of referral and their replies;
//! the limits of an application after an accident; what a firm lacks. The pages show the same beside each record.

use std::fmt::Display;

use chrono::{Datelike, NaiveDate};
use law::{Deadline, LawBook, RuleRef};
use rusqlite::Connection;

use super::kinds::{HELP, REFERRAL};
use super::model::{
    PlatformFirmInput, PlatformInjury, PlatformKind, PlatformReferral, PlatformReferralOutcome,
    PlatformTalkId, PlatformTalkInput,
};
use super::place;
use super::routes::Routes;
use super::rules::{self, PlatformLaw};
use super::store::{firms, helps, meetings, referrals, talks, works};
use crate::Problem;
use crate::duty::{Band, Duty, DutyKind, Place, Whose, day_words};

/// The page of this module.
const PAGE: &str = "platform";

/// Everything due.
pub fn duties(connection: &Connection, book: &LawBook, today: NaiveDate) -> Result<Vec<Duty>, Problem> {
    let at = place(connection)?;
    let law = PlatformLaw { book, place: &at };
    let mut duties = Vec::new();
    for firm in firms::all(connection)? {
        duties.extend(of_firm(connection, law, &firm, today)?);
        let Some(id) = firm.id else { continue };
        for (talk, record) in talks::with(connection, id)? {
            duties.extend(of_talk(connection, law, (talk, &record), &firm.name, today)?);
        }
    }
    let all = referrals::all(connection)?;
    for one in &all {
        duties.extend(of_referral(connection, law, one, &all, today)?);
    }
    for one in helps::all(connection)? {
        duties.extend(of_help(law, &one, today)?);
    }
    Ok(duties)
}

fn here(id: impl ToString, part: &str) -> Place {
    Place { page: PAGE.to_owned(), id: Some(id.to_string()), part: Some(part.to_owned()) }
}

/// A duty as its rule, its day and its button have it.
struct Ask<'a> {
    kind: DutyKind,
    whose: Whose,
    title: String,
    origin: String,
    rule: Option<RuleRef>,
    button: &'a str,
    place: Place,
}

impl Ask<'_> {
    fn duty(self, duty: Duty) -> Duty {
        Duty { origin: self.origin, rule: self.rule, button: self.button.to_owned(), ..duty }
    }

    /// With no day.
    fn undated(self, band: Band, id: impl Display) -> Duty {
        let duty = Duty::undated(band, self.kind.id(id), self.whose, self.title.clone(), self.place.clone());
        self.duty(duty)
    }

    /// By a day that people set.
    fn by(self, today: NaiveDate, due: NaiveDate, id: impl Display) -> Duty {
        let duty =
            Duty::due(today, due, self.kind.id(id), self.whose, self.title.clone(), self.place.clone());
        self.duty(duty)
    }

    /// By a clock of law.
    fn clock(self, today: NaiveDate, deadline: Deadline, id: impl Display) -> Duty {
        let duty = self.by(today, deadline.due, id);
        Duty { origin: deadline.explanation.sentence.clone(), deadline: Some(deadline), ..duty }
    }
}

/// What a firm owes or lacks, of one where people of ours work or talks were held.
pub(super) fn of_firm(
    connection: &Connection,
    law: PlatformLaw<'_>,
    firm: &PlatformFirmInput,
    today: NaiveDate,
) -> Result<Vec<Duty>, Problem> {
    let Some(id) = firm.id.filter(|_| firm.ended_on.is_none()) else { return Ok(Vec::new()) };
    let mut people = firms::counts(connection, Some(id))?.people;
    people +=
        firms::lines(connection, &Default::default(), Some(id))?.iter().map(|one| one.people).sum::<u32>();
    let with = talks::lines(connection, id)?;
    if people == 0 && with.is_empty() {
        return Ok(Vec::new());
    }
    let mut duties = Vec::new();
    let routes = Routes::of(connection, law, id, today)?;
    if let Some(verdict) = rules::committee(law, routes.facts(), today).filter(|verdict| verdict.required) {
        let ask = Ask {
            kind: DutyKind::PlatformCommittee,
            whose: Whose::Upper,
            title: format!("指导{}建立工会委员会", firm.name),
            origin: verdict.sentence,
            rule: Some(verdict.rule),
            button: "看这家企业",
            place: here(id, "firm"),
        };
        duties.push(ask.undated(Band::Month, id));
    }
    if firm.kind != PlatformKind::Platform {
        return Ok(duties);
    }
    duties.extend(insured(law, firm, today));
    if let Some(rule) = law.winner("platform.talks.yearly", today)
        && let Some(least) = &rule.quantity
    {
        let year = today.year();
        let held = talks::held_in(connection, id, year)?;
        let end = NaiveDate::from_ymd_opt(year, 12, 31).unwrap_or(today);
        if !least.allows(held, held) {
            let open = with.iter().find(|talk| talk.year == year);
            let place = match open {
                Some(talk) => here(talk.id, "talk:meeting"),
                None => here(id, "firm:talk"),
            };
            let ask = Ask {
                kind: DutyKind::PlatformTalks,
                whose: Whose::Union,
                title: format!("与{}开展{year}年度劳动规则和算法协商", firm.name),
                origin: format!(
                    "依{}，{}；今年还没有开过会。",
                    rules::article(&rule.reference()),
                    rule.title
                ),
                rule: Some(rule.reference()),
                button: if open.is_some() { "记会议" } else { "开始协商" },
                place,
            };
            duties.push(ask.by(today, end, id));
        }
    }
    Ok(duties)
}

/// That the orders of a platform are covered by injury protection, or that we ask whether they are.
fn insured(law: PlatformLaw<'_>, firm: &PlatformFirmInput, today: NaiveDate) -> Option<Duty> {
    let (id, rule) = (firm.id?, rules::insured(law, firm.trade, today)?);
    let (whose, title) = match firm.injury {
        PlatformInjury::Covered => return None,
        PlatformInjury::NotCovered => (Whose::Employer, format!("{}参加职业伤害保障", firm.name)),
        PlatformInjury::Unknown => (Whose::Union, format!("向{}问清职业伤害保障参加了没有", firm.name)),
    };
    let ask = Ask {
        kind: DutyKind::PlatformInsured,
        whose,
        title,
        origin: format!("依{}，{}。", rules::article(&rule.rule), rule.title),
        rule: Some(rule.rule),
        button: "登记参加情况",
        place: here(id, "firm:edit"),
    };
    Some(ask.undated(Band::Week, id))
}

/// What the talks of a year ask for.
pub(super) fn of_talk(
    connection: &Connection,
    law: PlatformLaw<'_>,
    (id, record): (PlatformTalkId, &PlatformTalkInput),
    firm: &str,
    today: NaiveDate,
) -> Result<Vec<Duty>, Problem> {
    let ask = |kind, whose, title: String, button| Ask {
        kind,
        whose,
        title,
        origin: String::new(),
        rule: None,
        button,
        place: here(id, "talk:edit"),
    };
    let mut duties = Vec::new();
    if let (Some(asked), None) = (record.asked_on, record.replied_on.or(record.agreed_on))
        && meetings::of(connection, id)?.is_empty()
    {
        let one = ask(DutyKind::PlatformReply, Whose::Employer, format!("{firm}答复协商要求"), "登记答复");
        let origin = format!("{}提出协商，还没有登记答复。", day_words(asked));
        let clock = law.clock("platform.opinion.answer", "platform_opinion_received", asked)?;
        duties.push(match (clock, record.reply_by) {
            (Some(deadline), _) => one.clock(today, deadline, id),
            (None, Some(by)) => {
                let origin = format!(
                    "{origin}请在{}以前答复，当地没有规定天数，这个日期是工会提出的。",
                    day_words(by)
                );
                Ask { origin, ..one }.by(today, by, id)
            }
            (None, None) => Ask { origin, ..one }.undated(Band::NoDay, id),
        });
    }
    if record.agreed_on.is_none() {
        return Ok(duties);
    }
    let result = law.rule("platform.talks.result", today);
    let told = result.as_ref().map(|rule| format!("依{}，", rules::article(rule))).unwrap_or_default();
    if record.posted_on.is_none() {
        let one = ask(DutyKind::PlatformPosting, Whose::Employer, format!("{firm}公示协商结果"), "登记公示");
        duties.push(match rules::posting(law, record)? {
            Some(posting) => one.clock(today, posting.deadline, id),
            None => {
                let origin = format!("{told}协商结果要公示；还没有登记从哪天起施行。");
                Ask { origin, rule: result.clone(), ..one }.undated(Band::Week, id)
            }
        });
    }
    if record.feedback_on.is_none() {
        match record.feedback_by {
            Some(by) => {
                let one = ask(
                    DutyKind::PlatformFeedback,
                    Whose::Employer,
                    format!("{firm}反馈协商结果的执行情况"),
                    "登记反馈",
                );
                let origin = format!("{told}定期反馈执行情况；双方约定在{}以前。", day_words(by));
                duties.push(Ask { origin, rule: result, ..one }.by(today, by, id));
            }
            None => {
                let title = format!("与{firm}约定反馈执行情况的日期");
                let one = ask(DutyKind::PlatformFeedbackDay, Whose::Union, title, "填写日期");
                let origin = format!("{told}定期反馈执行情况；还没有登记约定在哪一天。");
                duties.push(Ask { origin, rule: result, ..one }.undated(Band::Month, id));
            }
        }
    }
    Ok(duties)
}

/// What a referral asks for.
fn of_referral(
    connection: &Connection,
    law: PlatformLaw<'_>,
    one: &PlatformReferral,
    all: &[PlatformReferral],
    today: NaiveDate,
) -> Result<Option<Duty>, Problem> {
    let record = &one.record;
    let ask = |kind, whose, title: String, origin: String, button, place| Ask {
        kind,
        whose,
        title,
        origin,
        rule: None,
        button,
        place,
    };
    if one.outcome == Some(PlatformReferralOutcome::Declined) {
        // A newer referral, or the end of the work, settles it.
        let newest =
            all.iter().find(|other| other.record.work == record.work).is_none_or(|other| other.id == one.id);
        let work = works::get(connection, record.work)?.record;
        let ended = work.until.is_some();
        let title = format!("为{}另找接收的工会", one.name);
        let again = format!("firm:refer:{}", record.work);
        let origin = format!("{}没有接收。", record.to_union);
        let rule = law.rule("platform.routing.other", today);
        let ask =
            ask(DutyKind::PlatformAgain, Whose::Union, title, origin, "另行转介", here(work.firm, &again));
        return Ok((newest && !ended).then(|| Ask { rule, ..ask }.undated(Band::Month, one.id)));
    }
    if one.replied_on.is_some() {
        return Ok(None);
    }
    if one.letter.is_none() && record.late_entry.is_none() {
        let place =
            Place { page: "papers".to_owned(), id: Some(format!("{}@{}", REFERRAL, one.id)), part: None };
        let title = format!("印发{}的转介函", one.name);
        let origin =
            format!("{}登记转介到{}，转介函还没有印发。", day_words(record.referred_on), record.to_union);
        let ask = ask(DutyKind::PlatformLetter, Whose::Union, title, origin, "看转介函", place);
        return Ok(Some(ask.undated(Band::Week, one.id)));
    }
    let title = format!("{}回复{}的转介", record.to_union, one.name);
    let place = here(one.id, "referral");
    Ok(Some(match record.reply_by {
        Some(by) => {
            let origin = format!("转介函请在{}以前回复，这个日期是本会提出的。", day_words(by));
            ask(DutyKind::PlatformAnswer, Whose::Upper, title, origin, "登记回复", place)
                .by(today, by, one.id)
        }
        None => {
            let origin = "转介函没有写明请哪天以前回复。".to_owned();
            ask(DutyKind::PlatformAnswer, Whose::Upper, title, origin, "登记回复", place)
                .undated(Band::NoDay, one.id)
        }
    }))
}

/// What help after an accident asks for, without the name of who was hurt.
pub(super) fn of_help(
    law: PlatformLaw<'_>,
    one: &helps::Kept,
    today: NaiveDate,
) -> Result<Vec<Duty>, Problem> {
    let record = &one.record;
    if record.outcome.is_some() {
        return Ok(Vec::new());
    }
    let about = format!("（{}，{}）", one.number, one.firm);
    let ask = |kind, whose, title: &str, origin: &str, button| Ask {
        kind,
        whose,
        title: format!("{title}{about}"),
        origin: origin.to_owned(),
        rule: None,
        button,
        place: here(one.id, "help:edit"),
    };
    let mut duties = Vec::new();
    if record.applied_on.is_none() {
        match record.reported_on {
            None => {
                let origin = "平台接到事故报告，才开始计算它申请的期限；请帮本人在平台的软件里或者电话报告，并留下凭证。";
                let one_ask =
                    ask(DutyKind::PlatformReport, Whose::Union, "帮本人向平台报告事故", origin, "登记报告");
                duties.push(one_ask.undated(Band::Week, one.id));
            }
            Some(reported) => {
                let clock = law.clock("platform.injury.apply.platform", "accident_reported", reported)?;
                let one_ask = ask(
                    DutyKind::PlatformApplyPlatform,
                    Whose::Employer,
                    "平台申请职业伤害确认",
                    "",
                    "登记申请",
                );
                duties.extend(clock.map(|deadline| one_ask.clock(today, deadline, one.id)));
            }
        }
        let clock = law.clock("platform.injury.apply.worker", "accident", record.accident_on)?;
        let place = Place { page: "papers".to_owned(), id: Some(format!("{}@{}", HELP, one.id)), part: None };
        let one_ask = ask(
            DutyKind::PlatformApplyWorker,
            Whose::Union,
            "平台没有申请的，帮本人申请",
            "",
            "打印办理说明",
        );
        duties.extend(clock.map(|deadline| Ask { place, ..one_ask }.clock(today, deadline, one.id)));
        return Ok(duties);
    }
    duties.push(match record.accepted_on {
        None => {
            let origin = "申请已经提交，还没有登记经办机构受理的日期；作出结论的期限从受理算起。";
            ask(DutyKind::PlatformAccept, Whose::Upper, "经办机构受理申请", origin, "登记受理")
                .undated(Band::NoDay, one.id)
        }
        Some(accepted) => {
            let one_ask =
                ask(DutyKind::PlatformConclude, Whose::Upper, "经办机构作出确认结论", "", "登记结论");
            match law.clock("platform.injury.confirm", "injury_accepted", accepted)? {
                Some(deadline) => one_ask.clock(today, deadline, one.id),
                None => one_ask.undated(Band::NoDay, one.id),
            }
        }
    });
    Ok(duties)
}
