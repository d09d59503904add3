import { groundsView } from '@gongkai/casework';
import { articleText } from '@gongkai/contracts';
import { LawLibrary } from '@gongkai/platform';
import { articleOfDecision, knownArticle } from './known-article.js';

const grounds = groundsView(new LawLibrary().grounds(), 'zh-CN');

describe('the article that comes with a decision', () => {
  test.each([
    ['granted', undefined, 'REG 36(2)'],
    ['refused', undefined, 'REG 36(3)'],
    ['refused', 'internal_affairs', 'REG 16(1)'],
    ['partly_granted', undefined, 'REG 37'],
    ['partly_granted', 'internal_affairs', 'REG 37; REG 16(1)'],
  ])('%s %s: %s', (code, ground, article) => {
    expect(articleOfDecision(code, ground, grounds)).toBe(article);
    expect(knownArticle(articleText(article, 'zh-CN'), grounds)).toBe(article);
  });

  test('what was written by hand stays', () => {
    expect(knownArticle('本机关规定第三条', grounds)).toBe('本机关规定第三条');
  });
});
