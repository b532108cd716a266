//! 工会案头, the window. Reads its switches, makes the surroundings fit, opens the window. Rules, data and
//! papers live in the floors below; this program carries questions to them and answers back.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod commands;
mod contract;
mod dialogs;
mod handles;
mod journal;
mod opener;
mod papers;
mod printing;
#[cfg(feature = "e2e")]
mod scripted;
mod silence;
#[cfg(target_os = "linux")]
mod sleep;
mod state;
mod surroundings;
mod window;

use std::process::ExitCode;

use surroundings::Switch;

const HELP: &str = "工会案头

用法：gonghui-desk [--safe-graphics]

  --safe-graphics  窗口空白或花屏时用：不用显卡画窗口
  --version        说出版本
  --help           显示这段话

没有图形桌面的机器上，请用命令行程序 gonghui。";

fn main() -> ExitCode {
    let safe_graphics = match surroundings::switch(std::env::args_os().skip(1)) {
        Switch::Open => false,
        Switch::OpenSafely => true,
        Switch::Help => return say(HELP),
        Switch::Version => return say(concat!("gonghui-desk ", env!("CARGO_PKG_VERSION"))),
        Switch::Unknown(word) => {
            return refuse(&format!("不认识“{word}”这个参数；用 --help 看看有哪些。"));
        }
    };
    surroundings::prepare(safe_graphics);
    if !surroundings::has_screen() {
        return refuse("这里没有图形桌面，窗口打不开。请在桌面里打开工会案头，或者改用命令行程序 gonghui。");
    }
    match window::run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => {
            refuse("系统的网页组件（WebKitGTK 4.1）启动不了。请检查它是否装好，或用 --safe-graphics 再试。")
        }
    }
}

fn say(words: &str) -> ExitCode {
    println!("{words}");
    ExitCode::SUCCESS
}

fn refuse(sentence: &str) -> ExitCode {
    eprintln!("{sentence}");
    ExitCode::FAILURE
}
