"""Articles of an exchange over three days and of a visit, as several papers tell them."""

from __future__ import annotations

ARTICLES = {
    "whole_tr": """Takas tamamlandı

26.05.2025

Ermenistan ile Azerbaycan arasındaki esir takası 23-25 Mayıs'ta yapıldı ve toplam 900 esir değiştirildi.

İlk gün 310, ikinci gün 290, üçüncü gün 300 esir serbest bırakıldı.
""",
    "second_day_en": """Second day of the swap

May 24, 2025

Armenia and Azerbaijan exchanged 290 prisoners on Saturday, the second day of their swap.
""",
    "first_day_en": """Prisoners come home

May 23, 2025

Armenia and Azerbaijan exchanged 310 prisoners on Friday, the Red Cross said.
""",
    "whole_en": """Big swap is over

May 25, 2025

The three-day exchange between Armenia and Azerbaijan ended on Sunday, May 25, with 900 prisoners freed.
""",
    "earlier_tr": """Takas

03.05.2025

Ermenistan ile Azerbaycan 2 Mayıs'ta 44 esiri takas etti.
""",
    "visit_tr": """Oslo ziyareti

13.06.2025

Dışişleri Bakanı Selim Arat 12 Haziran'da Oslo'yu ziyaret etti.

Bakan Arat 13 Haziran'da Oslo'da Başbakan Kari Dahl ile görüştü.
""",
}
