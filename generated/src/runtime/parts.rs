//! The parts of a request that is being assembled.

use crate::runtime::client::Core;
use crate::runtime::encode::{self, ParameterValue, Refusal};
use crate::runtime::error::{Error, Kind, Label};
use crate::runtime::form;
use crate::runtime::style::{self, Escape, Style};
use crate::runtime::url;
use bytes::Bytes;
use http::header::{
    ACCEPT, CONNECTION, CONTENT_LENGTH, CONTENT_TYPE, COOKIE, HOST, TRANSFER_ENCODING, USER_AGENT,
};
use http::{HeaderMap, HeaderName, HeaderValue};
use serde::Serialize;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

/// The parts of a request that is being assembled.
///
/// Arguments are taken as they are. The first one that cannot be sent is kept as a refusal, which ends the call before anything is sent.
pub struct Parts {
    pub(crate) core: Arc<Core>,
    pub(crate) label: Label,
    pub(crate) idempotent: Option<bool>,
    pub(crate) timeout: Option<Duration>,
    pub(crate) retries: Option<u32>,
    pub(crate) headers: HeaderMap,
    /// The path's parameters, already encoded.
    path: Vec<(&'static str, String)>,
    /// The query's parameters with their pairs, already encoded.
    query: Vec<(&'static str, String)>,
    body: Option<Bytes>,
    refusal: Option<String>,
}

impl Parts {
    pub(crate) fn new(
        core: Arc<Core>,
        label: Label,
        accept: &'static str,
        idempotent: Option<bool>,
    ) -> Self {
        let mut headers = HeaderMap::new();
        headers.insert(USER_AGENT, core.user_agent.clone());
        let mut parts = Self {
            core,
            label,
            idempotent,
            timeout: None,
            retries: None,
            headers,
            path: Vec::new(),
            query: Vec::new(),
            body: None,
            refusal: None,
        };
        parts.insert_header("accept", &ACCEPT, accept);
        parts
    }

    /// Sets a parameter of the path.
    pub fn path(&mut self, name: &'static str, value: impl Serialize) {
        self.path_value(name, Style::Simple, ParameterValue::of(value));
    }

    /// Sets a parameter of the path in another style.
    pub fn path_as(&mut self, name: &'static str, style: Style, value: impl Serialize) {
        self.path_value(name, style, ParameterValue::of(value));
    }

    /// Sets a parameter of the path to JSON text.
    pub fn path_json(&mut self, name: &'static str, value: impl Serialize) {
        self.path_value(name, Style::Simple, json_text(&value));
    }

    /// Sets a parameter of the query.
    pub fn query(&mut self, name: &'static str, value: impl Serialize) {
        self.query_value(
            name,
            Style::FormExplode,
            encode::percent,
            ParameterValue::of(value),
        );
    }

    /// Sets a parameter of the query in another style.
    pub fn query_as(&mut self, name: &'static str, style: Style, value: impl Serialize) {
        self.query_value(name, style, encode::percent, ParameterValue::of(value));
    }

    /// Sets a parameter of the query, with reserved characters as they are where they do no harm.
    pub fn query_reserved(&mut self, name: &'static str, value: impl Serialize) {
        self.query_value(
            name,
            Style::FormExplode,
            encode::percent_harmful,
            ParameterValue::of(value),
        );
    }

    /// Sets a parameter of the query to JSON text.
    pub fn query_json(&mut self, name: &'static str, value: impl Serialize) {
        self.query_value(name, Style::Form, encode::percent, json_text(&value));
    }

    /// Sets a parameter that is a header.
    pub fn header(&mut self, name: &'static str, value: impl Serialize) {
        self.header_value(name, Style::Simple, ParameterValue::of(value));
    }

    /// Sets a parameter that is a header in another style.
    pub fn header_as(&mut self, name: &'static str, style: Style, value: impl Serialize) {
        self.header_value(name, style, ParameterValue::of(value));
    }

    /// Sets a parameter that is a header to JSON text.
    pub fn header_json(&mut self, name: &'static str, value: impl Serialize) {
        self.header_value(name, Style::Simple, json_text(&value));
    }

    /// Sets a parameter that is a cookie.
    pub fn cookie(&mut self, name: &'static str, value: impl Serialize) {
        self.cookie_value(name, Style::FormExplode, ParameterValue::of(value));
    }

    /// Sets a parameter that is a cookie in another style.
    pub fn cookie_as(&mut self, name: &'static str, style: Style, value: impl Serialize) {
        self.cookie_value(name, style, ParameterValue::of(value));
    }

    /// Sets a parameter that is a cookie to JSON text.
    pub fn cookie_json(&mut self, name: &'static str, value: impl Serialize) {
        self.cookie_value(name, Style::Form, json_text(&value));
    }

    /// Sets the body, as JSON.
    pub fn json(&mut self, body: impl Serialize) {
        self.json_body(serde_json::to_vec(&body));
    }

    /// Sets the body, as a form; these fields have styles of their own.
    pub fn form(&mut self, body: impl Serialize, styles: &[(&str, Style)]) {
        self.form_body(ParameterValue::of(body), styles);
    }

    /// Sets the body to text or bytes of a media type.
    pub fn plain(&mut self, media_type: &'static str, body: impl Into<Bytes>) {
        self.set_body(media_type, body.into());
    }

    /// Sets a header that the caller has chosen; `None` stands for what is no legal name or value.
    pub(crate) fn chosen_header(&mut self, name: Option<HeaderName>, value: Option<HeaderValue>) {
        let Some(name) = name else {
            return self
                .refuse("a name given to `with_header` is no legal name of a header".to_owned());
        };
        let Some(value) = value else {
            return self.refuse(format!(
                "the value of the header `{name}` is no legal header value"
            ));
        };
        let own = [
            HOST,
            CONTENT_LENGTH,
            CONTENT_TYPE,
            TRANSFER_ENCODING,
            CONNECTION,
        ];
        if own.contains(&name) || crate::credentials::HEADERS.contains(&name.as_str()) {
            return self.refuse(format!("the header `{name}` is set by the client alone"));
        }
        self.headers.insert(name, value);
    }

    /// Keeps why the request cannot be sent, unless an earlier argument was refused.
    pub(crate) fn refuse(&mut self, problem: String) {
        self.refusal.get_or_insert(problem);
    }

    /// Sets a pair of the query, in place of an earlier one of this name.
    pub(crate) fn set_query(&mut self, name: &'static str, value: &str) {
        let pair = format!("{}={}", encode::percent(name), encode::percent(value));
        self.set_pairs(name, pair);
    }

    /// Sets what a parameter adds to the query. A parameter that is set twice has the last value.
    fn set_pairs(&mut self, name: &'static str, pairs: String) {
        self.query.retain(|(known, _)| *known != name);
        self.query.push((name, pairs));
    }

    /// Puts the parts together.
    pub(crate) fn into_http_request(self) -> Result<http::Request<Bytes>, Error> {
        let query: Vec<&str> = self
            .query
            .iter()
            .map(|(_, pairs)| pairs.as_str())
            .filter(|pairs| !pairs.is_empty())
            .collect();
        let query = query.join("&");
        let uri = match self.refusal {
            Some(problem) => Err(problem),
            None => url::assemble(&self.core.base_url, self.label.path, &self.path, &query),
        };
        let uri = match uri {
            Ok(uri) => uri,
            Err(problem) => {
                return Err(Error::of_call(
                    Kind::InvalidArgument(problem),
                    self.label,
                    0,
                    None,
                    None,
                ));
            }
        };
        let mut request = http::Request::new(self.body.unwrap_or_default());
        *request.method_mut() = self.label.method;
        *request.uri_mut() = uri;
        *request.headers_mut() = self.headers;
        Ok(request)
    }

    fn path_value(
        &mut self,
        name: &'static str,
        style: Style,
        value: Result<ParameterValue, Refusal>,
    ) {
        match value.and_then(|value| style::text(name, &value, style, encode::percent)) {
            Ok(text) => self.path.push((name, text)),
            Err(problem) => self.refuse(format!("the path parameter `{name}` {problem}")),
        }
    }

    fn query_value(
        &mut self,
        name: &'static str,
        style: Style,
        escape: Escape,
        value: Result<ParameterValue, Refusal>,
    ) {
        match value.and_then(|value| style::pairs(name, &value, style, escape)) {
            Ok(pairs) => {
                let pairs: Vec<String> = pairs
                    .iter()
                    .map(|(name, value)| format!("{name}={value}"))
                    .collect();
                self.set_pairs(name, pairs.join("&"));
            }
            Err(problem) => self.refuse(format!("the query parameter `{name}` {problem}")),
        }
    }

    fn header_value(
        &mut self,
        name: &'static str,
        style: Style,
        value: Result<ParameterValue, Refusal>,
    ) {
        let header = HeaderName::from_bytes(name.as_bytes());
        match (header, value) {
            (Ok(_), Ok(ParameterValue::Absent)) => {}
            (Ok(header), Ok(value)) => match style::text(name, &value, style, str::to_owned) {
                Ok(text) => self.insert_header(name, &header, &text),
                Err(problem) => self.refuse(format!("the header `{name}` {problem}")),
            },
            (Ok(_), Err(problem)) => self.refuse(format!("the header `{name}` {problem}")),
            (Err(_), _) => self.refuse(format!("`{name}` is no legal name of a header")),
        }
    }

    fn cookie_value(
        &mut self,
        name: &'static str,
        style: Style,
        value: Result<ParameterValue, Refusal>,
    ) {
        match value.and_then(|value| style::pairs(name, &value, style, encode::percent)) {
            Ok(pairs) => {
                let others = self
                    .headers
                    .get(COOKIE)
                    .and_then(|cookies| cookies.to_str().ok());
                let pairs = pairs.iter().map(|(name, value)| format!("{name}={value}"));
                let cookies: Vec<String> =
                    others.map(str::to_owned).into_iter().chain(pairs).collect();
                if !cookies.is_empty() {
                    self.insert_header("cookie", &COOKIE, &cookies.join("; "));
                }
            }
            Err(problem) => self.refuse(format!("the cookie `{name}` {problem}")),
        }
    }

    fn form_body(&mut self, body: Result<ParameterValue, Refusal>, styles: &[(&str, Style)]) {
        match body.and_then(|body| form::text(&body, styles)) {
            Ok(text) => self.set_body("application/x-www-form-urlencoded", Bytes::from(text)),
            Err(problem) => self.refuse(format!("the body {problem}")),
        }
    }

    fn set_body(&mut self, media_type: &'static str, body: Bytes) {
        self.body = Some(body);
        self.insert_header("content-type", &CONTENT_TYPE, media_type);
    }

    fn insert_header(&mut self, name: &str, header: &HeaderName, text: &str) {
        // A header may hold text beyond ASCII as it is, in UTF-8.
        match HeaderValue::from_bytes(text.as_bytes()) {
            Ok(value) => drop(self.headers.insert(header, value)),
            Err(_) => self.refuse(format!(
                "the value of the header `{name}` is no legal header value"
            )),
        }
    }

    fn json_body(&mut self, json: serde_json::Result<Vec<u8>>) {
        match json {
            Ok(json) => self.set_body("application/json", Bytes::from(json)),
            Err(_) => self.refuse("the body cannot be written as JSON".to_owned()),
        }
    }
}

/// A value as the JSON text that is the parameter.
fn json_text(value: &impl Serialize) -> Result<ParameterValue, Refusal> {
    match serde_json::to_string(value) {
        Ok(text) => Ok(ParameterValue::Primitive(text)),
        Err(_) => Err("cannot be written as JSON"),
    }
}

impl fmt::Debug for Parts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Arguments, headers and bodies hold secrets and personal data.
        write!(f, "{}", self.label)
    }
}
