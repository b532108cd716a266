//! The one question that stands for all asks of a kind, so that seventeen dates are decided at once.

use super::model::{AskKind, ProblemKind as K};

/// The question, what taking the proposal does, and whether keeping the written value makes sense.
pub(super) fn question(kind: K, count: u32, sample: Option<&str>) -> AskKind {
    let like = sample.map(|s| format!("（例如 {s}）")).unwrap_or_default();
    let (question, proposal, can_keep): (&str, String, bool) = match kind {
        K::NameTwoLines => ("姓名分成了两行", format!("连起来作为一个姓名{like}"), false),
        K::NameRemark => ("姓名后面带有记号或附注", format!("去掉附注{like}"), true),
        K::NamePrivate => ("姓名里有老系统自造的字", "照原样保存，以后再改".into(), true),
        K::IdMissing => ("没有证件号码", "先导入，号码以后再补".into(), false),
        K::Id15Digits => ("证件号码是15位的旧号码", "换算成18位保存".into(), false),
        K::IdKindDiffers => ("证件类别与号码不一致", format!("按号码记类别{like}"), true),
        K::PersonTwice => ("同一个人出现了两次", "只导入第一次出现的那一行".into(), false),
        K::PersonMaybeTwice => ("姓名和电话相同，证件号码不同", "按两个人导入".into(), false),
        K::PersonMaybeKnown => (
            "账本里可能已有这个人（姓名或读音，加上电话、工号、出生日期，或者会员证号）",
            "就是这个人，不同的地方再逐项决定".into(),
            true,
        ),
        K::NameChanged => ("证件号码登记的是另一个姓名", format!("改过姓名，按这份表改{like}"), false),
        K::SameName => ("姓名相同，没有别的可以区分", "按不同的人导入".into(), false),
        K::SexDiffers => ("性别与证件号码不一致", format!("按证件号码{like}"), true),
        K::SexCode => ("性别代码的意思不清楚", format!("按证件号码{like}，没有号码的留空"), false),
        K::BirthDiffers => ("出生日期与证件号码不一致", format!("按证件号码{like}"), true),
        K::DateDot => ("日期只写了年和月，或丢了末尾的零", format!("按年月记{like}"), false),
        K::DateShortYear => ("日期的年份只有两位", format!("按最近的过去年份记{like}"), false),
        K::DateOrder => ("日期里月和日的先后不清楚", format!("按先月后日记{like}"), false),
        K::DateLunar => ("日期写的是农历", "有证件号码的按号码记，没有的留空".into(), false),
        K::DateOpen => ("该写日期的地方写了“至今”“长期”", "留空".into(), false),
        K::DateImpossible => ("日期不真实或认不出", "有证件号码的按号码记，没有的留空".into(), false),
        K::JoinedUnderAge => ("入会时不满法定就业年龄", "入会日期留空".into(), true),
        K::JoinedBeforeFounding => {
            ("入会日期早于本工会成立", format!("照原样保存（在原单位入会）{like}"), false)
        }
        K::ChangeBeforeJoining => ("会籍变化的日期早于入会", "会籍变化照记，日期留空".into(), false),
        K::DateFuture => ("日期还没有到", "留空".into(), true),
        K::WorkAfterHire => ("参加工作时间晚于进入本单位", "参加工作时间留空".into(), true),
        K::PhoneImpossible => ("电话号码不对", "电话留空".into(), false),
        K::PhoneNoArea => ("固定电话没有区号", "照原样保存".into(), true),
        K::UnknownValue => ("认不出的写法", "留空".into(), true),
        K::TwoReadings => ("有两种意思的写法", format!("按最可能的意思记{like}"), true),
        K::LeaguePastAge => ("共青团员已过离团年龄", format!("记为{}", sample.unwrap_or("群众")), true),
        K::MigrantHousehold => ("是农民工，户籍却是非农业户口", "仍按农民工记".into(), true),
        K::CellFault => ("公式没有结果", "留空".into(), false),
        K::ShopFromPage => ("表里没有部门这一列", format!("用工作表的名字作部门{like}"), false),
        K::ShopVariant => ("同一个部门写法不一", format!("统一成一种写法{like}"), true),
        K::ValueChanged => ("与账本里的不同", format!("按这份表改账本{like}"), false),
        K::MembershipDiffers => ("会籍与账本里的不同", format!("按这份表登记{like}"), false),
        K::UnderAge => ("不满法定就业年龄", "先导入，标记为未到用工年龄".into(), false),
        K::Deceased => ("写明已经去世", "这些行不导入".into(), false),
        K::CodeRepair => ("信用代码里有不会出现的字母", format!("改成校验对得上的代码{like}"), false),
        K::CodeOld => ("信用代码填的是旧注册号", "留空，以后再补".into(), true),
        K::CodeWrong => ("信用代码不对", "留空，以后再补".into(), false),
        K::CodeExchanged => ("工会代码和企业代码填错了列", format!("换回来{like}"), false),
        K::CodeSeveral => ("同一个单位有两个信用代码", format!("统一成一个{like}"), true),
        K::UnionCodeOther => ("工会代码是别的工会的", "照样导入，代码不记".into(), false),
        // Kinds that never ask: said plainly, should one ever be made to.
        _ => ("需要确认", format!("按建议处理{like}"), false),
    };
    AskKind { kind, count, question: format!("{count}处{question}"), proposal, can_keep }
}
