//! The closed vocabularies of the data set: every code a record may use, and nothing else.
//!
//! A code is what files and addresses carry; the words a person reads are in the message catalogues
//! under `<vocabulary>.<code>`.

/// A closed list of codes.
pub trait Vocabulary: Copy + Eq + Ord + 'static {
    /// The vocabulary's name: the prefix of its message keys, such as `sector`.
    const NAME: &'static str;
    /// Every value, in the order a person is shown them.
    const ALL: &'static [Self];

    /// The code that files and addresses carry.
    fn code(self) -> &'static str;

    /// The value with this code, exactly as written.
    fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|value| value.code() == code)
    }

    /// The key of the words a person reads, such as `sector.health`.
    fn message_key(self) -> String {
        format!("{}.{}", Self::NAME, self.code())
    }
}

macro_rules! vocabulary {
    ($(#[$doc:meta])* $name:ident, $key:literal, { $($(#[$value_doc:meta])* $value:ident = $code:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        pub enum $name {
            $($(#[$value_doc])* #[cfg_attr(feature = "schema", schemars(rename = $code))] $value,)+
        }

        impl Vocabulary for $name {
            const NAME: &'static str = $key;
            const ALL: &'static [Self] = &[$(Self::$value),+];

            fn code(self) -> &'static str {
                match self { $(Self::$value => $code),+ }
            }
        }
    };
}

pub(crate) use vocabulary;

vocabulary! {
    /// What a partnership is about.
    Sector, "sector", {
        Agriculture = "agriculture",
        CivilProtection = "civil-protection",
        Culture = "culture",
        Customs = "customs",
        Diaspora = "diaspora",
        Digital = "digital",
        Economy = "economy",
        Education = "education",
        Energy = "energy",
        Environment = "environment",
        Finance = "finance",
        FoodSecurity = "food-security",
        Gender = "gender",
        Health = "health",
        Humanitarian = "humanitarian",
        Industry = "industry",
        Media = "media",
        Political = "political",
        Science = "science",
        Security = "security",
        Space = "space",
        Statistics = "statistics",
        SustainableDevelopment = "sustainable-development",
        Tourism = "tourism",
        Trade = "trade",
        Transport = "transport",
        UrbanDevelopment = "urban-development",
        YouthSports = "youth-sports",
    }
}

vocabulary! {
    /// What sort of organisation a partner is.
    Kind, "kind", {
        UnSystem = "un-system",
        GlobalOrganisation = "global-organisation",
        RegionalOrganisation = "regional-organisation",
        FinancialInstitution = "financial-institution",
        NationalAgency = "national-agency",
        Association = "association",
        ResearchInstitute = "research-institute",
        Humanitarian = "humanitarian",
        SportsFederation = "sports-federation",
        Forum = "forum",
        OtsBody = "ots-body",
    }
}

vocabulary! {
    /// The form a relation has. Not a score, and not an order of merit.
    Stage, "stage", {
        Exploring = "exploring",
        Dialogue = "dialogue",
        SeekingFormalisation = "seeking-formalisation",
        /// Project or event cooperation without an agreement.
        Cooperation = "cooperation",
        Memorandum = "memorandum",
        ActionPlan = "action-plan",
    }
}

vocabulary! {
    /// By what means the OTS and a partner work together.
    MechanismKind, "mechanism", {
        Memorandum = "memorandum",
        ActionPlan = "action-plan",
        WorkPlan = "work-plan",
        Declaration = "declaration",
        Project = "project",
        Training = "training",
        Event = "event",
        Dialogue = "dialogue",
        ObserverRequested = "observer-requested",
        /// The OTS holds observer status at the partner.
        ObserverHeld = "observer-held",
        /// The OTS gave the partner observer status.
        ObserverGranted = "observer-granted",
    }
}

impl MechanismKind {
    /// Whether this is a state of observer status, which stands beside the stage and not in it.
    pub fn is_observer_status(self) -> bool {
        matches!(self, Self::ObserverRequested | Self::ObserverHeld | Self::ObserverGranted)
    }
}

vocabulary! {
    /// Where a record stands in the list. Only `Counted` records are partnerships in any count.
    Listing, "listing", {
        Counted = "counted",
        /// The OTS's own institutions, networks and offices.
        OwnBody = "own-body",
        /// The relation is that of an institution affiliated with the OTS.
        Affiliate = "affiliate",
        Proposal = "proposal",
        Mention = "mention",
    }
}

vocabulary! {
    /// What sort of page or document a source is.
    SourceKind, "source", {
        OfficialOts = "official-ots",
        OfficialPartner = "official-partner",
        OfficialGovernment = "official-government",
        Press = "press",
        /// A copy of an official page on another host.
        Copy = "copy",
        Encyclopedia = "encyclopedia",
        /// A blog, list or similar page.
        Web = "web",
        /// The page of the OTS on its cooperation with international organisations that the atlas starts from.
        OtsPage = "ots-page",
    }
}

vocabulary! {
    /// How well a fact is supported: the best of its sources.
    Evidence, "evidence", {
        Official = "official",
        Press = "press",
        Copy = "copy",
        /// Only the OTS page that the atlas starts from says so.
        OtsPage = "ots-page",
    }
}

vocabulary! {
    /// A language, by its ISO 639-1 code.
    Lang, "lang", {
        En = "en",
        Tr = "tr",
        Az = "az",
        Kk = "kk",
        Ky = "ky",
        Uz = "uz",
        Tk = "tk",
        Hu = "hu",
    }
}

impl Lang {
    /// The languages a reader can choose: those with a complete catalogue.
    pub const OFFERED: &'static [Self] = &[Self::En, Self::Tr];
}

vocabulary! {
    /// How the map shows the northern part of Cyprus.
    NorthernCyprus, "northern-cyprus", {
        Hidden = "hidden",
        /// One point, named as the OTS names it, with a footnote; no line, no flag.
        Marker = "marker",
        /// A hatched area with a dashed line; only after written approval.
        Area = "area",
    }
}

vocabulary! {
    /// The role a state or organisation has in the OTS.
    Role, "role", {
        Member = "member",
        Observer = "observer",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_codes<V: Vocabulary + std::fmt::Debug>() {
        for &value in V::ALL {
            assert_eq!(V::from_code(value.code()), Some(value));
        }
        let distinct: std::collections::BTreeSet<_> = V::ALL.iter().map(|value| value.code()).collect();
        assert_eq!(distinct.len(), V::ALL.len());
    }

    #[test]
    fn every_code_leads_back_to_its_value() {
        check_codes::<Sector>();
        check_codes::<Kind>();
        check_codes::<Stage>();
        check_codes::<MechanismKind>();
        check_codes::<Listing>();
        check_codes::<SourceKind>();
        check_codes::<Evidence>();
        check_codes::<Lang>();
    }

    #[test]
    fn codes_are_read_exactly_as_written() {
        assert_eq!(Sector::from_code("Health"), None);
        assert_eq!(Sector::from_code("health"), Some(Sector::Health));
    }
}
