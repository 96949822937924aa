//! Schemas: those of OpenAPI 3.0, and those of JSON Schema 2020-12 in the order of its vocabularies.

use super::Expected::{
    Anything, Boolean, BooleanOr, Count, List, Map, Number, Object as Is, OneOf, RefTo, Schema,
    SomeOf, Text,
};
use super::document::EXTERNAL_DOCS;
use super::{Dialect, Field, Need, Object, Versions, objects};
use crate::parse::check::leftover;
use crate::parse::check::rules::{document, items};

objects! {
    SCHEMA = "a schema object" {
        // Core.
        "$schema": Text, Optional, from V3_1;
        "$vocabulary": Map(&Boolean), Optional, from V3_1;
        "$id": Text, Optional, from V3_1;
        "$anchor": Text, Optional, from V3_1;
        "$ref": RefTo(&SCHEMA), Optional, from V3_1;
        "$dynamicRef": RefTo(&SCHEMA), Optional, from V3_1;
        "$dynamicAnchor": Text, Optional, from V3_1;
        "$defs": Map(&Schema), Optional, from V3_1;
        "$comment": Text, Optional, from V3_1;
        // Applicators.
        "allOf": List(&Schema), Optional;
        "anyOf": List(&Schema), Optional;
        "oneOf": List(&Schema), Optional;
        "not": Schema, Optional;
        "if": Schema, Optional, from V3_1;
        "then": Schema, Optional, from V3_1;
        "else": Schema, Optional, from V3_1;
        "dependentSchemas": Map(&Schema), Optional, from V3_1;
        "prefixItems": List(&Schema), Optional, from V3_1;
        "items": Schema, Optional;
        "contains": Schema, Optional, from V3_1;
        "properties": Map(&Schema), Optional;
        "patternProperties": Map(&Schema), Optional, from V3_1;
        "additionalProperties": BooleanOr(&Schema), Optional, until V3_0;
        "additionalProperties": Schema, Optional, from V3_1;
        "propertyNames": Schema, Optional, from V3_1;
        "unevaluatedItems": Schema, Optional, from V3_1;
        "unevaluatedProperties": Schema, Optional, from V3_1;
        // Validation.
        "type": OneOf(&["string", "number", "integer", "boolean", "array", "object"]), Optional, until V3_0;
        "type": SomeOf(&["string", "number", "integer", "boolean", "array", "object", "null"]), Optional, from V3_1;
        "const": Anything, Optional, from V3_1;
        "enum": List(&Anything), Optional;
        "multipleOf": Number, Optional;
        "maximum": Number, Optional;
        "exclusiveMaximum": Boolean, Optional, until V3_0;
        "exclusiveMaximum": Number, Optional, from V3_1;
        "minimum": Number, Optional;
        "exclusiveMinimum": Boolean, Optional, until V3_0;
        "exclusiveMinimum": Number, Optional, from V3_1;
        "maxLength": Count, Optional;
        "minLength": Count, Optional;
        "pattern": Text, Optional;
        "maxItems": Count, Optional;
        "minItems": Count, Optional;
        "uniqueItems": Boolean, Optional;
        "maxContains": Count, Optional, from V3_1;
        "minContains": Count, Optional, from V3_1;
        "maxProperties": Count, Optional;
        "minProperties": Count, Optional;
        "required": List(&Text), Optional;
        "dependentRequired": Map(&List(&Text)), Optional, from V3_1;
        // Format and content.
        "format": Text, Optional;
        "contentEncoding": Text, Optional, from V3_1;
        "contentMediaType": Text, Optional, from V3_1;
        "contentSchema": Schema, Optional, from V3_1;
        // Annotations.
        "title": Text, Optional;
        "description": Text, Optional;
        "default": Anything, Optional;
        "deprecated": Boolean, Optional;
        "readOnly": Boolean, Optional;
        "writeOnly": Boolean, Optional;
        "examples": List(&Anything), Optional, from V3_1;
        // Those of OpenAPI.
        "nullable": Boolean, Optional, until V3_0;
        "discriminator": Is(&DISCRIMINATOR), Optional;
        "xml": Is(&XML), Optional;
        "externalDocs": Is(&EXTERNAL_DOCS), Optional;
        "example": Anything, Optional;
    }, rules: [items::of_array, document::schema, leftover::formats];
    DISCRIMINATOR = "a discriminator object" {
        "propertyName": Text, Required;
        "mapping": Map(&Text), Optional;
        "defaultMapping": Text, Optional, from V3_2;
    };
    XML = "an XML object" {
        "nodeType": OneOf(&["element", "attribute", "text", "cdata", "none"]), Optional, from V3_2;
        "name": Text, Optional;
        "namespace": Text, Optional;
        "prefix": Text, Optional;
        "attribute": Boolean, Optional;
        "wrapped": Boolean, Optional;
    };
}
