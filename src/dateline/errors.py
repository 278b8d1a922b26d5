"""The errors that Dateline raises.

    DatelineError
    ├── PageError          a page cannot be fetched or read at all
    ├── LedgerError        a ledger cannot be opened, or is not what it should be
    │   ├── LedgerNotFound     there is no ledger at that place
    │   └── SchemaError        the ledger's schema is newer than this program
    ├── QuestionError      a question that has no answer: an unknown id, a malformed day
    └── ModelMissing       the language model is not installed

Bad input does not raise past the edge: a page that cannot be read becomes a `Problem` (see `dateline.model`), and
the rest goes on. These errors are for what the caller must mend.
"""


class DatelineError(Exception):
    """The root of every error that Dateline raises on purpose; its message says what to do."""


class PageError(DatelineError):
    """A page cannot be fetched or read at all."""


class LedgerError(DatelineError):
    """A ledger cannot be opened, or is not what it should be."""


class LedgerNotFound(LedgerError):
    """There is no ledger at that place."""


class SchemaError(LedgerError):
    """The ledger's schema is newer than this program."""


class QuestionError(DatelineError):
    """A question that has no answer: an unknown id, a malformed day."""


class ModelMissing(DatelineError):
    """The language model is not installed."""
