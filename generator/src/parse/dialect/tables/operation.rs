//! Paths, their operations, and what these receive and respond.

use super::Expected::{Anything, Boolean, List, Map, Object as Is, ObjectOrReference, RefTo, Text};
use super::document::{EXTERNAL_DOCS, SERVER};
use super::parameter::{HEADER, MEDIA_TYPE, PARAMETER};
use super::{Dialect, Field, Need, Object, Versions, objects};
use crate::openapi::Status;
use crate::parse::check::rules::{
    body, expression, media_types, operations, parameter, paths, querystring, scopes, security,
};

objects! {
    PATHS = "the paths object" {} others: Is(&PATH_ITEM), named: |key| key.starts_with('/'), rules: [paths::templates, expression::paths];
    PATH_ITEM = "a path item object" {
        "$ref": RefTo(&PATH_ITEM), Optional;
        "summary": Text, Optional;
        "description": Text, Optional;
        "get": Is(&OPERATION), Optional;
        "put": Is(&OPERATION), Optional;
        "post": Is(&OPERATION), Optional;
        "delete": Is(&OPERATION), Optional;
        "options": Is(&OPERATION), Optional;
        "head": Is(&OPERATION), Optional;
        "patch": Is(&OPERATION), Optional;
        "trace": Is(&OPERATION), Optional;
        "query": Is(&OPERATION), Optional, from V3_2;
        "additionalOperations": Map(&Is(&OPERATION)), Optional, from V3_2;
        "servers": List(&Is(&SERVER)), Optional;
        "parameters": List(&ObjectOrReference(&PARAMETER)), Optional;
    }, rules: [parameter::unique, querystring::alone, operations::additional, body::without_meaning];
    OPERATION = "an operation object" {
        "tags": List(&Text), Optional;
        "summary": Text, Optional;
        "description": Text, Optional;
        "externalDocs": Is(&EXTERNAL_DOCS), Optional;
        "operationId": Text, Optional;
        "parameters": List(&ObjectOrReference(&PARAMETER)), Optional;
        "requestBody": ObjectOrReference(&REQUEST_BODY), Optional;
        "responses": Is(&RESPONSES), RequiredButRecoverable, until V3_0;
        "responses": Is(&RESPONSES), Optional, from V3_1;
        "callbacks": Map(&ObjectOrReference(&CALLBACK)), Optional;
        "deprecated": Boolean, Optional;
        "security": List(&Map(&List(&Text))), Optional;
        "servers": List(&Is(&SERVER)), Optional;
    }, rules: [
        parameter::unique, paths::tags, security::requirements, scopes::requirements
    ];
    REQUEST_BODY = "a request body object" {
        "description": Text, Optional;
        "content": Map(&Is(&MEDIA_TYPE)), Required, until V3_1;
        "content": Map(&ObjectOrReference(&MEDIA_TYPE)), Required, from V3_2;
        "required": Boolean, Optional;
    }, rules: [media_types::names];
    RESPONSES = "a responses object" {} others: ObjectOrReference(&RESPONSE), named: |key| Status::read(key).is_some(), rules: [body::statuses];
    RESPONSE = "a response object" {
        "summary": Text, Optional, from V3_2;
        "description": Text, RequiredButRecoverable, until V3_1;
        "description": Text, Optional, from V3_2;
        "headers": Map(&ObjectOrReference(&HEADER)), Optional;
        "content": Map(&Is(&MEDIA_TYPE)), Optional, until V3_1;
        "content": Map(&ObjectOrReference(&MEDIA_TYPE)), Optional, from V3_2;
        "links": Map(&ObjectOrReference(&LINK)), Optional;
    }, rules: [media_types::names];
    CALLBACK = "a callback object" {} others: Is(&PATH_ITEM), named: |key| key.contains(['{', '/']), rules: [expression::callback];
    EXAMPLE = "an example object" {
        "summary": Text, Optional;
        "description": Text, Optional;
        "dataValue": Anything, Optional, from V3_2;
        "serializedValue": Text, Optional, from V3_2;
        "value": Anything, Optional;
        "externalValue": Text, Optional;
    };
    LINK = "a link object" {
        "operationRef": Text, Optional;
        "operationId": Text, Optional;
        "parameters": Map(&Anything), Optional;
        "requestBody": Anything, Optional;
        "description": Text, Optional;
        "server": Is(&SERVER), Optional;
    };
}
