import { deliveryFieldTexts } from './delivery-field-texts.js';
import type { Text } from './text.js';

/** What of a reply that was not drawn here the case does not bear out, and what its delivery does not prove. */
export const replyFieldTexts = {
  ...deliveryFieldTexts,
  'sent-before-made': {
    'zh-CN': '这份文书{on}才制作，发出日期不能更早，请核对',
    en: 'This document was made on {on} and left no earlier; check the day',
  },
  'reply-missing': {
    'zh-CN': '签发须有答复书：由系统制作，或者附上自拟的答复书（DOCX或可检索的PDF）',
    en: 'There is no reply to sign: have it drawn, or bring one of your own (DOCX, or a PDF with text)',
  },
  'reply-unread': {
    'zh-CN': '“{name}”读不出文字，无法与本件核对：请附DOCX或可检索的PDF。盖章后的扫描件，签发后用“补附盖章件”存入',
    en: 'Nothing can be read on “{name}”, so it cannot be held against the case: bring a DOCX, or a PDF with text. What was stamped and scanned is added with “add the stamped copy” once it is signed',
  },
  'reply-says-preview': {
    'zh-CN': '“{name}”的页眉还有“{text}”字样，请删去',
    en: '“{name}” still bears “{text}”, the mark of a preview; take it out',
  },
  'late-unproven': {
    'zh-CN':
      '这一条是期限届满后补录的，还没有凭据：请附上当时寄出、送达或者批准的凭据再复核（也可先用“补充送达凭证”存入）；日期有误用“更正记录”',
    en: 'This was entered after its due day, and nothing shows that the day is right: attach what proves the dispatch, service or approval (or add it with “add proof of delivery”); where the day is wrong, correct the fact',
  },
  'paper-unseen': {
    'zh-CN':
      '自行拟制的文书和随文书附上的文件，未经审批人员查看确认不能发出：请由系统制作、不附文件；或者制作时选择“尚未发出”，由审批人员打开该文件确认后再发出；已经发出的，登记时不附文件，再用“补附盖章件”存入',
    en: 'A letter that was not drawn here, or a file beside one that was, does not leave before an approver has seen it: have the letter drawn and put nothing beside it; or make it “not sent yet”, have an approver open and confirm it, and then record how it left. One that has left already is recorded without the file, which is put there with “add the stamped copy”',
  },
  'letter-not-brought': {
    'zh-CN': '只有自行拟制、尚未发出的文书可以改由系统制作；这份文书已由系统制作或者已经发出',
    en: 'Only a letter that was brought and has not left can be drawn in its place; this one was drawn already, or has left',
  },
  'paper-sent-back': {
    'zh-CN': '审批人员退回了这份自行拟制的文书：{reason}。请改由系统制作，或者改好后用“补附盖章件”换上、再由审批人员查看',
    en: 'An approver sent this letter back: {reason}. Have it drawn in its place, or put another file there with “add the stamped copy”, for an approver to see',
  },
  'as-sent-back': {
    'zh-CN': '草稿退回后没有改动：请先按退回意见修改，或者写明为什么不改',
    en: 'The draft is as it was sent back: change it as was asked, or say here why nothing is changed',
  },
  'letter-is-preview': {
    'zh-CN': '“{name}”是带“预览”字样的预览稿，不能发出：请移除它，由系统在办理这一步时制作正式文书，或者附上没有该字样的文书',
    en: '“{name}” is a preview and bears its mark; it does not go out. Take it off and have the letter drawn with the step, or bring one without the mark',
  },
  'letter-missing': {
    'zh-CN': '文书须有正本入卷：由系统制作，或者附上自行拟制的文书',
    en: 'No letter is made that the case keeps no copy of: have it drawn, or bring one of your own',
  },
  'stamped-of-another': {
    'zh-CN': '这个文件已经是另一份文书（{number}）的正本或者盖章件，不能作为这一份的盖章件',
    en: 'This file is the paper, or the stamped copy, of another letter ({number}); it is not that of this one',
  },
  'letter-particulars': {
    'zh-CN': '附上的文件里有收件人以外的个人信息（{found}）：请核对、遮盖后重新上传；确需随文书发出的，写明原因',
    en: 'The files tell particulars of somebody else than whom the letter is for ({found}): look at them, and upload them blacked out; where they have to go out, say why',
  },
  'letter-unread': {
    'zh-CN':
      '附上的第{text}个文件没有能够全部读出，无法核对其中有无他人的个人信息：请另存为DOCX、XLSX、TXT或可检索的PDF后再上传；仍须原样发出的，核对后写明原因',
    en: 'Not all of file {text} could be read, so nobody can tell whether it has particulars of others: save it as DOCX, XLSX, TXT or a PDF with text, and upload that; where it has to go out as it is, look through it and say why',
  },
  'stamped-broken': {
    'zh-CN': '这个文件打不开，或者没有传完整，不能当作盖章件：请重新扫描，或者另存为PDF、TIFF、PNG、JPEG后再上传',
    en: 'This file cannot be opened, or is not whole, and shows nothing of the letter: scan it again, or save it anew as PDF, TIFF, PNG or JPEG, and upload that',
  },
  'stamped-pages': {
    'zh-CN': '盖章件共{pages}页，所制作的文书是{told}页：请核对是否漏扫、附错；确有原因的，写明原因',
    en: 'The stamped copy has {pages} pages, the letter as it was drawn {told}: look whether a page is missing or it is another paper; where it is right, say why',
  },
  'stamped-lacks': {
    'zh-CN': '盖章件上没有读到“{text}”：请核对是否附错；文字识别有误等确有原因的，写明原因',
    en: '“{text}” is not to be read on the stamped copy: look whether it is another paper; where it is right, as where the text was read wrongly, say why',
  },
  'reply-lacks-name': { 'zh-CN': '“{name}”中没有“{text}”', en: '“{name}” does not name “{text}”' },
  'reply-lacks-number': {
    'zh-CN': '“{name}”没有文号，应为“{text}”',
    en: '“{name}” bears no number; it is “{text}”',
  },
  'reply-says-number': {
    'zh-CN': '“{name}”的文号“{text}”不对，应为“{told}”',
    en: '“{name}” bears the number “{text}”; it is “{told}”',
  },
  'reply-lacks-day': {
    'zh-CN': '“{name}”中没有“{text}”：收到申请之日和签发之日都要写明',
    en: '“{name}” does not say “{text}”: both the day of receipt and that of the signature stand in a reply',
  },
  'reply-says-day': {
    'zh-CN': '“{name}”写作{text}收到申请，应为{told}',
    en: '“{name}” says that the application was received on {text}; it was on {told}',
  },
  'reply-says-signed': {
    'zh-CN': '“{name}”的落款日期为{text}，应为{told}',
    en: '“{name}” is signed on {text}; the day of the signature is {told}',
  },
  'reply-lacks-item': {
    'zh-CN': '“{name}”没有写明{zh}“{text}”：各项的决定不同，须分项答复，每项另起一行，以“一、申请的内容”的写法作标题',
    en: '“{name}”{en} does not say what it is about, “{text}”: where items are decided differently, each is answered under a heading in a line of its own, such as “一、” and what was asked for',
  },
  'reply-says-item': {
    'zh-CN':
      '“{name}”答复了本件没有的事项：“{text}”（本件共{told}项）。没有作出决定的事项不能答复，请删去，或者先在本件中作出决定',
    en: '“{name}” answers something that this case has no item for: “{text}” (it has {told}). What was not decided is not answered: take it out, or decide it in the case first',
  },
  'reply-says-contact': {
    'zh-CN': '“{name}”写有“{text}”，不是公开指南或者本件决定写明的联系方式（{told}）：请改正，或者先修改公开指南',
    en: '“{name}” gives “{text}”, which neither the guide of the organ nor the decision names ({told}): correct it, or change the guide first',
  },
  'reply-wording': {
    'zh-CN': '本机关自定的答复书措辞与本件不符，不能据此签发：请系统管理员修改措辞，或者签发时附上自拟的答复书',
    en: 'The reply as this organ words it does not agree with the case, and is not signed so: have an administrator change the wording, or bring a reply of your own',
  },
  'reply-lacks-sense': {
    'zh-CN': '“{name}”{zh}没有写明本件的决定“{told}”，应写明“{text}”',
    en: '“{name}”{en} does not tell the decision of this case, “{told}”; it should say “{text}”',
  },
  'reply-says-sense': {
    'zh-CN': '“{name}”{zh}写有“{text}”，与本件的决定“{told}”不符',
    en: '“{name}”{en} says “{text}”, which is not the decision of this case, “{told}”',
  },
  'reply-lacks-reasons': {
    'zh-CN': '“{name}”没有写明{zh}，应为：{text}',
    en: '“{name}”{en} are not told as they stand in the case: {text}',
  },
  'reply-lacks-article': {
    'zh-CN': '“{name}”没有写明依据：{text}',
    en: '“{name}” does not cite what it rests on: {text}',
  },
  'reply-says-article': {
    'zh-CN': '“{name}”写有{text}，不是本件决定的依据（依据为{told}）',
    en: '“{name}” cites {text}, on which no decision of this case rests (they rest on {told})',
  },
  'reply-lacks-remedy': {
    'zh-CN': '“{name}”缺少救济途径，应原文写明：{text}',
    en: '“{name}” does not tell the remedies; this has to stand in it word for word: {text}',
  },
  'reply-says-remedy': {
    'zh-CN': '“{name}”的救济途径与本件不符：“{text}”',
    en: '“{name}” tells other remedies than this case has: “{text}”',
  },
} as const satisfies Record<string, Text>;
