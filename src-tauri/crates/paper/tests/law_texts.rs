//! Mixed Chinese text in any quantity: the sentences of the law packs, the texts of law that lie beside the checkout
//! where they do, and between them what layouts stumble over. Shared by the crate's own tests and those of its outside.

use std::io::Write as _;
use std::path::{Path, PathBuf};

/// What is set in between: units, dashes, ellipses, brackets in brackets, runs of marks, Latin words, rare characters.
const BETWEEN: [&str; 24] = [
    "月工资不低于2,360元，比上年提高5.8%（约130元）。",
    "噪声不得超过85 dB，高温天气达到35℃以上的，每班不超过5小时。",
    "他说：“工资总额1,234.56万元，人均86,400元！？”",
    "会议从14时30分开到17时05分——中间休息了10分钟——共议定3项。",
    "设备型号CNC-6150B，功率7.5 kW，转速1,600 r/min，加工长度1,500 mm。",
    "提交了《工资专项集体合同（草案）》《2026年度工资调整方案》等……材料。",
    "联系人：喆堃、玥瑄、㛃䶮𬍛；电话0791-8888 0000。",
    "（一）（二）（三）……（十二）",
    "“‘甲’、‘乙’、‘丙’”三类人员，共12人次。",
    "职工代表45人，实到43人，赞成41票，占95.3％；反对1票；弃权1票。",
    "自2026年4月1日起至2027年3月31日止，提前15个工作日书面告知。",
    "见https://example.invalid/notice/2026-03-05，以纸质文件为准。",
    "￥3,000.00（叁仟元整）、US$ 420、€380。",
    "厂区面积12.6万平方米，绿化率30%～35%。",
    "1. 议题；2. 议程；3. 其他。",
    "谁负责？怎么办？何时办完？！",
    "第3条、第12条第2款和第19条第1款第（4）项。",
    "粉尘浓度4 mg/m³，不高于8 mg/m³……符合要求——没有超标。",
    "“协商”——不是“谈判”，也不是“商量”。",
    "年龄18周岁以上、60周岁以下；工龄不满10年的，5天；已满20年的，15天。",
    "Wage and Working Hours (2026 edition), pp. 12–18.",
    "阿依古丽·买买提、买买提·吐尔逊；A/B岗、C/D班。",
    "增长率：6.5%、7%、7.25%……（详见附件2）。",
    "三分之二（2/3）以上、过半数（＞1/2）。",
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../..")
}

/// The sentences of the law packs: every string with Chinese in it.
fn packs() -> Vec<String> {
    fn strings(value: &toml::Value, out: &mut Vec<String>) {
        match value {
            toml::Value::String(text) => out.push(text.clone()),
            toml::Value::Array(all) => all.iter().for_each(|one| strings(one, out)),
            toml::Value::Table(all) => all.values().for_each(|one| strings(one, out)),
            _ => {}
        }
    }
    let mut out = Vec::new();
    for file in files(&root().join("assets/law"), "toml") {
        let text = std::fs::read_to_string(&file).expect("a law pack is read");
        strings(&text.parse::<toml::Table>().map(toml::Value::Table).expect("a law pack is TOML"), &mut out);
    }
    out
}

fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let found =
        std::fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok).map(|file| file.path());
    let mut found: Vec<PathBuf> =
        found.filter(|path| path.extension().is_some_and(|e| e == ending)).collect();
    found.sort();
    found
}

/// Paragraphs of at least `least` characters together. Texts that do not lie beside the checkout are told as denied for
/// `test`; what is missing is made up from the packs, so that the number always holds.
pub fn paragraphs(test: &str, least: usize) -> Vec<String> {
    let laws = files(&root().join("../shared/laws"), "md");
    if laws.is_empty() {
        let told =
            format!("denied: {test} (no texts of law beside the checkout: the law packs alone were set)");
        let _ = writeln!(std::io::stderr(), "{told}");
    }
    let read = |file: &PathBuf| std::fs::read_to_string(file).expect("a text of law is read");
    let texts: Vec<String> = laws.iter().map(read).collect();
    let han = |line: &str| line.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
    let lines: Vec<String> = (texts.iter().flat_map(|text| text.lines()).map(str::to_owned))
        .chain(packs())
        .flat_map(|text| text.lines().map(|line| line.trim().to_owned()).collect::<Vec<_>>())
        .filter(|line| han(line))
        .collect();
    assert!(lines.len() > 1000, "there is text to set: {}", lines.len());
    let mut out = Vec::new();
    let mut count = 0;
    for (i, line) in lines.iter().cycle().enumerate() {
        // Each time round, other neighbours: the paragraphs do not repeat.
        let between = BETWEEN[(i + i / lines.len()) % BETWEEN.len()];
        let whole = if i % 3 == 0 { format!("{line}{between}") } else { line.clone() };
        count += whole.chars().count();
        out.push(whole);
        if count >= least {
            return out;
        }
    }
    out
}
