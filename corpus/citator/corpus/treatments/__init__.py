"""Opinion, citations and sentences → what the opinion does to each authority, with the sentence that proves it.

``find`` reads a whole opinion, ``classify`` judges one sentence by itself. The phrases are data, in
``treatments.toml``; the modules beside it say who speaks, of which case, how far, and why not.
"""

from __future__ import annotations

from citator.corpus.treatments.engine import classify, find
from citator.corpus.treatments.explain import Refusal, refused

__all__ = ["Refusal", "classify", "find", "refused"]
