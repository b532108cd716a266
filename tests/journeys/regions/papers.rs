//! The papers of the way, as they leave the house: what a whole contract and the filing are filled with, and what each paper must
//! say besides the firm's name. What is issued in life is issued and read with its number; what never gets a number is printed.

use serde_json::{Value, json};

use super::talk::Talk;
use crate::gonghui::Desk;
use crate::judges;

/// The blanks of the library's wage contract.
const BLANKS: [(&str, &str); 26] = [
    ("企业法定代表人", "吴建国"),
    ("工会法定代表人", "陈望舒"),
    ("企业地址和电话", "银三角路8号，分机8100"),
    ("工会地址和电话", "办公楼206室，分机8206"),
    ("合同起日", "2026-12-01"),
    ("合同止日", "2027-11-30"),
    ("工资分配制度", "岗位绩效工资制"),
    ("工资分配形式", "计时工资"),
    ("企业最低月工资", "2360"),
    ("当地最低月工资", "2100"),
    ("当地标准执行日", "2026-04-01"),
    ("上年月平均工资", "5000"),
    ("工资增长幅度", "6"),
    ("本年月平均工资", "5300"),
    ("增资执行日", "2026-12-01"),
    ("夜班津贴", "30"),
    ("班组长津贴", "300"),
    ("室外高温津贴", "300"),
    ("室内高温津贴", "200"),
    ("发薪日", "10"),
    ("加班工资基数", "职工本人的岗位工资"),
    ("监督小组每方人数", "3"),
    ("检查周期", "每年"),
    ("答复变更日数", "15"),
    ("补足工资日数", "7"),
    ("协商争议日数", "15"),
];

/// What the union knows before the talks: the firm, its people, last year's wages and the rise that is wanted.
pub fn know(talk: &mut Talk) {
    let mut details = talk.ask("union.get", json!({}))["details"].take();
    details["enterprises"][0]["creditCode"] = "91350100M000100Y43".into();
    details["enterprises"][0]["representative"] = "吴建国".into();
    details["upperUnion"] = "县总工会".into();
    talk.ask("union.save", details);
    talk.ask("union.saveWorkforce", json!({ "asOf": "2026-08-31", "workers": 320, "source": "企业报表" }));
    let sheet = talk.ask("pay.save", json!({ "period": "2026-08", "headcount": 320, "sum": 160_000_000 }));
    let rise = json!({ "what": { "kind": "rise", "rise": { "percent": 600 } } });
    let scenario = json!({
        "sheet": sheet, "year": 2027, "side": "workers", "name": "争取方案", "months": 12,
        "scenario": { "steps": [rise], "round": "fen" },
    });
    let id = talk.ask("pay.saveScenario", scenario);
    talk.ask("pay.chooseScenario", json!({ "id": id }));
}

/// The whole text of the contract: no blank is left open.
pub fn write(talk: &mut Talk, agreement: &Value) {
    talk.ask("contract.start", json!({ "agreement": agreement }));
    for (blank, value) in BLANKS {
        talk.ask("contract.fill", json!({ "agreement": agreement, "name": blank, "value": value }));
    }
    let draft = talk.ask("contract.get", json!({ "agreement": agreement }));
    let all = draft["findings"].as_array().unwrap();
    let must: Vec<&Value> = all.iter().filter(|one| one["severity"] == "must").collect();
    assert!(must.is_empty(), "the text is whole: {must:?}");
}

/// The blanks of the general contract and of the special ones, where the library's wage contract has others.
const BESIDE: [(&str, &str); 6] = [
    ("合同起日", "2027-04-01"),
    ("合同止日", "2028-03-31"),
    ("妇科检查周期", "每年"),
    ("隐患整改答复日数", "7"),
    ("每年再培训学时", "20"),
    ("每人每年培训学时", "24"),
];

