//! `$ref` beside other keywords, all of which apply from OpenAPI 3.1 on.

use insta::assert_snapshot;

use crate::support::V3_1;

#[test]
fn words_beside_a_reference_are_of_the_use() {
    let emitted = V3_1.schemas(
        "
        Order:
          type: object
          required: [created]
          properties:
            home:
              $ref: '#/components/schemas/Address'
              description: Where it is delivered.
            office: {$ref: '#/components/schemas/Address', title: Office address, deprecated: true}
            created: {$ref: '#/components/schemas/Time', readOnly: true, description: When it was placed.}
            kind: {$ref: '#/components/schemas/Kind', default: gift, examples: [gift]}
            code: {$ref: '#/components/schemas/Code', maxLength: 4, writeOnly: true}
        Address: {type: object, description: An address., properties: {street: {type: string}}}
        Time: {type: string, format: date-time, description: A time.}
        Kind: {type: string, enum: [gift, order]}
        Code: {type: string, minLength: 2}
        ",
    );
    assert_snapshot!(emitted.paths("src/models/"), @"
    src/models/address.rs
    src/models/kind.rs
    src/models/order.rs
    ");
    assert_snapshot!(emitted.item("src/models/order.rs", "pub struct Order"), @"
    #[derive(Clone, Default)]
    #[non_exhaustive]
    pub struct Order {
        /// Where it is delivered.
        pub home: Option<Address>,
        /// Office address.
        #[deprecated]
        pub office: Option<Address>,
        /// When it was placed.
        ///
        /// Read-only.
        pub created: Timestamp,
        /// Default: `gift`. Example: `gift`.
        pub kind: Option<Kind>,
        /// Maximum length: `4`. Write-only. Minimum length: `2`.
        pub code: Option<String>,
    }
    ");
}

#[test]
fn properties_beside_a_reference_are_merged() {
    let emitted = V3_1.schemas(
        "
        Base: {type: object, required: [id], properties: {id: {type: string}, note: {type: string}}}
        Extended:
          $ref: '#/components/schemas/Base'
          description: A base and more.
          properties: {size: {type: integer}}
        Stricter: {$ref: '#/components/schemas/Base', required: [note]}
        ",
    );
    assert_snapshot!(emitted.paths("src/models/"), @"
    src/models/base.rs
    src/models/extended.rs
    src/models/stricter.rs
    ");
    assert_snapshot!(emitted.item("src/models/extended.rs", "pub struct Extended"), @"
    /// A base and more.
    #[derive(Clone, Default)]
    #[non_exhaustive]
    pub struct Extended {
        pub id: String,
        pub note: Option<String>,
        pub size: Option<i64>,
    }
    ");
    assert_snapshot!(emitted.fields("src/models/stricter.rs", "Stricter"), @"
    id: String
    note: String
    ");
}

#[test]
fn nullable_beside_a_reference_is_generated_as_it_is_meant() {
    let (emitted, messages) = V3_1.schemas_with_messages(
        "
        Holder:
          type: object
          required: [home, any]
          properties:
            home: {$ref: '#/components/schemas/Address', nullable: true}
            any: {anyOf: [{$ref: '#/components/schemas/Address', description: A place.}, {type: 'null'}]}
        Address: {type: object, properties: {street: {type: string}}}
        ",
    );
    assert_snapshot!(messages, @"W0003: `nullable: true` is of OpenAPI 3.0");
    assert_snapshot!(emitted.fields("src/models/holder.rs", "Holder"), @"
    home: Option<Address>
    any: Option<Address>
    ");
}

#[test]
fn a_list_of_refined_references_is_a_list_of_the_type() {
    let emitted = V3_1.emit(
        "
        paths:
          /pets:
            get:
              operationId: listPets
              responses:
                '200':
                  description: ''
                  content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Pet', description: A pet.}}}}
            post:
              operationId: addPet
              requestBody:
                required: true
                content: {application/json: {schema: {$ref: '#/components/schemas/Pet', title: New pet}}}
              responses: {'204': {description: ''}}
        components:
          schemas:
            Pet: {type: object, properties: {name: {type: string}}}
        ",
    );
    assert_snapshot!(emitted.paths("src/models/"), @"src/models/pet.rs");
    assert_snapshot!(emitted.signature("src/operations/add_pet.rs", "add_pet"), @"pub fn add_pet(&self, body: models::Pet) -> Request<AddPet>");
    let list = emitted.file("src/operations/list_pets.rs");
    assert!(list.contains("type Output = Vec<models::Pet>;"), "{list}");
}

#[test]
fn a_reference_object_overrides_the_words_of_its_target() {
    let emitted = V3_1.emit(
        "
        paths:
          /pets/{id}:
            get:
              operationId: getPet
              parameters:
              - {$ref: '#/components/parameters/Id', description: The pet.}
              responses:
                '200': {$ref: '#/components/responses/Pet', description: It is there.}
                '204': {$ref: '#/components/responses/Done', description: It is nowhere.}
            put:
              operationId: putPet
              parameters: [{$ref: '#/components/parameters/Id'}]
              requestBody: {$ref: '#/components/requestBodies/Pet', description: What it becomes.}
              responses: {'204': {$ref: '#/components/responses/Done'}}
        components:
          parameters:
            Id: {name: id, in: path, required: true, description: Any ID., schema: {type: string}}
          responses:
            Done: {description: Done.}
            Pet: {description: A pet., content: {application/json: {schema: {type: string}}}}
          requestBodies:
            Pet: {description: Any pet., content: {application/json: {schema: {type: string}}}}
        ",
    );
    assert_snapshot!(emitted.item("src/operations/get_pet.rs", "pub enum GetPetOutput"), @"
    /// The output of [`GetPet`], by the status of the response.
    #[derive(Clone, Debug, PartialEq)]
    #[non_exhaustive]
    pub enum GetPetOutput {
        /// It is there.
        Ok(String),
        /// It is nowhere.
        NoContent,
    }
    ");
    assert_snapshot!(emitted.item("src/operations/put_pet.rs", "impl Request<PutPet>"), @"
    impl Request<PutPet> {
        /// What it becomes.
        pub fn body(mut self, body: impl Into<String>) -> Self {
            self.parts.json(body.into());
            self
        }
    }
    ");
    assert_snapshot!(emitted.item("src/operations/get_pet.rs", "impl<C> Client<C>"), @r#"
    impl<C> Client<C> {
        /// `GET /pets/{id}`
        ///
        /// - `id`: The pet.
        ///
        /// ```no_run
        /// # use things::*;
        /// # async fn example(client: Client<NoCredentials>) -> Result<(), Error> {
        /// let response = client.get_pet("id").await?;
        /// # Ok(())
        /// # }
        /// ```
        pub fn get_pet(&self, id: impl Into<String>) -> Request<GetPet> {
            let mut request = Request::new(self);
            request.parts.path("id", id.into());
            request
        }
    }
    "#);
}
