import { EVERYTHING, withSight } from '@gongkai/platform';
import { randomUUID } from 'node:crypto';
import { localDate } from '@gongkai/calendar';
import type { CaseView, Command, NewApplication } from '@gongkai/contracts';
import type { TestApi } from './api.js';
import { ORIGINAL } from './original.js';

/** A step: who takes it, and what; made from the case where it names something of it. */
type Step = readonly [by: string, command: Command | ((view: CaseView) => Command)];
/** What happens on a day. */
type Days = Readonly<Record<string, readonly Step[]>>;

/** An application on paper that was handed in, unless its receipt says otherwise. */
const application = (subject: string, name: string, receipt: NewApplication['receipt']): NewApplication => ({
  receipt,
  applicant: { kind: 'natural_person', category: 'natural_person', name, address: '幸福路1号' },
  items: [{ description: subject }],
  wantedForm: 'paper',
  delivery: 'post',
});

/** Plays cases of one organ at the desk, each step on its day, and leaves the clock on `today`. */
class Caseload {
  constructor(
    private readonly api: TestApi,
    private readonly organ: string,
    private readonly today: string,
  ) {}

  /** Opens a case and takes its steps. @param receivedOn the day it was handed in, or how it arrived */
  async play(subject: string, receivedOn: string | NewApplication['receipt'], days: Days = {}): Promise<CaseView> {
    const receipt =
      typeof receivedOn === 'string' ? { channel: 'in_person' as const, submittedOn: localDate(receivedOn) } : receivedOn;
    const opened = typeof receivedOn === 'string' ? receivedOn : this.today;
    let view = await this.#open(opened, application(subject, '沈知远', receipt));
    for (const [day, steps] of Object.entries(days).sort()) for (const step of steps) view = await this.#take(day, view, step);
    this.api.clock.set(localDate(this.today));
    return view;
  }

  async #open(day: string, body: NewApplication): Promise<CaseView> {
    this.api.clock.set(localDate(day));
    const opening = { id: randomUUID(), actor: await this.#person('clerk'), body };
    const { view } = await withSight(EVERYTHING, () => this.api.services.desk.open(opening));
    return view;
  }

  async #take(day: string, view: CaseView, [by, command]: Step): Promise<CaseView> {
    this.api.clock.set(localDate(day));
    const wanted = typeof command === 'function' ? command(view) : command;
    const envelope = { id: randomUUID(), caseId: view.id, actor: await this.#person(by), command: wanted };
    return (await withSight(EVERYTHING, () => this.api.services.desk.handle(envelope))).view;
  }

  async #person(role: string) {
    const person = await this.api.services.directory.byUsername(`${role}.${this.organ}`);
    if (person === undefined) throw new Error(`There is no ${role}.${this.organ}`);
    return person;
  }
}

const itemOf = ({ items }: CaseView): string => items[0]?.id ?? '';
const accept: Step = ['caseworker', { type: 'accept' }];
const claim: Step = ['caseworker', { type: 'claim' }];
const decide: Step = ['caseworker', (view) => ({ type: 'decideItem', itemId: itemOf(view), code: 'granted' })];
const submitReview: Step = ['caseworker', (view) => ({ type: 'submitReview', itemId: itemOf(view), ...ORIGINAL })];
const passReview: Step = ['reviewer', (view) => ({ type: 'passReview', itemId: itemOf(view) })];
const submit: Step = ['caseworker', { type: 'submitForApproval' }];
const approve: Step = ['approver', { type: 'approve' }];
const sign: Step = ['approver', { type: 'signReply' }];
const post: Step = ['caseworker', { type: 'dispatch', mode: 'ems', trackingNumber: 'EA123456789CN' }];

/** The day on which the office at work is looked at. */
export const OFFICE_DAY = '2026-05-08';

const ready = [accept, claim, decide, submitReview, passReview, submit];
const ask: Step = ['caseworker', { type: 'askThirdParty', party: '洁源环境服务有限公司' }];
const serveLetter: Step = [
  'caseworker',
  ({ consultations }) => ({ type: 'recordService', consultationId: consultations[0]?.id, how: 'EMS签收' }),
];
const notify: Step = ['caseworker', { type: 'sendCorrectionNotice', missing: '写明是哪几条道路、哪一年' }];
const serveNotice: Step = ['clerk', ({ notices }) => ({ type: 'recordService', noticeId: notices[0]?.id, how: '签收' })];
const extend: Step = ['caseworker', { type: 'proposeExtension', workingDays: 10, reason: '档案须从市档案馆调取' }];
const serveReply: Step = ['clerk', { type: 'recordService', noticeId: 'reply', how: '签收' }];
const letter = { channel: 'ordinary_mail' as const, arrivedOn: localDate('2026-05-07') };

type Life = readonly [subject: string, received: string | NewApplication['receipt'], days: Days];

/** A case under every light and in every queue, as they stand on the office day. */
const LIVES = {
  late: ['建筑垃圾运输企业许可名录及年检', '2026-03-30', { '2026-03-31': [accept, claim] }],
  toApprove: ['户外广告设置许可清单及一宗处罚案卷', '2026-04-08', { '2026-04-09': ready }],
  toSign: ['青石路占道施工许可文件', '2026-04-07', { '2026-04-08': ready, '2026-05-07': [approve] }],
  toReview: [
    '2025年环卫作业外包合同履约评价',
    '2026-04-10',
    { '2026-04-13': [accept, claim, decide], '2026-05-06': [submitReview] },
  ],
  extension: ['违法建设拆除决定及送达凭证', '2026-04-14', { '2026-04-15': [accept, claim], '2026-05-07': [extend] }],
  green: ['共享单车停放点规划及调整依据', '2026-04-17', { '2026-04-20': [accept, claim] }],
  stopped: [
    '智慧停车项目特许经营协议',
    '2026-04-09',
    { '2026-04-10': [accept, claim], '2026-04-20': [ask], '2026-04-22': [serveLetter] },
  ],
  correction: ['关于小区外道路的全部文件', '2026-04-20', { '2026-04-21': [accept, claim, notify], '2026-04-24': [serveNotice] }],
  pool: ['2020—2025年生活垃圾日清运量', '2026-04-30', { '2026-05-06': [accept] }],
  fresh: ['柳溪公园周边夜间噪声执法记录', '2026-05-06', {}],
  unconfirmed: ['南塘街道拆违补偿标准', letter, {}],
  posted: [
    '早市摊位经营者遴选标准和结果',
    '2026-04-02',
    { '2026-04-03': ready, '2026-04-24': [approve, sign], '2026-04-27': [post] },
  ],
  toFile: [
    '餐厨垃圾收运合同、考核与路线图',
    '2026-03-16',
    { '2026-03-17': ready, '2026-04-07': [approve, sign], '2026-04-08': [post], '2026-04-13': [serveReply] },
  ],
} as const satisfies Readonly<Record<string, Life>>;

/** An office with a case under every light and in every queue, on a Friday before a Saturday that is worked. */
export async function anOfficeAtWork(api: TestApi, organ = 'bureau'): Promise<Record<keyof typeof LIVES, CaseView>> {
  const load = new Caseload(api, organ, OFFICE_DAY);
  const cases: Partial<Record<keyof typeof LIVES, CaseView>> = {};
  for (const name of Object.keys(LIVES) as (keyof typeof LIVES)[]) {
    const [subject, received, days]: Life = LIVES[name];
    cases[name] = await load.play(subject, received, days);
  }
  return cases as Record<keyof typeof LIVES, CaseView>;
}