/// The text of a contract that was begun from the library: what the place asks for is taken from there, and no blank is left open.
pub fn write_beside(talk: &mut Talk, at: &str, agreement: &Value) {
    let all = |talk: &mut Talk| talk.ask("contract.get", json!({ "agreement": agreement }));
    for finding in all(talk)["findings"].as_array().unwrap() {
        if finding["severity"] == "must" && finding["remedy"]["what"] == "take" {
            let library = &finding["remedy"]["library"];
            talk.ask("contract.takeLibrary", json!({ "agreement": agreement, "library": library }));
        }
    }
    for blank in all(talk)["blanks"].as_array().unwrap() {
        let name = blank["name"].as_str().unwrap();
        match BESIDE.iter().chain(&BLANKS).find(|(known, _)| *known == name) {
            Some((_, value)) => {
                talk.ask("contract.fill", json!({ "agreement": agreement, "name": name, "value": value }));
            }
            None => assert!(blank["value"].is_string(), "{at}: nobody says what stands in {name}"),
        }
    }
    let draft = all(talk);
    let findings = draft["findings"].as_array().unwrap();
    let must: Vec<&Value> = findings.iter().filter(|one| one["severity"] == "must").collect();
    assert!(must.is_empty(), "{at}: the text is whole: {must:?}");
}

/// What the filing form asks of the union.
pub fn filing(agreement: &Value) -> Value {
    json!({
        "agreement": agreement, "department": "县人社局", "filer": "饶思敏", "phone": "分机8208", "trade": "机械制造",
        "covered": 320, "business": "生产减速机，经营平稳",
    })
}

/// What a place calls its papers, and the text they are by.
pub struct Names {
    pub offer: &'static str,
    pub contract: &'static str,
    /// The name of its ordinance on collective contracts; none where only the nation's rules stand.
    pub law: Option<&'static str>,
}

/// A word that stands for what the place calls it.
const OFFER: &str = "<offer>";
const CONTRACT: &str = "<contract>";
const LAW: &str = "<law>";

/// Each paper at the end of the way with what it must say.
const ISSUED: &[(&str, &[&str])] = &[
    ("negotiation.topicList", &["320份", "工资增长", "增长6%"]),
    ("negotiation.electionRecord", &["2026年9月10日", "陈望舒", LAW]),
    ("negotiation.electionNotice", &["2026年9月11日", "陈望舒", LAW]),
    ("negotiation.chiefMandate", &["林知秋", "车间工会主席", "2026年9月11日"]),
    ("negotiation.adviserMandate", &["欧阳静怡", "明理律师事务所", "2026年9月11日"]),
    ("negotiation.reply", &[OFFER, "2026年9月11日", "2026年9月22日", "2026年10月20日", "高子衿"]),
    ("negotiation.representatives", &["陈望舒", "高子衿", "何怀谷自2026年9月28日起空缺", "万听雨接替", LAW]),
    ("negotiation.informationList", &["上年度工资总额", "2026年10月20日"]),
    ("negotiation.confidentiality", &["陈望舒"]),
    ("negotiation.confidentialityEmployer", &["高子衿", "万听雨"]),
    ("negotiation.minutes", &["2026年10月2", "陈望舒", "高子衿", "万听雨", "梁静言"]),
    (
        "negotiation.wageContract",
        &[
            CONTRACT,
            "2026年12月1日起至2027年11月30日止",
            "增长6%",
            "2,360元",
            "2,100元",
            "吴建国",
            "91350100M000100Y43",
        ],
    ),
    ("negotiation.payLevels", &["电焊工", "6,200"]),
    ("congress.count", &["第三届职工代表大会第", CONTRACT]),
    ("congress.resolution", &[CONTRACT, "应到代表44人", "实到代表42人", LAW]),
    (
        "negotiation.filingForm",
        &[
            CONTRACT,
            "县人社局",
            "饶思敏",
            "320人",
            "40票",
            "2026年11月2日",
            "□首次签订",
            "91350100M000100Y43",
        ],
    ),
    ("negotiation.filingStatement", &[OFFER, CONTRACT, "县人社局", "生产减速机", "40票", "2026年10月29日"]),
    ("negotiation.publication", &[CONTRACT, "2026年11月20日", "2026年12月1日", "公告栏"]),
    ("negotiation.performanceCheck", &[CONTRACT, "2026年11月24日", "增长6%", "高子衿"]),
    ("negotiation.performanceReport", &[CONTRACT, "自2026年12月1日起执行", "2026年11月24日"]),
];

