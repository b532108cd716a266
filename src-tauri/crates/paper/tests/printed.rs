//! What must be printed in the papers that reviewing offices send back most: it stands in the PDF, read by poppler; a
//! context that lacks it is refused, and the refusal names it in plain Chinese.

use paper::{PaperError, Template};
use serde_json::{Value, json};

use crate::support::*;

/// What poppler reads of the filled template, without white space.
fn read(key: &str, context: &Value) -> String {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.pdf");
    std::fs::write(&file, rendered(&filled(key, context)).pdf).unwrap();
    bare(&judge("pdftotext", &["-raw", "-enc", "UTF-8", &file.to_string_lossy(), "-"]))
}

fn prints(key: &str, wanted: &[&str]) {
    let text = read(key, &sample(key));
    for one in wanted {
        assert!(text.contains(&bare(one)), "{key} does not print “{one}”");
    }
}

/// The names that the refusal tells when the field is absent, null and blank; all three tell the same.
fn refusal(key: &str, path: &str) -> Vec<String> {
    let template = Template::load(&assets(), key).unwrap();
    let mut told: Vec<Vec<String>> = Vec::new();
    for value in [None, Some(Value::Null), Some(json!(" "))] {
        let mut context = sample(key);
        let (parent, field) = path.rsplit_once('/').unwrap();
        let holder = context.pointer_mut(parent).and_then(Value::as_object_mut).expect(path);
        match value {
            Some(value) => drop(holder.insert(field.into(), value)),
            None => drop(holder.remove(field).expect(path)),
        }
        let lacking: Vec<String> = template.lacking(&context).into_iter().map(|one| one.name).collect();
        match template.fill(&context, meta()) {
            Err(PaperError::Lacking { names, .. }) => {
                assert_eq!(names, lacking, "{key} {path}: what is listed is what is refused");
                told.push(names);
            }
            other => panic!("{key} {path}: {other:?}"),
        }
    }
    assert!(told.windows(2).all(|w| w[0] == w[1]), "{key} {path}: {told:?}");
    told.remove(0)
}

fn refuses(key: &str, fields: &[(&str, &str)]) {
    assert_eq!(
        Template::load(&assets(), key).unwrap().lacking(&sample(key)),
        [],
        "{key}: the sample is whole"
    );
    for (path, name) in fields {
        assert_eq!(refusal(key, path), [*name], "{key} {path}");
    }
}

#[test]
fn a_resolution_prints_session_attendance_votes_threshold_and_who_counted() {
    let key = "congress/resolution";
    prints(
        key,
        &[
            "第三届职工代表大会第五次会议",
            "应到代表45人，实到代表43人",
            "赞成41票，反对1票，弃权1票",
            "应有30名以上代表到会，23票以上赞成",
            "计票人（签字）",
            "艾小梅",
            "监票人（签字）",
            "付春生",
        ],
    );
    refuses(
        key,
        &[
            ("/session", "届次"),
            ("/due", "应到人数"),
            ("/present", "实到人数"),
            ("/votes/for", "赞成票数"),
            ("/votes/against", "反对票数"),
            ("/votes/abstain", "弃权票数"),
            ("/rule/items", "表决规则"),
            ("/rule/votes", "通过所需票数"),
            ("/tellers", "计票人"),
            ("/scrutineers", "监票人"),
        ],
    );
}

/// Where all workers meet, it is workers who are due, who came and who must be there.
#[test]
fn the_papers_of_a_general_meeting_speak_of_workers() {
    for (key, holder, words) in [
        ("congress/resolution", "", ["应到职工45人，实到职工43人", "应有30名以上职工到会"]),
        ("congress/count", "", ["应到职工45人", "实到43人"]),
        ("negotiation/wage-contract", "/congress", ["应到职工45人", "实到43人"]),
        ("negotiation/special-contract", "/congress", ["应到职工45人", "实到43人"]),
        ("negotiation/filing-statement", "/congress", ["应到职工45人", "实到43人"]),
        ("negotiation/amendment", "/congress", ["应到职工45人", "实到44人"]),
    ] {
        assert!(read(key, &sample(key)).contains("应到代表45人"), "{key}: of delegates");
        let mut context = sample(key);
        context.pointer_mut(holder).unwrap()["of_delegates"] = json!(false);
        let text = read(key, &context);
        for one in words {
            assert!(text.contains(&bare(one)), "{key} does not print “{one}”");
        }
        assert!(!text.contains("应到代表") && !text.contains("名以上代表"), "{key}: {text}");
    }
}

