import { finishSentence, type StoryText, tidyPart } from './story-text.js';

/** What says the want already: "-meliyim", "-ebilirim", "istemiyorum". */
const TURKISH_SAID =
  /(?:m[ea]l[ıi]y[ıi]m|m[ea]l[ıi]y[ıi]z|[ea]bil(?:irim|iriz|iyorum|iyoruz|eceğim)|istem(?:iyorum|em|iyoruz)|istiyorum|isterim)$/iu;
const TURKISH_SUBJUNCTIVE = /(?:s[ıiuü]n|s[ıiuü]nlar|olsun)$/iu;

/** A situation that its last word says: "geldiğimde", "gelince", "gelirse". */
const TURKISH_WHEN = /(?:(?:[dt][ıiuü]ğ\p{L}*d[ae]|[ıiuü]nce|rsem?|rken)|zaman|durumda)$/iu;

/** "Bir R olarak W istiyorum, böylece B.", or "…, B için W istiyorum". */
export function formatTurkish({ role, condition, want, benefit }: StoryText): string {
  const who = tidyPart(role)
    .replace(/^bir\s+/iu, '')
    .replace(/\s+olarak$/iu, '');
  const what = tidyPart(want).replace(/\s+istiyorum$/iu, '');
  const why = tidyPart(benefit)
    .replace(/^böylece\s+/iu, '')
    .replace(/\s+için$/iu, '');
  const isPurpose = /m[ea]k$/iu.test(why);
  const situation = tidyPart(condition);
  const when = TURKISH_WHEN.test(situation) ? situation : `${situation} olduğunda`;
  const isJob = who === '' && situation !== '';
  const head = who !== '' ? `Bir ${who} olarak` : isJob ? when : '';
  let wantClause = what === '' ? '' : `${what} istiyorum`;
  if (TURKISH_SAID.test(what)) wantClause = what;
  else if (TURKISH_SUBJUNCTIVE.test(what)) wantClause = `istiyorum ki ${what}`;
  const purpose =
    isPurpose && wantClause !== '' && !wantClause.startsWith('istiyorum ki') ? `${why} için` : '';
  const start = [head !== '' && (isJob || purpose !== '') ? `${head},` : head, purpose, wantClause]
    .filter((clause) => clause !== '')
    .join(' ');
  if (why === '' || purpose !== '') return finishTurkish(start);
  return finishTurkish(start === '' ? why : `${start}, böylece ${why}`);
}

function finishTurkish(sentence: string): string {
  return finishSentence(sentence.replace(/^i/, 'İ'));
}

const JAPANESE_SAID =
  /(?:た(?:い|くない)|ほしい|欲しい|ほしくない|欲しくない|できる|できます|可能|べき|必要がある|ならない)$/u;
const JAPANESE_VERB = /[うくすつぬむぐぶる]$/u;
const JAPANESE_POTENTIAL = /(?:できる|[られえけせてねへめれげべ]る)$/u;

/** "Rとして、W。", with "Bために、" before the want or "それによって、B。" after it. */
export function formatJapanese({ role, condition, want, benefit }: StoryText): string {
  const who = tidyPart(role).replace(/として$/u, '');
  const what = tidyPart(want);
  const why = tidyPart(benefit).replace(/ため(?:に)?$|ように$/u, '');
  const when = tidyPart(condition).replace(/(?:とき|時|場合)[にはで]*$/u, '');
  const head = who !== '' ? `${who}として、` : when === '' ? '' : `${when}とき、`;
  const wantClause = what === '' || JAPANESE_SAID.test(what) ? what : `${what}がほしい`;
  if (why === '') return wantClause === '' ? head.replace(/、$/u, '。') : `${head}${wantClause}。`;
  if (
    wantClause !== '' &&
    head !== '' &&
    JAPANESE_VERB.test(why) &&
    !/[。、]|ため|よう/u.test(why)
  ) {
    const purpose = JAPANESE_POTENTIAL.test(why) ? `${why}ように、` : `${why}ために、`;
    return `${head}${purpose}${wantClause}。`;
  }
  return wantClause === ''
    ? `${head}それによって、${why}。`
    : `${head}${wantClause}。それによって、${why}。`;
}

/** Characters that only the traditional script has, of those that stories use most. */
const TRADITIONAL =
  /[為這個們來時會說對過還沒點樣裡後從開關問題電腦網頁單據資訊訂購買賣務員長發現實際體驗設計檔檢視選擇確認登錄錄註冊輸權師學習書報圖畫儲節應該讓變動態與戶號碼組織記憶體響應層級別區間]/u;

/** "作为R，我想要W，以便B。" in the script of the tag, or of the parts. */
export function formatChinese(
  { role, condition, want, benefit }: StoryText,
  language: string,
): string {
  const parts = `${role ?? ''}${want ?? ''}${benefit ?? ''}`;
  const isTraditional =
    /-(?:hant|tw|hk|mo)\b/i.test(language) ||
    (!/-(?:hans|cn|sg)\b/i.test(language) && TRADITIONAL.test(parts));
  const who = tidyPart(role).replace(/^(?:作为|作為|身为|身為)?(?:[一某][个個名位])?/u, '');
  const what = tidyPart(want).replace(/^我(?:想要|想|希望|需要)/u, '');
  const why = tidyPart(benefit).replace(/^(?:以便|从而|從而)/u, '');
  const wantClause = /^不/u.test(what)
    ? `我${what}`
    : `我${/^(?:能|可以|系[统統])/u.test(what) ? '希望' : '想要'}${what}`;
  const when = tidyPart(condition)
    .replace(/^(?:[当當](?:我)?|我)/u, '')
    .replace(/(?:的)?[时時](?:候)?$/u, '');
  const situation = when === '' ? '' : isTraditional ? `當我${when}時` : `当我${when}时`;
  const clauses = [
    who === '' ? situation : `${isTraditional ? '作為' : '作为'}${who}`,
    what === '' ? '' : wantClause,
    why === '' ? '' : `以便${why}`,
  ].filter((clause) => clause !== '');
  return clauses.length === 0 ? '' : `${clauses.join('，')}。`;
}
