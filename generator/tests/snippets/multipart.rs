//! Multipart bodies.

use insta::assert_snapshot;

use crate::support::{emit, emit_with_messages};

/// The document of one operation with a multipart body.
fn document(media: &str) -> String {
    let media = media.replace('\n', " ");
    format!(
        "
        paths:
          /files:
            post:
              operationId: uploadFile
              requestBody: {{required: true, content: {{multipart/form-data: {media}}}}}
              responses: {{'204': {{description: Done.}}}}
        components:
          schemas:
            Owner: {{type: object, properties: {{name: {{type: string}}}}}}
            Kind: {{type: string, enum: [a, b]}}
            Upload: {{type: object, required: [title], properties: {{title: {{type: string}}}}}}
    "
    )
}

/// The fields of the body with their types, and the table of its parts.
fn parts(schema: &str, encoding: &str) -> String {
    let (emitted, messages) = emit_with_messages(&document(&format!(
        "{{schema: {{type: object, {schema}}}, encoding: {{{encoding}}}}}"
    )));
    let file = "src/models/upload_file.rs";
    let strukt = emitted.item(file, "pub struct UploadFileBody");
    let fields = strukt
        .lines()
        .map(str::trim)
        .filter(|line| line.starts_with("pub ") && line.ends_with(','));
    let fields: Vec<&str> = fields.collect();
    let table = emitted.item(file, "wire_parts!");
    format!("{messages}{}\n{table}", fields.join("\n"))
}