#[test]
fn a_wage_contract_prints_codes_term_lowest_wage_beside_the_local_minimum_seals_and_signatures() {
    let key = "negotiation/wage-contract";
    prints(
        key,
        &[
            "91360100MA35X0000A",
            "81360100MC00000000",
            "自2026年4月1日起至2027年3月31日止",
            "2,360元",
            "南昌市青云谱区2,000元，自2025年1月1日起执行",
            "周喆首席代表",
            "罗建平首席代表",
        ],
    );
    let text = read(key, &sample(key));
    assert_eq!(text.matches("（盖章）").count(), 2, "a place for each seal");
    refuses(
        key,
        &[
            ("/enterprise/code", "企业的统一社会信用代码"),
            ("/union/code", "工会的统一社会信用代码"),
            ("/term/from", "合同期限的起日"),
            ("/term/to", "合同期限的止日"),
            ("/lowest", "企业最低工资标准"),
            ("/local_minimum/fen", "所在地最低工资标准"),
            ("/local_minimum/from", "所在地最低工资标准的执行日期"),
            ("/chiefs/workers/name", "职工方首席代表"),
            ("/chiefs/employer/name", "企业方首席代表"),
            ("/congress/name", "审议通过的职工代表大会"),
        ],
    );
}

#[test]
fn a_special_contract_prints_codes_term_vote_every_clause_seals_and_signatures() {
    let key = "negotiation/special-contract";
    prints(
        key,
        &[
            "91360100MA35X0000A",
            "81360100MC00000000",
            "自2026年4月1日起至2027年3月31日止",
            "应到代表45人，实到43人，赞成41票",
            "周喆首席代表",
            "罗建平首席代表",
        ],
    );
    let sample = sample(key);
    let text = read(key, &sample);
    assert_eq!(text.matches("（盖章）").count(), 2, "a place for each seal");
    for chapter in sample["chapters"].as_array().unwrap() {
        for article in chapter["articles"].as_array().unwrap() {
            let words = bare(article.as_str().unwrap());
            assert!(text.contains(&words), "the clause is printed whole: {words}");
        }
    }
}

#[test]
fn minutes_print_both_positions_the_recorder_and_room_for_every_representative() {
    let key = "negotiation/minutes";
    prints(
        key,
        &[
            "职工方意见：2025年职工月平均工资5,860元",
            "企业方意见：原材料价格上涨",
            "记录人：沈一诺（档案室档案员，非协商代表）",
        ],
    );
    let signing: Vec<String> = filled(key, &sample(key))
        .blocks
        .into_iter()
        .filter_map(|block| match block.kind {
            paper::BlockKind::Signatures { sides } => Some(sides),
            _ => None,
        })
        .flatten()
        .flat_map(|side| side.names)
        .map(|one| one.name)
        .collect();
    for name in ["周喆", "王伟", "阿依古丽·买买提", "邓玉兰", "罗建平", "何㛃", "曾广荣", "饶思敏", "万里程"]
    {
        assert!(signing.iter().any(|one| one == name), "{name} has room to sign: {signing:?}");
    }
    refuses(
        key,
        &[
            ("/recorder/name", "记录人"),
            ("/workers_side", "职工方协商代表"),
            ("/topics/1/workers_position", "职工方意见（第2项）"),
            ("/topics/0/employers_position", "企业方意见（第1项）"),
        ],
    );
}

