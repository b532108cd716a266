//! The papers that are measured: rosters of invented people in eight columns, books of minutes, one minutes.

use paper::{Align, Block, BlockKind, Column, Document, Form, Meta, Template};

use crate::{Outcome, assets};

/// `roster-N` of N rows, `book-N` of N minutes, `minutes`.
pub fn named(name: &str) -> Outcome<Document> {
    match name.split_once('-') {
        Some(("roster", rows)) => Ok(roster(rows.parse()?)),
        Some(("book", times)) => book(times.parse()?),
        _ if name == "minutes" => book(1),
        _ => Err(format!("no paper {name}").into()),
    }
}

/// The minutes' sample, again and again.
fn book(times: usize) -> Outcome<Document> {
    let key = "negotiation/minutes";
    let sample = std::fs::read_to_string(assets().join("papers").join(format!("{key}.sample.json")))?;
    let mut context: serde_json::Value = serde_json::from_str(&sample)?;
    if let (1, Some(topics)) = (times, context["topics"].as_array_mut()) {
        // Three pages, as most minutes have.
        topics.truncate(1);
    }
    let one = Template::load(&assets(), key)?.fill(&context, meta()?)?;
    if times == 1 {
        return Ok(one);
    }
    let mut blocks = Vec::new();
    for time in 0..times {
        blocks.extend(
            one.blocks.iter().map(|b| Block { id: format!("{time}/{}", b.id), kind: b.kind.clone() }),
        );
        blocks.push(Block { id: format!("{time}/end"), kind: BlockKind::PageBreak });
    }
    Ok(Document { blocks, ..one })
}

fn meta() -> Outcome<Meta> {
    let created = chrono::DateTime::parse_from_rfc3339("2026-03-05T17:00:00+08:00")?;
    Ok(Meta { author: "工会委员会".into(), created, id_seed: "bench".into() })
}

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
        let number = format!("{}", i + 1);
        let badge = format!("GJ{i:05}");
        [&number, names[i % 8], sex, "110101********0011", &badge, shop, "数控车床操作工", "138****8000"]
            .map(str::to_owned)
            .to_vec()
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
        created: chrono::DateTime::UNIX_EPOCH.fixed_offset(),
        id_seed: "roster".into(),
        form: Form::Register,
        blocks,
    }
}