#[test]
fn a_body_of_parts() {
    let emitted = emit(&document(
        "{schema: {type: object, description: A file with words about it., required: [file, purpose], properties: {
            file: {type: string, format: binary, description: The content.}, purpose: {type: string}, expires: {type: integer, nullable: true}}},
          encoding: {file: {contentType: 'image/png, image/jpeg'}}}",
    ));
    assert_snapshot!(emitted.file("src/models/upload_file.rs"), @r#"
    use crate::FilePart;
    use crate::runtime::multipart::wire_parts;

    /// A file with words about it.
    #[derive(Clone, Debug, PartialEq)]
    #[non_exhaustive]
    pub struct UploadFileBody {
        /// The content.
        ///
        /// Content type: `image/png, image/jpeg`.
        pub file: FilePart,
        pub purpose: String,
        pub expires: Option<i64>,
    }

    impl UploadFileBody {
        /// A value with what is required.
        #[must_use]
        pub fn new(file: impl Into<FilePart>, purpose: impl Into<String>) -> Self {
            Self {
                file: file.into(),
                purpose: purpose.into(),
                expires: None,
            }
        }

        /// Sets [`expires`](field@Self::expires).
        #[must_use]
        pub fn expires(mut self, expires: i64) -> Self {
            self.expires = Some(expires);
            self
        }
    }

    wire_parts! {
        UploadFileBody {
            file: file("file", "image/png"),
            purpose: value("purpose"),
            expires: value("expires"),
        }
    }
    "#);
    assert_snapshot!(emitted.item("src/operations/upload_file.rs", "impl<C> Client<C>"), @r#"
    impl<C> Client<C> {
        /// `POST /files`
        ///
        /// ```no_run
        /// # use things::*;
        /// # async fn example(client: Client<NoCredentials>) -> Result<(), Error> {
        /// let body = models::UploadFileBody::new("content", "purpose");
        /// client.upload_file(body).await?;
        /// # Ok(())
        /// # }
        /// ```
        pub fn upload_file(&self, body: models::UploadFileBody) -> Request<UploadFile> {
            let mut request = Request::new(self);
            request.parts.multipart("multipart/form-data", body);
            request
        }
    }
    "#);
    assert_eq!(
        emitted.paths("src/runtime/mu"),
        "src/runtime/multipart.rs\n"
    );
    let export = "pub use runtime::file_part::FilePart;";
    assert!(emitted.file("src/lib.rs").contains(export));
}

#[test]
fn values() {
    assert_snapshot!(parts("required: [n, gone], properties: {
        n: {type: integer}, gone: {type: boolean, nullable: true}, kind: {$ref: '#/components/schemas/Kind'}, tags: {type: array, items: {type: string}},
        owner: {$ref: '#/components/schemas/Owner'}, owners: {type: array, items: {$ref: '#/components/schemas/Owner'}}, any: {}, free: {type: object}}", ""), @r#"
    pub n: i64,
    pub gone: Option<bool>,
    pub kind: Option<Kind>,
    pub tags: Option<Vec<String>>,
    pub owner: Option<Owner>,
    pub owners: Option<Vec<Owner>>,
    pub any: Option<Value>,
    pub free: Option<Map<String, Value>>,
    wire_parts! {
        UploadFileBody {
            n: value("n"),
            gone: value("gone"),
            kind: value("kind"),
            tags: value("tags"),
            owner: value("owner"),
            owners: value("owners"),
            any: value("any"),
            free: value("free"),
        }
    }
    "#);
}

#[test]
fn files() {
    assert_snapshot!(parts("required: [one, some], properties: {
        one: {type: string, format: binary}, some: {type: array, items: {type: string, format: binary}}, maybe: {type: string, format: binary, nullable: true},
        all: {allOf: [{type: string, format: binary}], description: A file.},
        either: {oneOf: [{type: string, format: binary}, {type: array, items: {type: string, format: binary}}]},
        old: {type: string, format: binary, deprecated: true}}", ""), @r#"
    pub one: FilePart,
    pub some: Vec<FilePart>,
    pub maybe: Option<FilePart>,
    pub all: Option<FilePart>,
    pub either: Option<Vec<FilePart>>,
    pub old: Option<FilePart>,
    wire_parts! {
        UploadFileBody {
            one: file("one", "application/octet-stream"),
            some: files("some", "application/octet-stream"),
            maybe: file("maybe", "application/octet-stream"),
            all: file("all", "application/octet-stream"),
            either: files("either", "application/octet-stream"),
            old: file("old", "application/octet-stream"),
        }
    }
    "#);
}

#[test]
fn content_types() {
    assert_snapshot!(parts("properties: {
        png: {type: string, format: binary}, range: {type: string, format: binary}, text: {type: string}, csv: {type: string}, image: {type: string, format: byte},
        xml: {$ref: '#/components/schemas/Owner'}, xmls: {type: array, items: {$ref: '#/components/schemas/Owner'}},
        json: {$ref: '#/components/schemas/Owner'}, api: {$ref: '#/components/schemas/Owner'}, quoted: {type: string}, list: {type: array, items: {type: string}},
        jsons: {type: array, items: {$ref: '#/components/schemas/Owner'}}}", "
        png: {contentType: 'image/*, image/png'}, range: {contentType: image/*}, text: {contentType: text/plain}, csv: {contentType: text/csv; charset=utf-8}, image: {contentType: image/png},
        xml: {contentType: application/xml}, xmls: {contentType: text/xml},
        json: {contentType: application/json}, api: {contentType: application/vnd.api+json}, quoted: {contentType: application/json}, list: {contentType: application/json},
        jsons: {contentType: application/json}"), @r#"
    pub png: Option<FilePart>,
    pub range: Option<FilePart>,
    pub text: Option<String>,
    pub csv: Option<String>,
    pub image: Option<FilePart>,
    pub xml: Option<FilePart>,
    pub xmls: Option<Vec<FilePart>>,
    pub json: Option<Owner>,
    pub api: Option<Owner>,
    pub quoted: Option<String>,
    pub list: Option<Vec<String>>,
    pub jsons: Option<Vec<Owner>>,
    wire_parts! {
        UploadFileBody {
            png: file("png", "image/png"),
            range: file("range", "application/octet-stream"),
            text: value_as("text", "text/plain"),
            csv: value_as("csv", "text/csv; charset=utf-8"),
            image: file("image", "image/png"),
            xml: part("xml", "application/xml"),
            xmls: parts("xmls", "text/xml"),
            json: value("json"),
            api: json("api", "application/vnd.api+json"),
            quoted: json("quoted", "application/json"),
            list: json("list", "application/json"),
            jsons: value("jsons"),
        }
    }
    "#);
}

#[test]
fn styles_and_headers() {
    assert_snapshot!(parts("properties: {a: {type: object}, b: {type: array, items: {type: string}}, c: {type: string}, d: {type: string}}",
        "a: {style: deepObject, explode: true}, b: {style: spaceDelimited}, c: {headers: {X-Limit: {schema: {type: integer}}}}, d: {headers: {Content-Type: {schema: {type: string}}}}"), @r#"
    W0003: `style` is ignored in a multipart body
    W0002: headers of a part are not generated
    pub a: Option<Map<String, Value>>,
    pub b: Option<Vec<String>>,
    pub c: Option<String>,
    pub d: Option<String>,
    wire_parts! {
        UploadFileBody {
            a: deep("a"),
            b: value("b"),
            c: value("c"),
            d: value("d"),
        }
    }
    "#);
}

#[test]
fn parts_without_names() {
    let anything = parts(
        "properties: {a: {type: string}}, additionalProperties: true",
        "",
    );
    assert_snapshot!(anything, @r#"
    pub a: Option<String>,
    pub additional_parts: BTreeMap<String, FilePart>,
    wire_parts! {
        UploadFileBody {
            a: value("a"),
            ..additional_parts: others
        }
    }
    "#);
    let files = parts(
        "properties: {a: {type: string}}, additionalProperties: {type: string, format: binary}",
        "",
    );
    assert_eq!(files, anything);
    assert_snapshot!(parts("properties: {a: {type: string}}, additionalProperties: {type: integer}", ""), @r#"
    pub a: Option<String>,
    pub additional_parts: BTreeMap<String, i64>,
    wire_parts! {
        UploadFileBody {
            a: value("a"),
            ..additional_parts: other_values
        }
    }
    "#);
}

#[test]
fn a_body_without_known_parts() {
    for media in [
        "{}",
        "{schema: {type: object}}",
        "{schema: {}}",
        "{schema: {type: object, additionalProperties: {type: string, format: binary}}}",
    ] {
        let emitted = emit(&document(media));
        let signature = emitted.signature("src/operations/upload_file.rs", "upload_file");
        assert_eq!(
            signature,
            "pub fn upload_file(&self, body: Vec<(String, FilePart)>) -> Request<UploadFile>"
        );
    }
}

#[test]
fn a_named_schema_is_named_after_its_body() {
    let emitted = emit(&document("{schema: {$ref: '#/components/schemas/Upload'}}"));
    assert_snapshot!(emitted.paths("src/models/"), @"
    src/models/kind.rs
    src/models/owner.rs
    src/models/upload_file.rs
    ");
    assert_snapshot!(emitted.signature("src/operations/upload_file.rs", "upload_file"), @"pub fn upload_file(&self, body: models::UploadFileBody) -> Request<UploadFile>");
}

#[test]
fn members_of_all_of_are_parts() {
    assert_snapshot!(parts("allOf: [{$ref: '#/components/schemas/Upload'}, {type: object, properties: {name: {type: string}}}]", ""), @r#"
    pub title: String,
    pub name: Option<String>,
    wire_parts! {
        UploadFileBody {
            title: value("title"),
            name: value("name"),
        }
    }
    "#);
}

#[test]
fn a_schema_that_is_also_json_has_two_types() {
    let (emitted, _) = emit_with_messages(
        "
        paths:
          /files:
            post:
              operationId: uploadFile
              requestBody: {required: true, content: {multipart/form-data: {schema: {$ref: '#/components/schemas/Upload'}}}}
              responses: {'200': {description: Done., content: {application/json: {schema: {$ref: '#/components/schemas/Upload'}}}}}
        components:
          schemas:
            Upload: {type: object, required: [file], properties: {file: {type: string, format: binary}}}
    ",
    );
    assert_snapshot!(emitted.signature("src/operations/upload_file.rs", "upload_file"), @"pub fn upload_file(&self, body: models::UploadFileBody) -> Request<UploadFile>");
}

#[test]
fn a_part_may_be_a_file_or_a_text() {
    let binary = "{type: string, format: binary}";
    let parts = parts(
        &format!(
            "required: [image], properties: {{
                image: {{anyOf: [{binary}, {{type: array, items: {binary}}}]}},
                mask: {{oneOf: [{binary}, {{type: string, format: uri}}]}},
                sources: {{type: array, items: {{oneOf: [{binary}, {{type: string, format: uri}}]}}}},
                other: {{oneOf: [{binary}, {{$ref: '#/components/schemas/Owner'}}]}}}}"
        ),
        "",
    );
    assert_snapshot!(parts, @r#"
    pub image: Vec<FilePart>,
    pub mask: Option<FilePart>,
    pub sources: Option<Vec<FilePart>>,
    pub other: Option<UploadFileBodyOther>,
    wire_parts! {
        UploadFileBody {
            image: files("image", "application/octet-stream"),
            mask: file("mask", "application/octet-stream"),
            sources: files("sources", "application/octet-stream"),
            other: value("other"),
        }
    }
    "#);
}
