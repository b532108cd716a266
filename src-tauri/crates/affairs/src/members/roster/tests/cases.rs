//! The cases of the field that show in a row: given cells, exact outcome (row state, severity and code of
//! each remark, stored values). The cases about the shape of a file, 25 to 36, stand in `whole`.

use chrono::NaiveDate;
use serde_json::Value;
use sheet::{Book, Cell, Kind, Number, Page, Row};

use super::super::{Options, Preview, ProblemKind as K, RosterRow, RowStatus, Severity, read_roster};

pub(super) const TODAY: (i32, u32, u32) = (2026, 11, 16);

/// Men's and women's numbers over existing regions with the right check.
const MAN: &str = "110101199003070011";
const MAN_2: &str = "360121198506120014";
const WOMAN: &str = "360121198506120022";
const WOMAN_2: &str = "360121200008150026";

struct Case {
    no: u8,
    what: &'static str,
    heads: &'static [&'static str],
    rows: &'static [Given],
}

/// Cells under the headings, the row's state, its remarks, and what is stored (field as in JSON, text).
struct Given(
    &'static [&'static str],
    RowStatus,
    &'static [(Severity, K)],
    &'static [(&'static str, &'static str)],
);

use RowStatus::{Ask as WAITS, Ready as GOES_IN, Stop as STOPS};
use Severity::{Ask, Note, Stop};

const ID: &[&str] = &["姓名", "证件号码"];
const PHONE: &[&str] = &["姓名", "移动电话"];

