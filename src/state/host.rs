//! The atlas within another web site: what its host asks for, and what it is told.

use std::cell::Cell;
use std::collections::BTreeMap;

use atlas_core::domain::embed::{FromHost, HeightReports, Report, ToHost};
use atlas_core::domain::link::{Frame, Link, Route};
use leptos::prelude::*;

use super::atlas::Atlas;
use super::navigation::Step;
use crate::browser::time::Debounce;
use crate::browser::{device, host, page};

/// Browsers refuse the address to a page that changes it more often than about once in this time.
const ADDRESS_PAUSE_MILLIS: i32 = 320;

/// What goes on between a frame and its host.
#[derive(Clone, Copy)]
pub(crate) struct HostState {
    reports: StoredValue<HeightReports>,
    height_px: StoredValue<f64>,
    later: StoredValue<Debounce, LocalStorage>,
    /// What the host asked for and is not shown yet.
    asked: StoredValue<BTreeMap<String, String>>,
    asking: StoredValue<Debounce, LocalStorage>,
}

thread_local! {
    static OPENED: Cell<Option<HostState>> = const { Cell::new(None) };
}

impl HostState {
    /// The host of this page. It is spoken to from the first call on.
    pub(crate) fn of_page(atlas: Atlas) -> Self {
        if let Some(opened) = OPENED.get() {
            return opened;
        }
        // A root of its own: the page is built anew in another language, and the host stays.
        let asking = Owner::current();
        let root = Owner::new_root(None);
        let this = root.with(|| {
            Effect::new(move || atlas.look_like_frame());
            Self::new(atlas)
        });
        std::mem::forget(root);
        if let Some(asking) = asking {
            asking.set();
        }
        OPENED.set(Some(this));
        this
    }

    /// Says that the frame is there, and tells the host from then on what is shown.
    fn new(atlas: Atlas) -> Self {
        let this = Self {
            reports: StoredValue::new(HeightReports::default()),
            height_px: StoredValue::new(0.0),
            later: StoredValue::new_local(Debounce::default()),
            asked: StoredValue::new(BTreeMap::new()),
            asking: StoredValue::new_local(Debounce::default()),
        };
        let receiver = host::Receiver {
            is_handshake: |text: &str| FromHost::parse(text) == Some(FromHost::Connect),
            on_message: move |text: &str| {
                if let Some(FromHost::Set(params)) = FromHost::parse(text) {
                    this.ask(atlas, params);
                }
            },
        };
        host::connect(&ToHost::Hello.to_json(), receiver, move || {
            host::post(&ToHost::Ready.to_json());
            this.reports.set_value(HeightReports::default());
            this.tell_height(this.height_px.get_value());
        });
        let told = Memo::new(move |_| {
            let link = atlas.link.read();
            (link.host_params(), link.clone())
        });
        Effect::new(move |previous: Option<Vec<_>>| {
            let (params, link) = told.get();
            if previous.is_some_and(|previous| previous != params) {
                host::post(&ToHost::StateChange(&link).to_json());
            }
            params
        });
        this
    }

    /// Shows what the host asks for, as often as a browser lets the address change.
    fn ask(self, atlas: Atlas, params: Vec<(String, String)>) {
        let is_waiting = self.asked.with_value(|asked| !asked.is_empty());
        self.asked.update_value(|asked| asked.extend(params));
        if is_waiting {
            return;
        }
        self.asking.with_value(|asking| {
            asking.call(ADDRESS_PAUSE_MILLIS, move || {
                let params: Vec<_> =
                    self.asked.try_update_value(std::mem::take).unwrap_or_default().into_iter().collect();
                let before = atlas.link.get_untracked();
                let after = before.with_host_params(&params);
                if after != before {
                    atlas.go(&after, Step::Replace);
                }
            });
        });
    }

    /// The frame has this height now.
    pub(crate) fn tell_height(self, height_px: f64) {
        self.height_px.set_value(height_px);
        if !host::is_connected() || height_px < 1.0 {
            return;
        }
        let now_millis = device::now_millis() as f64;
        let report = self.reports.try_update_value(|it| it.next(height_px, now_millis));
        match report {
            Some(Report::Now(px)) => host::post(&ToHost::Height(px).to_json()),
            Some(Report::Later { millis }) => self.later.with_value(|later| {
                later.call(millis, move || self.tell_height(self.height_px.get_value()));
            }),
            Some(Report::Nothing) | None => {}
        }
    }

    /// A link of this site was followed: the host is told of a partner.
    pub(crate) fn tell_followed(atlas: Atlas, path: &str, query: &str) {
        let below = atlas.base.with_value(|base| path.strip_prefix(base.as_str()).map(str::to_owned));
        if let Route::Partner(id) = Link::parse(&below.unwrap_or_default(), query).0.route {
            host::post(&ToHost::Select(&id).to_json());
        }
    }
}

impl Atlas {
    /// What the address of the frame says; none outside a frame. Reactive.
    pub(crate) fn frame(self) -> Option<Frame> {
        self.link.with(|link| match &link.route {
            Route::Frame(frame) => Some(frame.clone()),
            _ => None,
        })
    }

    /// Takes on the size and the colour that the host asks for.
    pub(crate) fn look_like_frame(self) {
        let frame = self.frame();
        page::set_frame(frame.as_ref().map(|frame| if frame.is_filling { "fill" } else { "" }));
        let accent = frame.and_then(|frame| frame.accent);
        let value = |accent| format!("#{accent}");
        page::set_root_property("--host-accent-light", accent.map(|it| value(it.on_light())).as_deref());
        page::set_root_property("--host-accent-dark", accent.map(|it| value(it.on_dark())).as_deref());
    }
}
