import type { Words } from '../same-keys.js';

/** Where whoever is consulted is reached. */
export const stepParty = {
  'field.partyAddress': '通信地址',
  'field.partyPhone': '联系电话',
  'hint.partyAddress':
    '填了邮件号的必填。地址不详的，先选“先制作，暂不发出”，查明后用“更新被征求意见方的联系方式”补上。加密保存，不写进办理经过',
  'hint.changePartyContact.partyAddress': '与地址一起整体替换以前登记的联系方式。办理经过只记已经更新',
  'undo.changePartyContact': '可以再次更新。以前的联系方式不保留',
} as const satisfies Words;
