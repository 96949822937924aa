//! What belongs together in two lists.

use std::collections::HashMap;

/// An item of two lists.
pub enum Pair<'a, T> {
    /// It is only in the old one.
    Gone(&'a T),
    /// It is only in the new one.
    Added(&'a T),
    /// It is in both.
    Both(&'a T, &'a T),
}

/// What an item may be known by.
pub type Key<'k, T> = &'k dyn Fn(&T) -> Option<String>;

/// Pairs the items of two lists by their keys: what the first key leaves over is paired by the next one. Those of the old list come
/// first, in its order.
pub fn pairs<'a, T>(old: &'a [T], new: &'a [T], keys: &[Key<'_, T>]) -> Vec<Pair<'a, T>> {
    let mut partners: Vec<Option<usize>> = vec![None; old.len()];
    let mut is_paired = vec![false; new.len()];
    for key in keys {
        let mut by_key: HashMap<String, Vec<usize>> = HashMap::new();
        for (index, item) in new.iter().enumerate().rev() {
            if let (false, Some(key)) = (is_paired[index], key(item)) {
                by_key.entry(key).or_default().push(index);
            }
        }
        for (partner, item) in partners.iter_mut().zip(old) {
            let found = match (&partner, key(item)) {
                (None, Some(key)) => by_key.get_mut(&key).and_then(Vec::pop),
                _ => None,
            };
            if let Some(index) = found {
                *partner = Some(index);
                is_paired[index] = true;
            }
        }
    }
    let known = old.iter().zip(partners).map(|(item, partner)| {
        let partner = partner.and_then(|index| new.get(index));
        partner.map_or(Pair::Gone(item), |partner| Pair::Both(item, partner))
    });
    let others = new.iter().zip(is_paired);
    let added = others.filter(|(_, is_paired)| !is_paired);
    known
        .chain(added.map(|(item, _)| Pair::Added(item)))
        .collect()
}
