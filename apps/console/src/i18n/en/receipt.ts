import type { InEnglish } from '../same-keys.js';
import type { receipt as zh } from '../zh/receipt.js';

/** The receipt an applicant takes home, and its page. */
export const receipt = {
  page: 'Receipt',
  'page.why': 'Find a case and print its receipt.',
  print: 'Print',
  find: 'Number, name or text',
  none: 'No such case. Try another number or name.',
  title: 'Receipt for an application for government information',
  number: 'No. {{number}}',
  salutation: '{{name}}:',
  received_one: '{{organ}} received your application, {{channel}}, on {{day}} and logged it. It asks for {{count}} item:',
  received_other: '{{organ}} received your application, {{channel}}, on {{day}} and logged it. It asks for {{count}} items:',
  'channel.in_person': 'handed in',
  'channel.registered_mail': 'sent by registered mail',
  'channel.ems': 'sent by EMS',
  'channel.ordinary_mail': 'sent as an ordinary letter',
  'channel.fax': 'sent by fax',
  'channel.web': 'submitted on the web',
  'channel.email': 'sent by e-mail',
  date: 'The date of receipt is {{day}} ({{article}}).',
  'next.provisional':
    'The public holidays of {{year}} are not published yet. By the present reckoning you will have our reply by {{due}} at the latest; once they are published, the date that the law then gives applies. ',
  next: 'You will have our reply by {{due}} at the latest. ',
  'next.past': 'The reply was due by {{due}}.',
  'next.awaiting_correction':
    'You have been asked to correct the application; the period for the reply runs anew from the day after your correction is received.',
  'next.awaiting_payment':
    'You have been asked to pay the processing fee; the period for the reply runs anew from the day after you pay.',
  'next.correction': 'If something is unclear and has to be corrected, you will be told by {{day}}. ',
  'next.correction.provisional':
    'If something is unclear and has to be corrected, you will be told by {{day}}; that day is provisional. ',
  'next.told':
    'If the period is extended or a third party has to be asked, you will be told in writing; the law counts that time.',
  unconfirmed:
    'The date of receipt is not settled yet. Under the {{article}} it is the day on which you and this organ both confirm it; the period for the reply runs from that day.',
  'unconfirmed.next': 'We will contact you to confirm. You can also contact us yourself with the number above.',
  code: 'Query code: ',
  qr: 'QR code that leads to the application',
  follow: 'To follow your application, scan this or enter the number and the query code at {{address}}.',
  keep: 'Please keep this receipt and the query code to yourself. Give the number when you call or come by.',
} as const satisfies InEnglish<typeof zh>;
