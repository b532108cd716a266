//! What the pages of new employment forms show: the register of firms, one firm, the work of many people with where each
//! belongs, talks, help after an accident. Nothing is decided here that `rules` does not decide.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use law::{Deadline, LawBook};
use rusqlite::Connection;

use super::model::{
    InjuryHelp, InjuryHelpId, InjuryHelpLine, InjuryLimit, InjuryPaper, PlatformClass, PlatformFirm,
    PlatformFirmId, PlatformKind, PlatformList, PlatformMeeting, PlatformQuery, PlatformReferralLine,
    PlatformTalk, PlatformTalkId, PlatformTopic, PlatformTopicAsked, PlatformTopicResult, PlatformWork,
    PlatformWorkPage, PlatformWorkQuery,
};
use super::routes::Routes;
use super::rules::{self, PlatformLaw, posting};
use super::store::{
    caps, firms, helps as help_rows, meetings, referrals as referral_rows, talks, works as work_rows,
};
use super::{duties, place};
use crate::Problem;
use crate::members::model::{MembershipState, PersonId};
use crate::office::text;
use crate::written::ERASED;

/// The register of firms, with the people of the roster who work at one.
pub fn list(
    connection: &Connection,
    book: &LawBook,
    query: &PlatformQuery,
    today: NaiveDate,
) -> Result<PlatformList, Problem> {
    let place = place(connection)?;
    let law = PlatformLaw { book, place: &place };
    Ok(PlatformList {
        firms: firms::lines(connection, query, None)?,
        kept: firms::kept(connection)?,
        counts: firms::counts(connection, None)?,
        classes: PlatformClass::ALL.iter().map(|class| rules::of_class(law, *class, today)).collect(),
    })
}

/// One firm.
///
/// Errors: `not_found`.
pub fn firm(
    connection: &Connection,
    book: &LawBook,
    id: PlatformFirmId,
    today: NaiveDate,
) -> Result<PlatformFirm, Problem> {
    let place = place(connection)?;
    let law = PlatformLaw { book, place: &place };
    let routes = Routes::of(connection, law, id, today)?;
    let insured = match routes.firm.kind {
        PlatformKind::Platform => rules::insured(law, routes.firm.trade, today),
        PlatformKind::Partner => None,
    };
    let mut todos = duties::of_firm(connection, law, &routes.firm, today)?;
    for (talk, record) in talks::with(connection, id)? {
        todos.extend(duties::of_talk(connection, law, (talk, &record), &routes.firm.name, today)?);
    }
    Ok(PlatformFirm {
        id,
        partner_of: routes.platform.as_ref().map(|platform| platform.name.clone()),
        partners: firms::lines(connection, &PlatformQuery::default(), Some(id))?,
        counts: firms::counts(connection, Some(id))?,
        committee: rules::committee(law, routes.facts(), today),
        insured,
        talks: talks::lines(connection, id)?,
        caps: caps::of(connection, id, today)?,
        rules: rules::of_platform(law, today),
        todos,
        record: routes.firm,
    })
}

/// The work of many people, a slice.
pub fn works(
    connection: &Connection,
    book: &LawBook,
    query: &PlatformWorkQuery,
    today: NaiveDate,
) -> Result<PlatformWorkPage, Problem> {
    let place = place(connection)?;
    let law = PlatformLaw { book, place: &place };
    let (total, kept) = work_rows::list(connection, query)?;
    let mut known: Vec<(PlatformFirmId, Routes)> = Vec::new();
    let mut rows = Vec::new();
    for one in kept {
        let firm = one.record.firm;
        if !known.iter().any(|(id, _)| *id == firm) {
            known.push((firm, Routes::of(connection, law, firm, today)?));
        }
        let routes = known.iter().find(|(id, _)| *id == firm).map(|(_, routes)| routes);
        let Some(routes) = routes else { continue };
        let route = routes.of_class(one.record.class);
        let member = one.state == MembershipState::Member;
        rows.push(PlatformWork {
            id: one.id,
            route: if member { rules::of_member(route, &one.name) } else { route },
            referral: referral_rows::newest(connection, one.id)?,
            record: one.record,
            name: one.name,
            firm: one.firm,
            state: one.state,
        });
    }
    Ok(PlatformWorkPage { total, rows })
}

