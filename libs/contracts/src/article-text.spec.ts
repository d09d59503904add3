import { articleInFull, articleText } from './article-text.js';

describe('an article in the words of the office', () => {
  it.each([
    ['REG 33(2)', '条例第三十三条第二款', 'REG Art. 33(2)'],
    ['REG 31(2)', '条例第三十一条第二项', 'REG Art. 31(2)'],
    ['REG 36(5)', '条例第三十六条第五项', 'REG Art. 36(5)'],
    ['REG 30', '条例第三十条', 'REG Art. 30'],
    ['REG 17(3); REG 33(3)', '条例第十七条第三款、条例第三十三条第三款', 'REG Art. 17(3); REG Art. 33(3)'],
    ['ARL 23(1)(4)', '行政复议法第二十三条第一款第四项', 'ARL Art. 23(1)(4)'],
    ['ARL-IR 16', '行政复议法实施条例第十六条', 'ARL-IR Art. 16'],
    ['CC 203', '民法典第二百零三条', 'CC Art. 203'],
    ['ALL 110', '行政诉讼法第一百一十条', 'ALL Art. 110'],
    ['REG 42; FEE 6', '条例第四十二条、收费办法第六条', 'REG Art. 42; FEE Art. 6'],
    ['REG2007 24(2)', '原条例第二十四条第二款', 'REG 2007 Art. 24(2)'],
    ['G207', '国办公开办函〔2015〕207号', 'G207'],
    ['第十四条', '第十四条', '第十四条'],
  ])('%s', (article, zh, en) => {
    expect(articleText(article, 'zh-CN')).toBe(zh);
    expect(articleText(article, 'en')).toBe(en);
  });
});

test('a paper for a citizen calls the Regulations by their full title', () => {
  expect(articleInFull('REG 31(3); GC26', 'zh-CN')).toBe('《中华人民共和国政府信息公开条例》第三十一条第三项、指导案例26号');
  expect(articleInFull('REG 31(1)', 'en')).toBe(
    "Regulations of the People's Republic of China on Open Government Information, Art. 31(1)",
  );
  expect(articleInFull('G207', 'zh-CN')).toBe('国办公开办函〔2015〕207号');
  expect(articleInFull('G207', 'en')).toBe('Letter [2015] No. 207 of the disclosure office of the State Council General Office');
});
