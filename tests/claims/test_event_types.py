"""The kinds of events that news tells of, by their words, and words that only look like them."""

from __future__ import annotations

import pytest

from workbench.claims.triggers import main_trigger, triggers
from workbench.languages.loader import load

TURKISH = {
    "prisoner_exchange": [
        "Rehinelerin sonuncusu da ailesine teslim edildi.",
        "Kaçırılan mühendisler üç ay sonra serbest bırakıldı.",
        "Hükümet, 40 örgüt üyesini tahliye etti.",
    ],
    "abduction": [
        "Silahlı kişiler köy okulundan 30 öğrenciyi kaçırdı.",
        "Baskında altı işçi rehin alındı.",
        "İki gazeteci sınırda alıkonuldu.",
        "Korsanlar yük gemisini kaçırdı.",
    ],
    "coup": [
        "Başkentte darbe girişimi bastırıldı.",
        "Darbeciler televizyon binasını ele geçirdi.",
        "Ordu yönetime el koydu.",
    ],
    "attack": [
        "Askerler sınırda çatıştı.",
        "Militanlar karakolu bastı.",
        "Birlikler kenti ele geçirdi.",
        "Devriye aracı mayına çarptı.",
    ],
    "vote": [
        "Konsey, karar tasarısını oy birliğiyle kabul etti.",
        "Oylamada altı ülke çekimser kaldı.",
        "Rusya metni veto etti.",
        "Bütçe teklifi mecliste reddedildi.",
    ],
    "election": [
        "Seçmenler sandık başına gitti.",
        "Adaylardan biri ilk turda oyların yarısını aldı.",
        "Yurt dışında oy verme işlemi bitti.",
    ],
    "sanctions": [
        "Avrupa Birliği yeni yaptırımlar açıkladı.",
        "Silah ambargosu bir yıl uzatıldı.",
        "İş insanının mal varlığı donduruldu.",
    ],
    "office_change": [
        "Maliye bakanı istifa etti.",
        "Yeni cumhurbaşkanı mecliste yemin etti.",
        "Emniyet müdürü görevden alındı.",
    ],
    "expulsion": [
        "İki diplomat istenmeyen kişi ilan edildi.",
        "Ankara, büyükelçisini geri çağırdı.",
        "Göçmenler sınır dışı edildi.",
    ],
    "inspection": [
        "Müfettişler tesise girdi.",
        "Uzmanlar santralde incelemelere başladı.",
        "Denetim üç gün sürdü.",
    ],
    "deployment": [
        "Sınıra iki bin asker sevk edildi.",
        "Birlikler adadan geri çekildi.",
        "Donanma tatbikata başladı.",
    ],
    "evacuation": [
        "Yaralı siviller otobüslerle tahliye edildi.",
        "Kentten tahliye konvoyu yola çıktı.",
        "Binlerce kişi evlerini terk etti.",
    ],
    "migration": [
        "Sahil güvenlik 40 göçmeni kurtardı.",
        "Düzensiz göçmenler adaya ulaştı.",
        "Jandarma 12 mülteciyi yakaladı.",
    ],
    "restriction": [
        "Kentte sokağa çıkma yasağı ilan edildi.",
        "Olağanüstü hâl üç ay uzatıldı.",
        "Komşu ülke hava sahasını kapattı.",
    ],
    "space_launch": [
        "Uydu yörüngeye yerleştirildi.",
        "Astronotlar uzaya gönderildi.",
        "Uzay aracı bu sabah fırlatıldı.",
    ],
    "cyber_attack": [
        "Bakanlığa siber saldırı düzenlendi.",
        "Bilgisayar korsanları hastanenin verilerini çaldı.",
        "Şirket veri ihlalini doğruladı.",
    ],
    "outage": [
        "Adada elektrikler kesildi.",
        "Ülke karanlığa gömüldü.",
        "İnternet kesintisi altı saat sürdü.",
    ],
    "eruption": ["Yanardağ yeniden faaliyete geçti.", "Volkan kül püskürttü.", "Dağ lav püskürtüyor."],
    "heat": [
        "Kuraklık üçüncü yılında.",
        "Sıcak hava dalgası batıyı etkiliyor.",
        "Aşırı sıcaklar okulları kapattırdı.",
    ],
    "flood": [
        "Derenin taşmasıyla evleri su bastı.",
        "Kar yağışı yolları kapattı.",
        "Hortum çatıları uçurdu.",
    ],
    "accident": [
        "Yolcu uçağı dağlık alana düştü.",
        "Fabrikada amonyak sızıntısı oldu.",
        "Helikopter radardan kayboldu.",
    ],
    "pardon": [
        "Kral on mahkûmu affetti.",
        "Genel af yasası çıktı.",
        "Cumhurbaşkanı öğrencileri affettiğini duyurdu.",
    ],
    "layoffs": [
        "Fabrika 300 kişiyi işten çıkardı.",
        "Toplu işten çıkarmalar sürüyor.",
        "Şirket, çalışanların işine son verdi.",
    ],
    "merger": [
        "Holding, rakip şirketi satın aldı.",
        "Zincir mağaza iflas etti.",
        "İki banka birleşme kararı aldı.",
    ],
    "award": ["Yazar, yılın ödülünü kazandı.", "Ödül töreni yapıldı.", "Güreşçi altın madalya aldı."],
    "match": ["Takım yarı finale çıktı.", "Ev sahibi 3-1 kazandı.", "Turnuva cuma günü başlıyor."],
    "statement": [
        "Başbakan akşam saatlerinde halka seslendi.",
        "Komisyonun raporu yayımlandı.",
        "Televizyon konuşmasında birlik istedi.",
    ],
}

