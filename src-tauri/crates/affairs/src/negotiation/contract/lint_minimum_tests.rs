//! The look over a draft for sums of wages: against the ledger's local minimum or the contract's own, of a month and of an hour, in
//! any writing; and the share of workers that a quota must be within the reach of.

use law::Place;
use ledger::Fen;

use super::{Draft, Kind, LocalMinimum, Severity};
use crate::negotiation::agreement::model::AgreementKind;
use crate::negotiation::contract::model::{ContractFinding, ContractRemedy};

fn with(item: &str, words: &str) -> Draft {
    let mut draft = Draft::whole(AgreementKind::Wage);
    draft.add(item, words);
    draft
}

#[test]
fn where_the_ledger_knows_no_minimum_the_contracts_own_is_held_against() {
    let mut draft = Draft::whole(AgreementKind::Wage);
    draft.minimum = None;
    draft.fill("企业最低月工资", "200000");
    assert_eq!(draft.only(Kind::UnderMinimum), []);
    let unknown = draft.only(Kind::MinimumUnknown);
    assert_eq!((unknown.len(), unknown[0].severity), (1, Severity::Hint));
    assert!(unknown[0].message.contains("只按合同自己写的当地月最低工资标准2,000元核对"), "{unknown:?}");
    draft.fill("企业最低月工资", "199999");
    let found = draft.only(Kind::UnderMinimum);
    assert_eq!((found.len(), found[0].severity), (1, Severity::Must));
    assert!(
        found[0].message.contains("1,999.99元，低于合同自己写的当地月最低工资标准2,000元"),
        "{}",
        found[0].message
    );
    assert!(found[0].article.is_some());
    // Told in words alone it counts as well.
    draft.drop_item("system");
    draft.values.remove("当地最低月工资");
    draft.values.remove("企业最低月工资");
    draft.add("system", "全体职工的月工资不低于1,900元。当地月最低工资标准为2,000元。");
    assert_eq!(draft.only(Kind::UnderMinimum).len(), 1);
    draft.drop_item("system");
    draft.add("system", "全体职工的月工资不低于1,900元。");
    assert_eq!(draft.only(Kind::UnderMinimum), [], "nobody knows a standard");
    assert!(draft.only(Kind::MinimumUnknown)[0].message.contains("没有核对"));
}

#[test]
fn of_two_standards_the_higher_one_must_be_reached_and_the_head_table_too() {
    let mut draft = Draft::whole(AgreementKind::Wage);
    draft.fill("当地最低月工资", "210000");
    draft.fill("企业最低月工资", "205000");
    assert_eq!(draft.only(Kind::UnderMinimum).len(), 1, "2,050元 beside 2,100元");
    assert_eq!(draft.only(Kind::MinimumOutdated).len(), 1);
    draft.fill("企业最低月工资", "210000");
    assert_eq!(draft.only(Kind::UnderMinimum), []);
    draft.drop_item("system");
    draft.fill("企业最低月工资", "199900");
    let found = draft.only(Kind::UnderMinimum);
    assert_eq!(found.len(), 1, "no clause holds it, and it is printed: {found:?}");
    assert!(found[0].message.contains("首页表格") && found[0].severity == Severity::Must, "{found:?}");
}

#[test]
fn a_sum_under_the_minimum_is_put_right_where_it_was_put_in() {
    let filled = |blank: &str| Some(ContractRemedy::Fill { blank: blank.to_owned() });
    let mut draft = Draft::whole(AgreementKind::Wage);
    draft.fill("企业最低月工资", "199999");
    let found = draft.only(Kind::UnderMinimum);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].remedy, filled("企业最低月工资"), "a clause holds the blank");
    assert!(found[0].clause.is_some() && found[0].number.is_some(), "{found:?}");
    draft.fill("企业最低月工资", "210000");
    draft.fill("当地最低月工资", "205000");
    let found = draft.only(Kind::MinimumOutdated);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].remedy, filled("当地最低月工资"), "so is a standard that is not the ledger's");
    // What the words of the clause say is put right in the words, whatever its blanks hold.
    let mut draft = with("system", "见习期月工资1,900元。期满以后按【企业最低月工资】元发。");
    draft.fill("企业最低月工资", "210000");
    let found = draft.only(Kind::UnderMinimum);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].remedy, Some(ContractRemedy::Edit));
}

#[test]
fn what_the_head_table_prints_is_not_left_open() {
    let mut draft = Draft::whole(AgreementKind::Wage);
    draft.drop_item("system");
    assert_eq!(draft.only(Kind::BlankOpen), []);
    draft.values.remove("当地标准执行日");
    let found = draft.only(Kind::BlankOpen);
    assert_eq!((found.len(), found[0].severity), (1, Severity::Must), "{found:?}");
    assert!(found[0].message.contains("首页表格") && found[0].article.is_some(), "{found:?}");
    assert_eq!(found[0].remedy, Some(ContractRemedy::Fill { blank: "当地标准执行日".to_owned() }));
}

