//! Where workers belong, by every class and every union there may be; what a class changes; which forms are refused.

use std::path::Path;
use std::sync::LazyLock;

use super::*;
use crate::platform::model::{
    InjuryHelpInput, PlatformCapInput, PlatformCapKind, PlatformClass, PlatformFirmInput, PlatformInjury,
    PlatformInsurance, PlatformKind, PlatformMeetingInput, PlatformPosition, PlatformReferralTo,
    PlatformRoute, PlatformTalkInput, PlatformTopic, PlatformTopicResult, PlatformTrade,
};

static BOOK: LazyLock<LawBook> =
    LazyLock::new(|| LawBook::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets")).unwrap());
static NANCHANG: LazyLock<Place> = LazyLock::new(|| Place::city("3601"));

fn law() -> PlatformLaw<'static> {
    PlatformLaw { book: &BOOK, place: &NANCHANG }
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn today() -> NaiveDate {
    day("2026-11-19")
}

fn firm(name: &str, kind: PlatformKind) -> PlatformFirmInput {
    PlatformFirmInput {
        id: None,
        kind,
        name: name.to_owned(),
        credit_code: None,
        trade: PlatformTrade::Delivery,
        city: None,
        partner_of: None,
        headcount: None,
        union_members: None,
        own_union: None,
        trade_union: None,
        local_union: None,
        injury: PlatformInjury::Unknown,
        injury_since: None,
        injury_source: None,
        insurance: PlatformInsurance::Unknown,
        contact: None,
        ended_on: None,
        note: None,
    }
}

fn own() -> OwnUnion {
    OwnUnion {
        name: "赣江机械有限公司工会委员会".to_owned(),
        enterprises: vec![("赣江机械有限公司".to_owned(), "91350100M000100Y43".to_owned())],
    }
}

/// Where a worker of each class belongs, at this firm working for this platform.
fn routes(at: &PlatformFirmInput, platform: Option<&PlatformFirmInput>) -> [Option<PlatformReferralTo>; 3] {
    [PlatformClass::Labour, PlatformClass::Partial, PlatformClass::Civil]
        .map(|class| route(law(), &own(), Firm { at, platform, members: 0 }, class, today()).to)
}

#[test]
fn the_closest_union_that_is_known_takes_the_worker_in_the_order_of_the_rule() {
    use PlatformReferralTo::{Employer, Platform as OfPlatform, Township, Trade};
    let mut platform = firm("快蜂", PlatformKind::Platform);
    let mut partner = firm("快蜂骑手服务", PlatformKind::Partner);
    assert_eq!(routes(&partner, Some(&platform)), [None, None, None], "no union is known");
    partner.local_union = Some("城东街道总工会".into());
    assert_eq!(routes(&partner, Some(&platform)), [Some(Township); 3]);
    platform.trade_union = Some("配送行业工会联合会".into());
    assert_eq!(
        routes(&partner, Some(&platform)),
        [Some(Trade); 3],
        "the platform's trade is that of its partner"
    );
    platform.own_union = Some("快蜂工会".into());
    assert_eq!(
        routes(&partner, Some(&platform)),
        [Some(Trade), Some(OfPlatform), Some(OfPlatform)],
        "the platform is not the employer of its partner's people"
    );
    partner.own_union = Some("快蜂骑手服务工会".into());
    assert_eq!(routes(&partner, Some(&platform)), [Some(Employer), Some(OfPlatform), Some(OfPlatform)]);
    let verdict = route(
        law(),
        &own(),
        Firm { at: &partner, platform: None, members: 0 },
        PlatformClass::Labour,
        today(),
    );
    assert_eq!(verdict.union.as_deref(), Some("快蜂骑手服务工会"));
    assert_eq!(verdict.rule.map(|rule| rule.id), Some("CN-PW-ROUTE-LABOUR".to_owned()));
    assert!(verdict.sentence.contains("不计入本会的入会率"), "{}", verdict.sentence);
}

#[test]
fn our_own_enterprise_and_our_own_union_refer_nobody() {
    let ours = |at: &PlatformFirmInput| {
        route(law(), &own(), Firm { at, platform: None, members: 0 }, PlatformClass::Partial, today()).ours
    };
    let mut at = firm("赣江机械有限公司", PlatformKind::Partner);
    assert!(ours(&at), "by its name");
    at.credit_code = Some("91360121MA35YL6164".into());
    assert!(!ours(&at), "a code tells firms of one name apart");
    at.credit_code = Some("91350100M000100Y43".into());
    at.name = "赣江机械".into();
    assert!(ours(&at), "by its code");
    let mut other = firm("快蜂", PlatformKind::Platform);
    other.trade_union = Some("赣江机械有限公司工会委员会".into());
    assert!(ours(&other), "the union that takes them is we");
}

#[test]
fn twenty_five_members_should_have_a_committee_where_there_is_no_union_yet() {
    let mut at = firm("快蜂", PlatformKind::Platform);
    let required =
        |at: &PlatformFirmInput, members| committee(law(), Firm { at, platform: None, members }, today());
    let verdict =
        |at: &PlatformFirmInput, members| required(at, members).map(|one| (one.required, one.rule.id));
    // The province says the same as the national law, and goes before it.
    let rule = || "JX-UN-8".to_owned();
    assert_eq!(verdict(&at, 24), Some((false, rule())));
    assert_eq!(verdict(&at, 25), Some((true, rule())));
    at.union_members = Some(25);
    assert_eq!(verdict(&at, 3), Some((true, rule())), "those of other unions count too");
    let few = committee(
        law(),
        Firm { at: &firm("小站", PlatformKind::Partner), platform: None, members: 3 },
        today(),
    );
    let few = few.unwrap().sentence;
    assert!(few.contains("不足25人") && few.contains("联合建立"), "{few}");
    at.own_union = Some("快蜂工会".into());
    assert_eq!(verdict(&at, 30), None, "it has one");
}

#[test]
fn a_class_changes_which_rules_hold() {
    let rules = |class| -> Vec<String> {
        of_class(law(), class, today()).rules.into_iter().map(|one| one.rule.id).collect()
    };
    let (labour, partial, civil) =
        (rules(PlatformClass::Labour), rules(PlatformClass::Partial), rules(PlatformClass::Civil));
    let has = |rules: &[String], id: &str| rules.iter().any(|one| one == id);
    assert!(has(&partial, "CN-PW-01-AGREEMENT") && !has(&labour, "CN-PW-01-AGREEMENT"));
    assert!(has(&partial, "CN-PW-03") && !has(&civil, "CN-PW-03"), "the hourly minimum is N's");
    assert!(has(&civil, "CN-PW-10") && !has(&labour, "CN-PW-10"), "who has an employer is insured there");
    let join = law().winner("members.join.new_forms", today()).unwrap().id.clone();
    assert!([&labour, &partial, &civil].iter().all(|all| has(all, &join)), "everyone may join");
    let hefei = Place::city("3401");
    let anhui = PlatformLaw { book: &BOOK, place: &hefei };
    let there = of_class(anhui, PlatformClass::Partial, today()).rules;
    assert!(there.iter().any(|one| one.rule.id == "AH-PW-13-DEPOSIT"), "a province adds its own");
    assert!(there.iter().any(|one| one.rule.id == "AH-PW-11"), "and goes before the guideline");
}

#[test]
fn injury_protection_is_asked_of_its_three_trades_from_its_day() {
    let rule = |trade, on| insured(law(), trade, day(on)).map(|one| one.rule.id);
    assert_eq!(rule(PlatformTrade::Delivery, "2026-07-01").as_deref(), Some("CN-PW-10"));
    assert_eq!(rule(PlatformTrade::Delivery, "2026-06-30"), None);
    assert_eq!(rule(PlatformTrade::Express, "2026-07-01"), None, "couriers have an employer");
}

fn field(checked: Result<(), Problem>) -> String {
    checked.unwrap_err().field.unwrap()
}

#[test]
fn a_firm_is_refused_at_the_field_that_cannot_be() {
    let refused = |change: fn(&mut PlatformFirmInput)| {
        let mut input = firm("快蜂", PlatformKind::Platform);
        change(&mut input);
        field(check_firm(&input, today()).map(|_| ()))
    };
    assert_eq!(refused(|one| one.name = " ".into()), "name");
    assert_eq!(refused(|one| one.credit_code = Some("91350100M000100Y44".into())), "creditCode");
    assert_eq!(refused(|one| one.city = Some("36".into())), "city");
    assert_eq!(
        refused(|one| one.partner_of = "01990000-0000-7000-8000-00000000ee01".parse().ok()),
        "partnerOf",
        "a platform works for none"
    );
    assert_eq!(
        refused(|one| {
            one.headcount = Some(3);
            one.union_members = Some(4);
        }),
        "unionMembers"
    );
    assert_eq!(refused(|one| one.injury_since = Some(day("2026-07-01"))), "injurySince");
    assert_eq!(refused(|one| one.ended_on = Some(day("2026-11-20"))), "endedOn");
    let mut whole = firm("快蜂", PlatformKind::Platform);
    whole.credit_code = Some("9135 0100 m000 100y43".into());
    assert_eq!(
        check_firm(&whole, today()),
        Ok(Some("91350100M000100Y43".into())),
        "kept as it is written on papers"
    );
}

fn talk() -> PlatformTalkInput {
    PlatformTalkInput {
        id: None,
        firm: "01990000-0000-7000-8000-00000000ee01".parse().unwrap(),
        year: 2026,
        asked_on: Some(day("2026-08-01")),
        reply_by: Some(day("2026-08-20")),
        replied_on: Some(day("2026-08-15")),
        covers: Some(420),
        workers_seats: Some(2),
        employers_seats: None,
        agreed_on: Some(day("2026-09-08")),
        agreed: Some("并单不超过三单".into()),
        effective_on: Some(day("2026-12-01")),
        posted_on: Some(day("2026-10-20")),
        posted_where: None,
        feedback_by: Some(day("2027-03-31")),
        feedback_on: None,
        feedback: None,
        late_entry: None,
    }
}

#[test]
fn talks_are_refused_where_their_steps_contradict_each_other() {
    assert_eq!(check_talk(&talk(), today()), Ok(()));
    let refused = |change: fn(&mut PlatformTalkInput)| {
        let mut input = talk();
        change(&mut input);
        field(check_talk(&input, today()))
    };
    assert_eq!(refused(|one| one.year = 26), "year");
    assert_eq!(refused(|one| one.replied_on = Some(day("2026-07-31"))), "repliedOn");
    assert_eq!(refused(|one| one.reply_by = Some(day("2026-07-31"))), "replyBy");
    assert_eq!(refused(|one| one.agreed = None), "agreed");
    assert_eq!(
        refused(|one| one.agreed_on = None),
        "effectiveOn",
        "nothing takes effect that was not agreed"
    );
    assert_eq!(refused(|one| one.effective_on = Some(day("2026-09-07"))), "effectiveOn");
    assert_eq!(refused(|one| one.posted_on = Some(day("2026-11-20"))), "postedOn", "still to come");
    assert_eq!(refused(|one| one.feedback_by = Some(day("2026-09-01"))), "feedbackBy");
}

fn meeting() -> PlatformMeetingInput {
    PlatformMeetingInput {
        id: None,
        talk: "01990000-0000-7000-8000-00000000ee04".parse().unwrap(),
        held_on: day("2026-09-08"),
        place: "二楼会议室".into(),
        chair: None,
        recorder: None,
        workers: vec!["张敏".into(), "谢飞".into(), "段红梅".into()],
        employers: vec!["贺远".into()],
        positions: vec![PlatformPosition {
            topic: PlatformTopic::Other,
            title: Some("换电柜".into()),
            workers: None,
            employers: None,
            result: PlatformTopicResult::Deferred,
            agreed: None,
        }],
        late_entry: None,
    }
}

#[test]
fn a_meeting_has_people_of_both_sides_and_a_topic_and_tells_when_there_are_more_than_agreed() {
    let check = |one: &PlatformMeetingInput| check_meeting(one, Some(day("2026-08-01")), today());
    assert_eq!(check(&meeting()), Ok(()));
    let refused = |change: fn(&mut PlatformMeetingInput)| {
        let mut input = meeting();
        change(&mut input);
        field(check(&input))
    };
    assert_eq!(refused(|one| one.workers = vec![" ".into()]), "workers");
    assert_eq!(refused(|one| one.employers.clear()), "employers");
    assert_eq!(refused(|one| one.positions.clear()), "positions");
    assert_eq!(refused(|one| one.positions[0].title = None), "positions.0.title");
    assert_eq!(refused(|one| one.held_on = day("2026-07-31")), "heldOn");
    let told = warnings(&talk(), &meeting());
    assert_eq!(told, ["劳动者方出席3人，多于双方商定的代表2人，请核对。"], "the other side set no number");
}

#[test]
fn a_cap_is_at_most_a_day_and_names_where_it_stands() {
    let cap = PlatformCapInput {
        id: None,
        firm: "01990000-0000-7000-8000-00000000ee01".parse().unwrap(),
        talk: None,
        kind: PlatformCapKind::Continuous,
        minutes: 240,
        source: Some("协议".into()),
        since: day("2026-11-01"),
        until: None,
    };
    assert_eq!(check_cap(&cap), Ok(()));
    assert_eq!(field(check_cap(&PlatformCapInput { minutes: 0, ..cap.clone() })), "minutes");
    assert_eq!(field(check_cap(&PlatformCapInput { minutes: 1441, ..cap.clone() })), "minutes");
    assert_eq!(field(check_cap(&PlatformCapInput { source: None, ..cap.clone() })), "source");
    assert_eq!(field(check_cap(&PlatformCapInput { until: Some(day("2026-10-31")), ..cap })), "until");
}

#[test]
fn help_is_refused_where_a_step_comes_before_the_accident_or_a_paper_is_of_no_list() {
    let help = InjuryHelpInput {
        id: None,
        work: "01990000-0000-7000-8000-00000000ee02".parse().unwrap(),
        accident_on: day("2026-10-03"),
        place: None,
        order_number: None,
        asked: "送餐途中摔伤".into(),
        asked_on: day("2026-10-08"),
        papers: vec!["confirm".into(), "advance".into()],
        reported_on: Some(day("2026-10-04")),
        applied_on: None,
        accepted_on: None,
        concluded_on: None,
        outcome: None,
        result: None,
    };
    let check = |one: InjuryHelpInput| check_help(law(), &one, today());
    assert_eq!(check(help.clone()), Ok(()));
    assert_eq!(field(check(InjuryHelpInput { asked: " ".into(), ..help.clone() })), "asked");
    assert_eq!(field(check(InjuryHelpInput { papers: vec!["lottery".into()], ..help.clone() })), "papers");
    let before = Some(day("2026-10-02"));
    assert_eq!(field(check(InjuryHelpInput { reported_on: before, ..help.clone() })), "reportedOn");
    assert_eq!(field(check(InjuryHelpInput { applied_on: before, ..help.clone() })), "appliedOn");
    let concluded = InjuryHelpInput { concluded_on: Some(day("2026-11-18")), ..help };
    assert_eq!(field(check(concluded)), "outcome");
}

#[test]
fn a_number_typed_before_a_line_goes_and_a_number_of_the_line_stays() {
    for (typed, lines) in [
        ("一、并单不超过三单", "并单不超过三单"),
        ("（一）并单不超过三单\n（二）三单以上加价", "并单不超过三单\n三单以上加价"),
        (" 1. 十二月起施行\n2．一月公示", "十二月起施行\n一月公示"),
        ("1、公示七天\n（1）站点\n（2）软件\n2、公布", "公示七天\n站点\n软件\n公布"),
        ("1.3公里以内不加价\n3.5小时以后休息", "1.3公里以内不加价\n3.5小时以后休息"),
        ("三单以上加价", "三单以上加价"),
        ("并单不超过三单", "并单不超过三单"),
        // Towns of the first and second rank, riders of the third and fourth grade.
        (
            "一、二线城市骑手每单不低于4.5元\n三、四级骑手并单不超过三单",
            "一、二线城市骑手每单不低于4.5元\n三、四级骑手并单不超过三单",
        ),
        ("一、公示七天\n三、四级骑手并单不超过三单", "公示七天\n三、四级骑手并单不超过三单"),
        ("三、高温天加价", "三、高温天加价"),
    ] {
        assert_eq!(unnumbered(typed).join("\n"), lines, "{typed}");
    }
    let ten: String = "一二三四五六七八九".chars().map(|n| format!("{n}、公示\n")).collect();
    let lines = unnumbered(&format!("{ten}十、歇业\n十一、公示\n十二、公布"))
        .into_iter()
        .filter(|line| line.contains('、'))
        .count();
    assert_eq!(lines, 0, "beyond ten");
}

#[test]
fn a_member_of_ours_is_not_sent_away() {
    let own = |ours| PlatformRoute {
        ours,
        to: Some(PlatformReferralTo::Trade),
        union: Some("行业工会联合会".to_owned()),
        sentence: "介绍到行业工会联合会入会；不是本会会员，不计入本会的入会率。".to_owned(),
        rule: None,
        committee: None,
    };
    let member = of_member(own(false), "谢飞");
    assert!(member.ours && member.to.is_none() && member.union.is_none(), "no referral: {member:?}");
    assert!(member.sentence.contains("谢飞是本会会员") && member.sentence.contains("会籍转出"), "{member:?}");
    assert!(!member.sentence.contains("不是本会会员"), "{member:?}");
    assert_eq!(of_member(own(true), "谢飞").sentence, own(true).sentence, "at home");
}
