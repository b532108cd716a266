//! Writes the samples for people to look at, and measures how long papers take; judges nothing.

use std::time::Instant;

use paper::{Align, Block, BlockKind, Column, Document, Form};

use crate::support::*;

#[test]
#[ignore = "writes every sample paper into the folder PAPER_OUT, for people to look at"]
fn write_samples() {
    let folder = std::path::PathBuf::from(std::env::var("PAPER_OUT").expect("PAPER_OUT names a folder"));
    for key in TEMPLATES {
        let made = rendered(&filled(key, &sample(key)));
        std::fs::write(folder.join(format!("{}.pdf", key.replace('/', "-"))), &made.pdf).unwrap();
    }
    let own = [
        ("notice", crate::standard::notice()),
        ("letter", crate::standard::letter()),
        ("figures", crate::pictures::figures()),
        ("photos", crate::photos::day(8)),
    ];
    for (name, doc) in own {
        std::fs::write(folder.join(format!("{name}.pdf")), rendered(&doc).pdf).unwrap();
        std::fs::write(folder.join(format!("{name}.docx")), paper::word(&doc, None).unwrap()).unwrap();
    }
}

/// A roster of `rows` people in eight columns, as a printed register has it.
fn roster(rows: usize) -> Document {
    let heads = [
        ("序号", 5.0),
        ("姓名", 9.0),
        ("性别", 4.0),
        ("身份证号", 17.0),
        ("工号", 8.0),
        ("车间", 9.0),
        ("岗位", 12.0),
        ("电话", 11.0),
    ];
    let column = |(head, width): (&str, f32)| Column {
        head: head.into(),
        over: String::new(),
        width,
        align: Align::Center,
        group: false,
    };
    let names = ["王伟", "周喆", "邓玉兰", "阿依古丽·买买提", "李堃", "罗建平", "何㛃", "曾广荣"];
    let row = |i: usize| -> Vec<String> {
        let sex = if i.is_multiple_of(3) { "女" } else { "男" };
        let shop = ["机加工车间", "焊接车间", "喷涂车间", "装配车间", "仓储部"][i % 5];
        let cells = [
            &format!("{}", i + 1),
            names[i % 8],
            sex,
            "110101********0011",
            &format!("GJ{i:05}"),
            shop,
            "数控车床操作工",
            "138****8000",
        ];
        cells.map(str::to_owned).to_vec()
    };
    let kind = BlockKind::Table {
        columns: heads.map(column).to_vec(),
        rows: (0..rows).map(row).collect(),
        size: 9.0,
        whole: false,
    };
    let title = BlockKind::Title { text: "会员花名册".into() };
    let blocks =
        [title, kind].into_iter().enumerate().map(|(i, kind)| Block { id: format!("b{i}"), kind }).collect();
    Document {
        title: "会员花名册".into(),
        author: "工会".into(),
        created: meta().created,
        id_seed: "roster".into(),
        form: Form::Register,
        blocks,
    }
}

#[test]
#[ignore = "prints how long papers take"]
fn measure() {
    let mut context = sample("negotiation/minutes");
    context["topics"].as_array_mut().unwrap().truncate(2);
    let minutes = filled("negotiation/minutes", &context);
    let roster = roster(10_000);
    for (name, doc, times) in
        [("minutes, first time", &minutes, 1), ("minutes", &minutes, 20), ("roster of 10,000", &roster, 3)]
    {
        let started = Instant::now();
        let mut made = rendered(doc);
        (1..times).for_each(|_| made = rendered(doc));
        let each = started.elapsed() / times;
        let started = Instant::now();
        (0..times).for_each(|_| drop(paper::first_page(doc, faces()).unwrap()));
        let first = started.elapsed() / times;
        println!("{name}: {} pages, {} bytes, whole {each:?}, page 1 {first:?}", made.pages, made.pdf.len());
    }
    if let Ok(status) = std::fs::read_to_string("/proc/self/status") {
        println!("{}", status.lines().find(|l| l.starts_with("VmHWM")).unwrap_or_default());
    }
}
