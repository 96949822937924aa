//! What OpenAPI 3.0.3 says an object of the document may hold: the tables that reading is checked against.
//! One table per object of the specification's section 4.7, its fields in the specification's order.

use super::check::{
    Rule, body, component_names, empty, example, expression, header, items, link, media_types,
    parameter, paths, scopes, security, server, tags, url,
};

/// What a value must look like.
#[derive(Clone, Copy, Debug)]
pub enum Shape {
    /// Anything: examples, defaults, enumerated values.
    Anything,
    /// A string.
    Text,
    /// A string that often looks like a number, such as a version.
    Version,
    /// `true` or `false`.
    Boolean,
    /// `true` or `false`, where OpenAPI 3.1 has a number.
    Exclusive,
    /// A number.
    Number,
    /// An integer that is not negative.
    Count,
    /// One of these strings.
    OneOf(&'static [&'static str]),
    /// An array of such values.
    List(&'static Shape),
    /// An object with keys of the author's choice.
    Map(&'static Shape),
    /// An object of the specification.
    Object(&'static Object),
    /// An object of the specification, or a reference to one.
    Reference(&'static Object),
    /// The text of a reference to such an object.
    Link(&'static Object),
    /// `true`, `false`, or a value of another shape.
    BooleanOr(&'static Shape),
}

/// An object of the specification.
#[derive(Debug)]
pub struct Object {
    /// Its name there, with its article.
    pub name: &'static str,
    /// The fields with fixed names.
    pub fields: &'static [Field],
    /// The shape of the fields whose names the author chooses.
    pub patterned: Option<Shape>,
    /// What else must hold of it, beside the shapes of its fields.
    pub rules: &'static [Rule],
}

impl Object {
    /// The field with this name.
    pub fn field(&self, name: &str) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.name == name)
    }
}

impl Shape {
    /// Whether such a value has no objects of the specification below it.
    pub fn is_own(self) -> bool {
        match self {
            Shape::Anything
            | Shape::Text
            | Shape::Version
            | Shape::Boolean
            | Shape::Exclusive
            | Shape::Number
            | Shape::Count
            | Shape::OneOf(_)
            | Shape::Link(_) => true,
            Shape::List(inner) | Shape::Map(inner) | Shape::BooleanOr(inner) => inner.is_own(),
            Shape::Object(_) | Shape::Reference(_) => false,
        }
    }
}

/// A field with a fixed name.
#[derive(Debug)]
pub struct Field {
    /// The name.
    pub name: &'static str,
    /// What its value must look like.
    pub shape: Shape,
    /// Whether the object is wrong without it.
    pub need: Need,
}

/// Whether a field must be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// It must: without it, nobody knows what is meant.
    Required,
    /// It should: the specification asks for it, but nothing is unclear without it.
    Expected,
    /// It may.
    Optional,
}

use Need::{Expected, Optional, Required};
use Shape::{
    Anything, Boolean, BooleanOr, Count, Exclusive, Link, List, Map, Number, OneOf, Reference,
    Text, Version,
};

const fn field(name: &'static str, shape: Shape, need: Need) -> Field {
    Field { name, shape, need }
}

macro_rules! objects {
    ($($ident:ident = $name:literal { $($field:literal: $shape:expr, $need:ident;)* } $(others: $patterned:expr)? $(, rules: $rules:expr)?;)*) => {
        $(
            /// An object of the specification; see its section of the same name.
            pub static $ident: Object = Object {
                name: $name,
                fields: &[$(field($field, $shape, $need)),*],
                patterned: objects!(@patterned $($patterned)?),
                rules: objects!(@rules $($rules)?),
            };
        )*
    };
    (@patterned) => { None };
    (@patterned $patterned:expr) => { Some($patterned) };
    (@rules) => { &[] };
    (@rules $rules:expr) => { &$rules };
}

objects! {
    OPENAPI = "the OpenAPI object" {
        "openapi": Version, Required;
        "info": Shape::Object(&INFO), Expected;
        "servers": List(&Shape::Object(&SERVER)), Optional;
        "paths": Shape::Object(&PATHS), Expected;
        "components": Shape::Object(&COMPONENTS), Optional;
        "security": List(&Map(&List(&Text))), Optional;
        "tags": List(&Shape::Object(&TAG)), Optional;
        "externalDocs": Shape::Object(&EXTERNAL_DOCS), Optional;
    }, rules: [security::requirements, scopes::requirements, tags::declared];
    INFO = "an info object" {
        "title": Text, Expected;
        "description": Text, Optional;
        "termsOfService": Text, Optional;
        "contact": Shape::Object(&CONTACT), Optional;
        "license": Shape::Object(&LICENSE), Optional;
        "version": Version, Expected;
    }, rules: [url::urls];
    CONTACT = "a contact object" {
        "name": Text, Optional;
        "url": Text, Optional;
        "email": Text, Optional;
    }, rules: [url::urls];
    LICENSE = "a license object" {
        "name": Text, Expected;
        "url": Text, Optional;
    }, rules: [url::urls];
    SERVER = "a server object" {
        "url": Text, Required;
        "description": Text, Optional;
        "variables": Map(&Shape::Object(&SERVER_VARIABLE)), Optional;
    }, rules: [server::variables, expression::server];
    SERVER_VARIABLE = "a server variable object" {
        "enum": List(&Version), Optional;
        "default": Version, Required;
        "description": Text, Optional;
    };
    COMPONENTS = "the components object" {
        "schemas": Map(&Reference(&SCHEMA)), Optional;
        "responses": Map(&Reference(&RESPONSE)), Optional;
        "parameters": Map(&Reference(&PARAMETER)), Optional;
        "examples": Map(&Reference(&EXAMPLE)), Optional;
        "requestBodies": Map(&Reference(&REQUEST_BODY)), Optional;
        "headers": Map(&Reference(&HEADER)), Optional;
        "securitySchemes": Map(&Reference(&SECURITY_SCHEME)), Optional;
        "links": Map(&Reference(&LINK)), Optional;
        "callbacks": Map(&Reference(&CALLBACK)), Optional;
    }, rules: [component_names::names, header::values];
    PATHS = "the paths object" {} others: Shape::Object(&PATH_ITEM), rules: [paths::templates, expression::paths];
    PATH_ITEM = "a path item object" {
        "$ref": Link(&PATH_ITEM), Optional;
        "summary": Text, Optional;
        "description": Text, Optional;
        "get": Shape::Object(&OPERATION), Optional;
        "put": Shape::Object(&OPERATION), Optional;
        "post": Shape::Object(&OPERATION), Optional;
        "delete": Shape::Object(&OPERATION), Optional;
        "options": Shape::Object(&OPERATION), Optional;
        "head": Shape::Object(&OPERATION), Optional;
        "patch": Shape::Object(&OPERATION), Optional;
        "trace": Shape::Object(&OPERATION), Optional;
        "servers": List(&Shape::Object(&SERVER)), Optional;
        "parameters": List(&Reference(&PARAMETER)), Optional;
    }, rules: [parameter::unique, body::without_meaning];
    OPERATION = "an operation object" {
        "tags": List(&Text), Optional;
        "summary": Text, Optional;
        "description": Text, Optional;
        "externalDocs": Shape::Object(&EXTERNAL_DOCS), Optional;
        "operationId": Text, Optional;
        "parameters": List(&Reference(&PARAMETER)), Optional;
        "requestBody": Reference(&REQUEST_BODY), Optional;
        "responses": Shape::Object(&RESPONSES), Expected;
        "callbacks": Map(&Reference(&CALLBACK)), Optional;
        "deprecated": Boolean, Optional;
        "security": List(&Map(&List(&Text))), Optional;
        "servers": List(&Shape::Object(&SERVER)), Optional;
    }, rules: [
        parameter::unique, paths::tags, security::requirements, scopes::requirements,
        empty::of_operation
    ];
    EXTERNAL_DOCS = "an external documentation object" {
        "description": Text, Optional;
        "url": Text, Expected;
    }, rules: [url::urls];
    PARAMETER = "a parameter object" {
        "name": Text, Required;
        "in": OneOf(&["query", "header", "path", "cookie"]), Required;
        "description": Text, Optional;
        "required": Boolean, Optional;
        "deprecated": Boolean, Optional;
        "allowEmptyValue": Boolean, Optional;
        "style": OneOf(&["matrix", "label", "form", "simple", "spaceDelimited", "pipeDelimited", "deepObject"]), Optional;
        "explode": Boolean, Optional;
        "allowReserved": Boolean, Optional;
        "schema": Reference(&SCHEMA), Optional;
        "example": Anything, Optional;
        "examples": Map(&Reference(&EXAMPLE)), Optional;
        "content": Map(&Shape::Object(&MEDIA_TYPE)), Optional;
    }, rules: [parameter::definition, example::of_holder, empty::of_parameter, media_types::names];
    REQUEST_BODY = "a request body object" {
        "description": Text, Optional;
        "content": Map(&Shape::Object(&MEDIA_TYPE)), Required;
        "required": Boolean, Optional;
    }, rules: [media_types::names];
    MEDIA_TYPE = "a media type object" {
        "schema": Reference(&SCHEMA), Optional;
        "example": Anything, Optional;
        "examples": Map(&Reference(&EXAMPLE)), Optional;
        "encoding": Map(&Shape::Object(&ENCODING)), Optional;
    }, rules: [example::of_holder];
    ENCODING = "an encoding object" {
        "contentType": Text, Optional;
        "headers": Map(&Reference(&HEADER)), Optional;
        "style": OneOf(&["form", "spaceDelimited", "pipeDelimited", "deepObject"]), Optional;
        "explode": Boolean, Optional;
        "allowReserved": Boolean, Optional;
    }, rules: [header::values];
    RESPONSES = "a responses object" {} others: Reference(&RESPONSE), rules: [body::statuses];
    RESPONSE = "a response object" {
        "description": Text, Expected;
        "headers": Map(&Reference(&HEADER)), Optional;
        "content": Map(&Shape::Object(&MEDIA_TYPE)), Optional;
        "links": Map(&Reference(&LINK)), Optional;
    }, rules: [media_types::names, header::values];
    EXAMPLE = "an example object" {
        "summary": Text, Optional;
        "description": Text, Optional;
        "value": Anything, Optional;
        "externalValue": Text, Optional;
    }, rules: [example::object];
    HEADER = "a header object" {
        "description": Text, Optional;
        "required": Boolean, Optional;
        "deprecated": Boolean, Optional;
        "allowEmptyValue": Boolean, Optional;
        "style": OneOf(&["simple"]), Optional;
        "explode": Boolean, Optional;
        "allowReserved": Boolean, Optional;
        "schema": Reference(&SCHEMA), Optional;
        "example": Anything, Optional;
        "examples": Map(&Reference(&EXAMPLE)), Optional;
        "content": Map(&Shape::Object(&MEDIA_TYPE)), Optional;
    }, rules: [example::of_holder, empty::of_parameter, media_types::names];
    CALLBACK = "a callback object" {} others: Shape::Object(&PATH_ITEM), rules: [expression::callback];
    LINK = "a link object" {
        "operationRef": Text, Optional;
        "operationId": Text, Optional;
        "parameters": Map(&Anything), Optional;
        "requestBody": Anything, Optional;
        "description": Text, Optional;
        "server": Shape::Object(&SERVER), Optional;
    }, rules: [link::operation];
    TAG = "a tag object" {
        "name": Text, Required;
        "description": Text, Optional;
        "externalDocs": Shape::Object(&EXTERNAL_DOCS), Optional;
    };
    SCHEMA = "a schema object" {
        "title": Text, Optional;
        "multipleOf": Number, Optional;
        "maximum": Number, Optional;
        "exclusiveMaximum": Exclusive, Optional;
        "minimum": Number, Optional;
        "exclusiveMinimum": Exclusive, Optional;
        "maxLength": Count, Optional;
        "minLength": Count, Optional;
        "pattern": Text, Optional;
        "maxItems": Count, Optional;
        "minItems": Count, Optional;
        "uniqueItems": Boolean, Optional;
        "maxProperties": Count, Optional;
        "minProperties": Count, Optional;
        "required": List(&Text), Optional;
        "enum": List(&Anything), Optional;
        "type": OneOf(&["string", "number", "integer", "boolean", "array", "object"]), Optional;
        "allOf": List(&Reference(&SCHEMA)), Optional;
        "oneOf": List(&Reference(&SCHEMA)), Optional;
        "anyOf": List(&Reference(&SCHEMA)), Optional;
        "not": Reference(&SCHEMA), Optional;
        "items": Reference(&SCHEMA), Optional;
        "properties": Map(&Reference(&SCHEMA)), Optional;
        "additionalProperties": BooleanOr(&Reference(&SCHEMA)), Optional;
        "description": Text, Optional;
        "format": Text, Optional;
        "default": Anything, Optional;
        "nullable": Boolean, Optional;
        "discriminator": Shape::Object(&DISCRIMINATOR), Optional;
        "readOnly": Boolean, Optional;
        "writeOnly": Boolean, Optional;
        "xml": Shape::Object(&XML), Optional;
        "externalDocs": Shape::Object(&EXTERNAL_DOCS), Optional;
        "example": Anything, Optional;
        "deprecated": Boolean, Optional;
    }, rules: [items::of_array, empty::of_schema];
    DISCRIMINATOR = "a discriminator object" {
        "propertyName": Text, Required;
        "mapping": Map(&Text), Optional;
    };
    XML = "an XML object" {
        "name": Text, Optional;
        "namespace": Text, Optional;
        "prefix": Text, Optional;
        "attribute": Boolean, Optional;
        "wrapped": Boolean, Optional;
    };
    SECURITY_SCHEME = "a security scheme object" {
        "type": OneOf(&["apiKey", "http", "oauth2", "openIdConnect"]), Required;
        "description": Text, Optional;
        "name": Text, Optional;
        "in": OneOf(&["query", "header", "cookie"]), Optional;
        "scheme": Text, Optional;
        "bearerFormat": Text, Optional;
        "flows": Shape::Object(&OAUTH_FLOWS), Optional;
        "openIdConnectUrl": Text, Optional;
    }, rules: [security::scheme, empty::of_scheme, url::urls];
    OAUTH_FLOWS = "an OAuth flows object" {
        "implicit": Shape::Object(&IMPLICIT_FLOW), Optional;
        "password": Shape::Object(&TOKEN_FLOW), Optional;
        "clientCredentials": Shape::Object(&TOKEN_FLOW), Optional;
        "authorizationCode": Shape::Object(&CODE_FLOW), Optional;
    };
    IMPLICIT_FLOW = "an OAuth flow object" {
        "authorizationUrl": Text, Expected;
        "tokenUrl": Text, Optional;
        "refreshUrl": Text, Optional;
        "scopes": Map(&Text), Expected;
    }, rules: [url::urls];
    TOKEN_FLOW = "an OAuth flow object" {
        "authorizationUrl": Text, Optional;
        "tokenUrl": Text, Expected;
        "refreshUrl": Text, Optional;
        "scopes": Map(&Text), Expected;
    }, rules: [url::urls];
    CODE_FLOW = "an OAuth flow object" {
        "authorizationUrl": Text, Expected;
        "tokenUrl": Text, Expected;
        "refreshUrl": Text, Optional;
        "scopes": Map(&Text), Expected;
    }, rules: [url::urls];
}
