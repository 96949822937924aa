//! Values outside of schemas: parameters, headers, and contents with their encodings.

use super::Expected::{
    Anything, Boolean, List, Map, Object as Is, ObjectOrReference, OneOf, Schema, Text,
};
use super::operation::EXAMPLE;
use super::{Dialect, Field, Need, Object, Versions, objects};
use crate::parse::check::rules::{media_types, parameter};

objects! {
    PARAMETER = "a parameter object" {
        "name": Text, Required;
        "in": OneOf(&["query", "header", "path", "cookie"]), Required, until V3_1;
        "in": OneOf(&["query", "querystring", "header", "path", "cookie"]), Required, from V3_2;
        "description": Text, Optional;
        "required": Boolean, Optional;
        "deprecated": Boolean, Optional;
        "allowEmptyValue": Boolean, Optional;
        "style": OneOf(&["matrix", "label", "form", "simple", "spaceDelimited", "pipeDelimited", "deepObject"]), Optional, until V3_1;
        "style": OneOf(&["matrix", "label", "form", "simple", "spaceDelimited", "pipeDelimited", "deepObject", "cookie"]), Optional, from V3_2;
        "explode": Boolean, Optional;
        "allowReserved": Boolean, Optional;
        "schema": Schema, Optional;
        "example": Anything, Optional;
        "examples": Map(&ObjectOrReference(&EXAMPLE)), Optional;
        "content": Map(&Is(&MEDIA_TYPE)), Optional, until V3_1;
        "content": Map(&ObjectOrReference(&MEDIA_TYPE)), Optional, from V3_2;
    }, rules: [parameter::definition, media_types::names];
    HEADER = "a header object" {
        "description": Text, Optional;
        "required": Boolean, Optional;
        "deprecated": Boolean, Optional;
        "allowEmptyValue": Boolean, Optional;
        "style": OneOf(&["simple"]), Optional;
        "explode": Boolean, Optional;
        "allowReserved": Boolean, Optional;
        "schema": Schema, Optional;
        "example": Anything, Optional;
        "examples": Map(&ObjectOrReference(&EXAMPLE)), Optional;
        "content": Map(&Is(&MEDIA_TYPE)), Optional, until V3_1;
        "content": Map(&ObjectOrReference(&MEDIA_TYPE)), Optional, from V3_2;
    }, rules: [media_types::names];
    MEDIA_TYPE = "a media type object" {
        "description": Text, Optional, from V3_2;
        "schema": Schema, Optional;
        "itemSchema": Schema, Optional, from V3_2;
        "example": Anything, Optional;
        "examples": Map(&ObjectOrReference(&EXAMPLE)), Optional;
        "encoding": Map(&Is(&ENCODING)), Optional;
        "prefixEncoding": List(&Is(&ENCODING)), Optional, from V3_2;
        "itemEncoding": Is(&ENCODING), Optional, from V3_2;
    };
    ENCODING = "an encoding object" {
        "contentType": Text, Optional;
        "headers": Map(&ObjectOrReference(&HEADER)), Optional;
        "style": OneOf(&["form", "spaceDelimited", "pipeDelimited", "deepObject"]), Optional;
        "explode": Boolean, Optional;
        "allowReserved": Boolean, Optional;
        "encoding": Map(&Is(&ENCODING)), Optional, from V3_2;
        "prefixEncoding": List(&Is(&ENCODING)), Optional, from V3_2;
        "itemEncoding": Is(&ENCODING), Optional, from V3_2;
    };
}