#[test]
fn wages_of_a_month_are_read_in_any_writing_and_none_is_under_the_minimum() {
    for (words, found) in [
        ("保底工资每人每月两千元。", None),
        ("保底工资每人每月一千九百元。", Some(Severity::Must)),
        ("见习期月工资0.2万元。", None),
        ("见习期月工资0.19万元。", Some(Severity::Must)),
        ("见习期月工资一点九千元。", Some(Severity::Must)),
        ("学徒工每月工资不少于2千元。", None),
        ("学徒工每月工资不少于1.5千元。", Some(Severity::Must)),
        ("操作工月工资最低２０００元。", None),
        ("操作工月工资最低１９９９元。", Some(Severity::Must)),
        ("病假期间月工资为1,600元。", None),
        ("职工月工资保底1.9千元。", Some(Severity::Must)),
        ("职工工资每月不少于1,900元。", Some(Severity::Must)),
        ("操作工月工资最低贰仟零伍拾圆。", None),
        ("操作工月工资最低壹仟玖佰圆整。", Some(Severity::Must)),
        // What may be one part of the wage is asked about.
        ("操作工岗位工资2,000元/月。", None),
        ("操作工岗位工资1,900元/月。", Some(Severity::Should)),
        ("职工月基本工资不得少于1800元。", Some(Severity::Should)),
        ("新进职工每月不少于1,900元。", Some(Severity::Should)),
        ("新进职工每月不少于2,000元。", None),
        ("职工的夜班津贴每月不少于300元。", None),
        ("操作工岗位工资120元/天。", None),
        ("高级工岗位工资增加300元。", None),
    ] {
        let told = with("system", words).only(Kind::UnderMinimum);
        let is: Vec<Severity> = told.iter().map(|one| one.severity).collect();
        assert_eq!(is, found.into_iter().collect::<Vec<_>>(), "{words}: {told:?}");
        assert!(told.iter().all(|one| one.article.is_some() && one.clause.is_some()), "{words}");
    }
}

/// The draft holds 3,000元 as the lowest wage, the local minimum is 2,000元.
#[test]
fn a_lowest_wage_in_any_words_is_held_against_the_minimum_and_against_the_clause_that_names_it() {
    for words in [
        "最低工资为1800元。",
        "月薪不低于1,800元。",
        "月薪不低于1 800元。",
        "月薪不低于1　800 元。",
        "职工月薪不少于1999.99元。",
        "职工月收入不低于1,800元。",
        "职工月工资1800元起。",
        "工资不低于1800元/月。",
        "全体职工每月工资最少1,800元。",
        "自2026年4月1日起，职工每人每月的劳动报酬至少一千八百元。",
        "职工工资下限为每月1800元。",
        "职工月工资最低线为1800元。",
        "全体职工月工资在1,800元以上。",
    ] {
        let draft = with("other", words);
        let under = draft.only(Kind::UnderMinimum);
        assert_eq!(under.len(), 1, "{words}: {under:?}");
        assert!(under[0].severity == Severity::Must && under[0].article.is_some(), "{words}: {under:?}");
        let told = draft.only(Kind::Contradiction);
        assert_eq!(told.len(), 1, "{words}: {told:?}");
        assert!(
            told[0].message.contains("企业最低工资标准") && told[0].message.contains("3,000元"),
            "{told:?}"
        );
    }
    // A group's own wage contradicts nobody's; where no month is named it is asked about.
    for (words, severity) in [
        ("普工月薪不低于1,800元。", Severity::Must),
        ("电焊工月工资不低于1,800元。", Severity::Must),
        ("派遣职工的月工资不得低于1,800元。", Severity::Must),
        ("试用期月收入不低于1,800元。", Severity::Must),
        ("搬运工月薪1,800元。", Severity::Must),
        ("技工月工资在1900元以上。", Severity::Must),
        ("职工月工资总额不低于1800元。", Severity::Must),
        ("普工工资不低于1,800元。", Severity::Should),
        ("职工底薪1,800元。", Severity::Should),
    ] {
        let draft = with("other", words);
        let under = draft.only(Kind::UnderMinimum);
        assert_eq!(
            under.iter().map(|one| one.severity).collect::<Vec<_>>(),
            [severity],
            "{words}: {under:?}"
        );
        assert_eq!(draft.only(Kind::Contradiction), [], "{words}");
    }
    for words in [
        "月薪不低于3,000元。",
        "普工月薪不低于2,000元。",
        "高级技师的月工资不低于9000元。",
        "技师岗位职工月工资不低于7000元。",
        "电焊工月工资不得低于5000元。",
        "派遣职工的月工资不低于2,500元。",
        "一线职工的月工资不低于5000元。",
        "职工月工资增长不低于100元。",
        "每月增加工资不少于100元。",
        "月工资1500元以下的困难职工，每年慰问一次。",
        "职工月薪不低于1,800元的，按规定参加互助保障。",
        "职工月收入低于1,800元的，由企业补足。",
        "加班工资每月不低于300元。",
        "夜班津贴每月不低于300元，年终奖不少于1,000元。",
        "日工资不低于80元。",
        "停工期间，职工每月工资不低于1,600元。",
        "病假工资不低于1,600元/月。",
        "家庭人均月收入低于1,800元的职工，由工会帮扶。",
        "职工工资不低于80元/天。",
        "技工月工资在5000元以上。",
        "职工月工资在1,800元以上的，按规定参加互助保障。",
        "职工月工资在300元至500元之间浮动。",
        "全年工资总额不低于500万元。",
        "企业工资总额不低于500万元，每月工资总额不低于40万元。",
    ] {
        let mut told = with("other", words).look();
        told.retain(|one| {
            matches!(one.kind, Kind::UnderMinimum | Kind::Contradiction | Kind::MinimumOutdated)
        });
        assert_eq!(told, [], "{words}");
    }
}

