//! Security schemes.

use super::Expected::{Boolean, Map, Object as Is, OneOf, Text};
use super::{Dialect, Field, Need, Object, Versions, objects};
use crate::parse::check::rules::{security, url};

objects! {
    SECURITY_SCHEME = "a security scheme object" {
        "type": OneOf(&["apiKey", "http", "oauth2", "openIdConnect"]), Required, until V3_0;
        "type": OneOf(&["apiKey", "http", "mutualTLS", "oauth2", "openIdConnect"]), Required, from V3_1;
        "description": Text, Optional;
        "name": Text, Optional;
        "in": OneOf(&["query", "header", "cookie"]), Optional;
        "scheme": Text, Optional;
        "bearerFormat": Text, Optional;
        "flows": Is(&OAUTH_FLOWS), Optional;
        "openIdConnectUrl": Text, Optional;
        "oauth2MetadataUrl": Text, Optional, from V3_2;
        "deprecated": Boolean, Optional, from V3_2;
    }, rules: [security::http, url::urls];
    OAUTH_FLOWS = "an OAuth flows object" {
        "implicit": Is(&IMPLICIT_FLOW), Optional;
        "password": Is(&TOKEN_FLOW), Optional;
        "clientCredentials": Is(&TOKEN_FLOW), Optional;
        "authorizationCode": Is(&CODE_FLOW), Optional;
        "deviceAuthorization": Is(&DEVICE_FLOW), Optional, from V3_2;
    };
    IMPLICIT_FLOW = "an OAuth flow object" {
        "authorizationUrl": Text, RequiredButRecoverable;
        "tokenUrl": Text, Optional;
        "refreshUrl": Text, Optional;
        "scopes": Map(&Text), RequiredButRecoverable;
    }, rules: [url::urls];
    TOKEN_FLOW = "an OAuth flow object" {
        "authorizationUrl": Text, Optional;
        "tokenUrl": Text, RequiredButRecoverable;
        "refreshUrl": Text, Optional;
        "scopes": Map(&Text), RequiredButRecoverable;
    }, rules: [url::urls];
    CODE_FLOW = "an OAuth flow object" {
        "authorizationUrl": Text, RequiredButRecoverable;
        "tokenUrl": Text, RequiredButRecoverable;
        "refreshUrl": Text, Optional;
        "scopes": Map(&Text), RequiredButRecoverable;
    }, rules: [url::urls];
    DEVICE_FLOW = "an OAuth flow object" {
        "deviceAuthorizationUrl": Text, RequiredButRecoverable;
        "tokenUrl": Text, RequiredButRecoverable;
        "refreshUrl": Text, Optional;
        "scopes": Map(&Text), RequiredButRecoverable;
    }, rules: [url::urls];
}
