//! From a payroll of fifty people to the signed contract, as one person does it: the wages taken in and looked at, a rise tried and
//! chosen, offered, agreed upon, written into the contract, passed, signed and printed. The hands are counted.

use std::path::Path;

use rust_xlsxwriter::{Format, Workbook};
use sheet::{Value, Writer};

use crate::harness::{Hands, Window, tell};
use crate::whole::{found, representatives, text_of};

/// What the hands do from the payroll to the signed contract: more is a page that asks twice.
const HANDS: Hands = Hands { pressed: 56, typed: 57 };

/// A name of two characters that no other has.
fn name(n: usize) -> String {
    let digits = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬', '癸'];
    format!("职工{}{}", digits[n / 10], digits[n % 10])
}

/// The fifty on the roster, and one who is on unpaid leave.
fn roster(file: &Path) {
    let mut book = Writer::new("花名册").expect("a page");
    book.head(&["姓名", "性别", "部门", "工号", "岗位", "用工形式", "入职日期"]).expect("a head");
    for n in 1..=51 {
        let number = format!("G{n:03}");
        let name = name(n);
        let sex = if n % 3 == 0 { "女" } else { "男" };
        let cells: [&str; 7] = [&name, sex, shop(n), &number, "操作工", "劳动合同", "2019-03-01"];
        book.row(&cells.map(|cell| Value::Text(cell.to_owned()))).expect("a row");
    }
    book.save(file).expect("a roster");
}

/// What finance sends of October: heads in two rows, a subtotal of each shop, one who was given another's number.
fn payroll(file: &Path) {
    let plain = Format::new();
    let mut book = Workbook::new();
    let page = book.add_worksheet();
    page.set_name("10月").expect("a name");
    page.merge_range(0, 0, 0, 5, "2026年10月工资表", &plain).expect("a title");
    for (column, head) in [(0, "工号"), (1, "姓名"), (2, "部门")] {
        page.merge_range(1, column, 2, column, head, &plain).expect("a head");
    }
    page.merge_range(1, 3, 1, 5, "应发项目", &plain).expect("a head over three");
    for (column, head) in [(3, "基本工资"), (4, "绩效"), (5, "合计")] {
        page.write_string(2, column, head).expect("a head below it");
    }
    let (mut row, mut sum) = (3, 0);
    for n in 1..=50 {
        let pay = 4200 + 60 * i32::try_from(n).expect("small");
        let number = if n == 7 { 51 } else { n };
        let texts = [format!("G{number:03}"), name(n), shop(n).to_owned()];
        for (column, text) in (0..).zip(texts) {
            page.write_string(row, column, text).expect("a text");
        }
        for (column, part) in (3..).zip([2500, pay - 2500, pay]) {
            page.write_number(row, column, part).expect("a sum");
        }
        (row, sum) = (row + 1, sum + pay);
        if n == 40 || n == 50 {
            page.write_string(row, 0, format!("{}小计", shop(n))).expect("a subtotal");
            page.write_number(row, 5, sum).expect("its sum");
            (row, sum) = (row + 1, 0);
        }
    }
    book.save(file).expect("a payroll");
}

/// Where somebody works.
fn shop(n: usize) -> &'static str {
    if n <= 40 { "焊接车间" } else { "办公室" }
}

