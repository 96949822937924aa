//! Work on all cores.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use crate::STACK_SIZE;

/// How many items are taken at once: enough that taking them costs nothing, few enough that all cores end together.
const PORTION: usize = 8;

/// Does the same to many items. The results are in the order of the items, whatever core made them.
pub fn map<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let portions: Vec<&[T]> = items.chunks(PORTION).collect();
    let next = AtomicUsize::new(0);
    let take = || {
        let mut done: Vec<(usize, Vec<R>)> = Vec::new();
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(portion) = portions.get(at) else {
                return done;
            };
            done.push((at, portion.iter().map(&work).collect()));
        }
    };
    let cores = thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let others = cores.min(portions.len()).saturating_sub(1);
    let mut done = thread::scope(|scope| {
        let spawn = |_| {
            let thread = thread::Builder::new().stack_size(STACK_SIZE);
            thread.spawn_scoped(scope, take)
        };
        // Where there can be no more threads, those that there are do it all.
        let others: Vec<_> = (0..others).map_while(|at| spawn(at).ok()).collect();
        let mut done = take();
        for other in others {
            match other.join() {
                Ok(portions) => done.extend(portions),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        done
    });
    done.sort_unstable_by_key(|(at, _)| *at);
    done.into_iter().flat_map(|(_, results)| results).collect()
}

/// Does two things at once.
pub fn both<A, B: Send>(one: impl FnOnce() -> A, other: impl Fn() -> B + Sync) -> (A, B) {
    thread::scope(|scope| {
        let thread = thread::Builder::new().stack_size(STACK_SIZE);
        match thread.spawn_scoped(scope, &other) {
            Ok(thread) => {
                let one = one();
                match thread.join() {
                    Ok(other) => (one, other),
                    Err(panic) => std::panic::resume_unwind(panic),
                }
            }
            // Where there can be no more threads, the one that there is does both.
            Err(_) => (one(), other()),
        }
    })
}
