//! What a frame and the page around it say to each other: a closed list on both sides.
//!
//! Codes and ids only. No note, no count of notes and no text sought ever leaves a frame.

use super::NAMESPACE;
use crate::domain::link::Link;
use crate::domain::partnership::PartnershipId;
use crate::file;

/// The version that both sides must speak.
const VERSION: u64 = 1;

/// No value of ours is as long.
const MAX_VALUE_BYTES: usize = 1_000;

/// What a host may say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FromHost {
    /// The one message to the window: here is the port.
    Connect,
    /// Shows something else: parameters of the frame's address with their new values, empty for the default.
    Set(Vec<(String, String)>),
}

impl FromHost {
    /// Reads a message; none for whatever is not one of ours in every part.
    pub fn parse(json: &str) -> Option<Self> {
        let message = file::parse(json).ok()?;
        let fields = message.as_object()?;
        let is_ours =
            fields.get("ns")?.as_str() == Some(NAMESPACE) && fields.get("v")?.as_u64() == Some(VERSION);
        match fields.get("type")?.as_str().filter(|_| is_ours)? {
            "connect" => return (fields.len() == 3).then_some(Self::Connect),
            "set" => {}
            _ => return None,
        }
        let mut params = Vec::new();
        for (name, value) in fields {
            if matches!(name.as_str(), "ns" | "v" | "type") {
                continue;
            }
            let value = value.as_str().filter(|value| value.len() <= MAX_VALUE_BYTES)?;
            if !Link::HOST_PARAMS.contains(&name.as_str()) {
                return None;
            }
            params.push((name.clone(), value.to_owned()));
        }
        Some(Self::Set(params))
    }
}

/// What a frame says.
#[derive(Debug, Clone, Copy)]
pub enum ToHost<'a> {
    /// The one message to the window: here is a frame that waits for its port.
    Hello,
    /// The atlas is shown.
    Ready,
    Height(u16),
    /// What is shown now.
    StateChange(&'a Link),
    /// A partner was chosen.
    Select(&'a PartnershipId),
}

impl ToHost<'_> {
    /// As JSON. Every value is a code, an id or a number, so that none needs to be escaped.
    pub fn to_json(self) -> String {
        let (kind, rest) = match self {
            Self::Hello => ("hello", String::new()),
            Self::Ready => ("ready", String::new()),
            Self::Height(px) => ("height", format!(r#","height":{px}"#)),
            Self::Select(id) => ("select", format!(r#","partner":"{id}""#)),
            Self::StateChange(link) => {
                let params = link.host_params();
                let params: Vec<_> = params.iter().map(|(name, it)| format!(r#""{name}":"{it}""#)).collect();
                ("statechange", format!(r#","state":{{{}}}"#, params.join(",")))
            }
        };
        format!(r#"{{"ns":"{NAMESPACE}","v":{VERSION},"type":"{kind}"{rest}}}"#)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn parse(rest: &str) -> Option<FromHost> {
        FromHost::parse(&format!(r#"{{"ns":"ots-partnership-atlas","v":1,"type":"set"{rest}}}"#))
    }

    #[test]
    fn a_host_may_set_what_an_address_says() {
        let set = FromHost::Set(vec![("lang".into(), "tr".into()), ("sector".into(), "health,trade".into())]);
        assert_eq!(parse(r#","sector":"health,trade","lang":"tr""#), Some(set));
        assert_eq!(parse(""), Some(FromHost::Set(Vec::new())));
        assert_eq!(parse(r#","type":"connect""#), Some(FromHost::Connect));
        assert_eq!(parse(r#","type":"connect","lang":"tr""#), None);
    }

    #[test]
    fn whatever_else_it_says_is_unknown() {
        for rest in [r#","q":"x""#, r#","sector":1"#, r#","type":"go""#, r#","v":2"#, r#","constructor":"x""#]
        {
            assert_eq!(parse(rest), None, "{rest}");
        }
        assert_eq!(parse(&format!(r#","sector":"{}""#, "x".repeat(1001))), None);
        for json in ["", "null", "[]", "{}", "{\"ns\":1}", r#"{"ns":"other","v":1,"type":"set"}"#] {
            assert_eq!(FromHost::parse(json), None, "{json}");
        }
    }

    #[test]
    fn a_frame_tells_codes_and_no_text_sought() {
        let (link, _) =
            Link::parse("/frame/", "?view=list&sector=health&q=secret&bbox=-12,8,100,60&theme=dark");
        assert_eq!(
            ToHost::StateChange(&link).to_json(),
            r#"{"ns":"ots-partnership-atlas","v":1,"type":"statechange","state":{"view":"list","sector":"health","theme":"dark"}}"#
        );
        let who = PartnershipId::parse("who").unwrap();
        let all = [ToHost::Hello, ToHost::Ready, ToHost::Height(640), ToHost::Select(&who)];
        for message in all {
            assert!(file::parse(&message.to_json()).is_ok(), "{message:?}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_a_message_or_none(json in any::<String>(), key in "[a-z]{1,8}", value in any::<String>()) {
            let _any = FromHost::parse(&json);
            let _any = parse(&format!(",\"{key}\":{}", serde_json::Value::from(value)));
        }

        #[test]
        fn any_json_is_a_message_or_none(ns in "(ots-partnership-atlas|x)", v in 0..3_u8, kind in "(set|ready|x)", n in any::<f64>()) {
            let json = format!(r#"{{"ns":"{ns}","v":{v},"type":"{kind}","view":"list","n":{n}}}"#);
            prop_assert_eq!(FromHost::parse(&json), None);
        }
    }
}
