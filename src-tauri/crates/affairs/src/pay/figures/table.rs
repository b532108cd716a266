//! Wage data as the figures and the simulation read it: columns with small codes, sorted once. Where it lies and who may see it
//! is not told here.

use std::collections::HashMap;

use ledger::Fen;

use super::model::WageCut;

pub use reckon::UNTOLD;

/// A column of words as codes into their list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Coded {
    /// The words, in the order of their codes.
    pub names: Vec<String>,
    /// A code a person, or [`UNTOLD`].
    pub codes: Vec<u32>,
}

impl Coded {
    /// The code of a word of the list.
    pub fn code(&self, name: &str) -> Option<u32> {
        self.names.iter().position(|one| one == name).and_then(|at| u32::try_from(at).ok())
    }

    /// The word of a code.
    pub fn name(&self, code: u32) -> Option<&str> {
        self.names.get(usize::try_from(code).ok()?).map(String::as_str)
    }
}

/// Several words a person, as codes into their list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// The words.
    pub names: Vec<String>,
    codes: Vec<u32>,
    ends: Vec<usize>,
}

impl Held {
    /// The codes of all, one person after the other, and where each ends.
    pub fn columns(&self) -> (&[u32], &[usize]) {
        (&self.codes, &self.ends)
    }

    /// The codes of a person.
    pub fn of(&self, person: usize) -> &[u32] {
        let end = self.ends.get(person).copied().unwrap_or_default();
        let start =
            person.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or_default();
        self.codes.get(start..end).unwrap_or_default()
    }
}

/// One person of a table before it is sorted. Words are indexes into what [`Words`] collected.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wage {
    /// Whoever it is, as a number that is the same in every table.
    pub who: u64,
    /// What was earned in a whole month, in fen.
    pub fen: i64,
    /// Whether that was reckoned from a part of the month.
    pub part: bool,
    /// The code in each cut, in the order of [`WageCut::ALL`].
    pub cuts: [u32; CUTS],
    /// The codes of the certificates held.
    pub certificates: Vec<u32>,
}

/// How many cuts there are.
pub const CUTS: usize = WageCut::ALL.len();

/// Words that get codes as they come.
#[derive(Debug, Default)]
pub struct Words {
    names: Vec<String>,
    codes: HashMap<String, u32>,
}

impl Words {
    /// The code of a word; a blank one has none.
    pub fn code(&mut self, word: &str) -> u32 {
        let word = word.trim();
        if word.is_empty() {
            return UNTOLD;
        }
        if let Some(code) = self.codes.get(word) {
            return *code;
        }
        let code = u32::try_from(self.names.len()).unwrap_or(UNTOLD);
        self.names.push(word.to_owned());
        self.codes.insert(word.to_owned(), code);
        code
    }
}

/// Single wages of a whole month, the lowest first; of a part of one they are reckoned to the whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Singles {
    /// In fen, rising.
    pub wages: Vec<i64>,
    /// Whose they are, as numbers that are the same in every table.
    pub who: Vec<u64>,
    /// Whose wage was reckoned from a part of the month.
    pub part: Vec<bool>,
    /// A column a cut, in the order of [`WageCut::ALL`].
    pub cuts: [Coded; CUTS],
    /// 证书.
    pub certificates: Held,
}

impl Singles {
    /// Sorts people into columns. The words are those that the codes of the people mean.
    pub fn of(mut people: Vec<Wage>, cuts: [Words; CUTS], certificates: Words) -> Self {
        people.sort_by_key(|person| person.fen);
        let mut at = 0;
        let cuts = cuts.map(|words| {
            let codes = people.iter().map(|person| person.cuts.get(at).copied().unwrap_or(UNTOLD)).collect();
            at += 1;
            Coded { names: words.names, codes }
        });
        let mut held = Held { names: certificates.names, codes: Vec::new(), ends: Vec::new() };
        for person in &people {
            held.codes.extend(&person.certificates);
            held.ends.push(held.codes.len());
        }
        Singles {
            wages: people.iter().map(|person| person.fen).collect(),
            who: people.iter().map(|person| person.who).collect(),
            part: people.iter().map(|person| person.part).collect(),
            cuts,
            certificates: held,
        }
    }

