//! Successes that are streams of items.

use insta::assert_snapshot;

use crate::support::{V3_2, emit};

#[test]
fn an_operation_with_json_and_events_has_a_method_for_each() {
    let emitted = emit(
        "
        paths:
          /chat:
            post:
              operationId: createChat
              requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Question'}}}}
              responses:
                '200':
                  description: ''
                  content:
                    text/event-stream: {schema: {$ref: '#/components/schemas/Word'}}
                    application/json: {schema: {$ref: '#/components/schemas/Answer'}}
        components:
          schemas:
            Question: {type: object, properties: {text: {type: string}, stream: {type: boolean, nullable: true}}}
            Answer: {type: object, properties: {text: {type: string}}}
            Word: {type: object, properties: {text: {type: string}}}
        ",
    );
    assert_snapshot!(emitted.item("src/operations/create_chat.rs", "impl Operation"), @r#"
    impl Operation for CreateChat {
        type Output = models::Answer;
        const METHOD: &'static str = "POST";
        const PATH: &'static str = "/chat";

        fn decode(response: &RawResponse) -> Result<models::Answer, Error> {
            match response.status() {
                200 if response.is_one_of(&["text/event-stream"]) => Err(response.in_another_format()),
                200 => response.json(),
                _ => Err(response.unexpected()),
            }
        }
    }
    "#);
    let docs = "    /// [`Client::create_chat_as_stream`] asks for `text/event-stream`.";
    assert!(emitted.file("src/operations/create_chat.rs").contains(docs));
    assert_snapshot!(emitted.item("src/operations/create_chat_as_stream.rs", "impl Operation"), @r#"
    impl Operation for CreateChatAsStream {
        type Output = EventStream<models::Word>;
        const METHOD: &'static str = "POST";
        const PATH: &'static str = "/chat";
        const ACCEPT: &'static str = "text/event-stream";
        const DELIVERY: Delivery = Delivery::Streamed;

        fn decode(response: &RawResponse) -> Result<EventStream<models::Word>, Error> {
            match response.status() {
                200 if response.is_one_of(&["application/json"]) => Err(response.in_another_format()),
                200 => response.json_events(Some("[DONE]")),
                _ => Err(response.unexpected()),
            }
        }
    }
    "#);
    assert_snapshot!(emitted.item("src/operations/create_chat_as_stream.rs", "impl<C> Client"), @r"
    impl<C> Client<C> {
        /// `POST /chat`
        ///
        /// Unlike [`Client::create_chat`], it asks for `text/event-stream`.
        ///
        /// A success is an [`EventStream`]. The request sets `stream` to `true`.
        ///
        /// ```no_run
        /// # use things::*;
        /// # async fn example(client: Client<NoCredentials>) -> Result<(), Error> {
        /// let body = models::Question::new();
        /// let response = client.create_chat_as_stream(body).await?;
        /// # Ok(())
        /// # }
        /// ```
        pub fn create_chat_as_stream(&self, body: models::Question) -> Request<CreateChatAsStream> {
            let mut request = Request::new(self);
            request.parts.json(body.stream(true));
            request
        }
    }
    ");
}

#[test]
fn items_have_the_type_of_their_schema() {
    let (emitted, messages) = V3_2.emit_with_messages(
        "
        paths:
          /pets:
            get:
              operationId: listPets
              parameters: [{name: stream, in: query, schema: {type: boolean}}]
              responses: {'200': {description: '', content: {application/jsonl: {itemSchema: {$ref: '#/components/schemas/Pet'}}}}}
            post:
              operationId: countPets
              responses: {'200': {description: '', content: {application/json-seq: {schema: {type: array, items: {type: integer}}}}}}
            put:
              operationId: exportPets
              responses: {'200': {description: '', content: {application/x-ndjson: {schema: {type: string, contentMediaType: application/octet-stream}}}}}
        components:
          schemas:
            Pet: {type: object, properties: {name: {type: string}}}
        ",
    );
    assert_snapshot!(messages, @"");
    assert_snapshot!(emitted.item("src/operations/list_pets.rs", "impl Operation"), @r#"
    impl Operation for ListPets {
        type Output = JsonStream<models::Pet>;
        const METHOD: &'static str = "GET";
        const PATH: &'static str = "/pets";
        const ACCEPT: &'static str = "application/jsonl";
        const DELIVERY: Delivery = Delivery::Streamed;

        fn decode(response: &RawResponse) -> Result<JsonStream<models::Pet>, Error> {
            match response.status() {
                200 => response.json_lines(),
                _ => Err(response.unexpected()),
            }
        }
    }
    "#);
    assert_snapshot!(emitted.item("src/operations/list_pets.rs", "impl<C> Client"), @r#"
    impl<C> Client<C> {
        /// `GET /pets`
        ///
        /// A success is a [`JsonStream`]. The request sets `stream` to `true`.
        ///
        /// ```no_run
        /// # use things::*;
        /// # async fn example(client: Client<NoCredentials>) -> Result<(), Error> {
        /// let response = client.list_pets().await?;
        /// # Ok(())
        /// # }
        /// ```
        pub fn list_pets(&self) -> Request<ListPets> {
            let mut request = Request::new(self);
            request.parts.query("stream", "true");
            request
        }
    }
    "#);
    assert_snapshot!(emitted.item("src/operations/count_pets.rs", "impl Operation"), @r#"
    impl Operation for CountPets {
        type Output = JsonStream<i64>;
        const METHOD: &'static str = "POST";
        const PATH: &'static str = "/pets";
        const ACCEPT: &'static str = "application/json-seq";
        const DELIVERY: Delivery = Delivery::Streamed;

        fn decode(response: &RawResponse) -> Result<JsonStream<i64>, Error> {
            match response.status() {
                200 => response.json_sequence(),
                _ => Err(response.unexpected()),
            }
        }
    }
    "#);
    assert_snapshot!(emitted.item("src/operations/export_pets.rs", "impl Operation"), @r#"
    impl Operation for ExportPets {
        type Output = Bytes;
        const METHOD: &'static str = "PUT";
        const PATH: &'static str = "/pets";
        const ACCEPT: &'static str = "application/x-ndjson";

        fn decode(response: &RawResponse) -> Result<Bytes, Error> {
            match response.status() {
                200 => response.bytes(),
                _ => Err(response.unexpected()),
            }
        }
    }
    "#);
}

#[test]
fn events_have_the_type_of_their_data() {
    let emitted = V3_2.emit(
        "
        paths:
          /a:
            get:
              operationId: text
              responses: {'200': {description: '', content: {text/event-stream: {}}}}
          /b:
            get:
              operationId: number
              responses: {'200': {description: '', content: {text/event-stream: {schema: {type: integer}, x-speakeasy-sse-sentinel: end}}}}
          /c:
            get:
              operationId: field
              responses: {'200': {description: '', content: {text/event-stream: {itemSchema: {required: [data], properties: {event: {type: string}, data: {type: boolean}}}}}}}
          /d:
            get:
              operationId: document
              responses:
                '200':
                  description: ''
                  content:
                    text/event-stream:
                      itemSchema:
                        type: object
                        properties:
                          id: {type: string}
                          data: {type: string, contentMediaType: application/json, contentSchema: {type: array, items: {type: string}}}
        ",
    );
    assert_snapshot!(emitted.item("src/operations/text.rs", "impl Operation"), @r#"
    impl Operation for Text {
        type Output = EventStream<String>;
        const METHOD: &'static str = "GET";
        const PATH: &'static str = "/a";
        const ACCEPT: &'static str = "text/event-stream";
        const DELIVERY: Delivery = Delivery::Streamed;

        fn decode(response: &RawResponse) -> Result<EventStream<String>, Error> {
            match response.status() {
                200 => response.text_events(None),
                _ => Err(response.unexpected()),
            }
        }
    }
    "#);
    assert_snapshot!(emitted.item("src/operations/number.rs", "impl Operation"), @r#"
    impl Operation for Number {
        type Output = EventStream<i64>;
        const METHOD: &'static str = "GET";
        const PATH: &'static str = "/b";
        const ACCEPT: &'static str = "text/event-stream";
        const DELIVERY: Delivery = Delivery::Streamed;

        fn decode(response: &RawResponse) -> Result<EventStream<i64>, Error> {
            match response.status() {
                200 => response.text_events(Some("end")),
                _ => Err(response.unexpected()),
            }
        }
    }
    "#);
    assert_snapshot!(emitted.item("src/operations/field.rs", "impl Operation"), @r#"
    impl Operation for Field {
        type Output = EventStream<bool>;
        const METHOD: &'static str = "GET";
        const PATH: &'static str = "/c";
        const ACCEPT: &'static str = "text/event-stream";
        const DELIVERY: Delivery = Delivery::Streamed;

        fn decode(response: &RawResponse) -> Result<EventStream<bool>, Error> {
            match response.status() {
                200 => response.text_events(None),
                _ => Err(response.unexpected()),
            }
        }
    }
    "#);
    assert_snapshot!(emitted.item("src/operations/document.rs", "impl Operation"), @r#"
    impl Operation for Document {
        type Output = EventStream<Vec<String>>;
        const METHOD: &'static str = "GET";
        const PATH: &'static str = "/d";
        const ACCEPT: &'static str = "text/event-stream";
        const DELIVERY: Delivery = Delivery::Streamed;

        fn decode(response: &RawResponse) -> Result<EventStream<Vec<String>>, Error> {
            match response.status() {
                200 => response.json_events(Some("[DONE]")),
                _ => Err(response.unexpected()),
            }
        }
    }
    "#);
}

#[test]
fn a_success_may_be_a_stream_or_not() {
    let emitted = emit(
        "
        paths:
          /jobs:
            get:
              operationId: followJob
              responses:
                '200': {description: Lines., content: {application/x-ndjson: {schema: {type: object}}}}
                '202': {description: Not yet., content: {application/json: {schema: {type: string}}}}
        ",
    );
    assert_snapshot!(emitted.item("src/operations/follow_job.rs", "impl Operation"), @r#"
    impl Operation for FollowJob {
        type Output = FollowJobOutput;
        const METHOD: &'static str = "GET";
        const PATH: &'static str = "/jobs";
        const ACCEPT: &'static str = "application/x-ndjson, application/json";
        const DELIVERY: Delivery = Delivery::Streamed;

        fn decode(response: &RawResponse) -> Result<FollowJobOutput, Error> {
            match response.status() {
                200 => response.json_lines().map(FollowJobOutput::Ok),
                202 => response.json().map(FollowJobOutput::Accepted),
                _ => Err(response.unexpected()),
            }
        }
    }
    "#);
    assert_snapshot!(emitted.item("src/operations/follow_job.rs", "pub enum FollowJobOutput"), @r"
    /// The output of [`FollowJob`], by the status of the response.
    #[derive(Debug)]
    #[non_exhaustive]
    pub enum FollowJobOutput {
        /// Lines.
        Ok(JsonStream<Map<String, Value>>),
        /// Not yet.
        Accepted(String),
    }
    ");
}

#[test]
fn events_of_several_kinds_are_a_union_by_their_names() {
    let (emitted, messages) = V3_2.emit_with_messages(
        "
        paths:
          /feed:
            get:
              operationId: readFeed
              responses: {'200': {description: '', content: {text/event-stream: {itemSchema: {$ref: '#/components/schemas/Entry'}}}}}
        components:
          schemas:
            Entry:
              type: object
              required: [data]
              properties: {event: {type: string}, data: {type: string}}
              oneOf:
                - {properties: {event: {const: line}}}
                - {properties: {event: {const: post}, data: {contentMediaType: application/json, contentSchema: {$ref: '#/components/schemas/Post'}}}}
            Post: {type: object, properties: {title: {type: string}}}
        ",
    );
    assert_snapshot!(messages, @"");
    assert_snapshot!(emitted.item("src/operations/read_feed.rs", "impl Operation"), @r#"
    impl Operation for ReadFeed {
        type Output = EventStream<models::Entry>;
        const METHOD: &'static str = "GET";
        const PATH: &'static str = "/feed";
        const ACCEPT: &'static str = "text/event-stream";
        const DELIVERY: Delivery = Delivery::Streamed;

        fn decode(response: &RawResponse) -> Result<EventStream<models::Entry>, Error> {
            match response.status() {
                200 => response.named_events(Some("[DONE]")),
                _ => Err(response.unexpected()),
            }
        }
    }
    "#);
    assert_snapshot!(emitted.item("src/models/entry.rs", "pub enum Entry"), @r"
    #[derive(Clone, Debug, PartialEq)]
    #[non_exhaustive]
    pub enum Entry {
        /// Where the property `event` is `line`.
        Line(Box<EntryLine>),
        /// Where the property `event` is `post`.
        Post(Box<EntryPost>),
        /// A value that this version of the SDK does not know, kept as it came.
        Other(Value),
    }
    ");
    assert_snapshot!(emitted.item("src/models/entry.rs", "wire_union!"), @r#"
    wire_union! {
        Entry by "event" {
            Line(EntryLine): "line" untagged,
            Post(EntryPost): "post" untagged,
        }
    }
    "#);
    assert_snapshot!(emitted.item("src/models/entry.rs", "pub struct EntryPost"), @r"
    #[derive(Clone, Default)]
    #[non_exhaustive]
    pub struct EntryPost {
        /// Media type: `application/json`.
        pub data: Post,
    }
    ");
}

#[test]
fn a_body_without_a_setter_asks_for_a_stream_when_it_is_written() {
    for body in [
        "oneOf: [{$ref: '#/components/schemas/Question'}, {$ref: '#/components/schemas/Order'}]",
        "$ref: '#/components/schemas/Order'",
    ] {
        let emitted = emit(&format!(
            "
            paths:
              /chat:
                post:
                  operationId: chat
                  requestBody: {{required: true, content: {{application/json: {{schema: {{{body}}}}}}}}}
                  responses: {{'200': {{description: '', content: {{text/event-stream: {{schema: {{type: string}}}}}}}}}}
            components:
              schemas:
                Question: {{type: object, required: [text], properties: {{text: {{type: string}}, stream: {{type: boolean}}}}}}
                Order: {{type: object, required: [what, stream], properties: {{what: {{type: string}}, stream: {{type: boolean}}}}}}
            "
        ));
        let file = emitted.file("src/operations/chat.rs");
        assert!(
            file.contains("request.parts.json(AskForStream(body"),
            "{file}"
        );
        assert!(
            file.contains("The request sets `stream` to `true`."),
            "{file}"
        );
        assert!(
            file.contains("use crate::runtime::stream_flag::AskForStream;"),
            "{file}"
        );
    }
}

#[test]
fn a_union_of_which_a_member_decides_otherwise_is_sent_as_it_is() {
    let emitted = emit(
        "
        paths:
          /chat:
            post:
              operationId: chat
              requestBody: {required: true, content: {application/json: {schema: {oneOf: [{$ref: '#/components/schemas/Question'}, {$ref: '#/components/schemas/Order'}]}}}}
              responses: {'200': {description: '', content: {text/event-stream: {schema: {type: string}}}}}
        components:
          schemas:
            Question: {type: object, required: [text], properties: {text: {type: string}, stream: {type: boolean}}}
            Order: {type: object, required: [what], properties: {what: {type: string}}}
        ",
    );
    let file = emitted.file("src/operations/chat.rs");
    assert!(file.contains("request.parts.json(body"), "{file}");
    assert!(!file.contains("`stream`"), "{file}");
}

/// What an operation with this extension returns, and the messages.
fn streaming(extension: &str, media_types: &str) -> String {
    let (emitted, messages) = V3_2.emit_with_messages(&format!(
        "
        paths:
          /chat:
            get:
              operationId: chat
              x-fern-streaming: {extension}
              responses: {{'200': {{description: '', content: {{{media_types}}}}}}}
        components:
          schemas:
            Word: {{type: object, properties: {{text: {{type: string}}}}}}
        "
    ));
    let item = emitted.item("src/operations/chat.rs", "impl Operation");
    let lines = item.lines().map(str::trim);
    let shown = lines.filter(|line| {
        ["type Output", "const ACCEPT", "200 "]
            .iter()
            .any(|start| line.starts_with(start))
    });
    let shown: Vec<&str> = shown.chain(messages.lines()).collect();
    shown.join("\n")
}

#[test]
fn an_extension_says_that_json_is_a_stream() {
    let json = "application/json: {schema: {$ref: '#/components/schemas/Word'}}";
    let events = "text/event-stream: {schema: {$ref: '#/components/schemas/Word'}}";
    let all = [
        streaming("true", json),
        streaming("{format: json}", json),
        streaming("{format: sse, terminator: '[END]'}", json),
        streaming("{format: sse, terminator: over}", events),
        streaming("false", json),
        streaming("{stream-condition: $request.stream, format: sse}", json),
    ];
    assert_snapshot!(all.join("\n\n"), @r#"
    type Output = JsonStream<models::Word>;
    200 => response.json_lines(),

    type Output = JsonStream<models::Word>;
    200 => response.json_lines(),

    type Output = EventStream<models::Word>;
    const ACCEPT: &'static str = "text/event-stream, application/json";
    200 => response.json_events(Some("[END]")),

    type Output = EventStream<models::Word>;
    const ACCEPT: &'static str = "text/event-stream";
    200 => response.json_events(Some("over")),

    type Output = models::Word;
    200 => response.json(),

    type Output = models::Word;
    200 => response.json(),
    W0002: `x-fern-streaming` with a `stream-condition` is not generated
    "#);
}

#[test]
fn the_readme_calls_the_method_of_a_group() {
    let emitted = emit(
        "
    paths:
      /log:
        get:
          operationId: readLog
          x-sdk-group: log
          x-sdk-name: read
          responses: {'200': {description: Lines., content: {application/jsonl: {schema: {type: object}}}}}
    ",
    );
    let readme = emitted.file("README.md");
    assert!(
        readme.contains("let mut stream = client.log().read().await?;"),
        "{readme}"
    );
}
