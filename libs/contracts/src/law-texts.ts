import type { LawCode } from './problems.js';
import type { Text } from './text.js';

/** What the law says to a step: what is wrong, and who or what changes it. */
export const lawTexts = {
  'second-correction': { 'zh-CN': '补正只能一次告知', en: 'One correction notice only' },
  'correction-notice-late': {
    'zh-CN': '补正告知须在{deadline}前发出，现已过期，按原期限办理',
    en: 'The correction notice had to be out by {deadline}; handle the application on its own clock',
  },
  'correction-late': {
    'zh-CN': '补正期限为{due}，逾期提交的按新申请登记',
    en: 'The correction was due by {due}; log what came later as a new application',
  },
  'second-extension': { 'zh-CN': '已延长过一次，不能再次延期', en: 'It was extended once already' },
  'extension-late': { 'zh-CN': '延期须在{due}前发出，现已逾期，不能延期', en: 'The extension had to be out by {due}' },
  'proposal-late': {
    'zh-CN': '答复期限{due}已过，不能再提出延期；期限内已经提出、现在补记的，填写提出的日期',
    en: 'The reply was due on {due}: no extension can be proposed any more; for one that was proposed by then and is recorded now, give its day',
  },
  'extension-over-limit': { 'zh-CN': '延期合计不得超过{limit}个工作日', en: 'Extensions come to {limit} working days at most' },
  'clock-not-running': {
    'zh-CN': '期限现在没有计算：待补正或待缴费的，恢复计算后再办；已办结的，不能再办',
    en: 'The clock is not running: while a correction or payment is awaited, do this once it runs again; a case that has ended is past it',
  },
  'fee-not-enabled': {
    'zh-CN': '收到本申请之日，本机关未启用信息处理费，不能收取；启用由管理员设置，适用于启用之日起收到的申请',
    en: 'On the day this request was received the organ charged no processing fee; an administrator can enable it for what is received from then on',
  },
  'fee-notice-late': { 'zh-CN': '收费通知须在{due}前发出，现已逾期', en: 'The fee notice had to be out by {due}' },
  'payment-late': { 'zh-CN': '缴费期限为{due}，逾期不再受理', en: 'Payment was due by {due}' },
  'payment-partial': { 'zh-CN': '应缴{amount}元，未足额视为未缴', en: '{amount} yuan are due; part of it counts as unpaid' },
  'period-not-over': {
    'zh-CN': '期限为{due}，在途信件等到{until}，{from}起才能结案',
    en: 'The period ends on {due} and letters in the mail are awaited until {until}; it can be closed from {from}',
  },
  'search-missing': {
    'zh-CN': '先记录这一申请事项的检索情况，才能答复“不存在”：别的事项的检索不能说明它不存在',
    en: 'Record a search for this item first; only then can it be said not to exist: a search for another item tells nothing of it',
  },
  'no-correction-made': {
    'zh-CN': '没有补正过，不能答复“补正后仍不明确”',
    en: 'Nothing was corrected, so it cannot be still unclear after correction',
  },
  'reasons-not-asked': {
    'zh-CN': '先要求申请人说明理由，理由不成立的才能答复“不予处理”',
    en: 'Ask for the reasons first: only where those do not bear it is the application not handled',
  },
  'reasons-not-rejected': {
    'zh-CN': '先由负责人认定：逾期没有说明理由，或者说明的理由不合理（“理由不成立”），才能答复“不予处理”',
    en: 'First the head has to find that no reasons came in time, or that they do not bear it (reject the reasons)',
  },
  'self-approval': {
    'zh-CN': '起草人不能审批自己的文书，也不能复核自己的记录',
    en: 'Nobody approves their own draft, or confirms their own entry',
  },
  'approval-of-another-post': {
    'zh-CN': '这一步由{post}审批或者退回，等其办理',
    en: 'This step is that of {post}, who approves or sends back; it waits for them',
  },
  'legal-reviewer-vacant': {
    'zh-CN': '这份稿件须先经法制审核，但起草人以外本机关没有法制审核人员：由管理员在“设置”中指定，再送审',
    en: 'This draft needs a legal review first, and the organ has no legal reviewer but who drafted it: an administrator gives somebody that role in the settings; then submit',
  },
  'approval-post-vacant': {
    'zh-CN': '这份稿件须由{post}审批，但起草人以外没有人任此职：由管理员在“设置”中给审批人加上这一职务，再送审',
    en: 'This draft has to be approved by {post}, and nobody but who drafted it bears that title: an administrator gives it to an approver in the settings; then submit',
  },
  'approval-leaves-nobody': {
    'zh-CN':
      '代为审批后，{post}这一步就没有别人可以审批了，同一人不能审批两步：请委托人自己审批这一步，或者由管理员先增加一位{post}',
    en: 'After this nobody else would be left to approve as {post}, and nobody approves two steps: have the person you act for approve this one themselves, or have an administrator give that title to another approver first',
  },
  'approved-before': {
    'zh-CN': '同一个人不能审批两步：前面一步已由本人审批，这一步由别人审批',
    en: 'Nobody approves two steps of one chain: this one takes another person',
  },
  'review-hash-changed': {
    'zh-CN': '文件在审查后有改动，须重新审查',
    en: 'The document changed after review; it has to be reviewed again',
  },
  'review-unnamed': {
    'zh-CN': '保密审查没有写明审查的是哪一份文件或者原件：办理中的先提交审查并写明，已送签的先退回',
    en: 'The review names neither a file nor an original: submit it again and name what is given out; a draft that waits for approval is sent back first',
  },
  'draft-changed': {
    'zh-CN': '答复稿与审批时所看的不一样了，原审批失效；重看后再审批，已审批的先退回修改',
    en: 'The draft is not the one that was read: that approval falls. Read it again, or send it back and have it approved anew',
  },
  'private-courier': {
    'zh-CN': '公文只能由邮政企业寄递，{named}不是邮政企业的：改用邮政特快专递（EMS）或挂号信，不然不算送达',
    en: 'Only the postal enterprise carries official documents, and {named} is not of it: send it by EMS or registered mail of China Post',
  },
  'left-unproven': {
    'zh-CN': '留置送达须有见证人，或者附拍照、录像；两者都没有的，不视为送达',
    en: 'What is left at the address is served only before a witness or with a photo or film of it: name the witness, or attach the recording',
  },
  'other-ways-open': {
    'zh-CN':
      '公告送达是最后的办法：须{needed}种不同的途径（换送达方式或者换地址）都送达不成（现有{tried}种），或者登记退回时记明受送达人下落不明和查找经过',
    en: 'A public notice is the last resort: {needed} different ways, by another mode or to another address, have to fail before it ({tried} so far), or the return says that nobody knows where the addressee is and what was done to find out',
  },
  'return-unshown': {
    'zh-CN': '{days}发出的退回没有凭据：用“补充送达凭证”把退回的信封或者邮政企业的退改批条附到那一次，再公告',
    en: 'Nothing shows that what left on {days} came back: add its envelope, or what the post says of it, to that try with “add proof of delivery”; then publish',
  },
  'remedy-late': {
    'zh-CN': '申请人的期限到{until}为止，已经过了。受理机关认为有正当理由的，写明理由再登记',
    en: 'The period of the applicant ended on {until}. If it was accepted all the same, say why',
  },
  'appeal-late': {
    'zh-CN': '上诉期限到{until}为止；事后得知的填写上诉日期，法院准许的填写逾期受理的理由',
    en: 'An appeal was possible until {until}; give the day of the appeal where you learnt of it later, or why its court admitted it',
  },
  'remedy-possible': {
    'zh-CN': '申请人在{until}前还可以申请复议或者起诉，本机关规定期满后再归档',
    en: 'The applicant may still challenge it until {until}; by the rule of this office the case is filed after that',
  },
  'order-unanswered': {
    'zh-CN': '本件的督办还没有答复，不能归档：先由督办指明的人（没有指明的由承办人）答复，或者由督办人写明理由销号',
    en: 'A supervision order on this case has no answer yet; whom it names (else who holds the case) answers it, or whoever gave it closes it with a reason, before the case is filed',
  },
  'order-open': {
    'zh-CN': '本件的督办已经答复、还没有销号，不能归档：先由督办人销号或者再次督办',
    en: 'A supervision order on this case was answered and is still open; whoever gave it closes it or demands it again before the case is filed',
  },
  'remedy-open': { 'zh-CN': '救济尚未办结，不能归档', en: 'A remedy is open; the case cannot be filed yet' },
  'holds-merged-cases': {
    'zh-CN': '{numbers}已并入本件一并答复，本件须按期作出答复',
    en: 'Merged into this case and answered by its reply: {numbers}; it has to be answered in time',
  },
  'search-found': {
    'zh-CN':
      '检索记录写明检索到了材料，不能答复信息不存在：再检索并记录没有检索到，或者在决定里写明检索到的为什么不是所申请的信息',
    en: 'A search is on record that found something: record a later one that found nothing, or say in the decision why what was found is not what is asked for',
  },
  'parts-open': {
    'zh-CN': '同一申请另行答复的{numbers}还没有办结：各部分都办结后再归档，案卷才完整',
    en: 'Parts of the same application are not over: {numbers}. It is filed once all of them are, so that its file is complete',
  },
  'nothing-to-challenge': {
    'zh-CN': '还没有发出过文书，答复期限也没有届满，没有可以救济的行为',
    en: 'No notice has gone out and the reply is not overdue; there is nothing to challenge yet',
  },
  'consultation-open': {
    'zh-CN': '正在征求第三方意见，收到意见或期满后才能决定公开',
    en: 'A third party is being consulted; nothing is released before it answers or its period ends',
  },
  'organ-open': {
    'zh-CN': '正在征求共同制作机关或者其他机关意见，收到意见或期满后才能决定公开',
    en: 'A joint producer or another organ is being consulted; nothing is released before it answers or its period ends',
  },
  'answer-waits': {
    'zh-CN': '被征求意见的一方已在网上答复，还没有登记：先在收件箱看过，照样登记答复，或者注明不收的原因',
    en: 'An answer of who is consulted came by the link and waits: look at it in the inbox and record it, or dismiss it with a reason',
  },
  'letter-unsent': {
    'zh-CN': '致{party}的意见征求书已经制作，但没有发出：发出并等其意见，或者说明原因后收回这份意见征求书',
    en: 'The letter that asks {party} was made and has not left: dispatch it and wait for the answer, or take it back and say why',
  },
  'third-party-refused': {
    'zh-CN': '第三方不同意公开，或者只同意部分公开：按其意见决定，或由审批人依公共利益决定公开',
    en: 'A third party has refused, or agreed in part only: decide the item otherwise, or have an approver find an overriding public interest',
  },
  'electronic-not-agreed': {
    'zh-CN': '申请人没有选择这种电子送达方式；先取得其同意，再写明同意的地址、同意人和日期，或者更正申请记录里的送达途径',
    en: 'The applicant has not chosen this electronic way; obtain consent, then name the address, who agreed and when, or correct the delivery in the entry of the application',
  },
  'confirmation-missing': {
    'zh-CN': '有记录待第二人复核，先复核',
    en: 'An entry still waits to be confirmed by a second person; have it confirmed first',
  },
  'ordered-anew': {
    'zh-CN': '本件是复议或诉讼后责令重新处理的，须单独答复',
    en: 'This case was ordered to be decided anew and needs a reply of its own',
  },
  'period-ordered': {
    'zh-CN': '重新办理的期限（{days}个工作日）由复议决定或者判决确定，须在该期限内答复：不能延期、延迟、补正或者收费',
    en: 'The decision or judgment has set the period ({days} working days): the reply is due within it, and no extension, delay, correction or fee moves it',
  },
  'check-open': {
    'zh-CN': '核对清单里还没勾选：{zh}',
    en: 'Not ticked off the checklist yet: {en}',
  },
  'authority-open': {
    'zh-CN': '正在请主管部门或保密行政管理部门确定，收到意见后才能决定公开',
    en: 'The competent or secrecy authority has been asked; nothing is released before it answers',
  },
  'authority-refused': {
    'zh-CN': '主管部门或保密行政管理部门确定不得公开，须不予公开',
    en: 'The competent or secrecy authority has ruled against release; the item is to be refused',
  },
  'third-party-unasked': {
    'zh-CN':
      '以第三方合法权益为由不予公开，却没有征求第三方意见的记录：先书面征求意见，或者在决定里写明为什么不用征求（例如无法联系，或其已表示不同意）',
    en: 'It is withheld for the sake of a third party, and nobody has asked them: ask them in writing first, or say in the decision why not (they cannot be reached, or have said no before)',
  },
  'third-party-untold': {
    'zh-CN': '决定公开的内容和理由还没有书面告知第三方，先发出告知书',
    en: 'The third party has not been told what is released and why; dispatch its notice first',
  },
  'release-on-hold': {
    'zh-CN': '告知第三方后，{until}起才能公开',
    en: 'After the third party was told, nothing is released before {until}',
  },
  'delay-late': {
    'zh-CN': '延迟答复须在{due}前告知申请人，现已逾期，不能再延',
    en: 'The delay had to be told by {due}; the reply is late',
  },
  'delay-shorter': {
    'zh-CN': '答复期限为{due}，延迟后的日期不能早于它',
    en: 'The reply is due on {due}; a delay cannot make that earlier',
  },
  'delay-on-holiday': {
    'zh-CN': '{until}不是工作日，答复期限要落在工作日：请改为{next}（其后第一个工作日）',
    en: '{until} is no working day, and a period ends on one: name {next}, the first working day after it',
  },
  'delay-too-long': {
    'zh-CN': '延迟答复的期限须合理，本机关最迟只能延到{latest}，请改定更早的日期',
    en: 'A delay has to be reasonable: this office sets {latest} as its latest day; name an earlier one',
  },
  'reasons-notice-unserved': {
    'zh-CN': '说明理由告知书还没有送达申请人：先发出告知书并登记送达；申请人已经说明的，填写其说明',
    en: 'The notice to explain has not reached the applicant: dispatch it and record its service; where an explanation has come, write down what it says',
  },
  'reasons-awaited': {
    'zh-CN': '申请人说明理由的期限为{due}，在途信件等到{until}，{from}起才能认定未说明；已经说明的，填写其说明',
    en: 'The applicant has until {due} to explain, and letters in the mail are awaited until {until}: that nothing was said can be found from {from}; where an explanation has come, write down what it says',
  },
  'fee-to-correct': {
    'zh-CN': '收费通知书计有已撤回的事项，申请人不因未缴而视为放弃：先由审批人决定不再收费，仍须收费的按剩余事项重新发收费通知',
    en: 'The fee notice counts an item that was withdrawn, and not paying it abandons nothing: the approver charges no fee after all; where one is still owed, a new notice counts what remains',
  },
  'withdrawal-late': {
    'zh-CN': '答复已于{on}发出，此后不能撤回申请',
    en: 'The reply was dispatched on {on}; the application cannot be withdrawn after that',
  },
  'not-answered-openly': {
    'zh-CN': '答复尚未发出，或者没有公开任何内容，不能转为主动公开',
    en: 'No reply that gives something has gone out yet: there is nothing to publish',
  },
} as const satisfies Record<LawCode, Text>;
