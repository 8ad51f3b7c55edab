"""Who says it: role nouns, sentence-final speakers, citations, role phrases, and who does not speak."""

from __future__ import annotations

import pytest

from workbench.claims.attribution import Attribution
from workbench.claims.names import find_names, settled
from workbench.languages.loader import load


def _speakers(code: str, *sentences: str) -> list[str | None]:
    """The speaker of each of a block's sentences."""
    language = load(code)
    text = " ".join(sentences)
    names = settled(text, find_names(text, language), language)
    attribution = Attribution(text, language.lower(text), names, language)
    found, at = [], 0
    for sentence in sentences:
        speaker = attribution.sentence(at, at + len(sentence))
        found.append(speaker.canonical if speaker else None)
        at += len(sentence) + 1
    return found


ONE = [
    ("who calls it names", "tr", 'Elif Aydın anlaşmayı "geç gelen adalet" diye niteledi.', "Elif Aydın"),
    ("a word for it", "tr", 'Elif Aydın kararı "bir utanç" olarak nitelendirdi.', "Elif Aydın"),
    ("met with words", "tr", 'Elif Aydın öneriyi "erken bir bayram" sözleriyle karşıladı.', "Elif Aydın"),
    ("who calls it names", "en", 'Anna Kalnina called the offer "too little, too late".', "Anna Kalnina"),
    ("who describes it", "en", 'Anna Kalnina described the vote as "a farce".', "Anna Kalnina"),
    ("calling off is no saying", "en", "Anna Kalnina called off the meeting.", None),
    ("prosecutors", "tr", "Savcılık, üç kişinin arandığını bildirdi.", "savcılık"),
    ("prosecutors in English", "en", "Prosecutors said three people were wanted.", "prosecutors"),
    ("a union cited", "tr", "Sendikaya göre 300 işçi grevde.", "sendika"),
    ("a body's data cited", "tr", "Meteoroloji verilerine göre 40 kilogram yağış düştü.", "Meteoroloji"),
    (
        "a ministry of the home state",
        "tr",
        "Sağlık Bakanlığı, sayıyı 12 olarak düzeltti.",
        "Türkiye Sağlık Bakanlığı",
    ),
    (
        "unnamed sources of a ministry",
        "tr",
        "Bakanlık kaynakları, görüşmenin sürdüğünü söyledi.",
        "bakanlık kaynakları",
    ),
    (
        "a minister closes the sentence",
        "en",
        "Exports rose in Romania, trade minister Elif Soylu said.",
        "Elif Soylu",
    ),
    (
        "a ministry closes the sentence",
        "en",
        "Five died in Romania, the transport ministry said.",
        "transport ministry",
    ),
    (
        "a relative clause about another",
        "en",
        "Governor Cem Batur, who met Governor Ece Toprak, said so.",
        "Cem Batur",
    ),
    ("put at is a report", "en", "The disaster agency put the toll at 9.", "disaster agency"),
    ("gave a magnitude is a report", "en", "EMSC gave a magnitude of 5.1.", "EMSC"),
    ("a verb beside its state", "en", "Norway said Governor Cem Batur had left.", "Norveç"),
    ("a subject with its town", "en", "Police in Oslo said 4 people were held.", "police"),
    (
        "a name with its employer",
        "en",
        "Analyst Ece Toprak of the central bank said prices fell.",
        "Ece Toprak",
    ),
    ("an apposition", "en", "The union's leader, Ece Toprak, said 40 jobs would go.", "Ece Toprak"),
    ("said of somebody", "en", "Governor Cem Batur is said to have left.", None),
    ("nobody that a table knows", "en", "The smelter Nordal said output fell.", "Nordal"),
    ("a word that opens the sentence", "en", "Shoppers said output fell.", None),
    (
        "speaking by phone is no report",
        "en",
        "Governor Cem Batur spoke by phone with Governor Ece Toprak.",
        None,
    ),
    (
        "a contrasted body does not speak for all",
        "tr",
        "USGS büyüklüğü 5,1 olarak açıkladı; EMSC ise 5,3 ölçtü.",
        "USGS",
    ),
    (
        "two citations give no common speaker",
        "tr",
        "Mitinge sendikaya göre 900, polise göre 300 kişi geldi.",
        None,
    ),
    ("two who act together", "tr", "Vali Cem Batur ve Vali Ece Toprak, planı değerlendirdi.", None),
    (
        "a role noun as object",
        "tr",
        "Vali Cem Batur polis merkezinde 3 kişinin olduğunu söyledi.",
        "Cem Batur",
    ),
    ("a passive names nobody", "tr", "Vali Cem Batur döneminde 3 köprünün yapıldığı bildirildi.", None),
    (
        "a comma keeps body and person apart",
        "tr",
        "Kremlin, Vali Cem Batur ile görüşüldüğünü duyurdu.",
        "Kremlin",
    ),
    (
        "a forecast is a report",
        "tr",
        "Ekonomist Ece Toprak, yüzde 5 düzeyinde bir oran bekliyor.",
        "Ece Toprak",
    ),
    (
        "a source who spoke to an agency",
        "tr",
        "Rus ajansına konuşan bir kaynak, 3 ölü olduğunu söyledi.",
        "bir kaynak",
    ),
    ("a people's adjective is no speaker", "tr", "Norveç gemisi 3 kişinin öldüğü yerde, bildirildi.", None),
    ("a state by its side", "tr", "Rus tarafı, 3 kişinin öldüğünü bildirdi.", "Rusya"),
    (
        "a name that a role noun closes",
        "en",
        "St. Agnes Hospital said 30 people were treated.",
        "St. Agnes Hospital",
    ),
    (
        "a body that no table knows",
        "en",
        "The Lake Nordal Boat Yard said output fell.",
        "Lake Nordal Boat Yard",
    ),
    ("officials say", "en", "At least 13 people were hurt, local officials say.", "officials"),
    (
        "told a channel on a day",
        "en",
        "Governor Cem Batur told CNN Saturday that 4 homes burned.",
        "Cem Batur",
    ),
    ("waiting is no report", "tr", "Ece Toprak için 7 kişi kurtarılmayı bekliyor.", None),
]


