//! The settings of a client.

use crate::runtime::base_url::BaseUrl;
use crate::runtime::client::{Client, Core};
use crate::runtime::error::{Error, Kind};
#[cfg(feature = "reqwest")]
use crate::runtime::reqwest::ReqwestTransport;
use crate::runtime::transport::Transport;
use http::HeaderValue;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

/// The settings of a [`Client`], judged when it is [built](Self::build).
#[must_use = "a builder does nothing until `build` is called"]
pub struct ClientBuilder<C> {
    credentials: C,
    settings: Settings,
}

struct Settings {
    base_url: String,
    user_agent: String,
    timeout: Duration,
    max_response_bytes: usize,
    max_retries: u32,
    way_out: WayOut,
}

enum WayOut {
    Default,
    #[cfg(feature = "reqwest")]
    Reqwest(Box<reqwest::ClientBuilder>),
    Own(Box<dyn Transport>),
}

impl<C> ClientBuilder<C> {
    pub(crate) fn new(credentials: C) -> Self {
        let settings = Settings {
            base_url: crate::servers::DEFAULT.to_owned(),
            user_agent: concat!(env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION")).to_owned(),
            timeout: Duration::from_secs(30),
            max_response_bytes: 16 * 1024 * 1024,
            max_retries: 2,
            way_out: WayOut::Default,
        };
        Self {
            credentials,
            settings,
        }
    }

    /// The URL that the paths of the operations are appended to; the first server of the API by default.
    ///
    /// It is absolute and may have a path, but no user name, query or fragment. A slash at its end makes no difference.
    pub fn base_url(mut self, base_url: &str) -> Self {
        base_url.clone_into(&mut self.settings.base_url);
        self
    }

    /// The time for a whole call, with its waits, its repetitions and the body of the answer; 30 seconds by default.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.settings.timeout = timeout;
        self
    }

    /// The header `User-Agent` of all requests; name and version of this crate by default.
    pub fn user_agent(mut self, user_agent: &str) -> Self {
        user_agent.clone_into(&mut self.settings.user_agent);
        self
    }

    /// How large the body of an answer may be; 16 MiB by default.
    pub fn max_response_bytes(mut self, max_response_bytes: usize) -> Self {
        self.settings.max_response_bytes = max_response_bytes;
        self
    }

    /// How often a request may be sent again; 2 times by default.
    ///
    /// Only what is safe is repeated. A method that is not idempotent is repeated where the server did not do the work: where
    /// there was no connection, and after the statuses 429 and 503. An idempotent one also after 408, 500, 502 and 504. The waits in
    /// between grow, or last as long as the header `Retry-After` asks.
    pub fn max_retries(mut self, max_retries: u32) -> Self {
        self.settings.max_retries = max_retries;
        self
    }

    /// Sends requests through a reqwest client with settings of your own, such as a proxy or certificates.
    ///
    /// Its policy for redirects and for the header `Referer` is overridden, so that credentials stay with their server.
    #[cfg(feature = "reqwest")]
    pub fn reqwest(mut self, builder: reqwest::ClientBuilder) -> Self {
        self.settings.way_out = WayOut::Reqwest(Box::new(builder));
        self
    }

    /// Sends requests through a transport of your own.
    pub fn transport(mut self, transport: impl Transport) -> Self {
        self.settings.way_out = WayOut::Own(Box::new(transport));
        self
    }

    /// Builds the client.
    ///
    /// It fails where the base URL or the user agent is not usable, and where TLS cannot be set up.
    pub fn build(self) -> Result<Client<C>, Error> {
        Ok(Client {
            core: Arc::new(self.settings.into_core()?),
            credentials: self.credentials,
        })
    }
}

impl Settings {
    fn into_core(self) -> Result<Core, Error> {
        let base_url = BaseUrl::parse(&self.base_url).map_err(refusal)?;
        let user_agent = HeaderValue::from_str(&self.user_agent)
            .map_err(|_| refusal("the user agent is no legal header value"))?;
        Ok(Core {
            base_url,
            user_agent,
            timeout: self.timeout,
            max_response_bytes: self.max_response_bytes,
            max_retries: self.max_retries,
            transport: self.way_out.into_transport()?,
        })
    }
}

fn refusal(problem: &'static str) -> Error {
    Error::of_setup(Kind::InvalidArgument(problem.to_owned()), None)
}

impl WayOut {
    fn into_transport(self) -> Result<Box<dyn Transport>, Error> {
        match self {
            #[cfg(feature = "reqwest")]
            Self::Default => ReqwestTransport::new(ReqwestTransport::default_builder()).map(boxed),
            #[cfg(not(feature = "reqwest"))]
            Self::Default => Err(Error::of_setup(
                Kind::Setup(
                    "no transport: give one with `transport`, or switch on the feature `reqwest`",
                ),
                None,
            )),
            #[cfg(feature = "reqwest")]
            Self::Reqwest(builder) => ReqwestTransport::new(*builder).map(boxed),
            Self::Own(transport) => Ok(transport),
        }
    }
}

#[cfg(feature = "reqwest")]
fn boxed(transport: ReqwestTransport) -> Box<dyn Transport> {
    Box::new(transport)
}

impl<C> fmt::Debug for ClientBuilder<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The base URL has not been judged yet: it may hold a password.
        f.debug_struct("ClientBuilder")
            .field("timeout", &self.settings.timeout)
            .field("max_response_bytes", &self.settings.max_response_bytes)
            .field("max_retries", &self.settings.max_retries)
            .finish_non_exhaustive()
    }
}