const CASES: &[Case] = &[
    Case {
        no: 1,
        what: "18 digits stored as a number have lost the last three",
        heads: ID,
        rows: &[
            Given(&["张三", "#n 110105199003070017"], STOPS, &[(Stop, K::IdAsNumber)], &[("idNumber", "")]),
            Given(&["李四", "1.10105E+17"], STOPS, &[(Stop, K::IdAsNumber)], &[("idNumber", "")]),
            Given(&["王五", "360121198506121000"], STOPS, &[(Stop, K::IdChecksum)], &[("idNumber", "")]),
        ],
    },
    Case {
        no: 2,
        what: "x, full-width and Cyrillic X at the end",
        heads: ID,
        rows: &[
            Given(
                &["张三", "36012119900101005x"],
                GOES_IN,
                &[(Note, K::IdCleaned)],
                &[("idNumber", "36012119900101005X")],
            ),
            Given(
                &["李四", "36012119900101013Ｘ"],
                GOES_IN,
                &[(Note, K::IdCleaned)],
                &[("idNumber", "36012119900101013X")],
            ),
            Given(
                &["王五", "36012119900101021Х"],
                GOES_IN,
                &[(Note, K::IdCleaned)],
                &[("idNumber", "36012119900101021X")],
            ),
            Given(&["赵六", "36012119900101048X"], GOES_IN, &[], &[("idNumber", "36012119900101048X")]),
        ],
    },
    Case {
        no: 3,
        what: "apostrophe, no-break space, zero width, hyphens",
        heads: ID,
        rows: &[
            Given(&["张三", "'110101199003070011"], GOES_IN, &[(Note, K::IdCleaned)], &[("idNumber", MAN)]),
            Given(
                &["李四", "\u{a0}360121198506120014\u{200b}"],
                GOES_IN,
                &[(Note, K::IdCleaned)],
                &[("idNumber", MAN_2)],
            ),
            Given(
                &["王五", "360121-19850612-0022"],
                GOES_IN,
                &[(Note, K::IdCleaned)],
                &[("idNumber", WOMAN)],
            ),
        ],
    },
    Case {
        no: 4,
        what: "the sex column contradicts the number",
        heads: &["姓名", "性别", "证件号码"],
        rows: &[
            Given(&["张三", "女", MAN], WAITS, &[(Ask, K::SexDiffers)], &[("sex", ""), ("idNumber", MAN)]),
            Given(&["李四", "", WOMAN], GOES_IN, &[(Note, K::SexFromId)], &[("sex", "female")]),
        ],
    },
    Case {
        no: 5,
        what: "the birth column is a day off, or lunar",
        heads: &["姓名", "出生日期", "证件号码"],
        rows: &[
            Given(&["张三", "1990-03-08", MAN], WAITS, &[(Ask, K::BirthDiffers)], &[("birth", "")]),
            Given(&["李四", "农历四月廿四", WOMAN], WAITS, &[(Ask, K::DateLunar)], &[("birth", "")]),
            Given(&["王五", "1985-06-12", MAN_2], GOES_IN, &[], &[("birth", "1985-06-12 day")]),
        ],
    },
    Case {
        no: 6,
        what: "29 February of a common year with a right check digit",
        heads: ID,
        rows: &[
            Given(&["张三", "65010019850229003X"], STOPS, &[(Stop, K::IdDate)], &[("idNumber", "")]),
            Given(
                &["李四", "13010220000229123X"],
                GOES_IN,
                &[],
                &[("birth", "2000-02-29 day"), ("sex", "male")],
            ),
        ],
    },
    Case {
        no: 7,
        what: "15 digits",
        heads: ID,
        rows: &[
            Given(&["张三", "360121850612001"], WAITS, &[(Ask, K::Id15Digits)], &[("idNumber", "")]),
            Given(&["李四", "#n 110101900307001"], WAITS, &[(Ask, K::Id15Digits)], &[("idNumber", "")]),
        ],
    },
    Case {
        no: 8,
        what: "two people share a number",
        heads: ID,
        rows: &[
            Given(&["张三", MAN], STOPS, &[(Stop, K::IdShared)], &[]),
            Given(&["李四", MAN], STOPS, &[(Stop, K::IdShared)], &[]),
        ],
    },
    Case {
        no: 9,
        what: "one person twice",
        heads: &["姓名", "证件号码", "移动电话", "部门"],
        rows: &[
            Given(&["张三", MAN, "13800000001", "焊接"], GOES_IN, &[], &[]),
            Given(
                &["张 三", MAN, "13800000001", "装配"],
                WAITS,
                &[(Note, K::NameSpaces), (Ask, K::PersonTwice)],
                &[],
            ),
            Given(
                &["张三", MAN_2, "13800000001", "装配"],
                WAITS,
                &[(Ask, K::PersonMaybeTwice)],
                &[("idNumber", MAN_2)],
            ),
        ],
    },
    Case {
        no: 10,
        what: "residence permits of Hong Kong, Macau and Taiwan people",
        heads: &["姓名", "证件类别", "证件号码"],
        rows: &[
            Given(
                &["张三", "港澳台居民居住证", "810000199003070015"],
                GOES_IN,
                &[],
                &[("idKind", "hkMoTwResidence")],
            ),
            Given(
                &["李四", "身份证", "820000199003070017"],
                GOES_IN,
                &[(Note, K::IdKindSet)],
                &[("idKind", "hkMoTwResidence"), ("sex", "male")],
            ),
            Given(
                &["王五", "", "830000199003070027"],
                GOES_IN,
                &[(Note, K::IdKindSet)],
                &[("idKind", "hkMoTwResidence"), ("sex", "female")],
            ),
        ],
    },
    Case {
        no: 11,
        what: "foreigners' permanent residence cards of 2023 and 2017",
        heads: ID,
        rows: &[
            Given(
                &["Marie Dupont", "911360199003070012"],
                GOES_IN,
                &[(Note, K::IdKindSet)],
                &[("idKind", "foreignPermanent"), ("birth", "1990-03-07 day")],
            ),
            Given(&["Jean Martin", "FRA11019003071"], STOPS, &[(Stop, K::IdLength)], &[]),
            Given(
                &["Jean Martin", "FRA110190030712"],
                GOES_IN,
                &[(Note, K::IdKindSet)],
                &[("idKind", "foreignPermanent")],
            ),
        ],
    },
    Case {
        no: 12,
        what: "a passport in the column of ID numbers",
        heads: &["姓名", "证件类别", "证件号码"],
        rows: &[
            Given(
                &["张三", "身份证", "E12345678"],
                WAITS,
                &[(Ask, K::IdKindDiffers)],
                &[("idKind", ""), ("idNumber", "E12345678")],
            ),
            Given(
                &["李四", "护照", "G12345678"],
                GOES_IN,
                &[],
                &[("idKind", "passport"), ("idNumber", "G12345678")],
            ),
        ],
    },
    Case {
        no: 13,
        what: "a military number with Chinese characters",
        heads: &["姓名", "证件类别", "证件号码"],
        rows: &[
            Given(
                &["张三", "军官证", "军字第1234567号"],
                GOES_IN,
                &[],
                &[("idKind", "military"), ("idNumber", "军字第1234567号")],
            ),
            Given(
                &["李四", "", "士字第20001234号"],
                GOES_IN,
                &[(Note, K::IdKindSet)],
                &[("idKind", "military")],
            ),
        ],
    },
    Case {
        no: 14,
        what: "variants of the dot in a name, and none",
        heads: &["姓名", "证件号码"],
        rows: &[
            Given(
                &["阿卜杜拉•买买提", MAN],
                GOES_IN,
                &[(Note, K::NameDot)],
                &[("name", "阿卜杜拉•买买提"), ("nameKey", "阿卜杜拉·买买提")],
            ),
            Given(
                &["阿卜杜拉・买买提", MAN_2],
                GOES_IN,
                &[(Note, K::NameDot)],
                &[("nameKey", "阿卜杜拉·买买提")],
            ),
            Given(
                &["阿卜杜拉.买买提", WOMAN],
                GOES_IN,
                &[(Note, K::NameDot)],
                &[("nameKey", "阿卜杜拉·买买提")],
            ),
            Given(&["阿卜杜拉买买提", WOMAN_2], GOES_IN, &[], &[("nameKey", "阿卜杜拉买买提")]),
        ],
    },
    Case {
        no: 15,
        what: "rare characters of three and four bytes",
        heads: ID,
        rows: &[
            Given(&["㛃䶮", MAN], GOES_IN, &[], &[("name", "㛃䶮")]),
            Given(&["𠮷田𬱟", MAN_2], GOES_IN, &[], &[("name", "𠮷田𬱟"), ("nameKey", "𠮷田𬱟")]),
        ],
    },
    Case {
        no: 16,
        what: "a character of a private area is flagged, not dropped",
        heads: ID,
        rows: &[Given(&["张\u{e863}", MAN], WAITS, &[(Ask, K::NamePrivate)], &[("name", "张\u{e863}")])],
    },
    Case {
        no: 17,
        what: "a remark behind the name",
        heads: &["姓名", "工号"],
        rows: &[
            Given(&["张三(退)", "1"], WAITS, &[(Ask, K::NameRemark)], &[("name", "张三(退)")]),
            Given(&["李四*", "2"], WAITS, &[(Ask, K::NameRemark)], &[]),
            Given(&["王五 女", "3"], WAITS, &[(Ask, K::NameRemark)], &[]),
            Given(&["王伟2", "4"], WAITS, &[(Ask, K::NameRemark)], &[]),
        ],
    },
    Case {
        no: 18,
        what: "three people of one name",
        heads: &["姓名", "证件号码", "工号"],
        rows: &[
            Given(&["王伟", MAN, ""], GOES_IN, &[], &[]),
            Given(&["王伟", MAN_2, ""], GOES_IN, &[], &[]),
            Given(&["王伟", "", "A-17"], WAITS, &[(Ask, K::IdMissing)], &[("staffNo", "A-17")]),
            Given(&["王伟", "", ""], WAITS, &[(Ask, K::IdMissing), (Ask, K::SameName)], &[]),
        ],
    },
    Case {
        no: 19,
        what: "traditional and variant characters are kept and not taken for one another",
        heads: ID,
        rows: &[
            Given(&["張三", MAN], GOES_IN, &[], &[("name", "張三"), ("nameKey", "張三")]),
            Given(&["呂方", MAN_2], GOES_IN, &[], &[("nameKey", "呂方")]),
            Given(&["於海", WOMAN], GOES_IN, &[], &[("nameKey", "於海")]),
        ],
    },
    Case {
        no: 20,
        what: "a name in two lines",
        heads: ID,
        rows: &[Given(&["阿依古丽\n买买提", MAN], WAITS, &[(Ask, K::NameTwoLines)], &[])],
    },
    Case {
        no: 21,
        what: "phones as numbers, in scientific notation, too long, with country code",
        heads: PHONE,
        rows: &[
            Given(
                &["张三", "13800138000.0"],
                GOES_IN,
                &[(Note, K::PhoneCleaned)],
                &[("phones", "13800138000")],
            ),
            Given(&["李四", "1.38E+10"], WAITS, &[(Ask, K::PhoneImpossible)], &[("phones", "")]),
            Given(&["王五", "138001380001"], WAITS, &[(Ask, K::PhoneImpossible)], &[("phones", "")]),
            Given(
                &["赵六", "+86 138-0013-8001"],
                GOES_IN,
                &[(Note, K::PhoneCleaned)],
                &[("phones", "13800138001")],
            ),
            Given(&["钱七", "#n 13800138002"], GOES_IN, &[], &[("phones", "13800138002")]),
        ],
    },
    Case {
        no: 22,
        what: "two phones in one cell",
        heads: PHONE,
        rows: &[
            Given(
                &["张三", "13800138000/13900138000"],
                GOES_IN,
                &[(Note, K::PhoneSeveral)],
                &[("phones", "13800138000、13900138000")],
            ),
            Given(
                &["李四", "13800138001 0791-88123456"],
                GOES_IN,
                &[(Note, K::PhoneSeveral)],
                &[("phones", "13800138001、0791-88123456")],
            ),
        ],
    },
    Case {
        no: 23,
        what: "a landline, and one phone for a whole team",
        heads: PHONE,
        rows: &[
            Given(
                &["张三", "0791-88123456"],
                GOES_IN,
                &[(Note, K::PhoneShared)],
                &[("phones", "0791-88123456")],
            ),
            Given(
                &["李四", "079188123456"],
                GOES_IN,
                &[(Note, K::PhoneCleaned), (Note, K::PhoneShared)],
                &[("phones", "0791-88123456")],
            ),
            Given(
                &["王五", "(0791)88123456"],
                GOES_IN,
                &[(Note, K::PhoneCleaned), (Note, K::PhoneShared)],
                &[],
            ),
            Given(&["赵六", "88123456"], WAITS, &[(Ask, K::PhoneNoArea)], &[("phones", "")]),
        ],
    },
    Case {
        no: 24,
        what: "new prefixes",
        heads: PHONE,
        rows: &[
            Given(&["张三", "19200001234"], GOES_IN, &[], &[("phones", "19200001234")]),
            Given(&["李四", "19700001234"], GOES_IN, &[], &[("phones", "19700001234")]),
            Given(&["王五", "12000001234"], WAITS, &[(Ask, K::PhoneImpossible)], &[]),
        ],
    },
    Case {
        no: 37,
        what: "dates in every form in one column",
        heads: &["姓名", "入职日期"],
        rows: &[
            Given(
                &["一一", "#n 32939"],
                GOES_IN,
                &[(Note, K::DateSerial)],
                &[("employedOn", "1990-03-07 day")],
            ),
            Given(&["二二", "#d 2015-06-01"], GOES_IN, &[], &[("employedOn", "2015-06-01 day")]),
            Given(&["三三", "2026/03/05"], GOES_IN, &[], &[("employedOn", "2026-03-05 day")]),
            Given(&["四四", "2026.3.5"], GOES_IN, &[], &[("employedOn", "2026-03-05 day")]),
            Given(&["五五", "20260305"], GOES_IN, &[], &[("employedOn", "2026-03-05 day")]),
            Given(&["六六", "1990.3"], WAITS, &[(Ask, K::DateDot)], &[("employedOn", "")]),
            Given(
                &["七七", "1990年3月"],
                GOES_IN,
                &[(Note, K::DatePrecision)],
                &[("employedOn", "1990-03-01 month")],
            ),
            Given(
                &["八八", "202603"],
                GOES_IN,
                &[(Note, K::DatePrecision)],
                &[("employedOn", "2026-03-01 month")],
            ),
            Given(&["九九", "90-3-7"], WAITS, &[(Ask, K::DateShortYear)], &[("employedOn", "")]),
            Given(&["十一", "3/7/1990"], WAITS, &[(Ask, K::DateOrder)], &[("employedOn", "")]),
            Given(&["十二", "0000-00-00"], GOES_IN, &[(Note, K::DateZero)], &[("employedOn", "")]),
            Given(&["十三", "至今"], WAITS, &[(Ask, K::DateOpen)], &[("employedOn", "")]),
            Given(&["十四", "2019-02-30"], WAITS, &[(Ask, K::DateImpossible)], &[("employedOn", "")]),
            Given(&["十五", "2019-02-28 08:30:00"], GOES_IN, &[], &[("employedOn", "2019-02-28 day")]),
        ],
    },
    Case {
        no: 38,
        what: "joined before 16, before the founding, in the future",
        heads: &["姓名", "证件号码", "入会日期"],
        rows: &[
            Given(&["张三", MAN, "2006-03-06"], WAITS, &[(Ask, K::JoinedBefore16)], &[("joinedOn", "")]),
            Given(
                &["李四", MAN_2, "2001-06-12"],
                WAITS,
                &[(Ask, K::JoinedBeforeFounding)],
                &[("joinedOn", "")],
            ),
            Given(&["王五", WOMAN, "2027-01-01"], WAITS, &[(Ask, K::DateFuture)], &[("joinedOn", "")]),
            Given(
                &["赵六", WOMAN_2, "2016-08"],
                GOES_IN,
                &[(Note, K::DatePrecision)],
                &[("joinedOn", "2016-08-01 month")],
            ),
        ],
    },
    Case {
        no: 39,
        what: "began working life after entering the firm",
        heads: &["姓名", "参加工作时间", "入职日期"],
        rows: &[
            Given(
                &["张三", "2015-07-01", "2012-07-01"],
                WAITS,
                &[(Ask, K::WorkAfterHire)],
                &[("startedWorkOn", ""), ("employedOn", "2012-07-01 day")],
            ),
            Given(
                &["李四", "2012-07", "2012-07-01"],
                GOES_IN,
                &[(Note, K::DatePrecision)],
                &[("startedWorkOn", "2012-07-01 month")],
            ),
        ],
    },
    Case {
        no: 40,
        what: "sex in words, letters and codes",
        heads: &["姓名", "性别", "证件号码"],
        rows: &[
            Given(&["张三", "男性", MAN], GOES_IN, &[], &[("sex", "male")]),
            Given(&["李四", "#n 1", MAN_2], GOES_IN, &[], &[("sex", "male")]),
            Given(&["王五", "F", WOMAN], GOES_IN, &[], &[("sex", "female")]),
            Given(&["赵六", "0", WOMAN_2], WAITS, &[(Ask, K::SexCode)], &[("sex", "")]),
            Given(&["钱七", "2", "36012119900101048X"], GOES_IN, &[], &[("sex", "female")]),
        ],
    },
    Case {
        no: 41,
        what: "ethnic groups by word, short word, code, and outside the table",
        heads: &["姓名", "民族"],
        rows: &[
            Given(&["张三", "汉"], GOES_IN, &[], &[("ethnicity", "汉族")]),
            Given(&["李四", "01"], GOES_IN, &[], &[("ethnicity", "汉族")]),
            Given(&["王五", "维吾尔"], GOES_IN, &[], &[("ethnicity", "维吾尔族")]),
            Given(&["赵六", "穿青人"], GOES_IN, &[], &[("ethnicity", "穿青人")]),
            Given(&["钱七", "火星族"], WAITS, &[(Ask, K::UnknownValue)], &[("ethnicity", "")]),
        ],
    },
    Case {
        no: 42,
        what: "education in the words people use",
        heads: &["姓名", "学历"],
        rows: &[
            Given(&["张三", "大本"], GOES_IN, &[], &[("education", "大学本科毕业")]),
            Given(&["李四", "大学本科毕业"], GOES_IN, &[], &[("education", "大学本科毕业")]),
            Given(&["王五", "研究生(硕士)"], GOES_IN, &[], &[("education", "硕士研究生毕业")]),
            Given(&["赵六", "研究生（硕士）"], GOES_IN, &[], &[("education", "硕士研究生毕业")]),
            Given(&["钱七", "研究生"], WAITS, &[(Ask, K::TwoReadings)], &[("education", "")]),
        ],
    },
    Case {
        no: 43,
        what: "political status, and a League member over 28",
        heads: &["姓名", "政治面貌", "出生日期"],
        rows: &[
            Given(&["张三", "党员", "1990-03-07"], GOES_IN, &[], &[("political", "中共党员")]),
            Given(&["李四", "中共预备党员", "1990-03-07"], GOES_IN, &[], &[("political", "中共预备党员")]),
            Given(&["王五", "群众", "1990-03-07"], GOES_IN, &[], &[("political", "群众")]),
            Given(&["赵六", "团员", "1990-03-07"], WAITS, &[(Ask, K::LeagueOver28)], &[("political", "")]),
            Given(&["钱七", "团员", "2003-03-07"], GOES_IN, &[], &[("political", "共青团员")]),
        ],
    },
    Case {
        no: 44,
        what: "skill grades on the old and the new scale",
        heads: &["姓名", "技能等级"],
        rows: &[
            Given(&["张三", "高级"], WAITS, &[(Ask, K::TwoReadings)], &[("skillGrade", "")]),
            Given(&["李四", "三级"], GOES_IN, &[], &[("skillGrade", "senior")]),
            Given(&["王五", "高级工"], GOES_IN, &[], &[("skillGrade", "senior")]),
            Given(&["赵六", "高级技师"], GOES_IN, &[], &[("skillGrade", "seniorTechnician")]),
            Given(&["钱七", "首席技师"], GOES_IN, &[], &[("skillGrade", "chiefTechnician")]),
            Given(&["孙八", "一级"], WAITS, &[(Ask, K::TwoReadings)], &[("skillGrade", "")]),
            Given(&["周九", "无"], GOES_IN, &[], &[("skillGrade", "noGrade")]),
        ],
    },
    Case {
        no: 45,
        what: "household words, and an urban migrant worker",
        heads: &["姓名", "户籍类型", "是否农民工"],
        rows: &[
            Given(&["张三", "农业", "是"], GOES_IN, &[], &[("household", "农业家庭户口"), ("migrant", "是")]),
            Given(&["李四", "居民", "否"], GOES_IN, &[], &[("household", "居民户口"), ("migrant", "否")]),
            Given(&["王五", "", "是"], GOES_IN, &[], &[("household", ""), ("migrant", "是")]),
            Given(&["赵六", "非农", "是"], WAITS, &[(Ask, K::MigrantHousehold)], &[("migrant", "")]),
        ],
    },
];

