//! Which dates there are, how they sort, and that they are written as they were read.

use proptest::prelude::*;

use super::*;

fn date(text: &str) -> EdtfDate {
    text.parse().unwrap()
}

#[track_caller]
fn check_refused(text: &str, reason: &str) {
    let message = EdtfDate::parse(text).unwrap_err().to_string();
    assert!(message.contains(reason), "{message}");
}

#[test]
fn a_date_has_the_precision_of_its_evidence() {
    assert_eq!(date("2020-09-11").precision(), Precision::Day);
    assert_eq!(date("2016-04").precision(), Precision::Month);
    assert_eq!(date("2023").precision(), Precision::Year);
    assert_eq!(date("2023-05-01/2024").precision(), Precision::Year);
    assert_eq!(date("2026-01~").start().doubt(), Some(Doubt::Approximate));
    assert_eq!(date("2026-01?").start().doubt(), Some(Doubt::Uncertain));
}

#[test]
fn impossible_dates_are_refused_with_the_reason() {
    check_refused("2023-02-29", "no such day");
    check_refused("2023-04-31", "no such day");
    check_refused("2023-04-00", "no such day");
    check_refused("1900-02-29", "no such day");
    check_refused("2023-13", "no such month");
    check_refused("2023-00-01", "no such month");
    check_refused("0999", "between 1000 and 2999");
    check_refused("2024-05-10/2024-05-06", "ends before it begins");
    for shape in
        ["", "23", "2023-4", "2023-04-1", "2023/", "/2023", "11.09.2020", "2023-04-01-01", "202X", "2023~?"]
    {
        check_refused(shape, "write 2020-09-11");
    }
    assert!(EdtfDate::parse("2000-02-29").is_ok());
}

#[test]
fn newest_first_puts_the_vague_below_the_known_and_the_undated_last() {
    let expected = [
        Some("2024-05-06/2024-05-10"),
        Some("2024-05-10?"),
        Some("2024-05-08"),
        Some("2024-05-07/2024-05"),
        Some("2024-05"),
        Some("2024"),
        Some("2023-12-31/2024"),
        Some("2023-12"),
        Some("2023-11-30"),
        Some("2023"),
        None,
    ];
    let mut dates: Vec<_> = expected.iter().rev().map(|text| text.map(date)).collect();
    dates.sort_by(|a, b| b.cmp(a));
    let sorted: Vec<_> = dates.iter().map(|date| date.map(|it| it.to_string())).collect();
    assert_eq!(sorted, expected.map(|text| text.map(str::to_owned)));
}

#[test]
fn an_interval_is_filed_under_the_year_in_which_it_ended() {
    assert_eq!(date("2023-12-26/2024-01-02").year(), 2024);
    assert_eq!(date("2016-04").year(), 2016);
}

fn period() -> impl Strategy<Value = String> {
    (1000_u16..3000, 1_u8..=12, 1_u8..=28, 0..3, prop::sample::select(vec!["", "~", "?"])).prop_map(
        |(year, month, day, precision, doubt)| match precision {
            0 => format!("{year}{doubt}"),
            1 => format!("{year}-{month:02}{doubt}"),
            _ => format!("{year}-{month:02}-{day:02}{doubt}"),
        },
    )
}

proptest! {
    #[test]
    fn a_date_is_written_as_it_was_read(start in period(), end in prop::option::of(period())) {
        let text = end.map_or(start.clone(), |end| format!("{start}/{end}"));
        if let Ok(date) = EdtfDate::parse(&text) {
            prop_assert_eq!(date.to_string(), text);
        }
    }

    #[test]
    fn dates_are_equal_only_if_they_sort_alike(a in period(), b in period()) {
        let (a, b) = (date(&a), date(&b));
        prop_assert_eq!(a == b, a.cmp(&b).is_eq());
    }

    #[test]
    fn any_text_can_be_tried(text in any::<String>()) {
        if let Ok(date) = EdtfDate::parse(&text) {
            prop_assert_eq!(date.to_string(), text);
        }
    }
}
