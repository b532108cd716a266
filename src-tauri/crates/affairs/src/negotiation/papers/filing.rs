//! The papers that go on top of what is handed in to the department: 集体合同报送审查表 and 情况说明. Each is filled from the ledger;
//! what only the filing tells stands in `agreement::filing`.

mod form;
mod statement;

use chrono::NaiveDate;
use law::LawBook;
use rusqlite::Connection;

use super::parties::{Congress, Known, Wages, lacking};
use crate::Problem;
use crate::negotiation::agreement;
use crate::negotiation::agreement::amendments::model::AmendmentAct;
use crate::negotiation::agreement::amendments::store as amended;
use crate::negotiation::agreement::course::What;
use crate::negotiation::agreement::filing;
use crate::negotiation::agreement::filing::model::AgreementFiling;
use crate::negotiation::agreement::model::{AgreementId, AgreementKind, AgreementState as State};
use crate::negotiation::agreement::store::{self as agreements, Head};
use crate::negotiation::kinds::{FORM, STATEMENT};
use crate::negotiation::model::{EventKind, Representative, Side};
use crate::negotiation::rules::Law;
use crate::negotiation::store;
use crate::office::model::{Filled, PaperLine};
use crate::union;

/// What both papers read.
struct Desk {
    head: Head,
    known: Known,
    told: AgreementFiling,
    congress: Option<Congress>,
    wages: Option<Wages>,
    signed_on: Option<NaiveDate>,
    date: NaiveDate,
    people: Option<u32>,
    representatives: Vec<Representative>,
}

impl Desk {
    fn load(connection: &Connection, book: &LawBook, id: AgreementId) -> Result<Desk, Problem> {
        let head = agreements::head(connection, id)?;
        let known = Known::of(connection, &head)?;
        let course = agreement::course_of(connection, book, id)?;
        let day = |kind| course.last(What::Event(kind)).map(|act| act.on);
        let congress = known.passed(connection, book, &head)?.as_ref().map(Congress::of);
        let signed_on = day(EventKind::Signed);
        // Handed in on that day; before it, as of the signature or the vote.
        let date = day(EventKind::Filed).or(signed_on).or(congress.as_ref().map(|one| one.held_on));
        let date = date.ok_or_else(|| Problem::missing("份可以报送的合同"))?;
        let of_wages = matches!(head.kind, AgreementKind::Wage | AgreementKind::Collective);
        let told = filing::of(connection, id)?.unwrap_or(AgreementFiling {
            agreement: id,
            department: String::new(),
            filer: String::new(),
            phone: None,
            enterprise_kind: None,
            trade: None,
            covered: None,
            business: None,
            previous: None,
            disputed: None,
        });
        Ok(Desk {
            wages: of_wages.then(|| known.wages()),
            people: union::workforce::on(connection, date)?.map(|one| one.workers),
            representatives: store::representatives(connection, head.negotiation)?,
            signed_on,
            congress,
            date,
            told,
            known,
            head,
        })
    }

    fn law<'a>(&'a self, book: &'a LawBook) -> Law<'a> {
        Law { book, place: &self.known.talks.place, on: self.date }
    }

    fn side(&self, side: Side) -> impl Iterator<Item = &Representative> {
        self.representatives.iter().filter(move |one| one.side == side)
    }

    fn chief(&self, side: Side) -> String {
        self.side(side).find(|one| one.record.chief).map(|one| one.record.name.clone()).unwrap_or_default()
    }

    /// What both papers lack alike.
    fn missing(&self) -> Vec<String> {
        let wages = self.wages.as_ref();
        lacking(&[
            (self.told.department.is_empty(), "报送的部门"),
            (self.people.is_none(), "职工人数"),
            (self.congress.is_none(), "审议通过的职工代表大会"),
            (self.side(Side::Workers).next().is_none(), "职工方协商代表"),
            (self.side(Side::Employer).next().is_none(), "企业方协商代表"),
            (wages.is_some_and(|one| one.base.is_none()), "上年度职工月平均工资"),
            (wages.is_some_and(|one| one.rise.is_none()), "工资增长幅度"),
            (wages.is_some_and(|one| one.target.is_none()), "本年度职工月平均工资"),
            (wages.is_some_and(|one| one.lowest.is_none()), "企业最低工资标准"),
            (wages.is_some_and(|one| one.local_minimum.is_none()), "所在地最低工资标准"),
        ])
    }
}

/// Whether the agreement is the first of its kind, the next one, or changes one in force.
fn sort(connection: &Connection, book: &LawBook, head: &Head) -> Result<&'static str, Problem> {
    if head.amends.is_some() {
        let act = amended::said(connection, head.id)?.map(|said| said.act);
        return Ok(if act == Some(AmendmentAct::Renew) { "续签" } else { "变更" });
    }
    Ok(if before(connection, book, head)?.is_some() { "续签" } else { "首次签订" })
}

/// The agreement of the same kind of the year before that came into effect.
fn before(connection: &Connection, book: &LawBook, head: &Head) -> Result<Option<Head>, Problem> {
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

/// Fills one of them; none for a kind that is not theirs.
///
/// Errors: `not_found`.
pub(super) fn fill(
    connection: &Connection,
    book: &LawBook,
    kind: &str,
    of: &str,
) -> Option<Result<Filled, Problem>> {
    let unknown = || Problem::missing("份文件");
    let id = || of.parse::<AgreementId>().map_err(|_| unknown());
    Some(match kind {
        FORM => id().and_then(|id| form::form(connection, book, id)),
        STATEMENT => id().and_then(|id| statement::statement(connection, book, id)),
        _ => return None,
    })
}

/// Those of a round of talks: an agreement that the congress passed, and what changes or renews one.
pub(super) fn list(
    connection: &Connection,
    book: &LawBook,
    head: &store::Head,
) -> Result<Vec<PaperLine>, Problem> {
    let mut lines = Vec::new();
    for one in agreements::all(connection, head.id)? {
        let filed = match amended::said(connection, one.id)? {
            Some(said) => matches!(said.act, AmendmentAct::Change | AmendmentAct::Renew),
            None => one.continues.is_none(),
        };
        let state = agreement::course_of(connection, book, one.id)?.state();
        if !filed || matches!(state, State::Talks | State::Drafted | State::Rejected) {
            continue;
        }
        // What was concluded on paper alone has nothing to fill them from.
        if Desk::load(connection, book, one.id).is_err() {
            continue;
        }
        for (kind, title) in
            [(FORM, format!("{}报送审查表", one.title)), (STATEMENT, format!("关于{}的情况说明", one.title))]
        {
            lines.push(PaperLine {
                kind: kind.to_owned(),
                of: one.id.to_string(),
                title,
                affair: head.title.clone(),
                dated: None,
                missing: Vec::new(),
                issued: Vec::new(),
                made_by: None,
            });
        }
    }
    Ok(lines)
}
