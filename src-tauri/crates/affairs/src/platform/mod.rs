//! New employment forms (新就业形态): platforms and partner firms, their workers by class, where each belongs and the referral
//! there, standing talks about rules and algorithms, caps of working time, help after an accident. Each act here runs inside
//! one step: rules decide, the store writes. What a person is to the union is `members`'.

mod duties;
pub mod found;
mod kinds;
pub mod mentions;
pub mod model;
pub mod papers;
mod routes;
pub mod rules;
pub(crate) mod store;
mod view;

pub use duties::duties;
pub(crate) use store::helps::SERIES;
pub use view::{elsewhere, firm, help, helps, list, referrals, talk, works};

use chrono::Datelike;
use law::LawBook;
use ledger::Tx;

use crate::Problem;
use crate::duty::day_words;
use crate::members::{self, model::MembershipState};
use crate::office::text;
pub(crate) use crate::union::store::place;
use model::{
    InjuryHelpId, InjuryHelpInput, PlatformCapId, PlatformCapInput, PlatformFirmId, PlatformFirmInput,
    PlatformKind, PlatformMeetingId, PlatformMeetingInput, PlatformReferralId, PlatformReferralInput,
    PlatformReferralReply, PlatformTalkId, PlatformTalkInput, PlatformWorkId, PlatformWorkInput,
};
use routes::Routes;
use rules::PlatformLaw;
use store::{
    caps, firms, helps as help_rows, meetings, referrals as referral_rows, talks, works as work_rows,
};

/// Keeps a platform or partner firm, new or changed.
///
/// Errors: `bad_input` at its field; `duplicate` when another firm has the credit code; `not_found`.
pub fn save_firm(tx: &Tx, input: &PlatformFirmInput) -> Result<PlatformFirmId, Problem> {
    let code = rules::check_firm(input, tx.today())?;
    if let Some(code) = &code
        && let Some(name) = firms::holder(tx, code, input.id)?
    {
        let message = format!("这个统一社会信用代码已经登记给{name}，请核对。");
        return Err(Problem::new("duplicate", message).at("creditCode"));
    }
    if let Some(platform) = input.partner_of
        && firms::get(tx, platform)?.kind != PlatformKind::Platform
    {
        return Err(Problem::input("partnerOf", "合作的要是一家平台企业，请重新选择。"));
    }
    if let Some(id) = input.id {
        let partners = firms::lines(tx, &Default::default(), Some(id))?;
        if firms::get(tx, id)?.kind != input.kind && !partners.is_empty() {
            let message = "它下面登记了用工合作企业，不能改成合作企业；请先改那些企业合作的平台。";
            return Err(Problem::input("kind", message));
        }
    }
    let id = input.id.unwrap_or_else(|| tx.new_id::<PlatformFirmId>());
    firms::save(tx, id, input, code.as_deref())?;
    Ok(id)
}

/// Puts a firm out of sight, one on which nothing stands: else its dealings are ended with a day.
///
/// Errors: `refused`; `not_found`.
pub fn remove_firm(tx: &Tx, id: PlatformFirmId) -> Result<(), Problem> {
    let name = firms::get(tx, id)?.name;
    if let Some(what) = firms::held_by(tx, id)? {
        let message =
            format!("{name}登记过{what}，要留存，不能移除；不再来往的，请在资料里填写“不再来往”的日期。");
        return Err(Problem::new("refused", message));
    }
    firms::remove(tx, id)
}

/// Keeps someone's work at a firm, new or changed.
///
/// Errors: `bad_input` at its field; `duplicate` when they work there already; `not_found`.
pub fn save_work(tx: &Tx, input: &PlatformWorkInput) -> Result<PlatformWorkId, Problem> {
    let (name, _) = members::store::name_and_sex(tx, input.person)?;
    let firm = firms::get(tx, input.firm)?;
    rules::check_work(input, tx.today())?;
    if let Some(id) = input.id {
        let standing = work_rows::get(tx, id)?.record;
        if (standing.person, standing.firm) != (input.person, input.firm) {
            return Err(Problem::input(
                "person",
                "从业登记不能换人、换企业；请把这一条填上结束日期，另登记一条。",
            ));
        }
    }
    if input.until.is_none() && work_rows::stands(tx, input.person, input.firm, input.id)? {
        let message = format!("{name}已经登记在{}，请打开那一条修改。", firm.name);
        return Err(Problem::new("duplicate", message).at("person"));
    }
    let id = input.id.unwrap_or_else(|| tx.new_id::<PlatformWorkId>());
    work_rows::save(tx, id, input)?;
    Ok(id)
}

