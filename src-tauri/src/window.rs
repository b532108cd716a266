//! The window itself: plugins, the locked navigation, dropped files, its size on a small screen, its end.

use std::path::PathBuf;
use std::sync::Arc;

use tauri::plugin::{Builder, TauriPlugin};
use tauri::{App, AppHandle, DragDropEvent, Emitter, Manager, RunEvent, Window, WindowEvent, Wry};

use crate::handles::Picked;
use crate::journal::Journal;
use crate::papers::Lent;
use crate::state::{Host, Places};
use crate::{commands, dialogs, silence, surroundings};

/// Opens the window and stays until it is closed.
///
/// # Errors
/// When the system's web view cannot be started.
pub fn run() -> tauri::Result<()> {
    let app = tauri::Builder::default()
        .plugin(tauri_plugin_single_instance::init(|app, _, _| bring_forward(app)))
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_opener::init())
        .plugin(locked_navigation())
        .invoke_handler(tauri::generate_handler![
            commands::call,
            commands::job,
            commands::cancel,
            commands::bytes,
            commands::open_paper,
            commands::printers,
            commands::print_paper,
            commands::open_file,
            commands::ready,
            dialogs::pick_file,
            dialogs::pick_save,
            dialogs::pick_folder,
        ])
        .on_window_event(on_event)
        .setup(|app| {
            fit_screen(app);
            let host = app.state::<Arc<Host>>().inner().clone();
            #[cfg(target_os = "linux")]
            crate::sleep::watch({
                let (app, host) = (app.handle().clone(), host.clone());
                move || crate::sleep::lock(&app, &host)
            });
            silence::watch(app.handle().clone(), host);
            Ok(())
        })
        .build(tauri::generate_context!())?;
    if let Ok(folder) = app.path().app_log_dir() {
        Journal::open(&folder).catch_panics();
    }
    let host = Arc::new(host(&app));
    host.lent.sweep();
    app.manage(host.clone());
    // The packs are read while the page is being drawn; the first command finds the desk open.
    tauri::async_runtime::spawn_blocking(move || host.desk().map(|_| ()));
    app.run(|app, event| {
        if let RunEvent::Exit = event {
            app.state::<Arc<Host>>().lock();
        }
    });
    Ok(())
}

fn host(app: &App) -> Host {
    let path = app.path();
    let program = std::env::current_exe().ok();
    let assets = surroundings::assets(path.resource_dir().ok().as_deref(), program.as_deref());
    let here = || PathBuf::from(".");
    let data = path.data_dir().unwrap_or_else(|_| here());
    let lent = path.runtime_dir().or_else(|_| path.app_cache_dir()).unwrap_or_else(|_| std::env::temp_dir());
    Host::new(Places { assets, home: surroundings::home(&data) }, Lent::under(&lent))
}

/// The pages live inside the program. CSP alone does not stop a page from being led elsewhere.
fn locked_navigation() -> TauriPlugin<Wry> {
    Builder::<Wry>::new("locked-navigation")
        .on_navigation(|_, url| {
            // tauri://localhost on Linux and macOS, http(s)://tauri.localhost on Windows
            url.scheme() == "tauri" || url.host_str() == Some("tauri.localhost")
        })
        .build()
}

fn on_event(window: &Window, event: &WindowEvent) {
    if let WindowEvent::DragDrop(DragDropEvent::Drop { paths, .. }) = event {
        let host = window.state::<Arc<Host>>();
        let files: Vec<Picked> = paths.iter().map(|path| host.handles.give(path)).collect();
        // Nobody listening means the page takes no files: nothing to do.
        let _ = window.emit("files-dropped", files);
    }
}

/// On a screen smaller than the window the window fills it.
fn fit_screen(app: &App) {
    let Some(window) = app.get_webview_window("main") else { return };
    let (Ok(Some(screen)), Ok(size)) = (window.current_monitor(), window.outer_size()) else { return };
    let screen = screen.size();
    if screen.width < size.width || screen.height < size.height {
        let _ = window.maximize();
    }
}

fn bring_forward(app: &AppHandle) {
    if let Some(window) = app.get_webview_window("main") {
        let _ = window.unminimize();
        let _ = window.set_focus();
    }
}
