"""What kind of event a clause speaks of, how far it got, and what it states besides."""

from __future__ import annotations

import pytest

from workbench.claims.aspects import aspects
from workbench.claims.names import find_names
from workbench.claims.triggers import (
    families,
    lasts,
    main_trigger,
    modality,
    scene_references,
    speaks_of_aftershock,
    triggers,
    turns,
)
from workbench.languages.loader import load

TYPES = [
    ("tr", "Askerlerin cenazeleri teslim edildi.", "body_repatriation"),
    ("tr", "Taraflar 300 esiri takas etti.", "prisoner_exchange"),
    ("tr", "Telefonda görüştüler.", "phone_call"),
    ("tr", "Kentte 4,8 büyüklüğünde deprem oldu.", "earthquake"),
    ("tr", "Füze saldırısı oldu.", "attack"),
    ("tr", "Otobüs kazasında 4 kişi öldü.", "accident"),
    ("tr", "Orman yangını söndürüldü.", "fire"),
    ("tr", "Seller yolu kapattı.", "flood"),
    ("tr", "Seçim sandıkları kuruldu.", "election"),
    ("tr", "Grev üçüncü gününde.", "protest"),
    ("tr", "Mahkeme 4 kişiyi tutukladı.", "crime"),
    ("tr", "Müzakereler sürüyor.", "talks"),
    ("tr", "Zirve başladı.", "summit"),
    ("tr", "Bakan kenti ziyaret etti.", "visit"),
    ("tr", "İki bakan görüştü.", "meeting"),
    ("tr", "Santralin ilk ünitesi açıldı.", "energy"),
    ("tr", "Turist sayısı arttı.", "tourism"),
    ("tr", "İhracat arttı.", "trade"),
    ("tr", "Yıllık enflasyon düştü.", "finance"),
    ("tr", "Mutabakat metni hazır.", "agreement"),
    ("tr", "Gümrük kapılarında oy kullanma sürüyor, seçim pazar günü.", "election"),
    ("tr", "Takım ilke imza attı.", None),
    ("tr", "Limandaki depoda çıkan yangında 3 kişi öldü.", "fire"),
    ("tr", "Rafineride çıkan yangında 3 kişi öldü.", "fire"),
    ("tr", "Petrol Bakanlığı raporu bekliyor.", "statement"),
    ("tr", "Kızamık salgını büyüyor.", "epidemic"),
    ("tr", "Çocukların aşılanması pazartesi başlıyor.", "vaccination"),
    ("tr", "Konser çıkışında arbede yaşandı.", "riot"),
    ("tr", "Mahkeme kararı açıkladı.", "trial"),
    ("tr", "Kulübe para cezası verildi.", "penalty"),
    ("tr", "Kulübe çıkan olaylar nedeniyle para cezası verildi.", "penalty"),
    ("tr", "Sel nedeniyle 3 kişi öldü.", "flood"),
    ("tr", "Yardım konvoyu kampa ulaştı.", "aid_delivery"),
    ("tr", "Derbi gollü bitti.", "match"),
    ("tr", "Serbest bırakılanların aileleri bekliyor.", "prisoner_exchange"),
    ("tr", "Tutuklu sayısı açıklanmadı.", None),
    ("tr", "Darbe girişimi bastırıldı.", "coup"),
    ("tr", "Ekonomi ağır bir darbe aldı.", None),
    ("en", "The coup failed within hours.", "coup"),
    ("tr", "Örgüt son rehineleri bıraktı.", "prisoner_exchange"),
    ("en", "The rebels freed the last captives.", "prisoner_exchange"),
    ("en", "Measles spread through the camp.", "epidemic"),
    ("en", "Children were vaccinated at school.", "vaccination"),
    ("en", "Clashes broke out after the concert.", "riot"),
    ("en", "The court adjourned.", "trial"),
    ("en", "The club was fined.", "penalty"),
    ("en", "An aid convoy reached the camp.", "aid_delivery"),
    ("en", "The derby ended level.", "match"),
    ("en", "The nurses' strike goes on.", "protest"),
    ("en", "Staff walked out at noon.", "protest"),
    ("en", "It ended two decades of talks.", None),
    ("en", "The visiting side won.", "match"),
    ("en", "The detainees are students.", None),
    ("en", "Some 40 people arrived in the town.", None),
    ("en", "The oil ministry is waiting.", None),
    ("de", "Die Cholera breitet sich aus.", "epidemic"),
    ("tr", "Yakınlarını ziyaret etmek için yola çıktılar.", None),
    ("en", "The storm left thousands homeless.", "flood"),
    ("en", "The office received 40 complaints.", None),
    ("en", "The king received the ambassador.", "meeting"),
    ("en", "They agreed on a thousand prisoners going home.", "prisoner_exchange"),
    ("tr", "Öneri masada.", "proposal"),
    ("tr", "Yağmur dindi.", None),
    ("en", "The bodies were returned.", "body_repatriation"),
    ("en", "They swapped 300 prisoners.", "prisoner_exchange"),
    ("en", "They spoke by phone.", "phone_call"),
    ("en", "A magnitude 4.8 quake hit.", "earthquake"),
    ("en", "A missile hit a depot.", "attack"),
    ("en", "The bus crash killed four.", "accident"),
    ("en", "A wildfire spread.", "fire"),
    ("en", "Floods closed roads.", "flood"),
    ("en", "Ballots were printed.", "election"),
    ("en", "A rally was held.", "protest"),
    ("en", "Police arrested four.", "crime"),
    ("en", "Talks resumed.", "talks"),
    ("en", "The leaders met at the summit.", "summit"),
    ("en", "He visited Ankara.", "visit"),
    ("en", "The ministers met.", "meeting"),
    ("en", "The reactor started.", "energy"),
    ("en", "Tourists came.", "tourism"),
    ("en", "Exports rose.", "trade"),
    ("en", "Inflation fell.", "finance"),
    ("en", "They signed a deal.", "agreement"),
    ("en", "An offer stands.", "proposal"),
    ("en", "A news conference followed.", "statement"),
    ("en", "The rain stopped.", None),
]