#[tokio::test]
async fn a_payroll_of_fifty_becomes_a_signed_contract() {
    let desk = tempfile::tempdir().expect("a folder for what the chair saves");
    let at = |name: &str| desk.path().join(name);
    let (sheet, people, wages, contract) =
        (at("恢复单.pdf"), at("花名册.xlsx"), at("10月工资.xlsx"), at("工资集体合同.pdf"));
    roster(&people);
    payroll(&wages);
    let picks = [&sheet, &people, &wages, &contract];
    let list = picks.iter().map(|it| format!("{}\n", it.display())).collect::<String>();
    std::fs::write(at("picks"), list).expect("the script of the dialogs");
    let script = format!("@{}", at("picks").display());
    let env = [("GONGHUI_E2E_PICK", &*script), ("GONGHUI_E2E_NOW", "2026-11-16T09:00:00+08:00")];

    let saved = contract.clone();
    tell("wages", &env, |window| async move {
        found(&window).await;
        window.press("会员").await;
        window.press("导入花名册").await;
        window.press("选择文件").await;
        window.press_beginning("导入 51").await;
        window.read("已导入 51").await;
        let before = window.hands();
        take_in(&window).await;
        try_a_rise(&window).await;
        offer(&window).await;
        agree(&window).await;
        write_the_contract(&window).await;
        pass_and_sign(&window).await;
        print(&window).await;
        let after = window.hands();
        let done = Hands { pressed: after.pressed - before.pressed, typed: after.typed - before.typed };
        assert_eq!(done, HANDS, "from the payroll to the signed contract");
    })
    .await;
    judge(&saved);
}

/// The payroll, and what it says.
async fn take_in(window: &Window) {
    window.press("协商").await;
    window.press("工资数据").await;
    window.press("导入工资表").await;
    window.press("选择文件").await;
    window.read("应发合计").await;
    window.read("还有 1 处没有决定").await;
    window.shot("payroll").await;
    // The number is that of somebody who is not in the table: the wage stays with the name that stands there.
    window.choose("工号和姓名对不上，全部同样处理", "不是，不对应到人").await;
    window.read("都决定好了").await;
    window.shot("payroll-decided").await;
    window.press_beginning("导入 50 行").await;
    window.read("已导入 50 人的工资").await;
    window.press("工资结构").await;
    window.press("显示个人工资").await;
    window.write("用途", "准备工资协商").await;
    window.press("显示并记录").await;
    window.read("正在显示全部数字").await;
    window.shot("figures").await;
}

/// The year's talks, and for them a rise of six percent, kept under a name, chosen and written into the offer.
async fn try_a_rise(window: &Window) {
    window.press("协商").await;
    window.press_beginning("开始 2026").await;
    // The new affair opens by itself, once it is kept.
    window.read("还没有登记征集的意见").await;
    window.press("协商").await;
    window.press("测算").await;
    window.write("增长（%）", "6").await;
    window.read("平均增幅").await;
    window.write("方案名称", "普遍增长6%").await;
    window.press("保存").await;
    window.press("选定").await;
    window.press("写进协商议题").await;
    window.read("已写进协商议题").await;
    window.shot("simulator").await;
}

async fn offer(window: &Window) {
    window.press("协商").await;
    window.press_holding("2026年度工资集体协商").await;
    representatives(window, [7, 8, 9].map(name)).await;
    window.press("填写协商意向书").await;
    window.shot("offer").await;
    window.write("对方收到日期", "2026-11-16").await;
    window.write("签收人", "周建国").await;
    window.write("联系人和电话", "刘春梅 0791-00000000").await;
    window.write("提出协商的理由", "上年度集体合同将于年底到期。").await;
    window.press("保存").await;
    window.press("登记对方答复").await;
    window.choose("答复意见", "同意协商").await;
    window.write("答复人", "周建国").await;
    window.press("保存").await;
}

/// One meeting comes to an agreement.
async fn agree(window: &Window) {
    window.press("记录第 1 轮会议").await;
    window.write("开始", "09:00").await;
    window.write("结束", "11:30").await;
    window.write("地点", "办公楼三楼会议室").await;
    window.write("记录员", &name(10)).await;
    window.press_beginning(&name(10)).await;
    window.choose("工资增长 结果", "达成一致").await;
    window.write_nth("企业方意见", 1, "同意").await;
    window.write("一致的文字", "自2027年1月1日起，全体职工月工资普遍增长6%。").await;
    window.shot("meeting").await;
    window.press("保存会议").await;
    window.read("已保存第 1 轮会议").await;
}