/// A cell from its shorthand: `#n` a number, `#d` a date, `#f` a fault, else text.
pub(super) fn cell(text: &str) -> Cell {
    match text.split_once(' ') {
        Some(("#n", n)) => Cell::Number(Number(n.parse().unwrap())),
        Some(("#d", d)) => Cell::Date { date: d.parse().unwrap(), time: None, serial: 0.0 },
        Some(("#f", f)) => Cell::Fault(f.into()),
        _ if text.is_empty() => Cell::Empty,
        _ => Cell::Text(text.into()),
    }
}

/// A book of one page from rows of shorthand, the first row being row 1 of the file.
pub(super) fn book(rows: &[&[&str]]) -> Book {
    let row = |(i, cells): (usize, &&[&str])| Row {
        number: u32::try_from(i).unwrap() + 1,
        cells: (1..).zip(cells.iter().map(|c| cell(c))).filter(|(_, c)| *c != Cell::Empty).collect(),
    };
    let rows = rows.iter().enumerate().map(row).filter(|r| !r.cells.is_empty()).collect();
    let page = Page { name: "Sheet1".into(), hidden: false, rows, merges: Vec::new() };
    Book {
        pages: vec![page],
        sha256: "0".repeat(64),
        kind: Kind::Xlsx,
        encoding: None,
        hidden_rows: 0,
        epoch_1904: false,
    }
}

