//! Where the keys of large objects stand: a reference to one of 50,000 schemas is not looked for among all of them.

use std::collections::HashMap;

use crate::read::{Entry, Node};
use crate::source::Span;

/// Up to how many keys a look at each is quick enough.
const FEW: usize = 32;

/// How deep objects are indexed: `components.schemas` is the second level.
const DEPTH: usize = 3;

/// The order of the keys of each large object, by the object's place.
#[derive(Debug, Default)]
pub struct Index {
    orders: HashMap<Span, Vec<usize>>,
}

impl Index {
    /// Adds the large objects near this root.
    pub fn add(&mut self, root: &Node<'_>) {
        self.add_at(root, 0);
    }

    fn add_at(&mut self, node: &Node<'_>, depth: usize) {
        let entries = node.entries();
        if entries.len() > FEW {
            let mut order: Vec<usize> = (0..entries.len()).collect();
            order.sort_unstable_by_key(|place| key(entries, *place));
            self.orders.insert(node.span, order);
        }
        if depth < DEPTH {
            for entry in entries {
                self.add_at(&entry.value, depth + 1);
            }
        }
    }

    /// The entry of a key; `None` where there is no such key, or the node is not an object.
    pub fn entry<'n, 's>(&self, node: &'n Node<'s>, wanted: &str) -> Option<&'n Entry<'s>> {
        let entries = node.entries();
        if entries.len() <= FEW {
            return node.entry(wanted);
        }
        match self.orders.get(&node.span) {
            Some(order) => {
                let found = order.binary_search_by(|place| key(entries, *place).cmp(&Some(wanted)));
                entries.get(*order.get(found.ok()?)?)
            }
            None => node.entry(wanted),
        }
    }
}

fn key<'n>(entries: &'n [Entry<'_>], place: usize) -> Option<&'n str> {
    entries.get(place).map(|entry| entry.key.as_ref())
}
