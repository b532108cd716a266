//! The look over a draft for what the law and the contract's own numbers say: rates of overtime, hours and leave, copies, a second
//! term, a second day of pay, averages, what the meeting agreed upon.

use law::Place;

use super::{Draft, Kind};
use crate::negotiation::agreement::model::AgreementKind;
use crate::negotiation::contract::model::{AgreedText, ContractRemedy, ContractSeverity as Severity};

fn with(item: &str, words: &str) -> Draft {
    let mut draft = Draft::whole(AgreementKind::Wage);
    draft.add(item, words);
    draft
}

#[test]
fn a_rate_of_overtime_under_the_law_is_found_in_its_blank_and_the_laws_own_is_not() {
    for (blank, under, least) in [
        ("工作日加班比例", "14999", "15000"),
        ("休息日加班比例", "19999", "20000"),
        ("法定休假日加班比例", "29999", "30000"),
    ] {
        let mut draft = Draft::whole(AgreementKind::Wage);
        draft.fill(blank, least);
        assert_eq!(draft.only(Kind::UnderLaw), [], "{blank}");
        draft.fill(blank, under);
        let found = draft.only(Kind::UnderLaw);
        assert_eq!(found.len(), 1, "{blank}: told once, not for its blank and its words: {found:?}");
        assert_eq!(found[0].severity, Severity::Must);
        assert_eq!(found[0].remedy, Some(ContractRemedy::Fill { blank: blank.to_owned() }));
        assert!(found[0].article.as_ref().is_some_and(|article| article.contains("第四十四条")), "{found:?}");
    }
}

#[test]
fn a_quota_that_too_few_can_reach_is_found_by_the_share_of_the_place() {
    for (province, under, least, article) in [
        ("36", "8999", "9000", "第十七条"),
        ("43", "7999", "8000", "第二十条"),
        ("37", "8999", "9000", "第二十条"),
    ] {
        let found = |value: &str| {
            let mut draft = Draft::whole(AgreementKind::Wage);
            draft.fill("定额完成比例", value);
            let mut all = draft.look_in(&Place::province(province));
            all.retain(|one| one.kind == Kind::UnderLaw && one.message.contains("定额完成比例"));
            all
        };
        assert_eq!(found(least), [], "{province}");
        let told = found(under);
        assert_eq!(told.len(), 1, "{province}: {told:?}");
        assert!(
            told[0].article.as_deref().is_some_and(|told| told.contains(article)),
            "{province}: {told:?}"
        );
    }
}

#[test]
fn a_rate_of_overtime_in_the_words_of_a_clause_is_held_against_the_law_of_its_day() {
    for (words, found) in [
        ("加班费按100%支付。", vec!["加班工资写的是100%，低于法定的150%"]),
        ("加班费按150%支付。", vec![]),
        // Two names of one kind of day, or one thing said twice, are told once.
        ("平日延长工作时间按工资的1.2倍支付加班工资。", vec!["工作日加班工资写的是120%，低于法定的150%"]),
        ("平日加班按120%支付。平时加班按120%支付。", vec!["工作日加班工资写的是120%，低于法定的150%"]),
        ("工作日加班的，按工资的1.4倍支付。", vec!["工作日加班工资写的是140%，低于法定的150%"]),
        ("工作日加班的，按工资的一点五倍支付。", vec![]),
        ("工作日加班按１２０％支付。", vec!["工作日加班工资写的是120%，低于法定的150%"]),
        (
            "安排加班的，工作日、休息日、法定节假日分别按150%、200%、200%支付。",
            vec!["法定休假日加班工资写的是200%，低于法定的300%"],
        ),
        ("休息日、法定节假日加班的，均按双倍支付。", vec!["法定休假日加班工资写的是200%，低于法定的300%"]),
        (
            "加班的：平日百分之一百五十；双休日百分之一百八十；法定节日百分之三百。",
            vec!["休息日加班工资写的是百分之一百八十"],
        ),
        ("加班工资以岗位工资的80%为计算基数，工作日按150%计算。", vec![]),
        ("工作日加班的，在正常工资以外另加付50%。", vec![]),
        ("工作日加班的，在正常工资以外另加付40%。", vec!["工作日加班工资"]),
        ("企业不得强迫加班，出勤率达到95%的给予奖励。", vec![]),
        ("支付日遇法定节假日的，发给当月工资的50%。", vec![]),
        ("节假日期间工资照发，病假工资不低于最低工资的80%，加班工资另行支付。", vec![]),
        ("年终奖按绩效的80%发放，加班工资另计。", vec![]),
    ] {
        let told: Vec<_> = with("payment", words).only(Kind::UnderLaw);
        assert_eq!(told.len(), found.len(), "{words}: {told:?}");
        for (one, part) in told.iter().zip(found) {
            assert!(one.message.contains(part), "{}", one.message);
            assert!(one.article.is_some() && one.severity == Severity::Must);
        }
    }
}

