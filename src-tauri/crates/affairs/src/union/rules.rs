//! Pure decisions about the union's record: what founding needs, which name and code a union can have, how a name is understood.

use crate::Problem;
use crate::members::roster::credit_code;
use crate::union::model::Founding;

/// Refuses a founding form with an empty or impossible field. The credit code is checked where it is
/// stored.
pub fn check_founding(founding: &Founding) -> Result<(), Problem> {
    let length = |text: &str| text.trim().chars().count();
    check_name("unionName", &founding.name)?;
    match length(&founding.chair) {
        0 => return Err(Problem::input("chairName", "请填写您的姓名，它会作为经办人记在每一步操作里。")),
        n if n > 50 => return Err(Problem::input("chairName", "姓名超过50个字，请检查是否粘贴了别的内容。")),
        _ => {}
    }
    if founding.province.len() != 2 || !founding.province.chars().all(|c| c.is_ascii_digit()) {
        return Err(Problem::input("province", "请选择工会所在的省份，期限按当地法规计算。"));
    }
    if let Some(city) = &founding.city
        && !(city.len() == 4 && city.starts_with(&founding.province))
    {
        return Err(Problem::input("city", "所选城市不属于所选省份，请重新选择城市。"));
    }
    Ok(())
}

/// Refuses a name that no union has, at its field.
pub fn check_name(field: &str, name: &str) -> Result<(), Problem> {
    match name.trim().chars().count() {
        0 => Err(Problem::input(field, "请填写工会名称，例如“某某机械有限公司工会委员会”。")),
        n if n > 60 => Err(Problem::input(field, "工会名称超过60个字，请填写登记证书上的名称。")),
        _ => Ok(()),
    }
}

/// The union's code as it is kept: folded, and empty for a union that has none yet.
///
/// Errors: `bad_input` at `creditCode` for what is no code, and for the code of an enterprise.
pub fn union_code(typed: &str) -> Result<String, Problem> {
    if typed.trim().is_empty() {
        return Ok(String::new());
    }
    let code = credit_code::check(typed).map_err(|fault| Problem::input("creditCode", fault.message()))?;
    if credit_code::is_enterprise(&code) {
        let message = "这是企业的代码（9开头，在营业执照上），不是工会的。工会的代码以81开头，在工会法人资格证书上；证书还没有办下来的，这里先空着，办下来再填。";
        return Err(Problem::input("creditCode", message));
    }
    Ok(code)
}

/// The employer's name, taken from the union's when it was not typed: 某某公司工会委员会 → 某某公司.
pub fn employer_name(union_name: &str, typed: &str) -> String {
    let typed = typed.trim();
    if !typed.is_empty() {
        return typed.to_owned();
    }
    let name = union_name.trim();
    for ending in ["基层工会委员会", "工会委员会", "工会联合会", "联合工会", "工会"] {
        if let Some(front) = name.strip_suffix(ending)
            && !front.is_empty()
        {
            return front.to_owned();
        }
    }
    name.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_employer_is_read_from_the_union_name() {
        assert_eq!(employer_name("赣江机械有限公司工会委员会", ""), "赣江机械有限公司");
        assert_eq!(employer_name("赣江机械有限公司工会", "赣江机械"), "赣江机械", "what was typed wins");
        assert_eq!(employer_name("工会", ""), "工会", "never empty");
    }

    #[test]
    fn an_enterprise_s_code_is_no_union_s_and_none_is_kept_as_none() {
        assert_eq!(union_code(" 81360121mc0yl02618 ").as_deref(), Ok("81360121MC0YL02618"));
        assert_eq!(union_code("　").as_deref(), Ok(""), "a union that has none yet");
        let firm = union_code("91350100M000100Y43").unwrap_err();
        assert_eq!(firm.field.as_deref(), Some("creditCode"));
        assert!(firm.message.contains("企业的代码"), "{}", firm.message);
        assert!(union_code("81360121MC0YL02619").is_err(), "its last character does not fit");
    }

    #[test]
    fn each_missing_field_is_named() {
        let whole = Founding {
            name: "赣江机械有限公司工会委员会".into(),
            credit_code: String::new(),
            employer: String::new(),
            province: "36".into(),
            city: Some("3601".into()),
            chair: "张敏".into(),
            named_day: None,
        };
        assert_eq!(check_founding(&whole), Ok(()));
        let field = |change: fn(&mut Founding)| {
            let mut founding = whole.clone();
            change(&mut founding);
            check_founding(&founding).unwrap_err().field.unwrap()
        };
        assert_eq!(field(|f| f.name = "  ".into()), "unionName");
        assert_eq!(field(|f| f.chair.clear()), "chairName");
        assert_eq!(field(|f| f.province = "360".into()), "province");
        assert_eq!(field(|f| f.city = Some("3101".into())), "city");
    }
}
