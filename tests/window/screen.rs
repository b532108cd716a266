//! How long page 1 of a paper takes from the click to the screen: measured, never judged. No story and no test, but a
//! program that needs their hands: `tests/bench/screen/run` calls it with the released window.

#![allow(clippy::expect_used, clippy::panic, reason = "a measurement that cannot be made stops")]

#[allow(dead_code, reason = "the stories need more of it")]
mod harness;

use std::time::Duration;

use serde_json::Value;

use crate::harness::{Window, tell};

/// Clicks `arguments[0]` and keeps in `window.looked` the milliseconds until the frame that shows the first page of
/// a paper, by the page's own clock, so that nothing between the driver and the page is counted.
const LOOK: &str = "window.looked = null;
    const begun = performance.now();
    const first = (it) => it.target.dataset.page === '1' && it.target.isConnected;
    const watch = new MutationObserver((changes) => {
      if (!changes.some(first)) return;
      watch.disconnect();
      requestAnimationFrame((now) => (window.looked = now - begun));
    });
    watch.observe(document.body, { subtree: true, attributes: true, attributeFilter: ['width'] });";
/// The papers that can be printed, in the order of their list.
const PAPERS: &str =
    "[...document.querySelectorAll('.papers .list button')].filter((e) => !e.querySelector('.mark.soon'))";
/// How often each paper is looked at again, each time from another one.
const AGAIN: usize = 7;

#[tokio::main]
async fn main() {
    let env = [("GONGHUI_E2E_NOW", "2026-11-16T09:00:00+08:00")];
    tell("screen", &env, |window| async move {
        window.press("打开示例工会").await;
        window.read("今日").await;
        // The program may do at rest what it does at rest.
        tokio::time::sleep(Duration::from_secs(3)).await;
        let cold = look(
            &window,
            "[...document.querySelectorAll('nav a, nav button')].find((e) => e.innerText.trim() === '文件')",
        )
        .await;
        println!("first paper of a sitting, with its page: {cold:.0} ms");
        let titles =
            window.ask(&format!("return {PAPERS}.map((e) => e.querySelector('strong').innerText)")).await;
        let titles: Vec<&str> = titles.as_array().expect("a list").iter().filter_map(Value::as_str).collect();
        assert!(titles.len() > 1, "the demo union has papers");
        println!("| paper | median ms | slowest ms |\n| :--- | ---: | ---: |");
        for (at, title) in titles.iter().enumerate() {
            let mut times = Vec::new();
            for _ in 0..AGAIN {
                look(&window, &format!("{PAPERS}[{}]", (at + 1) % titles.len())).await;
                times.push(look(&window, &format!("{PAPERS}[{at}]")).await);
            }
            times.sort_by(f64::total_cmp);
            println!("| {title} | {:.0} | {:.0} |", times[AGAIN / 2], times[AGAIN - 1]);
        }
    })
    .await;
}

/// Milliseconds from a click on `what` to its first page. Waits until the whole paper stands there too.
async fn look(window: &Window, what: &str) -> f64 {
    window.ask(&format!("{LOOK} ({what}).click();")).await;
    loop {
        let state = "return [window.looked, document.querySelector('.preview .number') !== null]";
        let state = window.ask(state).await;
        if let (Some(ms), Some(true)) = (state[0].as_f64(), state[1].as_bool()) {
            return ms;
        }
        tokio::time::sleep(Duration::from_millis(30)).await;
    }
}
