//! What both papers of a filing read: the agreement with its course, who signed it, what only the filing tells.

use chrono::NaiveDate;
use law::LawBook;
use rusqlite::Connection;

use super::super::minutes::filled_in;
use super::super::parties::{Congress, Known, SAID, Wages, lacking};
use super::super::signature::{Chiefs, Signature, chiefs_of};
use crate::Problem;
use crate::negotiation::agreement;
use crate::negotiation::agreement::amendments::model::AmendmentAct;
use crate::negotiation::agreement::amendments::store as amended;
use crate::negotiation::agreement::course::What;
use crate::negotiation::agreement::filing;
use crate::negotiation::agreement::filing::model::AgreementFiling;
use crate::negotiation::agreement::model::{AgreementId, AgreementKind, AgreementState as State};
use crate::negotiation::agreement::store::{self as agreements, Head};
use crate::negotiation::model::{EventKind, Representative, Side};
use crate::negotiation::preparation;
use crate::negotiation::rules::Law;
use crate::negotiation::store;

/// What both papers read.
pub(super) struct Desk {
    pub(super) head: Head,
    pub(super) known: Known,
    pub(super) told: AgreementFiling,
    pub(super) congress: Option<Congress>,
    /// None of a contract that tells of none.
    pub(super) wages: Option<Wages>,
    /// Which of them it leaves to a contract of their own: they are neither asked for nor printed.
    pub(super) unsaid: Vec<&'static str>,
    pub(super) signed_on: Option<NaiveDate>,
    /// When the employer was told in writing that the congress passed it; what was told before it came back counts no more.
    pub(super) notified_on: Option<NaiveDate>,
    pub(super) date: NaiveDate,
    pub(super) people: Option<u32>,
    /// Those of the day of the signature; before it, those who stand.
    pub(super) representatives: Vec<Representative>,
    chiefs: Chiefs,
}

impl Desk {
    pub(super) fn load(connection: &Connection, book: &LawBook, id: AgreementId) -> Result<Desk, Problem> {
        let head = agreements::head(connection, id)?;
        let known = Known::of(connection, &head)?;
        let course = agreement::course_of(connection, book, id)?;
        let day = |kind| course.last(What::Event(kind)).map(|act| act.on);
        let signature = Signature::of(connection, &course)?;
        let passed = known.passed(connection, book, (&head, signature.as_ref().map(Signature::on)))?;
        let congress = passed.as_ref().map(Congress::of);
        let signed_on = day(EventKind::Signed);
        let back = course.last(What::Event(EventKind::Returned)).map(|back| (back.on, back.id));
        let notified = course.last(What::Event(EventKind::Notified));
        let notified = notified.filter(|act| back.is_none_or(|back| back < (act.on, act.id)));
        // Handed in on that day; before it, as of the signature or the vote.
        let date = day(EventKind::Filed).or(signed_on).or(congress.as_ref().map(|one| one.held_on));
        let date = date.ok_or_else(|| Problem::missing("份可以报送的合同"))?;
        let unsaid = if head.kind == AgreementKind::Collective { known.unsaid() } else { Vec::new() };
        let of_wages = match head.kind {
            AgreementKind::Wage => true,
            AgreementKind::Collective => unsaid.len() < SAID.len(),
            AgreementKind::Women | AgreementKind::Safety => false,
        };
        let told = filing::of(connection, id)?;
        let told = told.unwrap_or_else(|| AgreementFiling::begun(id, String::new()));
        Ok(Desk {
            wages: of_wages.then(|| known.wages()),
            unsaid,
            people: preparation::workers(connection, date)?,
            representatives: match &signature {
                Some(signature) => signature.people(connection)?,
                None => store::representatives(connection, head.negotiation)?,
            },
            chiefs: chiefs_of(connection, signature.as_ref(), head.negotiation)?,
            signed_on,
            notified_on: notified.map(|act| act.on),
            congress,
            date,
            told,
            known,
            head,
        })
    }

    pub(super) fn law<'a>(&'a self, book: &'a LawBook) -> Law<'a> {
        Law { book, place: &self.known.talks.place, on: self.date }
    }

    pub(super) fn side(&self, side: Side) -> impl Iterator<Item = &Representative> {
        self.representatives.iter().filter(move |one| one.side == side)
    }

