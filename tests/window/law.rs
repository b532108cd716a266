//! The law as a chair looks it up: from a duty's drawing to all rules of its matter, then by article, by what changed
//! this year, and to two binding numbers side by side.

use crate::harness::tell;

#[tokio::test]
async fn a_chair_follows_a_day_to_its_law() {
    tell("law", &[("GONGHUI_E2E_NOW", "2026-11-16T09:00:00+08:00")], |window| async move {
        window.press("打开示例工会").await;
        window.read("逾期").await;
        window.see("button.why").await.click().await.expect("the day explains itself");
        window.see("figure.drawing svg rect.counted").await;
        window.shot("drawing").await;
        window.press("到法规页看这一件事的各条规定").await;
        window.read("同一件事的其他规定").await;
        window.shot("matter").await;
        window.press("关闭").await;
        window.write("搜索法规的字词或条款", "第22条 报送").await;
        window.read("自签订之日起七日内由企业报送").await;
        window.press_row("自签订之日起七日内由企业报送").await;
        window.read("并排比较").await;
        window.shot("conflict").await;
        window.press("关闭").await;
        window.write("搜索法规的字词或条款", "没有这样的规定").await;
        window.read("换一个说法试试").await;
        window.press("清除条件").await;
        window.press_beginning("职业病").await;
        window.tick_nth("今年有变动", 1).await;
        window.read("粉尘").await;
        window.shot("changed").await;
    })
    .await;
}
