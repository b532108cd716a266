//! The whole story in one sitting: found a ledger, import the roster, negotiate, meet, print the minutes, lock,
//! come back, and look after the ledger: people, copies, check, journal, trash. What the person gets in the end,
//! the PDF, is judged by another program.

use std::path::Path;
use std::process::Command;

use crate::harness::{Window, root, tell};

/// An invented union; its code has the union's prefix and a right check digit.
const CODE: &str = "81360000MA5ABCDE51";
/// The chair's passphrase.
pub const PASSPHRASE: &str = "晨雾 拖拉机 算盘 四季豆";

#[tokio::test]
async fn a_chair_goes_from_nothing_to_printed_minutes() {
    let desk = tempfile::tempdir().expect("a folder for what the chair saves");
    let at = |name: &str| desk.path().join(name);
    let (sheet, minutes, opened) = (at("恢复单.pdf"), at("会议纪要.pdf"), at("opened"));
    let stick = at("U盘");
    std::fs::create_dir(&stick).expect("a stick");
    let roster = root().join("assets/demo/roster.xlsx");
    let picks = [sheet.clone(), roster.clone(), minutes.clone(), roster, stick.clone()];
    let list = picks.iter().map(|it| format!("{}\n", it.display())).collect::<String>();
    std::fs::write(at("picks"), list).expect("the script of the dialogs");
    let script = format!("@{}", at("picks").display());
    let record = opened.display().to_string();
    let env = [
        ("GONGHUI_E2E_PICK", &*script),
        ("GONGHUI_E2E_OPENED", &*record),
        ("GONGHUI_E2E_NOW", "2026-11-16T09:00:00+08:00"),
    ];

    let saved = minutes.clone();
    tell("whole", &env, |window| async move {
        found(&window).await;
        assert!(sheet.is_file(), "the recovery sheet was saved where the dialog said");
        import(&window).await;
        negotiate(&window).await;
        meet(&window).await;
        print(&window).await;
        lent_papers_go_with_the_lock(&window, &opened).await;
        keep_a_draft_and_a_file(&window).await;
        look_after_people(&window).await;
        look_after_copies(&window, &stick).await;
        look_back(&window).await;
    })
    .await;
    judge(&saved);
}

/// Founds a ledger; the next dialog says where the recovery sheet goes.
pub async fn found(window: &Window) {
    window.press("新建账本").await;
    window.write("工会名称", "江西云岭机械有限公司工会委员会").await;
    window.write("统一社会信用代码", CODE).await;
    window.write("用人单位名称", "江西云岭机械有限公司").await;
    window.read("代码正确").await;
    window.press("下一步").await;
    window.choose("省（自治区、直辖市）", "江西省").await;
    window.press("下一步").await;
    window.write("您的姓名", "刘春梅").await;
    window.write("口令", PASSPHRASE).await;
    window.write("再输入一次口令", PASSPHRASE).await;
    window.read("强度：").await;
    window.shot("founding").await;
    window.press("建立账本").await;
    window.paper().await;
    window.press("另存为 PDF").await;
    window.read("已保存“恢复单.pdf”").await;
    window.shot("recovery-sheet").await;
    window.press("我已打印并收好").await;
    window.read("刘春梅（主席）").await;
}

async fn import(window: &Window) {
    window.press("会员").await;
    window.press("导入花名册").await;
    window.press("选择文件").await;
    window.press_beginning("导入 3").await;
    window.read("已导入 3").await;
    window.shot("members").await;
    window.press("撤销：导入花名册").await;
    window.read("花名册里还没有人").await;
    window.press("重做：导入花名册").await;
    window.write("查找会员", "jjy").await;
    window.read("姜佳怡").await;
}

async fn negotiate(window: &Window) {
    window.press("协商").await;
    window.press("开始 2026 年度工资集体协商").await;

    representatives(window, ["黄兴旺", "陈小红", "董文斌"].map(str::to_owned)).await;

    window.press("填写协商意向书").await;
    window.write("致（对方单位）", "江西云岭机械有限公司").await;
    window.write("落款日期", "2026-11-02").await;
    window.write("对方收到日期", "2026-11-03").await;
    window.write("签收人", "周建国").await;
    window.write("联系人和电话", "刘春梅 0791-00000000").await;
    window.write("第 1 个议题", "年度工资调整幅度").await;
    window.write("第 1 个议题的方案", "月平均工资增加 6%").await;
    window.press("高温津贴").await;
    window.write("第 2 个议题的方案", "每人每月 300 元，发四个月").await;
    window.write("提出协商的理由", "上年度集体合同将于年底到期。").await;
    // Held on paper before the affair was begun in the ledger.
    window.write("补录说明", "据纸质档案补录").await;
    window.press("保存").await;

    window.press("登记对方答复").await;
    window.choose("答复意见", "同意协商").await;
    window.write("答复日期", "2026-11-06").await;
    window.write("答复人", "周建国").await;
    window.write("答复内容", "同意就两个议题协商。").await;
    window.write("补录说明", "据纸质档案补录").await;
    window.press("保存").await;
}