/// The draft holds 3,000元 as the lowest wage, the local minimum is 2,000元.
#[test]
fn a_part_that_is_called_a_part_is_none_where_the_whole_wage_reaches_the_minimum() {
    for (words, found) in [
        ("职工月工资不低于3,000元，其中岗位工资不低于500元。", None),
        ("技工月工资不低于2,000元，其中基本工资不低于1,000元。", None),
        ("普工工资不低于2,500元，其中岗位工资500元。", None),
        // The whole falls short: it is told, and its part with it is asked about.
        ("技工月工资不低于1,999元，其中岗位工资不低于500元。", Some(Severity::Must)),
        // No part of what stands before it.
        ("职工月工资不低于3,000元，岗位工资不低于500元。", Some(Severity::Should)),
        ("职工月工资不低于3,000元。其中岗位工资不低于500元。", Some(Severity::Should)),
        ("其中岗位工资不低于500元。", Some(Severity::Should)),
    ] {
        let told = with("other", words).only(Kind::UnderMinimum);
        assert_eq!(told.iter().map(|one| one.severity).min(), found, "{words}: {told:?}");
    }
}

#[test]
fn a_share_of_the_local_minimum_is_read_as_a_wage() {
    for (words, found) in [
        ("职工月工资不低于当地最低工资标准的80%。", Some(Severity::Must)),
        ("职工的最低工资按当地最低工资标准的百分之八十执行。", Some(Severity::Must)),
        ("试用期职工月工资不低于当地最低工资标准的99.99%。", Some(Severity::Must)),
        ("职工岗位工资不低于当地最低工资标准的90%。", Some(Severity::Should)),
        ("试用期职工月工资不低于当地最低工资标准的100%。", None),
        ("病假工资不低于当地最低工资标准的80%。", None),
        ("停工期间，职工的工资不低于当地最低工资标准的80%。", None),
        ("试用期工资不低于本岗位工资的80%。", None),
        ("企业最低工资高于当地最低工资标准的20%。", None),
        ("职工月工资低于当地最低工资标准的80%的，由企业补足。", None),
    ] {
        let told = with("system", words).only(Kind::UnderMinimum);
        let is: Vec<Severity> = told.iter().map(|one| one.severity).collect();
        assert_eq!(is, found.into_iter().collect::<Vec<_>>(), "{words}: {told:?}");
        assert!(told.iter().all(|one| one.article.is_some() && one.clause.is_some()), "{words}");
    }
}

#[test]
fn a_share_that_is_another_sum_than_the_lowest_wage_is_a_contradiction() {
    for (lowest, words, found) in [
        ("240000", "职工月工资不低于当地最低工资标准的118%。", true),
        ("245440", "职工月工资不低于当地最低工资标准的118%。", false),
        ("240000", "企业最低月工资为2400元，不低于当地最低工资标准的118%。", true),
        ("240000", "企业最低月工资为2400元，不低于当地最低工资标准的110%。", false),
        ("240000", "试用期职工的收入不低于当地最低工资标准的118%。", false),
    ] {
        let mut draft = with("system", words);
        draft.minimum = Some(LocalMinimum { fen: Fen(208_000), from: "2025-01-01".parse().unwrap() });
        draft.fill("当地最低月工资", "208000");
        draft.fill("企业最低月工资", lowest);
        let told = draft.only(Kind::Contradiction);
        assert_eq!(told.len(), usize::from(found), "{lowest} {words}: {told:?}");
        assert!(told.iter().all(|one| one.message.contains("2,454.40元")), "{told:?}");
        assert_eq!(draft.only(Kind::UnderMinimum), [], "{words}");
    }
}

