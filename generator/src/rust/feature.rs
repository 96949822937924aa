//! Features of the crate that are for no group and yet for a part of the API, where operations are in groups. A group may have the
//! same feature, which is then for both.

/// The feature of the module of webhooks, and of the models that they use.
pub const WEBHOOKS: &str = "webhooks";

/// The feature of the models that nothing else of the crate uses, and of those that they are made of. Which they are may change
/// with any version: a new operation may use one, which then has the feature of that operation.
pub const UNUSED_MODELS: &str = "unused-models";