#[test]
fn hours_and_leave_on_the_wrong_side_of_the_law_are_found_whichever_side_it_is() {
    for (kind, blank, wrong, right) in [
        (AgreementKind::Collective, "每日工作时数", "9", "8"),
        (AgreementKind::Women, "产假天数", "97", "98"),
        (AgreementKind::Women, "每日哺乳时数", "0", "1"),
        (AgreementKind::Collective, "一线培训经费比例", "5999", "6000"),
    ] {
        let mut draft = Draft::whole(kind);
        draft.fill(blank, wrong);
        assert_eq!(draft.only(Kind::UnderLaw).len(), 1, "{blank} {wrong}");
        draft.fill(blank, right);
        assert_eq!(draft.only(Kind::UnderLaw), [], "{blank} {right}");
    }
}

#[test]
fn a_clause_that_agrees_upon_what_the_law_forbids_is_found_by_its_words() {
    let (overtime, monthly) = ("第四十四条", "第五十条");
    let must = |article| Some((Severity::Must, article));
    for (words, found) in [
        ("企业不支付加班工资。", must(overtime)),
        ("实行包干工资，不付加班费。", must(overtime)),
        ("职工自愿放弃加班费。", must(overtime)),
        ("企业不得不支付加班工资。", None),
        ("企业不支付加班工资的，工会可以要求补足。", None),
        ("休息日加班安排补休的，不支付加班工资。", None),
        ("企业无故不支付加班工资时，职工可以投诉。", None),
        ("工资每季度末支付一次。", must(monthly)),
        ("职工工资按季发放，逢节假日提前。", must(monthly)),
        ("劳动报酬每半年结清。", must(monthly)),
        ("工资每两个月发一次。", must(monthly)),
        ("职工工资每4个月支付。", must(monthly)),
        ("工资每隔一个月发放。", must(monthly)),
        ("工资半年发一次。", must(monthly)),
        ("工资每一个月发一次。", None),
        ("工资每1个月支付一次。", None),
        ("工资标准每两个月公布一次。", None),
        ("企业不得每两个月支付一次工资。", None),
        // Under the item of payment alone is it about wages.
        ("每季度末支付一次。", Some((Severity::Should, monthly))),
        ("工资每月支付一次，奖金每季度发放一次。", None),
        ("绩效工资每季度考核后发放。", None),
        ("工资支付情况每季度公布一次。", None),
        ("工资按季支付的，工会有权要求改正。", None),
        ("企业不得按季支付工资。", None),
    ] {
        let told: Vec<_> = with("payment", words).only(Kind::UnderLaw);
        let is: Vec<_> =
            told.iter().map(|one| (one.severity, one.article.as_deref().unwrap_or_default())).collect();
        match found {
            None => assert!(is.is_empty(), "{words}: {told:?}"),
            Some((severity, article)) => {
                assert_eq!(is.len(), 1, "{words}: {told:?}");
                assert!(is[0].0 == severity && is[0].1.contains(article), "{words}: {told:?}");
            }
        }
    }
    assert_eq!(with("other", "每季度末支付一次。").only(Kind::UnderLaw), [], "of what is not said");
}

