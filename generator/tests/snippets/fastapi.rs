//! What `FastAPI` and pydantic write.

use insta::assert_snapshot;

use crate::support::V3_1;

/// An operation that takes a schema and gives another one.
fn exchange(input: &str, output: &str, schemas: &str) -> String {
    format!(
        "paths:
  /items/:
    post:
      tags: [items]
      summary: Create Item
      operationId: create_item_items__post
      requestBody:
        required: true
        content:
          application/json:
            schema: {{$ref: '#/components/schemas/{input}'}}
      responses:
        '200':
          description: Successful Response
          content:
            application/json:
              schema: {{$ref: '#/components/schemas/{output}'}}
        '422':
          description: Validation Error
          content:
            application/json:
              schema: {{$ref: '#/components/schemas/HTTPValidationError'}}
components:
  schemas:
{}{}",
        crate::support::indent(schemas, 4),
        crate::support::indent(VALIDATION, 4),
    )
}

const VALIDATION: &str = "
    HTTPValidationError:
      title: HTTPValidationError
      type: object
      properties:
        detail:
          title: Detail
          type: array
          items: {$ref: '#/components/schemas/ValidationError'}
    ValidationError:
      title: ValidationError
      type: object
      required: [loc, msg, type]
      properties:
        loc:
          title: Location
          type: array
          items: {anyOf: [{type: string}, {type: integer}]}
        msg: {title: Message, type: string}
        type: {title: Error Type, type: string}
        input: {title: Input}
        ctx: {title: Context, type: object}
";

const ITEMS: &str = "
    Item-Input:
      title: Item
      type: object
      required: [name, price]
      properties:
        name: {title: Name, type: string}
        price: {title: Price, anyOf: [{type: number}, {type: string}]}
        description: {title: Description, anyOf: [{type: string}, {type: 'null'}]}
        tags: {title: Tags, type: array, items: {type: string}, uniqueItems: true, default: []}
        size: {title: Size, anyOf: [{$ref: '#/components/schemas/Size'}, {type: 'null'}]}
    Item-Output:
      title: Item
      type: object
      required: [name, price, id]
      properties:
        name: {title: Name, type: string}
        price: {title: Price, type: string, pattern: '^-?\\d+$'}
        id: {title: Id, type: string, format: uuid}
        meta: {title: Meta, type: object, additionalProperties: {anyOf: [{type: integer}, {type: number}, {type: string}, {type: boolean}]}}
    Size: {title: Size, type: string, enum: [small, large]}
";

