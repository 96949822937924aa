//! The SDK beside code by hand that does the same, in turn, so that both meet the same moods of the machine.

use std::time::{Duration, Instant};

use sdkwright::cli::Error;

/// How often both sides are measured; an odd number has a median.
const ROUNDS: usize = 15;

/// How often each side has its turn in a round: where a machine has other things to do, they disturb both.
const TURNS: u32 = 20;

/// The times of both sides, for a piece of work, round by round.
pub struct Rounds(Vec<(f64, f64)>);

impl Rounds {
    /// Measures both sides, which do a piece of work `times` times in each turn. A first turn is not counted.
    pub fn of(
        times: u32,
        mut by_hand: impl FnMut(u32) -> Result<(), Error>,
        mut sdk: impl FnMut(u32) -> Result<(), Error>,
    ) -> Result<Self, Error> {
        by_hand(times)?;
        sdk(times)?;
        let mut rounds = Vec::new();
        for _ in 0..ROUNDS {
            let mut round = (Duration::ZERO, Duration::ZERO);
            for _ in 0..TURNS {
                round.0 += time(times, &mut by_hand)?;
                round.1 += time(times, &mut sdk)?;
            }
            let each = |time: Duration| time.as_secs_f64() / f64::from(TURNS * times);
            rounds.push((each(round.0), each(round.1)));
        }
        Ok(Self(rounds))
    }

    /// A row of a table: the median of each side in microseconds, and the median of the rounds' ratios.
    pub fn row(&self, name: &str) -> String {
        format!(
            "{name:<28} {:>12.1} {:>12.1} {:>8.3}",
            self.median(|(by_hand, _)| by_hand * 1e6),
            self.median(|(_, sdk)| sdk * 1e6),
            self.median(|(by_hand, sdk)| sdk / by_hand)
        )
    }

    fn median(&self, number: impl Fn((f64, f64)) -> f64) -> f64 {
        let mut numbers: Vec<f64> = self.0.iter().copied().map(number).collect();
        numbers.sort_by(f64::total_cmp);
        numbers.get(ROUNDS / 2).copied().unwrap_or(f64::NAN)
    }
}

/// The head of a table of such rows.
pub fn head(title: &str) -> String {
    format!(
        "\n{title:<28} {:>12} {:>12} {:>8}",
        "by hand, µs", "SDK, µs", "ratio"
    )
}

fn time(times: u32, work: &mut impl FnMut(u32) -> Result<(), Error>) -> Result<Duration, Error> {
    let started = Instant::now();
    work(times)?;
    Ok(started.elapsed())
}
