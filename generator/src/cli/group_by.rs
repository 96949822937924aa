//! What operations are grouped by, as a flag and as a setting.

use clap::ValueEnum;

/// What operations are grouped by, beside extensions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum GroupBy {
    /// By their first tag.
    Tag,
}

impl From<GroupBy> for crate::GroupBy {
    fn from(group_by: GroupBy) -> Self {
        match group_by {
            GroupBy::Tag => Self::Tag,
        }
    }
}