@pytest.mark.parametrize(
    ("code", "text", "event_type"), [pytest.param(*case, id=f"{case[0]}: {case[1]}") for case in TYPES]
)
def test_the_type_of_a_clause(code: str, text: str, event_type: str | None) -> None:
    language = load(code)
    found = main_trigger(triggers(language.lower(text), 0, len(text), language))
    assert event_type == (found.event_type if found else None)


PRECEDENCE = [
    ("tr", "a scene gives way", "Zirve marjında iki bakan görüştü.", "meeting", None),
    ("tr", "what came before gives way", "Saldırının ardından yangın çıktı.", "fire", None),
    ("tr", "days between", "Depremden iki gün sonra sel geldi.", "flood", None),
    ("tr", "a locative gives way", "Zirvede anlaşma imzalandı.", "agreement", None),
    (
        "tr",
        "what is talked about gives way",
        "Antalya Forumu'nu anlatırken anlaşmayı övdü.",
        "agreement",
        None,
    ),
    (
        "tr",
        "a scene alone still gives the type",
        "Takas sırasında araç bozuldu.",
        "prisoner_exchange",
        "during",
    ),
    ("tr", "among equals the pack's order", "Telefonda görüştüler.", "phone_call", None),
    (
        "tr",
        "an exchange before the talk about it",
        "Görüşmede esir takası ele alındı.",
        "prisoner_exchange",
        None,
    ),
    (
        "tr",
        "a call that sealed an offer gives way",
        "Telefon görüşmesiyle kesinleşen teklif heyetleri buluşturdu.",
        "talks",
        None,
    ),
    (
        "tr",
        "what was spoken about at talks",
        "Heyetlerin müzakeresi, esir takası konusunda ilerledi.",
        "talks",
        None,
    ),
    (
        "tr",
        "what was agreed on stays",
        "Taraflar 40 esirin takası konusunda anlaştı.",
        "prisoner_exchange",
        None,
    ),
    ("en", "after", "After the attack a fire broke out.", "fire", None),
    ("en", "following", "Following the talks they signed a deal.", "agreement", None),
    ("en", "a reference alone", "They left after the talks.", "talks", "after"),
]


@pytest.mark.parametrize(
    ("code", "text", "event_type", "scene"),
    [
        pytest.param(code, text, kind, scene, id=f"{code}: {name}")
        for code, name, text, kind, scene in PRECEDENCE
    ],
)
def test_what_a_clause_is_about_comes_before_its_scene(
    code: str, text: str, event_type: str, scene: str | None
) -> None:
    language = load(code)
    found = main_trigger(triggers(language.lower(text), 0, len(text), language))
    assert found is not None
    assert (event_type, scene) == (found.event_type, found.scene)


