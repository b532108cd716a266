//! Cases 1 to 20 of the field: numbers of documents and names.

use super::super::ProblemKind as K;
use super::super::Severity::{Ask, Note, Stop};
use super::cases::{Case, GOES_IN, Given, ID, MAN, MAN_2, STOPS, WAITS, WOMAN, WOMAN_2};

pub(super) const CASES: &[Case] = &[
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
];
