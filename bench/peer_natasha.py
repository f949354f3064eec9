"""Russian texts through natasha: python3 bench/peer_natasha.py < TEXTS.jsonl

Needs `pip install natasha` (its models come with it); without it nothing is measured, and that is said. A text a line
(`{"text": …}`) in; a line `{"people": […], "places": […], "dates": […]}` for each out, names in their base form, days as
YYYY-MM-DD; the last line has version, seconds to load and to read, megabytes.
"""

import json
import resource
import sys
import time

try:
    begun = time.monotonic()
    from importlib.metadata import version

    from natasha import DatesExtractor, Doc, MorphVocab, NewsEmbedding, NewsMorphTagger, NewsNERTagger, Segmenter
except ImportError as missing:
    print(f"natasha is not installed here ({missing})", file=sys.stderr)
    sys.exit(2)

segmenter, vocabulary, embedding = Segmenter(), MorphVocab(), NewsEmbedding()
morphology, names, dates = NewsMorphTagger(embedding), NewsNERTagger(embedding), DatesExtractor(vocabulary)
loaded = time.monotonic() - begun
seconds = 0.0
for line in sys.stdin:
    text = json.loads(line)["text"]
    begun = time.monotonic()
    doc = Doc(text)
    doc.segment(segmenter)
    doc.tag_morph(morphology)
    doc.tag_ner(names)
    for span in doc.spans:
        span.normalize(vocabulary)
    days = [one.fact for one in dates(text)]
    seconds += time.monotonic() - begun
    print(
        json.dumps(
            {
                "people": [one.normal for one in doc.spans if one.type == "PER"],
                "places": [one.normal for one in doc.spans if one.type == "LOC"],
                "dates": [f"{d.year:04}-{d.month:02}-{d.day:02}" for d in days if d.year and d.month and d.day],
            },
            ensure_ascii=False,
        )
    )
megabytes = round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
print(json.dumps({"version": version("natasha"), "loaded": loaded, "seconds": seconds, "megabytes": megabytes}))
