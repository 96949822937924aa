//! Header parameters that are idempotency keys.

use insta::assert_snapshot;

use crate::support::{Emitted, emit};

/// An operation with a header parameter of these fields.
fn with_header(fields: &str) -> Emitted {
    emit(&format!(
        "
    paths:
      /payments:
        post:
          operationId: pay
          parameters: [{{in: header, {fields}}}]
          responses: {{'204': {{description: Paid.}}}}
    "
    ))
}

#[test]
fn a_key_is_random_unless_it_is_set() {
    let emitted =
        with_header("name: Idempotency-Key, description: Anything unique., schema: {type: string}");
    assert_snapshot!(emitted.item("src/operations/pay.rs", "impl<C> Client<C>"), @r#"
    impl<C> Client<C> {
        /// `POST /payments`
        ///
        /// Optional: [`idempotency_key`][setters].
        ///
        /// [setters]: Request#impl-Request%3CPay%3E
        ///
        /// ```no_run
        /// # use things::*;
        /// # async fn example(client: Client<NoCredentials>) -> Result<(), Error> {
        /// client.pay().await?;
        /// # Ok(())
        /// # }
        /// ```
        pub fn pay(&self) -> Request<Pay> {
            let mut request = Request::new(self);
            request.parts.idempotency_key("Idempotency-Key");
            request
        }
    }
    "#);
    assert_snapshot!(emitted.item("src/operations/pay.rs", "impl Request<Pay>"), @r#"
    impl Request<Pay> {
        /// Anything unique.
        ///
        /// Unless it is set, it is random, and the same for each attempt.
        pub fn idempotency_key(mut self, idempotency_key: impl Into<String>) -> Self {
            self.parts.header("Idempotency-Key", idempotency_key.into());
            self
        }
    }
    "#);
    assert_snapshot!(emitted.paths("src/runtime/idem"), @"src/runtime/idempotency_key.rs");
    assert!(emitted.file("Cargo.toml").contains("\ngetrandom = "));
    // One that is required is set in any case.
    let required = "name: Idempotency-Key, description: Anything unique., required: true, schema: {type: string}";
    let path = "src/operations/pay.rs";
    assert_eq!(with_header(required).file(path), emitted.file(path));
}

#[test]
fn other_headers_are_what_the_caller_sets() {
    for fields in [
        "name: Request-Id, schema: {type: string}",
        "name: Idempotency-Key, schema: {type: integer}",
    ] {
        let emitted = with_header(fields);
        let file = emitted.file("src/operations/pay.rs");
        assert!(!file.contains("parts.idempotency_key"), "{file}");
        assert_eq!(emitted.paths("src/runtime/idem"), "");
        assert!(!emitted.file("Cargo.toml").contains("getrandom"));
    }
}