#[test]
fn a_group_of_nobody_and_a_time_to_pay_up_of_more_than_a_month_are_advised_against() {
    for (blank, wrong, right) in [("监督小组每方人数", "0", "1"), ("补足工资日数", "999", "31")]
    {
        let mut draft = Draft::whole(AgreementKind::Wage);
        draft.fill(blank, wrong);
        let found = draft.only(Kind::UnderLaw);
        assert_eq!(found.len(), 1, "{blank}: {found:?}");
        assert!(found[0].severity == Severity::Should && found[0].article.is_some(), "{found:?}");
        assert_eq!(found[0].remedy, Some(ContractRemedy::Fill { blank: blank.to_owned() }));
        draft.fill(blank, right);
        assert_eq!(draft.only(Kind::UnderLaw), [], "{blank}");
    }
    let mut draft = Draft::whole(AgreementKind::Wage);
    draft.fill("补足工资日数", "32");
    assert_eq!(draft.only(Kind::UnderLaw).len(), 1);
}

#[test]
fn copies_must_do_for_what_is_filed_and_for_each_party() {
    for (copies, severity) in
        [("0", Some(Severity::Must)), ("2", Some(Severity::Must)), ("4", Some(Severity::Should)), ("5", None)]
    {
        let mut draft = Draft::whole(AgreementKind::Wage);
        draft.fill("合同份数", copies);
        let found = draft.only(Kind::TooFewCopies);
        assert_eq!(found.first().map(|one| one.severity), severity, "{copies}");
        if let Some(one) = found.first() {
            assert_eq!(one.remedy, Some(ContractRemedy::Fill { blank: "合同份数".to_owned() }));
            assert!(one.article.is_some() && one.way_out.contains("至少写5份"), "{one:?}");
        }
    }
    let typed = |words: &str| with("final", words).only(Kind::TooFewCopies).len();
    assert_eq!(typed("本合同正本一式两份，双方各执一份。"), 1);
    assert_eq!(typed("本合同一式贰份，双方各执壹份。"), 1);
    assert_eq!(typed("本合同一式六份。"), 0);
    assert_eq!(typed("劳动合同一式两份。"), 0, "another contract");
}

#[test]
fn a_second_term_in_the_words_of_a_clause_is_found() {
    for (words, found) in [
        ("本合同有效期两年，自2027年3月1日起。", vec!["合同期限的起日", "合同期限"]),
        ("本合同有效期一年，自2026年4月1日起。", vec![]),
        ("合同有效期为24个月。", vec!["合同期限"]),
        ("合同有效期为十二个月。", vec![]),
        ("本合同有效期半年。", vec!["合同期限"]),
        ("本合同有效期为一年半。", vec!["合同期限"]),
        ("合同期限为1年零6个月。", vec!["合同期限"]),
        ("本合同期限自2026年4月1日起至2027年3月31日止，每半年检查一次。", vec![]),
        ("本合同有效期内，上半年协商一次。", vec![]),
        ("本合同期限到2027年6月30日止。", vec!["合同期限的止日"]),
        ("本合同期限为2026年4月1日至2027年3月31日。", vec![]),
        ("合同期限1年（2026年5月1日至2027年3月31日）。", vec!["合同期限的起日"]),
        ("本合同期限自2026年4月1日起至2027年3月31日止，提前三个月协商续签。", vec![]),
        ("本合同自签字之日起生效，有效期至2027年4月30日。", vec!["合同期限的止日"]),
        ("本合同有效期三年，工资每年协商一次。", vec!["合同期限"]),
        ("劳动合同期限三年以上的，试用期不超过六个月。", vec![]),
        ("本合同期内，自2026年7月1日起调整津贴。", vec![]),
        ("本合同期限届满前两个月，双方协商续签。", vec![]),
        ("合同期限一年，期满前两个月内双方协商续签。", vec![]),
    ] {
        let told = with("other", words).only(Kind::Contradiction);
        let names: Vec<_> =
            told.iter().map(|one| one.message.split('”').next().unwrap_or_default()).collect();
        assert_eq!(names, found.iter().map(|name| format!("“{name}")).collect::<Vec<_>>(), "{words}");
        assert!(told.iter().all(|one| one.severity == Severity::Should && one.clause.is_some()));
    }
}

