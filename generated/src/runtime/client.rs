//! The client: what all its requests share.

use crate::runtime::base_url::BaseUrl;
use crate::runtime::builder::ClientBuilder;
#[cfg(feature = "reqwest")]
use crate::runtime::error::Error;
use crate::runtime::transport::Transport;
use http::HeaderValue;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

/// A client of the API that acts with the credentials `C`.
///
/// It offers the operations that its credentials allow. It is cheap to clone, and its clones share one pool of connections.
#[derive(Clone)]
pub struct Client<C> {
    pub(crate) core: Arc<Core>,
    pub(crate) credentials: C,
}

/// What all clients that came from one builder share.
pub(crate) struct Core {
    pub(crate) transport: Box<dyn Transport>,
    pub(crate) base_url: BaseUrl,
    pub(crate) user_agent: HeaderValue,
    pub(crate) timeout: Duration,
    pub(crate) max_response_bytes: usize,
    pub(crate) max_retries: u32,
}

impl<C> Client<C> {
    /// A client with the default settings. It fails where the API names no server, and where TLS cannot be set up.
    #[cfg(feature = "reqwest")]
    pub fn new(credentials: C) -> Result<Self, Error> {
        Self::builder(credentials).build()
    }

    /// A client with settings of your own.
    pub fn builder(credentials: C) -> ClientBuilder<C> {
        ClientBuilder::new(credentials)
    }

    /// A client that acts with other credentials, on the same pool of connections.
    pub fn with_credentials<D>(&self, credentials: D) -> Client<D> {
        Client {
            core: Arc::clone(&self.core),
            credentials,
        }
    }
}

impl<C> fmt::Debug for Client<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client")
            .field("base_url", &self.core.base_url)
            .field("timeout", &self.core.timeout)
            .field("max_response_bytes", &self.core.max_response_bytes)
            .field("max_retries", &self.core.max_retries)
            .finish_non_exhaustive()
    }
}