    /// The same with only the people at these places of the order, which rise.
    #[must_use]
    pub fn only(&self, places: &[usize]) -> Self {
        let all = || places.iter().copied();
        let mut certificates =
            Held { names: self.certificates.names.clone(), codes: Vec::new(), ends: Vec::new() };
        for person in all() {
            certificates.codes.extend(self.certificates.of(person));
            certificates.ends.push(certificates.codes.len());
        }
        let column = |column: &Coded| Coded {
            names: column.names.clone(),
            codes: all().filter_map(|person| column.codes.get(person).copied()).collect(),
        };
        Singles {
            wages: all().filter_map(|person| self.wages.get(person).copied()).collect(),
            who: all().filter_map(|person| self.who.get(person).copied()).collect(),
            part: all().filter_map(|person| self.part.get(person).copied()).collect(),
            cuts: self.cuts.each_ref().map(column),
            certificates,
        }
    }

    /// The column of a cut.
    pub fn cut(&self, by: WageCut) -> &Coded {
        let [sex, line, form, grade, shop] = &self.cuts;
        match by {
            WageCut::Sex => sex,
            WageCut::Line => line,
            WageCut::Form => form,
            WageCut::Grade => grade,
            WageCut::Shop => shop,
        }
    }
}

/// People whose wages lie between two sums.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WageBand {
    /// 2000–3000元.
    pub name: String,
    /// The least that one of them can earn.
    pub from: i64,
    /// The most; none for a band that is open above.
    pub to: Option<i64>,
    /// How many.
    pub people: u32,
    /// What they earn together, where it is told.
    pub sum: Option<i64>,
}

impl WageBand {
    /// The most that one of them can earn, by the band or by what is left of its sum when all others earn the least.
    pub fn top(&self) -> Option<i64> {
        let rest = self.sum.map(|sum| sum - (i64::from(self.people) - 1).max(0) * self.from);
        match (self.to, rest) {
            (Some(to), Some(rest)) => Some(to.min(rest.max(self.from))),
            (Some(to), None) => Some(to),
            (None, rest) => rest.map(|rest| rest.max(self.from)),
        }
    }
}

/// A sum of several people together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WageSum {
    /// The shop; empty for all.
    pub name: String,
    /// How many.
    pub people: u32,
    /// Their payroll of the month.
    pub sum: Fen,
}

/// What is known of the wages.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(clippy::large_enum_variant, reason = "one is held at a time, and the large one is the usual")]
pub enum Known {
    /// The payroll and the headcount, by shop where told.
    Totals {
        /// All.
        all: WageSum,
        /// By shop; may be empty.
        shops: Vec<WageSum>,
    },
    /// Bands in rising order, and the payroll where told.
    Bands {
        /// The bands.
        bands: Vec<WageBand>,
        /// The payroll of the month.
        payroll: Option<Fen>,
    },
    /// Single wages.
    Singles(Singles),
}

/// The wages of a month and who is not counted in them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WageTable {
    /// What is known.
    pub known: Known,
    /// How many of the counted were not there the whole month: their wages are reckoned to it.
    pub part_month: u32,
    /// Who had nothing, or less, from the month: listed by count, in no figure.
    pub unpaid: u32,
}

impl WageTable {
    /// How many are counted.
    pub fn people(&self) -> u32 {
        match &self.known {
            Known::Totals { all, .. } => all.people,
            Known::Bands { bands, .. } => bands.iter().map(|band| band.people).sum(),
            Known::Singles(singles) => u32::try_from(singles.wages.len()).unwrap_or(u32::MAX),
        }
    }
}
