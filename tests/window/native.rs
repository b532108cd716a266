//! The demo union on the desk: its pictures stand in the README. And the system's own file dialogs: what the other
//! stories answer by script is chosen here by hand, in the dialog a person sees.

use crate::harness::{root, tell};

#[tokio::test]
async fn files_are_chosen_in_the_systems_own_dialogs() {
    let env = [("GONGHUI_E2E_NOW", "2026-11-16T09:00:00+08:00")];
    tell("native", &env, |window| async move {
        window.press_beginning("打开示例工会").await;
        window.read("2026年11月19日 星期四").await;
        window.read("三十天内").await;
        window.shot("today").await;
        window.press("协商").await;
        window.press_holding("2026年度工资集体协商").await;
        window.press_last("打开").await;
        window.paper().await;
        window.shot("meeting").await;

        window.press("会员").await;
        window.press("导出 Excel").await;
        let saved = window.home().join("roster-out.xlsx");
        window.answer_dialog("导出花名册", &saved).await;
        window.read("已导出 324 人到“roster-out.xlsx”").await;
        assert!(std::fs::read(&saved).expect("it was saved").starts_with(b"PK"), "a workbook was saved");
        window.shot("exported").await;

        window.press("导入花名册").await;
        window.press("选择文件").await;
        window.answer_dialog("选择花名册文件", &root().join("assets/demo/roster.xlsx")).await;
        window.read("roster.xlsx").await;
        window.read("可导入").await;
        window.shot("import").await;
    })
    .await;
}
