import type { FinalLexicon } from '../markers/marker-lexicon.js';

const word = (source: string) => String.raw`(?<![\p{L}])(?:${source})(?![\p{L}])`;

/** Turkish: "bir R olarak … W istiyorum, böylece B", the marks at the end of their clauses. */
export const TURKISH: FinalLexicon = {
  language: 'tr',
  script: /olarak|[ğışĞİŞçöü]/iu,
  roleCloses: word('olarak|sıfatıyla|gözüyle|rolünde|rolüyle|rolündeyken'),
  article: word('bir|ben|biz') + String.raw`\s{0,4}`,
  notRole: String.raw`(?:\p{L}{1,20}\s){0,3}(?:sonuç|ilk|son|örnek|ek|genel|otomatik|düzenli|varsayılan|alternatif|çözüm|adım|hızlı|kolay|doğru|tam|kısa|özet|not|öneri|fikir|ikinci|üçüncü|temel|özel|yaklaşık|ortak|toplu|manuel|kişisel|resmi|güvenli|net|açık|detaylı|ayrıntılı|geçici|kalıcı|sürekli|günlük|haftalık|aylık|yıllık|dosya|pdf|excel|csv|liste|cevap|yanıt|sebep|neden|hedef|test|kural|özellik|hata|seçenek|başlangıç|genellikle|teknik|yazılı|anlık|eş zamanlı|bağımsız|aktif|rastgele|görsel|metin|tablo|önlem|ilave|karşılaştırma|referans|ödül|hediye|ilgili|bağlı|aynı zamanlı|nihai|mümkün|olası|standart|belirgin|ücretsiz|taslak|konu|başlık|şablon|resim|olumlu|olumsuz|işlem|fonksiyon|şaka|deneme|doğal|normal|benzer|farklı|birlikte)`,
  notInRole: String.raw`(?<![\p{L}])(?:ama|fakat|çünkü|değil|var|yok|oldu|için|ne|nasıl|bunu|şunu|onu)(?![\p{L}])|[^\p{L}]$`,
  want: word(
    'istiyorum|isterim|isteriz|istiyoruz|istemekteyim|istemekteyiz|arzu ediyorum|arzu ederim|arzuluyorum|diliyorum|dilerim|ihtiyacım var|ihtiyacımız var|ihtiyaç duyuyorum|gerekiyor|gerekir|gerekmektedir|zorundayım|zorundayız|durumundayım|mecburum|yükümlüyüm|gerekli|lazım|beklerim|bekliyorum|isterdim|tercih ederim|tercih ediyorum|talep ediyorum|istemiyorum|istemem|istemiyoruz|olsun',
  ),
  duty: word(String.raw`\p{L}{1,30}(?:meliyim|malıyım|meliyiz|malıyız)`),
  ability: word(String.raw`\p{L}{1,30}[ae]bil(?:irim|iyorum|iriz|iyoruz|eceğim)`),
  fault: word(
    String.raw`\p{L}{1,30}(?:[ae]m[ıi]yorum|[ae]m[ıi]yoruz|[ae]mad[ıi]m|[ae]med[ıi]m|mıyor|miyor|muyor|müyor)|hata alıyorum|\p{L}{1,30}(?:d[ıiuü]m|t[ıiuü]m)`,
  ),
  keeps: word(
    String.raw`istemiyorum|istemem|istemiyoruz|\p{L}{1,30}(?:meliyim|malıyım|meliyiz|malıyız)|\p{L}{1,30}[ae]bil(?:irim|iyorum|iriz|iyoruz|eceğim)|olsun`,
  ),
  trails: '',
  leads: String.raw`\s{1,3}ki\s`,
  benefitOpens: word(
    'böylece|böylelikle|bu sayede|bu şekilde|bu yolla|çünkü|zira|o sayede|bunun sayesinde|bu sayede de|ki|bu da|amacım',
  ),
  benefitCloses: String.raw`(?<=m[ea](?:k|m|miz|mız|si|sı|leri|ları|n|niz)?\s{1,3})(?:için|amacıyla|üzere)(?![\p{L}])|(?<![\p{L}])diye(?![\p{L}])`,
  reasonCloses: word('için|diye|amacıyla'),
  conditionCloses: String.raw`(?:[dt][ıiuü]ğ[ıiuü](?:m|n|mız|miz|muz|müz)?(?:d[ae])|[ıiuü]nc[ae]|(?:r|y|t)ken|zaman|s[ea]m?|sonra|önce)(?=\s{0,2},)`,
  talk: String.raw`(?:(?:d|t)[ıiuü](?:ğ|k)[ıiuü]n[ıiuü]|d[ıiuü]klar[ıi]n[ıi]|acağ[ıi]n[ıi]|eceğ[ıi]n[ıi]|şunu|bunu)\s(?:da\s|de\s)?(?:söyle|belirt|ekle|vurgula|hatırlat|sor|ifade et|not et)(?:m[ae]k?|m[ae]l[ıi]y\p{L}+|y?[ae]bil\p{L}+)$|(?<![\p{L}])(?:size|sizlere|hepinize|sizi|siz)\s(?:\p{L}+\s)?(?:etmek|söylemek|sormak|hatırlatmak|belirtmek)$`,
  failure: `(?:ama|fakat|ancak|lakin)[^.]{0,80}(?:hata|boş|yanlış|çalışm|görünm|açılm|kaybol|404|500|403)`,
  question: String.raw`\?|(?<![\p{L}])m[ıiuü](?:yım|yim)?(?![\p{L}])`,
  placeholders:
    'rol, kullanıcı rolü, persona, kullanıcı türü, kullanıcı tipi, kim, işlev, özellik, hedef, amaç, istek, fayda, neden, sebep, eylem, bir şey yapmak, bir şey, ne, niçin, değer, ihtiyaç, açıklama, tbd, todo, xxx, xx, iş değeri, bir hedef, bir neden, kullanıcı rolü, işlem',
  labels:
    'user story, story, kullanıcı hikayesi, kullanıcı hikâyesi, kullanıcı öyküsü, hikaye, hikâye, açıklama, başlık, özet, gereksinim, örnek, us, epic, feature, title, description',
  sections:
    'kabul kriterleri, kabul ölçütleri, kabul kriteri, acceptance criteria, notlar, not, görevler, detaylar, arka plan, tahmin, öncelik, puan, bağımlılıklar, dod, senaryo, ekler, riskler, durum, yorumlar',
  hints: { role: 'Bir … olarak', want: '… istiyorum' },
};
