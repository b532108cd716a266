//! What happens when the page never says that it stands: after a while a native message tells the person why
//! and offers the way out, instead of an empty window or none.

use std::sync::atomic::Ordering;
use std::sync::Arc;
use std::time::Duration;

use tauri::{AppHandle, Manager};
use tauri_plugin_dialog::{DialogExt, MessageDialogButtons, MessageDialogKind};

use crate::state::Host;

const PATIENCE: Duration = Duration::from_secs(10);

/// Waits beside the window and speaks when the page has stayed silent.
pub fn watch(app: AppHandle, host: Arc<Host>) {
    std::thread::spawn(move || {
        std::thread::sleep(PATIENCE);
        if host.ready.load(Ordering::Acquire) {
            return;
        }
        let again = app
            .dialog()
            .message(
                "工会案头的窗口没有画出来，多半是显卡驱动与系统的网页组件合不来。账本没有受到影响。\n\n\
                 请点“安全显示”重新打开；如果电脑只是比较慢，可以点“再等等”。",
            )
            .title("窗口没有画出来")
            .kind(MessageDialogKind::Warning)
            .buttons(MessageDialogButtons::OkCancelCustom("安全显示".to_owned(), "再等等".to_owned()))
            .blocking_show();
        if again && !host.ready.load(Ordering::Acquire) {
            host.lent.sweep();
            restart_safely(&app);
        } else if let Some(window) = app.get_webview_window("main") {
            let _ = window.show();
        }
    });
}

/// Becomes the same program with `--safe-graphics`. The process is replaced and not doubled: a second one
/// would find this one at work and leave.
fn restart_safely(app: &AppHandle) {
    if let Ok(program) = std::env::current_exe() {
        let mut again = std::process::Command::new(program);
        again.arg("--safe-graphics");
        #[cfg(unix)]
        let _ = std::os::unix::process::CommandExt::exec(&mut again);
        #[cfg(not(unix))]
        let _ = again.spawn();
    }
    app.exit(1);
}