async fn write_the_contract(window: &Window) {
    window.press("起草和检查").await;
    window.press("从条款库起草").await;
    window.shot("draft").await;
    window.press("填空").await;
    window.shot("blanks").await;
    for (blank, value) in BLANKS {
        window.write(blank, value).await;
    }
    window.choose("工资分配制度", "岗位绩效工资制").await;
    window.choose("工资分配形式", "计时工资").await;
    window.choose("加班工资基数", "劳动合同约定的工资").await;
    window.choose("检查周期", "每半年").await;
    // What the chosen scenario says of the averages and the rise.
    for (blank, known) in
        [("上年月平均工资", "填入 5,730"), ("工资增长幅度", "填入 6%"), ("本年月平均工资", "填入 6,073.80")]
    {
        window.press(known).await;
        window.read(&format!("“{blank}”已填")).await;
    }
    window.press_beginning("检查").await;
    window.press("放进一致的文字").await;
    window.read("没有必须改的").await;
    window.shot("findings").await;
}

/// What the chair types into the contract.
const BLANKS: [(&str, &str); 23] = [
    ("工会法定代表人", "刘春梅"),
    ("工会地址和电话", "云岭路1号"),
    ("企业法定代表人", "周建国"),
    ("企业地址和电话", "云岭路1号"),
    ("合同起日", "2027-01-01"),
    ("合同止日", "2027-12-31"),
    ("企业最低月工资", "2300"),
    ("当地最低月工资", "2100"),
    ("当地标准执行日", "2026-04-01"),
    ("增资执行日", "2027-01-01"),
    ("夜班津贴", "20"),
    ("班组长津贴", "200"),
    ("室外高温津贴", "300"),
    ("室内高温津贴", "200"),
    ("发薪日", "15"),
    ("工作日加班比例", "150"),
    ("休息日加班比例", "200"),
    ("法定休假日加班比例", "300"),
    ("答复变更日数", "20"),
    ("补足工资日数", "15"),
    ("监督小组每方人数", "3"),
    ("协商争议日数", "30"),
    ("合同份数", "5"),
];

/// The draft goes through the congress and is signed.
async fn pass_and_sign(window: &Window) {
    window.press_holding("2026年度工资集体协商").await;
    window.press("登记草案").await;
    window.press("保存").await;
    window.press("登记表决").await;
    window.write("届次", "第一届职工代表大会第三次会议").await;
    for (field, people) in [("应到人数", "45"), ("实到人数", "42"), ("发出选票", "42"), ("收回选票", "42")]
    {
        window.write(field, people).await;
    }
    window.reads("主持人", "刘春梅").await;
    window.reads("主持人职务", "工会主席").await;
    window.write("计票人", &name(11)).await;
    window.write("监票人", &name(12)).await;
    window.write("2026年度工资集体合同的赞成票", "40").await;
    window.write("2026年度工资集体合同的反对票", "1").await;
    window.write("2026年度工资集体合同的弃权票", "1").await;
    window.shot("vote").await;
    window.press("保存").await;
    window.read("已登记表决").await;
    window.press("登记签字").await;
    window.write("正本份数", "4").await;
    window.press("保存").await;
    window.read("登记报送").await;
    window.shot("signed").await;
}

async fn print(window: &Window) {
    window.press("起草和检查").await;
    window.press("预览和打印").await;
    window.paper().await;
    window.shot("contract").await;
    window.press("另存为 PDF").await;
    window.read("已保存“工资集体合同.pdf”").await;
}

/// The contract as another program reads it.
fn judge(pdf: &Path) {
    let text = text_of(pdf);
    for fact in
        ["江西云岭机械有限公司", "周建国", "2027年1月1日", "全体职工月工资普遍增长6%", "6,073.80", "2,300"]
    {
        assert!(text.contains(fact), "the contract does not say “{fact}”:\n{text}");
    }
}
