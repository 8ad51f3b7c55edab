"""Marked sentences as agencies write them, in the form of `names_marked_turkish`."""

from __future__ import annotations

TURKISH = {
    # Bodies by their heads, and their states
    "a centre with its state": "[Gürcistan Orman Yangınlarıyla Mücadele Merkezi|o] on yangını duyurdu.",
    "a centre and its ending": "[Kıyı Güvenliği Eşgüdüm Merkezi|o]'nin verileri açıklandı.",
    "a centre as a place": "Toplantı dün [Haliç Kongre Merkezi|l]'nde yapıldı.",
    "a channel": "[Deniz TV|o] yayınında konuştu.",
    # Agencies and parties
    "an agency spoken to": "[Tass|o|TASS]'a konuşan bir yetkili anlaşmayı doğruladı.",
    "an agency of two words": "Bakan, [RIA Novosti|o]'ye yaptığı açıklamada tarihi söyledi.",
    "an agency that reports": "[Interfax|o]'ın haberine göre gemi limana döndü.",
    "two parties": "[AKP|o|AK Parti] yüzde 31, [HDP|o] yüzde 9 oy aldı.",
    # Cities in lists
    "a city that is a word, last in a list": "[Giresun|l], [Trabzon|l] ve [Ordu|l] sel altında kaldı.",
    "a city that is a word, amid a list": "Deprem [Bitlis|l], [Batman|l], [Muş|l], [Bingöl|l]'de duyuldu.",
    "a last name before a city": "Yarışı kazanan Nurcihan Aydın, [Manisa|l]'da karşılandı.",
    "a capital in a list of cities": "Bilet fiyatları [İzmir|l], [Ankara|l] ve [Bursa|l] için değişmedi.",
    "a capital at the end of a road": "Kaza [Bolu|l]-[Ankara|l] karayolunda oldu.",
    "a capital first in a list of cities": "Uçuşlar [Ankara|l], [Konya|l] ve [Adana|l]'da durdu.",
    "a capital that a comma sets off": "[Ankara|s|Türkiye], [Halep|l] ve [Humus|l]'taki saldırıyı kınadı.",
    "an army that a comma sets off": "Ordu, [Halep|l]'e girdi.",
    "capitals that talk": "[Moskova|s|Rusya] ve [Kiev|s|Ukrayna] anlaşmaya vardı.",
    # Houses that are bodies
    "a house as a place": "Başkan konuğunu [Beyaz Saray|l]'da ağırladı.",
    "a house that speaks": "[Beyaz Saray|o] açıklama yapmadı.",
    "a statement from a house": "[Kremlin|o]'den açıklama geldi.",
    # People
    "two of a family": "[Aykut Akdağ|p] ile [Tuğba Akdağ|p] yaralandı.",
    "whoever is run over": "Kamyon [Bilal Çorum|p]'a (61) çarptı.",
    "whoever drives": "Hızla gelen [Merter Kuzu|p] idaresindeki kamyon devrildi.",
    "whose car it is": "Kaza yapan aracı [Merter Kuzu|p]'nun kullandığı belirlendi.",
    "a last name that is a city, in a case": "Kamyon [Nilgün Çorum|p]'un evine girdi.",
}

ENGLISH = {
    "a body of an office": "The [Tamarack County Sheriff's Office|o] closed the road.",
    "a body of many": "The [Kenyan Nurses' Union|o] called a strike.",
    "a center": "The [National Avalanche Center|o] raised the alert.",
    "a state's body is no possession": "[Norway|s|Norveç]'s [Supreme Court|o] ruled on it.",
    "a governor's state": "[Washington|l] governor [Alma Reyes|p] signed it.",
    "a saint's hospital": "St. Martin Health treated ten patients.",
    "an agency": "He told [Interfax|o] that talks go on.",
    "a house as a place": "They met at the [White House|l|Beyaz Saray].",
    "a house that speaks": "The [White House|o|Beyaz Saray] said nothing.",
    "a capital in a list of cities": "Flights to [Lyon|l], [Paris|l] and [Marseille|l|Marsilya] resumed.",
    "a driver": "The driver, [Jane Holt|p], 34, was unhurt.",
    "a driver by office": "Police questioned driver [Tamsin Holt|p].",
}
