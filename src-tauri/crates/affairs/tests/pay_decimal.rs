//! The simulation of a rise against an independent calculation: a script in another language, with decimal numbers and nothing
//! of the program's, over generated tables. Everybody's wage and every total agree to the fen.

use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;

use affairs::pay::figures::policy::Policy;
use affairs::pay::figures::table::{CUTS, Known, Singles, Wage, WageTable, Words};
use affairs::pay::simulate::cost::Rates;
use affairs::pay::simulate::model::{
    PayCertificateRise, PayGradeRise, PayInsurance, PayRise, PayRound, PayScenario, PayStep, PayStepKind,
    PayStepOnly, PayTier,
};
use affairs::pay::simulate::{engine, simulate};
use chrono::NaiveDate;
use ledger::Fen;
use serde_json::{Value, json};

/// Random numbers of the tests' own: the same each run.
pub struct Dice(u64);

impl Dice {
    /// From a seed.
    pub fn new(seed: u64) -> Self {
        Dice(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    /// A number under `below`.
    pub fn under(&mut self, below: i64) -> i64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        i64::try_from(self.0 % u64::try_from(below).unwrap()).unwrap()
    }

    fn of<'w>(&mut self, words: &[&'w str]) -> &'w str {
        words[usize::try_from(self.under(i64::try_from(words.len()).unwrap())).unwrap()]
    }
}