    pub(super) fn chief(&self, side: Side) -> String {
        let chief = if side == Side::Workers { &self.chiefs.workers } else { &self.chiefs.employer };
        chief.name.clone()
    }

    /// Whether a representative is the chief who signed. Where another signed who is not on the list, the list's own chief is.
    pub(super) fn is_chief(&self, one: &Representative) -> bool {
        let signer = self.chief(one.side);
        let signed = |one: &Representative| one.record.name.trim() == signer.trim();
        if self.side(one.side).any(signed) { signed(one) } else { one.record.chief }
    }

    /// What is handed in, each with how many of it: all that a text asks for, and of what is asked by custom alone that which lies
    /// ready. The text comes first where the place has no list that names it, for every law asks for it.
    pub(super) fn materials(
        &self,
        connection: &Connection,
        book: &LawBook,
    ) -> Result<Vec<(String, u32)>, Problem> {
        let checklist = agreement::checklist_of(connection, book, self.head.id, self.date)?;
        let copies = checklist.copies.unwrap_or(1);
        let mut all: Vec<(String, u32)> = (checklist.materials.into_iter())
            .filter(|one| one.ready || !one.usual)
            .map(|one| {
                let many = if is_text(&one.name) { copies } else { 1 };
                (one.name, many)
            })
            .collect();
        if !all.iter().any(|(name, _)| is_text(name)) {
            let name = if self.head.amends.is_some() { "协议文本" } else { "合同文本" };
            all.insert(0, (name.to_owned(), copies));
        }
        Ok(all)
    }

    /// What both papers lack alike.
    pub(super) fn missing(&self) -> Vec<String> {
        let lacks = |field: &str, known: fn(&Wages) -> bool| {
            self.wages.as_ref().is_some_and(|wages| !self.unsaid.contains(&field) && !known(wages))
        };
        lacking(&[
            (self.told.department.is_empty(), "报送的部门"),
            (self.people.is_none(), "职工人数"),
            (self.congress.is_none(), "审议通过的职工代表大会"),
            (self.side(Side::Workers).next().is_none(), "职工方协商代表"),
            (self.side(Side::Employer).next().is_none(), "企业方协商代表"),
            (lacks("base", |one| one.base.is_some()), "上年度职工月平均工资"),
            (lacks("rise", |one| one.rise.is_some()), "工资增长幅度"),
            (lacks("target", |one| one.target.is_some()), "本年度职工月平均工资"),
            (lacks("lowest", |one| one.lowest.is_some()), "企业最低工资标准"),
            (lacks("local_minimum", |one| one.local_minimum.is_some()), "所在地最低工资标准"),
        ])
    }
}

/// Whether an item of a list is the contract itself: 集体合同文本, 工资协议（一式三份）.
fn is_text(item: &str) -> bool {
    let named = item.split_once('（').map_or(item, |(named, _)| named);
    item.contains("文本") || named.ends_with("合同") || named.ends_with("协议")
}

/// What only a hand can tick: the ledger may begin after earlier contracts.
const FIRST_OR_NEXT: &str = "□首次签订　□续签";

/// Whether the agreement follows on one of its kind or changes one in force. That it is the first the ledger cannot know.
pub(super) fn sort(
    connection: &Connection,
    book: &LawBook,
    head: &Head,
    told: &AgreementFiling,
) -> Result<&'static str, Problem> {
    if head.amends.is_some() {
        let act = amended::said(connection, head.id)?.map(|said| said.act);
        return Ok(if act == Some(AmendmentAct::Renew) { "续签" } else { "变更" });
    }
    let told = filled_in(told.previous.as_deref().unwrap_or_default()).is_some();
    Ok(if told || before(connection, book, head)?.is_some() { "续签" } else { FIRST_OR_NEXT })
}

/// The agreement of the same kind of the year before that came into effect.
pub(super) fn before(connection: &Connection, book: &LawBook, head: &Head) -> Result<Option<Head>, Problem> {
    let year = store::head(connection, head.negotiation)?.year;
    for earlier in store::heads(connection)?.into_iter().filter(|one| one.year < year) {
        for one in agreements::heads(connection, earlier.id)?.into_iter().filter(|one| one.kind == head.kind)
        {
            let state = agreement::course_of(connection, book, one.id)?.state();
            if matches!(state, State::InEffect | State::Over) {
                return Ok(Some(one));
            }
        }
    }
    Ok(None)
}
