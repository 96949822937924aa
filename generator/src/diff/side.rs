//! One of the two crates, with what is looked up in it.

use std::collections::{HashMap, HashSet};

use crate::rust::{Content, Crate, Ident, Model, Operation, Output, OutputType, Type, Usage};

/// One of the two crates.
pub struct Side<'a> {
    /// The crate.
    pub krate: &'a Crate,
    /// Its models, in the order of its files.
    pub models: Vec<&'a Model>,
    /// The models by all names that they have: first those of their definitions.
    pub names: Vec<(&'a Ident, &'a Model)>,
    by_ident: HashMap<&'a Ident, &'a Model>,
    uses: HashMap<&'a Ident, usize>,
}

impl<'a> Side<'a> {
    /// Indexes a crate.
    pub fn new(krate: &'a Crate) -> Self {
        let files = krate.models.iter();
        let models: Vec<&Model> = files.flat_map(|file| &file.models).collect();
        let own: HashMap<&Ident, &Model> =
            models.iter().map(|model| (model.ident(), *model)).collect();
        let others = krate.models.iter().flat_map(|file| &file.also_called);
        let others = others.filter_map(|(name, other)| Some((other, *own.get(name)?)));
        let names = models.iter().map(|model| (model.ident(), *model));
        let names: Vec<(&Ident, &Model)> = names.chain(others).collect();
        let by_ident: HashMap<&Ident, &Model> = names.iter().copied().collect();
        let uses = uses(krate, &by_ident);
        Self {
            krate,
            models,
            names,
            by_ident,
            uses,
        }
    }

    /// The model with this name.
    pub fn model(&self, ident: &Ident) -> Option<&'a Model> {
        self.by_ident.get(ident).copied()
    }

    /// How many operations and webhooks a model is part of.
    pub fn uses(&self, model: &Model) -> usize {
        self.uses.get(model.ident()).copied().unwrap_or_default()
    }
}

/// What is sent in requests alone.
pub const REQUESTS: Usage = Usage {
    in_request: true,
    in_json_body: false,
    in_response: false,
};

/// What is sent in responses alone.
pub const RESPONSES: Usage = Usage {
    in_request: false,
    in_json_body: false,
    in_response: true,
};

/// Where values are sent by either of two crates.
pub fn either(old: Usage, new: Usage) -> Usage {
    Usage {
        in_request: old.in_request || new.in_request,
        in_json_body: old.in_json_body || new.in_json_body,
        in_response: old.in_response || new.in_response,
    }
}

/// How many operations and webhooks each model is part of.
fn uses<'a>(krate: &'a Crate, models: &HashMap<&'a Ident, &'a Model>) -> HashMap<&'a Ident, usize> {
    let mut uses = HashMap::new();
    let mut count = |mut open: Vec<&'a Ident>| {
        let mut known = HashSet::new();
        while let Some(ident) = open.pop() {
            let Some(model) = models.get(ident) else {
                continue;
            };
            let ident = model.ident();
            if known.insert(ident) {
                *uses.entry(ident).or_default() += 1;
                open.extend(types(model).into_iter().flat_map(Type::models));
            }
        }
    };
    // The body that all failures share is that of every operation.
    let of_operation = |operation| {
        let types = of_operation(operation).into_iter().flat_map(Type::models);
        types.chain(&krate.api_error).collect()
    };
    krate
        .operations
        .iter()
        .map(of_operation)
        .for_each(&mut count);
    let bodies = krate
        .webhooks
        .all
        .iter()
        .filter_map(|one| one.body.as_ref());
    bodies
        .map(|body| {
            of_content(&body.content)
                .into_iter()
                .flat_map(Type::models)
                .collect()
        })
        .for_each(&mut count);
    uses
}

fn of_operation(operation: &Operation) -> Vec<&Type> {
    let arguments = operation.all_arguments().map(|argument| &argument.ty);
    let outputs = std::iter::once(&operation.output).chain(&operation.failure);
    arguments.chain(outputs.flat_map(of_output)).collect()
}

fn of_output(output: &Output) -> Vec<&Type> {
    match &output.ty {
        OutputType::One(content) => of_content(content).into_iter().collect(),
        OutputType::Many(output) => {
            let variants = output.variants.iter();
            variants.filter_map(|one| of_content(&one.body)).collect()
        }
    }
}

fn of_content(content: &Content) -> Option<&Type> {
    match content {
        Content::Empty => None,
        Content::Value(ty, _) => Some(ty),
    }
}

/// The types that a model is made of.
fn types(model: &Model) -> Vec<&Type> {
    let strukt = match model {
        Model::Struct(strukt) => strukt,
        Model::Multipart(multipart) => &multipart.strukt,
        Model::Union(union) => return union.variants.iter().map(|one| &one.ty).collect(),
        Model::Enum(_) => return Vec::new(),
    };
    let fields = strukt.fields.iter().map(|field| &field.ty);
    let variants = strukt.variants.iter().map(|variants| &variants.ty);
    let additional = strukt.additional.iter().map(|additional| &additional.ty);
    fields.chain(variants).chain(additional).collect()
}