@pytest.mark.parametrize(("code", "text", "expected"), [c[1:] for c in ONE], ids=[c[0] for c in ONE])
def test_speaker_of_a_sentence(code: str, text: str, expected: str | None) -> None:
    assert _speakers(code, text) == [expected]


SEVERAL = [
    (
        "a verb without subject goes on",
        "tr",
        ["Vali Cem Batur, yolun açıldığını söyledi.", "Ekiplerin çalıştığını da ekledi."],
        ["Cem Batur", "Cem Batur"],
    ),
    (
        "a role stands for who bore it",
        "tr",
        [
            "Bakan Ece Toprak geldi.",
            "Vali Cem Batur, yolun açıldığını söyledi.",
            "Bakan, 3 evin yıkıldığını belirtti.",
        ],
        [None, "Cem Batur", "Ece Toprak"],
    ),
    (
        "a pronoun stands for the last speaker",
        "en",
        ["Governor Cem Batur said the road was open.", "He added that crews were at work."],
        ["Cem Batur", "Cem Batur"],
    ),
    (
        "a pronoun stands for the person of the sentence before",
        "en",
        ["Governor Cem Batur visited the camp.", "He said the road was open."],
        [None, "Cem Batur"],
    ),
    (
        "an office stands for its bearer",
        "en",
        ["Governor Cem Batur visited the camp.", "The governor said the road was open."],
        [None, "Cem Batur"],
    ),
    (
        "a quotation goes on",
        "en",
        ['"The road is open," Governor Cem Batur said.', '"It took a week."'],
        ["Cem Batur", "Cem Batur"],
    ),
    (
        "a noun with its article stands for the body",
        "en",
        ["The Nordal Fire Department said 3 homes burned.", "Nobody was hurt, the department said."],
        ["Nordal Fire Department", "Nordal Fire Department"],
    ),
    (
        "the statement is the body's",
        "en",
        ["The health ministry said 30 were ill.", "The statement said 12 were in hospital."],
        ["health ministry", "health ministry"],
    ),
    (
        "the statement goes on after a sentence of the article's own",
        "tr",
        [
            "Norveç Sağlık Bakanlığı 3 kişinin öldüğünü bildirdi.",
            "Kentte yağmur sürüyor.",
            "Açıklamada, Katar'ın 12 uçak gönderdiği belirtildi.",
        ],
        ["Norveç Sağlık Bakanlığı", None, "Norveç Sağlık Bakanlığı"],
    ),
    (
        "a passive far from any statement is nobody's",
        "tr",
        [
            "Norveç Sağlık Bakanlığı 3 kişinin öldüğünü bildirdi.",
            "Hopa'da otobüs devrildi.",
            "Kazada 12 kişinin yaralandığı kaydedildi.",
        ],
        ["Norveç Sağlık Bakanlığı", None, None],
    ),
    (
        "another subject is not the last speaker",
        "en",
        ["Governor Cem Batur said the road was open.", "Drivers said it was closed."],
        ["Cem Batur", None],
    ),
]


@pytest.mark.parametrize(("code", "texts", "expected"), [c[1:] for c in SEVERAL], ids=[c[0] for c in SEVERAL])
def test_speakers_of_a_block(code: str, texts: list[str], expected: list[str | None]) -> None:
    assert _speakers(code, *texts) == expected


def test_each_clause_has_its_own_citation() -> None:
    text = "Mitinge sendikaya göre 900, polise göre 300 kişi geldi."
    language = load("tr")
    attribution = Attribution(text, language.lower(text), [], language)
    cut = text.index(" polise") + 1
    first, second = attribution.cited(0, cut), attribution.cited(cut, len(text))
    assert first is not None and first.canonical == "sendika"
    assert second is not None and second.canonical == "polis"
