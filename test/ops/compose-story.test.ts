import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composeStory } from '../../src/ops/items/compose-story.js';
import { parseStory } from '../../src/story/parse-story.js';
import { createNewBacklog } from '../support/new-backlog.js';

interface Words {
  readonly roles: readonly string[];
  readonly wants: readonly string[];
  readonly benefits: readonly string[];
  readonly conditions: readonly string[];
  /** One of each, written. */
  readonly story: string;
  readonly job: string;
}

/** The parts as a product owner gives them in each language, the first of each in the sentences. */
const words: Readonly<Record<string, Words>> = {
  en: {
    roles: ['commuter', 'night-shift nurse', 'hour keeper'],
    wants: ['see the next train', 'cancel a ticket', 'a map of the stops'],
    benefits: ['I arrive on time', 'save money', 'nobody waits in the rain'],
    conditions: ['I am late', 'my train is cancelled'],
    story: 'As a commuter, I want to see the next train, so that I arrive on time.',
    job: 'When I am late, I want to see the next train, so that I arrive on time.',
  },
  de: {
    roles: ['Pendler', 'Pflegekraft in der Nachtschicht', 'Einkäuferin'],
    wants: ['die nächste Bahn sehen', 'ein Ticket stornieren', 'dass mein Platz frei bleibt'],
    benefits: ['ich pünktlich ankomme', 'Zeit zu sparen', 'niemand im Regen wartet'],
    conditions: ['ich spät dran bin', 'mein Zug ausfällt'],
    story: 'Als Pendler möchte ich die nächste Bahn sehen, damit ich pünktlich ankomme.',
    job: 'Wenn ich spät dran bin, möchte ich die nächste Bahn sehen, damit ich pünktlich ankomme.',
  },
  fr: {
    roles: ['usagère', 'infirmier de nuit', 'voyageur'],
    wants: ['voir le prochain train', 'annuler un billet', 'un plan des arrêts'],
    benefits: ["arriver à l'heure", 'gagner du temps', 'personne n’attende sous la pluie'],
    conditions: ['je suis en retard', 'il pleut'],
    story: "En tant qu'usagère, je veux voir le prochain train, afin d'arriver à l'heure.",
    job: "Quand je suis en retard, je veux voir le prochain train, afin d'arriver à l'heure.",
  },
  es: {
    roles: ['viajera', 'enfermero de noche', 'revisor'],
    wants: ['ver el próximo tren', 'cancelar un billete', 'un mapa de las paradas'],
    benefits: ['llegar a tiempo', 'ahorrar dinero', 'nadie espere bajo la lluvia'],
    conditions: ['llego tarde', 'mi tren no sale'],
    story: 'Como viajera, quiero ver el próximo tren, para llegar a tiempo.',
    job: 'Cuando llego tarde, quiero ver el próximo tren, para llegar a tiempo.',
  },
  pt: {
    roles: ['passageira', 'enfermeiro da noite', 'fiscal'],
    wants: ['ver o próximo trem', 'cancelar um bilhete', 'um mapa das paradas'],
    benefits: ['chegar a tempo', 'poupar dinheiro', 'ninguém espere na chuva'],
    conditions: ['estou atrasada', 'meu trem é cancelado'],
    story: 'Como passageira, quero ver o próximo trem, para chegar a tempo.',
    job: 'Quando estou atrasada, quero ver o próximo trem, para chegar a tempo.',
  },
  it: {
    roles: ['pendolare', 'infermiere di notte', 'utente'],
    wants: ['vedere il prossimo treno', 'annullare un biglietto', 'una mappa delle fermate'],
    benefits: ['arrivare in orario', 'risparmiare tempo', 'nessuno aspetti sotto la pioggia'],
    conditions: ['sono in ritardo', 'il mio treno non parte'],
    story: 'Come pendolare, voglio vedere il prossimo treno, per arrivare in orario.',
    job: 'Quando sono in ritardo, voglio vedere il prossimo treno, per arrivare in orario.',
  },
  nl: {
    roles: ['forens', 'verpleegkundige in de nachtdienst', 'inkoper'],
    wants: ['de volgende trein zien', 'een kaartje annuleren', 'een kaart van de haltes'],
    benefits: ['ik op tijd kom', 'tijd te besparen', 'niemand in de regen wacht'],
    conditions: ['ik te laat ben', 'mijn trein uitvalt'],
    story: 'Als forens wil ik de volgende trein zien, zodat ik op tijd kom.',
    job: 'Wanneer ik te laat ben, wil ik de volgende trein zien, zodat ik op tijd kom.',
  },
  pl: {
    roles: ['pasażerka', 'pielęgniarz na nocnej zmianie', 'kontroler'],
    wants: ['widzieć następny pociąg', 'anulować bilet', 'mapę przystanków'],
    benefits: ['zdążyć na czas', 'oszczędzać pieniądze', 'nikt nie czekał na deszczu'],
    conditions: ['jestem spóźniona', 'pociąg nie jedzie'],
    story: 'Jako pasażerka chcę widzieć następny pociąg, aby zdążyć na czas.',
    job: 'Gdy jestem spóźniona, chcę widzieć następny pociąg, aby zdążyć na czas.',
  },
  tr: {
    roles: ['yolcu', 'gece hemşiresi', 'müşteri'],
    wants: ['sonraki treni görmek', 'bileti iptal etmek', 'durakların haritasını görmek'],
    benefits: ['zamanında varmak', 'para biriktirmek', 'kimse yağmurda beklemez'],
    conditions: ['geç kaldığımda', 'trenim iptal edildiğinde'],
    story: 'Bir yolcu olarak, zamanında varmak için sonraki treni görmek istiyorum.',
    job: 'Geç kaldığımda, zamanında varmak için sonraki treni görmek istiyorum.',
  },
  ja: {
    roles: ['乗客', '夜勤の看護師', '会員'],
    wants: ['次の電車を見たい', '切符を取り消したい', '停留所を確認したい'],
    benefits: ['時間どおりに着く', 'お金を節約する', '雨の中で待つ人がいなくなる'],
    conditions: ['遅れている', '電車が止まった'],
    story: '乗客として、時間どおりに着くために、次の電車を見たい。',
    job: '遅れているとき、時間どおりに着くために、次の電車を見たい。',
  },
  zh: {
    roles: ['乘客', '夜班护士', '会员'],
    wants: ['看到下一班车', '取消车票', '查看车站地图'],
    benefits: ['准时到达', '节省费用', '没有人在雨中等待'],
    conditions: ['迟到', '错过了车'],
    story: '作为乘客，我想要看到下一班车，以便准时到达。',
    job: '当我迟到时，我想要看到下一班车，以便准时到达。',
  },
};

