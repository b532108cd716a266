//! Pure decisions about the union's record: what its form may hold, and how much of its account is seen.

use chrono::NaiveDate;

use super::model::{UnionDetails, UnionEnterprise};
use crate::Problem;
use crate::members::roster::credit_code;
use crate::typed::{short, text};
use crate::union::model::Shown;
use crate::union::rules::{check_name, union_code};

/// How many digits of an account stay visible.
const TAIL: usize = 4;

/// An account number as it may be seen.
pub fn shown_account(account: &str, shown: Shown) -> String {
    if shown == Shown::Full {
        return account.to_owned();
    }
    let count = account.chars().count();
    let hidden = count.saturating_sub(TAIL);
    "*".repeat(hidden) + &account.chars().skip(hidden).collect::<String>()
}

/// The record as it is kept: trimmed, codes folded, a masked account replaced by the standing one.
///
/// Errors: `bad_input` at its field, of an enterprise `enterprises.0.creditCode`.
pub fn checked(
    input: &UnionDetails,
    standing: Option<&str>,
    today: NaiveDate,
) -> Result<UnionDetails, Problem> {
    for (field, typed, most) in [
        ("approvalNumber", &input.approval_number, 100),
        ("upperUnion", &input.upper_union, 100),
        ("bank", &input.bank, 100),
        ("certificateNumber", &input.certificate_number, 50),
        ("office", &input.office, 100),
        ("phone", &input.phone, 50),
    ] {
        short(field, typed.as_deref().unwrap_or_default(), most)?;
    }
    if let Some(name) = &input.name {
        check_name("name", name)?;
    }
    if input.enterprises.is_empty() {
        return Err(Problem::input("enterprises", "请写明用人单位的名称；联合工会把各家单位都列上。"));
    }
    if input.established_on.is_some_and(|day| day > today) {
        return Err(Problem::input("establishedOn", "建会的日期还没有到，请核对年份。"));
    }
    let kept = |typed: &Option<String>| text(typed).map(str::to_owned);
    let certificate_number = kept(&input.certificate_number);
    if input.certificate_until.is_some() && certificate_number.is_none() {
        let message = "写了证书的有效期，还要写明证书的编号，到期提醒时好核对是哪一张。";
        return Err(Problem::input("certificateNumber", message));
    }
    if let (Some(until), Some(founded)) = (input.certificate_until, input.established_on)
        && until < founded
    {
        return Err(Problem::input("certificateUntil", "证书的有效期早于建会的日子，请核对年份。"));
    }
    Ok(UnionDetails {
        name: kept(&input.name),
        credit_code: text(&input.credit_code).map(union_code).transpose()?,
        enterprises: enterprises(&input.enterprises)?,
        approval_number: kept(&input.approval_number),
        upper_union: kept(&input.upper_union),
        bank: kept(&input.bank),
        bank_account: account(text(&input.bank_account), standing)?,
        certificate_number,
        office: kept(&input.office),
        phone: kept(&input.phone),
        ..input.clone()
    })
}

fn enterprises(typed: &[UnionEnterprise]) -> Result<Vec<UnionEnterprise>, Problem> {
    let mut all: Vec<UnionEnterprise> = Vec::new();
    for (at, one) in typed.iter().enumerate() {
        let field = |name: &str| format!("enterprises.{at}.{name}");
        let name = one.name.trim();
        short(&field("name"), name, 100)?;
        if name.is_empty() {
            return Err(Problem::input(&field("name"), format!("第{}家单位没有写名称。", at + 1)));
        }
        if all.iter().any(|other| other.name == name) {
            return Err(Problem::input(&field("name"), format!("“{name}”已经列过了。")));
        }
        let code = text(&one.credit_code).map(credit_code::check).transpose();
        let code = code.map_err(|fault| Problem::input(&field("creditCode"), fault.message()))?;
        if code.as_deref().is_some_and(credit_code::is_union) {
            let message = "81开头的是工会的代码，这里要填单位自己的，照营业执照或者登记证书填写。";
            return Err(Problem::input(&field("creditCode"), message));
        }
        let representative = text(&one.representative).map(str::to_owned);
        short(&field("representative"), representative.as_deref().unwrap_or_default(), 50)?;
        all.push(UnionEnterprise { name: name.to_owned(), credit_code: code, representative });
    }
    Ok(all)
}

