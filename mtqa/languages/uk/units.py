"""Units and currencies in Ukrainian (own compilation, 2026, CC0)."""

UNITS = (
    "percent відсот+ процент+|USD долар+|GBp фунт+|GBP стерлінг+|EUR євро|cent цент цента центів "
    "центи|penny пенс пенсів|JPY єн+|CNY юан+|RUB рубл+|UAH грив+|km кілометр+|metre метр метра "
    "метрів метри метрах метрам м|cm сантиметр+|mm міліметр+|mile миля милі миль милях милями "
    "милям|foot фут фути футів футах|inch дюйм+|yard ярд+|kg кілограм+ кіло|gram грам+|tonne "
    "тонн+|litre літр+|gallon галон+|barrel барел+|acre акр+|hectare гектар+|celsius цельсі+|"
    "fahrenheit фаренгейт+|degree градус+|second секунд+|minute хвилин+|hour годин+|day день дня "
    "днів дням денн+ діб доба добу|week тижд+ тижн+|month місяц+ місяч+|year рік року років роки "
    "роком році річн+ річчя|decade десятиліт+ десятирічч+|century століт+|crown крон крона крони "
    "кроні крону|peso песо|dinar динар+|dirham дирхам+|shekel шекел+"
)
SQUARE = r"кв|квадрат\w*"
CUBIC = r"куб\w*"
BEFORE_AGE = "віці"
