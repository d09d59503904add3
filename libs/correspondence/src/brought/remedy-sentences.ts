import { squeezed } from './squeezed.js';

/** What can be done against a decision, in whatever words (ARL; ALL; REG 51). */
const REMEDY = /复议|诉讼|起诉|上诉|申诉|仲裁/u;
/** So long: of a date only the day of its month looks like it, and stands behind one. */
const PERIOD = /(?<![\d月])\d{1,3}(?:个?(?:工作|自然)?日|天|个月|周|个?星期|年)|半个?[年月]/u;
/** Where, or that there is none. */
const TELLS = /向[^。]{1,40}(?:申请行政复议|申请复议|提起|起诉)|不得|不能|无权|最终/u;

/** What takes a remedy away without naming it, or puts another in its place (REG 51; ARL 11, 20): that a reply is final, that who is silent agrees. */
const DENIES =
  /终局|最终(?:答复|决定|处理|结论)|信访|视为(?:接受|放弃|同意|认可|服从)|(?:异议|不服|不满|不同意)[^。]{0,20}(?:提出|反映|投诉|申诉|联系)/u;

/** Whether a sentence without its marks speaks of a remedy at all. */
export const isAboutRemedies = (sentence: string): boolean => REMEDY.test(sentence);

/** Whether it tells one: until when, where, or that there is none. */
export const tellsRemedy = (sentence: string): boolean =>
  DENIES.test(sentence) || (isAboutRemedies(sentence) && (PERIOD.test(sentence) || TELLS.test(sentence)));

/** The sentences of a text, without their marks, every number in figures. */
export const sentencesOf = (text: string): readonly string[] =>
  squeezed(text)
    .split('。')
    .filter((sentence) => sentence !== '');
