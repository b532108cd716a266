//! What a table of pay levels must hold before it is kept, and what in it does not fit together.

use std::collections::BTreeMap;

use ledger::Fen;

use super::model::{SaveSkillPay, SkillPayLevel};
use crate::Problem;
use crate::members::roster::codes::SkillGrade;
use crate::negotiation::contract::values::yuan;

/// Far beyond any real table.
const MOST: usize = 500;

/// Refuses a table with a level that says nothing, ends before it begins, stands twice or has no grade.
pub fn check(save: &SaveSkillPay) -> Result<(), Problem> {
    if save.levels.len() > MOST || save.forms.len() > MOST {
        return Err(Problem::input("levels", format!("一张表最多{MOST}行。")));
    }
    for (at, level) in save.levels.iter().enumerate() {
        let wrong = |field: &str, message: String| Problem::input(&format!("levels.{at}.{field}"), message);
        let trade = level.trade.trim();
        if trade.is_empty() || trade.chars().count() > 30 {
            return Err(wrong("trade", format!("第{}行请填工种，不超过30个字。", at + 1)));
        }
        if level.grade == SkillGrade::NoGrade {
            return Err(wrong("grade", format!("第{}行请选技能等级，从学徒工到首席技师。", at + 1)));
        }
        if level.from.0 <= 0 {
            return Err(wrong("from", format!("第{}行请填工资水平的低端，单位是元。", at + 1)));
        }
        if level.to < level.from {
            return Err(wrong("to", format!("第{}行的高端低于低端，请核对。", at + 1)));
        }
        if level.allowance.is_some_and(|sum| sum.0 < 0) {
            return Err(wrong("allowance", format!("第{}行的技能津贴不能是负数。", at + 1)));
        }
        if save.levels[..at].iter().any(|one| one.trade.trim() == trade && one.grade == level.grade) {
            let message = format!("第{}行与上面的一行是同一个工种、同一个等级，请合并。", at + 1);
            return Err(wrong("grade", message));
        }
    }
    for (at, form) in save.forms.iter().enumerate() {
        let wrong = |field: &str, message: String| Problem::input(&format!("forms.{at}.{field}"), message);
        if form.who.trim().is_empty() {
            return Err(wrong("who", format!("第{}项请写适用于哪些工种、等级的人。", at + 1)));
        }
        if form.people == 0 {
            return Err(wrong("people", format!("第{}项请填人数；没有人实行的，请去掉这一项。", at + 1)));
        }
        if form.terms.trim().is_empty() {
            return Err(wrong("terms", format!("第{}项请写约定的内容。", at + 1)));
        }
    }
    Ok(())
}

/// The name of a level: 焊工高级工.
pub fn name(level: &SkillPayLevel) -> String {
    format!("{}{}", level.trade.trim(), level.grade.label())
}

/// What does not fit together: a level under the local minimum, a higher grade that begins below a lower one of its trade.
pub fn advice(levels: &[SkillPayLevel], minimum: Option<Fen>) -> Vec<String> {
    let mut advice = Vec::new();
    if let Some(minimum) = minimum {
        advice.extend(levels.iter().filter(|one| one.from < minimum).map(|one| {
            format!(
                "{}的低端{}元，低于当地月最低工资标准{}元。",
                name(one),
                yuan(one.from.0),
                yuan(minimum.0)
            )
        }));
    }
    let mut trades: BTreeMap<&str, Vec<&SkillPayLevel>> = BTreeMap::new();
    for level in levels {
        trades.entry(level.trade.trim()).or_default().push(level);
    }
    for of_trade in trades.values_mut() {
        of_trade.sort_by_key(|one| one.grade);
        for pair in of_trade.windows(2).filter(|pair| pair[1].from < pair[0].from) {
            advice.push(format!(
                "{}的低端{}元，低于{}的{}元；技能等级高的，工资水平一般不低于等级低的。",
                name(pair[1]),
                yuan(pair[1].from.0),
                name(pair[0]),
                yuan(pair[0].from.0)
            ));
        }
    }
    advice
}

#[cfg(test)]
mod tests {
    use super::{advice, check};
    use crate::members::roster::codes::SkillGrade;
    use crate::negotiation::levels::model::{SaveSkillPay, SkillPayForm, SkillPayKind, SkillPayLevel};
    use ledger::Fen;

    fn level(trade: &str, grade: SkillGrade, from: i64, to: i64) -> SkillPayLevel {
        let (from, to) = (Fen(from * 100), Fen(to * 100));
        SkillPayLevel {
            id: None,
            trade: trade.to_owned(),
            grade,
            from,
            to,
            allowance: None,
            people: None,
            note: None,
        }
    }

    fn form(who: &str, people: u32, terms: &str) -> SkillPayForm {
        let (who, terms) = (who.to_owned(), terms.to_owned());
        SkillPayForm { id: None, kind: SkillPayKind::Yearly, who, people, terms, since: None }
    }

    fn refused(levels: Vec<SkillPayLevel>, forms: Vec<SkillPayForm>) -> Option<String> {
        let negotiation = uuid::Uuid::from_u128(1).into();
        let (late_entry, correction, amendment) = (None, None, None);
        let save = SaveSkillPay { negotiation, levels, forms, late_entry, correction, amendment };
        check(&save).err().and_then(|problem| problem.field)
    }

    #[test]
    fn a_whole_table_is_taken_and_each_gap_is_asked_for_at_its_field() {
        use SkillGrade::{Junior, NoGrade, Senior};
        let good = || level("焊工", Senior, 5000, 6000);
        assert_eq!(
            refused(vec![good(), level("焊工", Junior, 4000, 4000)], vec![form("焊工技师", 2, "年薪12万元")]),
            None
        );
        for (bad, field) in [
            (level(" ", Senior, 5000, 6000), "trade"),
            (level("焊工", NoGrade, 5000, 6000), "grade"),
            (level("焊工", Junior, 0, 6000), "from"),
            (level("焊工", Junior, 6000, 5999), "to"),
            (good(), "grade"),
        ] {
            assert_eq!(refused(vec![good(), bad], Vec::new()), Some(format!("levels.1.{field}")));
        }
        for (bad, field) in [
            (form("", 2, "约定"), "who"),
            (form("焊工", 0, "约定"), "people"),
            (form("焊工", 2, ""), "terms"),
        ] {
            assert_eq!(refused(Vec::new(), vec![bad]), Some(format!("forms.0.{field}")));
        }
    }

    #[test]
    fn a_level_under_the_minimum_and_a_grade_below_a_lower_one_are_told() {
        use SkillGrade::{Junior, Senior, Technician};
        let levels = [
            level("焊工", Senior, 5000, 6000),
            level("焊工", Junior, 2000, 3000),
            level("焊工", Technician, 4999, 7000),
            level("车工", Junior, 4000, 4500),
        ];
        assert_eq!(advice(&levels[..2], Some(Fen(200_000))), [""; 0]);
        let told = advice(&levels, Some(Fen(200_001)));
        assert_eq!(told.len(), 2, "{told:?}");
        assert!(told[0].starts_with("焊工初级工的低端2,000元，低于当地月最低工资标准2,000.01元"));
        assert!(told[1].starts_with("焊工技师的低端4,999元，低于焊工高级工的5,000元"));
        assert_eq!(advice(&levels[..2], None), [""; 0], "no minimum is known");
    }
}