/// The account as typed; masked, the one that stands.
fn account(typed: Option<&str>, standing: Option<&str>) -> Result<Option<String>, Problem> {
    let Some(typed) = typed else { return Ok(None) };
    if standing.is_some_and(|account| typed == shown_account(account, Shown::Masked)) {
        return Ok(standing.map(str::to_owned));
    }
    let wrong = |message: &str| Err(Problem::input("bankAccount", message));
    let digits: String =
        typed.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '－' | '—')).collect();
    if digits.contains('*') {
        return wrong("账号里有星号，是隐去的部分。要改账号的，请把整个账号重新填一遍。");
    }
    if !digits.chars().all(|c| c.is_ascii_digit()) {
        return wrong("银行账号只有数字，请照开户许可证或者对账单核对；开户银行的名称填在旁边一栏。");
    }
    if digits.chars().count() > 40 {
        return wrong("银行账号太长，请检查是否粘贴了别的内容。");
    }
    Ok(Some(digits))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn firm(name: &str, code: Option<&str>) -> UnionEnterprise {
        UnionEnterprise { name: name.into(), credit_code: code.map(str::to_owned), representative: None }
    }

    fn details() -> UnionDetails {
        UnionDetails {
            name: None,
            credit_code: None,
            kind: None,
            form: None,
            enterprises: vec![firm("赣江机械有限公司", None)],
            established_on: None,
            approval_number: None,
            upper_union: None,
            bank: None,
            bank_account: None,
            certificate_number: None,
            certificate_until: None,
            seal: None,
            office: None,
            phone: None,
        }
    }

    fn refused(change: impl FnOnce(&mut UnionDetails)) -> (String, String) {
        let mut one = details();
        change(&mut one);
        let why = checked(&one, Some("14012345678901"), day("2026-11-16")).unwrap_err();
        (why.field.unwrap_or_default(), why.message)
    }

    #[test]
    fn a_wrong_character_of_a_code_is_named_at_its_enterprise() {
        let with = |code: &str| {
            refused(|one| {
                one.enterprises.push(firm("赣江物流", Some(code)));
            })
        };
        let (field, message) = with("913501O0M000100Y43");
        assert_eq!(field, "enterprises.1.creditCode");
        assert!(message.contains("第7位是字母O"), "{message}");
        assert!(with("81360121MC0YL02618").1.contains("81开头"), "the union's own code is no firm's");
        let kept = checked(
            &UnionDetails {
                enterprises: vec![UnionEnterprise {
                    name: " 赣江机械 ".into(),
                    credit_code: Some(" 91350100m000100y43 ".into()),
                    representative: Some(" 周建国 ".into()),
                }],
                ..details()
            },
            None,
            day("2026-11-16"),
        )
        .unwrap();
        assert_eq!(kept.enterprises[0].name, "赣江机械");
        assert_eq!(kept.enterprises[0].credit_code.as_deref(), Some("91350100M000100Y43"));
        assert_eq!(kept.enterprises[0].representative.as_deref(), Some("周建国"));
    }

    #[test]
    fn an_account_sent_back_masked_stays_and_a_new_one_is_all_digits() {
        let account = |typed: &str| {
            let one = UnionDetails { bank_account: Some(typed.into()), ..details() };
            checked(&one, Some("14012345678901"), day("2026-11-16")).map(|kept| kept.bank_account)
        };
        assert_eq!(shown_account("14012345678901", Shown::Never), "**********8901");
        assert_eq!(shown_account("14012345678901", Shown::Full), "14012345678901");
        assert_eq!(account("**********8901").unwrap().as_deref(), Some("14012345678901"));
        assert_eq!(account("6222 0000-1111 2222").unwrap().as_deref(), Some("6222000011112222"));
        assert_eq!(account(" ").unwrap(), None, "emptied");
        for typed in ["**********8902", "工行14012345", "1".repeat(41).as_str()] {
            assert_eq!(account(typed).unwrap_err().field.as_deref(), Some("bankAccount"), "{typed}");
        }
    }

    #[test]
    fn days_and_numbers_that_cannot_be_are_refused_at_their_field() {
        assert_eq!(refused(|one| one.name = Some(" ".into())).0, "name");
        assert_eq!(refused(|one| one.credit_code = Some("91350100M000100Y43".into())).0, "creditCode");
        assert_eq!(refused(|one| one.phone = Some("0".repeat(51))).0, "phone");
        assert_eq!(refused(|one| one.enterprises.clear()).0, "enterprises");
        assert_eq!(refused(|one| one.enterprises[0].name = " ".into()).0, "enterprises.0.name");
        let long = || Some("周".repeat(51));
        let (field, _) = refused(|one| one.enterprises[0].representative = long());
        assert_eq!(field, "enterprises.0.representative");
        assert_eq!(refused(|one| one.enterprises.push(one.enterprises[0].clone())).0, "enterprises.1.name");
        assert_eq!(refused(|one| one.established_on = Some(day("2026-11-17"))).0, "establishedOn");
        assert_eq!(refused(|one| one.certificate_until = Some(day("2027-05-01"))).0, "certificateNumber");
    }
}