/// Whose work belongs to other unions alone (归口), whether they were referred there yet or not: who is no member of ours is no
/// worker of ours either.
pub fn elsewhere(
    connection: &Connection,
    book: &LawBook,
    today: NaiveDate,
) -> Result<Vec<PersonId>, Problem> {
    let place = place(connection)?;
    let law = PlatformLaw { book, place: &place };
    let mut routes: Option<(PlatformFirmId, Routes)> = None;
    let (mut ours, mut others) = (BTreeSet::new(), BTreeSet::new());
    for (person, firm, class) in work_rows::on(connection, today)? {
        if !matches!(&routes, Some((id, _)) if *id == firm) {
            routes = Some((firm, Routes::of(connection, law, firm, today)?));
        }
        let takes = routes.as_ref().is_some_and(|(_, routes)| routes.of_class(class).ours);
        let side = if takes { &mut ours } else { &mut others };
        side.insert(person);
    }
    Ok(others.difference(&ours).copied().collect())
}

/// Every referral, the newest first.
pub fn referrals(connection: &Connection) -> Result<Vec<PlatformReferralLine>, Problem> {
    referral_rows::register(connection)
}

/// What the meetings agreed on, a topic a line, each as it was said last: what the result of the talks begins with.
fn agreed_so_far(held: &[PlatformMeeting]) -> Option<String> {
    let mut lines: Vec<(PlatformTopic, Option<&str>, &str)> = Vec::new();
    for one in held.iter().flat_map(|meeting| &meeting.record.positions) {
        let title = text(&one.title);
        lines.retain(|(topic, other, _)| (*topic, *other) != (one.topic, title));
        if let Some(agreed) = text(&one.agreed).filter(|_| one.result == PlatformTopicResult::Agreed) {
            lines.push((one.topic, title, agreed));
        }
    }
    let lines: Vec<&str> = lines.into_iter().map(|(.., agreed)| agreed).collect();
    (!lines.is_empty()).then(|| lines.join("\n"))
}

/// One talk.
///
/// Errors: `not_found`.
pub fn talk(
    connection: &Connection,
    book: &LawBook,
    id: PlatformTalkId,
    today: NaiveDate,
) -> Result<PlatformTalk, Problem> {
    let place = place(connection)?;
    let law = PlatformLaw { book, place: &place };
    let record = talks::get(connection, id)?;
    let firm = firms::get(connection, record.firm)?.name;
    let mut held = Vec::new();
    for (nth, (meeting, one)) in (1_u32..).zip(meetings::of(connection, id)?) {
        held.push(PlatformMeeting {
            id: meeting,
            nth,
            warnings: rules::warnings(&record, &one),
            minutes: meetings::issued_minutes(connection, meeting)?,
            record: one,
        });
    }
    let asked = law.winner("platform.talks.topics", today);
    let topics = asked.iter().flat_map(|rule| &rule.items).filter_map(|item| {
        let topic = item.key.as_deref().and_then(PlatformTopic::of)?;
        let talked = held.iter().flat_map(|one| &one.record.positions).any(|one| one.topic == topic);
        Some(PlatformTopicAsked { topic, text: item.text.clone(), talked })
    });
    Ok(PlatformTalk {
        id,
        topics: topics.collect(),
        agreed_so_far: agreed_so_far(&held),
        meetings: held,
        rules: rules::of_talks(law, today),
        posting: posting(law, &record)?,
        caps: caps::by(connection, id, today)?,
        todos: duties::of_talk(connection, law, (id, &record), &firm, today)?,
        record,
        firm,
    })
}