#[test]
fn a_list_of_representatives_prints_post_sex_how_and_when_chosen() {
    let key = "negotiation/representatives";
    prints(key, &["性别", "岗位（职务）", "焊接车间班组长", "职工代表大会通过2026年1月28日"]);
    refuses(
        key,
        &[
            ("/workers_side/1/sex", "职工方代表的性别（第2项）"),
            ("/workers_side/1/post", "职工方代表的岗位（职务）（第2项）"),
            ("/workers_side/1/chosen", "职工方代表的产生方式（第2项）"),
            ("/workers_side/1/chosen_on", "职工方代表的产生日期（第2项）"),
            ("/employers_side/4/post", "企业方代表的岗位（职务）（第5项）"),
        ],
    );
}

#[test]
fn a_draft_may_lack_what_its_issue_must_have() {
    let key = "negotiation/representatives";
    let mut context = sample(key);
    context["workers_side"][1]["sex"] = Value::Null;
    let template = Template::load(&assets(), key).unwrap();
    let refused = template.fill(&context, meta()).unwrap_err().to_string();
    assert_eq!(
        refused,
        "《江西云岭机械有限公司2026年度工资集体协商代表名单》还缺：职工方代表的性别（第2项）。请补上以后再生成。"
    );
    context["draft"] = json!("职工方代表的性别");
    assert!(shown(&template.fill(&context, meta()).unwrap()).unwrap().contains("草稿，尚缺职工方代表的性别"));
}

#[test]
fn every_required_field_is_one_that_its_sample_fills() {
    let mut asking = 0;
    for key in TEMPLATES {
        let template = Template::load(&assets(), key).unwrap();
        assert_eq!(template.lacking(&sample(key)), [], "{key}");
        asking += usize::from(!template.lacking(&json!({})).is_empty());
    }
    assert!(asking >= 19, "the papers of a negotiation say what they must show: {asking}");
}

#[test]
fn of_an_id_number_only_the_last_four_digits_are_printed() {
    for (key, path) in [
        ("negotiation/chief-mandate", "/agent/id_last4"),
        ("negotiation/adviser-mandate", "/adviser/id_last4"),
    ] {
        let mut context = sample(key);
        *context.pointer_mut(path).unwrap() = json!("110101199003070011");
        let text = read(key, &context);
        assert!(text.contains("0011") && !text.contains("19900307"), "{key}: {text}");
    }
}

#[test]
fn an_agreement_says_what_it_does_and_asks_for_what_that_needs() {
    let key = "negotiation/amendment";
    let template = Template::load(&assets(), key).unwrap();
    for (act, name, says) in [
        ("renew", "续签协议", "合同续签的期限自2027年4月1日起至2028年3月31日止"),
        ("change", "变更协议", "变更后的条款自2026年12月1日起执行"),
        ("rescind", "解除协议", "合同自2026年12月1日起解除。"),
        ("end", "终止协议", "合同自2026年12月1日起终止。"),
    ] {
        let mut context = sample(key);
        context["act"] = json!(act);
        if act == "renew" {
            let lacking: Vec<String> = template.lacking(&context).into_iter().map(|one| one.name).collect();
            assert_eq!(lacking, ["续签期限的起日", "续签期限的止日"]);
            context["term"] = json!({ "from": "2027-04-01", "to": "2028-03-31" });
        }
        let text = read(key, &context);
        assert!(text.contains(name) && text.contains(says), "{act}: {text}");
        context["changes"] = json!([]);
        let lacks = template.lacking(&context).iter().any(|one| one.name == "变更的条款");
        assert_eq!(lacks, act == "change", "{act}");
    }
}

#[test]
fn a_report_that_goes_upward_names_who_answers_for_it() {
    let key = "negotiation/performance-report";
    prints(key, &["江西云岭机械有限公司工会委员会文件", "签发人：周喆"]);
    refuses(key, &[("/signer", "签发人")]);
    let mut context = sample(key);
    (context["header"], context["signer"]) = (Value::Null, Value::Null);
    assert!(!read(key, &context).contains("文件"), "read to the congress it bears no header");
}
