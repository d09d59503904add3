import type { InEnglish } from '../same-keys.js';
import type { caseWords as zh } from '../zh/case.js';

/** The case page: title, items, history, what can be done. */
export const caseWords: InEnglish<typeof zh> = {
  title: 'Case',
  'not-found': 'No such case',
  comma: ', ',
  'in-brackets': ' ({{text}})',
  'and-more_one': '',
  'and-more_other': ' and more, {{count}} items',
  applicant: 'Applicant',
  'applicant.natural': 'natural person',
  'applicant.legal': 'legal person or other organization',
  channel: 'Channel',
  'channel.in_person': 'in person',
  'channel.registered_mail': 'registered mail',
  'channel.ems': 'EMS',
  'channel.ordinary_mail': 'ordinary letter',
  'channel.fax': 'fax',
  'channel.web': 'web',
  'channel.email': 'e-mail',
  'wanted-form': 'Wanted form',
  'wanted-form.paper': 'paper',
  'wanted-form.electronic': 'electronic',
  'wanted-form.on_site': 'read on site',
  'delivery.post': 'by post',
  'delivery.pick_up': 'picked up',
  'delivery.email': 'by e-mail',
  'delivery.portal': 'on the portal',
  'delivery.fax': 'by fax',
  assignee: 'Caseworker',
  'assignee.none': 'not assigned',
};