/// The papers of an application that was asked for on a day, with what is at hand by its codes.
pub(super) fn papers_of(law: PlatformLaw<'_>, asked_on: NaiveDate, codes: &[String]) -> Vec<InjuryPaper> {
    let listed = law.winner("platform.injury.papers", asked_on);
    let items = listed.iter().flat_map(|rule| &rule.items);
    items
        .filter_map(|item| {
            let code = item.key.clone()?;
            let at_hand = codes.contains(&code);
            Some(InjuryPaper { code, text: item.text.clone(), at_hand })
        })
        .collect()
}

/// The limits of an application: whose, by when, and whether it is done.
pub(super) fn limits(law: PlatformLaw<'_>, one: &help_rows::Kept) -> Result<Vec<InjuryLimit>, Problem> {
    let record = &one.record;
    let mut limits = Vec::new();
    for (subject, event, start, title, waits_for, done_on) in [
        (
            "platform.injury.apply.platform",
            "accident_reported",
            record.reported_on,
            "平台企业申请职业伤害确认",
            "还没有登记向平台报告事故的日期",
            record.applied_on,
        ),
        (
            "platform.injury.apply.worker",
            "accident",
            Some(record.accident_on),
            "平台没有申请的，本人或者近亲属申请",
            "",
            record.applied_on,
        ),
        (
            "platform.injury.confirm",
            "injury_accepted",
            record.accepted_on,
            "经办机构作出确认结论",
            "还没有登记受理的日期",
            record.concluded_on,
        ),
    ] {
        let deadline: Option<Deadline> = match start {
            Some(start) => law.clock(subject, event, start)?,
            None => None,
        };
        let Some(rule) = law.winner(subject, start.unwrap_or(record.asked_on)) else { continue };
        limits.push(InjuryLimit {
            title: title.to_owned(),
            waits_for: start.is_none().then(|| waits_for.to_owned()),
            note: rule.note.clone(),
            deadline,
            done_on,
        });
    }
    Ok(limits)
}

/// One help.
///
/// Errors: `not_found`.
pub fn help(
    connection: &Connection,
    book: &LawBook,
    id: InjuryHelpId,
    today: NaiveDate,
) -> Result<InjuryHelp, Problem> {
    let place = place(connection)?;
    let law = PlatformLaw { book, place: &place };
    let one = help_rows::get(connection, id)?;
    let firm = firms::get(connection, work_rows::get(connection, one.record.work)?.record.firm)?;
    Ok(InjuryHelp {
        id,
        papers: papers_of(law, one.record.asked_on, &one.record.papers),
        limits: limits(law, &one)?,
        rules: law.told(&["platform.injury.insured", "platform.injury.papers"], today),
        todos: duties::of_help(law, &one, today)?,
        injury: firm.injury,
        number: one.number,
        record: one.record,
        person: one.person,
        name: one.name,
        firm: one.firm,
    })
}

/// Every help, the newest first.
pub fn helps(connection: &Connection, book: &LawBook) -> Result<Vec<InjuryHelpLine>, Problem> {
    let place = place(connection)?;
    let law = PlatformLaw { book, place: &place };
    let lines = help_rows::register(connection)?.into_iter().map(|one| {
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let papers = one.person.map(|_| {
            let papers = papers_of(law, one.asked_on, &one.papers);
            let at_hand = papers.iter().filter(|paper| paper.at_hand).count();
            [count(at_hand), count(papers.len())]
        });
        InjuryHelpLine {
            id: one.id,
            number: one.number,
            person: one.person,
            removed: one.removed,
            name: one.name.unwrap_or_else(|| ERASED.to_owned()),
            firm: one.firm,
            accident_on: one.accident_on,
            applied_on: one.applied_on,
            outcome: one.outcome,
            papers,
        }
    });
    Ok(lines.collect())
}
