//! Numbers: lenient about the notation, strict about the value.

use blank_sdk::runtime::wire::Wire;
use std::fmt::Debug;

fn read<T: Wire>(json: &str) -> serde_json::Result<T> {
    T::read(&mut serde_json::Deserializer::from_str(json))
}

fn write<T: Wire>(value: &T) -> serde_json::Result<String> {
    let mut json = Vec::new();
    value.write(&mut serde_json::Serializer::new(&mut json))?;
    Ok(String::from_utf8(json).unwrap())
}

fn reads<T: Wire + PartialEq + Debug>(json: &str, expected: &T) {
    assert_eq!(read::<T>(json).unwrap(), *expected, "{json}");
}

fn rejects<T: Wire + Debug>(json: &str) {
    let error = read::<T>(json).unwrap_err().to_string();
    assert!(
        error.contains("expected an integer of the type "),
        "{json}: {error}"
    );
}

#[test]
fn whole_numbers_may_be_written_as_fractions() {
    reads("3.0", &3_i64);
    reads("3e2", &300_u16);
    reads("-0.0", &0_u64);
    reads("-128.0", &-128_i8);
    reads("9007199254740992.0", &9_007_199_254_740_992_i64);
}

#[test]
fn integers_are_exact() {
    reads("9223372036854775807", &i64::MAX);
    reads("-9223372036854775808", &i64::MIN);
    reads("18446744073709551615", &u64::MAX);
    reads("5000000000", &5_000_000_000_i64);
    rejects::<i64>("9223372036854775808");
    rejects::<u64>("18446744073709551616");
    rejects::<i64>("9007199254740994.0");
    rejects::<i64>("1e300");
    rejects::<i32>("5000000000");
    rejects::<u8>("256");
    rejects::<u8>("3e2");
    rejects::<i8>("-129");
    rejects::<u32>("-1");
    rejects::<i64>("3.5");
    rejects::<i64>("\"3\"");
    rejects::<i64>("true");
    rejects::<i64>("null");
    rejects::<i64>("[3]");
}

#[test]
fn floats() {
    reads("0.1", &0.1_f64);
    reads("0.1", &0.1_f32);
    reads("3", &3.0_f64);
    reads("-3", &-3.0_f32);
    reads("18446744073709551615", &18_446_744_073_709_551_615.0_f64);
    assert!(read::<f32>("1e300").is_err());
    assert!(read::<f64>("\"1\"").is_err());
    assert_eq!(write(&0.1_f32).unwrap(), "0.1");
    assert_eq!(write(&1.5_f64).unwrap(), "1.5");
    assert!(write(&f64::NAN).is_err(), "it would be sent as null");
    assert!(write(&f32::INFINITY).is_err());
}

#[test]
fn integers_are_written_as_they_are() {
    assert_eq!(write(&u64::MAX).unwrap(), "18446744073709551615");
    assert_eq!(write(&i64::MIN).unwrap(), "-9223372036854775808");
    assert_eq!(write(&-1_i8).unwrap(), "-1");
}