#[test]
fn a_schema_for_each_direction() {
    let emitted = V3_1.emit(&exchange("Item-Input", "Item-Output", ITEMS));
    assert_snapshot!(emitted.paths("src/models/"), @"
    src/models/http_validation_error.rs
    src/models/item_input.rs
    src/models/item_output.rs
    src/models/size.rs
    src/models/validation_error.rs
    ");
    assert_snapshot!(emitted.file("src/models/item_input.rs"), @r#"
    use crate::Nullable;
    use crate::models::Size;
    use crate::runtime::collections;
    use crate::runtime::object::wire_object;
    use crate::runtime::union::wire_union;
    use serde_json::Value;

    /// Item.
    #[derive(Clone)]
    #[non_exhaustive]
    pub struct ItemInput {
        pub name: String,
        pub price: ItemInputPrice,
        pub description: Nullable<String>,
        /// Unique items.
        pub tags: Option<Vec<String>>,
        pub size: Nullable<Size>,
    }

    impl ItemInput {
        /// A value with what is required.
        #[must_use]
        pub fn new(name: impl Into<String>, price: impl Into<ItemInputPrice>) -> Self {
            Self {
                name: name.into(),
                price: price.into(),
                description: Nullable::Absent,
                tags: None,
                size: Nullable::Absent,
            }
        }

        /// Sets [`description`](field@Self::description).
        #[must_use]
        pub fn description(mut self, description: impl Into<Nullable<String>>) -> Self {
            self.description = description.into();
            self
        }

        /// Sets [`tags`](field@Self::tags).
        #[must_use]
        pub fn tags(mut self, tags: impl IntoIterator<Item = impl Into<String>>) -> Self {
            self.tags = Some(collections::list(tags));
            self
        }

        /// Sets [`size`](field@Self::size).
        #[must_use]
        pub fn size(mut self, size: impl Into<Nullable<Size>>) -> Self {
            self.size = size.into();
            self
        }
    }

    wire_object! {
        ItemInput {
            name: "name",
            price: "price",
            description: "description",
            tags: "tags",
            size: "size",
        }
    }

    #[derive(Clone, Debug, PartialEq)]
    #[non_exhaustive]
    pub enum ItemInputPrice {
        Number(f64),
        Text(String),
        /// A value that this version of the SDK does not know, kept as it came.
        Other(Value),
    }

    wire_union! {
        ItemInputPrice {
            Text(String, &str): string,
            Number(f64): number,
        }
    }
    "#);
}

#[test]
fn what_the_api_sends_is_a_model_of_its_own() {
    let emitted = V3_1.emit(&exchange("Item-Input", "Item-Output", ITEMS));
    assert_snapshot!(emitted.item("src/models/item_output.rs", "pub struct ItemOutput"), @r#"
    /// Item.
    #[derive(Clone, Default)]
    #[non_exhaustive]
    pub struct ItemOutput {
        pub name: String,
        /// Pattern: `^-?\d+$`.
        pub price: String,
        /// Format: `uuid`.
        pub id: String,
        pub meta: Option<BTreeMap<String, ItemOutputMetaValue>>,
    }
    "#);
    assert_snapshot!(emitted.item("src/models/validation_error.rs", "pub struct ValidationError"), @"
    #[derive(Clone, Default)]
    #[non_exhaustive]
    pub struct ValidationError {
        /// Location.
        pub loc: Vec<ValidationErrorLocItem>,
        /// Message.
        pub msg: String,
        /// Error Type.
        pub r#type: String,
        pub input: Option<Value>,
        /// Context.
        pub ctx: Option<Map<String, Value>>,
    }
    ");
    assert_snapshot!(emitted.item("src/operations/create_item_items_post.rs", "impl<C> Client<C>"), @r#"
    impl<C> Client<C> {
        /// Create Item.
        ///
        /// `POST /items/`
        ///
        /// ```no_run
        /// # use things::*;
        /// # async fn example(client: Client<NoCredentials>) -> Result<(), Error> {
        /// let body = models::ItemInput::new("name", models::ItemInputPrice::Number(1.0));
        /// let item_output = client.create_item_items_post(body).await?;
        /// # Ok(())
        /// # }
        /// ```
        pub fn create_item_items_post(&self, body: models::ItemInput) -> Request<CreateItemItemsPost> {
            let mut request = Request::new(self);
            request.parts.json(body);
            request
        }
    }
    "#);
}

#[test]
fn a_title_alone_is_no_reason_for_a_name() {
    let emitted = V3_1.schemas(
        "
        Model:
          title: Model
          type: object
          properties:
            owner: {title: Owner Of It, anyOf: [{type: object, title: The Owner, properties: {name: {type: string}}}, {type: 'null'}]}
            id: {title: Identifier, anyOf: [{type: string, title: By Name}, {type: integer, title: By Number}]}
            map: {title: A Map, type: object, additionalProperties: {title: A Value, type: object, properties: {x: {title: X, type: integer}}}}
        ",
    );
    assert_snapshot!(emitted.paths("src/models/"), @"src/models/model.rs");
    assert_snapshot!(emitted.item("src/models/model.rs", "pub struct Model"), @"
    #[derive(Clone, Default)]
    #[non_exhaustive]
    pub struct Model {
        /// Owner Of It.
        pub owner: Option<ModelOwner>,
        /// Identifier.
        pub id: Option<ModelId>,
        pub map: Option<BTreeMap<String, ModelMapValue>>,
    }
    ");
}

#[test]
fn an_upload() {
    let emitted = V3_1.emit(
        "
        paths:
          /upload:
            post:
              summary: Upload
              operationId: upload_upload_post
              requestBody:
                required: true
                content:
                  multipart/form-data:
                    schema: {$ref: '#/components/schemas/Body_upload_upload_post'}
              responses:
                '200': {description: Successful Response, content: {application/json: {schema: {}}}}
        components:
          schemas:
            Body_upload_upload_post:
              title: Body_upload_upload_post
              type: object
              required: [file]
              properties:
                file: {title: File, type: string, contentMediaType: application/octet-stream}
                others:
                  title: Others
                  anyOf: [{type: array, items: {type: string, contentMediaType: application/octet-stream}}, {type: 'null'}]
                note: {title: Note, type: string, default: ''}
        ",
    );
    assert_snapshot!(emitted.paths("src/models/"), @"src/models/upload_upload_post.rs");
    assert_snapshot!(emitted.item("src/models/upload_upload_post.rs", "pub struct"), @r#"
    #[derive(Clone, Debug, PartialEq)]
    #[non_exhaustive]
    pub struct UploadUploadPostBody {
        pub file: FilePart,
        pub others: Option<Vec<FilePart>>,
        /// Default: `""`.
        pub note: Option<String>,
    }
    "#);
    assert_snapshot!(emitted.item("src/operations/upload_upload_post.rs", "impl<C> Client<C>"), @r#"
    impl<C> Client<C> {
        /// Upload.
        ///
        /// `POST /upload`
        ///
        /// ```no_run
        /// # use things::*;
        /// # async fn example(client: Client<NoCredentials>) -> Result<(), Error> {
        /// let body = models::UploadUploadPostBody::new("content");
        /// let response = client.upload_upload_post(body).await?;
        /// # Ok(())
        /// # }
        /// ```
        pub fn upload_upload_post(
            &self,
            body: models::UploadUploadPostBody,
        ) -> Request<UploadUploadPost> {
            let mut request = Request::new(self);
            request.parts.multipart("multipart/form-data", body);
            request
        }
    }
    "#);
}

#[test]
fn parameters_that_may_be_null() {
    let emitted = V3_1.path_item(
        "
        get:
          operationId: read_items
          parameters:
          - {name: q, in: query, required: false, schema: {title: Q, anyOf: [{type: string}, {type: 'null'}]}}
          - {name: ids, in: query, required: false, schema: {title: Ids, anyOf: [{type: array, items: {type: integer}}, {type: 'null'}]}}
          - {name: order_by, in: query, required: false, schema: {title: Order By, type: string, enum: [created, updated], default: created}}
          - {name: x-token, in: header, required: true, schema: {title: X-Token, type: string}}
          responses: {'200': {description: Successful Response, content: {application/json: {schema: {title: Response Read Items, type: array, items: {type: string}}}}}}
        ",
    );
    assert_snapshot!(emitted.item("src/operations/read_items.rs", "impl Request"), @r#"
    impl Request<ReadItems> {
        pub fn q(mut self, q: impl Into<String>) -> Self {
            self.parts.query("q", q.into());
            self
        }

        pub fn ids(mut self, ids: Vec<i64>) -> Self {
            self.parts.query("ids", ids);
            self
        }

        /// Default: `created`.
        pub fn order_by(mut self, order_by: impl Into<models::ReadItemsOrderBy>) -> Self {
            self.parts.query("order_by", order_by.into());
            self
        }
    }
    "#);
    assert_snapshot!(emitted.paths("src/models/"), @"src/models/read_items.rs");
}
