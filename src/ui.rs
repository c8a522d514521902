//! The views. They ask and show; what is decided about partnerships is decided in the core.

#![expect(clippy::needless_pass_by_value, reason = "components own what they are given")]
#![expect(unreachable_pub, reason = "the component macro makes its property types public")]

mod about;
pub(crate) mod app;
mod cite;
mod copy_button;
mod details;
mod embed;
mod empty;
mod evidence_mark;
mod explore;
mod facet;
mod failure;
mod filters;
mod frame;
mod frame_card;
mod glyph;
mod header;
mod icon;
mod live;
mod map;
mod meeting_brief;
mod more_rows;
mod new_version;
mod not_found;
mod note_mark;
mod notebook;
mod notes;
mod notices;
pub(crate) mod part;
mod partner;
mod partner_unknown;
mod partnership_row;
mod pointing;
mod record_list;
mod result;
mod source_view;
mod timeline;
mod words;
