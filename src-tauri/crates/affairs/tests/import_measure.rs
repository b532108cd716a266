//! What an import of 100,000 rows costs: reading and checking against a bare reader of the same file, storing against the same
//! rows written unchecked, taking it back against storing it, the memory it takes, what a list answers meanwhile, and that a cancelled one leaves nothing. Each
//! prints a line of the table that `make endurance` gathers; alone: `--release -- --ignored --nocapture import_measure`.

use std::fmt::Write as _;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use affairs::members::import::{known, row_of, store_roster};
use affairs::members::model::{MemberQuery, PersonId};
use affairs::members::roster::{Ages, Known, Options, Preview, RowStatus, id_number, read_roster};
use affairs::members::sources::Source;
use affairs::members::store;
use affairs::union::model::Shown;
use calamine::{DataType, Reader};
use ledger::{Finality, Op, Tx};
use tempfile::TempDir;

use crate::common::chair;
use crate::measure::{self, PEOPLE, days, founded, line, median, step};

/// A file as the province's template has it: title, notes, headings in row 4, a note behind the last person.
fn made(to: &Path) {
    let mut writer = sheet::Writer::long("花名册", to).unwrap();
    for text in ["工会会员实名制信息导入表", "带 * 的必填", "从第 5 行开始填写"] {
        writer.plain(text).unwrap();
    }
    let heads = [
        "序号",
        "姓名*",
        "性别",
        "出生日期",
        "民族",
        "证件号码*",
        "学历",
        "技能等级",
        "移动电话*",
        "部门",
        "岗位",
        "工号",
        "入职日期",
        "入会日期",
    ];
    writer.head(&heads).unwrap();
    for n in 0..PEOPLE {
        let (year, month, day) = (1970 + n % 30, 1 + n / 30 % 12, 1 + n / 360 % 28);
        let first = format!("{}{year}{month:02}{day:02}{:03}", 360_121 + n / 10_080 % 9, n % 999);
        let id = format!("{first}{}", id_number::check_character(&first).unwrap());
        let sex = if (n % 999) % 2 == 1 { "男" } else { "女" };
        let name = format!(
            "陈{}{}",
            char::from_u32(0x4E00 + n % 5000).unwrap(),
            char::from_u32(0x5E00 + n / 5000).unwrap()
        );
        let mut number = String::new();
        let _ = write!(number, "G{n:06}");
        let cells = [
            (n + 1).to_string(),
            name,
            sex.to_owned(),
            format!("{year}{month:02}{day:02}"),
            "汉".to_owned(),
            id,
            "大专".to_owned(),
            "三级".to_owned(),
            format!("139{n:08}"),
            ["焊接", "装配", "喷涂", "仓储"][(n % 4) as usize].to_owned(),
            "操作工".to_owned(),
            number,
            "20190301".to_owned(),
            "20190401".to_owned(),
        ];
        writer.row(&cells.map(sheet::Value::from)).unwrap();
    }
    writer.plain("填表说明：日期一律 8 位数字。").unwrap();
    writer.save(to).unwrap();
}

/// Rows of the first page by the bare reader, and nothing else.
fn bare(file: &Path) -> usize {
    let mut workbook = calamine::open_workbook_auto(file).unwrap();
    let range = workbook.worksheet_range_at(0).unwrap().unwrap();
    range.rows().filter(|row| row.iter().any(|cell| !cell.is_empty())).count()
}

fn book_of_law() -> law::LawBook {
    law::LawBook::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets")).unwrap()
}

fn checked(file: &Path, known: &Known) -> Preview {
    let book = sheet::read(file, &mut |_, _| true).unwrap();
    let law = book_of_law();
    let today = "2026-11-16".parse().unwrap();
    let ages = Ages::of(&law, &law::Place::province("36"), today).unwrap();
    read_roster(&book, today, &ages, known, &Options::default(), &mut |_, _| true).unwrap()
}

fn timed<T>(work: impl FnOnce() -> T) -> (Duration, T) {
    let begun = Instant::now();
    let made = work();
    (begun.elapsed(), made)
}

/// Lets the peak of this process's memory begin anew; and tells it, in MiB.
fn forget_peak() {
    let _ = std::fs::write("/proc/self/clear_refs", "5");
}

fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|line| line.starts_with("VmHWM:")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse::<u64>().unwrap() / 1024
}

fn source(preview: &Preview) -> Source {
    Source { name: "花名册.xlsx".into(), sha256: preview.file_sha256.clone(), pasted: false }
}

fn people(ledger: &ledger::Ledger) -> u32 {
    ledger.read(|c| Ok::<_, affairs::Problem>(store::heads(c)?.0)).unwrap()
}

/// The same rows of people, journalled, with nothing asked and nothing kept of where they came from.
fn unchecked(tx: &Tx, preview: &Preview) -> Result<(), affairs::Problem> {
    for row in preview.rows.iter().filter(|row| row.status == RowStatus::Ready) {
        store::insert_person(tx, tx.new_id::<PersonId>(), &row_of(&row.person), None)?;
    }
    Ok(())
}

