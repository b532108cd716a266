//! Cases 21 to 24 and 37 to 45 of the field: phones, dates and words.

use super::super::ProblemKind as K;
use super::super::Severity::{Ask, Note};
use super::cases::{Case, GOES_IN, Given, MAN, MAN_2, PHONE, WAITS, WOMAN, WOMAN_2};

pub(super) const CASES: &[Case] = &[
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
        what: "joined under age, before the founding, in the future",
        heads: &["姓名", "证件号码", "入会日期"],
        rows: &[
            Given(&["张三", MAN, "2006-03-06"], WAITS, &[(Ask, K::JoinedUnderAge)], &[("joinedOn", "")]),
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
            Given(&["赵六", "团员", "1990-03-07"], WAITS, &[(Ask, K::LeaguePastAge)], &[("political", "")]),
            Given(&["钱七", "团员", "2003-03-07"], GOES_IN, &[], &[("political", "共青团员")]),
            Given(&["孙八", "团员", "1998-11-16"], WAITS, &[(Ask, K::LeaguePastAge)], &[("political", "")]),
            Given(&["周九", "团员", "1998-11-17"], GOES_IN, &[], &[("political", "共青团员")]),
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
