"""What an engine gave for one query."""

import dataclasses


@dataclasses.dataclass
class Answer:
    records: list = dataclasses.field(default_factory=list)  # Ids, best first; all that match.
    did_you_mean: str = None
