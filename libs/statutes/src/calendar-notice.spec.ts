import { Refusal } from '@gongkai/contracts';
import { readCalendarText } from './calendar-text.js';

const head = (year: number): string => `国务院办公厅关于${String(year)}年部分节假日安排的通知

各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
经国务院批准，现将${String(year)}年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
`;
const END = `节假日期间，各地区、各部门要妥善安排好值班和安全、保卫等工作，遇有重大突发事件，要按规定及时报告并妥善处置，确保人民群众祥和平安度过节日假期。
`;

const OF_2026 = `国办发明电〔2025〕7号
${head(2026)}一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
${END}
国务院办公厅
2025年11月4日
`;

const days = (text: string) => {
  const { holidays, makeupWorkdays, ...said } = readCalendarText(text);
  return { ...said, holidays: holidays.map(({ name, from, to }) => [name, from, to].join(' ')), makeupWorkdays };
};

function problemsOf(text: string): readonly unknown[] {
  try {
    readCalendarText(text);
  } catch (error) {
    if (error instanceof Refusal) return error.fields;
    throw error;
  }
  return [];
}

describe('the notice of a year as it is published', () => {
  it('is read with its number, its day, its holidays and what is worked instead', () => {
    expect(days(OF_2026)).toEqual({
      ...{ year: 2026, notice: '国办发明电〔2025〕7号', issuedOn: '2025-11-04', source: '' },
      holidays: [
        '元旦 2026-01-01 2026-01-03',
        '春节 2026-02-15 2026-02-23',
        '清明节 2026-04-04 2026-04-06',
        '劳动节 2026-05-01 2026-05-05',
        '端午节 2026-06-19 2026-06-21',
        '中秋节 2026-09-25 2026-09-27',
        '国庆节 2026-10-01 2026-10-07',
      ],
      makeupWorkdays: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
    });
  });

  it('is read the same with other brackets and stops, with lines broken in the middle, and in one piece', () => {
    const other = OF_2026.replaceAll('：', ':').replaceAll('（', ' (').replaceAll('）', ') ').replaceAll('，', ', ');
    const broken = OF_2026.replace('2月14日（周六）、', '2月14日\n（周六）、').replaceAll('\n', '\r\n');
    const [title = '', rest = ''] = OF_2026.split(/(?<=如下。)\n/);
    const joined = `${title}\n${rest.replaceAll('\n', '')}\n`;
    const onePiece = OF_2026.replace('如下。', '如下：').replaceAll('\n', '');
    for (const text of [other, broken, joined, onePiece])
      expect(days(text)).toMatchObject({ holidays: days(OF_2026).holidays, makeupWorkdays: days(OF_2026).makeupWorkdays });
  });

  it('tells apart the days of a New Year that begins in December', () => {
    const of2023 = `${head(2023)}一、元旦：2022年12月31日至2023年1月2日放假调休，共3天。
二、春节：1月21日至27日放假调休，共7天。1月28日（星期六）、1月29日（星期日）上班。
三、清明节：4月5日放假，共1天。
四、中秋节、国庆节：9月29日至10月6日放假调休，共8天。10月7日（星期六）、10月8日（星期日）上班。
`;
    expect(days(of2023)).toMatchObject({
      holidays: [
        '元旦 2023-01-01 2023-01-02',
        '春节 2023-01-21 2023-01-27',
        '清明节 2023-04-05 2023-04-05',
        '中秋节、国庆节 2023-09-29 2023-10-06',
      ],
      makeupWorkdays: ['2023-01-28', '2023-01-29', '2023-10-07', '2023-10-08'],
      otherYears: [{ year: 2022, holidays: [{ name: '元旦', from: '2022-12-31', to: '2022-12-31' }], makeupWorkdays: [] }],
    });
    const of2019 = `${head(2019)}一、元旦：2018年12月30日至2019年1月1日放假调休，共3天。2018年12月29日（星期六）上班。
二、清明节：4月5日放假，与周末连休。`;
    expect(days(of2019)).toMatchObject({
      holidays: ['元旦 2019-01-01 2019-01-01', '清明节 2019-04-05 2019-04-05'],
      makeupWorkdays: [],
      otherYears: [{ year: 2018, makeupWorkdays: ['2018-12-29'] }],
    });
    // Its year not said: December comes before January.
    expect(days(`${head(2023)}一、元旦：12月31日至1月2日放假调休，共3天。`)).toMatchObject({
      holidays: ['元旦 2023-01-01 2023-01-02'],
      otherYears: [{ year: 2022 }],
    });
  });

  it('takes a single day, a run joined to a weekend, and what people are encouraged to do for what they are', () => {
    const of2024 = `${head(2024)}一、元旦：1月1日放假，与周末连休。
二、春节：2月10日至17日放假调休，共8天。2月4日（星期日）、2月18日（星期日）上班。鼓励各单位结合带薪年休假等制度落实，安排职工在除夕（2月9日）休息。
三、劳动节：5月1日至5日放假调休，共5天。4月28日（星期日）、5月11日（星期六）上班。
四、端午节：6月10日放假，与周末连休。
${END}`;
    expect(days(of2024)).toMatchObject({
      holidays: [
        '元旦 2024-01-01 2024-01-01',
        '春节 2024-02-10 2024-02-17',
        '劳动节 2024-05-01 2024-05-05',
        '端午节 2024-06-10 2024-06-10',
      ],
      makeupWorkdays: ['2024-02-04', '2024-02-18', '2024-04-28', '2024-05-11'],
    });
    expect(days(`${head(2025)}一、元旦：1月1日（周三）放假1天，不调休。`)).toMatchObject({
      holidays: ['元旦 2025-01-01 2025-01-01'],
    });
    const of2019 = `国务院办公厅关于调整2019年劳动节假期安排的通知
经国务院批准，现将调整2019年劳动节假期安排通知如下：
2019年5月1日（星期三）至4日（星期六）放假调休，共4天。4月28日（星期日）、5月5日（星期日）上班。
2019年3月22日
`;
    expect(days(of2019)).toMatchObject({
      ...{ year: 2019, issuedOn: '2019-03-22', holidays: ['劳动节 2019-05-01 2019-05-04'] },
      makeupWorkdays: ['2019-04-28', '2019-05-05'],
    });
  });

  it('is refused with each sentence that cannot be read, and with what does not fit in it', () => {
    const text = `${head(2026)}一、元旦：1月1日（周五）至3日（周六）放假调休，共3天。1月4日起陆续上班。
二、春节：2月15日至23日放假调休，共8天。国庆节放假七天。2月30日（周六）上班。`;
    expect(problemsOf(text)).toEqual([
      { path: 'text', code: 'notice-weekday', facts: { said: '1月1日(周五)至3日(周六)放假调休,共3天', date: '2026-01-01' } },
      { path: 'text', code: 'notice-line', facts: { said: '1月4日起陆续上班' } },
      { path: 'text', code: 'notice-count', facts: { said: '2月15日至23日放假调休,共8天', told: 8, count: 9 } },
      { path: 'text', code: 'notice-line', facts: { said: '国庆节放假七天' } },
      { path: 'text', code: 'notice-line', facts: { said: '2月30日(周六)上班' } },
    ]);
    expect(problemsOf('一、元旦：1月1日放假1天。')).toEqual([{ path: 'text', code: 'notice-year' }]);
  });

  const NEW_YEAR = '一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。';
  const noticeOf = (said: string): string => `${head(2026)}${NEW_YEAR}${said}\n`;

  it('says on which days work goes on as usual, also where it names their year', () => {
    expect(days(noticeOf('2026年10月10日（周六）照常上班。9月20日（周日）正常上班。'))).toMatchObject({
      makeupWorkdays: ['2026-09-20', '2026-10-10'],
    });
  });

  it.each([
    '2026年10月10日（周六）为工作日',
    '2026年10月10日（周六）照常办公',
    '国务院办公厅决定10月10日（周六）上班',
    '请各单位10月10日（周六）上班',
    '各地2026年10月10日（周六）补班',
    '10月10日（周六）至11日（周日）上班',
  ])('is not read past %s', (said) => {
    const plainly = said.replaceAll('（', '(').replaceAll('）', ')');
    expect(problemsOf(noticeOf(`${said}。`))).toEqual([{ path: 'text', code: 'notice-line', facts: { said: plainly } }]);
  });

  it.each(['国务院办公厅\n2025年11月4日', '2025年11月4日', '\n国务院办公厅\n\n2025年11月4日\n（此件公开发布）\n责任编辑：某人'])(
    'ends with the day of its issue: %j',
    (end) => {
      expect(days(noticeOf(`\n${END}${end}`))).toMatchObject({ issuedOn: '2025-11-04', makeupWorkdays: [] });
      expect(days(noticeOf(`\n${end.replace('4日', '4日（此件公开发布）')}`)).holidays).toEqual(['元旦 2026-01-01 2026-01-03']);
    },
  );

  it('is refused where the numbers of its holidays do not begin with the first or have a gap, where days stand before them, and where a holiday has none', () => {
    const numbered = (told: string, number: string) => ({ path: 'text', code: 'notice-number', facts: { told, number } });
    const QINGMING = '清明节：4月4日（周六）至6日（周一）放假，共3天。';
    expect(problemsOf(`${head(2026)}二、${QINGMING}`)).toEqual([numbered('二、清明节', '一')]);
    expect(problemsOf(noticeOf(`三、${QINGMING}`))).toEqual([numbered('三、清明节', '二')]);
    expect(problemsOf(noticeOf(`一、${QINGMING}`))).toEqual([numbered('一、清明节', '二')]);
    const unread = (said: string) => ({ path: 'text', code: 'notice-line', facts: { said } });
    expect(problemsOf(`${head(2026)}2月28日（周六）上班。\n${NEW_YEAR}`)).toEqual([unread('2月28日(周六)上班')]);
    expect(problemsOf(noticeOf('二、春节：休息九天。'))).toEqual([unread('二、春节')]);
  });
});
