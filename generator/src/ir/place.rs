//! Where a type is in the document, from which its name is made.

/// A place in the document, in words.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Place {
    /// The schema or operation it belongs to.
    pub home: Home,
    /// The path from there; empty for the schema itself.
    pub path: Vec<String>,
    /// The indices of the first and the last property or parameter in the path.
    properties: Option<(usize, usize)>,
}

impl Place {
    /// The place of a schema that has a name.
    pub fn schema(name: &str) -> Self {
        Self {
            home: Home::Schema(name.to_owned()),
            path: Vec::new(),
            properties: None,
        }
    }

    /// The place of an operation.
    pub fn operation(id: &str) -> Self {
        Self {
            home: Home::Operation(id.to_owned()),
            path: Vec::new(),
            properties: None,
        }
    }

    /// Whether it is a schema that has a name.
    pub fn is_schema(&self) -> bool {
        matches!(self.home, Home::Schema(_)) && self.path.is_empty()
    }

    /// A place below.
    pub fn below(&self, word: &str) -> Self {
        let mut place = self.clone();
        place.path.push(word.to_owned());
        place
    }

    /// The place of a property or a parameter, which has docs of its own.
    pub fn property(&self, name: &str) -> Self {
        let mut place = self.below(name);
        let last = self.path.len();
        let first = self.properties.map_or(last, |(first, _)| first);
        place.properties = Some((first, last));
        place
    }

    /// The path from the first property or parameter on; empty where there is none.
    pub fn path_from_first_property(&self) -> &[String] {
        let path = self
            .properties
            .and_then(|(first, _)| self.path.get(first..));
        path.unwrap_or_default()
    }

    /// The path from the last property or parameter on, which says what a schema is about; empty where there is none.
    pub fn path_from_last_property(&self) -> &[String] {
        let path = self.properties.and_then(|(_, last)| self.path.get(last..));
        path.unwrap_or_default()
    }

    /// Whether this is the place of a property or a parameter itself.
    pub fn is_property(&self) -> bool {
        self.path_from_last_property().len() == 1
    }
}

/// What an inline schema belongs to.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Home {
    /// A schema that has a name of its own.
    Schema(String),
    /// An operation, by its ID.
    Operation(String),
}