/// Three of a side, the first of each its chief: ours by name from the roster, the firm's as they are given.
pub async fn representatives(window: &Window, ours: [String; 3]) {
    window.press("登记双方代表").await;
    for (row, name) in (1..).zip(&ours) {
        window.write_nth("姓名", row, name).await;
        window.press_beginning(name).await;
    }
    for (row, name, post) in
        [(4, "周建国", "总经理"), (5, "冯伟民", "生产副总经理"), (6, "何晓燕", "财务部经理")]
    {
        window.write_nth("姓名", row, name).await;
        window.write_nth("职务或岗位", row, post).await;
    }
    window.tick_nth("首席代表", 1).await;
    window.tick_nth("首席代表", 4).await;
    window.shot("representatives").await;
    window.press("保存").await;
}

async fn meet(window: &Window) {
    window.press("记录第 1 轮会议").await;
    window.write("日期", "2026-11-13").await;
    window.write("开始", "09:00").await;
    window.write("结束", "11:30").await;
    window.write("地点", "办公楼三楼会议室").await;
    window.write("记录员", "姜佳怡").await;
    window.press_beginning("姜佳怡").await;
    window.choose("年度工资调整幅度 结果", "达成一致").await;
    window.write_nth("企业方意见", 1, "同意增加 5%").await;
    window.write("一致的文字", "自 2027 年 1 月起月平均工资增加 5.5%。").await;
    window.choose("高温津贴 结果", "下轮续议").await;
    window.write_nth("企业方意见", 2, "需核算全年费用后答复").await;
    window.press("增加承诺").await;
    window.write("承诺事项", "提供近三年高温津贴发放明细").await;
    window.write("负责人", "何晓燕").await;
    window.write("完成期限", "2026-11-20").await;
    window.write("补录说明", "据纸质档案补录").await;
    window.paper().await;
    window.shot("meeting").await;
    window.press("保存会议").await;
    window.read("已保存第 1 轮会议").await;
    window.shot("affair").await;
}

async fn print(window: &Window) {
    window.press("文件").await;
    window.press_holding("纪要").await;
    window.paper().await;
    window.shot("minutes").await;
    window.press("另存为 PDF").await;
    window.read("已保存“会议纪要.pdf”").await;
    window.press("打印").await;
}

/// What was opened to be printed lies in a private folder and is gone when the ledger is locked; then only the
/// right passphrase leads back.
async fn lent_papers_go_with_the_lock(window: &Window, opened: &Path) {
    use std::os::unix::fs::PermissionsExt;
    let lent = window.line_of(opened).await;
    let lent = Path::new(&lent);
    assert!(lent.starts_with(window.home()), "lent outside the story's home: {}", lent.display());
    let folder = lent.parent().expect("a folder").metadata().expect("it is there");
    assert_eq!(folder.permissions().mode() & 0o777, 0o700, "others can enter the folder of lent papers");
    assert!(std::fs::read(lent).expect("it is there").starts_with(b"%PDF"));

    window.press("锁定").await;
    window.write("口令", "不是这一句").await;
    window.press("打开账本").await;
    assert!(!lent.exists(), "a lent paper outlives the lock");
    window.see("[role='alert']").await;
    window.shot("wrong-passphrase").await;
    window.write("口令", PASSPHRASE).await;
    window.press("打开账本").await;
    window.read("刘春梅（主席）").await;
    window.shot("today").await;
}

/// What was typed and not saved is offered after the lock; a file goes onto the affair.
async fn keep_a_draft_and_a_file(window: &Window) {
    window.press("协商").await;
    window.press_holding("2026年度工资集体协商").await;
    window.press("记录第 2 轮会议").await;
    window.write("地点", "食堂二楼").await;
    window.press("锁定").await;
    window.write("口令", PASSPHRASE).await;
    window.press("打开账本").await;
    window.press("协商").await;
    window.press_holding("2026年度工资集体协商").await;
    window.press("记录第 2 轮会议").await;
    window.read("上次没有保存完的草稿").await;
    window.press("继续填写").await;
    window.reads("地点", "食堂二楼").await;
    window.press("丢弃草稿").await;
    // Asked once: a dropped draft cannot be had back.
    window.press_last("丢弃草稿").await;
    window.press("添加附件").await;
    window.read("已添加“roster.xlsx”").await;
    window.shot("attachment").await;
}