pub(super) fn preview(book: &Book, options: &Options) -> Preview {
    let today = NaiveDate::from_ymd_opt(TODAY.0, TODAY.1, TODAY.2).unwrap();
    read_roster(book, today, options, &mut |_, _| true).expect("a roster")
}

/// A stored value as text: lists joined, dates with their precision, nothing as the empty text.
pub(super) fn stored(row: &RosterRow, field: &str) -> String {
    let person = serde_json::to_value(&row.person).unwrap();
    let value = person.get(field).unwrap_or_else(|| panic!("no field {field}"));
    match value {
        Value::Null => String::new(),
        Value::String(s) => s.clone(),
        Value::Bool(b) => if *b { "是" } else { "否" }.to_owned(),
        Value::Array(a) => a.iter().filter_map(Value::as_str).collect::<Vec<_>>().join("、"),
        Value::Object(o) => format!("{} {}", o["date"].as_str().unwrap(), o["precision"].as_str().unwrap()),
        Value::Number(n) => n.to_string(),
    }
}

#[test]
fn each_case_of_the_field_has_its_exact_outcome() {
    let options = Options { founded_on: NaiveDate::from_ymd_opt(2008, 5, 1), ..Options::default() };
    for case in CASES {
        let mut table: Vec<&[&str]> = vec![case.heads];
        table.extend(case.rows.iter().map(|g| g.0));
        let read = preview(&book(&table), &options);
        assert_eq!(read.rows.len(), case.rows.len(), "case {}: people", case.no);
        for (row, Given(_, status, remarks, values)) in read.rows.iter().zip(case.rows) {
            let place = format!("case {} ({}), row {}", case.no, case.what, row.row);
            let mut found: Vec<(Severity, K)> = row.problems.iter().map(|p| (p.severity, p.kind)).collect();
            let mut wanted = remarks.to_vec();
            found.sort();
            wanted.sort();
            assert_eq!(found, wanted, "{place}: remarks");
            assert_eq!(row.status, *status, "{place}: state");
            for (field, value) in *values {
                assert_eq!(stored(row, field), *value, "{place}: stored {field}");
            }
            for p in &row.problems {
                assert!(p.message.starts_with(&format!("第{}行", row.row)), "{place}: {}", p.message);
                assert!(p.message.ends_with('。'), "{place}: a whole sentence");
                if let Some(id) = &row.person.id_number {
                    assert!(!p.message.contains(id.as_str()), "{place}: no ID number in a message");
                }
            }
        }
    }
    let numbers: Vec<u8> = CASES.iter().map(|c| c.no).collect();
    assert_eq!(numbers, (1..=24).chain(37..=45).collect::<Vec<u8>>(), "no case is left out");
}
