//! Lists in pages.

use insta::assert_snapshot;

use crate::support::{Emitted, emit};

const FILE: &str = "src/operations/list_books.rs";

/// A list whose operation has these fields, and whose pages have these properties.
fn list(fields: &str, properties: &str) -> Emitted {
    emit(&format!(
        "
    paths:
      /books:
        get:
          operationId: listBooks
          {fields}
          parameters:
            - {{name: after, in: query, schema: {{type: string}}}}
            - {{name: page, in: query, schema: {{type: integer, default: 0}}}}
            - {{name: skip, in: query, schema: {{type: integer, format: int32}}}}
          responses:
            '200':
              description: A page.
              content: {{application/json: {{schema: {{$ref: '#/components/schemas/Page'}}}}}}
    components:
      schemas:
        Book: {{type: object, properties: {{title: {{type: string}}}}}}
        Books: {{type: array, items: {{$ref: '#/components/schemas/Book'}}}}
        Page: {{type: object, {properties}}}
    "
    ))
}

const BOOKS: &str = "required: [data], properties: {data: {$ref: '#/components/schemas/Books'}, next: {type: string}, meta: {type: object, properties: {cursor: {type: string, nullable: true}}}}";

/// What the marker type says of pages, without its first and last line.
fn paged(fields: &str, properties: &str) -> String {
    let emitted = list(fields, properties);
    let item = emitted.item(FILE, "impl Paged for ListBooks");
    let lines: Vec<&str> = item.lines().collect();
    lines[2..lines.len() - 1].join("\n")
}

