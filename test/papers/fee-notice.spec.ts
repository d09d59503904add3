import { compose } from '../../libs/correspondence/src/content/compose.js';
import { sources, tellingOf } from './worked-case.js';

describe('the notice of a fee (REG 42; FEE)', () => {
  /** The fee notice of the worked case, as if it had charged something else. */
  const feeNotice = (charged: object, change: Parameters<typeof tellingOf>[1] = {}): string => {
    const { matter, ...telling } = tellingOf('fee', change);
    const counted = { itemsBefore: undefined, itemsNow: undefined, pages: undefined, ...charged };
    const journal = matter.journal.map((entry) =>
      entry.fact.type === 'FEE_NOTICE_MADE' ? { ...entry, fact: { ...entry.fact, ...counted } } : entry,
    );
    return JSON.stringify(compose(sources.of('fee'), { ...telling, matter: { ...matter, journal } }, false).blocks);
  };

  test('by pages it has the tiers of the pages, and a line for each that it went through', () => {
    const said = feeNotice({ basis: 'per_volume', pages: 150, amount: 1700 });
    for (const line of [
      '第1至30页不收费；第31至100页每页10元；第101至200页每页20元；第201页起每页40元',
      ...['）第五条）', '本次提供150页', '第1至30页，共30页，不收费'],
      ...['第31至100页，共70页，每页10元，计700元', '第101至150页，共50页，每页20元，计1000元', '1700.00元（按量计收）'],
    ])
      expect(said).toContain(line);
  });

  test('by items it has the finding, what was counted, the tiers of the items, and the last day for the payment', () => {
    const said = feeNotice({ basis: 'per_item', itemsBefore: 10, itemsNow: 2, amount: 200 });
    for (const line of [
      '短期内反复大量申请，本月此前已申请10件，本次申请2件',
      '第1至10件不收费；第11至30件每件100元；第31至40件每件200元；第41件起以10件为一档，第一档每件300元，每增加一档提高100元（《政府信息公开信息处理费管理办法》',
      '于2026年3月30日收到本通知书的，应当在2026年4月28日前（含当日）缴纳',
      ...['次日起20个工作日内足额缴纳', '条例》第四十二条'],
      '缴费方式：在办公时间（工作日）到局办公室（云川市云川大道18号）缴纳',
    ])
      expect(said).toContain(line);
  });

  test('of what was paid for it before it says how much, and asks for the rest alone', () => {
    const said = feeNotice({ basis: 'per_item', itemsBefore: 10, itemsNow: 2, amount: 100, paidBefore: 100 });
    for (const line of [
      '第11至12件，共2件，每件100元，计200元',
      '上述数量应缴信息处理费共计人民币200.00元，你已缴纳人民币100.00元，本次应缴人民币100.00元。',
      '收费金额：人民币100.00元（按件计收）',
    ])
      expect(said).toContain(line);
    expect(feeNotice({ basis: 'per_item', itemsBefore: 10, itemsNow: 2, amount: 200 })).not.toContain('已缴纳');
  });

  test('a single unit is said as one', () => {
    expect(feeNotice({ basis: 'per_item', itemsBefore: 30, itemsNow: 1, amount: 200 })).toContain(
      '第31件，共1件，每件200元，计200元',
    );
  });

  test('of an amount that the tariff does not make no line pretends to be the sum', () => {
    const said = feeNotice({ basis: 'per_item', itemsBefore: 10, itemsNow: 2, amount: 150 });
    expect(said).toContain('人民币150.00元');
    expect(said).not.toContain('每件100元');
  });

  test('the guide of the organ says how it is paid', () => {
    const { guide } = tellingOf('fee').organ;
    if (guide === null) throw new Error('The organ of the worked case has a guide.');
    const payment = { 'zh-CN': '凭本通知书到市政务服务大厅12号窗口缴纳，开具财政票据。' };
    const said = feeNotice({ basis: 'per_item', itemsBefore: 10, itemsNow: 2, amount: 200 }, { guide: { ...guide, payment } });
    expect(said).toContain('到市政务服务大厅12号窗口缴纳，开具财政票据。"');
    expect(said).not.toContain('局办公室（云川市');
  });
});