#[test]
#[ignore = "a measurement, meant for --release; a minute and 2 GB of disk"]
fn import_of_a_hundred_thousand_rows() {
    let home = TempDir::new().unwrap();
    let file = home.path().join("花名册.xlsx");
    made(&file);
    let book = book_of_law();
    let (mut bares, mut ours) = (Vec::new(), Vec::new());
    for _ in 0..3 {
        bares.push(timed(|| bare(&file)).0);
        ours.push(timed(|| checked(&file, &Known::default())).0);
    }
    line("读十万行并逐行核对", ("只用 calamine 读", median(bares)), ("读并核对", median(ours)), "限二倍");

    let (mut bares, mut ours) = (Vec::new(), Vec::new());
    let mut slowest = Duration::ZERO;
    let mut answers = 0_u32;
    forget_peak();
    let before = peak();
    for run in 0..3 {
        let preview = checked(&file, &Known::default());
        let plain = founded(&home.path().join(format!("plain{run}")));
        bares.push(timed(|| step(&plain, |tx| unchecked(tx, &preview))).0);
        drop(plain);
        let ledger = founded(&home.path().join(format!("ours{run}")));
        let ended = AtomicBool::new(false);
        std::thread::scope(|scope| {
            let reader = scope.spawn(|| {
                let (mut worst, mut pages) = (Duration::ZERO, 0_u32);
                while !ended.load(Ordering::Relaxed) {
                    let (took, _) = timed(|| {
                        ledger
                            .read(|c| store::search(c, &days(), &MemberQuery::default(), Shown::Masked))
                            .unwrap()
                    });
                    worst = worst.max(took);
                    pages += 1;
                    std::thread::sleep(Duration::from_millis(20));
                }
                (worst, pages)
            });
            let store = |tx: &Tx| {
                store_roster(tx, &book, &source(&preview), &preview, &[], Shown::Full, &mut |_, _| true)
                    .map(drop)
            };
            ours.push(timed(|| step(&ledger, store)).0);
            ended.store(true, Ordering::Relaxed);
            let (worst, pages) = reader.join().unwrap();
            slowest = slowest.max(worst);
            answers += pages;
        });
        assert_eq!(people(&ledger), preview.counts.ready);
    }
    line("存十万行", ("同样的行，不核对也不留来源", median(bares)), ("导入", median(ours)), "限二倍");
    println!("\n| 导入时占的内存 | {} MiB | 导入前 {before} MiB；限 1024 MiB |", peak());
    println!("\n| 导入时列表照答 | {slowest:.2?} | {answers} 页中最慢的一页；只记下来 |");
    assert!(answers > 0, "a list answers while an import runs");
}

#[test]
#[ignore = "a measurement, meant for --release; a minute and 1 GB of disk"]
fn undoing_an_import_of_a_hundred_thousand_rows_takes_no_longer_than_the_import() {
    let home = TempDir::new().unwrap();
    let file = home.path().join("花名册.xlsx");
    made(&file);
    let (preview, book) = (checked(&file, &Known::default()), book_of_law());
    let ledger = founded(&home.path().join("undone"));
    let store = |tx: &Tx| {
        store_roster(tx, &book, &source(&preview), &preview, &[], Shown::Full, &mut |_, _| true).map(drop)
    };
    // Of the processor, which other programs disturb least: one import is one run.
    let import = measure::timed(|| step(&ledger, store));
    assert_eq!(people(&ledger), preview.counts.ready);
    let undo = measure::timed(|| drop(ledger.undo(&chair()).unwrap()));
    assert_eq!(people(&ledger), 0);
    let redo = measure::timed(|| drop(ledger.redo(&chair()).unwrap()));
    assert_eq!(people(&ledger), preview.counts.ready);
    line("撤销一步十万行花名册的导入", ("导入", import), ("撤销", undo), "限一倍");
    line("重做它", ("导入", import), ("重做", redo), "只记下来");
    assert!(undo <= import, "taking back must cost no more than doing: {undo:?}, {import:?}");
}

#[test]
#[ignore = "a measurement, meant for --release"]
fn a_cancelled_import_leaves_nothing_and_the_same_again_changes_nothing() {
    let home = TempDir::new().unwrap();
    let file = home.path().join("花名册.xlsx");
    made(&file);
    let preview = checked(&file, &Known::default());
    let ledger = founded(&home.path().join("cancelled"));
    let op =
        Op { code: "members.import".into(), label: "导入花名册".into(), finality: Finality::Reversible };
    let head = ledger.head().unwrap();
    let stopped = ledger.step(&op, &chair(), |tx| {
        store_roster(tx, &book_of_law(), &source(&preview), &preview, &[], Shown::Full, &mut |done, total| {
            done * 2 < total
        })
        .map(drop)
    });
    assert_eq!(stopped.unwrap_err().code, "cancelled");
    assert_eq!((people(&ledger), ledger.head().unwrap()), (0, head));
    step(&ledger, |tx| {
        store_roster(tx, &book_of_law(), &source(&preview), &preview, &[], Shown::Full, &mut |_, _| true)
            .map(drop)
    });
    let (took, held) = timed(|| ledger.read(|c| known(c, &preview.file_sha256, Shown::Full)).unwrap());
    let (again, preview) = timed(|| checked(&file, &held));
    assert_eq!((preview.counts.ready, preview.counts.ask, preview.absent_total), (0, 0, 0));
    assert_eq!(preview.counts.skipped, people(&ledger));
    println!(
        "\n| 同一个文件再读一遍，与账本里十万人逐项比 | {again:.2?} | 取出十万人 {took:.2?}；只记下来 |"
    );
}