/// Removes work that was entered by mistake.
///
/// Errors: `refused` when a referral or help stands on it; `not_found`.
pub fn remove_work(tx: &Tx, id: PlatformWorkId) -> Result<(), Problem> {
    if work_rows::is_used(tx, id)? {
        let message = "这条从业登记上有转介或者协助，要留存，不能移除；不在那里做了的，请填写结束日期。";
        return Err(Problem::new("refused", message));
    }
    work_rows::remove(tx, id)
}

/// Keeps a referral, new or changed. Members of ours move by their membership, and who belongs to us is not referred.
///
/// Errors: `bad_input` at its field; `refused` with the rule and the fact; `not_found`.
pub fn save_referral(
    tx: &Tx,
    book: &LawBook,
    input: &PlatformReferralInput,
) -> Result<PlatformReferralId, Problem> {
    rules::check_referral(input, tx.today())?;
    let work = work_rows::get(tx, input.work)?;
    if let Some(id) = input.id {
        if referral_rows::get(tx, id)?.record.work != input.work {
            return Err(Problem::missing("次转介"));
        }
    } else {
        if work.state == MembershipState::Member {
            let message = format!("{}是本会会员，到别的工会去请办会籍转出，不用转介。", work.name);
            return Err(Problem::new("refused", message).at("work"));
        }
        let place = place(tx)?;
        let law = PlatformLaw { book, place: &place };
        let routes = Routes::of(tx, law, work.record.firm, tx.today())?;
        let route = routes.of_class(work.record.class);
        if route.ours {
            let rule = route.rule.map(|rule| rule.short);
            return Err(Problem { rule, ..Problem::new("refused", route.sentence) }.at("work"));
        }
        if referral_rows::newest(tx, input.work)?.is_some_and(|one| one.replied_on.is_none()) {
            let message = format!("{}上一次转介还没有回复，请先登记回复。", work.name);
            return Err(Problem::new("refused", message).at("work"));
        }
    }
    let id = input.id.unwrap_or_else(|| tx.new_id::<PlatformReferralId>());
    referral_rows::save(tx, id, work.record.person, input)?;
    Ok(id)
}

/// Keeps the reply to a referral.
///
/// Errors: `bad_input` at its field; `not_found`.
pub fn reply_referral(tx: &Tx, input: &PlatformReferralReply) -> Result<(), Problem> {
    let standing = referral_rows::get(tx, input.id)?;
    rules::check_reply(input, standing.record.referred_on, tx.today())?;
    referral_rows::reply(tx, input)
}

/// Removes a referral that was entered by mistake.
///
/// Errors: `refused` when its letter was issued; `not_found`.
pub fn remove_referral(tx: &Tx, id: PlatformReferralId) -> Result<(), Problem> {
    if let Some(letter) = referral_rows::get(tx, id)?.letter {
        let message = format!("转介函已经印发（{letter}），要留存，不能移除；没有办成的，请登记回复。");
        return Err(Problem::new("refused", message));
    }
    referral_rows::remove(tx, id)
}

/// Keeps the talks of a year, new or changed.
///
/// Errors: `bad_input` at its field; `duplicate` when the year has its talks; `refused` when something was agreed in no
/// meeting; `not_found`.
pub fn save_talk(tx: &Tx, input: &PlatformTalkInput) -> Result<PlatformTalkId, Problem> {
    let firm = firms::get(tx, input.firm)?;
    rules::check_talk(input, tx.today())?;
    let others = talks::with(tx, input.firm)?;
    if others.iter().any(|(id, other)| Some(*id) != input.id && other.year == input.year) {
        let message = format!(
            "与{}的{}年度协商已经登记，请打开那一次继续办；一年开几次会的，都记在那一次里。",
            firm.name, input.year
        );
        return Err(Problem::new("duplicate", message).at("year"));
    }
    let held = match input.id {
        Some(id) => {
            if talks::get(tx, id)?.firm != input.firm {
                return Err(Problem::missing("次协商"));
            }
            meetings::of(tx, id)?
        }
        None => Vec::new(),
    };
    let first = held.first().map(|(_, meeting)| meeting.held_on);
    if let (Some(asked), Some(first)) = (input.asked_on, first)
        && first < asked
    {
        let message = format!("{}已经开过会，提出协商的日期不能晚于它，请核对。", day_words(first));
        return Err(Problem::input("askedOn", message));
    }
    if let Some(agreed) = input.agreed_on
        && text(&input.late_entry).is_none()
        && first.is_none_or(|first| first > agreed)
    {
        let message = format!(
            "{}这一天以前还没有与{}开会的记录，请先记会议；在纸上开过的，请写明补录的原因。",
            day_words(agreed),
            firm.name
        );
        return Err(Problem::new("refused", message).at("agreedOn"));
    }
    let id = input.id.unwrap_or_else(|| tx.new_id::<PlatformTalkId>());
    talks::save(tx, id, input)?;
    Ok(id)
}

