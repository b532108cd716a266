//! `id_type!`: a newtype over a UUID for each kind of record, so that a person's id is no meeting's id.
//! It is text in SQL, JSON and TypeScript alike.

/// Declares id newtypes: `ledger::id_type!(PersonId)`. Stored as hyphenated text, `string` in TypeScript.
#[macro_export]
macro_rules! id_type {
    ($($(#[$meta:meta])* $name:ident),+ $(,)?) => { $(
        $(#[$meta])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
        pub struct $name($crate::uuid::Uuid);

        #[allow(dead_code)] // not every kind of id is taken apart
        impl $name {
            /// Wraps a UUID.
            pub const fn new(id: $crate::uuid::Uuid) -> Self {
                Self(id)
            }

            /// The UUID within.
            pub const fn uuid(self) -> $crate::uuid::Uuid {
                self.0
            }
        }

        impl From<$crate::uuid::Uuid> for $name {
            fn from(id: $crate::uuid::Uuid) -> Self {
                Self(id)
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                ::std::fmt::Display::fmt(&self.0, f)
            }
        }

        impl ::std::str::FromStr for $name {
            type Err = $crate::uuid::Error;
            fn from_str(text: &str) -> ::std::result::Result<Self, Self::Err> {
                $crate::uuid::Uuid::parse_str(text).map(Self)
            }
        }

        impl $crate::private::serde::Serialize for $name {
            fn serialize<S: $crate::private::serde::Serializer>(
                &self,
                to: S,
            ) -> ::std::result::Result<S::Ok, S::Error> {
                to.collect_str(&self.0)
            }
        }

        impl<'de> $crate::private::serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::private::serde::Deserializer<'de>>(
                from: D,
            ) -> ::std::result::Result<Self, D::Error> {
                <$crate::uuid::Uuid as $crate::private::serde::Deserialize>::deserialize(from).map(Self)
            }
        }

        impl $crate::private::ts_rs::TS for $name {
            type WithoutGenerics = Self;
            type OptionInnerType = Self;
            fn name(_: &$crate::private::ts_rs::Config) -> String {
                String::from("string")
            }
            fn inline(_: &$crate::private::ts_rs::Config) -> String {
                String::from("string")
            }
        }

        impl $crate::rusqlite::types::ToSql for $name {
            fn to_sql(&self) -> $crate::rusqlite::Result<$crate::rusqlite::types::ToSqlOutput<'_>> {
                Ok($crate::rusqlite::types::ToSqlOutput::from(self.0.to_string()))
            }
        }

        impl $crate::rusqlite::types::FromSql for $name {
            fn column_result(
                value: $crate::rusqlite::types::ValueRef<'_>,
            ) -> $crate::rusqlite::types::FromSqlResult<Self> {
                $crate::uuid::Uuid::parse_str(value.as_str()?)
                    .map(Self)
                    .map_err($crate::rusqlite::types::FromSqlError::other)
            }
        }
    )+ };
}

#[cfg(test)]
mod tests {
    crate::id_type!(
        /// For the test only.
        ThingId
    );

    #[test]
    fn an_id_is_text_everywhere() {
        let text = "019a8c5e-7f00-7abc-8def-0123456789ab";
        let id: ThingId = text.parse().unwrap();
        assert_eq!(serde_json::to_string(&id).unwrap(), format!("\"{text}\""));
        assert_eq!(serde_json::from_str::<ThingId>(&format!("\"{text}\"")).unwrap(), id);
        let conn = rusqlite::Connection::open_in_memory().unwrap();
        let (kind, back): (String, ThingId) =
            conn.query_row("SELECT typeof(?1), ?1", [id], |r| Ok((r.get(0)?, r.get(1)?))).unwrap();
        assert_eq!((kind.as_str(), back), ("text", id));
        assert!(conn.query_row("SELECT 'no id'", [], |r| r.get::<_, ThingId>(0)).is_err());
    }
}