#[test]
fn a_day_of_pay_is_read_on_either_side_of_its_words_and_another_one_is_found() {
    for (words, found) in [
        ("工资于次月15日前发放。", 1),
        ("工资于次月10日前发放。", 0),
        ("工资于每月15日以前，以银行转账方式支付给本人。", 1),
        ("发薪日为每月31日。", 1),
        ("高温津贴于每月20日发放。", 0),
        ("每月25日以前核算工资，次月10日发放。", 0),
        ("每月20日为厂务公开日，公布工资发放情况。", 0),
    ] {
        let told = with("payment", words).only(Kind::Contradiction);
        assert_eq!(told.len(), found, "{words}: {told:?}");
        assert!(told.iter().all(|one| one.message.contains("工资支付日")), "{told:?}");
    }
}

#[test]
fn two_averages_must_be_joined_by_the_rise_that_is_named() {
    let mut draft = Draft::whole(AgreementKind::Wage);
    draft.fill("上年月平均工资", "586000");
    for (rise, after, found) in
        [("600", "621160", 0), ("600", "621200", 0), ("600", "630000", 1), ("6000", "600000", 1)]
    {
        draft.fill("工资增长幅度", rise);
        draft.fill("本年月平均工资", after);
        let told = draft.only(Kind::Contradiction);
        assert_eq!(told.len(), found, "{rise} {after}: {told:?}");
    }
    let told = draft.only(Kind::Contradiction);
    assert!(
        told[0].message.contains("月平均工资从5,860元增长60%是9,376元，写的是6,000元（增长2.39%）"),
        "{}",
        told[0].message
    );
    draft.values.remove("上年月平均工资");
    assert_eq!(draft.only(Kind::Contradiction), [], "nothing to hold it against");
}

#[test]
fn what_a_clause_says_is_held_against_what_the_meeting_agreed_upon() {
    let agreed = |title: &str, text: &str| AgreedText {
        topic: uuid::Uuid::from_u128(5).into(),
        title: title.to_owned(),
        round: 2,
        text: text.to_owned(),
        taken: false,
    };
    let mut draft = with("level", "全体职工工资普遍上调60%。");
    assert_eq!(draft.only(Kind::Contradiction).len(), 1, "6% stands in the clause of the library");
    draft.agreed = vec![agreed("年度工资增长幅度", "全体职工增长6%。")];
    assert_eq!(draft.only(Kind::Contradiction).len(), 1, "and is told once");
    for (title, text, found) in [
        ("年度工资增长幅度", "全体职工增长8%，自2026年4月1日起执行。", vec!["第2轮会议一致的8%"]),
        ("年度工资增长幅度", "全体职工增长6%，自2026年4月1日起执行。", vec![]),
        ("一线岗位增长幅度", "装配车间增长8%。", vec![]),
        ("企业最低工资标准", "不低于3,100元。", vec!["第2轮会议一致的3,100元"]),
        ("发薪时间", "工资于次月5日前发放。", vec!["第2轮会议一致的5日"]),
    ] {
        let mut draft = Draft::whole(AgreementKind::Wage);
        draft.agreed = vec![agreed(title, text)];
        let told = draft.only(Kind::Contradiction);
        assert_eq!(told.len(), found.len(), "{title}：{text} {told:?}");
        for (one, part) in told.iter().zip(found) {
            assert!(one.message.contains(part), "{}", one.message);
        }
    }
}
