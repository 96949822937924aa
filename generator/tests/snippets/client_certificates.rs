//! Client certificates: credentials without a secret.

use insta::assert_snapshot;

use crate::support::V3_1;

#[test]
fn a_client_certificate_is_a_credential_without_a_secret() {
    let emitted = V3_1.emit(
        "
        paths:
          /things: {get: {operationId: getThing, security: [{certificate: []}], responses: {'204': {description: ''}}}}
          /others: {get: {operationId: getOther, security: [{certificate: [], key: []}], responses: {'204': {description: ''}}}}
        components:
          securitySchemes:
            certificate: {type: mutualTLS, description: Issued by us.}
            key: {type: apiKey, name: X-Key, in: header}
        ",
    );
    assert_snapshot!(emitted.file("src/credentials.rs"), @r#"
    //! The credentials that the operations require.

    use crate::runtime::credentials::{Authorization, Credentials, Secret};

    /// Lower-case names of the headers that carry credentials.
    pub(crate) const HEADERS: &[&str] = &["x-key"];

    /// The credential `certificate`, sent by the transport as a client certificate.
    ///
    /// Issued by us.
    #[derive(Clone, Debug, Default)]
    pub struct Certificate {}

    impl Certificate {
        /// Creates the credentials. The certificate is configured on the transport.
        pub fn new() -> Self {
            Self {}
        }
    }

    impl Credentials for Certificate {
        fn authorize(&self, _: &mut Authorization<'_>) {}
    }

    /// The credentials `certificate`, sent by the transport as a client certificate, and `key`,
    /// sent in the header `x-key`.
    ///
    /// - `certificate`: Issued by us.
    #[derive(Clone, Debug)]
    pub struct CertificateKey {
        key: Secret,
    }

    impl CertificateKey {
        /// Creates the credentials. Neither errors nor `Debug` output show the secret.
        pub fn new(key: impl Into<String>) -> Self {
            Self {
                key: Secret::new(key),
            }
        }
    }

    impl Credentials for CertificateKey {
        fn authorize(&self, authorization: &mut Authorization<'_>) {
            authorization.header("x-key", &self.key);
        }
    }
    "#);
}
