"""Words that negate in English (own compilation, 2026, CC0)."""

STRONG = (
    "not n't never nobody nothing none nowhere neither cannot no dont doesnt didnt isnt arent "
    "wasnt werent wont wouldnt couldnt shouldnt hasnt havent hadnt cant"
)
LOOSE = (
    "not only|not just|not merely|not simply|not least|not until|not to mention|not unlike|not "
    "long|not far|not so much|not that|if not|or not|why not|not enough|no matter|no doubt|no "
    "wonder|no less|no fewer|no more than|no later|no sooner|no one else|no better|no stranger|"
    "nothing but|nothing short|nothing less|none other|never mind|never before|like never|not "
    "alone|can't help|can't wait|cannot help|cannot wait|can't but|no small|no less than|not "
    "insignificant|not uncommon|not unusual|not unexpected|not unreasonable|not impossible|not "
    "surprisingly|in no time|no comment|no go|no fly|not guilty|not yet|no need|no mean|not hard|"
    "not difficult|not easy|not every|not all|not always|not necessarily|not exactly|no good|no "
    "way|no end|yes and no|say no|said no|says no|saying no|vote no|voted no|never again|never "
    "ending|not for profit|no win|no confidence|don't forget|don't miss|not forget|not miss|not "
    "unless|not without|nothing more|no more|never more|never so|not with|not last|no effort|not "
    "out|no votes|left out|leave out"
)
WEAK = (
    "nor without fail failure refuse refusal deny denial lack absence absent hardly barely rarely "
    "rare seldom scarcely few little only just until unless except avoid prevent stop cease "
    "reject ban prohibit forbid impossible unable inability unlikely doubt despite regardless "
    "ignore exempt disagree far exclude instead rather abandon forget nor zero otherwise against "
    "oppose dismiss wrong miss neglect resist reluctant waive too cannot halt quit difficult hard "
    "yet beyond illegal incapable inadequate inappropriate incomplete inconsistent incorrect "
    "ineffective inefficient insufficient invalid invisible irregular irrelevant irresponsible "
    "imperfect disapprove disregard dishonest dislike disobey disrespect distrust discontinue "
    "inactive ignorant oblivious short ineligible ineffectual inexperienced invulnerable "
    "indefinite indifferent informal infertile intolerable intolerant unlike landlocked overlook "
    "stuck remain lest silence unsuccessful impractical improper imprecise impatient impunity "
    "immature immoral immune irrational unbar lose afraid fear worry non pull withdraw away off "
    "over decline keep deprive fall drop free withhold elusive gone hate"
)
PREFIXES = "un non anti"
SUFFIXES = "less lessly free"
SURE = True
REACH = 0.3
