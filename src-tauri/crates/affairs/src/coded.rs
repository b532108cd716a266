//! A list of codes as a type: each variant with its column's text and its word. What they mean is told where they are
//! declared.

/// Declares an enum whose variants have a code for the column and a label for papers and pages.
macro_rules! coded {
    ($(#[$meta:meta])* $name:ident { $($(#[$of:meta])* $variant:ident = $code:literal, $label:literal;)+ }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize, ts_rs::TS)]
        #[serde(rename_all = "camelCase")]
        pub enum $name { $($(#[$of])* $variant),+ }

        impl $name {
            /// Every one, in the order of the list.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// Every one with its column's text and its word, as the history reads them.
            pub const WORDS: &'static [(&'static str, &'static str)] = &[$(($code, $label)),+];

            /// The column's text.
            pub fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }

            /// As papers and pages name it.
            pub fn label(self) -> &'static str {
                match self { $(Self::$variant => $label),+ }
            }

            /// From the column's text; none for a word that is not of the list.
            pub fn of(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.code() == code)
            }
        }
    };
}
pub(crate) use coded;
