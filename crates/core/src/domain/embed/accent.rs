//! The accent colour of a host, made readable on the paper of either theme.

use std::fmt;

/// The contrast that text needs (WCAG 2.2, 1.4.3).
const MIN_CONTRAST: f64 = 4.5;

/// The luminance of the lightest surface of the light theme, and of the lightest of the dark one.
const LIGHT_PAPER: f64 = 1.0;
const DARK_PAPER: f64 = 0.025;

/// How far one step goes on the way to black or white, and how many there are.
const STEP: f64 = 0.05;
const N_STEPS: u8 = 20;

/// A colour in sRGB.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Accent([u8; 3]);

impl Accent {
    /// That of the atlas in its light theme.
    pub const OF_ATLAS: Self = Self([12, 116, 130]);

    /// Reads `0c7482`, `#0C7482` or `#fff`: nothing but six or three hexadecimal digits.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#').unwrap_or(text).as_bytes();
        let n_each = match digits.len() {
            3 => 1,
            6 => 2,
            _ => return None,
        };
        let mut rgb = [0; 3];
        for (value, digits) in rgb.iter_mut().zip(digits.chunks(n_each)) {
            for nth in [0, n_each - 1] {
                let digit = char::from(*digits.get(nth)?).to_digit(16)?;
                *value = *value * 16 + digit as u8;
            }
        }
        Some(Self(rgb))
    }

    /// As near to this colour as can be read on the light paper.
    #[must_use]
    pub fn on_light(self) -> Self {
        self.towards(0.0, LIGHT_PAPER)
    }

    /// As near to this colour as can be read on the dark paper.
    #[must_use]
    pub fn on_dark(self) -> Self {
        self.towards(255.0, DARK_PAPER)
    }

    fn towards(self, end: f64, paper: f64) -> Self {
        let steps = (0..=N_STEPS).map(|nth| self.mixed(end, f64::from(nth) * STEP));
        let mut last = self;
        for mixed in steps {
            last = mixed;
            if contrast(mixed.luminance(), paper) >= MIN_CONTRAST {
                break;
            }
        }
        last
    }

    fn mixed(self, end: f64, share: f64) -> Self {
        Self(self.0.map(|value| (f64::from(value) * (1.0 - share) + end * share).round() as u8))
    }

    /// Relative luminance as WCAG defines it.
    fn luminance(self) -> f64 {
        let [r, g, b] = self.0.map(|value| {
            let value = f64::from(value) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * r + 0.7152 * g + 0.0722 * b
    }
}

fn contrast(a: f64, b: f64) -> f64 {
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

impl fmt::Display for Accent {
    /// Six digits without the number sign, as addresses carry it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|value| write!(f, "{value:02x}"))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_colour_is_six_or_three_digits_and_nothing_else() {
        assert_eq!(Accent::parse("#0C7482").map(|it| it.to_string()).as_deref(), Some("0c7482"));
        assert_eq!(Accent::parse("fa0"), Accent::parse("ffaa00"));
        for text in ["", "#", "red", "12345", "1234567", "url(x)", "0c7482;color:red", "##fff"] {
            assert_eq!(Accent::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_colour_that_can_be_read_stays_as_it_is() {
        let teal = Accent::parse("0c7482").unwrap();
        assert_eq!(teal.on_light(), teal);
        assert_ne!(teal.on_dark(), teal);
    }

    proptest! {
        #[test]
        fn every_accent_can_be_read_in_both_themes(rgb in any::<[u8; 3]>()) {
            let accent = Accent(rgb);
            prop_assert_eq!(Accent::parse(&accent.to_string()), Some(accent));
            prop_assert!(contrast(accent.on_light().luminance(), LIGHT_PAPER) >= MIN_CONTRAST);
            prop_assert!(contrast(accent.on_dark().luminance(), DARK_PAPER) >= MIN_CONTRAST);
        }

        #[test]
        fn any_text_is_a_colour_or_none(text in any::<String>()) {
            let _any = Accent::parse(&text);
        }
    }
}
