//! The parts of a request that is being assembled.

use crate::runtime::client::Core;
use crate::runtime::encode::{self, ParameterValue, Refusal};
use crate::runtime::error::{Error, Kind, Label};
use crate::runtime::url;
use bytes::Bytes;
use http::header::{
    ACCEPT, CONNECTION, CONTENT_LENGTH, CONTENT_TYPE, HOST, TRANSFER_ENCODING, USER_AGENT,
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
    /// The query, already encoded.
    query: String,
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
            query: String::new(),
            body: None,
            refusal: None,
        };
        parts.insert_header("accept", &ACCEPT, accept);
        parts
    }

    /// Sets a parameter of the path.
    pub fn path(&mut self, name: &'static str, value: impl Serialize) {
        self.path_value(name, ParameterValue::of(value));
    }

    /// Sets a parameter of the query.
    pub fn query(&mut self, name: &'static str, value: impl Serialize) {
        self.query_value(name, ParameterValue::of(value));
    }

    /// Sets a parameter that is a header.
    pub fn header(&mut self, name: &'static str, value: impl Serialize) {
        self.header_value(name, ParameterValue::of(value));
    }

    /// Sets the body, as JSON.
    pub fn json(&mut self, body: impl Serialize) {
        self.json_body(serde_json::to_vec(&body));
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

    pub(crate) fn push_query(&mut self, name: &str, value: &str) {
        if !self.query.is_empty() {
            self.query.push('&');
        }
        self.query.push_str(&encode::percent(name));
        self.query.push('=');
        self.query.push_str(&encode::percent(value));
    }

    /// Puts the parts together.
    pub(crate) fn into_http_request(self) -> Result<http::Request<Bytes>, Error> {
        let uri = match self.refusal {
            Some(problem) => Err(problem),
            None => url::assemble(
                &self.core.base_url,
                self.label.path,
                &self.path,
                &self.query,
            ),
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

    fn path_value(&mut self, name: &'static str, value: Result<ParameterValue, Refusal>) {
        match value {
            Ok(value) => self
                .path
                .push((name, encode::simple(value, encode::percent))),
            Err(problem) => self.refuse(format!("the path parameter `{name}` {problem}")),
        }
    }

    fn query_value(&mut self, name: &'static str, value: Result<ParameterValue, Refusal>) {
        match value {
            Ok(value) => {
                for (name, text) in encode::form(name, value) {
                    self.push_query(&name, &text);
                }
            }
            Err(problem) => self.refuse(format!("the query parameter `{name}` {problem}")),
        }
    }

    fn header_value(&mut self, name: &'static str, value: Result<ParameterValue, Refusal>) {
        let header = HeaderName::from_bytes(name.as_bytes());
        match (header, value) {
            (Ok(_), Ok(ParameterValue::Absent)) => {}
            (Ok(header), Ok(value)) => {
                self.insert_header(name, &header, &encode::simple(value, str::to_owned));
            }
            (Ok(_), Err(problem)) => self.refuse(format!("the header `{name}` {problem}")),
            (Err(_), _) => self.refuse(format!("`{name}` is no legal name of a header")),
        }
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
            Ok(json) => {
                self.body = Some(Bytes::from(json));
                self.headers
                    .insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
            }
            Err(_) => self.refuse("the body cannot be written as JSON".to_owned()),
        }
    }
}

impl fmt::Debug for Parts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Arguments, headers and bodies hold secrets and personal data.
        write!(f, "{}", self.label)
    }
}