/// Papers that never get a number.
const PRINTED: &[(&str, &[&str])] = &[
    ("negotiation.plan", &["争取方案", "增长6%", "320人", "年度工资增长幅度"]),
    ("congress.ballot", &["第三届职工代表大会第", CONTRACT]),
];

/// Every paper that the whole way makes is issued or, where it never is, printed; each says what it must.
pub fn all(talk: &mut Talk, desk: &Desk, at: &str, names: &Names) {
    for (kind, words) in ISSUED {
        issued(talk, desk, at, names, kind, words);
    }
    for (kind, words) in PRINTED {
        printed(talk, desk, at, names, kind, words);
    }
}

/// The line of a kind in the list of papers.
fn line(talk: &mut Talk, at: &str, kind: &str) -> Value {
    let list = talk.ask("papers.list", json!({}));
    let found = list.as_array().unwrap().iter().find(|paper| paper["kind"] == kind).cloned();
    found.unwrap_or_else(|| panic!("{at}: {kind} stands in the list of papers"))
}

/// Issues the first paper of a kind and reads it with its number. Answers the number.
pub fn issued(talk: &mut Talk, desk: &Desk, at: &str, names: &Names, kind: &str, words: &[&str]) -> String {
    let paper = line(talk, at, kind);
    assert_eq!(paper["missing"], json!([]), "{at}: {kind} lacks nothing");
    issued_of(talk, desk, at, names, (kind, &paper["of"]), words)
}

/// Issues the paper of a record and reads it with its number. Answers the number.
pub fn issued_of(
    talk: &mut Talk,
    desk: &Desk,
    at: &str,
    names: &Names,
    (kind, of): (&str, &Value),
    words: &[&str],
) -> String {
    let number = talk.ask("papers.issue", json!({ "kind": kind, "of": of }));
    let number = number.as_str().unwrap().to_owned();
    let list = talk.ask("papers.list", json!({}));
    let same = |one: &&Value| one["kind"] == kind && one["of"] == *of;
    let issue = list.as_array().unwrap().iter().find(same).unwrap()["issued"][0]["id"].clone();
    let to = desk.out(&format!("{kind}-issued.pdf"));
    talk.ask("papers.print", json!({ "kind": kind, "of": of, "issued": issue, "to": to }));
    let text = read(at, &to, kind);
    assert!(!text.contains("草稿"), "{at}: {kind} is issued: {text}");
    assert!(text.contains(&number), "{at}: {kind} bears {number}: {text}");
    says(at, names, kind, &text, words);
    number
}

/// Prints the first paper of a kind and reads it.
pub fn printed(talk: &mut Talk, desk: &Desk, at: &str, names: &Names, kind: &str, words: &[&str]) {
    let paper = line(talk, at, kind);
    let to = desk.out(&format!("{kind}.pdf"));
    talk.ask("papers.print", json!({ "kind": kind, "of": paper["of"], "to": to }));
    says(at, names, kind, &read(at, &to, kind), words);
}

/// One paper of a record, printed and read.
pub fn of(talk: &mut Talk, desk: &Desk, at: &str, (kind, of): (&str, &Value), words: &[&str]) {
    let to = desk.out(&format!("{kind}-of.pdf"));
    talk.ask("papers.print", json!({ "kind": kind, "of": of, "to": to }));
    let text = read(at, &to, kind);
    for word in words {
        assert!(text.contains(word), "{at}: {kind} says {word}: {text}");
    }
}

/// The text of a paper. In one region every paper goes before the judges of PDF/A too: the others lay out the same way.
fn read(at: &str, file: &std::path::Path, kind: &str) -> String {
    if at == "36" {
        judges::sound(file, &["赣江机械有限公司"]);
    }
    let text = judges::text(file);
    assert!(text.contains("赣江机械有限公司"), "{at}: {kind} names the firm: {text}");
    text
}

fn says(at: &str, names: &Names, kind: &str, text: &str, words: &[&str]) {
    for word in words {
        let word = match *word {
            OFFER => names.offer,
            CONTRACT => names.contract,
            LAW => names.law.unwrap_or("《"),
            word => word,
        };
        assert!(text.contains(word), "{at}: {kind} says {word}: {text}");
    }
}
