"""Every command, declared once: its name, line, group, kind of record, and what it takes.

The short road, Typer, help, completion, the man page, the documents and the contract tests read
what stands here.
"""

from __future__ import annotations

from immunocli.cli import parameters as p

TYPE_CHECKING = False
if TYPE_CHECKING:
    from immunocli.cli.parameters import Parameter

GROUPS = ("Look up", "Understand", "See", "Tables", "Data")


class Command:
    """A command; its function lies in the module of its name.

    Args:
        line: what it answers, in a line.
        group: one of GROUPS.
        kind: of the records it answers with; empty when it has none.
        parameters: its own options and arguments.
        shared: it has the options of how to show an answer.
        examples: what to type, a line each; help begins with them.
        more: what else to know, in a few sentences.
    """

    __slots__ = ("examples", "group", "kind", "line", "more", "parameters", "shared")

    def __init__(
        self,
        line: str,
        group: str,
        kind: str,
        *parameters: Parameter,
        shared: bool = True,
        examples: str = "",
        more: str = "",
    ) -> None:
        self.line, self.group, self.kind, self.shared = line, group, kind, shared
        self.parameters, self.examples, self.more = parameters, examples, more

    def all(self) -> tuple[Parameter, ...]:
        """Return its own parameters, then those that it shares."""
        return self.parameters + p.OUTPUT if self.shared else self.parameters


_USES = (
    p.CANCER, p.TYPE, p.TARGET, p.BIOMARKER, p.SETTING, p.LINE, p.APPROVAL, p.STATUS, p.MARKET, p.SINCE,
    p.AS_OF, p.SOURCE, p.AGNOSTIC, p.EXACT, p.BOXED, p.BOXED_ABOUT, p.NO_BOXED, p.FULL,
)  # fmt: skip
_DRAWN = "With -o and a name that ends in .svg, .png or .pdf the answer is drawn as a figure."
_LOOK, _KNOW, _SEE, _TABLES, _DATA = GROUPS

