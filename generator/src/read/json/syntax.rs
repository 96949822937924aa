//! What is wrong with text that is not valid JSON.

mod layout;
mod slips;

use std::ops::Range;

use crate::read::line::rest_of_line;
use crate::read::repair::{Repair, Trial};

/// What may help where a text cannot be read, between the beginning of its last token and a byte.
pub fn trial(text: &str, stop: Range<usize>) -> Trial {
    Trial {
        repairs: repairs(text, stop),
        above: String::new(),
        part: 0..text.len(),
        cut: 0,
    }
}

fn repairs(text: &str, stop: Range<usize>) -> Vec<Repair> {
    let end = stop.end + rest_of_line(text, stop.end).len();
    let after = text.get(end..).unwrap_or_default();
    let next = end + after.len() - after.trim_start().len();
    let here = slips::HERE.find(text, stop.end..end).into_iter().take(1);
    let mut repairs: Vec<Repair> = here.collect();
    repairs.extend(slips::LAST.find(text, stop.start..next));
    repairs.extend(layout::repairs(text, stop.end));
    repairs.extend(slips::BETWEEN.find(text, stop.start..next));
    let message = "this cannot be read, or what is before it is not finished";
    let help = "look for a quote, a bracket or a brace that is not closed above";
    repairs.push(Repair::new(stop.end..stop.end, "", (message, help)));
    repairs
}