/// A second person with a passphrase of their own, and identity shown for a purpose.
async fn look_after_people(window: &Window) {
    window.press("设置").await;
    window.press("经办人").await;
    window.read("现在只有一个人有口令").await;
    window.press("添加人员").await;
    window.write("姓名", "熊秀英").await;
    window.write("口令（请本人输入）", "青石板 汽笛 七点半").await;
    window.write("再输入一次口令", "青石板 汽笛 七点半").await;
    window.press("添加人员").await;
    window.read("已添加“熊秀英”").await;
    window.shot("people").await;
    window.press("会员").await;
    window.press("显示完整号码").await;
    window.write("用途", "核对入会申请").await;
    window.press("显示并记录").await;
    window.read("重新隐去").await;
    window.press("重新隐去").await;
    window.press("设置").await;
    window.press("查阅记录").await;
    window.read("核对入会申请").await;
    window.shot("access-log").await;
}

/// Copies here and on the stick, looked into; and the check that finds nothing.
async fn look_after_copies(window: &Window, stick: &Path) {
    window.press("备份与恢复").await;
    window.press("立即备份").await;
    window.read("已备份").await;
    window.press("备份到 U 盘或文件夹").await;
    window.read("上次备份到电脑之外").await;
    assert!(std::fs::read_dir(stick).expect("the stick").next().is_some(), "a copy lies on the stick");
    window.press("查看").await;
    window.read("恢复到这一份").await;
    window.shot("copies").await;
    window.press("检查账本").await;
    window.press("开始检查").await;
    window.read("没有发现问题").await;
    window.shot("check").await;
}

/// The journal with a step opened; someone removed comes back from the trash; everything found by one search.
async fn look_back(window: &Window) {
    window.press("会员").await;
    window.write("查找会员", "jjy").await;
    window.press_row("姜佳怡").await;
    window.press("移出花名册").await;
    window.press_last("移出花名册").await;
    window.read("已把“姜佳怡”移出花名册").await;
    window.press("流水").await;
    window.press_holding("刘春梅 移除人员").await;
    window.read("撤销这一步").await;
    window.shot("journal").await;
    window.press("设置").await;
    window.press("回收站").await;
    window.read("姜佳怡").await;
    window.shot("trash").await;
    window.press("恢复").await;
    window.read("已恢复“姜佳怡”").await;
    window.write("搜索人员、事项、文件", "高温津贴").await;
    window.read("议题").await;
    window.shot("search").await;
}

/// A paper's words as another program reads them.
pub fn text_of(pdf: &Path) -> String {
    let out =
        Command::new("pdftotext").arg(pdf).arg("-").output().expect("pdftotext: apt install poppler-utils");
    String::from_utf8_lossy(&out.stdout).split_whitespace().collect()
}

/// The minutes as another program reads them: every fact of the meeting, in a font that travels with the file.
fn judge(pdf: &Path) {
    let run = |program: &str, words: &[&str]| {
        let out = Command::new(program)
            .args(words)
            .arg(pdf)
            .output()
            .unwrap_or_else(|error| panic!("{program}: {error}"));
        (out.status.success(), String::from_utf8_lossy(&out.stdout).into_owned())
    };
    let text = text_of(pdf);
    for fact in [
        "办公楼三楼会议室",
        "黄兴旺",
        "周建国",
        "何晓燕",
        "姜佳怡",
        "年度工资调整幅度",
        "同意增加5%",
        "自2027年1月起月平均工资增加5.5%。",
        "高温津贴",
        "需核算全年费用后答复",
        "提供近三年高温津贴发放明细",
    ] {
        assert!(text.contains(fact), "the minutes do not say “{fact}”:\n{text}");
    }
    let (whole, said) = run("qpdf", &["--check"]);
    assert!(whole, "{said}");
    let (_, fonts) = run("pdffonts", &[]);
    let fonts: Vec<&str> = fonts.lines().skip(2).collect();
    assert!(!fonts.is_empty());
    for font in fonts {
        assert!(font.contains(" yes yes yes "), "not embedded, cut and readable: {font}");
    }
}
