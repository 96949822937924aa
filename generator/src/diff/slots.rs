//! What the slot of a field means for what is sent and read.

use crate::rust::{Field, Slot};

impl Slot {
    /// Whether a request without the field is refused.
    pub fn is_demanded(&self) -> bool {
        match self {
            Slot::Required
            | Slot::Constant(_)
            | Slot::RequiredNullable
            | Slot::RequiredInRequest => true,
            Slot::Preset(_) | Slot::Optional | Slot::OptionalNullable => false,
        }
    }

    /// Whether a response without the field cannot be read.
    pub fn must_be_read(&self) -> bool {
        match self {
            Slot::Required | Slot::Constant(_) => true,
            Slot::Preset(_)
            | Slot::RequiredNullable
            | Slot::Optional
            | Slot::RequiredInRequest
            | Slot::OptionalNullable => false,
        }
    }

    /// Whether null may be sent.
    pub fn takes_null(&self) -> bool {
        match self {
            Slot::RequiredNullable | Slot::OptionalNullable => true,
            Slot::Required
            | Slot::Constant(_)
            | Slot::Preset(_)
            | Slot::Optional
            | Slot::RequiredInRequest => false,
        }
    }
}

impl Field {
    /// The type of the field as it is declared.
    pub fn declared(&self) -> String {
        let ty = &self.ty;
        match self.slot {
            Slot::Required | Slot::Constant(_) => ty.to_string(),
            Slot::RequiredNullable | Slot::Optional | Slot::Preset(_) | Slot::RequiredInRequest => {
                format!("Option<{ty}>")
            }
            Slot::OptionalNullable => format!("Nullable<{ty}>"),
        }
    }
}
