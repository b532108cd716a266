//! Compiles the window's configuration in. Listing the host's own commands turns on a permission for each:
//! without the list, every page could call every command.

const COMMANDS: &[&str] = &[
    "call",
    "job",
    "cancel",
    "bytes",
    "pick_file",
    "pick_save",
    "pick_folder",
    "open_paper",
    "open_file",
    "printers",
    "print_paper",
    "ready",
];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("cargo:rerun-if-changed=../ui/dist");
    let manifest = tauri_build::AppManifest::new().commands(COMMANDS);
    tauri_build::try_build(tauri_build::Attributes::new().app_manifest(manifest))?;
    Ok(())
}
