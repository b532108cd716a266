//! Who a row is about: name, document, sex and birth, and whether they agree with each other.
//! An ID number is never repaired and never out-voted in silence.

use chrono::{Datelike, NaiveDate};
use sheet::Cell;

use super::check::{Answer, At, RowCheck, seen};
use super::codes::{IdKind, Meaning, Sex, fold};
use super::dates::{self, DateRead};
use super::field::Field;
use super::id_number::{self, IdFault, IdNumber};
use super::model::{Precision, ProblemKind as K, RosterDate};
use super::names::{self, NameIssue};

pub(super) fn check(c: &mut RowCheck<'_, '_>) {
    name(c);
    let id = document(c);
    sex(c, id.as_ref().and_then(|i| i.sex));
    birth(c, id.as_ref().and_then(|i| i.birth));
}

fn name(c: &mut RowCheck<'_, '_>) {
    let Some((at, cell)) = c.cell(Field::Name) else {
        let at = c.empty_at(Field::Name).unwrap_or_else(|| c.whole(Field::Name));
        c.stop(&at, K::NameMissing, "没有姓名；请补上姓名，或者把这一行删去。");
        return;
    };
    match cell {
        Cell::Text(text) => written_name(c, &at, text),
        Cell::Fault(_) => c.stop(&at, K::CellFault, "公式没有算出姓名；请在表格里直接写上姓名。"),
        _ => c.stop(&at, K::NameImpossible, "写的不是姓名；请核对这一格。"),
    }
    c.person.name_key = names::key(&c.person.name);
}

fn written_name<'a>(c: &mut RowCheck<'_, 'a>, at: &At<'a>, written: &str) {
    let (name, issues) = names::read(written);
    c.person.name = name.clone();
    for issue in issues {
        match issue {
            NameIssue::Trimmed => c.note(at, K::NameTrimmed, "去掉了姓名前后的空格。", Some(name.clone())),
            NameIssue::Spaces => {
                c.note(
                    at,
                    K::NameSpaces,
                    "姓名中间有空格：照原样保存，比对姓名时不算空格。",
                    Some(name.clone()),
                );
            }
            NameIssue::Dot => {
                c.note(
                    at,
                    K::NameDot,
                    "姓名里的圆点不是“·”：照原样保存，比对姓名时当作“·”。",
                    Some(name.clone()),
                );
            }
            NameIssue::TwoLines(joined) => {
                let text = "姓名分成了两行；如果是一个人，就连起来写。";
                if c.ask(at, K::NameTwoLines, text, Some(joined.clone())) == Answer::Take {
                    c.person.name = joined;
                }
            }
            NameIssue::Remark(bare) => {
                let text = "姓名后面带有记号或附注；请确认姓名本身。";
                if c.ask(at, K::NameRemark, text, Some(bare.clone())) == Answer::Take {
                    c.person.name = bare;
                }
            }
            NameIssue::Private => {
                let text = "姓名里有老系统自造的字，别的电脑和打印机可能显示不出来；请改成标准字，或者先照原样保存。";
                c.ask(at, K::NamePrivate, text, Some(name.clone()));
            }
            NameIssue::Lost => {
                c.stop(at, K::NameLost, "姓名里有字已经丢失（变成了问号或方框）；请对照身份证补上。");
            }
            NameIssue::Impossible => {
                c.stop(at, K::NameImpossible, "写的不像姓名（太长，或没有文字）；请核对这一格。");
            }
        }
    }
}

/// Reads the document's kind and number; gives the number when it carries birth and sex for certain.
fn document(c: &mut RowCheck<'_, '_>) -> Option<IdNumber> {
    let said = c.coded(Field::IdKind, IdKind::read, IdKind::label);
    let Some((at, cell)) = c.cell(Field::IdNumber) else {
        c.person.id_kind = said;
        if let Some(at) = c.empty_at(Field::IdNumber) {
            c.ask(&at, K::IdMissing, "没有证件号码；可以先导入，以后再补。", None);
        }
        return None;
    };
    let advice = "号码被表格当成数字保存，最后几位已经变成0，无法还原；请把这一列设为“文本”格式后重新填写。";
    let written = match cell {
        Cell::Number(n) if n.lossy() => {
            c.stop(&at, K::IdAsNumber, advice);
            return None;
        }
        Cell::Fault(_) => {
            c.stop(&at, K::CellFault, "公式没有算出证件号码；请在表格里直接填写号码。");
            return None;
        }
        other => seen(other),
    };
    let text = id_number::clean(&written);
    match id_number::parse(&text, c.desk.today) {
        Ok(id) => {
            if text != written {
                let now = Some(id.number.clone()).filter(|_| !id.converted).or(Some(text));
                c.note(&at, K::IdCleaned, "去掉了多余的空格、符号，或把字母改成了标准写法。", now);
            }
            settle(c, &at, said, id)
        }
        Err(IdFault::AsNumber) => {
            c.stop(&at, K::IdAsNumber, advice);
            None
        }
        Err(IdFault::Length(_) | IdFault::Character(..)) if unchecked(said, &text) => {
            c.person.id_kind = said;
            c.person.id_number = Some(text);
            None
        }
        Err(fault) => {
            let (kind, text) = words(&fault);
            c.stop(&at, kind, &text);
            None
        }
    }
}