/// Someone as the file of the script has them.
pub struct Row {
    fen: i64,
    told: [&'static str; CUTS],
    certificates: Vec<&'static str>,
}

const SHOPS: [&str; 4] = ["装配车间", "焊接车间", "质检部", "机关"];
const GRADES: [&str; 4] = ["", "中级工", "高级工", "技师"];
const CERTIFICATES: [&str; 3] = ["焊接与热切割作业", "低压电工作业", "叉车"];

/// So many people with wages as a works pays them, the lowest first.
pub fn people(count: usize, dice: &mut Dice) -> Vec<Row> {
    let mut rows: Vec<Row> = (0..count)
        .map(|_| {
            let told = [
                dice.of(&["女", "男"]),
                dice.of(&["一线", "一线", "非一线"]),
                dice.of(&["劳动合同", "劳动合同", "劳务派遣"]),
                dice.of(&GRADES),
                dice.of(&SHOPS),
            ];
            let certificates = CERTIFICATES.into_iter().filter(|_| dice.under(5) == 0).collect();
            let fen = 210_000
                + dice.under(300_000)
                + dice.under(400_000)
                + dice.under(20) / 19 * dice.under(1_500_000);
            Row { fen, told, certificates }
        })
        .collect();
    rows.sort_by_key(|row| row.fen);
    rows
}

/// The same as the program's columns.
pub fn columns(rows: &[Row]) -> Singles {
    let mut words: [Words; CUTS] = Default::default();
    let mut held = Words::default();
    let mut code = |row: &Row| {
        let mut cuts = [0; CUTS];
        for ((code, words), word) in cuts.iter_mut().zip(&mut words).zip(row.told) {
            *code = words.code(word);
        }
        Wage {
            who: 0,
            fen: row.fen,
            part: false,
            cuts,
            certificates: row.certificates.iter().map(|name| held.code(name)).collect(),
        }
    };
    let people = rows.iter().map(&mut code).collect();
    Singles::of(people, words, held)
}

/// What the employer pays beside, invented.
pub fn rates(months: i64) -> Rates {
    let fund = |name: &str, rate, floor: Option<i64>, ceiling: Option<i64>| PayInsurance {
        id: None,
        name: name.to_owned(),
        rate,
        floor: floor.map(Fen),
        ceiling: ceiling.map(Fen),
        from: NaiveDate::from_ymd_opt(2026, 1, 1).unwrap(),
        source: "测试".to_owned(),
    };
    let insurance = vec![
        fund("基本养老保险", 1_600, Some(396_300), Some(1_981_300)),
        fund("基本医疗保险", 650, Some(396_300), Some(1_981_300)),
        fund("失业保险", 50, Some(396_300), None),
        fund("工伤保险", 75, None, None),
    ];
    Rates { insurance, fee: (1, 50), months }
}

fn rise(dice: &mut Dice) -> PayRise {
    let percent = i32::try_from(dice.under(1_200) - 60).unwrap();
    PayRise { percent, fixed: Fen(if dice.under(2) == 0 { 0 } else { dice.under(40_000) }) }
}

fn step(dice: &mut Dice) -> PayStep {
    let what = match dice.under(6) {
        0 | 1 => PayStepKind::Rise { rise: rise(dice) },
        2 => PayStepKind::Tiers {
            tiers: (0..3)
                .map(|n| PayTier { from: Fen(n * 250_000 + dice.under(9_999)), rise: rise(dice) })
                .collect(),
        },
        3 => PayStepKind::Floor { fen: Fen(230_000 + dice.under(150_000)) },
        4 => PayStepKind::Grades {
            grades: GRADES[1..]
                .iter()
                .map(|name| PayGradeRise { grade: (*name).to_owned(), rise: rise(dice) })
                .collect(),
        },
        _ => PayStepKind::Certificates {
            certificates: CERTIFICATES[..2]
                .iter()
                .map(|name| PayCertificateRise { name: (*name).to_owned(), fixed: Fen(dice.under(30_000)) })
                .collect(),
        },
    };
    let mut only = PayStepOnly::default();
    match dice.under(6) {
        0 => only.shops = vec![dice.of(&SHOPS).to_owned(), dice.of(&SHOPS).to_owned()],
        1 => only.front_line = Some(dice.under(2) == 0),
        2 => only.forms = vec!["劳务派遣".to_owned()],
        3 => only.grades = vec!["技师".to_owned()],
        _ => {}
    }
    PayStep { what, only }
}

fn scenario(dice: &mut Dice) -> PayScenario {
    let mut steps: Vec<PayStep> = (0..=dice.under(4)).map(|_| step(dice)).collect();
    if dice.under(2) == 0 {
        steps.push(PayStep {
            what: PayStepKind::Cap { fen: Fen(dice.under(90_000)) },
            only: PayStepOnly::default(),
        });
    }
    PayScenario { steps, round: if dice.under(3) == 0 { PayRound::Yuan } else { PayRound::Fen } }
}

/// What the script says of a folder.
fn by_script(folder: &Path, rows: &[Row], scenario: &PayScenario, rates: &Rates) -> Value {
    let mut csv = "wage,sex,line,form,grade,shop,certificates\n".to_owned();
    for row in rows {
        writeln!(
            csv,
            "{}.{:02},{},{}",
            row.fen / 100,
            row.fen % 100,
            row.told.join(","),
            row.certificates.join("；")
        )
        .unwrap();
    }
    std::fs::write(folder.join("people.csv"), csv).unwrap();
    std::fs::write(folder.join("scenario.json"), serde_json::to_string(scenario).unwrap()).unwrap();
    let rates =
        json!({ "insurance": rates.insurance, "fee": [rates.fee.0, rates.fee.1], "months": rates.months });
    std::fs::write(folder.join("rates.json"), rates.to_string()).unwrap();
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/pay/independent.py");
    let done = Command::new("python3")
        .arg(script)
        .arg(folder)
        .output()
        .expect("python3 is among the tools of the tests");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    serde_json::from_slice(&done.stdout).unwrap()
}

/// 1234.5 as hundredths.
fn hundredths(text: &Value) -> i64 {
    let text = text.as_str().unwrap();
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let sign = if whole.starts_with('-') { -1 } else { 1 };
    assert!(part.len() <= 2, "{text} is finer than a fen");
    whole.parse::<i64>().unwrap() * 100 + sign * format!("{part:0<2}").parse::<i64>().unwrap()
}

#[test]
fn another_calculation_comes_to_the_same_fen() {
    let folder = tempfile::tempdir().unwrap();
    let policy = Policy { least: 5, reason: String::new() };
    for (seed, count) in
        [(1, 1), (2, 7), (3, 50), (4, 320), (5, 320), (6, 320), (7, 50), (8, 200), (9, 120), (10, 33)]
    {
        let mut dice = Dice::new(seed);
        let rows = people(count, &mut dice);
        let (scenario, rates) = (scenario(&mut dice), rates(1 + dice.under(12)));
        let says = by_script(folder.path(), &rows, &scenario, &rates);
        let table = columns(&rows);
        let after = engine::run(&table, &scenario);
        let theirs: Vec<i64> = says["wages"].as_array().unwrap().iter().map(hundredths).collect();
        assert_eq!(after, theirs, "seed {seed}: {scenario:?}");
        let table = WageTable { known: Known::Singles(table), part_month: 0, unpaid: 0 };
        let tried = simulate(&table, std::slice::from_ref(&scenario), &rates, true, &policy, 0).unwrap();
        let found = &tried.results[0];
        let cost = found.cost.unwrap();
        let told = [
            ("monthly", Some(cost.monthly)),
            ("wagesOfYear", Some(cost.wages)),
            ("insurance", Some(cost.insurance)),
            ("fee", Some(cost.fee)),
            ("total", Some(cost.total)),
            ("average", found.after),
            ("breakEven", cost.break_even),
            ("p90p10", found.spread_after),
        ];
        for (name, told) in told {
            let told = told.unwrap();
            assert!(told.is_exact(), "seed {seed}: {name}");
            assert_eq!(told.from, hundredths(&says[name]), "seed {seed}: {name} of {scenario:?}");
        }
        let gini = says["gini"].as_str().unwrap().replace("0.", "").parse::<i64>().unwrap();
        assert_eq!(found.gini_after.unwrap().from, gini, "seed {seed}: gini");
    }
}