function compose(
  language: string,
  parts: { role?: string; condition?: string; want: string; benefit?: string },
): string {
  const none = { title: undefined, role: undefined, condition: undefined, benefit: undefined };
  const made = composeStory('story', { ...none, ...parts }, language);
  if (!made.ok) throw new Error(made.problems[0]?.message);
  return made.value.answers['story'] ?? '';
}

describe.each(Object.entries(words))('a story in %s', (language, given) => {
  const [role = '', want = '', benefit = '', condition = ''] = [
    given.roles[0],
    given.wants[0],
    given.benefits[0],
    given.conditions[0],
  ];

  it('is written as people write it', () => {
    expect(compose(language, { role, want, benefit })).toBe(given.story);
    expect(compose(language, { condition, want, benefit })).toBe(given.job);
  });

  it('is read back with the same parts', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...given.roles),
        fc.constantFrom(...given.wants),
        fc.constantFrom(...given.benefits, undefined),
        (role, want, benefit) => {
          const story = compose(language, { role, want, ...(benefit && { benefit }) });
          const read = parseStory(story, { languages: [language] });
          expect([read.ok, read.language, read.role, read.want, read.benefit, story]).toEqual([
            true,
            language,
            role,
            want,
            benefit ?? null,
            story,
          ]);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is read back as a job story', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...given.conditions),
        fc.constantFrom(...given.wants),
        fc.constantFrom(...given.benefits),
        (condition, want, benefit) => {
          const story = compose(language, { condition, want, benefit });
          const read = parseStory(story, { languages: [language] });
          const ends = read.benefit?.replace(/^I can /, '');
          expect([read.ok, read.format, read.want, ends, story]).toEqual([
            true,
            'job-story',
            want,
            benefit.replace(/^I can /, ''),
            story,
          ]);
          const [start, end] = read.spans.condition ?? [0, 0];
          expect(story.slice(start, end).toLowerCase()).toContain(condition.toLowerCase());
        },
      ),
      { numRuns: 40 },
    );
  });

  it('passes the check once it is in the backlog', async () => {
    const backlog = await createNewBacklog();
    await backlog.ok('config', 'set', 'language', language);
    const id = await backlog.id('add', '--as', role, '--want', want, '--so', benefit);
    expect(await backlog.fileOf(id)).toContain(`\n${given.story}\n`);
    const { code, stdout } = await backlog.run(['check']);
    expect([code, stdout]).toEqual([0, expect.not.stringMatching(/story\/|persona\//)]);
  });
});

describe('the language of a story', () => {
  it.each([
    ['de-AT', 'Als Kunde möchte ich zahlen.'],
    ['de_CH', 'Als Kunde möchte ich zahlen.'],
    ['xx', 'As a Kunde, I want zahlen.'],
  ])('%s', (language, story) => {
    expect(compose(language, { role: 'Kunde', want: 'zahlen' })).toBe(story);
  });

  it.each([
    ['de', 'ein Pendler', 'ich möchte zahlen', 'damit ich fahre'],
    ['de', 'Als Pendler', 'möchte ich zahlen', 'ich fahre'],
  ])('takes parts that come with their words: %s %s', (language, role, want, benefit) => {
    expect(compose(language, { role, want, benefit })).toBe(
      'Als Pendler möchte ich zahlen, damit ich fahre.',
    );
  });

  it.each([
    ['de', 'wenn ich warte', 'Wenn ich warte, möchte ich zahlen.'],
    ['de', 'sobald ich warte', 'Sobald ich warte, möchte ich zahlen.'],
    ['fr', "lorsqu'il pleut", "Lorsqu'il pleut, je veux zahlen."],
    ['en', 'when I wait', 'When I wait, I want zahlen.'],
  ])('says a situation once: %s %s', (language, condition, story) => {
    expect(compose(language, { condition, want: 'zahlen' })).toBe(story);
  });

  it('keeps a clause as the benefit of an English job story', () => {
    const parts = { condition: 'it rains', want: 'a map', benefit: 'the team knows the way' };
    expect(compose('en', parts)).toBe(
      'When it rains, I want a map, so that the team knows the way.',
    );
  });

  it('takes a whole story in another language apart', () => {
    const title = 'Als Pendler möchte ich die Bahn sehen.';
    const none = { role: undefined, want: undefined, benefit: undefined, condition: undefined };
    const made = composeStory('story', { ...none, title }, 'pl');
    expect(made.ok && made.value.title).toBe('Die Bahn sehen');
  });
});