/// Documents whose numbers carry no check, and whose shape differs from country to country.
fn unchecked(said: Option<IdKind>, text: &str) -> bool {
    matches!(
        said,
        Some(IdKind::Passport | IdKind::Military | IdKind::HkMoPass | IdKind::TaiwanPass | IdKind::Other)
    ) && (5..=30).contains(&text.chars().count())
        && text.chars().all(char::is_alphanumeric)
}

fn words(fault: &IdFault) -> (K, String) {
    match fault {
        IdFault::AsNumber => (K::IdAsNumber, String::new()),
        IdFault::Length(n) => (K::IdLength, format!("身份证号码应有18位，现在是{n}位；请对照证件补正。")),
        IdFault::Character(place, c) => {
            (K::IdCharacters, format!("第{place}位是“{c}”，身份证号码里不会有它；请对照证件改正。"))
        }
        IdFault::Region => (K::IdRegion, "开头两位不是任何省份的代码；请对照证件改正。".to_owned()),
        IdFault::Date => (K::IdDate, "号码里的出生日期不存在或不合常理；请对照证件改正。".to_owned()),
        IdFault::Checksum(true) => (
            K::IdChecksum,
            "校验不对，而且最后三位都是0，多半是表格把号码当成数字截断了；请对照证件重新填写。".to_owned(),
        ),
        IdFault::Checksum(false) => {
            (K::IdChecksum, "最后一位与前17位对不上，有一位写错了；请对照证件逐位核对。".to_owned())
        }
    }
}

/// Brings the number and what the column says about its kind together.
fn settle<'a>(c: &mut RowCheck<'_, 'a>, at: &At<'a>, said: Option<IdKind>, id: IdNumber) -> Option<IdNumber> {
    if id.converted {
        let text = "是15位的旧号码，已经停用；按规则换算成18位，请对照新证件确认。";
        return match c.ask(at, K::Id15Digits, text, Some(id.number.clone())) {
            Answer::Take => {
                c.person.id_kind = Some(id.kind);
                c.person.id_number = Some(id.number.clone());
                Some(id)
            }
            _ => None,
        };
    }
    c.person.id_number = Some(id.number.clone());
    let label = id.kind.label().to_owned();
    let kind_at = c.cell(Field::IdKind).map(|(at, _)| at).or_else(|| c.empty_at(Field::IdKind));
    let kind_at = kind_at.unwrap_or_else(|| at.clone());
    let carries = matches!(id.kind, IdKind::HkMoTwResidence | IdKind::ForeignPermanent);
    c.person.id_kind = match said {
        Some(said) if said == id.kind => Some(said),
        None if id.kind_certain && id.kind == IdKind::ResidentId => Some(id.kind),
        _ if id.kind_certain && (carries || said.is_none()) => {
            c.note(&kind_at, K::IdKindSet, &format!("按号码看是{label}，证件类别照此记。"), Some(label));
            Some(id.kind)
        }
        Some(said) if !id.kind_certain && said != IdKind::ResidentId => Some(said),
        said => {
            let text = format!("号码看上去是{label}，与证件类别不一致；请确认。");
            match c.ask(&kind_at, K::IdKindDiffers, &text, Some(label)) {
                Answer::Take => Some(id.kind),
                Answer::Keep => said,
                _ => None,
            }
        }
    };
    Some(id)
}

