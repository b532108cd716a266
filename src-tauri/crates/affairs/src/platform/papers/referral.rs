//! Filling the letter of a referral, with the stub that comes back. It names the worker in full: the receiving union has to find
//! them, and they agreed to it.

use chrono::NaiveDate;
use rusqlite::Connection;
use serde::Serialize;

use crate::Problem;
use crate::members::store as people;
use crate::office::model::Filled;
use crate::platform::model::PlatformReferralId;
use crate::platform::rules::{self, PlatformLaw};
use crate::platform::store::{firms, referrals, works};
use crate::union;

/// 转介函 (`platform/referral`).
#[derive(Serialize)]
struct Referral {
    issuer: String,
    addressee: String,
    name: String,
    sex: &'static str,
    phone: Option<String>,
    firm: String,
    trade: &'static str,
    class: &'static str,
    station: Option<String>,
    since: Option<NaiveDate>,
    consent_on: Option<NaiveDate>,
    basis: Vec<String>,
    reply_by: Option<NaiveDate>,
    note: Option<String>,
    date: NaiveDate,
}

/// 转介函.
///
/// Errors: `not_found`.
pub(super) fn fill(
    connection: &Connection,
    law: PlatformLaw<'_>,
    id: PlatformReferralId,
) -> Result<Filled, Problem> {
    let one = referrals::get(connection, id)?;
    let work = works::get(connection, one.record.work)?;
    let firm = firms::get(connection, work.record.firm)?;
    let person = people::person(connection, one.person)?;
    let on = one.record.referred_on;
    let subjects = ["members.join.new_forms", "platform.routing.other"];
    let basis = law.told(&subjects, on);
    let context = Referral {
        issuer: union::store::union_record(connection)?.name,
        addressee: one.record.to_union,
        name: one.name,
        sex: person.sex.label(),
        phone: person.phone,
        firm: firm.name,
        trade: firm.trade.label(),
        class: work.record.class.label(),
        station: work.record.station,
        since: work.record.since,
        consent_on: one.record.consent_on,
        basis: basis.iter().map(|one| rules::article(&one.rule)).collect(),
        reply_by: one.record.reply_by,
        note: one.record.note,
        date: on,
    };
    let wanted = [
        (context.phone.is_none(), "本人的电话，接收的工会要找得到人"),
        // 个人信息保护法 asks for a consent of its own before data go to another.
        (
            context.consent_on.is_none() && law.rule("personal.provide", on).is_some(),
            "本人同意把姓名和电话交给对方工会的日期",
        ),
    ];
    let missing = wanted.iter().filter(|(gone, _)| *gone).map(|(_, name)| (*name).to_owned()).collect();
    let title = format!("转介函（{}）", context.name);
    Filled::new("platform/referral", id.to_string(), title, missing, &context)
}
