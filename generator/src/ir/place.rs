//! Where a type is in the document, from which its name is made.

/// A place in the document, in words.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Place {
    /// The schema or operation it belongs to.
    pub home: Home,
    /// The path from there; empty for the schema itself. An empty word in it is one that the home says already.
    pub path: Vec<String>,
    /// The index of the last property or parameter in the path.
    property: Option<usize>,
    /// The length of the path to the body of a failure.
    failure: Option<usize>,
}

impl Place {
    /// The word for the items of a list.
    pub const ITEM: &str = "item";

    /// The place of a schema that has a name.
    pub fn schema(name: &str) -> Self {
        Self {
            home: Home::Schema(name.to_owned()),
            path: Vec::new(),
            property: None,
            failure: None,
        }
    }

    /// The place of an operation.
    pub fn operation(id: &str) -> Self {
        Self {
            home: Home::Operation(id.to_owned()),
            path: Vec::new(),
            property: None,
            failure: None,
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
        place.property = Some(self.path.len());
        place
    }

    /// The place of the body of a failure, which is often that of other operations too.
    pub fn failure(&self, word: &str) -> Self {
        let mut place = self.below(word);
        place.failure = Some(place.path.len());
        place
    }

    /// The order of places that depends on nothing but themselves: components before operations, and then what is nearer to its home.
    pub fn order(&self) -> impl Ord + use<'_> {
        let is_operation = matches!(self.home, Home::Operation(_));
        (is_operation, self.path.len(), &self.home, &self.path)
    }

    /// What a schema is about, wherever it stands: the path from the last property or parameter on; empty where there is none.
    pub fn about(&self) -> Vec<String> {
        if self.is_failure() {
            return vec!["error response".to_owned()];
        }
        let path = self.property.and_then(|last| self.path.get(last..));
        path.unwrap_or_default().to_vec()
    }

    /// Whether this is the place of a property or a parameter itself.
    pub fn is_property(&self) -> bool {
        self.property
            .is_some_and(|last| last + 1 == self.path.len())
    }

    /// Whether this is the place of the items of a property or a parameter.
    pub fn is_item_of_property(&self) -> bool {
        let item = self.path.last().is_some_and(|word| word == Self::ITEM);
        item && self
            .property
            .is_some_and(|last| last + 2 == self.path.len())
    }

    /// The place of the items of a list.
    pub fn item(&self) -> Self {
        self.below(Self::ITEM)
    }

    /// Whether this is the body of a failure itself.
    pub fn is_failure(&self) -> bool {
        self.failure == Some(self.path.len())
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