def test_no_triggers_give_no_main_one() -> None:
    assert main_trigger([]) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("zirvede", [("zirvede", "during")], id="locative"),
        pytest.param("zirve sırasında", [("zirve sırasında", "during")], id="postposition"),
        pytest.param("müzakerelerin ardından", [("müzakerelerin ardından", "after")], id="after"),
        pytest.param("ziyaretten önce", [("ziyaretten önce", "after")], id="before"),
        pytest.param("antalya zirvesi'ni", [("zirvesi'ni", "object")], id="a proper name's object"),
        pytest.param("zirve başladı", [], id="a subject"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_scene_references(text: str, expected: list[tuple[str, str]]) -> None:
    found = scene_references(text, 0, len(text), load("tr"))
    assert expected == [(text[s.start : s.end], s.kind) for s in found]


MODALITIES = [
    ("tr", "Taraflar 300 esiri takas etti.", "occurred"),
    ("tr", "Takas bugün başladı.", "occurred"),
    ("tr", "Taraflar takasta anlaştı.", "agreed"),
    ("tr", "Takas için karar alındı.", "agreed"),
    ("tr", "Anlaşma sağlandı.", "agreed"),
    ("tr", "Heyetler uzlaşmaya vardı.", "agreed"),
    ("tr", "Peskov takası öneriyor.", "proposed"),
    ("tr", "Bakan takas teklif etti.", "proposed"),
    ("tr", "Takas haftaya yapılacak.", "planned"),
    ("tr", "Takasın haziranda yapılması planlanıyor.", "planned"),
    ("tr", "Takasın sürmesi bekleniyor.", "expected"),
    ("tr", "Görüşme yapılabilir.", "expected"),
    ("tr", "Peskov takası yalanladı.", "denied"),
    ("tr", "Kremlin teklifi reddetti.", "denied"),
    ("tr", "Görüşme gerçekleşmedi.", "denied"),
    ("tr", "Görüşme yapılmadı.", "denied"),
    ("tr", "Zirve yapılmayacak.", "denied"),
    ("tr", "Ziyaret iptal edildi.", "denied"),
    ("tr", "Liderler anlaşamadı.", "denied"),
    ("tr", "Görüşmenin olması söz konusu değil.", "denied"),
    ("en", "They swapped 300 prisoners.", "occurred"),
    ("en", "They disagreed about the deal.", "occurred"),
    ("en", "They agreed to swap prisoners.", "agreed"),
    ("en", "Parliament approved the deal.", "agreed"),
    ("en", "Moscow proposed a new round.", "proposed"),
    ("en", "Kyiv offered a truce.", "proposed"),
    ("en", "The swap will take place on Friday.", "planned"),
    ("en", "Talks are scheduled for June.", "planned"),
    ("en", "A new round is expected.", "expected"),
    ("en", "The talks could resume.", "expected"),
    ("en", "Peskov denied the swap.", "denied"),
    ("en", "The visit was called off.", "denied"),
    ("en", "The leaders did not meet.", "denied"),
    ("en", "No agreement was reached.", "denied"),
]


@pytest.mark.parametrize(
    ("code", "text", "expected"), [pytest.param(*case, id=f"{case[0]}: {case[1]}") for case in MODALITIES]
)
def test_how_far_it_got(code: str, text: str, expected: str) -> None:
    language = load(code)
    assert expected == modality(language.lower(text), 0, len(text), language)


ASPECTS = [
    ("tr", "Putin'in girişimiyle görüşme yapıldı.", ("initiator=Vladimir Putin",)),
    ("tr", "Türkiye'nin davetiyle heyetler geldi.", ("initiator=Türkiye",)),
    ("tr", "Türkiye arabuluculuk yaptı.", ("role=mediator",)),
    ("tr", "Türkiye görüşmeye mekan sağladı.", ("role=venue",)),
    ("tr", "Müzakerelerde ilerleme kaydedildi.", ("progress=progress",)),
    ("tr", "Görüşmeler tıkandı.", ("progress=no progress",)),
    ("tr", "Hazırlıklar sürüyor.", ("phase=preparing",)),
    ("tr", "Deneme üretimi başladı.", ("phase=begun",)),
    ("tr", "Proje tamamlandı.", ("phase=completed",)),
    ("tr", "Proje tamamlanmadı.", ()),
    ("tr", "İşçilerin grevi sürüyor.", ("kind=strike", "course=continues")),
    ("tr", "Meydanda miting düzenlendi.", ("kind=rally",)),
    ("en", "Dockers went on strike.", ("kind=strike",)),
    ("en", "Thousands joined the rally.", ("kind=rally",)),
    ("de", "Tausende kamen zur Kundgebung.", ("kind=rally",)),
    ("tr", "Putin'in evi satıldı.", ()),
    ("tr", "Bakan gelmedi, yerine heyet gönderdi.", ("level=delegations",)),
    ("tr", "Toplantı teknik düzeyde yapıldı.", ("level=delegations",)),
    ("tr", "Heyet göndermedi.", ()),
    ("tr", "İki bakanla ayrı ayrı görüştü.", ("format=separately",)),
    ("tr", "Üçlü toplantı yapıldı.", ("format=three sides together",)),
    ("tr", "Dolaylı müzakere yürütülüyor.", ("contact=indirect",)),
    ("tr", "Taraflar yüz yüze görüştü.", ("contact=direct",)),
    ("tr", "Arama çalışmaları devam ediyor.", ("course=continues",)),
    ("tr", "Müzakereler askıya alındı.", ("course=broken off",)),
    ("tr", "Bakanlık taslağı hazırladı.", ("document=prepared",)),
    ("tr", "Heyet, raporu bakana sunmaya hazır.", ("document=ready to be handed over",)),
    ("tr", "Heyet, raporu bakana sundu.", ("document=handed over",)),
    ("tr", "Ankara'dan petrol alımını durdurmasını istedi.", ("stops=oil",)),
    ("tr", "Gazdan vazgeçmesi bekleniyor.", ("stops=gas",)),
    ("tr", "Gazlı bez bıraktı.", ()),
    ("tr", "Görüşmelere İstanbul'da başlamayı önerdi.", ("brought_up=talks",)),
    ("tr", "Vergi indirimi önerdi.", ()),
    ("tr", "Bakanlık haberi yalanladı.", ("denies=that it took place",)),
    ("tr", "Takas gerçekleşmedi.", ("denies=that it took place",)),
    ("tr", "Bakan teklifi kabul etmedi.", ()),
    ("en", "Kyiv denied the report.", ("denies=that it took place",)),
    ("en", "He denied responsibility.", ("denies=that it did it",)),
    (
        "en",
        "The group denied that it had shelled the camp.",
        ("denies=that it took place", "denies=that it did it"),
    ),
    ("tr", "Örgüt, saldırının arkasında olduğu iddiasını reddetti.", ("denies=that it did it",)),
    ("en", "Officials had put the toll at 12.", ("update=former",)),
    ("en", "Earlier reports counted 12 dead.", ("update=former",)),
    ("en", "Three more had died by noon.", ()),
    ("tr", "Can kaybı 12 olarak açıklanmıştı.", ("update=former",)),
    ("tr", "Daha önce 12 kişinin öldüğü bildirildi.", ("update=former",)),
    ("tr", "Kentte üç kişi ölmüştü.", ()),
    ("tr", "Bakanlık iki ismi listeden çıkardı.", ("update=corrected",)),
    ("en", "It struck two names from its list.", ("update=corrected",)),
    ("en", "The meeting did not take place.", ("denies=that it took place",)),
    ("en", "They did not agree.", ()),
    ("tr", "Ziyaret ertelendi.", ("moved=put off",)),
    ("en", "The visit was postponed.", ("moved=put off",)),
    ("en", "She sent a delegation.", ("level=delegations",)),
    ("en", "It was held at the ministerial level.", ("level=delegations",)),
    ("en", "He met both ministers separately.", ("format=separately",)),
    ("en", "A trilateral meeting was held.", ("format=three sides together",)),
    ("en", "Indirect talks were held.", ("contact=indirect",)),
    ("en", "They spoke face to face.", ("contact=direct",)),
    ("en", "The search continues.", ("course=continues",)),
    ("en", "Rescuers called off the search.", ("course=broken off",)),
    ("en", "The ministry drafted a report.", ("document=prepared",)),
    ("en", "She is ready to submit the report.", ("document=ready to be handed over",)),
    ("en", "She submitted the report.", ("document=handed over",)),
    ("en", "Ankara will stop buying oil.", ("stops=oil",)),
    ("en", "They gave up gas.", ("stops=gas",)),
    ("en", "They are giving up gas.", ("stops=gas",)),
    ("en", "She proposed a summit.", ("brought_up=talks",)),
    ("en", "Putin's initiative led to talks.", ("initiator=Vladimir Putin",)),
    ("en", "Turkey mediated.", ("role=mediator",)),
    ("en", "Talks hosted by Qatar began.", ("helper=Katar",)),
    ("en", "They met with the support of Turkey and Egypt.", ("helper=Türkiye", "helper=Mısır")),
    ("en", "The Qatar-brokered talks began.", ("helper=Katar",)),
    ("en", "Qatar met Egypt.", ()),
    ("tr", "Görüşme Katar'ın ev sahipliğinde yapıldı.", ("helper=Katar",)),
    (
        "tr",
        "Mısır, Katar ve Umman'ın desteğiyle görüştüler.",
        ("helper=Mısır", "helper=Katar", "helper=Umman"),
    ),
    ("tr", "Katar, Mısır ile görüştü.", ()),
    ("en", "Turkey provided a venue.", ("role=venue",)),
    ("en", "They made progress.", ("progress=progress",)),
    ("en", "There was no progress.", ("progress=no progress",)),
    ("en", "Preparations are under way.", ("phase=preparing",)),
    ("en", "Work has begun.", ("phase=begun",)),
    ("en", "The swap concluded.", ("phase=completed",)),
]


@pytest.mark.parametrize(
    ("code", "text", "expected"), [pytest.param(*case, id=f"{case[0]}: {case[1]}") for case in ASPECTS]
)
def test_smaller_facts(code: str, text: str, expected: tuple[str, ...]) -> None:
    language = load(code)
    names = find_names(text, language)
    assert expected == aspects(language.lower(text), 0, len(text), names, language)


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        pytest.param("tr", "3,9 büyüklüğünde artçı oldu.", True, id="tr: aftershock"),
        pytest.param("tr", "3,9 büyüklüğünde deprem oldu.", False, id="tr: quake"),
        pytest.param("en", "An aftershock of 3.9 followed.", True, id="en: aftershock"),
        pytest.param("en", "A quake of 3.9 struck.", False, id="en: quake"),
    ],
)
def test_aftershocks(code: str, text: str, expected: bool) -> None:
    language = load(code)
    assert expected is speaks_of_aftershock(language.lower(text), 0, len(text), language)


