//! Times of one thing over several runs.

use std::time::Duration;

/// The times of some runs.
#[derive(Debug, Default)]
pub struct Samples(Vec<Duration>);

impl Samples {
    pub fn push(&mut self, time: Duration) {
        self.0.push(time);
        self.0.sort();
    }

    pub fn minimum(&self) -> f64 {
        self.0.first().map_or(f64::NAN, Duration::as_secs_f64)
    }

    pub fn median(&self) -> f64 {
        self.0
            .get(self.0.len() / 2)
            .map_or(f64::NAN, Duration::as_secs_f64)
    }

    /// A row of a table: the times in milliseconds, and how many times the floor's they are.
    pub fn row(&self, name: &str, floor: &Self) -> String {
        format!(
            "{name:<28} {:>10.1} {:>10.1} {:>8.2}",
            self.minimum() * 1e3,
            self.median() * 1e3,
            self.minimum() / floor.minimum()
        )
    }
}

/// The head of a table of such rows.
pub fn head(title: &str) -> String {
    format!(
        "\n{title:<28} {:>10} {:>10} {:>8}",
        "min, ms", "median, ms", "ratio"
    )
}
