//! The formats of a request body: arguments of entry methods where it is required, else setters.

use super::target;
use crate::ident::{Role, Scope};
use crate::ir::{self, BodyFormat, FormField, ItemFraming, MediaTypeChoice, Presence};
use crate::name::docs;
use crate::name::markdown::{code, fill};
use crate::name::types::Types;
use crate::rust::{Argument, Conversion, Docs, Ident, Origin, Scalar, Target, Type};

/// What the bodies of an operation become.
pub struct Bodies {
    /// For each format of the body the arguments of its entry method; none where the body is optional.
    pub arguments: Vec<Vec<Argument>>,
    /// The setters.
    pub setters: Vec<Argument>,
}

/// Names the formats of a body. `entries` holds the names of the other arguments.
pub fn bodies(
    operation: &ir::Operation,
    types: &Types,
    entries: &Scope,
    setters: &mut Scope,
) -> Bodies {
    let mut bodies = Bodies {
        arguments: Vec::new(),
        setters: Vec::new(),
    };
    let mut offered: Vec<&str> = Vec::new();
    for (index, body) in operation.bodies.iter().enumerate() {
        match (&body.choice, body.presence) {
            (MediaTypeChoice::None, _)
            | (
                MediaTypeChoice::CallerMustChoose(_),
                Presence::Required | Presence::RequiredInRequest,
            ) => {}
            (MediaTypeChoice::CallerMayChoose(list), _) => {
                offered.extend(list.iter().map(String::as_str));
            }
            (MediaTypeChoice::CallerMustChoose(range), Presence::Optional) => offered.push(range),
        }
        match body.presence {
            Presence::Required | Presence::RequiredInRequest => {
                let content_type = content_type(body, &mut entries.clone());
                let ident = Scope::default().claim("body", Role::Argument);
                let body = argument(body, types, ident);
                bodies
                    .arguments
                    .push(content_type.into_iter().chain([body]).collect());
            }
            Presence::Optional if index == 0 => {
                let ident = setters.claim("body", Role::Method);
                let setter = argument(body, types, ident);
                bodies.setters.push(setter);
            }
            Presence::Optional => {
                let ident = setters.claim(&format!("body as {}", body.name), Role::Method);
                let mut setter = argument(body, types, ident);
                let sent = format!("It is sent as {}.", code(&body.media_type));
                docs::append(&mut setter.docs.0, vec![sent]);
                bodies.setters.push(setter);
            }
        }
    }
    if let (Some(body), false) = (operation.bodies.first(), offered.is_empty()) {
        let chosen = chosen(&offered, body.origin, setters);
        bodies.setters.push(chosen);
    }
    bodies
}

/// What distinguishes a further entry method from the first one, which is named by its path.
pub fn difference(body: &ir::Body, first: &str) -> String {
    let media_type = match &body.choice {
        MediaTypeChoice::None | MediaTypeChoice::CallerMayChoose(_) => &body.media_type,
        MediaTypeChoice::CallerMustChoose(range) => range,
    };
    format!(
        "Unlike [`{first}`], it takes the body as {}.",
        code(media_type)
    )
}

fn argument(body: &ir::Body, types: &Types, ident: Ident) -> Argument {
    let media_type = body.media_type.clone();
    // What is sent as it is may be a stream.
    let (ty, conversion) = match body.format {
        BodyFormat::Plain => (Type::Body, Conversion::Value),
        BodyFormat::Items(_) => {
            let item = Box::new(types.spell(&body.ty));
            (Type::JsonItems(item), Conversion::Value)
        }
        BodyFormat::Json | BodyFormat::Form(_) | BodyFormat::Text | BodyFormat::Multipart => {
            (types.spell(&body.ty), types.conversions.of(&body.ty))
        }
    };
    Argument {
        origin: body.origin,
        ident,
        wire: String::new(),
        target: match &body.format {
            BodyFormat::Json if media_type == "application/json" => Target::Json(None),
            BodyFormat::Json => Target::Json(Some(media_type)),
            BodyFormat::Form(fields) => form(fields),
            BodyFormat::Text if body.ty == ir::Type::Scalar(Scalar::String) => {
                Target::Text(media_type)
            }
            BodyFormat::Text => Target::Scalar(media_type),
            BodyFormat::Plain => Target::Plain(media_type),
            BodyFormat::Multipart => Target::Multipart(media_type),
            BodyFormat::Items(ItemFraming::Lines) => Target::JsonLines(media_type),
            BodyFormat::Items(ItemFraming::Sequence) => Target::JsonSequence(media_type),
        },
        docs: docs::said(&body.docs),
        limits: body.docs.limits.clone(),
        deprecated: None,
        ty,
        conversion,
        stream_flag: None,
    }
}

fn form(fields: &[FormField]) -> Target {
    let (reserved, plain): (Vec<_>, Vec<_>) = fields.iter().partition(|field| field.reserved);
    let style = |field: &FormField| (field.wire.clone(), target::style_name(field.style));
    let plain = plain.into_iter().map(style).collect();
    if reserved.is_empty() {
        return Target::Form(plain);
    }
    Target::FormReserved(plain, reserved.into_iter().map(style).collect())
}

/// The argument for the media type of a body, where the document only gives a range.
fn content_type(body: &ir::Body, scope: &mut Scope) -> Option<Argument> {
    match &body.choice {
        MediaTypeChoice::None | MediaTypeChoice::CallerMayChoose(_) => None,
        MediaTypeChoice::CallerMustChoose(_) => Some(Argument {
            origin: body.origin,
            ident: scope.claim("content_type", Role::Argument),
            wire: String::new(),
            target: Target::ContentType,
            docs: Docs::default(),
            limits: Vec::new(),
            deprecated: None,
            ty: Type::Scalar(Scalar::String),
            conversion: Conversion::Value,
            stream_flag: None,
        }),
    }
}

/// The setter for the media type of a body.
fn chosen(offered: &[&str], origin: Origin, scope: &mut Scope) -> Argument {
    let mut list: Vec<String> = Vec::new();
    for media_type in offered.iter().map(|media_type| code(media_type)) {
        if !list.contains(&media_type) {
            list.push(media_type);
        }
    }
    let docs = format!(
        "Sets the content type of the body. The API names {}.",
        list.join(", ")
    );
    Argument {
        origin,
        ident: scope.claim("content_type", Role::Method),
        wire: String::new(),
        target: Target::ContentType,
        docs: Docs(fill(&docs)),
        limits: Vec::new(),
        deprecated: None,
        ty: Type::Scalar(Scalar::String),
        conversion: Conversion::Value,
        stream_flag: None,
    }
}
