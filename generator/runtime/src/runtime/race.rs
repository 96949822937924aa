//! A race of work against a timer, so that any transport's timer bounds a call.

use crate::runtime::transport::BoxFuture;
use std::future::poll_fn;
use std::pin::pin;
use std::task::Poll;

/// Gives what `work` gives, or `None` where the timer ends first.
///
/// The timer is made when the work first has to wait: work that is done at once needs none, and a transport for tests may have
/// timers that end at once.
pub(crate) async fn race<'a, T>(
    work: impl Future<Output = T>,
    timer: impl FnOnce() -> BoxFuture<'a, ()>,
) -> Option<T> {
    let mut work = pin!(work);
    let mut unmade = Some(timer);
    let mut timer = None;
    poll_fn(move |context| {
        if let Poll::Ready(value) = work.as_mut().poll(context) {
            return Poll::Ready(Some(value));
        }
        if let Some(make) = unmade.take() {
            timer = Some(make());
        }
        match &mut timer {
            Some(timer) => timer.as_mut().poll(context).map(|()| None),
            None => Poll::Pending,
        }
    })
    .await
}
