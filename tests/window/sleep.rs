//! The lid closes over a half-filled form: the ledger is locked before the machine sleeps, and what was typed is
//! offered back after the passphrase.

use crate::harness::tell;
use crate::logind::{Bus, Logind, PATIENCE};
use crate::whole;

#[tokio::test]
async fn a_closed_lid_locks_the_ledger_and_keeps_the_form() {
    let Some(bus) = Bus::start("a_closed_lid_locks_the_ledger_and_keeps_the_form") else { return };
    let logind = Logind::on(&bus);
    let folder = tempfile::tempdir().expect("a folder for the recovery sheet");
    let pick = folder.path().join("恢复单.pdf").display().to_string();
    let env = [("DBUS_SYSTEM_BUS_ADDRESS", &*bus.address), ("GONGHUI_E2E_PICK", &*pick)];
    tell("sleep", &env, |window| async move {
        let delay = logind.delays.recv_timeout(PATIENCE).expect("the window asks for a delay");
        assert_eq!(delay.of, ("sleep".to_owned(), "delay".to_owned()));
        whole::found(&window).await;
        window.press("会员").await;
        window.press("登记一人").await;
        // The last words are younger than the half second after which the page keeps them by itself.
        window.write("姓名", "熊秀英").await;
        logind.say_sleep(true);
        delay.until_given_back();
        window.write("口令", whole::PASSPHRASE).await;
        window.press("打开账本").await;
        window.press("会员").await;
        window.press("登记一人").await;
        window.read("上次没有保存完的草稿").await;
        window.press("继续填写").await;
        window.reads("姓名", "熊秀英").await;
        window.shot("form-again").await;
    })
    .await;
}
