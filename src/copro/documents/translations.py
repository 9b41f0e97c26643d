"""Whether every text of a framework is there in each of its languages, and still says the same."""

from collections.abc import Iterator

from copro.documents.pointers import finding_at
from copro.messages import message
from copro.model.crosswalk import Crosswalk
from copro.model.finding import Finding
from copro.model.framework import Framework, TranslationNote
from copro.model.texts import in_just, source_digest, texts_in
from copro.model.vocabulary import Vocabulary

Translated = Framework | Vocabulary | Crosswalk


def languages_of(document: Translated) -> tuple[str, ...]:
    """The languages that any text of a document is in: its own first, the others by tag."""
    found = {tag for _, text in texts_in(document) if not isinstance(text, str) for tag in text}
    found |= {translation.language for translation in _translations(document)}
    return (document.language, *sorted(found - {document.language}))


def check_translations(document: Translated) -> Iterator[Finding]:
    """Say which texts a language lacks, and which translations are older than the words they translate."""
    declared = {translation.language: translation for translation in _translations(document)}
    for language in languages_of(document):
        for path, text in texts_in(document):
            if in_just(text, language, document.language) is None:
                told = message("This text is not there in {language}.", language=language)
                yield finding_at("translation-missing", told, path)
        if language == document.language or not isinstance(document, Framework):
            continue
        digest = source_digest(document)
        if language not in declared:
            told = message("Nothing says who wrote the words in {language}, and when.", language=language)
            hint = message("Add it to 'translations', with the source_digest {digest}.", digest=digest)
            yield finding_at("translation-undeclared", told, ("translations",), hint)
        elif declared[language].source_digest != digest:
            told = message(
                "The words in {own} have changed since those in {language} were written.",
                own=document.language,
                language=language,
            )
            hint = message("Read both again, then set source_digest to {digest}.", digest=digest)
            where = [translation.language for translation in document.translations].index(language)
            yield finding_at("translation-stale", told, ("translations", where, "source_digest"), hint)


def _translations(document: Translated) -> tuple[TranslationNote, ...]:
    return document.translations if isinstance(document, Framework) else ()
