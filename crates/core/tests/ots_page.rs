//! Every sentence of the OTS page that the atlas starts from is carried by the data set.
//!
//! The page is "Cooperation with International Organizations" of turkicstates.org, last updated on
//! 19 November 2024. The table names what carries each sentence; the words are ours.

#![cfg(test)]

use std::sync::Arc;

use atlas_core::domain::check;
use atlas_core::domain::dataset::Dataset;
use atlas_core::domain::partnership::{PartnershipId, Source};
use atlas_core::domain::vocabulary::{Sector, SourceKind, Stage, Vocabulary as _};

const JSON: &[u8] = include_bytes!("../../../public/data/partnerships.json");

/// What carries a sentence.
enum Carrier {
    /// A document of the OTS, which rests on the page.
    Document(&'static str),
    /// A milestone of a record, which lists the sentence in `seed`.
    Milestone(&'static str, &'static str),
    /// A signed memorandum in a sector.
    Signed(&'static str, &'static str),
    /// A stage of a record.
    Stage(&'static str, Stage),
    /// A sector in which there is at least one counted partnership.
    Sector(Sector),
    /// The date of the page.
    PageDate(&'static str),
}

use Carrier::{Document, Milestone, PageDate, Sector as InSector, Signed, Stage as AtStage};

/// Sentence, what it says, what carries it.
const SENTENCES: &[(&str, &str, &[Carrier])] = &[
    (
        "S1",
        "The Secretariat works with more and more organisations, following the Vision and the Strategy.",
        &[Document("vision-2040"), Document("strategy-2022-2026")],
    ),
    (
        "S2",
        "There are meetings and signed agreements on sustainable development, trade, health and education.",
        &[
            Signed("undp", "sustainable-development"),
            Signed("eco", "trade"),
            Signed("who", "health"),
            Signed("icesco", "education"),
        ],
    ),
    (
        "S3",
        "Memoranda exist with the WHO, UN-Habitat and TİKA, on health, cities and sustainable energy.",
        &[
            Milestone("who", "2020-09-11-memorandum"),
            Milestone("un-habitat", "2023-02-27-memorandum"),
            Milestone("tika", "2023-12-memorandum"),
            Signed("who", "health"),
            Signed("un-habitat", "urban-development"),
        ],
    ),
    (
        "S4",
        "Health professionals of the member states were trained for emergencies together with the WHO.",
        &[Milestone("who", "2024-05-06-training")],
    ),
    (
        "S5",
        "Work with the IRU led to digital TIR pilots among OTS members.",
        &[Milestone("iru", "undated-digital-tir")],
    ),
    (
        "S6",
        "Sustainable energy is a subject with the UNECE; work with UNIDO and IRENA is being explored.",
        &[
            Milestone("unece", "undated-sustainable-energy"),
            Milestone("unido", "undated-exploring"),
            Milestone("irena", "undated-exploring"),
            AtStage("unido", Stage::Exploring),
            AtStage("irena", Stage::Exploring),
        ],
    ),
    (
        "S7",
        "The OTS seeks observer status at the UN and works with it on sustainable development.",
        &[Milestone("un", "undated-priority")],
    ),
    (
        "S8",
        "The first Turkic Week took place at the UN Office at Geneva.",
        &[Milestone("unog", "2024-04-22-turkic-week")],
    ),
    (
        "S9",
        "Closer relations with the EU are sought in transport and energy, with meetings in Brussels.",
        &[Milestone("eu", "undated-closer-ties"), InSector(Sector::Transport), InSector(Sector::Energy)],
    ),
    (
        "S10",
        "Observer status at the OIC is pending; relations with ASEAN and the African Union shall be formal.",
        &[
            Milestone("oic", "undated-observer-pending"),
            Milestone("asean", "undated-formalisation"),
            Milestone("african-union", "undated-formalisation"),
            AtStage("asean", Stage::SeekingFormalisation),
            AtStage("african-union", Stage::SeekingFormalisation),
        ],
    ),
    (
        "S11",
        "A framework is discussed with the GCC and CICA.",
        &[
            Milestone("gcc", "undated-dialogue"),
            Milestone("cica", "undated-dialogue"),
            AtStage("gcc", Stage::Dialogue),
            AtStage("cica", Stage::Dialogue),
        ],
    ),
    (
        "S12",
        "The focus is on sustainable development, the economy and stability in the region.",
        &[InSector(Sector::SustainableDevelopment), InSector(Sector::Economy), InSector(Sector::Security)],
    ),
    ("S13", "The page was updated on 19 November 2024.", &[PageDate("2024-11-19")]),
];

fn dataset() -> Dataset {
    check::read(JSON).expect("the data set is JSON").dataset
}

fn is_ots_page(sources: &[Arc<Source>]) -> bool {
    sources.iter().any(|source| source.kind == SourceKind::OtsPage)
}

fn carries(dataset: &Dataset, sentence: &str, carrier: &Carrier) -> Result<(), String> {
    let record = |id: &str| {
        PartnershipId::parse(id)
            .and_then(|id| dataset.partnership(&id).cloned())
            .ok_or(format!("there is no record {id}"))
    };
    let expect = |holds: bool, what: String| if holds { Ok(()) } else { Err(what) };
    match *carrier {
        Document(id) => {
            let document = dataset.ots.documents.iter().find(|document| document.id == id);
            let rests_on_page = document.is_some_and(|document| is_ots_page(&document.sources));
            expect(rests_on_page, format!("document {id} is missing or does not name the page"))
        }
        Milestone(id, milestone_id) => {
            let record = record(id)?;
            let milestone = record
                .milestones
                .iter()
                .find(|milestone| milestone.id == milestone_id)
                .ok_or(format!("{id} has no milestone {milestone_id}"))?;
            expect(
                milestone.seed.iter().any(|seed| seed == sentence),
                format!("{id}, {milestone_id} does not list {sentence}"),
            )?;
            expect(is_ots_page(&milestone.sources), format!("{id}, {milestone_id} does not name the page"))
        }
        Signed(id, sector) => {
            let record = record(id)?;
            let is_signed = record
                .mechanisms
                .iter()
                .any(|mechanism| mechanism.kind.code() == "memorandum" && mechanism.milestone_idx.is_some());
            let sector = Sector::from_code(sector).ok_or(format!("there is no sector {sector}"))?;
            let is_counted_there = record.is_counted() && record.sectors.contains(&sector);
            expect(is_signed && is_counted_there, format!("{id} has no memorandum in {sector:?}"))
        }
        AtStage(id, stage) => {
            let found = record(id)?.stage;
            expect(found == Some(stage), format!("{id} is at {found:?}"))
        }
        InSector(sector) => {
            let is_there =
                dataset.partnerships.iter().any(|it| it.is_counted() && it.sectors.contains(&sector));
            expect(is_there, format!("no partnership in {sector:?}"))
        }
        PageDate(date) => {
            let pages =
                dataset.partnerships.iter().flat_map(|it| it.milestones.iter().flat_map(|it| &it.sources));
            let page = pages.into_iter().find(|source| source.kind == SourceKind::OtsPage);
            let found = page.and_then(|page| page.date.as_ref()).map(ToString::to_string);
            expect(found.as_deref() == Some(date), format!("the page is dated {found:?}"))
        }
    }
}

#[test]
fn every_sentence_is_carried() {
    let dataset = dataset();
    let mut failures = Vec::new();
    for (sentence, says, carriers) in SENTENCES {
        for carrier in *carriers {
            if let Err(why) = carries(&dataset, sentence, carrier) {
                failures.push(format!("{sentence} ({says}) {why}"));
            }
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn the_table_has_every_sentence_with_a_carrier() {
    let expected: Vec<String> = (1..=13).map(|number| format!("S{number}")).collect();
    let found: Vec<&str> = SENTENCES.iter().map(|(sentence, ..)| *sentence).collect();
    assert_eq!(found, expected);
    assert!(SENTENCES.iter().all(|(_, _, carriers)| !carriers.is_empty()));
}

#[test]
fn every_sentence_that_a_milestone_names_is_in_the_table() {
    for it in &dataset().partnerships {
        for milestone in &it.milestones {
            for seed in &milestone.seed {
                let is_listed = SENTENCES.iter().any(|(sentence, _, carriers)| {
                    *sentence == seed.as_str()
                        && carriers.iter().any(|carrier| {
                            matches!(carrier, Milestone(id, name) if *id == it.id.as_str() && *name == milestone.id)
                        })
                });
                assert!(is_listed, "{}, {}: {seed}", it.id, milestone.id);
            }
        }
    }
}

/// The test of the test: without its carrier a sentence fails.
#[test]
fn a_sentence_without_its_carrier_is_noticed() {
    for (sentence, _, carriers) in SENTENCES {
        for carrier in *carriers {
            let mut broken = dataset();
            match carrier {
                Document(_) => broken.ots.documents.clear(),
                _ => broken.partnerships.clear(),
            }
            assert!(carries(&broken, sentence, carrier).is_err(), "{sentence}");
        }
    }
}
