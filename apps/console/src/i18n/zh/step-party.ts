import type { Words } from '../same-keys.js';

/** Where whoever is consulted is reached. */
export const stepParty = {
  'field.partyAddress': '通信地址',
  'field.partyPhone': '联系电话',
  'hint.partyAddress':
    '填了邮件号的必填。地址不详的，先选“先制作，暂不发出”，查明后用“更新被征求意见方的联系方式”补上。加密保存，不写进办理经过',
  'hint.changePartyContact.partyAddress': '与地址一起整体替换以前登记的联系方式。办理经过只记已经更新',
  'hint.takeBackLetter.reason': '收回后不再以此函征求意见，可以另行制作。函号不再使用，办理经过里保留',
  'undo.takeBackLetter': '不能撤销；需要时另行制作意见征求书',
  'undo.changePartyContact': '可以再次更新。以前的联系方式不保留',
  'missing.recordAnswer.grounds': '写明对方的理由；对方没有说明理由的，写明“对方未说明理由”',
  'answer.by-link': '按{{party}}{{day}}的网上答复（{{answer}}）填好，请核对。登记后，网上答复原文自动制成网上答复记录入卷',
  'answer.other': '与{{party}}{{day}}的网上答复（{{answer}}）不一致，请核对。网上答复原文照样入卷',
  'answer.unserved': '给{{party}}的征求意见书没有送达记录，请另行补录；答复照样可以登记',
  'answer.unproven': '给{{party}}的征求意见书缺送达证明，请另行补交；答复照样可以登记',
} as const satisfies Words;
