//! Identifiers.

use insta::assert_snapshot;

use crate::support::{emit, emit_with_messages, field_types, path_item, schemas};

#[test]
fn schemas_with_names_of_rust_and_of_the_runtime() {
    let names = [
        "String",
        "Option",
        "Result",
        "Error",
        "Client",
        "Request",
        "Vec",
        "Box",
        "Value",
        "Map",
        "BTreeMap",
        "Timestamp",
        "Self",
        "Default",
        "Debug",
        "Some",
        "None",
        "Ok",
        "Err",
        "Serialize",
        "Body",
        "Send",
        "i64",
        "str",
    ];
    let all = names
        .map(|name| format!("{name}: {{type: object, properties: {{x: {{type: string}}}}}}\n"));
    let emitted = schemas(&all.concat());
    let exports = emitted
        .file("src/models.rs")
        .lines()
        .filter_map(|line| line.strip_prefix("pub use "));
    assert_snapshot!(exports.collect::<Vec<_>>().join("\n"), @"
    b_tree_map::BTreeMapModel;
    body::Body;
    r#box::BoxModel;
    client::Client;
    debug::DebugModel;
    default::DefaultModel;
    err::ErrModel;
    error::Error;
    i64::I64;
    map::MapModel;
    none::NoneModel;
    ok::OkModel;
    option::OptionModel;
    request::Request;
    result::ResultModel;
    self_::SelfModel;
    send::SendModel;
    serialize::Serialize;
    some::SomeModel;
    str::Str;
    string::StringModel;
    timestamp::TimestampModel;
    value::ValueModel;
    vec::VecModel;
    ");
}

#[test]
fn fields_with_names_of_rust() {
    assert_snapshot!(field_types("
        type: {type: string}
        self: {type: string}
        Self: {type: string}
        super: {type: string}
        crate: {type: string}
        async: {type: string}
        gen: {type: string}
        try: {type: string}
        union: {type: string}
        new: {type: string}
        clone: {type: string}
        default: {type: string}
        _: {type: string}
    "), @"
    r#type: Option<String>
    self_: Option<String>
    self_2: Option<String>
    super_: Option<String>
    crate_: Option<String>
    r#async: Option<String>
    r#gen: Option<String>
    r#try: Option<String>
    union: Option<String>
    new_: Option<String>
    clone_: Option<String>
    default_: Option<String>
    underscore: Option<String>
    ");
}

#[test]
fn fields_that_collide() {
    let emitted = schemas(
        "
        Thing:
          type: object
          properties:
            createdAt: {type: string}
            created_at: {type: string}
            CreatedAt: {type: string}
            created-at: {type: string}
            new: {type: string}
            New: {type: string}
            self: {type: string}
            SELF: {type: string}
            created_at_2: {type: string}
    ",
    );
    assert_snapshot!(emitted.item("src/models/thing.rs", "wire_object!"), @r#"
    wire_object! {
        Thing {
            created_at_5: "createdAt",
            created_at: "created_at",
            created_at_3: "CreatedAt",
            created_at_4: "created-at",
            new_: "new",
            new_2: "New",
            self_: "self",
            self_2: "SELF",
            created_at_2: "created_at_2",
        }
    }
    "#);
}

#[test]
fn fields_that_are_no_words() {
    let emitted = schemas(
        r#"
        Thing:
          type: object
          properties:
            '@id': {type: string}
            $ref_: {type: string}
            '1st': {type: string}
            '': {type: string}
            '+1': {type: string}
            '-1': {type: string}
            a.b[c]: {type: string}
            user's: {type: string}
            größe: {type: string}
            'say "x\y"': {type: string}
            HTTPServerURL: {type: string}
            oauth2Token: {type: string}
    "#,
    );
    assert_snapshot!(emitted.item("src/models/thing.rs", "wire_object!"), @r#"
    wire_object! {
        Thing {
            id: "@id",
            r#ref: "$ref_",
            field_1st: "1st",
            unnamed: "",
            plus_1: "+1",
            minus_1: "-1",
            a_b_c: "a.b[c]",
            users: "user's",
            größe: "größe",
            say_x_y: "say \"x\\y\"",
            http_server_url: "HTTPServerURL",
            oauth2_token: "oauth2Token",
        }
    }
    "#);
}

#[test]
fn schemas_that_collide() {
    let emitted = schemas(
        "
        thing: {type: object, properties: {x: {type: string}}}
        Thing: {type: object, properties: {part: {type: object, properties: {x: {type: string}}}}}
        ThingPart: {type: object, properties: {x: {type: string}}}
        thing-part: {type: object, properties: {x: {type: string}}}
    ",
    );
    assert_snapshot!(emitted.file("src/models.rs"), @"
    //! The types of the API, as its document describes them.

    mod thing;
    mod thing_2;
    mod thing_part;
    mod thing_part_2;

    pub use thing::{Thing, ThingPart3};
    pub use thing_2::Thing2;
    pub use thing_part::ThingPart;
    pub use thing_part_2::ThingPart2;
    ");
}

#[test]
fn modules_with_names_of_rust() {
    let emitted = schemas(
        "
        mod: {type: object, properties: {x: {type: string}}}
        type: {type: object, properties: {x: {type: string}}}
        crate: {type: object, properties: {x: {type: string}}}
        lib: {type: object, properties: {x: {type: string}}}
    ",
    );
    assert_snapshot!(emitted.file("src/models.rs"), @"
    //! The types of the API, as its document describes them.

    mod crate_;
    mod lib;
    mod mod_;
    mod r#type;

    pub use crate_::Crate;
    pub use lib::Lib;
    pub use mod_::Mod;
    pub use r#type::Type;
    ");
    assert_snapshot!(emitted.paths("src/models/"), @"
    src/models/crate_.rs
    src/models/lib.rs
    src/models/mod_.rs
    src/models/type.rs
    ");
}

#[test]
fn an_operation_without_an_id_is_named_after_its_path() {
    let emitted = emit(
        "
        paths:
          /things/{thingId}/parts:
            parameters: [{name: thingId, in: path, required: true, schema: {type: string}}]
            get: {responses: {'204': {description: Done.}}}
          /:
            post: {responses: {'204': {description: Done.}}}
    ",
    );
    assert_snapshot!(emitted.file("src/operations.rs"), @"
    //! The operations of the API, as types: what a [`Request`](crate::Request) is a request for.

    mod get_things_thing_id_parts;
    mod post;

    pub use get_things_thing_id_parts::GetThingsThingIdParts;
    pub use post::Post;
    ");
}

#[test]
fn operations_that_share_an_id() {
    let (emitted, messages) = emit_with_messages(
        "
        paths:
          /things:
            get: {operationId: read, responses: {'204': {description: Done.}}}
            put: {operationId: read, responses: {'204': {description: Done.}}}
            post: {operationId: Read, responses: {'204': {description: Done.}}}
    ",
    );
    assert_snapshot!(messages, @"W0003: the operationId `read` is given twice");
    assert_snapshot!(emitted.file("src/operations.rs"), @"
    //! The operations of the API, as types: what a [`Request`](crate::Request) is a request for.

    mod read;
    mod read_2;
    mod read_3;

    pub use read::Read;
    pub use read_2::Read2;
    pub use read_3::Read3;
    ");
    assert_snapshot!(emitted.signature("src/operations/read_2.rs", "read_2"), @"pub fn read_2(&self) -> Request<Read2>");
}

#[test]
fn operations_with_names_of_rust_and_of_the_client() {
    let operations = [
        "type",
        "new",
        "builder",
        "with_credentials",
        "clone",
        "self",
        "mod",
        "Request",
        "Error",
        "String",
        "Option",
    ];
    let paths = operations.map(|id| {
        format!("  /{id}:\n    get: {{operationId: {id}, responses: {{'204': {{description: Done.}}}}}}\n")
    });
    let emitted = emit(&format!("paths:\n{}", paths.concat()));
    assert_snapshot!(emitted.file("src/operations.rs"), @"
    //! The operations of the API, as types: what a [`Request`](crate::Request) is a request for.

    mod builder;
    mod clone;
    mod error;
    mod mod_;
    mod new;
    mod option;
    mod request;
    mod self_;
    mod string;
    mod r#type;
    mod with_credentials;

    pub use builder::Builder;
    pub use clone::Clone;
    pub use error::ErrorModel;
    pub use mod_::Mod;
    pub use new::New;
    pub use option::OptionModel;
    pub use request::RequestModel;
    pub use self_::Self_;
    pub use string::StringModel;
    pub use r#type::Type;
    pub use with_credentials::WithCredentials;
    ");
    assert_snapshot!(emitted.signature("src/operations/new.rs", "new_"), @"pub fn new_(&self) -> Request<New>");
}

#[test]
fn a_schema_and_an_operation_of_one_name() {
    let emitted = emit("
        paths:
          /things:
            get:
              operationId: thing
              responses: {'200': {description: It., content: {application/json: {schema: {type: object, properties: {x: {type: string}}}}}}}
        components:
          schemas: {Thing: {type: object, properties: {x: {type: string}}}, ThingResponse: {type: object, properties: {y: {type: string}}}}
    ");
    assert_snapshot!(emitted.file("src/models.rs"), @"
    //! The types of the API, as its document describes them.

    mod thing;
    mod thing_2;
    mod thing_response;

    pub use thing::Thing;
    pub use thing_2::ThingResponse2;
    pub use thing_response::ThingResponse;
    ");
    assert_snapshot!(emitted.signature("src/operations/thing.rs", "thing"), @"pub fn thing(&self) -> Request<Thing>");
}

#[test]
fn arguments_that_collide() {
    let emitted = path_item(
        "
        put:
          operationId: putThing
          parameters:
            - {name: body, in: query, required: true, schema: {type: string}}
            - {name: Body, in: header, required: true, schema: {type: string}}
            - {name: request, in: query, required: true, schema: {type: string}}
            - {name: self, in: query, required: true, schema: {type: string}}
            - {name: type, in: query, required: true, schema: {type: string}}
          requestBody: {required: true, content: {application/json: {schema: {type: object}}}}
          responses: {'204': {description: Done.}}
    ",
    );
    assert_snapshot!(emitted.item("src/operations/put_thing.rs", "impl<C> Client<C>"), @r#"
    impl<C> Client<C> {
        /// `PUT /things`
        ///
        /// ```no_run
        /// # use things::*;
        /// # async fn example(client: Client<NoCredentials>) -> Result<(), Error> {
        /// let body_3 = serde_json::Map::new();
        /// client.put_thing("body", "request", "self", "type", "Body", body_3).await?;
        /// # Ok(())
        /// # }
        /// ```
        pub fn put_thing(
            &self,
            body_: impl Into<String>,
            request_: impl Into<String>,
            self_: impl Into<String>,
            r#type: impl Into<String>,
            body_2: impl Into<String>,
            body: Map<String, Value>,
        ) -> Request<PutThing> {
            let mut request = Request::new(self);
            request.parts.query("body", body_.into());
            request.parts.query("request", request_.into());
            request.parts.query("self", self_.into());
            request.parts.query("type", r#type.into());
            request.parts.header("Body", body_2.into());
            request.parts.json(body);
            request
        }
    }
    "#);
}

#[test]
fn setters_with_names_of_the_request() {
    let names = [
        "send",
        "send_raw",
        "send_blocking",
        "new",
        "authorized",
        "clone",
        "body",
        "with_timeout",
        "withTimeout",
        "With-Header",
        "with",
        "within",
        "self",
        "into_http_request",
        "value",
        "parts",
    ];
    let parameters =
        names.map(|name| format!("    - {{name: {name}, in: query, schema: {{type: boolean}}}}\n"));
    let emitted = path_item(&format!(
        "get:\n  operationId: getThing\n  parameters:\n{}  responses: {{'204': {{description: Done.}}}}",
        parameters.concat()
    ));
    let setters = emitted
        .file("src/operations/get_thing.rs")
        .lines()
        .filter_map(|line| {
            line.trim()
                .strip_prefix("pub fn ")
                .or_else(|| line.trim().strip_prefix("self.parts."))
        });
    assert_snapshot!(setters.skip(1).collect::<Vec<_>>().join("\n"), @r#"
    send_(mut self, send_: bool) -> Self {
    query("send", send_);
    send_raw_(mut self, send_raw_: bool) -> Self {
    query("send_raw", send_raw_);
    send_blocking_(mut self, send_blocking_: bool) -> Self {
    query("send_blocking", send_blocking_);
    new_(mut self, new_: bool) -> Self {
    query("new", new_);
    authorized_(mut self, authorized_: bool) -> Self {
    query("authorized", authorized_);
    clone_(mut self, clone_: bool) -> Self {
    query("clone", clone_);
    body(mut self, body: bool) -> Self {
    query("body", body);
    set_with_timeout(mut self, set_with_timeout: bool) -> Self {
    query("with_timeout", set_with_timeout);
    set_with_timeout_2(mut self, set_with_timeout_2: bool) -> Self {
    query("withTimeout", set_with_timeout_2);
    set_with_header(mut self, set_with_header: bool) -> Self {
    query("With-Header", set_with_header);
    with(mut self, with: bool) -> Self {
    query("with", with);
    within(mut self, within: bool) -> Self {
    query("within", within);
    self_(mut self, self_: bool) -> Self {
    query("self", self_);
    into_http_request_(mut self, into_http_request_: bool) -> Self {
    query("into_http_request", into_http_request_);
    value(mut self, value: bool) -> Self {
    query("value", value);
    parts(mut self, parts: bool) -> Self {
    query("parts", parts);
    "#);
}

/// Clippy takes a module within its namesake for a slip, and a method with the name of an operator for a wrong one.
#[test]
fn names_that_clippy_would_ask_about() {
    let emitted = emit("
        paths:
          /a:
            get:
              operationId: operations
              parameters: [{name: add, in: query, schema: {type: string}}]
              responses: {'200': {description: Done., content: {application/json: {schema: {$ref: '#/components/schemas/Models'}}}}}
        components: {schemas: {Models: {type: object, properties: {id: {type: integer}}}}}
    ");
    assert_snapshot!(emitted.paths("src/operations/") + &emitted.paths("src/models/"), @"
    src/operations/operations_.rs
    src/models/models_.rs
    ");
    let operation = emitted.file("src/operations/operations_.rs");
    assert!(
        operation
            .contains("    #[allow(clippy::should_implement_trait)]\n    pub fn add(mut self,")
    );
}

#[test]
fn only_keys_that_the_specification_chose_can_be_extensions() {
    let emitted = emit("
        paths:
          /things:
            post:
              operationId: addThing
              requestBody:
                content:
                  multipart/form-data:
                    schema: {type: object, properties: {x-part: {type: integer}}}
                    encoding: {x-part: {contentType: text/plain}}
              responses:
                '200':
                  description: Done.
                  headers: {x-total: {schema: {type: integer}}}
                  content: {application/json: {schema: {$ref: '#/components/schemas/x-thing'}}}
                  x-note: {none: of these}
              x-note: {none: of these}
          x-note: {none: of these}
        components:
          schemas:
            x-thing: {type: object, required: [x-size], properties: {x-size: {type: integer, x-note: [1]}}}
          x-note: {none: of these}
    ");
    assert_eq!(
        emitted.fields("src/models/x_thing.rs", "XThing"),
        "x_size: i64\n"
    );
    assert!(emitted.file("src/headers.rs").contains("X_TOTAL"));
    assert_eq!(
        emitted.fields("src/models/add_thing.rs", "AddThingBody"),
        "x_part: Option<i64>\n"
    );
}

#[test]
fn letters_of_any_script() {
    let emitted = schemas(
        "
        Thing:
          type: object
          properties:
            名前: {type: string}
            имя: {type: string}
            größeMax: {type: string}
            e\u{301}te\u{301}: {type: string}
            שם: {type: string}
            λέξη: {type: string}
            сор: {type: string}
            ﬁn: {type: string}
            size²: {type: string}
    ",
    );
    assert_snapshot!(emitted.item("src/models/thing.rs", "wire_object!"), @r#"
    wire_object! {
        Thing {
            名前: "名前",
            имя: "имя",
            größe_max: "größeMax",
            été: "e\u{301}te\u{301}",
            שם: "שם",
            λέξη: "λέξη",
            u441_u43e_u440: "сор",
            ufb01_n: "ﬁn",
            size: "size²",
        }
    }
    "#);
}

#[test]
fn acronyms_are_one_word_with_their_plural_and_their_version() {
    assert_snapshot!(field_types("
        floatingIPs_list: {type: string}
        podIPs: {type: string}
        IDsOfVMs: {type: string}
        hostIPsURL: {type: string}
        supportsIPv6Only: {type: string}
        APIserver: {type: string}
        hasAs: {type: string}
    "), @"
    floating_ips_list: Option<String>
    pod_ips: Option<String>
    ids_of_vms: Option<String>
    host_ips_url: Option<String>
    supports_ipv6_only: Option<String>
    ap_iserver: Option<String>
    has_as: Option<String>
    ");
}

#[test]
fn names_of_one_word_that_have_capitals_within() {
    let emitted = schemas(
        "
        OAuthToken:
          properties: {usesOAuth2: {type: string}, GitHubURL: {type: string}, iOSVersion: {type: string}, BIOSVersion: {type: string}, OAuthority: {type: string}}
        iOSApp: {type: string, enum: [iOS, macOS, PayPal]}
    ",
    );
    let fields = emitted.file("src/models/oauth_token.rs");
    let fields = fields
        .lines()
        .filter(|line| line.contains("pub "))
        .map(str::trim);
    assert_snapshot!(fields.collect::<Vec<_>>().join("\n"), @r"
    pub struct OAuthToken {
    pub uses_oauth2: Option<String>,
    pub github_url: Option<String>,
    pub ios_version: Option<String>,
    pub bios_version: Option<String>,
    pub o_authority: Option<String>,
    ");
    let variants = emitted.file("src/models/ios_app.rs");
    assert!(
        variants.contains("Ios,") && variants.contains("Macos,") && variants.contains("PayPal,"),
        "{variants}"
    );
}

#[test]
fn numbers_that_are_apart() {
    let emitted = schemas(
        "
        Model:
          type: string
          enum: [o3-2025-04-16, gpt-4.1-2025-04-14, gpt-4o, v1.2, v12, 2025-01, page 2 of 3]
        Range1: {type: object, properties: {x: {type: string}}}
        range-1: {type: object, properties: {x: {type: string}}}
        date-1.2: {type: object, properties: {x_1_2: {type: string}}}
    ",
    );
    assert_snapshot!(emitted.item("src/models/model.rs", "wire_enum!"), @r#"
    wire_enum! {
        Model {
            O3_2025_04_16: "o3-2025-04-16",
            Gpt4_1_2025_04_14: "gpt-4.1-2025-04-14",
            Gpt4o: "gpt-4o",
            V1_2: "v1.2",
            V12: "v12",
            Value2025_01: "2025-01",
            Page2Of3: "page 2 of 3",
        }
    }
    "#);
    assert_snapshot!(emitted.file("src/models.rs"), @"
    //! The types of the API, as its document describes them.

    mod date_1_2;
    mod model;
    mod range1;
    mod range_1;

    pub use date_1_2::Date1_2;
    pub use model::Model;
    pub use range_1::Range1_2;
    pub use range1::Range1;
    ");
}

#[test]
fn of_a_namespace_a_name_has_what_says_which_type_it_is() {
    let names = [
        "io.k8s.api.core.v1.Pod",
        "io.k8s.api.core.v1.Event",
        "io.k8s.api.events.v1beta1.Event",
        "api.v2010.account",
        "api.v2010.account.message",
        "api.v2010.account.recording",
        "api.v2010.account.call.recording",
        "models.User",
        "Contoso.Shop.Models.Order",
        "message",
        // Each part says something.
        "Basket.Create",
        "invoice.paid",
        "invoice.item.paid",
        "node.v1.2",
    ];
    let all = names.map(|name| {
        format!("{name}: {{type: object, properties: {{part: {{type: object, properties: {{x: {{type: string}}}}}}}}}}\n")
    });
    let emitted = schemas(&all.concat());
    assert_snapshot!(emitted.file("src/models.rs"), @"
    //! The types of the API, as its document describes them.

    mod account_call_recording;
    mod account_message;
    mod account_recording;
    mod api_v2010_account;
    mod basket_create;
    mod core_v1_event;
    mod core_v1_pod;
    mod events_v1beta1_event;
    mod invoice_item_paid;
    mod invoice_paid;
    mod message;
    mod models_order;
    mod models_user;
    mod node_v1_2;

    pub use account_call_recording::AccountCallRecording;
    pub use account_message::AccountMessage;
    pub use account_recording::AccountRecording;
    pub use api_v2010_account::ApiV2010Account;
    pub use basket_create::{
        BasketCreate, BasketCreatePart, BasketCreatePart as AccountCallRecordingPart,
        BasketCreatePart as AccountMessagePart, BasketCreatePart as AccountRecordingPart,
        BasketCreatePart as ApiV2010AccountPart, BasketCreatePart as CoreV1EventPart,
        BasketCreatePart as CoreV1PodPart, BasketCreatePart as EventsV1beta1EventPart,
        BasketCreatePart as InvoiceItemPaidPart, BasketCreatePart as InvoicePaidPart,
        BasketCreatePart as MessagePart, BasketCreatePart as ModelsOrderPart,
        BasketCreatePart as ModelsUserPart, BasketCreatePart as NodeV1_2Part,
    };
    pub use core_v1_event::CoreV1Event;
    pub use core_v1_pod::CoreV1Pod;
    pub use events_v1beta1_event::EventsV1beta1Event;
    pub use invoice_item_paid::InvoiceItemPaid;
    pub use invoice_paid::InvoicePaid;
    pub use message::Message;
    pub use models_order::ModelsOrder;
    pub use models_user::ModelsUser;
    pub use node_v1_2::NodeV1_2;
    ");
}

#[test]
fn a_long_name_leaves_out_the_middle_of_its_path() {
    let leaf = "{type: object, properties: {x: {type: string}}}";
    let list = |name: &str, items: &str| {
        format!("{{type: object, properties: {{{name}: {{type: array, items: {items}}}}}}}")
    };
    let shelf = list("bottles", &list("certificates", leaf));
    let racks = list("racks", &shelf);
    let emitted = emit(&format!(
        "
        paths:
          /cellars:
            get:
              operationId: listCellarsOfMerchant
              responses:
                '200':
                  description: ok
                  content:
                    application/json:
                      schema: {}
        ",
        list("merchant_cellars", &racks)
    ));
    assert_snapshot!(emitted.file("src/models.rs"), @"
    //! The types of the API, as its document describes them.

    mod list_cellars_of_merchant;

    pub use list_cellars_of_merchant::{
        ListCellarsOfMerchantResponse, ListCellarsOfMerchantResponseMerchantCellarRack,
        ListCellarsOfMerchantResponseMerchantCellarsItem, ListCellarsOfMerchantResponseRackBottle,
        ListCellarsOfMerchantResponseRackBottleCertificate,
    };
    ");
}

#[test]
fn of_two_long_names_that_would_be_one_the_later_keeps_more_of_its_path() {
    let sealed = "{type: object, properties: {certificate_of_authenticity: {type: object, properties: {x: {type: string}, NAME: {type: string}}}}}";
    let [east, west] =
        ["eastern", "western"].map(|side| sealed.replace("NAME", &format!("{side}_office")));
    let emitted = schemas(&format!(
        "
        MerchantAgreement:
          type: object
          properties:
            eastern_representation: {east}
            western_representation: {west}
        "
    ));
    assert_snapshot!(emitted.file("src/models.rs"), @"
    //! The types of the API, as its document describes them.

    mod merchant_agreement;

    pub use merchant_agreement::{
        MerchantAgreement, MerchantAgreementCertificateOfAuthenticity,
        MerchantAgreementEasternRepresentation, MerchantAgreementWesternRepresentation,
        MerchantAgreementWesternRepresentationCertificateOfAuthenticity,
    };
    ");
}
