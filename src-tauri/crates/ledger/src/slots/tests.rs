//! Slots of both versions: what opens, what is refused, what a copy of the file brings nobody.

use super::*;

/// The file as the program wrote it before slots had key pairs.
pub(crate) fn version_1(ledger: &str, people: &[(&str, &str)], key: &RawKey) -> Vec<u8> {
    let slot = |(person, pass): &(&str, &str)| {
        let (salt, nonce) = ([1u8; 16], [2u8; 24]);
        let wrapped = cipher(Kdf::quick(), &Passphrase::new(*pass), &salt)
            .unwrap()
            .encrypt(XNonce::from_slice(&nonce), Payload { msg: key.bytes(), aad: &bound(1, person, ledger) })
            .unwrap();
        serde_json::json!({
            "person": person, "kdf": Kdf::quick(), "salt": hex::encode(salt), "nonce": hex::encode(nonce),
            "wrapped": hex::encode(wrapped),
        })
    };
    let slots: Vec<_> = people.iter().map(slot).collect();
    serde_json::to_vec(&serde_json::json!({ "version": 1, "ledger": ledger, "slots": slots })).unwrap()
}

fn slots(key: &RawKey) -> Slots {
    let mut slots = Slots::new("ledger-1");
    slots.put("chair", Kdf::quick(), &Passphrase::new("一句话"), key).unwrap();
    slots
}

fn opens(slots: &Slots, pass: &str) -> (String, Vec<RawKey>) {
    let opened = slots.unwrap(&Passphrase::new(pass)).unwrap();
    (opened.person, opened.keys)
}

#[test]
fn a_slot_opens_with_its_passphrase_only() {
    let key = RawKey::from_bytes([7; 32]);
    let mut slots = slots(&key);
    slots.put("officer", Kdf::quick(), &Passphrase::new("另一句"), &key).unwrap();
    assert_eq!(opens(&slots, "一句话"), ("chair".into(), vec![key.clone()]));
    assert_eq!(opens(&slots, "另一句"), ("officer".into(), vec![key]));
    let wrong = slots.unwrap(&Passphrase::new("猜的")).err().unwrap();
    assert_eq!(wrong.code(), "ledger.wrongPassphrase");
}

#[test]
fn a_changed_passphrase_keeps_the_pair() {
    let key = RawKey::from_bytes([7; 32]);
    let mut slots = slots(&key);
    let before = slots.unwrap(&Passphrase::new("一句话")).unwrap().public;
    let both = |old: &str| (Passphrase::new(old), Passphrase::new("新的一句"));
    let (old, new) = both("猜的");
    assert_eq!(slots.rewrap("chair", Kdf::quick(), (&old, &new)).unwrap(), None);
    let (old, new) = both("一句话");
    assert_eq!(slots.rewrap("chair", Kdf::quick(), (&old, &new)).unwrap(), before);
    assert!(slots.unwrap(&old).is_err());
    assert_eq!(opens(&slots, "新的一句"), ("chair".into(), vec![key]));
}

#[test]
fn a_slot_moved_to_another_ledger_or_person_does_not_open() {
    let key = RawKey::from_bytes([7; 32]);
    let mut moved = slots(&key);
    moved.ledger = "ledger-2".into();
    assert!(moved.unwrap(&Passphrase::new("一句话")).is_err());
    let mut renamed = slots(&key);
    renamed.slots[0].person = "officer".into();
    assert!(renamed.unwrap(&Passphrase::new("一句话")).is_err());
}

#[test]
fn damage_is_told_from_a_wrong_passphrase() {
    let mut slots = slots(&RawKey::from_bytes([7; 32]));
    slots.slots[0].kdf.memory_kib = u32::MAX;
    let damaged = slots.unwrap(&Passphrase::new("一句话")).err().unwrap();
    assert_eq!(damaged.code(), "ledger.keysDamaged");
}

#[test]
fn a_key_to_come_is_sealed_to_the_ledgers_own_public_keys_only() {
    let (key, next) = (RawKey::from_bytes([7; 32]), RawKey::from_bytes([8; 32]));
    let mut slots = slots(&key);
    let officer = slots.put("officer", Kdf::quick(), &Passphrase::new("另一句"), &key).unwrap();
    let publics = BTreeMap::from([("officer".to_owned(), officer)]);
    // Someone who can write the file puts a slot of their own in place of the officer's.
    slots.put("officer", Kdf::quick(), &Passphrase::new("坏人的一句"), &key).unwrap();
    assert_eq!(slots.prepare(&next, &publics).unwrap(), ["chair"], "the ledger knows no key of the chair's");
    let seen = slots.unwrap(&Passphrase::new("坏人的一句")).unwrap().keys;
    assert_eq!(seen, [key], "the key to come must not open for a public key that the file alone names");
}