fn sex(c: &mut RowCheck<'_, '_>, by_id: Option<Sex>) {
    let Some((at, cell)) = c.cell(Field::Sex) else {
        if let (Some(sex), Some(at)) = (by_id, c.empty_at(Field::Sex)) {
            c.note(&at, K::SexFromId, "没有填，按证件号码记。", Some(sex.label().to_owned()));
        }
        c.person.sex = by_id;
        return;
    };
    if c.fault(&at, cell) {
        return;
    }
    let word = seen(cell);
    let label = by_id.map(|s| s.label().to_owned());
    c.person.sex = match (Sex::read(&fold(&word)), by_id) {
        (Meaning::Sure(said), Some(by_id)) if said != by_id && said != Sex::Unspecified => {
            match c.ask(&at, K::SexDiffers, "与证件号码里的性别不一致；请核对是哪一处写错了。", label)
            {
                Answer::Take => Some(by_id),
                Answer::Keep => Some(said),
                _ => None,
            }
        }
        (Meaning::Sure(said), _) => {
            c.reading(Field::Sex, &word, said.label());
            Some(said)
        }
        (Meaning::Likely(_), _) => {
            let text = "这个代码在国家标准里是“未知”，有的系统却用它表示女；请确认。";
            if c.ask(&at, K::SexCode, text, label) == Answer::Take { by_id } else { None }
        }
        (Meaning::Unknown, _) => {
            let text = "认不出性别；请写“男”或“女”。";
            if c.ask(&at, K::UnknownValue, text, label) == Answer::Take { by_id } else { None }
        }
    };
}

fn birth(c: &mut RowCheck<'_, '_>, by_id: Option<NaiveDate>) {
    let full = by_id.map(|date| RosterDate { date, precision: Precision::Day });
    let Some((at, cell)) = c.cell(Field::Birth) else {
        if let (Some(d), Some(at)) = (full, c.empty_at(Field::Birth)) {
            c.note(&at, K::BirthFromId, "没有填，按证件号码记。", Some(d.to_string()));
        }
        c.person.birth = full;
        return;
    };
    let read = dates::read(cell, c.desk.today, c.desk.epoch_1904);
    let Some(full) = full else {
        if !c.fault(&at, cell) {
            c.person.birth = match c.plain_date(&at, read) {
                Some(d) if d.date > c.desk.today => {
                    c.ask(&at, K::DateFuture, "出生日期在今天之后；请核对。", None);
                    None
                }
                d => d,
            };
        }
        return;
    };
    c.person.birth = match agreement(&read, full.date) {
        Agreement::Same => {
            if let DateRead::Serial(d) = read {
                c.note(
                    &at,
                    K::DateSerial,
                    &format!("是表格的日期数字，按{}记。", d.words()),
                    Some(d.to_string()),
                );
            }
            Some(full)
        }
        Agreement::Coarser => {
            let text = "没有写全，与证件号码相符，按证件号码记到日。";
            c.note(&at, K::BirthFromId, text, Some(full.to_string()));
            Some(full)
        }
        Agreement::Differs(said) => {
            let (kind, text) = match read {
                DateRead::Lunar => (K::DateLunar, "写的是农历；建议按证件号码里的公历日期记。"),
                DateRead::Impossible | DateRead::Open => {
                    (K::DateImpossible, "不是真实的日期；建议按证件号码里的出生日期记。")
                }
                _ => (
                    K::BirthDiffers,
                    "与证件号码里的出生日期不一致；请核对是哪一处写错了（也可能写的是农历）。",
                ),
            };
            match c.ask(&at, kind, text, Some(full.to_string())) {
                Answer::Take => Some(full),
                Answer::Keep => said,
                _ => None,
            }
        }
    };
}

enum Agreement {
    Same,
    Coarser,
    Differs(Option<RosterDate>),
}

/// Whether what is written can mean the day in the ID number.
fn agreement(read: &DateRead, id: NaiveDate) -> Agreement {
    let month = |d: &RosterDate| d.date.month() == id.month();
    match read {
        DateRead::Sure(d) | DateRead::Serial(d) if d.date == id => Agreement::Same,
        DateRead::Coarse(d) | DateRead::Dot(d)
            if d.date.year() == id.year() && (month(d) || d.precision == Precision::Year) =>
        {
            Agreement::Coarser
        }
        DateRead::ShortYear(d) if d.date.year() % 100 == id.year() % 100 => match d.precision {
            Precision::Day if month(d) && d.date.day() == id.day() => Agreement::Coarser,
            Precision::Month if month(d) => Agreement::Coarser,
            Precision::Year => Agreement::Coarser,
            _ => Agreement::Differs(Some(*d)),
        },
        DateRead::Order(d) => {
            let turned = NaiveDate::from_ymd_opt(d.date.year(), d.date.day(), d.date.month());
            if d.date == id || turned == Some(id) { Agreement::Coarser } else { Agreement::Differs(Some(*d)) }
        }
        DateRead::Nothing | DateRead::Zero => Agreement::Coarser,
        DateRead::Sure(d)
        | DateRead::Serial(d)
        | DateRead::Coarse(d)
        | DateRead::Dot(d)
        | DateRead::ShortYear(d) => Agreement::Differs(Some(*d)),
        DateRead::Lunar | DateRead::Open | DateRead::Impossible => Agreement::Differs(None),
    }
}
