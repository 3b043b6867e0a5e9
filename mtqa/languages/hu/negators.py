"""Words that negate in Hungarian (own compilation, 2026, CC0)."""

STRONG = "nem nincs nincsenek sem soha senki semmi ne"
LOOSE = "nem csak|nem is|ha nem|hanem|nem kevesebb|nem sokkal|vagy nem|nem mind|nem mindig"
WEAK = (
    "nemcsak nélkül sincs csak alig kevés hiány hiányzik megtagadta tagad ellen kivéve amíg míg "
    "tilos elkerül de bár helyett túl tiltott elutasított nehéz elégedetlen abba megszűnt "
    "tartózkodik ritkán kizár mellőz elmarad kudarc először egyetlen"
)