COMMANDS = {
    "therapies": Command("Which therapies: a row each, filtered.", _LOOK, "therapy", p.THERAPY, *_USES, examples="""\
immuno therapies --cancer melanoma
immuno therapies --cancer rectal cancer
immuno therapies --target CD19 --type "car t"
immuno therapies --type "car t" --boxed
immuno therapies --boxed "cytokine release syndrome"
immuno therapies --type "antibody-drug conjugate" --no-boxed
immuno therapies --cancer bladder --as-of 2021-01
immuno therapies --source cri-2022 --json""", more="""\
By default the uses in today's label. A use for a wider cancer holds too and is told as such. One \
option repeated means "or", different options mean "and"."""),
    "indications": Command(
        "Which uses: a row each, filtered.", _LOOK, "indication", p.THERAPY, *_USES, examples="""\
immuno indications --cancer bladder --setting adjuvant
immuno indications --therapy keytruda --status any
immuno indications --therapy vectibix --as-of 2010
immuno indications --biomarker PD-L1 --json | jq '.results[].summary'""", more="""\
Each is told in our words, after those of the label of that day."""
    ),
    "show": Command(
        "The page on whatever a name means.", _LOOK, "therapy", p.SHOWN, p.CANCER, p.AS_OF, p.FULL,
        examples="""\
immuno show keytruda
immuno show rectal cancer
immuno show keytruda --cancer lung --as-of 2019
immuno show PD-1 bcma
immuno show keytruda --json | jq '.results[0].indications'""", more="""\
The word "show" may be left out: immuno keytruda. A row for each product, with license, market and whether it is \
foreign, stands in products.csv of immuno data export DIR."""
    ),
    "changes": Command(
        "The news: what changed in the record, newest first.", _LOOK, "change",
        p.CHANGES_SINCE, p.UNTIL, p.THERAPY, p.CANCER, p.TYPE, p.TARGET, p.BIOMARKER, p.EVENT, p.AGNOSTIC, p.AS_OF,
        examples="""\
immuno changes
immuno changes --since 2025-05 --until 2025-06
immuno changes --therapy keytruda --since 2014
immuno changes --event boxed-warning --since 2020
immuno changes --event approved -c date,therapies,approval""", more="""\
By default the last twelve months. One decision is one entry, its uses together; approved (accelerated) says what is \
told in the column approval. \
-c date,event,therapies,cited tells where each was read, as references; urls has the bare addresses."""
    ),
    "compare": Command(
        "Two to four therapies, types, or products of one, side by side.", _LOOK, "comparison",
        p.COMPARED, p.CANCER, p.AS_OF, p.FULL, examples="""\
immuno compare keytruda opdivo
immuno compare keytruda opdivo tecentriq --cancer lung
immuno compare yescarta kymriah --format csv
immuno compare Herceptin Kanjinti
immuno compare keytruda opdivo -o compare.png""", more=_DRAWN
    ),
    "define": Command("What a term means.", _KNOW, "term", p.TERM, p.TECHNICAL, p.AS_OF, p.FULL, examples="""\
immuno define checkpoint inhibitor
immuno define cytokine release syndrome
immuno define PD-L1 --technical
immuno define quimioterapia"""),
    "terms": Command("The glossary's headwords.", _KNOW, "term", p.TOPIC, examples="""\
immuno terms --topic side-effect
immuno terms --format csv -o glossary.csv"""),
    "faq": Command(
        "Questions people ask, or the answer to yours.", _KNOW, "faq", p.QUESTION, examples="""\
immuno faq
immuno faq will I lose my hair
immuno faq "what if the scan shows the tumor got bigger"
immuno faq side effects --json | jq -r '.results[0].answer'"""
    ),
    "immune-system": Command(
        "Its cells, molecules and organs.", _KNOW, "part", p.PART, p.PART_KIND, examples="""\
immuno immune-system
immuno immune-system t cell
immuno immune-system --kind history"""
    ),
    "search": Command("Everything that mentions some words.", _KNOW, "hit", p.WORDS, examples="""\
immuno search hair loss
immuno search bladder BCG
immuno search mesothelioma --format tsv | cut -f1-3"""),
    "types": Command(
        "The types of immunotherapy, as a tree.", _KNOW, "type", p.ONE_TYPE, p.AS_OF, examples="""\
immuno types
immuno types car t
immuno types --format tsv | cut -f1"""
    ),
    "targets": Command("What the therapies act on.", _KNOW, "target", p.ONE_TARGET, p.AS_OF, examples="""\
immuno targets
immuno targets PD-1
immuno targets --format tsv | cut -f1"""),
    "cancers": Command(
        "The cancers, as a tree with counts.", _KNOW, "cancer", p.ONE_CANCER, p.AS_OF, examples="""\
immuno cancers
immuno cancers lung
immuno cancers --as-of 2010
immuno cancers --format tsv | cut -f1"""
    ),
    "timeline": Command(
        "A lane for each therapy along the years.", _SEE, "lane",
        p.LANES_BY, p.THERAPY, p.CANCER, p.TYPE, p.TARGET, p.MARKET, p.AGNOSTIC, p.AS_OF, examples="""\
immuno timeline --cancer lung
immuno timeline --type checkpoint-inhibitor
immuno timeline --type pd-1-inhibitor --by cancer
immuno timeline --cancer melanoma --format csv -c name,targets,approved
immuno timeline --cancer melanoma -o melanoma.svg""", more=_DRAWN
    ),
    "matrix": Command(
        "Cancers by types or targets, with counts; by therapies.", _SEE, "crossing",
        p.BY, p.TURNED, p.CANCER, p.TYPE, p.TARGET, p.BIOMARKER, p.MARKET, p.AS_OF, examples="""\
immuno matrix
immuno matrix --by target --cancer lymphoma
immuno matrix --by therapy --target PD-1
immuno matrix --by therapy --target PD-1 --turned
immuno matrix --by therapy --type "car t" -o matrix.svg
immuno matrix --as-of 2015 --format csv""", more="""\
--by therapy tells since when each is approved. """ + _DRAWN
    ),
    "resolve": Command(
        "What a string names, and how.", _TABLES, "match", p.STRINGS, p.KIND, p.STRICT, examples="""\
immuno resolve "Keytruda 200mg" MK-3475 pembrolizmab
immuno resolve --kind cancer SKCM "skin cancer"
cut -f3 trial.tsv | immuno resolve - --format tsv
cut -f3 trial.tsv | immuno resolve - -c line,input,id
cut -f3 trial.tsv | immuno resolve - -f jsonl | jq -r .ids[]""", more="""\
A string that is not recognized has an empty id and an empty match, and the exit status is 1, with --strict 4; annotate \
--unmatched FILE lists such. review marks what was recognized and a person should look at. ids is the list of all that a \
string names: the last example has a line for each."""
    ),
    "annotate": Command(
        "A table with the therapy, or cancer, added to each row.", _TABLES, "",
        p.TABLE, p.COLUMN, p.ANNOTATED, p.CANCER_COLUMN, p.DATE_COLUMN, p.DATE_FORMAT, p.ADD, p.PREFIX,
        p.INPUT_FORMAT, p.DELIMITER, p.SKIP, p.NO_QUOTES, p.UNMATCHED, p.STRICT, p.ESCAPE,
        p.SHARED["output"], p.SHARED["data"],
        shared=False, examples="""\
immuno annotate treatments.tsv --column drug > annotated.tsv
immuno annotate arms.csv.gz --column intervention -o out.csv.gz
immuno annotate cases.csv --column diagnosis --kind cancer
immuno annotate t.csv --column drug --add brands
immuno annotate t.csv --column drug --date given --add approved,atc
immuno annotate t.csv --column drug --cancer-column tumor --date given
immuno annotate t.csv --column drug --unmatched missing.tsv --strict""", more="""\
Every cell and row of the input stays as it was, in order; columns are added. Of a string that is not recognized they \
are empty, review too: a line on standard error counts such by why, --add evidence,suggestions tells of each, \
--unmatched lists them. With --cancer-column, on_label \
says yes, no, doubtful or unknown of each row: yes where a use in the label of that day (without --date: today's) \
surely covers the cancer. Yes is about the cancer alone: `not_weighed` says what the label asks for besides, \
`use_asks` what that is (line:fifth-or-later), `use_words` the same in \
words. `why` of a doubt: only-a-form (of the cancer), asks-for-marker \
(use_asks names it), any-tumor (any solid tumor with a marker), look-at-cancer, look-at-therapy (read, but see \
review), several-cancers, changed-within-date, product-..., ..-not-known. `use_status` of a no: how the use ended and \
in `use_ended` when, not-yet (approved after that day, `use_from` tells when), none, or other-use (another \
stage, line or age)."""
    ),
    "cite": Command(
        "Where anything comes from.", _DATA, "source",
        p.CITED, p.THERAPY, p.CANCER, p.AS_OF, p.OF_USES, p.EDITION, p.STYLE, examples="""\
immuno cite keytruda --cancer gastric
immuno cite lifileucel tebentafusp --uses --style ris
immuno cite --therapy keytruda --cancer lung --as-of 2019
immuno cite CRS --style ris
immuno cite keytruda --style bibtex > keytruda.bib
immuno cite --edition --style csl-json""", more="""\
Of a therapy for a cancer or a day, the label in force stands first, and which of its uses it is the label of; \
of a use without one, what was read in its place. --uses leaves out what only names, products and warnings rest on. \
-o FILE.ris and FILE.bib choose the style."""
    ),
    "data": Command(
        "Which data this is, whether it is whole; export it.", _DATA, "data", p.ACTION, p.TARGET_FILE,
        examples="""\
immuno data info
immuno data validate --data ./my-data
immuno data export immuno.db
immuno data path"""
    ),
    "schema": Command(
        "The JSON Schema of an output.", _DATA, "", p.SCHEMA_KIND, p.ONE_RECORD, p.SCHEMA_FORMAT, p.SHARED["json"],
        p.SHARED["output"],
        shared=False, examples="""\
immuno schema
immuno schema therapy
immuno schema match --record > match.schema.json"""
    ),
    "completion": Command(
        "The script that makes a shell complete names.", _DATA, "", p.SHELL, p.SHARED["output"],
        shared=False, examples="""\
source <(immuno completion bash)
source <(immuno completion zsh)
immuno completion fish | source
immuno completion powershell | Out-String | Invoke-Expression""", more="""\
It is only printed: put that line in your shell's start file to have it every time. The script \
evaluates nothing that you type. zsh itself does, for any command: its own TAB (expand-or-complete) \
runs a $(...) in the word at the cursor before it completes; bindkey '^I' complete-word turns that off."""
    ),
    "mcp": Command(
        "The same answers for assistants, over stdio.", _DATA, "", p.SHARED["data"], shared=False,
        examples="immuno mcp", more="""\
It needs the extra: pip install "immunocli[mcp]". The settings of a client: \
{"mcpServers": {"immuno": {"command": "immuno", "args": ["mcp"]}}} Its tools: find_therapies, find_uses, show, \
find_changes, ask, resolve."""
    ),
    "help": Command("Help, on all or on one command.", _DATA, "", p.COMMAND, shared=False, examples="""\
immuno help
immuno help show"""),
}  # fmt: skip

# What the program itself takes, before any command.
TOP = (p.SHARED["data"], p.VERSION, p.HELP)
