//! The two workbooks of a pre-flight. Both are laid out as the upper system wants them: title, notes, headings in row 4, people
//! from row 5 on, the note in the last row, no cell merged.

use std::collections::HashMap;
use std::path::Path;

use sheet::{Value, Writer};

use super::model::{Upload, UploadLine};
use super::template::UploadTemplate;
use crate::Problem;

/// So many faults are written with comments; a sheet with more could not be worked through.
pub const LISTED: usize = 5000;

fn begun(template: &UploadTemplate, second: Option<&str>) -> Result<Writer, Problem> {
    let mut writer = Writer::new("Sheet1")?;
    let first_note = template.notes.first().map_or("", String::as_str);
    let second_note = second.or(template.notes.get(1).map(String::as_str)).unwrap_or_default();
    for text in [template.title.as_str(), first_note, second_note] {
        writer.plain(text)?;
    }
    writer.head(&template.columns.iter().map(|column| column.heading.as_str()).collect::<Vec<_>>())?;
    writer.widths(&template.columns.iter().map(|column| width(&column.heading)).collect::<Vec<_>>())?;
    Ok(writer)
}

fn width(heading: &str) -> f64 {
    if heading.contains("号") || heading.contains("单位") || heading.contains("所在地") {
        22.0
    } else {
        12.0
    }
}

fn cells(number: usize, line: &UploadLine, template: &UploadTemplate) -> Vec<Value> {
    use crate::members::roster::Field;
    let of = |(cell, column): (&String, &super::template::UploadColumn)| match column.value {
        Field::Sequence => Value::from(number.to_string()),
        _ => Value::from(cell.clone()),
    };
    line.cells.iter().zip(&template.columns).map(of).collect()
}

/// Writes whoever passes. Answers how many.
///
/// Errors: `nothing`, where nobody passes; what `sheet` says of a disk that takes no file.
pub fn clean(upload: &Upload, template: &UploadTemplate, to: &Path) -> Result<u32, Problem> {
    let bad: std::collections::HashSet<u32> = upload.faults.iter().map(|fault| fault.line).collect();
    let good = (0_u32..).zip(&upload.lines).filter(|(at, _)| !bad.contains(at));
    let mut writer = begun(template, None)?;
    let mut rows = 0;
    for (number, (_, line)) in (1..).zip(good) {
        writer.row(&cells(number, line, template))?;
        rows += 1;
    }
    if rows == 0 {
        return Err(Problem::new(
            "nothing",
            "没有一个人符合上报的要求，没有可以存的；请先看问题清单，补齐以后再存。",
        ));
    }
    writer.plain(&template.last)?;
    writer.save(to).map_err(|why| Problem::from(why).at("to"))?;
    Ok(rows)
}

/// Writes whoever does not pass, with a comment on each bad cell, the first [`LISTED`] of them. Answers how many people.
///
/// Errors: `nothing`, where everybody passes; what `sheet` says of a disk that takes no file.
pub fn errors(upload: &Upload, template: &UploadTemplate, to: &Path) -> Result<u32, Problem> {
    if upload.faults.is_empty() {
        return Err(Problem::new("nothing", "所有人都符合上报的要求，没有问题要列。"));
    }
    let mut by_line: HashMap<u32, Vec<(u16, String)>> = HashMap::new();
    for fault in upload.faults.iter().take(LISTED) {
        let column = u16::try_from(fault.column).unwrap_or(u16::MAX);
        by_line.entry(fault.line).or_default().push((column, fault.message.clone()));
    }
    let all = upload.faults.len();
    let said = if all > LISTED {
        format!("共{all}处问题，这里列出前{LISTED}处；改好以后再预检一次，看其余的。")
    } else {
        format!("共{all}处问题，有问题的格子涂了颜色，鼠标停在上面看批注。")
    };
    let mut writer = begun(template, Some(&said))?;
    let bad = (0_u32..).zip(&upload.lines).filter_map(|(at, line)| Some((line, by_line.get(&at)?)));
    let mut rows = 0;
    for (number, (line, faults)) in (1..).zip(bad) {
        writer.marked_row(&cells(line.row.map_or(number, |row| row as usize), line, template), faults)?;
        rows += 1;
    }
    writer.plain(&template.last)?;
    writer.save(to).map_err(|why| Problem::from(why).at("to"))?;
    Ok(rows)
}
