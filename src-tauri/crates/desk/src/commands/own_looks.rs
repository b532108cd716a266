//! Who looked at one person's guarded data, as the copy of their own data tells it: a list, a small picture and a file are a look
//! each time they are drawn, which the access log keeps one by one and the person reads as one row a day. How looks are kept is
//! `ledger`'s; the log itself is told in `sight`.

use affairs::members::papers::LookLine;
use ledger::Look;

use crate::Problem;
use crate::open::Open;

/// Looks in one go.
const SLICE: u32 = 500;

/// What was done, by the kind of look; the same words as in the window's log.
const KINDS: &[(&str, &str)] = &[
    ("sight.reveal", "开始查看"),
    ("ledger.recoverySheet", "看或打印恢复单"),
    ("union.get", "看工会银行账号"),
    ("members.search", "看花名册"),
    ("members.get", "看一人"),
    ("members.flags", "看会员标记的来源和备注"),
    ("members.duplicates", "查重"),
    ("members.compare", "并排核对两个人"),
    ("members.export", "导出花名册"),
    ("members.printList", "打印名单"),
    ("members.origins", "看资料来源"),
    ("pay.list", "看工资数据"),
    ("pay.get", "看一期工资数据"),
    ("contract.get", "照选定的方案填合同里的平均工资"),
    ("negotiation.checkOffer", "照工资数据填履行检查"),
    ("pay.lines", "看个人工资"),
    ("pay.origin", "看工资来源"),
    ("pay.figures", "看工资结构"),
    ("pay.printFigures", "打印工资结构"),
    ("pay.simulator", "打开测算"),
    ("pay.simulate", "测算增资方案"),
    ("members.saveUpload", "存上报表"),
    ("dossier.get", "看电子档案"),
    ("members.healthPaper", "打印写有健康情况的文书"),
    ("members.ownData", "出本人信息副本"),
    ("members.identityPaper", "打印写有完整号码的文书"),
    ("members.readApplicants", "核对入会名单"),
    ("members.duesMonth", "看一个月的会费"),
    ("members.duesPerson", "看一人的会费"),
    ("members.duesArrears", "看会费欠缴名单"),
    ("members.duesEntries", "看会费收款"),
    ("members.duesEntry", "看一笔会费收款"),
    ("members.readDues", "核对会费名单"),
    ("members.duesPaper", "出会费文书、表格"),
    ("leave.payment", "出未休年休假报酬计算单"),
    ("leave.waiver", "打印写有放弃理由的年休假确认书"),
    ("hardship.get", "查看困难职工档案"),
    ("hardship.aids", "查看帮扶慰问台账"),
    ("hardship.aid", "查看一次帮扶慰问"),
    ("hardship.sheet", "打印困难职工档案表"),
    ("leave.person", "查看年休假登记"),
    ("recuperation.batch", "查看疗休养名单"),
    ("files.list", "看附件名称里的完整号码"),
    ("files.open", "打开个人附件"),
    ("files.save", "另存个人附件"),
    ("files.thumbnail", "看个人附件的小图"),
    ("files.drawn", "看个人附件的小图"),
    ("forms.fill", "填写上级表格"),
    ("archive.make", "出归档包"),
    ("history.of", "看个人记录的来历"),
    ("letters.get", "看监督案件的反映人"),
    ("appeals.get", "看职工诉求的诉求人"),
    ("history.step", "看流水的一步"),
    ("history.export", "导出流水"),
    ("drafts.takeOver", "接过离任人员的草稿"),
    ("drafts.get", "接着填草稿"),
];

/// Every look at a person, the newest first: one line a day, whoever looked, what for and what at, with how often.
pub(super) fn of_person(open: &Open, person: &str) -> Result<Vec<LookLine>, Problem> {
    let (mut lines, mut before) = (Vec::new(), None);
    loop {
        let looks = open.ledger.looks(before, Some(person), SLICE)?;
        let last = looks.last().map(|look| look.seq);
        for look in looks {
            count(&mut lines, look);
        }
        match last {
            Some(seq) => before = Some(seq),
            None => return Ok(lines),
        }
    }
}

/// Counts a look to the line of its day, or begins one.
fn count(lines: &mut Vec<LookLine>, look: Look) {
    let on: String = look.at.chars().take(10).collect();
    let what = words(&look.kind);
    let same = |line: &&mut LookLine| {
        line.on == on && line.who == look.actor_name && line.what == what && line.purpose == look.purpose
    };
    if let Some(line) = lines.iter_mut().find(same) {
        line.times += 1;
        return;
    }
    lines.push(LookLine { on, who: look.actor_name, what: what.to_owned(), purpose: look.purpose, times: 1 });
}

fn words(kind: &str) -> &'static str {
    KINDS.iter().find(|(name, _)| *name == kind).map_or("其他查看", |known| known.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_s_log_has_the_same_words() {
        let page = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../ui/src/text/desk.ts");
        let page = std::fs::read_to_string(page).unwrap();
        let (before, _) = page.split_once("\n  } as Record<string, string>,\n  otherKind").unwrap();
        let mut windows: Vec<&str> =
            before.lines().rev().map(str::trim).take_while(|line| line.starts_with('"')).collect();
        let mut ours: Vec<String> =
            KINDS.iter().map(|(kind, words)| format!("\"{kind}\": \"{words}\",")).collect();
        windows.sort_unstable();
        ours.sort_unstable();
        assert_eq!(ours, windows);
    }

    #[test]
    fn looks_of_a_day_at_the_same_for_the_same_are_one_line_with_their_count() {
        let look = |at: &str, kind: &str, purpose: &str| Look {
            seq: 1,
            at: format!("{at}:00.000+08:00"),
            actor_name: "张敏".to_owned(),
            kind: kind.to_owned(),
            purpose: purpose.to_owned(),
            subjects: vec!["p".to_owned()],
            erased_by: None,
        };
        let mut lines = Vec::new();
        for one in [
            look("2026-11-19T09:30", "files.thumbnail", "核对入会申请"),
            look("2026-11-19T09:20", "members.get", "核对入会申请"),
            look("2026-11-19T09:10", "files.thumbnail", "核对入会申请"),
            look("2026-11-19T09:00", "members.get", "办理退休"),
            look("2026-11-18T09:00", "files.thumbnail", "核对入会申请"),
            look("2026-11-18T08:00", "later.come", "核对入会申请"),
        ] {
            count(&mut lines, one);
        }
        let told: Vec<(&str, &str, &str, u32)> = lines
            .iter()
            .map(|line| (line.on.as_str(), line.what.as_str(), line.purpose.as_str(), line.times))
            .collect();
        assert_eq!(
            told,
            [
                ("2026-11-19", "看个人附件的小图", "核对入会申请", 2),
                ("2026-11-19", "看一人", "核对入会申请", 1),
                ("2026-11-19", "看一人", "办理退休", 1),
                ("2026-11-18", "看个人附件的小图", "核对入会申请", 1),
                ("2026-11-18", "其他查看", "核对入会申请", 1),
            ]
        );
    }
}