ENGLISH = {
    "prisoner_exchange": [
        "The last hostages were handed over to their families.",
        "The rebels freed another 20 workers.",
        "The release of the sailors took a week.",
    ],
    "abduction": [
        "Gunmen kidnapped 30 pupils.",
        "The group took six engineers hostage.",
        "Pirates hijacked a freighter.",
        "They seized 12 fishermen at sea.",
    ],
    "coup": [
        "An attempted coup was put down in the capital.",
        "The mutineers surrendered at noon.",
        "The army seized power.",
    ],
    "attack": [
        "Troops clashed at the border.",
        "Soldiers stormed the television building.",
        "The rebels captured the town.",
        "A patrol hit a landmine.",
    ],
    "vote": [
        "The council adopted the resolution.",
        "Six countries abstained.",
        "Deputies voted against the bill.",
        "Moscow vetoed the text.",
    ],
    "election": [
        "The run-off is next month.",
        "Nobody won the first round, with turnout at 60 percent.",
        "The electoral commission named the winner.",
    ],
    "sanctions": [
        "Brussels imposed sanctions on the bank.",
        "The arms embargo was extended.",
        "His assets were frozen.",
    ],
    "office_change": [
        "The finance minister resigned.",
        "The new president was sworn in.",
        "The king appointed a new prime minister.",
    ],
    "expulsion": [
        "Two envoys were declared personae non gratae.",
        "Paris recalled its ambassador.",
        "The ministry summoned the Belgian ambassador.",
    ],
    "inspection": [
        "Inspectors entered the site.",
        "The inspection lasted three days.",
        "Experts inspected the cooling pipes.",
    ],
    "deployment": [
        "The army deployed 2,000 troops.",
        "The last peacekeepers pulled out.",
        "A naval exercise began.",
    ],
    "evacuation": [
        "The wounded were evacuated by bus.",
        "Thousands fled their homes.",
        "The evacuation ended at dusk.",
    ],
    "migration": [
        "The coastguard rescued 40 migrants.",
        "Migrants landed on the island.",
        "Police intercepted a lorry carrying refugees.",
    ],
    "restriction": [
        "A curfew is in force.",
        "The cabinet declared a state of emergency.",
        "The neighbour closed its airspace.",
    ],
    "space_launch": [
        "The satellite was launched at dawn.",
        "The agency put two astronauts into orbit.",
        "The spacecraft docked on time.",
    ],
    "cyber_attack": [
        "A cyberattack hit the ministry.",
        "Hackers stole the files.",
        "The clinic paid the ransomware gang.",
    ],
    "outage": [
        "A blackout darkened the island.",
        "The outage lasted six hours.",
        "Half the town was without power.",
    ],
    "eruption": [
        "The volcano sent up ash.",
        "The eruption closed the road.",
        "A lava flow reached the village.",
    ],
    "heat": [
        "The drought is in its third year.",
        "A heatwave closed the schools.",
        "A cold snap hit the north.",
    ],
    "flood": ["A storm tore off roofs.", "A blizzard shut the pass.", "Torrential rain filled the streets."],
    "accident": [
        "An oil spill reached the coast.",
        "A gas leak emptied the school.",
        "The airliner crashed on landing.",
    ],
    "pardon": ["The king pardoned ten convicts.", "An amnesty freed nobody.", "She asked for clemency."],
    "layoffs": ["The plant laid off 300.", "More job cuts are coming.", "The airline will cut 2,000 jobs."],
    "merger": [
        "The merger was cleared.",
        "The retailer filed for bankruptcy.",
        "The company bought a stake in the bank's rival firm.",
    ],
    "award": ["The poet won the prize.", "She won a gold medal.", "The award ceremony was short."],
    "match": ["They reached the semi-final.", "It ended in a 3-1 victory.", "The striker limped off."],
    "statement": [
        "He addressed the nation at noon.",
        "The agency published its report.",
        "She gave a short speech.",
    ],
}

