//! The first thing a person sees: the window opens by itself and offers its three doors.

use crate::harness::tell;

#[tokio::test]
async fn the_window_opens_and_offers_three_doors() {
    tell("opening", &[], |window| async move {
        window.read("打开示例工会").await;
        window.read("新建账本").await;
        window.read("选择账本所在的文件夹").await;
        window.shot("doors").await;
        let reached = window.ask("return performance.getEntriesByType('resource').map(it => it.name)").await;
        for address in reached.as_array().expect("a list") {
            let address = address.as_str().expect("text");
            assert!(
                address.starts_with("tauri://localhost/") || address.starts_with("ipc://"),
                "reached {address}"
            );
        }
    })
    .await;
}
