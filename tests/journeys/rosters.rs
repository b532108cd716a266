//! Rosters of invented people: ID numbers counted out over existing region codes with the right check digit,
//! telephone numbers with 0000 in them. Nobody here exists.

use std::fmt::Write;

/// Somebody on an invented roster.
pub struct Invented {
    pub name: String,
    pub id: String,
    pub phone: String,
}

const SURNAMES: [&str; 10] = ["陈", "林", "黄", "周", "吴", "徐", "孙", "胡", "高", "罗"];
const GIVEN: [&str; 12] =
    ["望江", "怀谷", "听雨", "知秋", "若水", "长风", "致远", "明川", "青禾", "云帆", "子衿", "思齐"];
const REGIONS: [&str; 5] = ["360121", "360124", "360981", "360921", "360481"];

/// Region, birth, sequence (odd for men) and the check of GB 11643—1999.
fn id_number(code: &str, birth: &str, sequence: u32) -> String {
    let first = format!("{code}{birth}{sequence:03}");
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let sum: u32 = first.bytes().zip(weights).map(|(digit, weight)| u32::from(digit - b'0') * weight).sum();
    let check = b"10X98765432"[(sum % 11) as usize];
    format!("{first}{}", char::from(check))
}

/// The person of a number; the same number is always the same person, another number another ID number.
pub fn person(number: u32) -> Invented {
    let sequence = 100 + number % 800;
    let rest = number / 800;
    let region = REGIONS[(rest % 5) as usize];
    let days = rest / 5;
    let birth = format!("{:04}{:02}{:02}", 1970 + days % 30, 1 + days / 30 % 12, 1 + days / 360 % 28);
    let name = format!("{}{}", SURNAMES[(number % 10) as usize], GIVEN[(number / 10 % 12) as usize]);
    Invented {
        name,
        id: id_number(region, &birth, sequence),
        phone: format!("13{}0000{:04}", number / 10_000 % 10, number % 10_000),
    }
}

/// A roster of `count` people from number `from` on, as UTF-8 text with commas.
pub fn csv(from: u32, count: u32) -> String {
    let mut text = String::from("姓名,证件号码,手机号码,部门,岗位,用工形式,入会日期\r\n");
    for number in from..from + count {
        let Invented { name, id, phone } = person(number);
        let shop = ["机加工", "焊接", "喷涂", "装配", "仓储"][(number % 5) as usize];
        let _ = write!(text, "{name},{id},{phone},{shop},操作工,合同制,2021-03-01\r\n");
    }
    text
}
