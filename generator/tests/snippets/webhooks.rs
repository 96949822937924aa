//! Webhooks, and documents without paths.

use insta::assert_snapshot;

use crate::support::{V3_1, V3_2};

#[test]
fn a_crate_may_have_webhooks_alone() {
    let emitted = V3_1.emit(
        "
        webhooks:
          newPet:
            post:
              summary: A pet has arrived.
              requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
              responses: {'200': {description: ''}}
          note: {post: {requestBody: {content: {text/plain: {schema: {type: string}}}}}}
          photo:
            post:
              deprecated: true
              requestBody: {content: {image/*: {}}}
          ping: {post: {description: Nothing but a sign of life.}}
        components:
          schemas:
            Pet: {type: object, required: [name], properties: {name: {type: string}}}
        ",
    );
    assert_snapshot!(emitted.file("src/webhooks.rs"), @r#"
    //! The requests that the API sends.
    //!
    //! ```
    //! fn receive(content_type: Option<&str>, body: &[u8]) -> Result<(), things::Error> {
    //!     let received = things::webhooks::NewPet::decode(content_type, body)?;
    //!     println!("{received:?}");
    //!     Ok(())
    //! }
    //! ```

    use crate::runtime::webhook;
    use crate::{Error, models};
    use bytes::Bytes;

    /// A pet has arrived.
    pub enum NewPet {}

    impl NewPet {
        /// The name of the webhook.
        pub const NAME: &'static str = "newPet";

        /// The HTTP method of its request.
        pub const METHOD: &'static str = "POST";

        /// Decodes the body of its request. It fails if the request states another media type, and if the body does not match
        /// the type.
        pub fn decode(content_type: Option<&str>, body: &[u8]) -> Result<models::Pet, Error> {
            webhook::json("application/json", content_type, body)
        }
    }

    /// The webhook `note`.
    pub enum Note {}

    impl Note {
        /// The name of the webhook.
        pub const NAME: &'static str = "note";

        /// The HTTP method of its request.
        pub const METHOD: &'static str = "POST";

        /// Decodes the body of its request. It fails if the request states another media type, and if the body does not match
        /// the type.
        pub fn decode(content_type: Option<&str>, body: &[u8]) -> Result<String, Error> {
            webhook::text("text/plain", content_type, body)
        }
    }

    /// The webhook `photo`.
    ///
    /// Deprecated.
    pub enum Photo {}

    impl Photo {
        /// The name of the webhook.
        pub const NAME: &'static str = "photo";

        /// The HTTP method of its request.
        pub const METHOD: &'static str = "POST";

        /// Decodes the body of its request. It fails if the request states another media type, and if the body does not match
        /// the type.
        #[deprecated]
        pub fn decode(content_type: Option<&str>, body: &[u8]) -> Result<Bytes, Error> {
            webhook::bytes("image/*", content_type, body)
        }
    }

    /// Nothing but a sign of life.
    pub enum Ping {}

    impl Ping {
        /// The name of the webhook.
        pub const NAME: &'static str = "ping";

        /// The HTTP method of its request.
        pub const METHOD: &'static str = "POST";
    }
    "#);
    assert_snapshot!(emitted.file("README.md"), @r#"
    # things

    A client of the API `Things`.

    Generated from version `1.0.0` of the API's document.

    ```console
    cargo add things
    ```

    ## Webhooks

    The requests that the API sends are types, too. Each decodes its body, given the header `Content-Type` of the request:

    ```rust
    fn receive(content_type: Option<&str>, body: &[u8]) -> Result<(), things::Error> {
        let received = things::webhooks::NewPet::decode(content_type, body)?;
        println!("{received:?}");
        Ok(())
    }
    ```
    "#);
    assert!(!emitted.file("src/lib.rs").contains("# Operations"));
}

#[test]
fn the_payload_of_a_webhook_is_called_after_it() {
    let emitted = V3_1.emit(
        "
        webhooks:
          order.created:
            post: {requestBody: {content: {application/json: {schema: {type: object, properties: {id: {type: string}}}}}}}
          order.removed:
            $ref: '#/components/pathItems/Removed'
          order.listed:
            post: {requestBody: {content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Order'}}}}}}
        components:
          pathItems:
            Removed:
              description: An order is no more.
              put: {requestBody: {$ref: '#/components/requestBodies/Order'}}
          requestBodies:
            Order: {content: {application/json: {schema: {type: object, properties: {order: {$ref: '#/components/schemas/Order'}}}}}}
          schemas:
            Order: {type: object, properties: {id: {type: string}, size: {type: integer}}}
        ",
    );
    assert_snapshot!(emitted.paths("src/models/"), @"
    src/models/order.rs
    src/models/order_created_webhook.rs
    ");
    assert_snapshot!(emitted.file("src/webhooks.rs"), @r#"
    //! The requests that the API sends.
    //!
    //! ```
    //! fn receive(content_type: Option<&str>, body: &[u8]) -> Result<(), things::Error> {
    //!     let received = things::webhooks::OrderCreated::decode(content_type, body)?;
    //!     println!("{received:?}");
    //!     Ok(())
    //! }
    //! ```

    use crate::runtime::webhook;
    use crate::{Error, models};

    /// The webhook `order.created`.
    pub enum OrderCreated {}

    impl OrderCreated {
        /// The name of the webhook.
        pub const NAME: &'static str = "order.created";

        /// The HTTP method of its request.
        pub const METHOD: &'static str = "POST";

        /// Decodes the body of its request. It fails if the request states another media type, and if the body does not match
        /// the type.
        pub fn decode(
            content_type: Option<&str>,
            body: &[u8],
        ) -> Result<models::OrderCreatedWebhookPayload, Error> {
            webhook::json("application/json", content_type, body)
        }
    }

    /// An order is no more.
    pub enum OrderRemoved {}

    impl OrderRemoved {
        /// The name of the webhook.
        pub const NAME: &'static str = "order.removed";

        /// The HTTP method of its request.
        pub const METHOD: &'static str = "PUT";

        /// Decodes the body of its request. It fails if the request states another media type, and if the body does not match
        /// the type.
        pub fn decode(content_type: Option<&str>, body: &[u8]) -> Result<models::OrderPayload, Error> {
            webhook::json("application/json", content_type, body)
        }
    }

    /// The webhook `order.listed`.
    pub enum OrderListed {}

    impl OrderListed {
        /// The name of the webhook.
        pub const NAME: &'static str = "order.listed";

        /// The HTTP method of its request.
        pub const METHOD: &'static str = "POST";

        /// Decodes the body of its request. It fails if the request states another media type, and if the body does not match
        /// the type.
        pub fn decode(content_type: Option<&str>, body: &[u8]) -> Result<Vec<models::Order>, Error> {
            webhook::json("application/json", content_type, body)
        }
    }
    "#);
}

#[test]
fn a_webhook_of_several_methods_is_one_item_for_each() {
    let emitted = V3_2.emit(
        "
        webhooks:
          pet:
            post: {requestBody: {content: {application/json: {schema: {type: string}}}}}
            additionalOperations: {NOTIFY: {description: Sent by hand.}}
        ",
    );
    assert_snapshot!(emitted.file("src/webhooks.rs"), @r#"
    //! The requests that the API sends.
    //!
    //! ```
    //! fn receive(content_type: Option<&str>, body: &[u8]) -> Result<(), things::Error> {
    //!     let received = things::webhooks::PostPet::decode(content_type, body)?;
    //!     println!("{received:?}");
    //!     Ok(())
    //! }
    //! ```

    use crate::Error;
    use crate::runtime::webhook;

    /// The webhook `pet`.
    pub enum PostPet {}

    impl PostPet {
        /// The name of the webhook.
        pub const NAME: &'static str = "pet";

        /// The HTTP method of its request.
        pub const METHOD: &'static str = "POST";

        /// Decodes the body of its request. It fails if the request states another media type, and if the body does not match
        /// the type.
        pub fn decode(content_type: Option<&str>, body: &[u8]) -> Result<String, Error> {
            webhook::json("application/json", content_type, body)
        }
    }

    /// Sent by hand.
    pub enum NotifyPet {}

    impl NotifyPet {
        /// The name of the webhook.
        pub const NAME: &'static str = "pet";

        /// The HTTP method of its request.
        pub const METHOD: &'static str = "NOTIFY";
    }
    "#);
}

#[test]
fn a_document_may_have_components_alone() {
    let emitted = V3_1.emit(
        "
        components:
          schemas:
            Pet: {type: object, properties: {name: {type: string}}}
        ",
    );
    assert_snapshot!(emitted.paths("src/models"), @"
    src/models.rs
    src/models/pet.rs
    ");
}

#[test]
fn path_items_are_components() {
    let emitted = V3_1.emit(
        "
        paths:
          /pets:
            $ref: '#/components/pathItems/Pets'
            post: {operationId: addPet, responses: {'204': {description: ''}}}
          /animals: {$ref: '#/components/pathItems/Animals'}
        components:
          pathItems:
            Pets: {get: {operationId: listPets, responses: {'204': {description: ''}}}}
            Animals: {get: {operationId: listAnimals, responses: {'204': {description: ''}}}}
            Unused: {get: {operationId: unused, responses: {'204': {description: ''}}}}
        ",
    );
    assert_snapshot!(emitted.paths("src/operations/"), @"
    src/operations/add_pet.rs
    src/operations/list_animals.rs
    src/operations/list_pets.rs
    ");
}
