//! What a ledger holds of someone, and of the union, as far as a roster is compared with it. Nothing is read from the ledger
//! here.

use super::codes::EmploymentForm;
use super::compare::COMPARED;
use super::field::Field;
use crate::members::ids::PersonId;
use crate::members::membership::model::MembershipState;

/// Someone of the ledger, as far as a roster is compared with them.
#[derive(Debug, Clone)]
pub struct Held {
    /// The person.
    pub id: PersonId,
    /// 姓名.
    pub name: String,
    /// The key names are matched by.
    pub key: String,
    /// 证件号码, as it may be seen.
    pub number: Option<String>,
    /// Phone, as it may be seen, and staff number.
    pub reached_by: [Option<String>; 2],
    /// 会员证号.
    pub card: Option<String>,
    /// What is held of the compared fields, in their order, as a row would say it; identity as it may be seen.
    pub values: Vec<Option<String>>,
    /// 用工形式.
    pub form: EmploymentForm,
    /// What they are to the union.
    pub state: MembershipState,
    /// 已转出, 已去世 …, of one who has left.
    pub left: Option<&'static str>,
    /// Whether any dues of theirs are entered.
    pub paid: bool,
}

impl Held {
    /// The fields whose values are held, in the order in which [`Held::values`] has them.
    pub fn fields() -> &'static [Field] {
        &COMPARED
    }

    pub(super) fn value(&self, field: Field) -> Option<&str> {
        let at = COMPARED.iter().position(|one| *one == field)?;
        self.values.get(at)?.as_deref()
    }
}

/// The codes of the union and of its employer.
#[derive(Debug, Clone, Default)]
pub struct Units {
    /// The union's own.
    pub union: Option<String>,
    /// The employer's.
    pub employer: Option<String>,
}
