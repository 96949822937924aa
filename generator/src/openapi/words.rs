//! The words of the document about its objects.

/// What an object says of itself to people. Texts are trimmed; an empty one is none.
#[derive(Clone, Copy, Debug, Default)]
pub struct Words<'d> {
    /// Its `summary` or its `title`.
    pub summary: Option<&'d str>,
    /// Its `description`, in CommonMark.
    pub description: Option<&'d str>,
    /// Where there is more to read.
    pub external_docs: Option<ExternalDocs<'d>>,
}

/// An External Documentation Object.
#[derive(Clone, Copy, Debug)]
pub struct ExternalDocs<'d> {
    /// What it is about.
    pub description: Option<&'d str>,
    /// Its address.
    pub url: &'d str,
}

impl Words<'_> {
    /// Whether there is neither a summary nor a description.
    pub fn is_empty(&self) -> bool {
        self.summary.is_none() && self.description.is_none()
    }
}

/// An object that references may share, with other words at each.
pub trait Described<'d>: Clone {
    /// What it says of itself; `None` where it has no words.
    fn words_mut(&mut self) -> Option<&mut Words<'d>>;
}

macro_rules! described {
    ($($object:ident)+) => {
        $(impl<'d> Described<'d> for super::$object<'d> {
            fn words_mut(&mut self) -> Option<&mut Words<'d>> {
                Some(&mut self.words)
            }
        })+
    };
}

described! { Header Parameter RequestBody Response SecurityScheme }

impl<'d> Described<'d> for super::MediaType<'d> {
    fn words_mut(&mut self) -> Option<&mut Words<'d>> {
        None
    }
}