DECEIVING = [
    ("tr", "Golcü net fırsatı kaçırdı.", "abduction"),
    ("tr", "Treni kaçırdılar.", "abduction"),
    ("tr", "Havana'da bir otel açıldı.", "attack"),
    ("tr", "Çıkar çatışması yok.", "attack"),
    ("tr", "Kitabın yeni baskısı satışta.", "attack"),
    ("tr", "Çiftçi kuyuya ayak bastı.", "attack"),
    ("tr", "Ekonomi ağır darbe aldı.", "coup"),
    ("tr", "Kuraklık üreticiye darbe vurdu.", "coup"),
    ("tr", "Doğru seçim yapmak zor.", "election"),
    ("tr", "Takım fırtına gibi başladı.", "flood"),
    ("tr", "Bilgi sızıntısı soruşturuluyor.", "accident"),
    ("tr", "Belgelerde veri sızıntısı var.", "accident"),
    ("tr", "Herkes ona gösterileni gördü.", "protest"),
    ("tr", "Suçunu kabul etti.", "meeting"),
    ("tr", "Hatalı olduğunu kabul etti.", "meeting"),
    ("tr", "Hakkındaki tahliye kararı bekleniyor.", "evacuation"),
    ("tr", "Raportör söz aldı.", "statement"),
    ("tr", "Afganistan'daki durum konuşuldu.", "pardon"),
    ("tr", "Helikopterler göreve başladı.", "office_change"),
    ("tr", "Petrol işçileri bekliyor.", "trade"),
    ("tr", "Aday 4 bin oyla birinci oldu.", "vote"),
    ("tr", "Yürüyüş mesafesinde bir durak var.", "protest"),
    ("en", "The deal was a diplomatic coup.", "coup"),
    ("en", "He resigned himself to waiting.", "office_change"),
    ("en", "She seized the moment.", "abduction"),
    ("en", "The storm of criticism went on.", "flood"),
    ("en", "It was a landslide victory.", "flood"),
    ("en", "Soldiers stormed the radio station.", "flood"),
    ("en", "They walked out of prison.", "protest"),
    ("en", "The ministry released figures.", "prisoner_exchange"),
    ("en", "Water escaped from a valve.", "crime"),
    ("en", "They vote for a living.", "vote"),
    ("en", "Papers were leaked.", "accident"),
    ("en", "The company was awarded a contract.", "award"),
    ("en", "Reports reached the capital.", "statement"),
    ("en", "He sent his best wishes.", "deployment"),
]

GROUNDS = [
    ("en", "Police arrested four people in connection with last week's bomb attack.", "crime"),
    ("en", "The trial of officers accused of mutiny opened.", "trial"),
    ("en", "Two men were jailed for kidnapping a banker.", "trial"),
    ("tr", "Darbe davası başladı.", "trial"),
    ("tr", "Saldırı soruşturmasında 4 kişi gözaltına alındı.", "crime"),
]


def _type(code: str, text: str) -> str | None:
    language = load(code)
    found = main_trigger(triggers(language.lower(text), 0, len(text), language))
    return found.event_type if found else None


@pytest.mark.parametrize(
    ("code", "text", "event_type"),
    [
        pytest.param(code, text, kind, id=f"{code}: {text}")
        for code, table in (("tr", TURKISH), ("en", ENGLISH))
        for kind, texts in table.items()
        for text in texts
    ],
)
def test_words_that_tell_a_kind_of_event(code: str, text: str, event_type: str) -> None:
    assert _type(code, text) == event_type


@pytest.mark.parametrize(
    ("code", "text", "event_type"),
    [pytest.param(*case, id=f"{case[0]}: {case[1]}") for case in DECEIVING],
)
def test_words_that_only_look_like_a_kind_of_event(code: str, text: str, event_type: str) -> None:
    assert _type(code, text) != event_type


@pytest.mark.parametrize(
    ("code", "text", "event_type"),
    [pytest.param(*case, id=f"{case[0]}: {case[1]}") for case in GROUNDS],
)
def test_what_somebody_is_held_or_tried_for_gives_way(code: str, text: str, event_type: str) -> None:
    assert _type(code, text) == event_type


def test_turkish_and_english_know_the_same_kinds() -> None:
    turkish, english = ({kind.name for kind in load(code).events.types} for code in ("tr", "en"))
    assert turkish == english