#[test]
fn wages_of_an_hour_are_held_against_the_minimum_of_an_hour() {
    let minimum = LocalMinimum { fen: Fen(2_200), from: "2026-04-01".parse().unwrap() };
    for (words, found) in [
        ("非全日制职工小时工资22元。", 0),
        ("非全日制职工小时工资21.99元。", 1),
        ("非全日制职工每小时十八元计酬。", 1),
        ("临时工的报酬21元/小时。", 1),
        ("夜班津贴每小时3元。", 0),
        ("加班工资每小时不低于15元。", 0),
    ] {
        let mut draft = with("system", words);
        draft.minimum_hour = Some(minimum.clone());
        let told = draft.only(Kind::UnderMinimum);
        assert_eq!(told.len(), found, "{words}: {told:?}");
        assert!(told.iter().all(|one| one.message.contains("小时最低工资标准22元")), "{told:?}");
    }
    let mut draft = with("system", "非全日制职工小时工资18元。");
    let unknown = draft.only(Kind::MinimumUnknown);
    assert_eq!((unknown.len(), unknown[0].severity), (1, Severity::Hint), "{unknown:?}");
    draft.clauses.pop();
    assert_eq!(draft.only(Kind::MinimumUnknown), [], "nobody is paid by the hour");
}

#[test]
fn the_share_of_workers_who_can_fulfil_a_quota_is_held_against_the_law_of_the_place() {
    let found = |province: &str, words: &str| -> Vec<ContractFinding> {
        let mut all = with("quota", words).look_in(&Place::province(province));
        // The blank of the library's own clause holds the share of 江西.
        all.retain(|one| one.kind == Kind::UnderLaw && one.message.contains("能够完成劳动定额"));
        all
    };
    for (province, words, wrong) in [
        ("36", "劳动定额以80%以上职工能够完成为准。", true),
        ("36", "劳动定额以百分之八十九以上的职工能够完成为准。", true),
        ("36", "劳动定额以90%以上职工能够完成为准。", false),
        ("43", "劳动定额以80%以上职工能够完成为准。", false),
        ("43", "劳动定额以79%以上职工能够完成为准。", true),
        ("36", "劳动定额每次调整不超过10%。", false),
        ("36", "定额完成率低于80%的职工，经过培训能够完成的，不降低工资。", false),
    ] {
        let told = found(province, words);
        assert_eq!(told.len(), usize::from(wrong), "{province} {words}: {told:?}");
        assert!(told.iter().all(|one| one.article.is_some() && one.clause.is_some()), "{told:?}");
    }
}

#[test]
fn every_wage_of_a_sentence_is_held_against_the_minimum() {
    let hour = LocalMinimum { fen: Fen(2_200), from: "2026-04-01".parse().unwrap() };
    for (words, found) in [
        ("职工月工资不低于3000元，其中普工月工资不低于1800元。", Some(Severity::Must)),
        ("技师月工资不低于5000元，普工月工资不低于1,999元。", Some(Severity::Must)),
        ("技师月工资不低于5000元，普工月工资不低于2,000元。", None),
        ("大专生见习期工资2,500元，高中生见习期工资1,800元。", Some(Severity::Must)),
        ("技工岗位工资2,500元/月，普工岗位工资1,900元/月。", Some(Severity::Should)),
        ("普工小时工资25元，保洁每小时18元。", Some(Severity::Must)),
        // What is added to a wage is none.
        ("保底工资每人每月2,000元，超过保底工资的部分每件加2元。", None),
        ("职工月工资不低于3,000元，加班工资每月不低于300元。", None),
        ("非全日制职工每小时25元，夜班每小时另加3元。", None),
    ] {
        let mut draft = with("other", words);
        draft.minimum_hour = Some(hour.clone());
        let told = draft.only(Kind::UnderMinimum);
        let is: Vec<Severity> = told.iter().map(|one| one.severity).collect();
        assert_eq!(is, found.into_iter().collect::<Vec<_>>(), "{words}: {told:?}");
        assert_eq!(draft.only(Kind::Contradiction), [], "{words}");
    }
}

#[test]
fn another_rise_than_the_blanks_in_the_words_of_a_clause_is_found() {
    for (words, found) in [
        ("职工月工资增长8%。", 1),
        ("职工月工资增长6%。", 0),
        ("职工月工资增长百分之六。", 0),
        ("一线职工月工资增长8%。", 0),
        ("女职工月工资增长8%。", 0),
    ] {
        let told = with("level", words).only(Kind::Contradiction);
        assert_eq!(told.len(), found, "{words}: {told:?}");
    }
}
