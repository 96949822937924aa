//! Dates and times as RFC 3339 writes them.

/// A date, a time and an offset.
pub fn is_date_time(text: &str) -> bool {
    let Some((date, time)) = text.split_once(['T', 't', ' ']) else {
        return false;
    };
    let Some(start) = time.find(['Z', 'z', '+', '-']) else {
        return false;
    };
    let Some((time, offset)) = time.split_at_checked(start) else {
        return false;
    };
    is_date(date) && is_time(time) && is_offset(offset)
}

/// A year, a month and one of its days.
pub fn is_date(text: &str) -> bool {
    let mut parts = text.split('-');
    let mut next = |length| digits(parts.next()?, length);
    let (year, month, day) = (next(4), next(2), next(2));
    let (Some(year), Some(month), Some(day)) = (year, month, day) else {
        return false;
    };
    parts.next().is_none() && (1..=days(year, month)).contains(&day)
}

/// How many days a month has; a month that there is not has none.
fn days(year: u32, month: u32) -> u32 {
    let is_leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if is_leap => 29,
        2 => 28,
        _ => 0,
    }
}

/// Hours, minutes and seconds, of which there may be a leap one, and parts of it.
fn is_time(text: &str) -> bool {
    let (text, fraction) = match text.split_once('.') {
        Some((text, fraction)) => (text, Some(fraction)),
        None => (text, None),
    };
    let is_fraction = fraction.is_none_or(|fraction| digits(fraction, fraction.len()).is_some());
    let mut parts = text.split(':');
    let mut is_next = |most| is_within(parts.next(), most);
    is_next(23) && is_next(59) && is_next(60) && parts.next().is_none() && is_fraction
}

/// `Z`, or a sign with hours and minutes.
fn is_offset(text: &str) -> bool {
    if matches!(text, "Z" | "z") {
        return true;
    }
    let hours_and_minutes = text
        .strip_prefix(['+', '-'])
        .and_then(|text| text.split_once(':'));
    hours_and_minutes
        .is_some_and(|(hours, minutes)| is_within(Some(hours), 23) && is_within(Some(minutes), 59))
}

fn is_within(text: Option<&str>, most: u32) -> bool {
    text.and_then(|text| digits(text, 2))
        .is_some_and(|number| number <= most)
}

/// The number that this many digits are, and at least one; a long one is as good as the largest.
fn digits(text: &str, length: usize) -> Option<u32> {
    let is_digits = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    (is_digits && text.len() == length).then(|| text.parse().unwrap_or(u32::MAX))
}