/// Puts talks out of sight.
///
/// Errors: `refused` when minutes of a meeting were issued; `not_found`.
pub fn remove_talk(tx: &Tx, id: PlatformTalkId) -> Result<(), Problem> {
    for (meeting, _) in meetings::of(tx, id)? {
        refuse_issued(tx, meeting)?;
    }
    talks::remove(tx, id)
}

fn refuse_issued(tx: &Tx, id: PlatformMeetingId) -> Result<(), Problem> {
    match meetings::issued_minutes(tx, id)? {
        Some(number) => {
            let message =
                format!("会议纪要已经印发（{number}），要留存，不能移除；写错了的，修改后再印发一份更正。");
            Err(Problem::new("refused", message))
        }
        None => Ok(()),
    }
}

/// Keeps a meeting of the talks, new or changed.
///
/// Errors: `bad_input` at its field; `not_found`.
pub fn save_meeting(tx: &Tx, input: &PlatformMeetingInput) -> Result<PlatformMeetingId, Problem> {
    let talk = talks::get(tx, input.talk)?;
    rules::check_meeting(input, talk.asked_on, tx.today())?;
    if let Some(id) = input.id
        && meetings::get(tx, id)?.talk != input.talk
    {
        return Err(Problem::missing("次会议"));
    }
    let id = input.id.unwrap_or_else(|| tx.new_id::<PlatformMeetingId>());
    meetings::save(tx, id, input)?;
    Ok(id)
}

/// Removes a meeting that was entered by mistake.
///
/// Errors: `refused` when its minutes were issued; `not_found`.
pub fn remove_meeting(tx: &Tx, id: PlatformMeetingId) -> Result<(), Problem> {
    refuse_issued(tx, id)?;
    meetings::remove(tx, id)
}

/// Keeps a cap of working time, new or changed.
///
/// Errors: `bad_input` at its field; `not_found`.
pub fn save_cap(tx: &Tx, input: &PlatformCapInput) -> Result<PlatformCapId, Problem> {
    firms::get(tx, input.firm)?;
    rules::check_cap(input)?;
    if let Some(talk) = input.talk
        && talks::get(tx, talk)?.firm != input.firm
    {
        return Err(Problem::input("talk", "这次协商是与别的企业的，请重新选择。"));
    }
    if let Some(id) = input.id
        && caps::firm_of(tx, id)? != input.firm
    {
        return Err(Problem::missing("条约定"));
    }
    let id = input.id.unwrap_or_else(|| tx.new_id::<PlatformCapId>());
    caps::save(tx, id, input)?;
    Ok(id)
}

/// Removes a cap that was entered by mistake; one that was replaced is ended with a day.
///
/// Errors: `not_found`.
pub fn remove_cap(tx: &Tx, id: PlatformCapId) -> Result<(), Problem> {
    caps::remove(tx, id)
}

/// Keeps help after an accident, new or changed; new help gets the next number of the year within the step.
///
/// Errors: `bad_input` at its field; `not_found`.
pub fn save_help(tx: &Tx, book: &LawBook, input: &InjuryHelpInput) -> Result<InjuryHelpId, Problem> {
    let place = place(tx)?;
    rules::check_help(PlatformLaw { book, place: &place }, input, tx.today())?;
    let person = work_rows::get(tx, input.work)?.record.person;
    if let Some(id) = input.id {
        if help_rows::get(tx, id)?.record.work != input.work {
            return Err(Problem::input("work", "协助登记不能换人；登记错了的请移除，另登记一件。"));
        }
        help_rows::save(tx, id, None, input)?;
        return Ok(id);
    }
    let id = tx.new_id::<InjuryHelpId>();
    let year = tx.today().year();
    help_rows::save(tx, id, Some((year, help_rows::next_serial(tx, year)?, person)), input)?;
    Ok(id)
}

/// Puts help out of sight; its number stays used.
///
/// Errors: `not_found`.
pub fn remove_help(tx: &Tx, id: InjuryHelpId) -> Result<(), Problem> {
    help_rows::remove(tx, id)
}