HOSTILE = [
    ("one letter", "a" * 20_000),
    ("one trigger word", "esir " * 4_000),
    ("near misses of two words", "cenaze naaş bodies remains " * 800),
    ("digits", "1" * 20_000),
    ("numbers", "1 " * 10_000),
    ("quotes", '"' * 20_000),
    ("apostrophes", "x'i " * 5_000),
    ("scene nouns", "zirvede " * 2_500),
    ("delegations", "heyet temsilci diplomatlar " * 800),
    ("verbs", "yapılmad" * 2_500),
    ("dotless", "ı" * 20_000),
]


@pytest.mark.parametrize("code", ["tr", "en"])
@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in HOSTILE])
def test_long_hostile_text_is_read_to_its_end(text: str, code: str) -> None:
    language = load(code)
    found = triggers(text, 0, len(text), language)
    assert found == sorted(found, key=lambda t: (t.start, t.rank))
    assert all(0 <= t.start < t.end <= len(text) and t.event_type in families(language) for t in found)
    assert modality(text, 0, len(text), language) in {r.modality for r in language.events.modalities} | {
        "occurred"
    }
    assert isinstance(aspects(text, 0, len(text), [], language), tuple)
    assert all(s.start < s.end for s in scene_references(text, 0, len(text), language))


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        pytest.param("tr", "Vergilere de değinen bakan, oranları anlattı.", True, id="tr: touching"),
        pytest.param("tr", "Liderler toplantıda vergilere değindi.", False, id="tr: what was spoken about"),
        pytest.param("en", "Turning to taxes, she said rates would stay.", True, id="en: turning to"),
        pytest.param("en", "They returned to the town.", False, id="en: returning"),
    ],
)
def test_turning_to_another_matter(code: str, text: str, expected: bool) -> None:
    language = load(code)
    assert turns(language.lower(text), 0, len(text), language) is expected


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        pytest.param("tr", "Takas yarın da sürecek.", True, id="tr: will go on"),
        pytest.param("tr", "Arama çalışmaları devam ediyor.", True, id="tr: goes on"),
        pytest.param("tr", "Sürücü kaçtı.", False, id="tr: a driver"),
        pytest.param("en", "The swap will continue on Sunday.", True, id="en: will continue"),
        pytest.param("en", "They met last week.", False, id="en: last week"),
    ],
)
def test_what_goes_on(code: str, text: str, expected: bool) -> None:
    language = load(code)
    assert lasts(language.lower(text), 0, len(text), language) is expected