#[test]
fn a_cursor_of_the_body_is_a_parameter_of_the_next_page() {
    let emitted = list(
        "x-sdk-pagination: {cursor: {request: after, response: /meta/cursor}, items: /data}",
        BOOKS,
    );
    assert_snapshot!(emitted.item(FILE, "impl Paged for ListBooks"), @r#"
    impl Paged for ListBooks {
        type Item = models::Book;
        const PAGING: Paging = Paging::Cursor {
            request: "after",
            response: "/meta/cursor",
        };

        fn items(page: &mut models::Page) -> Option<&mut Vec<models::Book>> {
            Some(&mut page.data)
        }
    }
    "#);
    assert_snapshot!(emitted.item(FILE, "impl<C> Client<C>"), @r"
    impl<C> Client<C> {
        /// `GET /books`
        ///
        /// Optional: [`after`][setters], [`page`][setters], [`skip`][setters].
        ///
        /// [setters]: Request#impl-Request%3CListBooks%3E
        ///
        /// [`pages`](Request::pages) and [`items`](Request::items) request one page after the other.
        ///
        /// ```no_run
        /// # use things::*;
        /// # async fn example(client: Client<NoCredentials>) -> Result<(), Error> {
        /// let page = client.list_books().await?;
        /// # Ok(())
        /// # }
        /// ```
        pub fn list_books(&self) -> Request<ListBooks> {
            Request::new(self)
        }
    }
    ");
    assert_snapshot!(emitted.paths("src/runtime/pag"), @r"
    src/runtime/pages.rs
    src/runtime/paging.rs
    ");
    let lib = emitted.file("src/lib.rs");
    assert!(
        lib.contains("pub use runtime::pages::{Items, Paged, Pages};"),
        "{lib}"
    );
    let readme = emitted.file("README.md");
    assert!(
        readme.contains("let mut items = client.list_books().items();"),
        "{readme}"
    );
}

#[test]
fn other_ways_to_the_next_page() {
    assert_snapshot!(paged("x-sdk-pagination: {page: {request: page}, items: /data}", BOOKS), @r#"
    const PAGING: Paging = Paging::Page {
        request: "page",
        first: 0,
    };

    fn items(page: &mut models::Page) -> Option<&mut Vec<models::Book>> {
        Some(&mut page.data)
    }
    "#);
    assert_snapshot!(paged("x-sdk-pagination: {offset: {request: skip}, items: /data}", BOOKS), @r#"
    const PAGING: Paging = Paging::Offset { request: "skip" };

    fn items(page: &mut models::Page) -> Option<&mut Vec<models::Book>> {
        Some(&mut page.data)
    }
    "#);
    assert_snapshot!(paged("x-sdk-pagination: {next: /next, items: /data}", BOOKS), @r#"
    const PAGING: Paging = Paging::Next("/next");

    fn items(page: &mut models::Page) -> Option<&mut Vec<models::Book>> {
        Some(&mut page.data)
    }
    "#);
    assert_snapshot!(paged("x-sdk-pagination: {link: next, items: /data}", BOOKS), @r#"
    const PAGING: Paging = Paging::Link("next");

    fn items(page: &mut models::Page) -> Option<&mut Vec<models::Book>> {
        Some(&mut page.data)
    }
    "#);
}

#[test]
fn the_last_item_may_have_the_cursor() {
    assert_snapshot!(paged("x-sdk-pagination: {cursor: {request: after, item: /title}, items: /data}", BOOKS), @r#"
    const PAGING: Paging = Paging::LastItem {
        request: "after",
        list: "/data",
        item: "/title",
    };

    fn items(page: &mut models::Page) -> Option<&mut Vec<models::Book>> {
        Some(&mut page.data)
    }
    "#);
    let deep = "properties: {d~t/a: {type: array, items: {type: string}}}";
    assert_snapshot!(paged("x-sdk-pagination: {cursor: {request: after, item: ''}, items: /d~0t~1a}", deep), @r#"
    const PAGING: Paging = Paging::LastItem {
        request: "after",
        list: "/d~0t~1a",
        item: "",
    };

    fn items(page: &mut models::Page) -> Option<&mut Vec<String>> {
        page.d_t_a.as_mut()
    }
    "#);
}

#[test]
fn a_list_may_be_deep_and_absent() {
    let deep = "required: [a], properties: {a: {type: object, properties: {b: {type: object, required: [type], properties: {type: {$ref: '#/components/schemas/Books'}}}}}}";
    assert_snapshot!(paged("x-sdk-pagination: {link: next, items: /a/b/type}", deep), @r#"
    const PAGING: Paging = Paging::Link("next");

    fn items(page: &mut models::Page) -> Option<&mut Vec<models::Book>> {
        Some(&mut page.a.b.as_mut()?.r#type)
    }
    "#);
    let absent = "properties: {d~t/a: {type: array, nullable: true, items: {type: string}}}";
    assert_snapshot!(paged("x-sdk-pagination: {link: next, items: /d~0t~1a}", absent), @r#"
    const PAGING: Paging = Paging::Link("next");

    fn items(page: &mut models::Page) -> Option<&mut Vec<String>> {
        page.d_t_a.as_mut()
    }
    "#);
}

#[test]
fn what_an_item_is_made_of_is_imported() {
    for (item, import) in [
        ("{}", "use serde_json::Value;"),
        ("{type: string, format: date}", "use crate::{Client, Date,"),
        ("{$ref: '#/components/schemas/Book'}", "models};"),
    ] {
        let properties = format!("properties: {{all: {{type: array, items: {item}}}}}");
        let emitted = list("x-sdk-pagination: {link: next, items: /all}", &properties);
        let file = emitted.file(FILE);
        assert!(file.contains(import), "{file}");
    }
}

#[test]
fn what_has_no_pages_has_no_files_of_pages() {
    let emitted = list("summary: Books", BOOKS);
    assert_eq!(emitted.paths("src/runtime/pag"), "");
    assert!(!emitted.file("README.md").contains("## Pages"));
}

#[test]
fn a_documented_link_header_leads_to_the_next_page() {
    let linked = |method: &str, header: &str, schema: &str| {
        let emitted = emit(&format!(
            "
    paths:
      /books:
        {method}:
          operationId: listBooks
          responses:
            '200':
              description: A page.
              headers: {{{header}: {{schema: {{type: string}}}}}}
              content: {{application/json: {{schema: {schema}}}}}
            '404': {{description: None.}}
    "
        ));
        emitted.file(FILE).contains("Paging::Link(\"next\")")
    };
    let list = "{type: array, items: {type: string}}";
    assert!(linked("get", "Link", list));
    assert!(linked("get", "link", list));
    assert!(linked(
        "get",
        "Link",
        &format!("{{type: object, properties: {{n: {{type: integer}}, all: {list}}}}}")
    ));
    assert!(!linked(
        "get",
        "Link",
        &format!("{{type: object, properties: {{some: {list}, all: {list}}}}}")
    ));
    assert!(!linked(
        "get",
        "Link",
        &format!("{{type: object, properties: {{author: {{type: object}}, all: {list}}}}}")
    ));
    assert!(!linked("get", "Link", "{type: string}"));
    assert!(!linked("get", "Links", list));
    assert!(!linked("post", "Link", list));
}

#[test]
fn the_extensions_of_other_generators() {
    let way = |extension: &str| {
        let emitted = list(extension, BOOKS);
        let file = emitted.file(FILE);
        let way = file.split("Paging = Paging::").nth(1);
        let way = way.and_then(|rest| rest.split(';').next());
        way.map_or("none".to_owned(), |way| {
            way.split_whitespace().collect::<Vec<_>>().join(" ")
        })
    };
    let ways = [
        "x-speakeasy-pagination: {type: cursor, inputs: [{name: after, in: parameters, type: cursor}], outputs: {results: $.data, nextCursor: $.meta.cursor}}",
        "x-speakeasy-pagination: {type: offsetLimit, inputs: [{name: page, in: parameters, type: page}], outputs: {results: $.data}}",
        "x-speakeasy-pagination: {type: offsetLimit, inputs: [{name: skip, in: parameters, type: offset}]}",
        "x-speakeasy-pagination: {type: url, outputs: {nextUrl: $.next}}",
        "x-fern-pagination: {cursor: $request.after, next_cursor: $response.meta.cursor, results: $response.data}",
        "x-fern-pagination: {offset: $request.page, results: $response.data}",
        "x-fern-pagination: {offset: $request.skip, step: $request.page, results: $response.data}",
        "x-fern-pagination: {next_uri: $response.next, results: $response.data}",
        "x-ms-pageable: {nextLinkName: next, itemName: data}",
        "x-redocly-pagination: {style: cursor, cursorParam: after, nextCursor: /meta/cursor, items: /data}",
        "x-redoclyPagination: {style: page, offsetParam: page, items: /data}",
        "x-redoclyPagination: {style: offset, offsetParam: skip, items: /data}",
        "x-redoclyPagination: {style: link, items: /data}",
        "x-speakeasy-pagination: {type: cursor, inputs: [{name: after, in: parameters, type: cursor}], outputs: {nextCursor: '$.data[-1].title'}}",
        "x-speakeasy-pagination: {type: cursor, inputs: [{name: after, in: parameters, type: cursor}], outputs: {results: $.data, nextCursor: '$.data[-1:].title'}}",
        "x-speakeasy-pagination: {type: cursor, inputs: [{name: after, in: parameters, type: cursor}], outputs: {results: $.data, nextCursor: '$.data[(@.length-1)].title'}}",
        // Not enough, or not as this API is.
        "x-speakeasy-pagination: {type: cursor, inputs: [{name: after, in: parameters, type: cursor}], outputs: {results: $.data, nextCursor: '$.others[-1].title'}}",
        "x-speakeasy-pagination: {type: cursor, inputs: [{name: after, in: parameters, type: cursor}], outputs: {nextCursor: '$.data[0].title'}}",
        "x-speakeasy-pagination: {type: cursor, inputs: [{name: after, in: requestBody, type: cursor}], outputs: {nextCursor: $.next}}",
        "x-fern-pagination: true",
        "x-fern-pagination: {offset: $request.page, results: $response.data, has-next-page: $response.more}",
        "x-ms-pageable: {nextLinkName: null}",
        "x-ms-pageable: {nextLinkName: next}",
        "x-redoclyPagination: {style: cursor, cursorParam: gone, nextCursor: /next, items: /data}",
        "x-redoclyPagination: {style: cursor, cursorParam: after, nextCursor: /next, hasMore: /more, items: /data}",
    ];
    assert_snapshot!(ways.map(way).join("\n"), @r#"
    Cursor { request: "after", response: "/meta/cursor", }
    Page { request: "page", first: 0, }
    Offset { request: "skip" }
    Next("/next")
    Cursor { request: "after", response: "/meta/cursor", }
    Page { request: "page", first: 0, }
    Offset { request: "skip" }
    Next("/next")
    Next("/next")
    Cursor { request: "after", response: "/meta/cursor", }
    Page { request: "page", first: 0, }
    Offset { request: "skip" }
    Link("next")
    LastItem { request: "after", list: "/data", item: "/title", }
    LastItem { request: "after", list: "/data", item: "/title", }
    LastItem { request: "after", list: "/data", item: "/title", }
    none
    none
    none
    none
    none
    none
    none
    none
    none
    "#);
}

#[test]
fn a_boolean_may_say_whether_there_are_more_pages() {
    let properties = "required: [data], properties: {data: {$ref: '#/components/schemas/Books'}, meta: {type: object, properties: {more: {type: boolean}}}}";
    let ways = [
        "x-sdk-pagination: {page: {request: page}, more: /meta/more, items: /data}",
        "x-fern-pagination: {offset: $request.page, results: $response.data, has-next-page: $response.meta.more}",
        "x-redoclyPagination: {style: page, offsetParam: page, hasMore: /meta/more, items: /data}",
    ];
    for way in ways {
        let paged = paged(way, properties);
        assert_eq!(
            paged.lines().nth(4),
            Some("    const MORE: Option<&'static str> = Some(\"/meta/more\");"),
            "{way}: {paged}"
        );
    }
}

#[test]
fn setters_do_not_hide_the_methods() {
    let emitted = emit(
        "
    paths:
      /books:
        get:
          operationId: listBooks
          x-sdk-pagination: {link: next, items: ''}
          parameters:
            - {name: items, in: query, schema: {type: integer}}
            - {name: pages, in: query, schema: {type: integer}}
          responses:
            '200':
              description: A page.
              content: {application/json: {schema: {type: array, items: {type: string}}}}
    ",
    );
    let setters = emitted.item(FILE, "impl Request<ListBooks>");
    assert!(
        setters.contains("pub fn items_(") && setters.contains("pub fn pages_("),
        "{setters}"
    );
}

#[test]
fn the_readme_calls_the_method_of_a_group() {
    let emitted = list(
        "x-sdk-group: shelves\n          x-sdk-name: list\n          x-sdk-pagination: {link: next, items: /data}",
        BOOKS,
    );
    let readme = emitted.file("README.md");
    assert!(
        readme.contains("let mut items = client.shelves().list().items();"),
        "{readme}"
    );
}
