//! How the list of an operation is paged.

/// How the list of an operation is paged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paging {
    /// How a page leads to the next one.
    pub method: PagingMethod,
    /// The JSON pointer of a boolean that is `false` on the last page.
    pub more: Option<String>,
    /// The properties that lead from the output to the list; none where the output is the list.
    pub items: Vec<String>,
}

/// How a page leads to the next one. Places in a body are JSON pointers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PagingMethod {
    /// The body has a cursor, which a query parameter takes.
    Cursor {
        /// The query parameter.
        request: String,
        /// The place of the cursor.
        response: String,
    },
    /// A query parameter takes what the last item of a page has, such as its ID.
    LastItem {
        /// The query parameter.
        request: String,
        /// The place of the list.
        list: String,
        /// The place in its last item.
        item: String,
    },
    /// A query parameter takes the number of the page.
    Page {
        /// The query parameter.
        request: String,
        /// The number of the first page.
        first: u64,
    },
    /// A query parameter takes the number of items before the page.
    Offset {
        /// The query parameter.
        request: String,
    },
    /// The body has the URL of the next page, at this place.
    Next(String),
    /// The `Link` header has a link of this relation type.
    Link(String),
}