#[test]
fn a_re_key_settles_on_the_key_that_the_file_has() {
    let (key, next) = (RawKey::from_bytes([7; 32]), RawKey::from_bytes([8; 32]));
    let mut before = slots(&key);
    let public = before.unwrap(&Passphrase::new("一句话")).unwrap().public.unwrap();
    let publics = BTreeMap::from([("chair".to_owned(), public)]);
    before.put("officer", Kdf::quick(), &Passphrase::new("另一句"), &key).unwrap();
    assert_eq!(before.prepare(&next, &publics).unwrap(), ["officer"]);
    assert_eq!(opens(&before, "一句话").1, [key.clone(), next.clone()]);
    let mut back = before.clone();
    back.settle(&key);
    assert_eq!((opens(&back, "一句话").1, back.people().len()), (vec![key.clone()], 2));
    let mut forth = before.clone();
    forth.settle(&next);
    assert_eq!((opens(&forth, "一句话").1, forth.people()), (vec![next], vec!["chair".to_owned()]));
    assert!(!forth.is_between() && before.prepare(&key, &BTreeMap::new()).is_err());
}

#[test]
fn earlier_keys_open_with_the_present_one_only() {
    let (key, old) = (RawKey::from_bytes([7; 32]), RawKey::from_bytes([6; 32]));
    let mut slots = slots(&key);
    slots.keep_earlier(&[EarlierKey { until: 41, key: old.clone() }], &key).unwrap();
    let found = slots.earlier(&key);
    assert_eq!((found.len(), found[0].until, &found[0].key), (1, 41, &old));
    assert!(slots.earlier(&old).is_empty());
}

#[test]
fn nothing_shows_a_key() {
    let key = RawKey::from_bytes([0xAB; 32]);
    let text = format!("{key:?} {:?} {:?}", slots(&key), Passphrase::new("一句话"));
    for secret in ["abababab", "ABABABAB", "171, 171", "一句话"] {
        assert!(!text.contains(secret), "{secret} stands in {text}");
    }
}

/// The file as it lies on the disk.
fn saved() -> (tempfile::TempDir, std::path::PathBuf) {
    let home = tempfile::TempDir::new().unwrap();
    let path = home.path().join("keys.json");
    let mut slots = slots(&RawKey::from_bytes([7; 32]));
    slots.put("officer", Kdf::quick(), &Passphrase::new("另一句"), &RawKey::from_bytes([7; 32])).unwrap();
    slots.save(&path).unwrap();
    (home, path)
}

#[test]
fn every_changed_bit_of_the_file_is_told_or_is_none() {
    let (_home, path) = saved();
    let whole = fs::read(&path).unwrap();
    let content = |bytes: &[u8]| {
        let mut value: serde_json::Value = serde_json::from_slice(bytes).unwrap();
        // The sum under another name is a file without one.
        value
            .as_object_mut()
            .unwrap()
            .retain(|name, _| ["version", "ledger", "slots"].contains(&name.as_str()));
        value
    };
    let mut told = 0;
    for at in 0..whole.len() {
        for bit in [0, 5] {
            let mut bytes = whole.clone();
            bytes[at] ^= 1 << bit;
            fs::write(&path, &bytes).unwrap();
            match Slots::load(&path) {
                Err(LedgerError::KeysDamaged) => told += 1,
                Ok(_) => assert_eq!(content(&bytes), content(&whole), "bit {bit} of byte {at}"),
                Err(other) => panic!("bit {bit} of byte {at}: {other}"),
            }
        }
    }
    assert!(told * 10 > whole.len() * 2 * 9, "nearly all are told: {told}");
}

#[test]
fn a_file_without_a_sum_is_taken_as_it_is_and_gets_one_when_saved() {
    let (_home, path) = saved();
    let mut value: serde_json::Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
    assert!(value.as_object_mut().unwrap().remove("sum").is_some());
    for older in
        [value.to_string().into_bytes(), version_1("l", &[("chair", "一句话")], &RawKey::from_bytes([7; 32]))]
    {
        fs::write(&path, older).unwrap();
        let mut slots = Slots::load(&path).unwrap();
        opens(&slots, "一句话");
        slots.save(&path).unwrap();
        assert!(fs::read_to_string(&path).unwrap().contains("\"sum\""));
        opens(&Slots::load(&path).unwrap(), "一句话");
    }
}
