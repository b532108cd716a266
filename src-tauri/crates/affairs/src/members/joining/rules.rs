//! Pure decisions about joining: what an application must hold before a committee may approve it, how a member number is
//! written, who is too young.

use chrono::NaiveDate;
use law::{LawBook, Place};

use super::model::{ApplicationStage, ApplyInput, GroupOpinion};
use crate::Problem;
use crate::typed::short;

/// So many applications are entered at once at most.
pub const AT_MOST: usize = 500;

/// 会员号 as it stands on the card: the running number of this union, six digits.
#[must_use]
pub fn number_text(number: u32) -> String {
    format!("{number:06}")
}

/// What is known of an application.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Known {
    /// Signed by hand.
    pub signed: bool,
    /// An ID number is entered in full.
    pub id_number: bool,
    /// Approved.
    pub admitted: bool,
    /// Refused.
    pub refused: bool,
}

/// What it waits for.
#[must_use]
pub fn stage(known: Known) -> ApplicationStage {
    match known {
        Known { admitted: true, .. } => ApplicationStage::Admitted,
        Known { refused: true, .. } => ApplicationStage::Refused,
        Known { signed: false, .. } => ApplicationStage::Signature,
        _ => ApplicationStage::Approval,
    }
}

/// What is missing before it can be approved: an application without a signature or a number comes back.
#[must_use]
pub fn lacks(known: Known) -> Vec<String> {
    if known.admitted || known.refused {
        return Vec::new();
    }
    let wanted = [(known.signed, "本人签名"), (known.id_number, "完整的证件号码")];
    wanted.iter().filter(|(there, _)| !there).map(|(_, what)| (*what).to_owned()).collect()
}

/// Refuses a form of applications that cannot be.
///
/// Errors: `bad_input` at its field.
pub fn check_apply(input: &ApplyInput, today: NaiveDate) -> Result<(), Problem> {
    if input.people.is_empty() {
        return Err(Problem::input("people", "请先选人，或者写上姓名和证件号码。"));
    }
    if input.people.len() > AT_MOST {
        let message = format!("一次最多登记{AT_MOST}人，请分几次登记。");
        return Err(Problem::input("people", message));
    }
    if input.applied_on > today {
        return Err(Problem::input("appliedOn", "申请的日期还没有到，请核对。"));
    }
    short("shop", input.shop.as_deref().unwrap_or_default(), 50)?;
    short("post", input.post.as_deref().unwrap_or_default(), 50)?;
    short("employer", input.employer.as_deref().unwrap_or_default(), 100)?;
    for (at, who) in input.people.iter().enumerate() {
        short(&format!("people.{at}"), who.employer.as_deref().unwrap_or_default(), 100)?;
    }
    Ok(())
}

/// Refuses one who was too young to be employed, and so to join, on the day of applying.
///
/// Errors: `refused` with the rule.
pub fn check_age(
    book: &LawBook,
    place: &Place,
    birth: Option<NaiveDate>,
    on: NaiveDate,
) -> Result<(), Problem> {
    let Some(years) = birth.and_then(|birth| on.years_since(birth)) else { return Ok(()) };
    let (age, rule) = book.quantity("members.age.work", place, on)?;
    if age.allows(years, years) {
        return Ok(());
    }
    let least = age.whole().unwrap_or_default();
    Err(Problem::refused(&rule, format!("申请时还不满{least}周岁，不能招用，也就不能入会；请核对证件号码。")))
}

/// Refuses an opinion that says nothing.
///
/// Errors: `bad_input` at its field.
pub fn check_opinion(opinion: &GroupOpinion, applied_on: NaiveDate, today: NaiveDate) -> Result<(), Problem> {
    short("opinion.by", &opinion.by, 50)?;
    short("opinion.text", &opinion.text, 200)?;
    if opinion.by.trim().is_empty() {
        return Err(Problem::input("opinion.by", "请写明哪个小组或者谁提的意见。"));
    }
    if opinion.text.trim().is_empty() {
        return Err(Problem::input("opinion.text", "请写明意见，例如“同意入会”。"));
    }
    if opinion.on < applied_on {
        return Err(Problem::input("opinion.on", "提意见的日期早于申请的日期，请核对。"));
    }
    if opinion.on > today {
        return Err(Problem::input("opinion.on", "提意见的日期还没有到，请核对。"));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_application_waits_for_its_signature_and_then_for_the_committee() {
        let known = |signed, id_number| Known { signed, id_number, admitted: false, refused: false };
        assert_eq!(stage(known(false, true)), ApplicationStage::Signature);
        assert_eq!(stage(known(true, false)), ApplicationStage::Approval);
        assert_eq!(lacks(known(false, false)), ["本人签名", "完整的证件号码"]);
        assert_eq!(lacks(known(true, true)), Vec::<String>::new());
        assert_eq!(stage(Known { admitted: true, ..known(false, false) }), ApplicationStage::Admitted);
        assert_eq!(lacks(Known { refused: true, ..known(false, false) }), Vec::<String>::new());
        assert_eq!((number_text(7), number_text(1_234_567)), ("000007".to_owned(), "1234567".to_owned()));
    }
}
