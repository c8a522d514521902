//! What the builder of embeds has chosen so far: a frame, its language and its height.

use super::frame::{Frame, FrameView};
use super::view::{View, set};
use super::{Link, Route};
use crate::domain::vocabulary::{Lang, Vocabulary as _};

/// How high a frame is in the page around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FrameHeight {
    /// As high as what it shows.
    Auto,
    Px(u16),
}

impl FrameHeight {
    /// What a frame may measure, in pixels.
    pub const BOUNDS_PX: (u16, u16) = (200, 6000);

    /// Reads `auto` or a number of pixels within the bounds.
    pub fn parse(text: &str) -> Option<Self> {
        if text == "auto" {
            return Some(Self::Auto);
        }
        let (least, most) = Self::BOUNDS_PX;
        text.parse().ok().filter(|px| (least..=most).contains(px)).map(Self::Px)
    }

    /// The code that addresses and tags carry.
    pub fn code(self) -> String {
        match self {
            Self::Auto => "auto".to_owned(),
            Self::Px(px) => px.to_string(),
        }
    }
}

/// A frame that is being put together. It is in the builder's address, so that it can be handed to a colleague.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Draft {
    pub frame: Frame,
    /// The language of the frame, where one was chosen; else it is that of the page.
    pub lang: Option<Lang>,
    /// The height, where one was chosen; else it is what suits the view.
    pub height: Option<FrameHeight>,
}

impl Draft {
    /// What a page in this language begins with.
    pub(super) fn new(lang: Lang) -> Self {
        Self { frame: Frame::new(lang), lang: None, height: None }
    }

    /// The height in force.
    pub fn height_or_default(&self) -> FrameHeight {
        self.height.unwrap_or(match self.frame.view {
            FrameView::Map | FrameView::List | FrameView::MapList => FrameHeight::Px(640),
            FrameView::Partner | FrameView::Counter => FrameHeight::Auto,
        })
    }

    /// The frame itself, with what a page in this language has chosen.
    pub fn link(&self, page: &Link) -> Link {
        let path_lang = self.lang.unwrap_or(page.lang);
        let is_filling = self.height_or_default() != FrameHeight::Auto;
        let frame = Frame { path_lang, is_filling, ..self.frame.clone() };
        let view = View { text: String::new(), bbox: None, ..page.view.clone() };
        Link { lang: path_lang, route: Route::Frame(frame), view }
    }

    /// Takes in one parameter; none where it is not of the builder, else whether its value is known.
    pub(super) fn take(&mut self, param: &str, value: &str) -> Option<(&'static str, bool)> {
        match param {
            "lang" => Some(("lang", set(&mut self.lang, Frame::lang_of(value).map(Some)))),
            "height" => Some(("height", set(&mut self.height, FrameHeight::parse(value).map(Some)))),
            // It follows from the height.
            "fit" => None,
            _ => self.frame.take(param, value),
        }
    }

    /// Gives every parameter with its value, empty for the default.
    pub(super) fn each_param(&self, give: &mut dyn FnMut(&'static str, String)) {
        self.frame.each_param(&mut |param, value| {
            if param != "fit" {
                give(param, value);
            }
        });
        give("lang", self.lang.map(|lang| lang.code().to_owned()).unwrap_or_default());
        give("height", self.height.map(FrameHeight::code).unwrap_or_default());
    }
}
