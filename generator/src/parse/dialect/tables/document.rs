//! The document as a whole: what it is, where it is served, and what its parts share.

use super::Expected::{
    Anything, List, Map, NumericText, Object as Is, ObjectOrReference, Schema, Text,
};
use super::operation::{CALLBACK, EXAMPLE, LINK, PATH_ITEM, PATHS, REQUEST_BODY, RESPONSE};
use super::parameter::{HEADER, MEDIA_TYPE, PARAMETER};
use super::security::SECURITY_SCHEME;
use super::{Dialect, Field, Need, Object, Versions, objects};
use crate::parse::check::rules::{
    component_names, document, expression, scopes, security, server, tags, url,
};

objects! {
    OPENAPI = "the OpenAPI object" {
        // The dialect is read from it.
        "openapi": Anything, Required;
        "$self": Text, Optional, from V3_2;
        "info": Is(&INFO), RequiredButRecoverable;
        "jsonSchemaDialect": Text, Optional, from V3_1;
        "servers": List(&Is(&SERVER)), Optional;
        "paths": Is(&PATHS), RequiredButRecoverable, until V3_0;
        "paths": Is(&PATHS), Optional, from V3_1;
        "webhooks": Map(&Is(&PATH_ITEM)), Optional, from V3_1;
        "components": Is(&COMPONENTS), Optional;
        "security": List(&Map(&List(&Text))), Optional;
        "tags": List(&Is(&TAG)), Optional;
        "externalDocs": Is(&EXTERNAL_DOCS), Optional;
    }, rules: [
        document::uris, security::requirements, scopes::requirements, tags::declared
    ];
    INFO = "an info object" {
        "title": Text, RequiredButRecoverable;
        "summary": Text, Optional, from V3_1;
        "description": Text, Optional;
        "termsOfService": Text, Optional;
        "contact": Is(&CONTACT), Optional;
        "license": Is(&LICENSE), Optional;
        "version": NumericText, RequiredButRecoverable;
    }, rules: [url::urls];
    CONTACT = "a contact object" {
        "name": Text, Optional;
        "url": Text, Optional;
        "email": Text, Optional;
    }, rules: [url::urls];
    LICENSE = "a license object" {
        "name": Text, RequiredButRecoverable;
        "identifier": Text, Optional, from V3_1;
        "url": Text, Optional;
    }, rules: [url::urls];
    SERVER = "a server object" {
        "url": Text, Required;
        "description": Text, Optional;
        "name": Text, Optional, from V3_2;
        "variables": Map(&Is(&SERVER_VARIABLE)), Optional;
    }, rules: [server::variables, expression::server];
    SERVER_VARIABLE = "a server variable object" {
        "enum": List(&NumericText), Optional;
        "default": NumericText, Required;
        "description": Text, Optional;
    };
    COMPONENTS = "the components object" {
        "schemas": Map(&Schema), Optional;
        "responses": Map(&ObjectOrReference(&RESPONSE)), Optional;
        "parameters": Map(&ObjectOrReference(&PARAMETER)), Optional;
        "examples": Map(&ObjectOrReference(&EXAMPLE)), Optional;
        "requestBodies": Map(&ObjectOrReference(&REQUEST_BODY)), Optional;
        "headers": Map(&ObjectOrReference(&HEADER)), Optional;
        "securitySchemes": Map(&ObjectOrReference(&SECURITY_SCHEME)), Optional;
        "links": Map(&ObjectOrReference(&LINK)), Optional;
        "callbacks": Map(&ObjectOrReference(&CALLBACK)), Optional;
        "pathItems": Map(&Is(&PATH_ITEM)), Optional, from V3_1;
        "mediaTypes": Map(&ObjectOrReference(&MEDIA_TYPE)), Optional, from V3_2;
    }, rules: [component_names::names];
    EXTERNAL_DOCS = "an external documentation object" {
        "description": Text, Optional;
        "url": Text, RequiredButRecoverable;
    }, rules: [url::urls];
    TAG = "a tag object" {
        "name": Text, Required;
        "summary": Text, Optional, from V3_2;
        "description": Text, Optional;
        "externalDocs": Is(&EXTERNAL_DOCS), Optional;
        "parent": Text, Optional, from V3_2;
        "kind": Text, Optional, from V3_2;
    };
    // What `$ref` leads to depends on the place of the reference.
    REFERENCE = "a reference object" {
        "$ref": Text, Required;
        "summary": Text, Optional, from V3_1;
        "description": Text, Optional, from V3_1;
    };
}
